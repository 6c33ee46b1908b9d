"""What is known of a paper beside its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Printed:
    """Who published a paper and when, and the voices that its case knows already.

    `published` and `received` are local days; `sources` are the names of the case's sources, `parties` those of its parties.
    """

    outlet: str = ""
    published: date | None = None
    received: date | None = None
    language: str = ""
    sources: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
