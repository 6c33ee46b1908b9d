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
from homeward.ledger.formats.case1.part import LONGEST_ID, Part, joined, quoted

SOURCE = frozenset({"outlet", "published", "url", "kind"})
SOURCE_KINDS = frozenset({"news", "un", "ngo", "encyclopedia"})
PARTY = frozenset({"id", "name", "role", "since", "until"})
CHANNEL = frozenset({"id", "name", "parties", "mediators", "covers"})
AGREEMENT = frozenset(
    {
        *("id", "title", "announced", "planned_start", "actual_start", "actual_end", "suspended", "deadline"),
        *("deadline_text", "phases", "obligations", "rules"),
    }
)
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
        part.reading.findings.note("source-kind", part.at("kind"), f"The kind {quoted(kind)} is kept as written.")
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
    return tuple([_channel(part) for part in case.objects("channels", CHANNEL)])


def _channel(part: Part) -> Channel:
    return Channel(
        place=part.place,
        id=part.id(),
        name=part.text("name"),
        parties=part.texts("parties"),
        mediators=part.texts("mediators"),
        covers=part.text("covers"),
    )


def agreements(case: Part) -> tuple[Agreement, ...]:
    """The arrangements with what stands in them."""
    return tuple([_agreement(part) for part in case.objects("agreements", AGREEMENT)])


def _agreement(part: Part) -> Agreement:
    return Agreement(
        place=part.place,
        id=part.id(),
        title=part.needed("title"),
        announced=part.time("announced"),
        planned_start=part.time("planned_start"),
        actual_start=part.time("actual_start"),
        actual_end=part.time("actual_end"),
        suspended=part.time("suspended"),
        deadline=part.time("deadline"),
        deadline_text=part.text("deadline_text"),
        phases=tuple([_phase(item) for item in part.objects("phases", None, bare="text")]),
        obligations=tuple([_obligation(item) for item in part.objects("obligations", OBLIGATION)]),
        rules=tuple([_rule(item) for item in part.objects("rules", RULE)]),
    )


def _phase(part: Part) -> Phase:
    return Phase(part.place, part.text("id"), part.text("text"), part.open(PHASE))


def _obligation(part: Part) -> Obligation:
    return Obligation(
        place=part.place,
        id=part.id(),
        bearer=part.prose("bearer"),
        beneficiary=part.prose("beneficiary"),
        action=part.needed("action"),
        object=part.text("object"),
        quantity=_quantity(part),
        per=part.written.get("per"),
        window=part.time("window"),
        ratio=_ratio(part),
        ratio_by_category=part.written.get("ratio_by_category"),
        batches=part.written.get("batches"),
        source=part.texts("source"),
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
        place=part.place,
        id=part.id(),
        kind=part.one_of("kind", RuleKind, "unknown-kind") or RuleKind.LIST,
        text=part.text("text"),
        per=part.written.get("per"),
        adds=part.written.get("adds"),
        cap=part.written.get("cap"),
        source=part.texts("source"),
    )


def conditions(case: Part) -> tuple[Condition, ...]:
    """What is said to stand in the way, with what became of it."""
    return tuple([_condition(part) for part in case.objects("conditions", CONDITION)])


def _condition(part: Part) -> Condition:
    return Condition(
        place=part.place,
        id=part.id(),
        demanded_by=part.prose("demanded_by"),
        demanded_of=part.prose("demanded_of"),
        gates=part.text("gates"),
        text=part.needed("text"),
        stated_on=part.time("stated_on"),
        cleared=part.time("cleared"),
        cleared_by=part.prose("cleared_by"),
        history=tuple([_turn(item) for item in part.objects("history", None, bare="status")]),
        note=part.text("note"),
        source=part.texts("source"),
    )


def _turn(part: Part) -> HistoryItem:
    return HistoryItem(part.place, part.time("at"), part.text("status"), part.open(HISTORY))


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
    return tuple([_question(part) for part in case.objects("expect", None)])


def _question(part: Part) -> ExpectItem:
    return ExpectItem(
        place=part.place,
        id=part.id(),
        ask=part.needed("ask"),
        as_of=part.time("as_of"),
        answer=part.written.get("answer"),
        why=part.text("why"),
        more=part.open(EXPECT),
    )
