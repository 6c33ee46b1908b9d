"""By which weights plans are made, and by which they were made before."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.crossings.core.weights import STARTING, Weights
from homeward.crossings.records.known import POLICY, Known, at_present
from homeward.ledger.core import kinds
from homeward.ledger.queries.views import Asked, CaseView
from homeward.people.queries import GivenView


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A version of the policy: its number, the weights, why, and who set it; the one a desk begins with has no statement."""

    number: int
    weights: Weights
    reason: str
    given: GivenView | None


def policy(asked: Asked) -> PolicyView:
    """The policy that counted at the time asked."""
    return policies(Known(asked))[-1]


def policies_of(asked: Asked) -> list[PolicyView]:
    """Every version that counted at the time asked, the one a desk begins with first."""
    return policies(Known(asked))


def policies_at_present(case: CaseView) -> list[PolicyView]:
    """Every version that counts by what is recorded now, this transaction's own included."""
    return policies(Known(at_present(case)))


def policies(known: Known) -> list[PolicyView]:
    """Every version that counts, the one a desk begins with first."""
    begun = PolicyView(0, STARTING, "", None)
    return [
        begun,
        *(
            PolicyView(told.content.number, weights_of(told.content), told.content.reason, told.given)
            for told in known.counting(POLICY, "policy")
        ),
    ]


def weights_of(content: kinds.PolicySet | None) -> Weights:
    """The weights that a statement holds; without one, those a desk begins with."""
    if content is None:
        return STARTING
    by_class = sorted(content.classes, key=lambda each: each.cls)
    return Weights(
        values=tuple(each.value for each in by_class),
        daily_factors=tuple(each.daily_factor for each in by_class),
        needs=tuple((each.code, each.cls, each.place) for each in content.needs),
        wait_bonus_per_day=content.wait_bonus_per_day,
        wait_cap_days=content.wait_cap_days,
        move_dropped=content.move_dropped,
        move_later=content.move_later,
        move_earlier=content.move_earlier,
        move_frozen_extra=content.move_frozen_extra,
        frozen_days=content.frozen_days,
        firm_days=content.firm_days,
        least_provisional=content.least_provisional,
        minor_age=content.minor_age,
        adult_age=content.adult_age,
        minors_per_escort=content.minors_per_escort,
    )
