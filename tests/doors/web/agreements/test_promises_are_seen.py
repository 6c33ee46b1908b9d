"""Agreements in the browser: promised against delivered by stage and day, both sides' words, and what falls due next."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client

from homeward.web.templatetags.components import NumberWithoutStatement
from tests.apps.talks.promised_days import TITLE, Pause
from tests.cast import case_of
from tests.doors.web.agreements.conftest import SLUG

ROOM = f"/c/{SLUG}/talks/"
FIFTH = "?as_of=2026-01-06"
NEVER = re.compile(r"\b(breach|violat|admit|refus|claims?|claimed)\w*", re.I)


def page_of(client: Client, pause: Pause, asked: str = FIFTH) -> str:
    answer = client.get(f"{ROOM}agreements/{pause.agreement}/{asked}")
    assert answer.status_code == 200
    return answer.content.decode()


def words_of(page: str) -> str:
    """What a reader of the main part reads."""
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", " ", main, flags=re.S)).split())


def test_an_agreement_is_shown_with_its_times_and_by_how_much_it_began_late(pause: Pause, reader: Client) -> None:
    words = words_of(page_of(reader, pause))

    assert TITLE in words
    assert "Start, as planned 31 Dec 2025" in words
    assert "Start, as it was 1 Jan 2026 · late by 1 day" in words
    assert "Northland · Southland" in words
    assert "lorries and quiet" in words


def test_each_stage_stands_with_its_amount_and_leads_to_who_said_it(pause: Pause, reader: Client) -> None:
    page = page_of(reader, pause)
    words = words_of(page)

    assert "dispatched" in words
    assert "entered" in words
    for ref in ("pd0", "pd1", "ps0", "po"):
        assert f"/c/{SLUG}/statements/{ref}/" in page, ref
    assert 'class="kept-promised"' in page
    assert 'class="kept-sure"' in page


def test_a_day_of_which_nothing_came_is_nought_and_one_of_which_nobody_spoke_is_not(
    pause: Pause, reader: Client
) -> None:
    page = page_of(reader, pause)

    assert "5 days, promised and delivered" in words_of(page)
    assert 'class="kept-nothing"' in page
    assert "47 to 60 of 200 promised" in words_of(page)
    assert "120 or more of 200 promised" in words_of(page)


def test_both_sides_stand_beside_each_other_and_the_desk_judges_nothing(pause: Pause, reader: Client) -> None:
    page = page_of(reader, pause)
    words = words_of(page)

    assert "What each side says of the other" in words
    assert "Not one lorry came today." in words
    assert "denied" in words
    assert "All were sent; they wait at the other gate." in words
    assert not NEVER.search(words), NEVER.findall(words)


def test_turns_are_told_as_each_side_announced_them(pause: Pause, reader: Client) -> None:
    words = words_of(page_of(reader, pause))

    assert "extended until 7 Jan 2026 · Southland" in words
    assert "We go on for two days." in words


def test_the_list_of_agreements_says_how_each_obligation_stands(pause: Pause, reader: Client) -> None:
    words = words_of(reader.get(f"{ROOM}agreements/{FIFTH}").content.decode())

    assert TITLE in words
    assert "let in lorries" in words
    assert "What each side says of the other" in words


def test_what_falls_due_is_told_in_words_what_is_overdue_first(pause: Pause, reader: Client) -> None:
    before = words_of(reader.get(f"{ROOM}duties/?as_of=2026-01-04T12:00%2B00:00&days=7").content.decode())
    after = words_of(reader.get(f"{ROOM}duties/?as_of=2026-01-08").content.decode())

    assert "due within" in before
    assert "overdue by" in after


def test_odd_numbers_of_days_are_read_as_the_usual(pause: Pause, reader: Client) -> None:
    for days in ("", "x", "-3", "99999", "٣"):
        assert reader.get(f"{ROOM}duties/?days={days}").status_code == 200, days


def test_in_the_past_only_what_was_said_by_then_counts(pause: Pause, reader: Client) -> None:
    words = words_of(page_of(reader, pause, "?as_of=2026-01-02"))

    assert "Not one lorry came today." not in words
    assert "We go on for two days." not in words


def test_a_case_without_agreements_says_what_to_do(pause: Pause, officer: Client) -> None:
    pause.desk.load(case_of({}, slug="another"))

    assert "No agreement is recorded." in officer.get("/c/another/talks/agreements/").content.decode()
    assert "Nothing is overdue" in officer.get("/c/another/talks/duties/").content.decode()


def test_an_outsider_finds_nothing_and_what_is_not_there_is_not_there(
    pause: Pause, outsider: Client, reader: Client
) -> None:
    for address in ("agreements/", f"agreements/{pause.agreement}/", "duties/"):
        assert outsider.get(f"{ROOM}{address}").status_code == 404, address
    assert reader.get(f"{ROOM}agreements/{uuid4()}/").status_code == 404


def test_a_number_without_a_statement_is_not_shown() -> None:
    from django.template import Context

    from homeward.talks.queries.views import QuantityView
    from homeward.web.templatetags.agreements import amount

    with pytest.raises(NumberWithoutStatement):
        amount(Context(), QuantityView(None, None, "person", "", ()))
