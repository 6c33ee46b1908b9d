"""When one person's judgement is not enough: it goes against the evidence, and somebody may be lost by it."""

from __future__ import annotations

from homeward.ledger.core.persons import Judgement

JOINED_ALONE = 500
"""Two people who are held to be one less likely than this (per mille) are joined by two persons only."""
PARTED_ALONE = 950
"""Two people who are held to be one more likely than this are parted by two persons only."""


def needs_second(judgement: Judgement, per_mille: int | None) -> bool:
    """Whether another person must judge alike before it holds. Where nobody can weigh the pair, joining does."""
    if judgement is Judgement.SAME:
        return per_mille is None or per_mille < JOINED_ALONE
    if judgement is Judgement.NOT_SAME:
        return per_mille is not None and per_mille > PARTED_ALONE
    return False
