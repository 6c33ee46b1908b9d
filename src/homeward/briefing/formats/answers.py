"""Answers of the desk as documents for programs: the numbers of the page and of the terminal, from one query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeward.briefing.formats.figures import (
    asked_json,
    current_json,
    fault_json,
    figure_json,
    figures_json,
    group_json,
    sums_json,
)
from homeward.briefing.formats.notation import Json
from homeward.briefing.formats.statements import case_json, condition_json, found_json, source_json, statement_json
from homeward.moments import stamp

if TYPE_CHECKING:  # the picture is a plain value, and the query that makes it needs a database
    from homeward.briefing.queries.picture import Against, Gap, PartyWords, Picture
    from homeward.ledger.queries.views import StatementView

__all__ = [
    "Json",
    "asked_json",
    "case_json",
    "condition_json",
    "fault_json",
    "figure_json",
    "figures_json",
    "found_json",
    "group_json",
    "picture_json",
    "source_json",
    "statement_json",
    "sums_json",
]


def picture_json(picture: Picture) -> Json:
    """The whole picture; lists name statements by ref, and `statements` holds each of them once."""
    zone = picture.asked.case.zone
    return {
        **asked_json(picture.asked),
        "parties": [_party(party) for party in picture.parties],
        "populations": [current_json(group, zone) for group in picture.groups],
        "conditions": [condition_json(condition) for condition in picture.conditions],
        "agreements": _refs(picture.agreements),
        "timeline": {"by": "event" if picture.by_event else "known", "statements": _refs(picture.timeline)},
        "changed": {
            "since": stamp(picture.since),
            "count": picture.changed_count,
            "statements": _refs(picture.changed),
        },
        "disagreements": [_against(one) for one in picture.disagreements],
        "only_seem": [_against(one) for one in picture.only_seem],
        "faults": [fault_json(fault) for fault in picture.sums.faults],
        "sums": sums_json(picture.sums),
        "gaps": [_gap(gap) for gap in picture.gaps],
        "statements": {view.ref: statement_json(view, zone) for view in _every(picture)},
    }


def _party(party: PartyWords) -> Json:
    return {
        "party": party.name,
        "source": source_json(party.party) if party.party else None,
        "words": [{"topic": word.topic, "statement": word.statement.ref} for word in party.words],
    }


def _against(one: Against) -> Json:
    return {"what": one.sentence, "verdict": one.verdict, "refs": list(one.refs)}


def _gap(gap: Gap) -> Json:
    return {"question": gap.question, "about": gap.about or None, "put_to": list(gap.put_to)}


def _refs(views: tuple[StatementView, ...]) -> list[str]:
    return [view.ref for view in views]


def _every(picture: Picture) -> list[StatementView]:
    """Every statement that the picture names, in the order in which it is met."""
    spoken = [word.statement for party in picture.parties for word in party.words]
    said = [view for one in picture.conditions for view in (one.statement, *one.reports)]
    against = [view for one in picture.disagreements for view in one.statements]
    return [*spoken, *said, *picture.agreements, *picture.timeline, *picture.changed, *against]
