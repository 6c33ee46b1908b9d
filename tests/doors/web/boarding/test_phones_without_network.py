"""Three phones at a door without network: clocks that are wrong, one killed, one revoked, and what they saw handed over later."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from homeward.crossings.actions import phones
from tests.apps.crossings.boarded import Trip
from tests.cast import opened
from tests.grounds.databases import Database
from tests.grounds.pages import CHROMIUM, FLAGS, PATIENCE, Desk, serving

PEOPLE = int(os.environ.get("BOARDING_PEOPLE", "6"))
TICKS = int(os.environ.get("BOARDING_TICKS", "18"))
"""Check-offs of all three phones together."""
PIN = "482913"


@pytest.fixture(scope="module")
def served(module_database: Database) -> Iterator[tuple[Desk, Trip]]:
    desk = opened()
    desk.now = datetime.now(UTC)
    trip = Trip.of(desk, on=(desk.now + timedelta(days=2)).date().isoformat(), seats=str(min(200, PEOPLE)))
    trip.publish(*(f"Anna{n} Boris{n}" for n in range(PEOPLE // 2)))
    with serving(module_database) as page:
        yield page, trip


def address(desk: Desk, phone: phones.Prepared, key_id: str = "") -> str:
    return f"{desk.address}/board/#{phone.device}~{phone.key}~{key_id}"


def carried(context: BrowserContext, desk: Desk, phone: phones.Prepared) -> Page:
    """The phone with its manifest on it, and the page kept for when there is no network."""
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    return opened_on(page, desk, phone)


def unlock(page: Page, pin: str = PIN, *, new: bool = False) -> None:
    """The PIN is typed, twice where it is chosen."""
    page.wait_for_selector("#lock:not([hidden])")
    page.fill("#pin", pin)
    if new:
        page.fill("#pin-again", pin)
    page.click("#pin-form .first")


def tick(page: Page, row: int, state: str) -> None:
    stage = "gate" if state in ("crossed", "turned_back") else "pickup"
    page.locator(f"[name=stage][value={stage}]").check(force=True)
    page.locator(".person").nth(row).locator(f"[data-to={state}]").click()
    page.wait_for_function(
        "([row, state]) => document.querySelectorAll('#people .person')[row].classList.contains(`is-${state}`)",
        arg=[row, state],
    )


def ways(page: Page) -> dict[str, int]:
    """How many words are how far, as the page says it."""
    lines = page.locator("#ways li").evaluate_all(
        "all => all.map(each => [each.dataset.way, +each.querySelector('b').textContent])"
    )
    return dict(lines)


def sent(page: Page) -> None:
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.click("#send")
    page.wait_for_function(
        "() => [...document.querySelectorAll('#ways li')].every(each => !['kept', 'sent'].includes(each.dataset.way)"
        " || each.querySelector('b').textContent === '0')"
    )


def kill(profile: Path) -> None:
    """End the browser of this profile as a battery ends it, without a word."""
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            words = entry.read_bytes()
            if str(profile).encode() in words and b"--type=" not in words:
                os.kill(int(entry.parent.name), signal.SIGKILL)
    for lock in profile.glob("Singleton*"):
        lock.unlink(missing_ok=True)


def test_three_phones_lose_nothing_and_count_nothing_twice(
    served: tuple[Desk, Trip], browser: Browser, tmp_path: Path
) -> None:
    desk, trip = served
    carry = [trip.phone(name) for name in ("first", "second", "third")]
    kind = browser.browser_type
    found = next(path for path in map(shutil.which, CHROMIUM) if path)
    # The second is a browser with a profile on the disk, which is killed as a phone whose battery dies is.
    killed = kind.launch_persistent_context(tmp_path / "second", executable_path=found, args=FLAGS)
    contexts = [browser.new_context(), killed, browser.new_context()]
    pages = [carried(context, desk, phone) for context, phone in zip(contexts, carry, strict=True)]
    clocks = ["Date.now = () => 7000", "", "{ const now = Date.now; Date.now = () => now() + 5400000 }"]
    for context, page, clock in zip(contexts, pages, clocks, strict=True):
        context.set_offline(True)
        if clock:
            page.evaluate(clock)
    share = TICKS // 3
    for number, page in enumerate(pages):
        for turn in range(share):
            tick(page, (turn + number) % PEOPLE, ["boarded", "no_show", "boarded"][turn // PEOPLE % 3])
        assert ways(page) == {"kept": share}

    kill(tmp_path / "second")
    killed = kind.launch_persistent_context(tmp_path / "second", executable_path=found, args=FLAGS, offline=True)
    pages[1] = killed.new_page()
    pages[1].goto(f"{desk.address}/board/")  # there is no network: the page comes from the phone itself
    unlock(pages[1])
    pages[1].wait_for_selector("#board:not([hidden])")
    # The browser may have tried before it knew that there is no network: then the words are sent without an answer.
    assert sum(ways(pages[1]).values()) == share

    trip.does(phones.revoke_phone, device=carry[2].device, after=share - 2)
    for context, page in zip([contexts[0], killed, contexts[2]], pages, strict=True):
        context.set_offline(False)
        sent(page)
        sent(page)

    board = trip.board()
    assert board.board.words == 3 * share
    assert [(phone.words, phone.missing) for phone in board.phones] == [(share, ())] * 3
    assert len(board.board.apart) == 2
    assert board.board.altered == board.board.reused == ()
    assert ways(pages[2]) == {"kept": 0, "taken": share - 2, "apart": 2}
    expect(pages[2].locator("#told")).to_contain_text("revoked")
    expect(pages[2].locator("#board")).to_be_hidden()
    killed.close()
    for context in (contexts[0], contexts[2]):
        context.close()


def test_a_family_taken_apart_is_told_on_the_phone_at_once_and_no_other_host_is_asked(
    served: tuple[Desk, Trip], page: Page
) -> None:
    desk, trip = served
    hosts: set[str] = set()
    faults: list[str] = []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page = opened_on(page, desk, trip.phone("alarm"))

    page.context.set_offline(True)
    tick(page, 0, "crossed")
    tick(page, 1, "turned_back")

    expect(page.locator(".alarm")).to_contain_text("Family \u2068A\u2069 is taken apart at the gate")
    assert page.locator("[data-sum=crossed] dd").inner_text() == "1"
    assert hosts == {desk.address.removeprefix("http://")}
    assert not [fault for fault in faults if "Failed to load" not in fault and "ERR_INTERNET" not in fault], faults


def opened_on(page: Page, desk: Desk, phone: phones.Prepared) -> Page:
    page.goto(address(desk, phone))
    unlock(page, new=True)
    page.wait_for_selector("#board:not([hidden])")
    page.wait_for_selector("body[data-ready=yes]", state="attached")
    return page


def test_the_key_leaves_the_address_and_the_page_holds_no_name(served: tuple[Desk, Trip], page: Page) -> None:
    desk, trip = served
    phone = trip.phone("address")

    opened_on(page, desk, phone)

    assert page.url == f"{desk.address}/board/"
    assert "Anna0" not in page.content()
    assert phone.key not in page.content()
    expect(page.locator("#signed")).to_contain_text("signed by the desk")


def test_a_manifest_that_another_desk_signed_is_not_kept(served: tuple[Desk, Trip], page: Page) -> None:
    desk, trip = served

    page.goto(address(desk, trip.phone("forged"), key_id="0123456789abcdef"))
    unlock(page, new=True)

    expect(page.locator("#told")).to_contain_text("not signed by the desk")
    expect(page.locator("#board")).to_be_hidden()


def test_a_manifest_is_gone_from_the_phone_once_it_has_expired(served: tuple[Desk, Trip], page: Page) -> None:
    desk, trip = served
    opened_on(page, desk, trip.phone("expires"))
    page.context.set_offline(True)
    tick(page, 0, "boarded")

    before = stored(page)

    page.add_init_script("{ const now = Date.now; Date.now = () => now() + 5 * 86400000 }")
    page.reload()

    expect(page.locator("#told")).to_contain_text("expired")
    assert ways(page) == {"kept": 1}
    assert "manifest" in before
    assert "manifest" not in stored(page)
    unlock(page)
    expect(page.locator("#opened")).to_be_visible()
    expect(page.locator("#board")).to_be_hidden()


def stored(page: Page) -> str:
    """Everything that lies in the browser's storage, names of records and every byte, as one text."""
    found: str = page.evaluate(
        "() => new Promise(done => { const r = indexedDB.open('homeward-boarding'); r.onsuccess = () => {"
        " const bytes = v => v instanceof ArrayBuffer || ArrayBuffer.isView(v) ?"
        " String.fromCharCode(...new Uint8Array(v.buffer ?? v)) :"
        " v && typeof v === 'object' ? Object.entries(v).map(([k, w]) => k + ' ' + bytes(w)).join(' ') : String(v);"
        " const t = r.result.transaction(['told', 'words']); const of = n => [t.objectStore(n).getAllKeys(),"
        " t.objectStore(n).getAll()]; const all = [...of('told'), ...of('words')];"
        " t.oncomplete = () => done(all.map(each => bytes(each.result)).join(' ') + JSON.stringify(localStorage)) } })"
    )
    return found


def test_nothing_that_lies_on_the_phone_can_be_read_without_the_pin(served: tuple[Desk, Trip], page: Page) -> None:
    desk, trip = served
    phone = trip.phone("sealed")
    opened_on(page, desk, phone)
    page.context.set_offline(True)
    tick(page, 0, "boarded")
    person = page.locator(".person").first.get_attribute("data-person") or ""
    initials = page.locator(".initials").first.inner_text()

    kept = stored(page)

    assert person
    assert "manifest" in kept
    for words in (person, f'"{initials}"', "initials", phone.key, str(phone.device), "boarded", PIN):
        assert words not in kept, words


def test_a_locked_phone_shows_nobody_and_opens_with_its_pin_alone(served: tuple[Desk, Trip], page: Page) -> None:
    desk, trip = served
    opened_on(page, desk, trip.phone("locked"))
    page.context.set_offline(True)
    tick(page, 0, "boarded")
    page.click("#close")

    expect(page.locator("#board")).to_be_hidden()
    expect(page.locator("#opened")).to_be_hidden()
    assert ways(page) == {"kept": 1}
    unlock(page, "482914")
    expect(page.locator("#told")).to_contain_text("Tries left before the manifest is removed: \u20689\u2069")
    expect(page.locator("#board")).to_be_hidden()

    page.reload()
    unlock(page)

    page.wait_for_selector(".person.is-boarded")
    assert ways(page) == {"kept": 1}


def test_after_ten_wrong_pins_the_manifest_is_gone_and_what_was_seen_is_not(
    served: tuple[Desk, Trip], page: Page
) -> None:
    desk, trip = served
    phone = trip.phone("guessed")
    opened_on(page, desk, phone)
    page.context.set_offline(True)
    tick(page, 0, "boarded")
    page.click("#close")

    for number in range(10):
        unlock(page, f"00000{number}")
        left = "The manifest was removed" if number == 9 else f": \u2068{9 - number}\u2069"
        expect(page.locator("#told")).to_contain_text(left)

    assert "manifest" not in stored(page)
    page.context.set_offline(False)
    unlock(page)
    page.wait_for_function("() => document.querySelector('#ways [data-way=taken]')?.textContent.trim().startsWith('1')")
    assert trip.board().board.words >= 1


def test_a_pin_is_chosen_with_care_and_one_that_is_forgotten_loses_only_what_was_told(
    served: tuple[Desk, Trip], page: Page
) -> None:
    desk, trip = served
    page.goto(address(desk, trip.phone("chosen")))
    unlock(page, "1234", new=True)
    expect(page.locator("#told")).to_contain_text("\u20686\u2069 characters at least")
    page.fill("#pin", PIN)
    page.fill("#pin-again", "482914")
    page.click("#pin-form .first")
    expect(page.locator("#told")).to_contain_text("not the same")
    unlock(page, new=True)
    page.wait_for_selector("#board:not([hidden])")
    page.context.set_offline(True)
    tick(page, 0, "boarded")
    page.click("#close")

    page.click("#anew")
    expect(page.locator("#told")).to_contain_text("lost for ever: \u20681\u2069")
    page.click("#anew")

    expect(page.locator("#empty")).to_be_visible()
    assert "sealed" not in stored(page)


def test_it_is_worked_by_keys_alone_and_saved_as_a_file(served: tuple[Desk, Trip], page: Page) -> None:
    desk, trip = served
    phone = trip.phone("keys")
    opened_on(page, desk, phone)
    page.context.set_offline(True)

    page.keyboard.press("/")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    page.keyboard.press("b")
    page.wait_for_selector(".person.is-boarded")
    page.keyboard.press("u")
    page.wait_for_selector(".person.is-boarded", state="detached")
    with page.expect_download() as download:
        page.click("#save")

    saved = json.loads(Path(download.value.path()).read_text())
    assert [word["state"] for word in saved["words"]] == ["boarded", "waiting"]
    assert saved["device"] == str(phone.device)
    taken = trip.hand_over(phone, *saved["words"])
    assert len(taken.fresh) == 2


CAMERA = """
navigator.mediaDevices.getUserMedia = async () => document.createElement("canvas").captureStream();
HTMLMediaElement.prototype.play = async () => {};
window.seen = null;
window.BarcodeDetector = class { async detect() { return window.seen ? [{ rawValue: window.seen }] : []; } };
"""
"""A browser that has a camera and reads codes: what it sees stands in `window.seen`."""


def test_a_tag_is_read_by_the_camera_where_the_browser_can_and_typed_everywhere(
    served: tuple[Desk, Trip], page: Page
) -> None:
    desk, trip = served
    page.add_init_script(CAMERA)
    opened_on(page, desk, trip.phone("camera"))
    whole = page.evaluate(
        "import(document.querySelector('script[type=module]').src.replace('app.js', 'store.js'))"
        ".then(store => store.told('manifest')).then(manifest => manifest.people[2].tag)"
    )
    person = page.locator(".person").nth(2).get_attribute("data-person")

    page.click("#scan")
    page.evaluate("tag => { window.seen = tag }", "HW1.AAAAAAAAAAAAAAAA.BBBBBBBBBBBBB")
    expect(page.locator("#told")).to_contain_text("no such tag")
    page.evaluate("tag => { window.seen = tag }", whole)

    expect(page.locator(f"[data-person='{person}']")).to_be_focused()
    expect(page.locator("#camera")).to_be_hidden()
    page.fill("#tag", whole.split(".")[1][:8].lower())
    page.press("#tag", "Enter")
    expect(page.locator(f"[data-person='{person}']")).to_be_focused()


def test_without_a_camera_that_reads_codes_none_is_offered(served: tuple[Desk, Trip], page: Page) -> None:
    desk, trip = served
    page.add_init_script("delete window.BarcodeDetector")
    opened_on(page, desk, trip.phone("no camera"))

    expect(page.locator("#scan")).to_be_hidden()
    expect(page.locator("#tag")).to_be_visible()
