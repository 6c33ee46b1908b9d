"""Who told the desk something about a person, as plain words, before any of it is checked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who said it, in what capacity, for whom, through whom, when and how sure; times are words, read in the case's zone.

    `speaker` names a source of the case: a ministry, a person in office, a delegate. Whoever speaks for themselves or their
    kin stands in the register and is named by `told_by`; their name is written nowhere else. `words` are what was said or
    written, as it came: they are sealed with the person, as everything is that tells of them.
    """

    speaker: str = ""
    speaker_kind: str = "unnamed"
    told_by: UUID | None = None
    capacity: str = ""
    party: str = ""
    via: tuple[str, ...] = ()
    via_kind: str = "outlet"
    said: str = ""
    occurred: str = ""
    modality: str = "asserted"
    language: str = ""
    words: str = ""
