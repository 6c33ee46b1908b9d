"""The parts of the file around its statements: publications, parties, channels, agreements, conditions, questions."""

from __future__ import annotations

from homeward.ledger.core.figures import Quantity
from homeward.ledger.formats.case1 import numbers
from homeward.ledger.formats.case1.form import (
    Agreement,
    Channel,
    Condition,
    DayRow,
    DocumentText,
    ExpectItem,
    HistoryItem,
    Obligation,
    Party,
    Phase,
    Ratio,
    Rule,
    RuleKind,
    SourceDocument,
)
from homeward.ledger.formats.case1.part import LONGEST_ID, Part, joined

SOURCE = frozenset({"outlet", "published", "url", "kind"})
SOURCE_KINDS = frozenset({"news", "un", "ngo", "encyclopedia"})
PARTY = frozenset({"id", "name", "role", "since", "until"})
CHANNEL = frozenset({"id", "name", "parties", "mediators", "covers"})
AGREEMENT_TIMES = ("announced", "planned_start", "actual_start", "actual_end", "suspended", "deadline")
AGREEMENT = frozenset({"id", "title", *AGREEMENT_TIMES, "deadline_text", "phases", "obligations", "rules"})
PHASE = frozenset({"id", "text"})
OBLIGATION = frozenset(
    {
        *("id", "bearer", "beneficiary", "action", "object", "quantity", "per", "window"),
        *("ratio", "ratio_by_category", "batches", "source"),
    }
)
QUANTITY = frozenset({"op", "lo", "hi"})
RATIO = frozenset({"num", "den", "of"})
RULE = frozenset({"id", "kind", "text", "per", "adds", "cap", "source"})
CONDITION = frozenset(
    {
        *("id", "demanded_by", "demanded_of", "gates", "text", "stated_on"),
        *("cleared", "cleared_by", "history", "note", "source"),
    }
)
HISTORY = frozenset({"at", "status"})
DOCUMENT = frozenset({"id", "source", "language", "text"})
EXPECT = frozenset({"id", "ask", "as_of", "answer", "why"})


def sources(case: Part) -> tuple[SourceDocument, ...]:
    """The publications, each under its key."""
    value = case.written.get("sources")
    if value is None:
        return ()
    if type(value) is not dict:
        case.reading.wrong("sources", "an object of publications by key", value)
        return ()
    made = []
    for key, written in value.items():
        place = joined("sources", key)
        if not key.strip() or len(key) > LONGEST_ID:
            case.reading.findings.fault("bad-key", place, f"A key has 1 to {LONGEST_ID} characters.")
        if type(written) is dict:
            made.append(_source(Part(case.reading, written, place, SOURCE), key))
        else:
            case.reading.wrong(place, "an object", written)
    return tuple(made)


def _source(part: Part, key: str) -> SourceDocument:
    published = part.time("published")
    if published is None and not part.written.get("published"):
        part.reading.findings.note("unpublished", part.at("published"), "It is not said when this was published.")
    kind = part.text("kind")
    if kind and kind not in SOURCE_KINDS:
        part.reading.findings.note("source-kind", part.at("kind"), f"The kind {kind!r} is kept as written.")
    return SourceDocument(part.place, key, part.needed("outlet"), published, part.text("url"), kind)


def parties(case: Part) -> tuple[Party, ...]:
    """The sides of the case."""
    made = []
    for part in case.objects("parties", PARTY):
        since, until = part.time("since"), part.time("until")
        if since and until and since.start and until.until and since.start >= until.until:
            part.reading.findings.fault("backwards", part.at("until"), "It ended before it began.")
        made.append(Party(part.place, part.id(), part.needed("name"), part.text("role"), since, until))
    return tuple(made)


def channels(case: Part) -> tuple[Channel, ...]:
    """The paths between parties."""
    return tuple(
        [
            Channel(
                part.place,
                part.id(),
                part.text("name"),
                part.texts("parties"),
                part.texts("mediators"),
                part.text("covers"),
            )
            for part in case.objects("channels", CHANNEL)
        ]
    )


def agreements(case: Part) -> tuple[Agreement, ...]:
    """The arrangements with what stands in them."""
    return tuple(
        [
            Agreement(
                part.place,
                part.id(),
                part.needed("title"),
                *[part.time(name) for name in AGREEMENT_TIMES],
                part.text("deadline_text"),
                tuple(
                    [
                        Phase(item.place, item.text("id"), item.text("text"), item.open(PHASE))
                        for item in part.objects("phases", None)
                    ]
                ),
                tuple([_obligation(item) for item in part.objects("obligations", OBLIGATION)]),
                tuple([_rule(item) for item in part.objects("rules", RULE)]),
            )
            for part in case.objects("agreements", AGREEMENT)
        ]
    )


def _obligation(part: Part) -> Obligation:
    return Obligation(
        part.place,
        part.id(),
        part.prose("bearer"),
        part.prose("beneficiary"),
        part.needed("action"),
        part.text("object"),
        _quantity(part),
        part.written.get("per"),
        part.time("window"),
        _ratio(part),
        part.written.get("ratio_by_category"),
        part.written.get("batches"),
        part.texts("source"),
    )


def _inner(part: Part, name: str, known: frozenset[str]) -> Part | None:
    value = part.written.get(name)
    if type(value) is dict:
        return Part(part.reading, value, part.at(name), known)
    if value is not None:
        part.reading.wrong(part.at(name), "an object", value)
    return None


def _quantity(part: Part) -> Quantity | None:
    inner = _inner(part, "quantity", QUANTITY)
    return None if inner is None else numbers.quantity(inner)


def _ratio(part: Part) -> Ratio | None:
    inner = _inner(part, "ratio", RATIO)
    if inner is None:
        return None
    num, den = inner.number("num"), inner.number("den")
    if den == 0:
        inner.reading.findings.fault("zero", inner.at("den"), "A ratio to nothing has no value.")
    return Ratio(inner.place, num, den, inner.text("of"))


def _rule(part: Part) -> Rule:
    return Rule(
        part.place,
        part.id(),
        part.one_of("kind", RuleKind, "unknown-kind") or RuleKind.LIST,
        part.text("text"),
        part.written.get("per"),
        part.written.get("adds"),
        part.written.get("cap"),
        part.texts("source"),
    )


def conditions(case: Part) -> tuple[Condition, ...]:
    """What is said to stand in the way, with what became of it."""
    return tuple(
        [
            Condition(
                part.place,
                part.id(),
                part.prose("demanded_by"),
                part.prose("demanded_of"),
                part.text("gates"),
                part.needed("text"),
                part.time("stated_on"),
                part.time("cleared"),
                part.prose("cleared_by"),
                tuple(
                    [
                        HistoryItem(item.place, item.time("at"), item.text("status"), item.open(HISTORY))
                        for item in part.objects("history", None)
                    ]
                ),
                part.text("note"),
                part.texts("source"),
            )
            for part in case.objects("conditions", CONDITION)
        ]
    )


def documents(case: Part) -> tuple[DocumentText, ...]:
    """The texts that spans point into."""
    return tuple(
        [
            DocumentText(part.place, part.id(), part.needed("source"), part.text("language"), part.needed("text"))
            for part in case.objects("documents", DOCUMENT)
        ]
    )


def days(case: Part) -> tuple[DayRow, ...]:
    """The worked day table, row by row, as written."""
    value = case.written.get("days")
    if type(value) is list:
        return tuple([DayRow(f"days[{index}]", row) for index, row in enumerate(value)])
    if type(value) is dict:
        return tuple([DayRow(joined("days", key), {"day": key, "row": row}) for key, row in value.items()])
    if value is not None:
        case.reading.wrong("days", "a list", value)
    return ()


def expect(case: Part) -> tuple[ExpectItem, ...]:
    """The questions with their answers, as written."""
    return tuple(
        [
            ExpectItem(
                part.place,
                part.id(),
                part.needed("ask"),
                part.time("as_of"),
                part.written.get("answer"),
                part.text("why"),
                part.open(EXPECT),
            )
            for part in case.objects("expect", None)
        ]
    )
