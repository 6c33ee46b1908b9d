"""Three people wait. Through pages alone they are cleared, planned, told, signed for, boarded without a network, and closed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from homeward.access import actions as access
from tests.apps.crossings.gates import SLUG
from tests.apps.people.registers import Register, citizen, named
from tests.cast import PASSWORD, case_of, opened
from tests.grounds.databases import Database
from tests.grounds.pages import PATIENCE, Desk, serving

pytestmark = pytest.mark.skipif(not os.environ.get("JOURNEY"), reason="the whole journey takes minutes: make journey")

PIN = "482913"
AUTHORITY = "Northland (invented)"
NAMES = ("Lamia Darvish", "لمياء حداد", "Ivan Third")
"""The first two are asked for and cleared; nobody asks for the third."""


@dataclass
class Office:
    """The served desk with two people at it, and the addresses of those who wait."""

    desk: Desk
    browser: Browser
    people: dict[str, str]
    on: date
    contexts: list[BrowserContext]

    def at(self, path: str) -> str:
        return f"{self.desk.address}/c/{SLUG}/{path}"

    def seat(self, name: str) -> Page:
        """Somebody who has come in by the page for that."""
        page = self.opened(1280)
        page.goto(f"{self.desk.address}/sign-in")
        page.fill("[name=name]", name)
        page.fill("[name=password]", PASSWORD)
        press(page, "Sign in")
        expect(page).not_to_have_url(re.compile("sign-in"))
        return page

    def opened(self, width: int) -> Page:
        """A browser of its own, patient: the machine may be busy with other things."""
        context = self.browser.new_context(viewport={"width": width, "height": 900})
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        return context.new_page()

    def works(self) -> None:
        """The worker does, in a process of its own, what waits."""
        subprocess.run(
            [sys.executable, "-m", "homeward.cli", "worker", "--once"],
            env=self.desk.database.environment, check=True, capture_output=True, timeout=600,
        )  # fmt: skip


@pytest.fixture
def office(module_database: Database, browser: Browser) -> Iterator[Office]:
    desk = opened()
    desk.now = datetime.now(UTC)
    desk.load(case_of({}, slug=SLUG))
    register = Register(desk)
    people = {name: str(register.enter(named(name, nationalities=citizen("RUS")))) for name in NAMES}
    with desk.acting():
        for name in ("Olga Officer", "Petra Officer"):
            desk.person(name, may="write")
        # Without somebody who heads the desk its pages would first ask to make one.
        access.make_person(name="Agnes Head", password=PASSWORD, administrator=True, by=desk.operator, at=desk.now)
    contexts: list[BrowserContext] = []
    with serving(module_database) as served:
        yield Office(served, browser, people, (desk.now + timedelta(days=2)).date(), contexts)
    for context in contexts:
        context.close()


def press(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=re.compile(f"^{re.escape(words)}")).first.click()


def follow(page: Page, words: str) -> None:
    page.locator("main").get_by_role("link", name=re.compile(f"^{re.escape(words)}")).first.click()


def typed(page: Page, **fields: str) -> None:
    for name, words in fields.items():
        control = page.locator(f"main [name='{name}']").first
        if control.evaluate("each => each.tagName") == "SELECT":
            control.select_option(words)
        elif control.get_attribute("type") == "radio":
            page.locator(f"main [name='{name}'][value='{words}']").check()
        else:
            control.fill(words)


def cleared(office: Office, olga: Page, petra: Page) -> None:
    first, second = (office.people[name] for name in NAMES[:2])
    olga.goto(office.at(f"people/{first}/clearances/"))
    follow(olga, "Ask an authority")
    olga.goto(f"{olga.url}&person={second}")
    typed(olga, authority=AUTHORITY, purpose="exit by the bridge")
    press(olga, "Check it")
    expect(olga.locator("main")).to_contain_text("It would ask about 2 people.")
    press(olga, "Record that the desk asks")
    expect(olga.locator("h1")).to_have_text("Request to the authority")
    olga.locator("main details summary").first.click()
    for box in olga.locator("main [name=person]").all():
        box.check()
    press(olga, "Write it so")
    for name in NAMES[:2]:
        expect(olga.locator(".letter-page")).to_contain_text(name)
    for person in (first, second):
        olga.goto(office.at(f"people/{person}/clearance/"))
        typed(olga, authority=AUTHORITY, state="granted", valid_until=f"{office.on + timedelta(days=20):%-d %b %Y}")
        typed(olga, said=f"{office.on - timedelta(days=3):%-d %b %Y}")
        press(olga, "Check")
        press(olga, "Record")
        expect(olga.locator("main")).to_contain_text("waits for a second person")
    petra.goto(office.at("clearances/waiting/"))
    for box in petra.locator("main [name=permission]").all():
        box.check()
    press(petra, "Confirm the chosen ones")
    petra.goto(office.at(f"people/{first}/clearances/"))
    expect(petra.locator("main")).to_contain_text("confirmed by")


def entered(office: Office, olga: Page) -> None:
    day, said = f"{office.on:%-d %b %Y}", f"{office.on - timedelta(days=3):%-d %b %Y}"
    steps: list[tuple[str, dict[str, str]]] = [
        ("crossing", {"name": "The bridge", "authorities": AUTHORITY}),
        ("window", {"on": day, "opens": "08:30", "closes": "12:30", "capacity": "40", "speaker": AUTHORITY, "said": said}),
        ("pickup", {"name": "The school"}),
        ("vehicle", {"name": "Bus 1", "seats": "20"}),
        ("convoy", {"departs": "07:30"}),
    ]  # fmt: skip
    for what, fields in steps:
        olga.goto(office.at(f"enter/{what}/".replace("enter", "crossings/enter")))
        typed(olga, **fields)
        if what == "pickup":
            olga.locator("main [name^='minutes.']").fill("30")
        press(olga, "Record it")
        expect(olga.locator(".error-summary")).to_have_count(0)


def planned(office: Office, olga: Page) -> None:
    olga.goto(office.at("crossings/policy/"))
    expect(olga.locator("main")).to_contain_text("Only the head of the desk")
    olga.goto(office.at("crossings/"))
    typed(olga, seconds="10")
    press(olga, "Make a plan")
    expect(olga.locator("#run")).to_contain_text("waits for the worker")
    office.works()
    olga.reload()
    follow(olga, "Look at the plan")
    expect(olga.locator(".board td.planned")).to_have_count(2)
    follow(olga, "not planned")
    press(olga, "Pin")
    expect(olga.locator("h1")).to_have_text("what a pin would change")
    office.works()
    olga.reload()
    expect(olga.locator("#run")).to_contain_text("No plan can keep this pin.")
    olga.goto(office.at(f"people/{office.people[NAMES[2]]}/"))
    expect(olga.locator("#crossing")).to_contain_text("A permission that is needed here was not asked for.")


def told(office: Office, olga: Page) -> None:
    olga.goto(office.at("crossings/board/"))
    follow(olga, "Tell everybody of it their date")
    expect(olga.locator("main")).to_contain_text("2 families would be recorded as told. People in them: 2.")
    olga.locator("main td details summary").first.click()
    expect(olga.locator("main .message").first).to_be_visible()
    expect(olga.locator("main .message").first).to_contain_text("The school")
    press(olga, "Record that all of them were told")
    expect(olga.locator("body")).to_contain_text("Recorded that 2 families were told their dates.")
    expect(olga.locator("main")).to_contain_text("There is nobody to tell.")
    olga.goto(office.at("crossings/"))
    olga.locator("main a[href*='/crossings/windows/']").first.click()


def signed(office: Office, olga: Page, petra: Page) -> str:
    """From the page of the window to a published manifest; gives its address."""
    follow(olga, "Manifest")
    press(olga, "Draft from the last plan")
    expect(olga.locator("main")).to_contain_text("This is a draft: nobody has signed it.")
    press(olga, "Sign")
    expect(olga.locator("main")).to_contain_text("signed by one person and waits for another")
    address = olga.url.partition("?")[0]
    petra.goto(address)
    press(petra, "Sign second and publish")
    expect(petra.locator("main")).to_contain_text("Version 1, 2 people")
    typed(petra, recipient="authority")
    with petra.expect_download() as download:
        press(petra, "Make a PDF")
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    assert download.value.suggested_filename == f"manifest-{office.on}-v1-authority-en.pdf"
    return address


def boarded(office: Office, olga: Page, address: str) -> None:
    olga.goto(f"{address}board/")
    typed(olga, name="Phone 1")
    press(olga, "Prepare a phone")
    key = olga.locator(".once-shown code").inner_text()
    phone = office.opened(390)
    phone.goto(key)
    phone.wait_for_selector("#lock:not([hidden])")
    phone.fill("#pin", PIN)
    phone.fill("#pin-again", PIN)
    press(phone, "Open")
    phone.wait_for_selector("#board:not([hidden])")
    phone.wait_for_selector("body[data-ready=yes]", state="attached")
    phone.context.set_offline(True)
    phone.locator("[name=stage][value=gate]").check(force=True)
    for row in (0, 1):
        phone.locator(".person").nth(row).locator("[data-to=crossed]").click()
        phone.wait_for_function("n => document.querySelectorAll('#people .is-crossed').length === n", arg=row + 1)
    expect(phone.locator("#ways [data-way=kept] b")).to_have_text("2")
    phone.context.set_offline(False)
    press(phone, "Send now")
    expect(phone.locator("#ways [data-way=taken] b")).to_have_text("2")


def closed(office: Office, petra: Page, address: str) -> None:
    petra.goto(f"{address}board/")
    expect(petra.locator("main")).to_contain_text("they close")
    press(petra, "Close the boarding with these numbers")
    expect(petra.locator("main")).to_contain_text("Closed")
    numbers = petra.locator(".numbers dd").all_inner_texts()
    assert [int(each) for each in numbers] == [2, 2, 0, 0, 2, 2, 0, 0]


def test_the_whole_journey_goes_through_pages_alone(office: Office) -> None:
    olga, petra = office.seat("Olga Officer"), office.seat("Petra Officer")

    cleared(office, olga, petra)
    entered(office, olga)
    planned(office, olga)
    told(office, olga)
    address = signed(office, olga, petra)
    boarded(office, olga, address)
    closed(office, petra, address)
