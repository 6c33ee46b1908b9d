"""What is said to stand in the way, and what the voices that speak of it come to: the picture and the talks ask here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.ledger.core.conditions import Held, Report, Value, contrary, held, says
from homeward.ledger.core.vagueness import vague
from homeward.ledger.queries import knowing, words
from homeward.ledger.queries import sources as source_queries
from homeward.ledger.queries.views import Asked, ConditionView, StatementView
from homeward.ledger.queries.words import Answer, Read

CONDITIONS, REPORTS = 2_000, 10_000
"""Conditions and reports of their status that one question reads; past it the answer says what it left out."""
TAKEN_BACK = ("retracted", "corrected", "superseded")


@dataclass(frozen=True, slots=True)
class Voiced:
    """What one voice said of a condition: by which statement, and what that says; `counts` when it decides the value."""

    says: Value
    statement: StatementView
    counts: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """A condition as said, with every report of its status in the order of their times, and what they come to."""

    statement: StatementView
    content: kinds.Condition
    reports: tuple[Voiced, ...]
    held: Held
    vague: bool

    @property
    def taken_back(self) -> bool:
        """Whether it was withdrawn, corrected or replaced, and so stands in nobody's way."""
        return self.statement.standing in TAKEN_BACK


@dataclass(frozen=True, slots=True)
class AllStated:
    """The conditions of a case, and what was left out of them, in words; empty when nothing was."""

    conditions: tuple[Stated, ...]
    left_out: tuple[str, ...] = ()


def stated(asked: Asked) -> Answer[AllStated]:
    """The conditions of the case known at the time asked, those taken back among them, with what voices say of each."""
    conditions = words.of_kind(asked, "said.condition", at_most=CONDITIONS + 1)
    statuses = words.of_kind(asked, "said.condition_status", at_most=REPORTS + 1)
    answering = _answering(asked)
    others = tuple(one for one, _, _ in answering)

    def made(views: Read) -> AllStated:
        reports = _reports(statuses.made(views)[:REPORTS], answering, views)
        said = [
            (view, view.content)
            for view in conditions.made(views)[:CONDITIONS]
            if isinstance(view.content, kinds.Condition)
        ]
        return AllStated(
            tuple(_stated(view, content, reports.get(content.condition, [])) for view, content in said),
            tuple(_left_out(len(conditions.ids), len(statuses.ids))),
        )

    return Answer((*conditions.ids, *statuses.ids, *others), made)


def conditions(asked: Asked) -> Answer[list[ConditionView]]:
    """What was said to stand in the way, with each report of its status; where nobody reported one it is unknown."""
    all_of_them = stated(asked)

    def made(views: Read) -> list[ConditionView]:
        found = all_of_them.made(views).conditions
        names = names_in(asked, [each.content for each in found])
        return [_view(names, each) for each in found]

    return Answer(all_of_them.ids, made)


def names_in(asked: Asked, contents: Iterable[kinds.Condition]) -> dict[UUID, str]:
    """How those are called who demand something or are asked for it; one query, however many conditions there are."""
    named = [whom.source for each in contents for whom in (*each.demanded_by, *each.demanded_of) if whom.source]
    return {id: source.name for id, source in source_queries.sources(asked, named).items()}


def voice(view: StatementView) -> str:
    """For whom a statement speaks: its party, else who its speaker was settled to be; empty where nobody is named."""
    if view.party is not None:
        return view.party.name.casefold()
    return (view.speaker.settled_as or view.speaker.name).casefold() if view.speaker is not None else ""


def _answering(asked: Asked) -> list[tuple[UUID, UUID, str]]:
    """Statements that support or deny a report of a status, known at the time asked."""
    rows: list[Any] = words.rows(
        asked,
        f"""
        SELECT l.from_id, l.to_id, l.stance FROM ledger_link l
        JOIN ledger_statement t ON t.id = l.to_id AND t.kind = 'said.condition_status'
        JOIN ledger_statement s ON s.id = l.from_id
        WHERE l.case_id = %(case)s AND l.stance IN ('supports', 'denies') AND l.to_figure = 0 AND NOT l.doubtful
        AND {knowing.link_known(asked.clock, "l")} AND {knowing.known(asked.clock, "t")} AND {knowing.known(asked.clock, "s")}
        AND ({knowing.event_begun("s")} OR (s.said_from IS NULL AND s.occurred_from IS NULL))
        ORDER BY s.position, l.number LIMIT {REPORTS}
        """,
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _reports(
    statuses: list[StatementView], answering: list[tuple[UUID, UUID, str]], views: Read
) -> dict[UUID, list[tuple[StatementView, Value, int]]]:
    """By condition: each statement that speaks of its status, what it says, and its place in the record."""
    found: dict[UUID, list[tuple[StatementView, Value, int]]] = {}
    said: dict[UUID, tuple[UUID, Value]] = {}
    for place, view in enumerate(statuses):
        if isinstance(view.content, kinds.ConditionStatus):
            value = says(view.content.status, view.modality)
            said[view.id] = (view.content.condition, value)
            found.setdefault(view.content.condition, []).append((view, value, place))
    for place, (one, other, stance) in enumerate(answering, start=len(statuses)):
        if one in views and other in said and one not in said:
            condition, value = said[other]
            found.setdefault(condition, []).append(
                (views[one], value if stance == "supports" else contrary(value), place)
            )
    return found


def _stated(view: StatementView, content: kinds.Condition, reports: list[tuple[StatementView, Value, int]]) -> Stated:
    counting = [(each, value, place) for each, value, place in reports if each.standing not in TAKEN_BACK]
    come_to = held(_report(each, value, place) for each, value, place in counting)
    deciding = {*come_to.met, *come_to.unmet}
    voiced = [Voiced(value, each, str(each.id) in deciding) for each, value, _ in sorted(reports, key=_in_time)]
    return Stated(view, content, tuple(voiced), come_to, vague(view.text))


def _report(view: StatementView, value: Value, place: int) -> Report:
    return Report(
        statement=str(view.id),
        voice=voice(view),
        says=value,
        origin="" if view.origin is None or view.origin_doubtful else str(view.origin),
        about=view.occurred,
        said=view.said or view.published,
        recorded=view.recorded_at,
        place=place,
    )


def _in_time(report: tuple[StatementView, Value, int]) -> tuple[bool, float, float, int]:
    view, _, place = report
    times = [interval.start for interval in (view.occurred, view.said) if interval is not None and interval.start]
    return (bool(times), times[0].timestamp() if times else 0.0, times[-1].timestamp() if times else 0.0, place)


def _left_out(conditions: int, reports: int) -> Iterable[str]:
    if conditions > CONDITIONS:
        yield f"Only the first {CONDITIONS:,} conditions of the case are looked at."
    if reports > REPORTS:
        yield f"Only the first {REPORTS:,} reports of what is met are looked at."


def _view(names: dict[UUID, str], each: Stated) -> ConditionView:
    def named(whom: tuple[kinds.Named, ...]) -> tuple[str, ...]:
        return tuple(names.get(n.source, n.words) if n.source else n.words for n in whom)

    return ConditionView(
        each.statement,
        each.content.gates,
        named(each.content.demanded_by),
        named(each.content.demanded_of),
        each.held.value.value,
        tuple(report.statement for report in each.reports),
        tuple(document.outlet for document in each.statement.documents),
        vague=each.vague,
    )
