"""A day at the desk in a real browser, by keys alone: a list in, pairs judged, one undone, the war-room, the letter out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext

from homeward.matching.actions import search_as_the_desk
from homeward.people.queries import all_identities
from tests import cast
from tests.apps.people.registers import SLUG, Register
from tests.doors.web.listing.test_lists_in_a_browser import Journey
from tests.doors.web.matching.desks import CASE, REVIEW, Seats
from tests.doors.web.writing.test_a_call_is_written_down_by_keyboard import complaints
from tests.spec.lists.lists import written
from tests.spec.matching.rooms import HEAD, KARIM, NOOR, SALMA, SAMI, Room

TOLD = (
    ("Salma Darwish", "4 May 1988"),
    ("كريم درويش", "9 Jul 1985"),
    ("Noor Darwich", "3 Mar 2017"),
    ("Sami Darwish", "1 Sep 2020"),
)
A_KEY = 1


@pytest.fixture
def seats(lasting_desk: cast.Desk) -> Seats:
    return Seats(Room(lasting_desk, Register.of(lasting_desk)))


@pytest.fixture
def seat(browser: Browser, served, seats: Seats):
    """A browser at which somebody is signed in who may write in the case."""
    client: Client = seats.officer
    context: BrowserContext = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": "homeward", "value": client.cookies["homeward"].value, "url": served.address}])
    yield context
    context.close()


class Day(Journey):
    """Somebody at the keyboard through a day."""

    def takes_in(self, file: Path) -> None:
        self.sends(file)
        self.page.locator("form[action$='take-in']").wait_for()
        self.opens("form[action$='take-in'] button")
        self.looks(".list-rows")

    def answers(self, key: str) -> str:
        """One answer about the pair shown; gives the pair that comes next. What it cost in keys is told."""
        before = self.hand.keys
        self.goes(key)
        assert self.hand.keys - before == A_KEY
        return str(self.page.url)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    made = []
    for name, rows in (("first.csv", (SALMA, KARIM, NOOR, SAMI)), ("second.csv", (SALMA, KARIM, NOOR))):
        path = tmp_path / name
        path.write_bytes(written(rows, HEAD))
        made.append(path)
    return made[0], made[1]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_from_a_list_to_a_letter_by_keys_alone(seat, served, seats: Seats, files, language, record_property):
    seat.add_cookies([{"name": "django_language", "value": language, "url": served.address}])
    way = Day(seat.new_page(), served.address)
    page = way.page
    page.goto(f"{served.address}{CASE}")
    way.takes_in(files[0])
    for name, birth in TOLD:
        seats.room.tells(name, birth=birth)
    with seats.room.desk.acting():
        case = seats.room.register.case()
    search_as_the_desk(case=case.id, compartment=seats.room.desk.compartment.id, at=datetime.now(UTC))

    way.goes("g", "r")
    way.looks("[data-key=b]")
    way.goes("b")
    way.looks(".decision button")
    first = page.url
    way.answers("j")
    assert page.url != first, "skipped"
    way.goes("k")
    assert page.url == first
    second = way.answers("s")
    way.looks("form[action*='/take-back/'] [data-key=u]")
    way.goes("u")
    assert page.url.split("?")[0] == first, "undo leads back to the pair"
    assert page.locator("#told").inner_text().strip()
    assert way.answers("s") == second.split("judged=")[0] + "judged=" + page.url.split("judged=")[1]
    way.answers("q")
    way.answers("s")
    way.answers("s")
    assert page.locator("form[action*='/take-back/']").count() == 1, "the way back is there after the last answer too"
    with seats.room.desk.acting():
        known = all_identities(seats.room.register.asked())
    assert sorted(each.judgement.value for each in known.judgements) == ["same", "same", "same", "unsure"]

    way.takes_in(files[1])
    way.goes("b")
    way.looks(".family")
    assert page.locator(".family .stand-out, .family .stand-doubtful").count() >= 1
    way.goes("l")
    way.looks(".letter-page")
    words = page.locator("button[name=form][value=text]").inner_text()
    way.hand.reach(words)
    with page.expect_download() as saved:
        way.hand.press("Enter")
    assert saved.value.suggested_filename == f"letter-2-{language}.txt"
    assert way.told == []
    record_property("keys", way.hand.keys)
    record_property("keys a judgement", A_KEY)


def test_a_pair_is_judged_without_script(browser: Browser, seat, served, seats: Seats) -> None:
    pair = seats.pair("Lamia Darvish", "L. Darvish", 900)
    plain = browser.new_context(java_script_enabled=False, base_url=served.address)
    plain.add_cookies(
        [{"name": each["name"], "value": each["value"], "url": served.address} for each in seat.cookies()]
    )
    page = plain.new_page()
    page.goto(f"{REVIEW}next")
    assert str(pair[0]) in page.url

    page.click("button[value=same]")

    assert page.locator("form[action*='/take-back/']").count() == 1
    page.click("form[action*='/take-back/'] button")
    assert str(pair[0]) in page.url
    plain.close()


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ar", "dark")])
def test_nothing_stands_in_the_way_of_a_reader(seat, served, seats: Seats, language: str, theme: str) -> None:
    cookies = {"django_language": language, "homeward-theme": theme}
    seat.add_cookies([{"name": name, "value": value, "url": served.address} for name, value in cookies.items()])
    seats.room.takes(SALMA, KARIM, NOOR, SAMI)
    version = seats.room.takes(SALMA, KARIM, NOOR)
    pairs = [seats.pair(name, f"{name}h", sex="other") for name in ("Lamia Darvis", "Omar Darvis")]
    asks = seats.pair("Nura Third", "Nora Third", 100)
    seats.judges(asks, "same", asked_why="on", reason="They said so.")
    own = f"{CASE}lists/versions/{version.id}/war-room/"
    addresses = [
        REVIEW, f"{REVIEW}{pairs[0][0]}/{pairs[0][1]}/", f"{REVIEW}{asks[0]}/{asks[1]}/", own, f"{own}?part=gone",
        f"{own}families/", f"{own}letter/", f"{CASE}matrix/", f"{CASE}funnel/", f"{CASE}people/{pairs[0][0]}/",
    ]  # fmt: skip
    page = seat.new_page()
    for address in addresses:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{served.address}{address}")
        assert complaints(page) == [], address
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)


def test_a_pair_is_light(seat, served, seats: Seats) -> None:
    pair = seats.pair("Lamia Darvish", "لمياء درويش")
    page = seat.new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))

    page.goto(f"{served.address}{REVIEW}{pair[0]}/{pair[1]}/", wait_until="networkidle")

    assert 0 < sum(sizes) <= 200_000
    assert SLUG in page.url
