"""Lists in a browser: the whole way by keys alone, and without script; nothing stands in the way of a reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Request

from homeward.ledger.queries import cases
from homeward.lists import actions
from tests import cast
from tests.doors.web.listing.conftest import LISTS
from tests.doors.web.listing.test_lines_are_put_right import PICTURE
from tests.doors.web.writing.test_a_call_is_written_down_by_keyboard import Fingers, complaints
from tests.spec.lists.lists import AMAL, EVERYBODY, NAMELESS, opened_case, sent, taken, written

FIRST_LOAD = 150_000
"""Bytes of a page with everything that it asks for, as they travel, to a browser that has been nowhere."""
HEAD = ("Name", "Born", "Passport", "Status")
FIRST = (
    ("Amal Haddad", "03/04/1985", "A1730264", "waits"),
    ("سامر الحداد", "05/06/1990", "B7604821", "waits"),
    ("Nadia Karim", "07/08/1970", "C1938475", "cleared"),
    ("", "1/1/1999", "G4410029", ""),
)
SECOND = (
    ("Amal Haddad", "03/04/1985", "A1730264", "cleared"),
    ("سامر الحداد", "05/06/1990", "B7604821", "waits"),
    ("Omar Said", "09/10/2001", "D5527016", "waits"),
)


@pytest.fixture
def seat(browser: Browser, served, lasting_desk: cast.Desk):
    """A browser at which somebody is signed in who may write in the case."""
    opened_case(lasting_desk)
    with lasting_desk.acting():
        person = lasting_desk.person("Olga Officer", may="write")
    client = Client()
    client.force_login(person)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": "homeward", "value": client.cookies["homeward"].value, "url": served.address}])
    yield context
    context.close()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of a list as an embassy would send them."""
    made = []
    for name, rows in (("first.csv", FIRST), ("second.csv", SECOND)):
        path = tmp_path / name
        path.write_bytes(written(rows, HEAD))
        made.append(path)
    return made[0], made[1]


def choose(page: Page, hand: Fingers, file: Path) -> None:
    """Choose a file as a person does: the field is reached by keys, the dialog belongs to the browser."""
    hand.reach("id_file")
    page.locator("#id_file").set_input_files(file)


class Journey:
    """Somebody at the keyboard on the way from a file to a person who is forgotten; every page of it is free for all readers."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.hand = page, address, Fingers(page)
        self.told: list[str] = []
        self.pages = 0
        page.on(
            "console", lambda message: self.told.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self.told.append(str(error)))

    def looks(self, there: str) -> None:
        """What is looked for is on the page, and nothing on it stands in the way of a reader."""
        self.page.locator(there).first.wait_for()
        assert complaints(self.page) == [], self.page.url
        self.pages += 1

    def goes(self, *keys: str) -> None:
        for key in keys[:-1]:
            self.hand.press(key)
        self.hand.leave(keys[-1])

    def opens(self, there: str) -> None:
        """Go to a link or a button by the tabulator, and press it."""
        words = self.page.locator(there).first.evaluate("e => e.id || e.textContent.trim()")
        self.hand.reach(words)
        self.hand.leave("Enter")

    def sends(self, file: Path) -> None:
        self.goes("g", "l")
        self.goes("r")
        self.looks("#id_file")
        choose(self.page, self.hand, file)
        for words in ("The embassy", "Crossing list"):
            self.hand.press("Tab")
            self.hand.type(words)
        self.hand.leave("Control+Enter")

    def types_the_name(self) -> None:
        self.hand.press("e")
        assert self.hand.here == "id_name"
        self.hand.type("Rania Haddad")
        self.hand.leave("Control+Enter")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_from_the_first_file_to_a_person_who_is_forgotten_by_keys_alone(
    browser, seat, served, lasting_desk, files, language, record_property
):
    seat.add_cookies([{"name": "django_language", "value": language, "url": served.address}])
    way = Journey(seat.new_page(), served.address)
    page, hand = way.page, way.hand
    page.goto(f"{served.address}/c/crossing/")

    way.sends(files[0])
    way.looks("#answer-1-1")
    hand.reach("answer-1-1")
    hand.press("Space")
    assert page.locator("#answer-1-1").is_checked()
    hand.leave("Control+Enter")
    way.looks("#id_accept_warnings")
    hand.reach("c-1-3")
    assert page.locator("#c-1-3").input_value() == "document"
    while hand.here != "id_accept_warnings":
        hand.press("Shift+Tab")
        assert hand.here, "the way back ends before it"
    hand.press("Space")
    hand.leave("Control+Enter")
    way.looks(".list-rows")

    way.sends(files[1])
    way.looks("#changes")
    way.opens("form[action$='take-in'] button")
    way.looks(".list-rows")
    way.goes("d")
    way.looks(".change-counts")
    way.opens("a[href*='change=changed']")
    way.looks(".changed-entries")

    way.goes("g", "a")
    way.looks(".aside-desk")
    way.types_the_name()
    way.looks("form[action*='/reopen'] [data-key=u]")
    way.goes("u")
    way.looks("#right-title")
    way.types_the_name()
    page.locator(".empty").wait_for()

    way.opens("a[href$='/people/quality/']")
    way.looks(".lacking")
    way.goes("g", "e")
    hand.type("Amal Haddad")
    hand.leave("Enter")
    way.looks("#found")
    hand.press("Tab", "Tab", "j")
    hand.leave("Enter")
    way.looks("#lists")
    values, sources = page.locator(".value").count(), page.locator(".value:has(.gave a.id)").count()
    assert values == sources > 3
    way.opens("a[href$='/household/']")
    way.looks("main h1")
    way.opens("main header a[href*='/people/']")
    way.opens("a[href$='/forget/']")
    way.looks("#closes")
    hand.reach("id_reason")
    hand.type("asked for by themselves")
    hand.leave("Control+Enter")
    page.locator(".bar-told.warns").wait_for()

    with lasting_desk.acting():
        agreeing = lasting_desk.person("Sami Second", may="write")
    client = Client()
    client.force_login(agreeing)
    seat.add_cookies([{"name": "homeward", "value": client.cookies["homeward"].value, "url": served.address}])
    page.reload()
    way.opens(".bar-told.warns a")
    way.looks("button[value=agree]")
    way.opens("button[value=agree]")
    page.locator("main h1").wait_for()

    assert "Amal" not in page.inner_text("main")
    assert way.told == []
    record_property("keys", hand.keys)
    record_property("pages", way.pages)
    assert hand.keys < 480


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_first_page_is_light(seat, browser, served, lasting_desk, language):
    with lasting_desk.acting():
        case = cases.case("crossing")
    many = [(f"سامر الحداد {number}", "12 Mar 1985", f"A17302{number}", "الأردن") for number in range(10, 60)]
    first = taken(lasting_desk, case, [*EVERYBODY, NAMELESS])
    version = taken(lasting_desk, case, written([*EVERYBODY, ("Ayşe Yıldız", "1 Jan 1990", "T5527017", ""), *many]))
    asks = sent(lasting_desk, case, written(FIRST, HEAD), title="Another")

    heavy = ("", f"versions/{version.id}/", f"differences/{first.id}/{version.id}/", f"files/{asks.upload}/", "aside/")
    for path in heavy:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([*seat.cookies(), {"name": "django_language", "value": language, "url": served.address}])
        page = context.new_page()
        finished: list[Request] = []
        page.on("requestfinished", lambda request, finished=finished: finished.append(request))
        page.goto(f"{served.address}{LISTS}{path}", wait_until="networkidle")
        sizes = {each.url: each.sizes()["responseBodySize"] for each in finished}
        assert 50_000 < sum(sizes.values()) <= FIRST_LOAD, (path, sizes)
        assert len([url for url in sizes if "-ext-" in url]) == 0
        context.close()


def test_everything_can_be_done_without_script(browser, served, lasting_desk, seat, files):
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(seat.cookies())
    page = context.new_page()
    page.goto(f"{served.address}{LISTS}")

    page.get_by_role("link", name=re.compile("^Take in a list")).first.click()
    page.get_by_label("File").set_input_files(files[0])
    page.get_by_label("Who gave the list").fill("The embassy")
    page.get_by_label("What the desk calls the list").fill("Crossing list")
    page.get_by_role("button", name=re.compile("^Look at it")).click()
    page.get_by_label("the day first").check()
    page.get_by_role("button", name=re.compile("^Answer")).click()
    page.get_by_label("I looked at the warnings").check()
    page.get_by_role("button", name=re.compile("^Take 3 rows in")).click()
    page.get_by_role("heading", name=re.compile("version 1")).wait_for()
    page.goto(f"{served.address}{LISTS}aside/")
    page.get_by_label("It is no person").select_option("blank")
    page.get_by_role("button", name="Say so").click()
    page.get_by_text("No line is set aside.").wait_for()
    context.close()


def test_a_page_that_waits_for_the_worker_shows_what_came_of_it(seat, served, lasting_desk):
    case = opened_case(lasting_desk, "other")
    many = written((f"Person{n} Family{n}", "1 Jan 1990", f"P{1_000_000 + n}", "waits" * 20) for n in range(3_000))
    received = sent(lasting_desk, case, many)
    page = seat.new_page()
    page.goto(f"{served.address}/c/other/lists/files/{received.upload}/")
    page.get_by_text("The file is being read.").wait_for()

    actions.check_as_the_desk(upload=received.upload, compartment=case.compartment_id, at=lasting_desk.now)

    page.get_by_role("heading", name="What will happen").wait_for(timeout=30_000)


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ar", "dark")])
def test_nothing_stands_in_the_way_of_a_reader(seat, served, lasting_desk, language, theme):
    cookies = {"django_language": language, "homeward-theme": theme}
    seat.add_cookies([{"name": name, "value": value, "url": served.address} for name, value in cookies.items()])
    with lasting_desk.acting():
        case = cases.case("crossing")
    first = taken(lasting_desk, case, [*EVERYBODY, NAMELESS])
    second = taken(
        lasting_desk, case, [(*AMAL[:3], "cleared"), *EVERYBODY[1:5], ("Amal Haddad", "2 Feb 2003", "Z9911223", "")]
    )
    asks = sent(lasting_desk, case, written(FIRST, HEAD), title="Another")
    shrunk = sent(lasting_desk, case, [AMAL])
    picture = sent(lasting_desk, case, PICTURE, title="Pictures")
    page = seat.new_page()

    for path in (
        "",
        "receive/",
        f"of/{first.list}/",
        f"files/{asks.upload}/",
        f"files/{shrunk.upload}/",
        f"files/{picture.upload}/key/",
        f"versions/{second.id}/",
        f"versions/{second.id}/withdraw/",
        f"differences/{first.id}/{second.id}/?change=changed",
        f"differences/{first.id}/{second.id}/?change=hint",
        "aside/",
        "?known_at=2026-01-02",
    ):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{served.address}{LISTS}{path}")
        assert complaints(page) == [], path
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_a_long_table_scrolls_within_itself_and_the_page_ends_with_its_foot(seat, served, lasting_desk):
    with lasting_desk.acting():
        case = cases.case("crossing")
    many = [(f"Amal Haddad {number}", "12 Mar 1985", f"A17302{number}", "Jordan") for number in range(10, 60)]
    version = taken(lasting_desk, case, written(many, ("Name", "Date of birth", "Passport", "Nationality")))
    page = seat.new_page()

    page.goto(f"{served.address}{LISTS}versions/{version.id}/")

    below = "document.documentElement.scrollHeight - scrollY - document.querySelector('footer').getBoundingClientRect().bottom"
    assert page.evaluate(below) < 100
