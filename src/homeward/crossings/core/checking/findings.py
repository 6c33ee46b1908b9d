"""What a check found: rules that are broken, groups without a reason, reasons that are not true, and what the plan is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """One rule that a plan breaks, by its code in the form, where, and in words."""

    rule: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.where}: {self.message}"


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything a check found; a plan is shown only when `sound`."""

    broken: tuple[Broken, ...]
    unexplained: tuple[str, ...]
    """Groups that do not cross and of which not every window is explained."""
    untrue: tuple[Broken, ...]
    """Reasons that are not true in this plan, by group."""
    weak: int
    """Reasons that say only that no way to sit was found."""
    objective: float
    persons: int
    told: Mapping[str, int]
    """Groups that were told a date: kept, moved, dropped."""

    @property
    def sound(self) -> bool:
        """Whether no rule is broken."""
        return not self.broken

    @property
    def explained(self) -> bool:
        """Whether everybody who does not cross has true reasons for every window."""
        return not self.unexplained and not self.untrue
