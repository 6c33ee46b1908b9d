"""The whole way in a browser, by keys alone; and what stands in the way of a reader on each of these pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from homeward.ledger import queries
from tests import cast
from tests.doors.web.writing.conftest import CASE
from tests.doors.web.writing.sheets import CALL

AXE = Path(__file__).resolve().parents[3] / "vendor" / "axe-core-4.14.1.min.js"


class Fingers:
    """Somebody at the keyboard: what they type, and how many keys go to anything but the words themselves."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys, self.letters = page, 0, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.letters += len(words)

    def leave(self, *keys: str) -> None:
        """Press what leads to another page, and wait for it."""
        with self.page.expect_navigation():
            self.press(*keys)

    @property
    def here(self) -> str:
        """The id or the words of what has the focus."""
        return str(
            self.page.evaluate('(e => e === document.body ? "" : e.id || e.textContent.trim())(document.activeElement)')
        )

    def reach(self, words: str) -> None:
        """Go on until the focus is there."""
        for _ in range(60):
            if words in self.here:
                return
            self.press("Tab")
        raise AssertionError(f"{words!r} cannot be reached by keys")


@pytest.fixture
def seat(browser: Browser, served, lasting_desk: cast.Desk):
    """A browser at which somebody is signed in who may write in the case."""
    with lasting_desk.acting():
        lasting_desk.load(CASE, accept_warnings=True)
        person = lasting_desk.person("Olga Officer", may="write")
    client = Client()
    client.force_login(person)
    context: BrowserContext = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": "homeward", "value": client.cookies["homeward"].value, "url": served.address}])
    yield context
    context.close()


def ask(desk: cast.Desk, ref: str):
    with desk.acting():
        return queries.statements.statement(desk.ask("bridge"), ref)


def test_a_call_with_a_figure_and_a_condition_by_keys_alone(seat, served, lasting_desk, record_property):
    page = seat.new_page()
    page.goto(f"{served.address}/c/bridge/")
    hand = Fingers(page)

    hand.leave("w")
    assert hand.here == "id_speaker"
    hand.type(CALL["speaker"])
    hand.press("Tab", "Tab")
    hand.type(CALL["capacity"])
    hand.press("Tab")
    hand.type(CALL["party"])
    hand.press("Tab", "Tab")
    assert hand.here == "id_said"
    hand.type("yesterday 18:30")
    page.get_by_text("read as").first.wait_for()
    hand.press("Tab", "Tab", "c", "Tab")
    assert hand.here == "id_text"
    hand.type(CALL["text"])
    hand.reach("add-figures")
    hand.leave("Enter")
    assert hand.here == "id_figures.0.lo"
    hand.type("more than 40")
    hand.press("Tab")
    hand.type("people of the upper village")
    hand.press("Tab")
    hand.type("listed")
    hand.reach("add-conditions")
    hand.leave("Enter")
    hand.type("the bridge is mended")
    hand.press("Tab")
    hand.type("exit of villagers")
    hand.leave("Control+Enter")
    page.get_by_role("heading", name="Check it").wait_for()
    hand.leave("Control+Enter")
    page.get_by_text("Undo withdraws it; both stay in the ledger.").wait_for()
    record_property("keys beside the words", hand.keys)
    assert hand.keys <= 30, f"{hand.keys} keys beside {hand.letters} letters"

    ref = page.url.split("recorded=")[1]
    hand.press("Escape")
    hand.press("g")
    hand.leave("p")
    picture = page.inner_text("main")
    for words in ("people of the upper village", "more than 40", "the bridge is mended"):
        assert words in picture

    page.goto(f"{served.address}/c/bridge/statements/{ref}/")
    hand.reach("Correct")
    hand.leave("Enter")
    hand.reach("figure 1 alone")
    hand.leave("Enter")
    assert hand.here == "id_figures.0.lo"
    hand.press("Control+a")
    hand.type("48")
    hand.reach("id_reason")
    hand.type("she counted again")
    hand.leave("Control+Enter")
    hand.leave("Control+Enter")
    assert ask(lasting_desk, ref).figures[0].standing == "corrected"
    hand.leave("u")
    page.get_by_text("is withdrawn. Both stay in the ledger.").wait_for()
    assert ask(lasting_desk, ref).figures[0].standing == "current"


def test_what_is_typed_is_kept_while_one_types_and_survives_leaving(seat, served):
    page = seat.new_page()
    page.goto(f"{served.address}/c/bridge/write/")
    expect(page.locator("#id_speaker")).to_be_focused()
    page.keyboard.type("the ministry")
    page.locator("[data-draft-state]", has_text="Saved").wait_for()

    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("Escape")

    assert page.url.endswith("/c/bridge/")
    page.goto(f"{served.address}/c/bridge/write/")
    page.get_by_role("link", name="the ministry").click()
    assert page.locator("#id_speaker").input_value() == "the ministry"


def test_it_is_said_when_what_is_typed_could_not_be_kept(seat, served):
    page = seat.new_page()
    page.goto(f"{served.address}/c/bridge/write/")
    expect(page.locator("#id_speaker")).to_be_focused()
    seat.clear_cookies(name="homeward")

    page.keyboard.type("the ministry")

    page.locator("[data-draft-state]", has_text="Not saved").wait_for()
    assert page.locator("#id_speaker").input_value() == "the ministry"


def pages(desk: cast.Desk) -> list[str]:
    with desk.acting():
        asked = desk.ask("bridge")
        source = next(each.id for each in queries.sources.sources(asked).values() if each.name.startswith("Envoy"))
    of_source = f"sources/{source}/"
    return [
        "figures/", "figures/villagers/", "figures/villagers/?by=origin", "figures/villagers/relate/", "sources/", of_source,
        f"{of_source}judge/", f"{of_source}settle/", "write/", "statements/s1/correct/?figure=2", "statements/s1/link/",
        "statements/s1/judge/", "write/?as_of=2026-01-04",
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ar", "dark")])
def test_nothing_stands_in_the_way_of_a_reader(seat, served, lasting_desk, language, theme):
    cookies = {"django_language": language, "homeward-theme": theme}
    seat.add_cookies([{"name": name, "value": value, "url": served.address} for name, value in cookies.items()])
    page = seat.new_page()

    for path in pages(lasting_desk):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{served.address}/c/bridge/{path}")
        assert complaints(page) == [], path
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_nothing_stands_in_the_way_of_who_reads_what_is_wrong_or_checks_it(seat, served):
    page = seat.new_page()
    page.goto(f"{served.address}/c/bridge/write/")
    page.locator("#add-figures").click()
    page.locator("[id='id_figures.0.lo']").fill("forty or so")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert complaints(page) == []
    assert page.evaluate("document.activeElement.id") == "error-summary"
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    for field, typed in (("speaker", "the ministry"), ("said", "4 Jan 2026"), ("text", "Forty of them.")):
        page.locator(f"#id_{field}").fill(typed)
    page.get_by_label("asserted").check()
    page.locator("[id='id_figures.0.lo']").fill("40")
    page.locator("[id='id_figures.0.population']").fill("villagers")
    page.locator("[id='id_figures.0.measure']").fill("listed")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="Check it").wait_for()
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def complaints(page: Page) -> list[str]:
    """What axe-core finds, of every weight."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['impact']} {v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['html'][:120]}" for v in found["violations"]
    ]
