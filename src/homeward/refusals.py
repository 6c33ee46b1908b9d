"""What the desk says when it does not do something, and why: the one language of refusals.

Everything a user caused is a `Refused`: its docstring is the message, `where` names the place, `instead` says what to do.
Doors turn it into a message beside a field, exit code 1 or a 4xx answer; it never becomes a traceback.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Refused(Exception):
    """The desk did not do this."""

    def __init__(self, message: str = "", *, where: str = "", instead: str = "") -> None:
        self.message = message or (type(self).__doc__ or "").strip().splitlines()[0]
        self.where = where
        self.instead = instead
        super().__init__(self.message)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.instead}" if self.instead else ""
        return f"{place}{self.message}{advice}"


class Grade(StrEnum):
    """How much a finding weighs: a fault stops everything, a doubt waits for a yes, a note is only told."""

    FAULT = "fault"
    DOUBT = "doubt"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in what came in: where it is, and what to do about it."""

    grade: Grade
    code: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.grade}: {self.where}: {self.message} [{self.code}]"


@dataclass(slots=True)
class Findings:
    """All findings of one file, in the order in which they were met; nothing stops at the first."""

    found: list[Finding] = field(default_factory=list)

    def fault(self, code: str, where: str, message: str) -> None:
        self.found.append(Finding(Grade.FAULT, code, where, message))

    def doubt(self, code: str, where: str, message: str) -> None:
        self.found.append(Finding(Grade.DOUBT, code, where, message))

    def note(self, code: str, where: str, message: str) -> None:
        self.found.append(Finding(Grade.NOTE, code, where, message))

    def extend(self, more: Iterable[Finding]) -> None:
        self.found.extend(more)

    def of(self, grade: Grade) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.found if finding.grade is grade)

    @property
    def faults(self) -> tuple[Finding, ...]:
        return self.of(Grade.FAULT)

    @property
    def doubts(self) -> tuple[Finding, ...]:
        return self.of(Grade.DOUBT)

    @property
    def notes(self) -> tuple[Finding, ...]:
        return self.of(Grade.NOTE)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


class Unacceptable(Refused):
    """What came in has faults; nothing was stored."""

    def __init__(self, findings: Findings, message: str = "", *, instead: str = "") -> None:
        self.findings = findings
        super().__init__(message, instead=instead)
