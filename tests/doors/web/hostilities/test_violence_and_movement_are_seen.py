"""Violence and movement on one time axis: gaps are no zeros, and every number leads to who said it."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from homeward.access import actions as access
from homeward.ledger import actions as ledger
from homeward.ledger.queries import cases
from tests.apps.crossings.gates import SLUG, Gate
from tests.cast import opened
from tests.doors.web.hostilities.standing import ROOM, day, prepared
from tests.doors.web.people.registered import signed_in
from tests.grounds.databases import Database
from tests.spec.hostilities.files import event, received, written

ONE_TIME = re.compile(r'(csrfmiddlewaretoken|once)" value="[^"]*"|<time datetime="[^"]*">.*?</time>')


@pytest.fixture(scope="module")
def gate(module_database: Database) -> Gate:
    return prepared(opened())


@pytest.fixture
def officer(gate: Gate) -> Client:
    return signed_in(gate.desk, "Olga Officer", "write")


def shown(who: Client, address: str = ROOM, status: int = 200, **asked: str) -> str:
    answer = who.get(address, asked)
    assert answer.status_code == status, answer.content.decode()[:2_000]
    return " ".join(answer.content.decode().split())


def test_a_chart_stands_beside_what_was_said_of_movement(gate: Gate, officer: Client) -> None:
    page = shown(officer, since=day(0), until=day(20))
    assert page.count('class="days-column"') == 12
    assert page.count('class="days-band"') == 12
    assert page.count('class="days-gap"') == 1, "three days that the version does not cover are one hatched stretch"
    assert len(re.findall(r'class="moved (\w+)"', page)) == 2
    assert re.findall(r'class="moved (\w+)"', page) == ["exact", "open"]
    assert page.count('class="stood open"') == 2
    assert page.count('class="stood meeting"') == 1
    assert page.count('class="stood closed"') == 2
    assert page.count('class="stood restricted"') == 1
    assert "more than 50" in page
    assert "The border authority" in page
    assert "6 days without a recorded death are not listed." in page
    assert "On no day:" in page
    assert "1 statement on movement or talks names no day and is drawn nowhere." in page


def test_each_number_stands_with_its_rows_and_its_statement(gate: Gate, officer: Client) -> None:
    page = shown(officer, since=day(0), until=day(20))
    table = page[page.index('id="numbers-title"') :]
    lines = [line for line in re.findall(r"<tr data-item>(.*?)</tr>", table) if "Rows of the file" in line]
    assert len(lines) == 15
    assert all('class="id"' in line for line in lines), "each leads to the statement of its version"
    assert sum("no number" in line for line in lines) == 3
    file = officer.get(f"{ROOM}series.csv", {"since": day(0), "until": day(20)}).content.decode("utf-8-sig")
    days = list(csv.DictReader(io.StringIO(file)))
    assert [row["best"] for row in days].count("0") == 6
    assert [row["best"] for row in days].count("") == 3


def test_weeks_and_months_stand_for_longer_times(gate: Gate, officer: Client) -> None:
    page = shown(officer, by="week", since=day(0), until=day(20))
    assert "days-column partial" in page, "the last week is known in part"
    assert "1 day not known" in page
    assert "by month" in shown(officer, since="2010-01-01", until=day(18))


def test_what_cannot_be_read_is_told_beside_its_field(gate: Gate, officer: Client) -> None:
    wrong = {
        "place": ("Nowhere", "No row of this dataset names such a place."),
        "dyad": ("Nobody", "No row of this dataset names such a pair of actors."),
        "box": ("1,2,3", "Give four numbers: south, north, west, east."),
        "since": ("31 January", "Write it as 2026-01-31."),
        "measure": ("clouds", "This dataset counts no such thing."),
        "until": ("1990-01-01", "The last day lies before the first."),
        "dataset": ("another", "is not one of the available choices"),
    }
    for name, (value, words) in wrong.items():
        page = shown(officer, status=422, **{name: value})
        assert words in page, name
        assert "days-column" not in page
    both = shown(officer, status=422, place="Northland", box="1,2,3,4")
    assert "A place and a box are two frames: give one." in both
    turned = shown(officer, status=422, box="40,30,10,20")
    assert "the smaller first of each" in turned
    assert shown(officer, status=422, since=day(3), until=day(1)).count("The last day lies before the first.") >= 1


def test_a_place_that_is_known_badly_is_no_point_on_the_map(gate: Gate, officer: Client) -> None:
    page = shown(officer, f"{ROOM}map/")
    assert page.count('class="map-best"') == 1
    assert page.count('class="map-best division"') == 1
    assert "the division" in page
    assert 'class="map-coast" d="M' in page
    assert "http://" not in page.replace("http://www.w3.org", "") and "https://" not in page
    none = shown(officer, f"{ROOM}map/", since=day(5), until=day(10), box="10,11,10,11")
    assert "No row of this frame has a place that can be put on a map." in none


def test_looks_say_what_they_rest_on(gate: Gate, officer: Client) -> None:
    page = shown(officer, f"{ROOM}studies/", look="around", on=day(5), side="3")
    assert "30 are needed for a test" in page
    assert "under 30 it is shown and not tested" in page
    assert "One date is one observation" in page
    assert "Every look that was run" in page
    quiet = shown(officer, f"{ROOM}studies/", look="quiet", crossing="The bridge")
    assert "The days of The bridge: 6 by 6 statements." in quiet
    assert "taken as open" in quiet
    refused = shown(officer, f"{ROOM}studies/", status=422, look="quiet", crossing="No bridge")
    assert "There is no such crossing in this case, or none that you may see." in refused
    assert "Give the date that is looked at." in shown(officer, f"{ROOM}studies/", status=422, look="level")
    assert "0 to" not in shown(officer, f"{ROOM}studies/", status=422, look="around", on=day(5), side="900")


def test_the_past_knows_nothing_of_what_came_later(gate: Gate, officer: Client) -> None:
    page = shown(officer, known_at="2025-12-01T00:00+00:00", clock="recorded")
    assert "No dataset of hostilities was taken in." in page
    assert "You are looking at the past" in page


def test_who_may_not_see_the_room_sees_what_does_not_exist(gate: Gate) -> None:
    stranger = signed_in(gate.desk, "Stella Stranger", "")
    for path in ("", "map/", "studies/", "series.csv"):
        assert stranger.get(f"{ROOM}{path}").status_code == 404
        assert stranger.get(f"/c/nothing/hostilities/{path}").status_code == 404


def test_a_hidden_dataset_and_a_hidden_crossing_give_nothing_away(gate: Gate) -> None:
    """A case of the same name in a narrower compartment, with series and crossings of its own, changes no byte for others."""
    desk = gate.desk
    officer = signed_in(desk, "Nora Narrow", "write")
    addresses = (ROOM, f"{ROOM}map/", f"{ROOM}studies/?look=quiet&crossing=The+bridge", f"{ROOM}?place=Hidden")
    before = [plain(officer.get(address)) for address in addresses]
    with desk.acting() as operator:
        room = access.make_compartment(slug="narrow", name="The quiet room", by=operator, at=desk.now)
        ledger.open_case(slug=SLUG, title="Hidden", zone_name="UTC", compartment=room.id, by=operator, at=desk.now)
        (hidden,) = [each for each in cases.cases_named(SLUG) if each.compartment_id == room.id]
    received(
        desk, hidden, written([event(1, day=day(0), adm_1="Hidden")]), downloaded=day(25), maker="Hidden institute"
    )
    assert [plain(officer.get(address)) for address in addresses] == before
    assert all("Hidden institute" not in page for page in before)


def plain(answer: HttpResponse) -> str:
    """A page without keys of forms and moments, which differ each time."""
    return ONE_TIME.sub("", answer.content.decode())


def test_the_room_is_read_in_arabic(gate: Gate, officer: Client) -> None:
    officer.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"
    page = shown(officer, since=day(0), until=day(20))
    assert 'dir="rtl"' in page
    assert page.count('class="days-column"') == 12
    assert 'y="NaN' not in page and not re.search(r'\b(?:x|width|r)="[^"]*[٠-٩]', page)
