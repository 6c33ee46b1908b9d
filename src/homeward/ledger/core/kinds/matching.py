"""What the desk judges about who is who: two people of the register are one, or two, or nobody can tell.

Nobody is changed by it: who is one with whom is worked out anew from the judgements that hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of
from homeward.ledger.core.persons import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class PairJudged:
    """Two people of the register, the smaller id first.

    `per_mille` is how likely they were held to be one when it was judged; none where nobody could weigh it. `second` is "needed"
    where the judgement holds only once another person judges alike.
    """

    one: UUID
    other: UUID
    per_mille: int | None = None
    second: str = ""


@kind_of("done.judged")
@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A named person, or the rule named here, judges these pairs; the last judgement of a pair that holds counts."""

    judgement: Judgement
    pairs: tuple[PairJudged, ...]
    reason: str = ""
    rule: str = ""
