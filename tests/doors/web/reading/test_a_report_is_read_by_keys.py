"""A report from the inbox to the ledger by keys alone, and what stands in the way of a reader on these pages."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from homeward.ledger import queries as ledger
from homeward.reading import queries
from tests import cast
from tests.doors.web.reading.conftest import ARABIC, CASE, REPORT, received
from tests.doors.web.writing.test_a_call_is_written_down_by_keyboard import Fingers, complaints

MOST_KEYS = 6
"""Keys beside words, for each statement that is recorded, with everything on the way counted."""


@pytest.fixture
def seat(browser: Browser, served, lasting_desk: cast.Desk):
    """A browser at which somebody is signed in who may write in the case."""
    with lasting_desk.acting():
        lasting_desk.load(CASE, accept_warnings=True)
        person = lasting_desk.person("Olga Officer", may="write")
    client = Client()
    client.force_login(person)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": "homeward", "value": client.cookies["homeward"].value, "url": served.address}])
    yield context
    context.close()


def decide(page: Page, hand: Fingers, *keys: str, decided: str) -> None:
    """Press keys that decide, and wait until the page says that it is done."""
    hand.press(*keys)
    page.locator("#left", has_text=decided).wait_for()
    page.wait_for_timeout(400)  # two presses nearer together than this are taken for one


def test_from_the_inbox_to_the_ledger_by_keys_alone(seat, served, lasting_desk, record_property):
    page = seat.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{served.address}/c/bridge/")
    hand = Fingers(page)

    hand.press("g")
    hand.leave("i")
    hand.leave("r")
    assert hand.here == "id_text"
    page.keyboard.insert_text(REPORT)
    hand.reach("id_outlet")
    hand.type("Вестник")
    hand.press("Tab")
    hand.type("3 Oct 2025")
    hand.leave("Control+Enter")
    page.wait_for_url("**/reading/**")
    page.get_by_text("It waits to be read.").wait_for()
    hand.reach("Read it now")
    hand.leave("Enter")
    page.locator(".proposal.here").wait_for()
    card = "document.activeElement.dataset.n"
    assert page.evaluate(card) == "1"

    hand.press("j", "j", "k", "k")
    decide(page, hand, "a", decided="1 of 6")
    decide(page, hand, "a", decided="2 of 6")
    assert page.evaluate(card) == "3"
    decide(page, hand, "x", decided="3 of 6")
    decide(page, hand, "u", decided="2 of 6")
    assert page.evaluate(card) == "3"
    decide(page, hand, "a", decided="3 of 6")
    decide(page, hand, "a", decided="4 of 6")

    hand.press("e")
    page.locator(".open-sheet").wait_for()
    assert hand.here == "place-content"
    hand.press("{")
    page.locator("[name='words.content'][value^='около']").wait_for()
    hand.reach("id_speaker")
    hand.press("Control+a")
    hand.type("Министерство иностранных дел")
    decide(page, hand, "Control+Enter", decided="5 of 6")
    assert page.evaluate(card) == "6"
    decide(page, hand, "x", decided="6 of 6")

    assert "unread-one" in page.evaluate("document.activeElement.className")
    hand.press("m")
    page.locator("#missed").wait_for()
    hand.type("врач")
    hand.press("Tab")
    hand.leave("Control+Enter")
    page.get_by_text("Recorded as").first.wait_for()

    with lasting_desk.acting():
        case = ledger.cases.case("bridge")
        sheet = queries.sheet(case, queries.papers(case)[0].document_id)
        verdicts = [each.decision.verdict for each in sheet.proposals if each.decision]
        found = ledger.statements.find(lasting_desk.ask("bridge"), ledger.statements.Filters(kind="said.plain"))
    recorded = verdicts.count("confirmed") + verdicts.count("missed")
    assert (verdicts.count("confirmed"), verdicts.count("refused"), verdicts.count("missed")) == (5, 1, 1)
    assert sum(statement.standing == "current" for statement in found.statements) >= recorded
    assert told == []
    record_property("keys for each statement", round(hand.keys / recorded, 1))
    print(f"\n{hand.keys} keys beside {hand.letters} letters for {recorded} statements")
    assert hand.keys <= MOST_KEYS * recorded


def test_a_double_press_is_one_act_and_a_selection_is_taken(seat, served, lasting_desk):
    document = received(lasting_desk)
    page = seat.new_page()
    page.goto(f"{served.address}/c/bridge/reading/{document}/")

    page.keyboard.press("a")
    page.keyboard.press("a")
    page.locator("#left", has_text="1 of 6").wait_for()
    page.wait_for_timeout(600)
    assert page.locator("#left").inner_text() == "1 of 6 decided"

    page.keyboard.press("e")
    page.locator(".open-sheet").wait_for()
    page.evaluate(
        """() => { const run = [...document.querySelectorAll("[data-s]")].find(e => e.textContent.startsWith("остальные"));
        const range = document.createRange(); range.setStart(run.firstChild, 2); range.setEnd(run.firstChild, 14);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.locator("#place-content [data-act=take]").click()
    page.locator("[name='words.content'][value='остальные смогут']").wait_for()
    page.keyboard.press("Escape")
    page.locator(".open-sheet").wait_for(state="detached")
    assert page.locator("#left").inner_text() == "1 of 6 decided"


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ar", "dark")])
def test_nothing_stands_in_the_way_of_a_reader(seat, served, lasting_desk, language, theme):
    cookies = {"django_language": language, "homeward-theme": theme}
    seat.add_cookies([{"name": name, "value": value, "url": served.address} for name, value in cookies.items()])
    documents = [received(lasting_desk), received(lasting_desk, ARABIC, outlet="وكالة الجسر")]
    with lasting_desk.acting():
        case = ledger.cases.case("bridge")
        proposal = queries.sheet(case, documents[0]).proposals[0].id
    page = seat.new_page()

    for path in (
        "inbox/",
        "inbox/take-in/",
        *(f"reading/{each}/" for each in documents),
        f"reading/{documents[0]}/{proposal}/edit/",
    ):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{served.address}/c/bridge/{path}")
        assert complaints(page) == [], path
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_everything_can_be_done_without_script(browser, served, lasting_desk, seat):
    document = received(lasting_desk)
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(seat.cookies())
    page = context.new_page()
    page.goto(f"{served.address}/c/bridge/reading/{document}/")

    page.get_by_role("button", name=re.compile("^Accept")).first.click()
    page.get_by_text("Recorded as").first.wait_for()
    page.get_by_role("link", name=re.compile("^Edit")).first.click()
    page.get_by_label("Who said it").fill("посол Савин")
    page.get_by_role("button", name=re.compile("^Record statement")).click()
    page.get_by_text("written otherwise: Who said it").wait_for()
    page.get_by_role("button", name=re.compile("^Undo")).click()
    page.get_by_text("Taken back.").wait_for()
    context.close()
