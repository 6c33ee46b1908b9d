"""A plan: who crosses when and in which vehicle, how good it is provably, and why everybody else does not cross."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

EVERY = "*"
"""All windows to which a convoy goes from where the group waits."""


class Code(StrEnum):
    """Why a group does not cross in a window, in the order in which it is asked: papers, the window, what is used up."""

    DATA_DEFECT = "DATA_DEFECT"
    CLEARANCE_REFUSED = "CLEARANCE_REFUSED"
    CLEARANCE_MISSING = "CLEARANCE_MISSING"
    CLEARANCE_PENDING = "CLEARANCE_PENDING"
    CLEARANCE_NOT_VALID = "CLEARANCE_NOT_VALID"
    WINDOW_CLOSED = "WINDOW_CLOSED"
    NO_CONVOY = "NO_CONVOY"
    WINDOW_FULL = "WINDOW_FULL"
    DESKS_FULL = "DESKS_FULL"
    QUOTA_FULL = "QUOTA_FULL"
    COMPANION_BLOCKED = "COMPANION_BLOCKED"
    PLACES_FULL = "PLACES_FULL"
    NO_MEDIC = "NO_MEDIC"
    NO_ESCORT = "NO_ESCORT"
    VEHICLE_FIT = "VEHICLE_FIT"
    FITS = "FITS"
    """There is room and nothing stands against it: nobody has put them there. A plan that this desk makes has none."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """Why one group does not cross in one window, and whom or what of theirs it concerns; never anybody else."""

    code: Code
    person: str | None = None
    authority: str | None = None
    nationality: str | None = None
    place: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause and the windows that it closes to a group; `*` stands for all."""

    group: str
    why: Blocked
    windows: tuple[str, ...] | str

    @property
    def code(self) -> Code:
        return self.why.code


@dataclass(frozen=True, slots=True)
class Trip:
    """One vehicle of one convoy, who rides in it, and how many escorts of the staff ride along."""

    convoy: str
    vehicle: str
    persons: tuple[str, ...]
    staff_escorts: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Who crosses; `objective` by the instance's weights, `upper_bound` what no plan can pass, both proven.

    `provisional` are groups planned on an answer that is expected, `unkept` pins that no plan could keep.
    """

    instance: str
    solver: str
    trips: tuple[Trip, ...] = ()
    provisional: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    objective: float = 0.0
    upper_bound: float | None = None
    unkept: tuple[str, ...] = field(default=())

    @property
    def gap(self) -> float | None:
        """How far, at most, a better plan could lie above this one, as a share of the bound."""
        if self.upper_bound is None:
            return None
        apart = max(0.0, self.upper_bound - self.objective)
        return apart / abs(self.upper_bound) if self.upper_bound else (0.0 if apart < 1e-9 else None)


class Step(StrEnum):
    """What a planner is at."""

    READING = "reading"
    PRICES = "prices"
    PLACING = "placing"
    EXACT = "exact"
    DAYS = "days"
    IMPROVING = "improving"
    EXPLAINING = "explaining"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a planner is: seconds since it began, the best plan so far, and what no plan can pass."""

    step: Step
    seconds: float
    objective: float | None = None
    upper_bound: float | None = None
    persons: int = 0
