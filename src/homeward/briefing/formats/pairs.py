"""Pairs of people who may be one as documents for programs: the evidence in words, what was judged, what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.briefing.formats.notation import Json
from homeward.briefing.formats.people import line_json, person_json
from homeward.matching.formats.evidence import told
from homeward.moments import stamp

if TYPE_CHECKING:  # plain values, whose queries need a database
    from homeward.matching.actions import JudgedPairs
    from homeward.matching.queries import PairLine, PairsView, ReviewView
    from homeward.people.queries import JudgementView


def pairs_json(view: PairsView, zone: ZoneInfo) -> Json:
    """A page of the pairs that wait, those first on which most hangs."""
    return {
        "count": view.count,
        "by_standing": {name: view.by_standing.get(name, 0) for name in ("open", "second", "unsure")},
        "pairs": [_line(each, zone) for each in view.pairs],
    }


def pair_json(view: ReviewView, zone: ZoneInfo) -> Json:
    """Two people with all that is known of each, what speaks for one person and against it, and what would follow."""
    return {
        "one": person_json(view.one, zone),
        "other": person_json(view.other, zone),
        "per_mille": view.per_mille,
        "evidence": evidence_json(view.levels, view.bits),
        "standing": view.standing,
        "hangs_on_it": dict(view.moves),
        "judged": [judgement_json(each) for each in view.judged],
        "against": _refs(view.against),
        "through": _refs(view.through),
        "second_for": [each.value for each in view.second_for],
        "following": _ids(view.following),
        "before": _ids(view.before),
        "left": view.left,
        "unsure": view.unsure,
    }


def judged_json(done: JudgedPairs) -> Json:
    """What was recorded, and the pairs for which a second person must judge alike."""
    return {"statement": done.ref, "waiting": [_ids(each) for each in done.waiting]}


def evidence_json(levels: Sequence[str], bits: Sequence[float]) -> list[Json]:
    """What each field says, what says most first; how much in tenths of bits, since texts hold no fractions."""
    return [
        {
            "field": each.field,
            "level": each.level,
            "tenths_of_bits": None if each.bits is None else round(10 * each.bits),
            "says": each.says or None,
            "words": each.words,
        }
        for each in told(levels, bits)
    ]


def judgement_json(view: JudgementView) -> Json:
    """A judgement on one pair: who or which rule, when, why, and how likely the two were held to be one then."""
    return {
        "statement": view.ref,
        "one": str(view.pair[0]),
        "other": str(view.pair[1]),
        "judgement": view.judgement.value,
        "needs_second": view.second,
        "by": view.by,
        "rule": view.rule or None,
        "reason": view.reason,
        "per_mille": view.per_mille,
        "recorded_at": stamp(view.at),
    }


def _line(line: PairLine, zone: ZoneInfo) -> Json:
    return {
        "one": line_json(line.one, zone),
        "other": line_json(line.other, zone),
        "per_mille": line.per_mille,
        "evidence": evidence_json(line.levels, line.bits),
        "standing": line.standing,
        "hangs_on_it": dict(line.hanging),
    }


def _refs(views: Iterable[JudgementView]) -> list[str]:
    return list(dict.fromkeys(each.ref for each in views))


def _ids(pair: tuple[UUID, UUID] | None) -> list[str] | None:
    return [str(each) for each in pair] if pair else None
