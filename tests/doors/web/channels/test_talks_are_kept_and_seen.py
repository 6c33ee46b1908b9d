"""Channels, meetings and positions in the browser: entered by their forms, seen with who said them, hidden without a trace."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from django.test import Client

from homeward.talks.actions import About
from tests.apps.talks.channelled import SLUG, Table
from tests.cast import case_of

ROOM = f"/c/{SLUG}/talks/"
PAGES = ("channels", "meetings", "positions")
#: What is another at each asking: keys of forms, and the minute it is now.
ONE_TIME = re.compile(r'(csrfmiddlewaretoken|once)" value="[^"]*"|<time datetime="[^"]*">.*?</time>')


def sent(client: Client, what: str, told: dict[str, Any], *, of: object = "") -> Any:
    address = f"{ROOM}say/{what}/" + (f"?of={of}" if of else "")
    return client.post(address, {"once": str(uuid4()), **told}, follow=True)


def test_everything_is_entered_by_its_form_and_seen_with_who_said_it(table: Table, officer: Client) -> None:
    page = sent(officer, "channel", {"name": "The line", "parties": "Northland\nSouthland", "medium": "hotline"})
    assert "The line" in page.content.decode()
    line = next(each.id for each in table.channels() if each.name == "The line")

    told = {"channel": str(line), "begins": "3 Jan 2026 10:00", "attendees": "Ada Envoy, host", "speaker": "An envoy"}
    page = sent(officer, "meeting", {**told, "said": "4 Jan 2026"})
    assert "Ada Envoy" in page.content.decode()
    (meeting,) = table.meetings()
    assert meeting.attendees[0].capacity == "host"

    page = sent(
        officer, "readout",
        {"meeting": str(meeting.id), "side": "Northland", "words": "Both lists were agreed.", "said": "4 Jan 2026"},
    )  # fmt: skip
    words = page.content.decode()
    assert "Both lists were agreed." in words
    assert "has said nothing of it" in words

    told = {"party": "Northland", "topic": "Prisoners", "firmness": "red_line", "said": "4 Jan 2026"}
    first = sent(officer, "position", {**told, "stance": "demand", "words": "All first."})
    assert "said to be a red line" in first.content.decode()
    ref = table.positions()[0].lines[0].positions[0].ref
    page = sent(
        officer, "position", {**told, "stance": "accept", "words": "Half.", "supersedes": ref, "said": "5 Jan 2026"}
    )
    assert "was replaced" in page.content.decode()
    assert "another stance" in page.content.decode()


def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(table: Table, officer: Client) -> None:
    told = {"channel": str(table.channel), "begins": "3 Jan 2026 10:00", "ends": "3 Jan 2026 09:00"}
    page = sent(officer, "meeting", {**told, "attendees": "Ada Envoy\nada envoy, host", "place": "The lake house"})

    words = page.content.decode()
    assert page.status_code == 422
    assert "Error:" in words
    assert "It ends before it begins." in words
    assert "Line 2: ada envoy is named twice" in words
    assert "Say when it was said" in words
    assert 'value="The lake house"' in words
    assert table.meetings() == ()


def test_a_form_sent_twice_records_once(table: Table, officer: Client) -> None:
    told = {"once": str(uuid4()), "name": "The line", "parties": "Northland\nSouthland"}
    for _ in range(2):
        assert officer.post(f"{ROOM}say/channel/", told).status_code == 302

    assert len(table.channels()) == 2


def test_what_should_be_looked_at_is_told_after_recording(table: Table, officer: Client) -> None:
    meeting = table.meets()
    told = {"meeting": str(meeting), "side": "Eastland", "words": "It went well, we hear.", "said": "4 Jan 2026"}

    assert "Nobody has said that this side was there" in sent(officer, "readout", told).content.decode()


def test_a_channel_is_described_anew_in_a_form_that_is_filled(table: Table, officer: Client) -> None:
    begun = officer.get(f"{ROOM}say/channel/?of={table.channel}").content.decode()
    assert 'value="The Westland channel"' in begun

    told = {"name": "The Westland channel", "parties": "Northland\nSouthland", "closed": "4 Jan 2026"}
    page = sent(officer, "channel", told, of=table.channel)

    assert page.status_code == 200
    assert table.channels()[0].is_closed


def test_a_case_without_channels_says_what_to_do_first(table: Table, officer: Client) -> None:
    table.desk.load(case_of({}, slug="another"))

    for page, words in zip(
        PAGES, ("No channel is recorded.", "No meeting is recorded.", "No position is recorded."), strict=True
    ):
        assert words in officer.get(f"/c/another/talks/{page}/").content.decode()
    assert "Open a channel" in officer.get("/c/another/talks/say/meeting/").content.decode()


def test_who_may_not_write_reads_and_an_outsider_finds_no_case(table: Table, reader: Client, outsider: Client) -> None:
    table.meets()
    for page in PAGES:
        assert reader.get(f"{ROOM}{page}/").status_code == 200
        assert "say/" not in reader.get(f"{ROOM}{page}/").content.decode()
        assert outsider.get(f"{ROOM}{page}/").status_code == 404
    assert reader.post(f"{ROOM}say/channel/", {}).status_code == 403
    assert outsider.post(f"{ROOM}say/channel/", {}).status_code == 404


def test_in_the_past_the_pages_show_what_was_known_and_forms_are_closed(table: Table, officer: Client) -> None:
    table.meets()

    assert "The lake" not in officer.get(f"{ROOM}meetings/?as_of=2026-01-02").content.decode()
    assert officer.post(f"{ROOM}say/meeting/?as_of=2026-01-02", {}).status_code == 409


def test_what_is_not_there_is_not_there(table: Table, officer: Client) -> None:
    for address in (
        "say/nothing/",
        f"say/meeting/?of={uuid4()}",
        f"meetings/?channel={uuid4()}",
        "positions/?channel=x",
    ):
        assert officer.get(f"{ROOM}{address}").status_code == 404, address


def test_a_channel_of_a_narrow_compartment_changes_nothing_on_the_pages_of_others(table: Table, reader: Client) -> None:
    table.meets()
    addresses = [*(f"{ROOM}{page}/" for page in PAGES), f"/c/{SLUG}/statements/", f"/c/{SLUG}/sources/"]
    before = [ONE_TIME.sub("", reader.get(address).content.decode()) for address in addresses]

    quiet = table.opens("The quiet line", room=table.narrower().id, mediators=("A quiet envoy",))
    meeting = table.meets(channel=quiet)
    table.tells(meeting, "Northland", "They meet at last.")
    table.stands("Northland", "offer", "Ten for ten.", topic="A quiet topic", about=About(channel=quiet))

    assert [ONE_TIME.sub("", reader.get(address).content.decode()) for address in addresses] == before
    assert reader.get(f"{ROOM}meetings/?channel={quiet}").status_code == 404
