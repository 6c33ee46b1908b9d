"""The picture of a case: one answer from which the terminal, the page and the API print the same numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from homeward.ledger.core.compared import Relation, Verdict
from homeward.ledger.queries import conditions as condition_queries
from homeward.ledger.queries import figures, sources, sums, words
from homeward.ledger.queries.figures import Group
from homeward.ledger.queries.sums import Sums
from homeward.ledger.queries.views import Asked, ConditionView, FigureView, SourceView, StatementView
from homeward.ledger.queries.words import LastWord

DISAGREE = (Verdict.CONFLICT, Verdict.ARITHMETIC_FAULT)
ONLY_SEEMS = (Verdict.PART_OF, Verdict.COMPATIBLE, Verdict.CORRECTED, Verdict.DIFFERENT_SPLIT, Verdict.SAME)
RECENTLY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PartyWords:
    """A party and what it last said on each topic; a voice that acts for none stands under its own name."""

    name: str
    party: SourceView | None
    words: tuple[LastWord, ...]


@dataclass(frozen=True, slots=True)
class Against:
    """Two figures, or two statements, held against each other, with the sentence that says how they stand."""

    sentence: str
    verdict: str
    refs: tuple[str, ...]
    figures: tuple[FigureView, ...] = ()
    statements: tuple[StatementView, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """What nobody has said, as a question to put to somebody."""

    question: str
    about: str
    put_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known of a case, by whom, how sure, what disagrees and what only seems to."""

    asked: Asked
    parties: tuple[PartyWords, ...]
    groups: tuple[Group, ...]
    conditions: tuple[ConditionView, ...]
    agreements: tuple[StatementView, ...]
    timeline: tuple[StatementView, ...]
    by_event: bool
    since: datetime
    changed: tuple[StatementView, ...]
    changed_count: int
    disagreements: tuple[Against, ...]
    only_seem: tuple[Against, ...]
    sums: Sums
    gaps: tuple[Gap, ...]


def picture(asked: Asked, *, since: datetime | None = None, by_event: bool = True) -> Picture:
    """The picture of a case as of and as known at the times asked; `since` asks what changed after it (default a day before)."""
    after = since or min(asked.known_at, asked.as_of) - RECENTLY
    last, conditions, (changed, count), agreements, timeline, spoken = words.read(
        asked,
        words.last_words(asked),
        condition_queries.conditions(asked),
        words.changed_since(asked, after),
        words.of_kind(asked, "said.agreement", at_most=50),
        words.timeline(asked, by_event=by_event),
        words.linked(asked, ("contradicts", "denies")),
    )
    parties = sources.parties(asked)
    stated = figures.populations(asked)
    groups = figures.groups(asked, stated=stated)
    related = unique(relation for group in groups for relation in group.relations)
    shown = {figure.ref: figure for group in groups for figure in (*group.current, *group.history)}
    added = sums.sums(asked, stated)
    return Picture(
        asked=asked,
        parties=tuple(_by_party(last, parties)),
        groups=tuple(sorted(groups, key=_order)),
        conditions=tuple(conditions),
        agreements=tuple(agreements),
        timeline=tuple(timeline),
        by_event=by_event,
        since=after,
        changed=tuple(changed),
        changed_count=count,
        disagreements=(
            *against(related, shown, DISAGREE),
            *spoken_against(spoken),
            *(Against(check.what, Verdict.ARITHMETIC_FAULT.value, check.statements) for check in added.faults),
        ),
        only_seem=(*_one_utterance(shown.values()), *against(related, shown, ONLY_SEEMS)),
        sums=added,
        gaps=tuple(_gaps(groups, last, conditions, parties)),
    )


def against(
    related: Sequence[Relation], shown: dict[str, FigureView], verdicts: tuple[Verdict, ...]
) -> tuple[Against, ...]:
    """The relations that have one of these verdicts, with the figures they hold against each other."""
    return tuple(
        Against(r.why, r.verdict.value, (r.a, r.b), tuple(shown[ref] for ref in (r.a, r.b) if ref in shown))
        for r in related
        if r.verdict in verdicts
    )


def spoken_against(linked: Iterable[tuple[StatementView, StatementView, str]]) -> tuple[Against, ...]:
    """Statements of which one contradicts or denies another, in their own words."""
    return tuple(
        Against(f"{one.ref} {stance} {other.ref}.", stance, (one.ref, other.ref), statements=(one, other))
        for one, other, stance in linked
    )


def _one_utterance(shown: Iterable[FigureView]) -> Iterable[Against]:
    """Statements that several outlets or reports carry and that are one origin; they are not counted twice."""
    by_origin: dict[object, dict[str, FigureView]] = {}
    for figure in shown:
        by_origin.setdefault(figure.origin, {}).setdefault(figure.statement_ref, figure)
    for statements in by_origin.values():
        if len(statements) > 1:
            refs = tuple(sorted(statements))
            doubtful = any(figure.origin_doubtful for figure in statements.values())
            sentence = (
                f"{' and '.join(refs)} {'may be' if doubtful else 'are'} one utterance: one origin, not {len(refs)}."
            )
            yield Against(sentence, "one_origin", refs, tuple(statements.values()))


def unique(related: Iterable[Relation]) -> list[Relation]:
    """Each relation once, in order; a pair that stands in two groups is told in both."""
    return list({(relation.a, relation.b): relation for relation in related}.values())


def _by_party(last: list[LastWord], parties: list[SourceView]) -> Iterable[PartyWords]:
    by_id: dict[UUID, list[LastWord]] = {}
    names: dict[UUID, tuple[str, SourceView | None]] = {party.id: (party.name, party) for party in parties}
    for word in last:
        party = word.statement.party
        voice = party or word.statement.speaker
        key = voice.id if voice else word.voice_id
        names.setdefault(key, (voice.name if voice else "", party))
        by_id.setdefault(key, []).append(word)
    for key, spoken in by_id.items():
        yield PartyWords(*names[key], tuple(spoken))


def _order(group: Group) -> tuple[str, str, int, str]:
    """A whole before its parts, then by name and measure."""
    whole = group.parts_of[0].name if group.parts_of else group.population.name
    return (group.measure, whole, 1 if group.parts_of else 0, group.population.name)


def _gaps(
    groups: list[Group], last: list[LastWord], conditions: list[ConditionView], parties: list[SourceView]
) -> Iterable[Gap]:
    spoke = {word.statement.party.id for word in last if word.statement.party}
    for condition in conditions:
        whom = condition.demanded_by
        if condition.vague:
            yield Gap(f"What would show that this is met: {condition.statement.text}?", condition.statement.ref, whom)
        elif condition.status == "unknown":
            yield Gap(f"Is this met: {condition.statement.text}?", condition.statement.ref, condition.demanded_of)
    for group in groups:
        for figure in group.current:
            if figure.kind == "plan" and figure.window is None and figure.asof_inferred:
                yield Gap(
                    f"When: {figure.words}, {figure.measure}, {figure.population.name}?", figure.ref, (figure.speaker,)
                )
    for party in parties:
        if party.id not in spoke:
            yield Gap(f"What does {party.name} say? Nothing of it is known here.", party.key, (party.name,))
