"""The closed words of lists, as pages show them: each named once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = Mapping[str, str | Promise]

#: What a column of a list can hold, and what a person can type of one row.
FIELDS: Words = MappingProxyType(
    {
        "running number": pgettext_lazy("column", "running number"),
        "name": pgettext_lazy("column", "name"),
        "given name": pgettext_lazy("column", "given name"),
        "father's name": pgettext_lazy("column", "father's name"),
        "grandfather's name": pgettext_lazy("column", "grandfather's name"),
        "family name": pgettext_lazy("column", "family name"),
        "name in another script": pgettext_lazy("column", "name in another script"),
        "mother's name": pgettext_lazy("column", "mother's name"),
        "also called": pgettext_lazy("column", "also called"),
        "birth": pgettext_lazy("column", "birth"),
        "age": pgettext_lazy("column", "age"),
        "sex": pgettext_lazy("column", "sex"),
        "nationality": pgettext_lazy("column", "nationality"),
        "document": pgettext_lazy("column", "number of the paper"),
        "document kind": pgettext_lazy("column", "kind of the paper"),
        "document country": pgettext_lazy("column", "country of the paper"),
        "issued": pgettext_lazy("column", "issued on"),
        "expires": pgettext_lazy("column", "expires on"),
        "second document": pgettext_lazy("column", "second paper"),
        "household": pgettext_lazy("column", "household"),
        "relation": pgettext_lazy("column", "place in the household"),
        "place": pgettext_lazy("column", "place"),
        "contact": pgettext_lazy("column", "contact"),
        "needs": pgettext_lazy("column", "needs"),
        "decision": pgettext_lazy("column", "decision"),
        "remarks": pgettext_lazy("column", "remarks"),
        "machine-readable zone": pgettext_lazy("column", "machine-readable zone"),
        "other": pgettext_lazy("column", "something else: keep it under its heading"),
        "nothing": pgettext_lazy("column", "nothing that is needed: leave it out"),
    }
)
#: Fields in which two records can differ, beside those that a column can hold.
DIFFERING: Words = MappingProxyType(
    {
        **FIELDS,
        "document": pgettext_lazy("column", "paper"),
        "document kind or country": pgettext_lazy("column", "kind or country of the paper"),
        "other columns": pgettext_lazy("column", "other columns"),
        "another column": pgettext_lazy("column", "another column"),
    }
)
#: What became of a row since the version before.
CHANGES: Words = MappingProxyType(
    {
        "in": pgettext_lazy("row", "new"),
        "out": pgettext_lazy("row", "no longer on it"),
        "changed": pgettext_lazy("row", "changed"),
        "corrected": pgettext_lazy("row", "written otherwise"),
        "moved": pgettext_lazy("row", "in another row"),
        "same": pgettext_lazy("row", "the same"),
        "kept": pgettext_lazy("row", "still counted: no row gives it for sure"),
        "settled": pgettext_lazy("row", "put right by hand"),
        "hint": pgettext_lazy("row", "perhaps the same"),
    }
)
#: The order in which changes are told.
ORDER = ("in", "out", "changed", "corrected", "moved", "same", "kept")
STATES: Words = MappingProxyType(
    {
        "checking": pgettext_lazy("file", "is being read"),
        "asking": pgettext_lazy("file", "has questions"),
        "ready": pgettext_lazy("file", "can be taken in"),
        "keying": pgettext_lazy("file", "is to be keyed by two people"),
        "taking": pgettext_lazy("file", "is being taken in"),
        "taken": pgettext_lazy("file", "was taken in"),
        "rejected": pgettext_lazy("file", "cannot be taken in"),
        "given_up": pgettext_lazy("file", "was given up"),
    }
)
#: How a question is headed.
QUESTIONS: Words = MappingProxyType(
    {
        "encoding": _("In which code page was the file written?"),
        "hidden-sheet": _("A sheet is hidden. Is it taken in?"),
        "hidden-rows": _("Rows are hidden. Are they taken in?"),
        "hidden-columns": _("Columns are hidden. Are they taken in?"),
        "header": _("Which line holds the headings?"),
        "column": _("What does this column hold?"),
        "name-column": _("Which column holds the names?"),
        "day-order": _("Does the day or the month come first?"),
        "calendar": _("By which calendar are these years counted?"),
        "several-people": _("Cells may name two people. Is each of them one person's name?"),
        "long-name": _("Names have more than 1,000 characters. Are they names?"),
        "nationality": _("Nobody knows these words for a nationality. Are they kept as they are?"),
        "shrunk": _("Many are not on this version. Were they taken off the list?"),
        "declared-in-future": _("The list is of a day that has not come yet. Is it of that day?"),
        "declared-before-last": _("The list is of an earlier day than the last version. Is it an older one?"),
        "pasted-list": _("The mail holds numbered lines. Are they the list?"),
        "two-kinds": _("The file may be read as two kinds."),
    }
)
#: What a choice means, by question and answer; others say so in their own words.
ANSWERS: Mapping[tuple[str, str], str | Promise] = MappingProxyType(
    {
        ("hidden-sheet", "take"): pgettext_lazy("answer", "take them in"),
        ("hidden-sheet", "leave"): pgettext_lazy("answer", "leave them out"),
        ("hidden-rows", "take"): pgettext_lazy("answer", "take them in"),
        ("hidden-rows", "leave"): pgettext_lazy("answer", "leave them out"),
        ("hidden-columns", "take"): pgettext_lazy("answer", "take them in"),
        ("hidden-columns", "leave"): pgettext_lazy("answer", "leave them out"),
        ("header", "0"): pgettext_lazy("answer", "none: the first line is a record already"),
        ("name-column", "leave"): pgettext_lazy("answer", "none: this table holds nobody, leave it out"),
        ("day-order", "day first"): pgettext_lazy("answer", "the day first"),
        ("day-order", "month first"): pgettext_lazy("answer", "the month first"),
        ("calendar", "hijri"): pgettext_lazy("calendar", "Hijri"),
        ("calendar", "solar hijri"): pgettext_lazy("answer", "solar Hijri, of Iran and Afghanistan"),
        ("calendar", "unread"): pgettext_lazy("answer", "nobody knows: keep the words, unread"),
        ("several-people", "keep"): pgettext_lazy("answer", "yes: one person each, keep the cell as it is"),
        ("several-people", "leave"): pgettext_lazy("answer", "no: leave these rows set aside"),
        ("long-name", "take"): pgettext_lazy("answer", "yes, take them in"),
        ("long-name", "leave"): pgettext_lazy("answer", "no: leave these rows set aside"),
        ("nationality", "keep"): pgettext_lazy("answer", "yes: keep the words, without a country"),
        ("nationality", "stop"): pgettext_lazy("answer", "no: the list is to be put right first"),
        ("declared-in-future", "take"): pgettext_lazy("answer", "yes, it is of that day"),
        ("declared-in-future", "stop"): pgettext_lazy("answer", "no: it is not taken in"),
        ("declared-before-last", "take"): pgettext_lazy("answer", "yes, it is of that day"),
        ("declared-before-last", "stop"): pgettext_lazy("answer", "no: it is not taken in"),
    }
)
#: Why a line was set aside.
REASONS: Words = MappingProxyType(
    {
        "no-name": pgettext_lazy("set aside", "No name stands in this row."),
        "sum": pgettext_lazy("set aside", "This is a sum and no person."),
        "several-people": pgettext_lazy("set aside", "One cell may name two people."),
        "long-name": pgettext_lazy("set aside", "The name is very long."),
        "cell-too-long": pgettext_lazy("set aside", "A cell holds too much."),
        "more-cells": pgettext_lazy("set aside", "There are more cells than headings."),
        "hidden": pgettext_lazy("set aside", "It is hidden in the file."),
        "left-out": pgettext_lazy("set aside", "Somebody said that this sheet holds nobody."),
        "fault": pgettext_lazy("set aside", "The line could not be read whole."),
    }
)
#: Why a line is no person's.
NOBODY: Words = MappingProxyType(
    {
        "heading": pgettext_lazy("no person", "it is a heading"),
        "sum": pgettext_lazy("no person", "it is a sum"),
        "blank": pgettext_lazy("no person", "it is blank"),
        "twice": pgettext_lazy("no person", "it says a row again"),
        "no person": pgettext_lazy("no person", "it names no person"),
    }
)
#: What people type first of a row; the other fields are folded away.
TYPED_FIRST = ("name", "name in another script", "birth", "sex", "nationality", "document", "expires", "decision")
