"""The table of addresses is walked: whatever page a case has, it keeps what every page keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, reverse

from homeward.clearances import actions as clearances
from homeward.clearances import queries as clearance_queries
from homeward.crossings import actions as crossings
from homeward.ledger import queries
from homeward.ledger.core.persons import Judgement
from homeward.ledger.queries.views import CaseView
from homeward.lists import queries as lists
from homeward.matching import actions as matching
from homeward.matching.core.fields import FIELDS
from homeward.matching.models import Pair
from homeward.people import actions as people
from homeward.people.core.identities import pair_of
from homeward.reading import actions as reading
from homeward.reading import queries as papers
from homeward.web import urls
from tests.apps.crossings.boarded import worked_on as boarded
from tests.apps.crossings.gates import Gate
from tests.apps.people.registers import Register
from tests.apps.talks.promised_days import Pause
from tests.cast import Desk
from tests.doors.web.listing.test_lines_are_put_right import PICTURE
from tests.doors.web.reading.conftest import REPORT
from tests.doors.web.seeing.looking import NOON, source_of, words_of
from tests.spec.lists.lists import EVERYBODY, NAMELESS, sent, taken

SLUG = "gaza_2023_11"
NOBODY = UUID("6f0f6f0e-4f6e-4f0c-9d7a-0d6f4c1b2a3d")
PICTURED = ("key_list", "key_list_again", "list_picture")
#: A picture is shown to be keyed, by who may write and now.
PRESENT_ALONE = ("list_picture",)
PAGES = [p for p in urls.urlpatterns if isinstance(p, URLPattern) and str(p.pattern).startswith("c/<str:case>")]
#: Queries of a page on the demonstration; those that show a whole case ask more of it.
MOST_QUERIES = {
    "review_pair": 60,
    "person": 85,
    "crossing_cleared": 55,
    "manifest": 60,
    "boarding": 60,
    "key_paper": 60,
    "household": 70,
    "riding_of_person": 100,
    "talks": 75,
    "talks_agreements": 60,
    "outlook_make": 70,
    "picture": 110,
    "figures": 60,
    "population": 70,
    "statement": 60,
    "statement_csv": 40,
}
USUAL = 45
HOSTILE = (
    "as_of=%00&known_at=soon", "clock=sideways", "compartment=%00", "compartment=elsewhere", "page=-1&since=%00",
    "page=x&by=%22%3E%3Cscript%3E&recorded=%22%3E%3Cscript%3E", "q=%00", "q=%ED%A0%80&speaker=%27", "said_since=9999-99-99",
    "as_of=0001-01-01", "as_of=9999-12-31T23%3A59%2B00%3A00", "q=" + "%28" * 400, "topic=" + "a" * 3000 + "&figure=99",
)  # fmt: skip


@pytest.fixture(scope="module")
def keys(house) -> dict[str, object]:
    """One of each kind of thing that an address of the case names, each of them there."""
    desk = house.desk
    with desk.acting():
        asked = desk.ask(SLUG)
        case = asked.case
        population = next(p for p in queries.figures.all_populations(asked) if p.name == "Russian citizens on the list")
        source = next(s for s in queries.sources.sources(asked).values() if s.name.startswith("Aliya"))
    one = taken(desk, case, [*EVERYBODY, NAMELESS])
    other = taken(desk, case, [*EVERYBODY, ("Ines Roth", "1 May 1999", "H3321907", "")])
    waits = sent(desk, case, EVERYBODY[:3], title="Another list")
    picture = sent(desk, case, PICTURE, title="Pictures")
    with desk.acting() as by:
        (line,) = lists.set_aside(case)
        person, second, third = (row.person for row in lists.rows(case, one.id).rows[:3])
        pair = held_to_be_one(desk, case, person, second)
        judged = matching.judge(
            case=case, pairs=[(person, third)], judgement=Judgement.UNSURE, once=uuid4(), by=by, at=desk.now
        ).ref
        request = clearances.ask(
            case=case, people_asked=[person, second], authority="The border authority", purpose="exit", once=uuid4(),
            by=by, at=desk.now,
        )  # fmt: skip
        border = clearance_queries.authority_named(case, "The border authority")
        (paper,) = reading.receive(
            case=case, data=REPORT.encode(), name="report.txt", outlet="An agency", published="3 Nov 2023", by=by, at=desk.now
        )  # fmt: skip
        reading.read_as_the_desk(document=paper.document, compartment=case.compartment_id, at=desk.now)
        proposal = papers.sheet(case, paper.document).proposals[0].id
    return {"case": SLUG, "ref": "s02", "population": population.id, "source": source.id, "draft": NOBODY,
            "document": paper.document, "proposal": proposal, "person": person, "mark": "no_name", "act": "say",
            "list_id": one.list, "upload": waits.upload, "pictured": picture.upload, "version": one.id, "one": one.id,
            "other": other.id, "line": line.id, "pair": pair, "judged": judged, "asked": asked_of(desk, person),
            "batch": request.batch, "authority": border, **crossed(desk, person), **talked(desk),
            "then": datetime.now(UTC).isoformat()}  # fmt: skip


def crossed(desk: Desk, person: UUID) -> dict[str, object]:
    """A crossing with a window, a plan of it that is asked for, and a manifest with a sheet of paper."""
    gate = Gate.of(desk, slug=SLUG)
    trip = boarded(Register(desk), gate, person)
    sheet = trip.phone("Another sheet", paper=True)
    window = gate.window(on="6 Jan 2030")
    with desk.acting() as by:
        run = crossings.ask_plan(case=gate.case(), once=uuid4(), by=by, at=desk.now)
    return {"window": window, "run": run, "what": "window", "convoy": trip.convoy, "device": sheet.device}


def talked(desk: Desk) -> dict[str, object]:
    """An agreement with an obligation, deliveries, and what sides say of each other."""
    return {"forecast": "1", "agreement": Pause.of(desk, SLUG).agreement, "said": "channel", "of": "delivery"}


def held_to_be_one(desk: Desk, case: CaseView, one: UUID, other: UUID) -> tuple[UUID, UUID]:
    """A search holds two people to be one, and nobody judged them so far."""
    first, second = pair_of(one, other)
    room = case.compartment_id
    Pair.objects.create(
        case_id=case.id, compartment_id=room, other_compartment_id=room, one_id=first, other_id=second, per_mille=700,
        levels=["missing" for _field in FIELDS], found_at=desk.now,
    )  # fmt: skip
    return first, second


def asked_of(desk: Desk, person: UUID) -> str:
    """That somebody asks for a person to be forgotten, which waits for another one."""
    with desk.acting() as by:
        case = queries.cases.case(SLUG)
        return people.ask_erasure(case=case, person=person, reason="asked for", once=uuid4(), by=by, at=desk.now)


def address_of(pattern: URLPattern, keys: dict[str, object], **other: object) -> str:
    named = pattern.pattern.converters
    own: dict[str, object] = {"upload": keys["pictured"]} if pattern.name in PICTURED else {}
    own |= {"ref": keys["asked"]} if pattern.name == "agree_forgetting" else {}
    own |= {"ref": keys["judged"]} if pattern.name == "take_back_judgement" else {}
    own |= dict(zip(("one", "other"), keys["pair"], strict=True)) if pattern.name == "review_pair" else {}
    return reverse(pattern.name, kwargs={name: {**keys, **own, **other}[name] for name in named})


@contextmanager
def undone() -> Iterator[None]:
    """What is done here is as if it had not been."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def named(pattern: URLPattern) -> str:
    return str(pattern.name)


@pytest.mark.parametrize("pattern", PAGES, ids=named)
class TestEveryPage:
    def test_what_is_hidden_is_told_in_the_words_of_what_is_not_there(self, house, keys, pattern):
        address = address_of(pattern, keys)
        missing = address_of(pattern, keys, case="no-such-case")

        for ask in ("get", "post"):
            hidden, nothing = getattr(house.outsider, ask)(address), getattr(house.outsider, ask)(missing)
            with undone():
                known = getattr(house.officer, ask)(address)
            unknown = getattr(house.officer, ask)(missing)
            assert (hidden.status_code, hidden.content) == (nothing.status_code, nothing.content)
            assert hidden.status_code in (404, 405)
            assert unknown.status_code == hidden.status_code
            assert known.status_code < 500

    def test_who_is_not_signed_in_signs_in_first(self, keys, pattern):
        answer = Client().get(address_of(pattern, keys))

        assert answer.status_code in (302, 403, 405)
        assert answer.headers.get("Location", "/sign-in").startswith("/sign-in")

    def test_who_may_see_it_finds_it_there_now_and_in_the_past(self, house, keys, pattern):
        address = address_of(pattern, keys)
        then = urlencode({"known_at": keys["then"]})

        for who, may in ((house.officer, (200,)), (house.reader, (200, 403))):
            for when in ("", f"?{then}"):
                with undone():
                    answer = who.get(f"{address}{when}", follow=True)
                if pattern.name in PRESENT_ALONE and (when or who is house.reader):
                    continue
                expected = (405,) if answer.status_code == 405 else (*may, 409) if when else may
                assert answer.status_code in expected, (when, answer.status_code)

    def test_in_the_past_the_page_says_so(self, house, keys, pattern):
        answer = house.officer.get(f"{address_of(pattern, keys)}?known_at=2023-11-03&{NOON}")

        assert answer.status_code < 500
        if "text/html" in answer["Content-Type"] and answer.status_code in (200, 403, 409, 422):
            assert "You are looking at the past:" in words_of(answer)
            assert "known at end of 3 Nov 2023" in words_of(answer)
            assert "<title>Past:" in source_of(answer) or "Past:" in source_of(answer).split("</title>")[0]

    def test_it_asks_a_bounded_number_of_questions(self, house, keys, pattern):
        address = address_of(pattern, keys)

        with CaptureQueriesContext(connection) as asked:
            house.officer.get(f"{address}?{NOON}")

        assert len(asked) <= MOST_QUERIES.get(pattern.name, USUAL), len(asked)

    def test_no_question_breaks_it(self, house, keys, pattern):
        for hostile in HOSTILE:
            answer = house.officer.get(f"{address_of(pattern, keys)}?{hostile}")

            assert answer.status_code < 500, hostile
            assert b"<script>" not in answer.content, hostile


def test_every_page_of_a_case_names_its_moment_in_its_form(house, keys):
    shown = source_of(house.officer.get(f"/c/{SLUG}/?{NOON}"))

    assert re.search(r'<input id="dial-as-of"[^>]*value="4 Nov 2023 12:00"', shown)
