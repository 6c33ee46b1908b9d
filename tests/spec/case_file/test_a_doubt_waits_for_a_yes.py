"""Three grades: a fault stops everything, a doubt waits for a person's yes, a note is only told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from homeward.ledger.formats import case1
from tests.spec.case_file.files import GONE, Path, changed, found, read, told

S, F = ("statements", 0), ("statements", 0, "figures", 0)

DOUBTS: list[tuple[str, list[tuple[Path, Any]], str, str]] = [
    ("said when all its publications were out", [((*S, "said_on"), "2031-03-06")], "said-after-published",
     "statements[0].said_on"),
    ("asserted of a day far ahead", [((*S, "event_date"), "2031-03-20")], "event-ahead", "statements[0].event_date"),
    ("its likely party was not yet there", [((*S, "party"), GONE), (("parties", 0, "since"), "2031-04-01")],
     "before-speaker", "statements[0].said_on"),
    ("half a person", [((*F, "lo"), 500.5)], "part-of-a-person", "statements[0].figures[0]"),
    ("a range with one end", [((*F, "op"), "range")], "half-a-range", "statements[0].figures[0]"),
    ("a bound above that is written below", [((*F, "op"), "<")], "hi-missing", "statements[0].figures[0]"),
    ("part of itself", [(("statements", 0, "figures", 1, "part_of"), "sailors")], "part-of-itself",
     "statements[0].figures[1].part_of"),
    ("a span in the text of another", [((*S, "source"), "post2"), (("statements", 0, "figures", 1, "by"), GONE)],
     "span-of-another", "statements[0].spans[0]"),
]  # fmt: skip

NOTES: list[tuple[str, list[tuple[Path, Any]], str, str]] = [
    ("words for a party", [(("conditions", 0, "demanded_of"), "all")], "prose", "conditions[0].demanded_of"),
    ("words beside a party", [(("conditions", 0, "demanded_of"), "HIL/holders")], "prose", "conditions[0].demanded_of"),
    ("a doubtful origin", [((*S, "origin"), "o1?")], "doubtful-origin", "statements[0].origin"),
    ("an offset beside the zone", [(("timezone",), "Asia/Gaza (UTC+2)")], "zone-words", "timezone"),
    ("a time in words that nobody can read", [((*S, "event_date"), "when the rain stopped")], "unread-time",
     "statements[0].event_date"),
    ("said by one clock, published by another", [((*S, "said_on"), "2031-03-05")], "said-after-published",
     "statements[0].said_on"),
    ("a plan put as a fact", [((*S, "event_date"), "2031-03-09")], "event-ahead", "statements[0].event_date"),
    ("a time that is many", [(("agreements", 0, "suspended"), ["2031-03-05", "2031-03-07", "2031-03-09"])],
     "unread-time", "agreements[0].suspended"),
    ("no publication", [(("statements", 1, "source"), [])], "no-source", "statements[1].source"),
    ("a publication without day", [(("sources", "post2", "published"), None)], "unpublished",
     "sources.post2.published"),
    ("a kind of publication", [(("sources", "post2", "kind"), "blog")], "source-kind", "sources.post2.kind"),
    ("counted by another", [(("statements", 0, "figures", 1, "by"), "post2")], "by-of-another",
     "statements[0].figures[1].by"),
    ("a whole that nobody counts", [(("statements", 0, "figures", 1, "part_of"), "all on the road")],
     "uncounted-whole", "statements[0].figures[1].part_of"),
    ("a word of the desk's own list", [((*S, "modality"), "denied")], "modality-of-the-desk",
     "statements[0].modality"),
    ("one number of which only lo is there", [(("statements", 1, "figures", 0, "hi"), None)], "hi-missing",
     "statements[1].figures[0]"),
    ("a number in words", [((*F, "lo"), None), ((*F, "basis"), '"hundreds"')], "number-of-words",
     "statements[0].figures[0]"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "code", "where"), [d[1:] for d in DOUBTS], ids=[d[0] for d in DOUBTS])
def test_a_doubt_is_loaded_only_with_a_yes(changes: list[tuple[Path, Any]], code: str, where: str) -> None:
    data = json.dumps(changed(*changes)).encode()

    assert ("doubt", code, where) in told(found(*changes))
    assert not found(*changes).faults
    with pytest.raises(case1.CaseFileRefused):
        case1.read(data)
    assert case1.read(data, accept_doubts=True).id == "harbour-2031"


@pytest.mark.parametrize(("changes", "code", "where"), [n[1:] for n in NOTES], ids=[n[0] for n in NOTES])
def test_a_note_stops_nothing(changes: list[tuple[Path, Any]], code: str, where: str) -> None:
    findings = found(*changes)

    assert ("note", code, where) in told(findings)
    assert not findings.faults
    assert not findings.doubts
    assert read(*changes).id == "harbour-2031"


def test_a_fault_is_not_loaded_with_any_yes() -> None:
    data = json.dumps(changed(((*F, "hi"), 1))).encode()

    with pytest.raises(case1.CaseFileRefused) as refused:
        case1.read(data, accept_doubts=True)

    assert [fault.code for fault in refused.value.findings.faults] == ["lo-above-hi"]
