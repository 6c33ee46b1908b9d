"""The policy of weights: written by the head of the desk, each time as a version of its own; plans say by which they were made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from django.db import transaction

from homeward.crossings.actions.sheet import Act, Done, Sheet
from homeward.crossings.core.weights import CLASSES, Weights, changed
from homeward.crossings.queries.policies import weights_of
from homeward.crossings.records.known import POLICY
from homeward.ledger.actions.judging import NeedsAReason
from homeward.ledger.core import kinds
from homeward.refusals import Refused


class OnlyTheHead(Refused):
    """Only the head of the desk sets the weights by which plans are made."""


class NothingChanged(Refused):
    """These are the weights that hold already."""


@transaction.atomic
def set_policy(*, weights: Mapping[str, str], reason: str, **act: Unpack[Act]) -> Done:
    """Set the weights that are named, the others staying as they are; every fault is told beside its field."""
    if not act["by"].administrator:
        raise OnlyTheHead(where="policy", instead="Ask whoever heads the desk.")
    sheet = Sheet("set_policy", **act)
    if not reason.strip():
        raise NeedsAReason(where="reason")
    if len(reason) > 2_000 or "\0" in reason:
        sheet.findings.fault("too-long", "reason", "At most 2,000 characters, without NUL.")
    words = [told for told in sheet.known.counting(POLICY, "policy") if told.given.statement != sheet.act]
    before = weights_of(words[-1].content if words else None)
    made = changed(before, dict(weights), sheet.findings)
    sheet.refuse_faults()
    if made == before and not sheet.again():
        raise NothingChanged(where="policy")
    number = 1 + max((told.content.number for told in words), default=0)
    return sheet.do(content_of(made, number, reason.strip()), reason.strip())


def content_of(weights: Weights, number: int, reason: str) -> kinds.PolicySet:
    """The policy as the ledger keeps it."""
    return kinds.PolicySet(
        number=number,
        classes=tuple(
            kinds.ClassWeight(cls=cls, value=value, daily_factor=factor)
            for cls, value, factor in zip(CLASSES, weights.values, weights.daily_factors, strict=True)
        ),
        needs=tuple(kinds.NeedWeight(code=code, cls=cls, place=place) for code, cls, place in weights.needs),
        wait_bonus_per_day=weights.wait_bonus_per_day,
        wait_cap_days=weights.wait_cap_days,
        move_dropped=weights.move_dropped,
        move_later=weights.move_later,
        move_earlier=weights.move_earlier,
        move_frozen_extra=weights.move_frozen_extra,
        frozen_days=weights.frozen_days,
        firm_days=weights.firm_days,
        least_provisional=weights.least_provisional,
        minor_age=weights.minor_age,
        adult_age=weights.adult_age,
        minors_per_escort=weights.minors_per_escort,
        reason=reason,
    )
