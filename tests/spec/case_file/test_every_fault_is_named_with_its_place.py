"""What a case file may get wrong: each fault by itself, with its grade, its code and its place in the file."""

from __future__ import annotations

from typing import Any

import pytest

from tests.spec.case_file.files import GONE, WHOLE, Path, found, told

S, F = ("statements", 0), ("statements", 0, "figures", 0)

FAULTS: list[tuple[str, Path, Any, str, str]] = [
    # what it is, where it is changed, to what, the code, the place that is told
    ("no schema", ("schema",), GONE, "missing", "schema"),
    ("another schema", ("schema",), "case/2", "unknown-schema", "schema"),
    ("a schema that is no text", ("schema",), 1, "unknown-schema", "schema"),
    ("no id", ("id",), GONE, "missing", "id"),
    ("a blank title", ("title",), "  ", "empty", "title"),
    ("no zone", ("timezone",), GONE, "missing", "timezone"),
    ("a zone nobody knows", ("timezone",), "Harbour time", "unknown-zone", "timezone"),
    ("a zone that is an offset", ("timezone",), "+02:00", "unknown-zone", "timezone"),
    ("an unknown field", ("color",), "red", "unknown-field", "color"),
    ("an unknown field with spaces", ("the color",), "red", "unknown-field", "['the color']"),
    ("an unknown field of a source", ("sources", "wire1", "lang"), "en", "unknown-field", "sources.wire1.lang"),
    ("an unknown field of a statement", (*S, "colour"), 1, "unknown-field", "statements[0].colour"),
    ("an unknown field of a figure", (*F, "high"), 1, "unknown-field", "statements[0].figures[0].high"),
    ("an unknown field of a span", (*S, "spans", 0, "quote"), "x", "unknown-field", "statements[0].spans[0].quote"),
    ("an unknown field of a quantity", ("agreements", 0, "obligations", 0, "quantity", "x"), 1, "unknown-field",
     "agreements[0].obligations[0].quantity.x"),
    ("sources as a list", ("sources",), [], "wrong-type", "sources"),
    ("statements as an object", ("statements",), {}, "wrong-type", "statements"),
    ("a statement that is a text", ("statements", 2), "s03", "wrong-type", "statements[2]"),
    ("a figure that is a number", (*S, "figures", 2), 500, "wrong-type", "statements[0].figures[2]"),
    ("a text that is a number", (*S, "text"), 5, "wrong-type", "statements[0].text"),
    ("an id that is a number", (*S, "id"), 1, "wrong-type", "statements[0].id"),
    ("an id with a space at its end", (*S, "id"), "s01 ", "spaced-id", "statements[0].id"),
    ("an id like a figure's", (*S, "id"), "s01#2", "bad-id", "statements[0].id"),
    ("a number that is a text", (*F, "lo"), "500", "wrong-type", "statements[0].figures[0].lo"),
    ("a number that is true", (*F, "lo"), True, "wrong-type", "statements[0].figures[0].lo"),
    ("a number beyond all counting", (*F, "lo"), 10**15, "too-large", "statements[0].figures[0].lo"),
    ("a number below zero", (*F, "lo"), -5, "no-quantity", "statements[0].figures[0]"),
    ("a figure without a number", (*F, "lo"), None, "no-number", "statements[0].figures[0]"),
    ("lo above hi", (*F, "hi"), 400, "lo-above-hi", "statements[0].figures[0]"),
    ("a sign that the numbers do not fit", (*F, "hi"), 600, "op-misfit", "statements[0].figures[0]"),
    ("an unknown sign", (*F, "op"), "=>", "unknown-op", "statements[0].figures[0].op"),
    ("an unknown kind of figure", (*F, "kind"), "stok", "unknown-kind", "statements[0].figures[0].kind"),
    ("an unknown kind of rule", ("agreements", 0, "rules", 0, "kind"), "x", "unknown-kind",
     "agreements[0].rules[0].kind"),
    ("an unknown modality", (*S, "modality"), "claimed", "unknown-modality", "statements[0].modality"),
    ("no speaker", (*S, "speaker"), GONE, "missing", "statements[0].speaker"),
    ("no day of saying", (*S, "said_on"), GONE, "missing", "statements[0].said_on"),
    ("no measure", (*F, "measure"), GONE, "missing", "statements[0].figures[0].measure"),
    ("a party that is not there", ("channels", 0, "parties", 1), "HILL", "unknown-party", "channels[0].parties"),
    ("a mediator that is not there", ("channels", 0, "mediators"), ["UNO"], "unknown-party", "channels[0].mediators"),
    ("the party of a statement that is not there", (*S, "party"), "XXX", "unknown-party", "statements[0].party"),
    ("a source that is not there", (*S, "source"), ["wire"], "unknown-source", "statements[0].source"),
    ("a source of a condition", ("conditions", 0, "source"), "x", "unknown-source", "conditions[0].source"),
    ("a source of a rule", ("agreements", 0, "rules", 0, "source"), "x", "unknown-source",
     "agreements[0].rules[0].source"),
    ("a counter that is not there", ("statements", 0, "figures", 1, "by"), "x", "unknown-source",
     "statements[0].figures[1].by"),
    ("a source of a document", ("documents", 0, "source"), "x", "unknown-source", "documents[0].source"),
    ("a document that is not there", (*S, "spans", 0, "document"), "d2", "unknown-document",
     "statements[0].spans[0].document"),
    ("a span beyond the text", (*S, "spans", 0, "end"), 900, "span-outside", "statements[0].spans[0]"),
    ("a span that ends before it begins", (*S, "spans", 0, "start"), 30, "span-outside", "statements[0].spans[0]"),
    ("a span without end", (*S, "spans", 0, "end"), GONE, "missing", "statements[0].spans[0].end"),
    ("half a character", (*S, "spans", 0, "end"), 2.5, "wrong-type", "statements[0].spans[0].end"),
    ("an unknown statement superseded", ("statements", 1, "supersedes"), "s00", "unknown-statement",
     "statements[1].supersedes"),
    ("an unknown statement contradicted", ("statements", 1, "contradicts"), "x", "unknown-statement",
     "statements[1].contradicts"),
    ("an unknown statement corrected", ("statements", 1, "corrects"), "x", "unknown-statement",
     "statements[1].corrects"),
    ("a figure that the statement has not", ("statements", 1, "supersedes"), "s01#3", "unknown-figure",
     "statements[1].supersedes"),
    ("a statement that contradicts itself", (*S, "contradicts"), "s01", "of-itself", "statements[0].contradicts"),
    ("statements that supersede one another", (*S, "supersedes"), "s02", "in-a-circle", "statements[0].supersedes"),
    ("a day that does not exist", (*S, "said_on"), "2031-02-31", "no-such-time", "statements[0].said_on"),
    ("an hour that does not exist", (*S, "event_date"), "2031-03-03T25:00", "no-such-time",
     "statements[0].event_date"),
    ("an interval backwards", ("agreements", 0, "suspended"), "2031-03-06..2031-03-01", "backwards",
     "agreements[0].suspended"),
    ("a window backwards", ("statements", 1, "figures", 0, "window"), ["2031-03-05", "2031-03-03"], "backwards",
     "statements[1].figures[0].window"),
    ("a time that is a number", (*S, "said_on"), 2031, "wrong-type", "statements[0].said_on"),
    ("said before its party existed", ("parties", 0, "since"), "2031-04-01", "before-speaker",
     "statements[0].said_on"),
    ("said after its party had ended", ("parties", 0, "until"), "2031-02-01", "after-speaker",
     "statements[0].said_on"),
    ("a party that ended before it began", ("parties", 2, "since"), "2033-01-01", "backwards", "parties[2].until"),
    ("a ratio to nothing", ("agreements", 0, "obligations", 1, "ratio", "den"), 0, "zero",
     "agreements[0].obligations[1].ratio.den"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "value", "code", "where"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_a_fault_is_named_with_its_place(path: Path, value: Any, code: str, where: str) -> None:
    findings = told(found((path, value)))

    assert ("fault", code, where) in findings


def test_an_unknown_field_is_told_with_the_one_that_was_meant() -> None:
    (fault,) = found(((*S, "evnt_date"), "2031-03-03")).faults

    assert fault.message == "The form has no field 'evnt_date' here. Did you mean 'event_date'?"


def test_an_unknown_party_is_told_with_the_one_that_was_meant() -> None:
    (fault,) = found((("channels", 0, "mediators"), ["MEDI"])).faults

    assert fault.message == "There is no party 'MEDI' in this file. Did you mean 'MED'?"


@pytest.mark.parametrize("part", ["parties", "channels", "agreements", "conditions", "documents", "expect"])
def test_an_id_stands_for_one_part_only(part: str) -> None:
    count = len(WHOLE[part])

    findings = told(found(((part, count), WHOLE[part][0])))

    assert findings[0] == ("fault", "duplicate-id", f"{part}[{count}]")


def test_one_id_with_two_contents_is_a_fault_and_the_same_content_twice_is_a_note() -> None:
    same = WHOLE["statements"][0]
    other = {**same, "text": "more than 600 drivers wait"}

    assert told(found((("statements", 2), same))) == [("note", "repeated", "statements[2]")]
    assert told(found((("statements", 2), other))) == [("fault", "duplicate-id", "statements[2]")]
