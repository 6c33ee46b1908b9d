"""A plan that was kept, opened for one question: who travels together, who crosses when and where, why the others do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from homeward.crossings.queries.plans import PlanView, contents

EVERY = "*"


@dataclass(frozen=True, slots=True)
class WhyNot:
    """One cause that keeps a family out of some windows, and what of theirs it concerns; it tells of nobody else.

    `person` is whom of the family it concerns, `authority` whose permission, `nationality` which quota, `place` what kind of place.
    """

    code: str
    windows: tuple[UUID, ...]
    person: UUID | None = None
    authority: UUID | None = None
    nationality: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a family is in a plan: the window, the convoy, the vehicle."""

    window: UUID
    convoy: UUID
    vehicle: UUID


class KeptPlan:
    """The plan with whom its numbers stand for."""

    def __init__(self, view: PlanView) -> None:
        self.view = view
        self.plain = contents(view)
        self.people: Mapping[str, UUID] = {number: UUID(id) for number, id in self.plain["people"].items()}
        self.instance, self.plan = self.plain["instance"], self.plain["plan"]

    @cached_property
    def families(self) -> dict[str, tuple[UUID, ...]]:
        """Who travels together, by the number of the family."""
        return {
            each["id"]: tuple(self.people[member] for member in each["members"] if member in self.people)
            for each in self.instance["groups"]
        }

    @cached_property
    def family_of(self) -> dict[UUID, str]:
        return {person: family for family, members in self.families.items() for person in members}

    def family(self, people: Collection[UUID]) -> str | None:
        """The family of somebody who may have several ids."""
        return next((self.family_of[each] for each in people if each in self.family_of), None)

    @cached_property
    def windows(self) -> list[tuple[UUID, str]]:
        """The windows of the instance with their days, the earliest first."""
        every = sorted(self.instance["windows"], key=lambda each: (each["date"], each["opens"], each["id"]))
        return [(UUID(each["id"]), each["date"]) for each in every]

    @cached_property
    def seats(self) -> dict[str, Seat]:
        """Where every family that crosses is."""
        to = {each["id"]: UUID(each["window"]) for each in self.instance["convoys"]}
        found: dict[str, Seat] = {}
        for trip in self.plan["trips"]:
            seat = Seat(to[trip["convoy"]], UUID(trip["convoy"]), UUID(trip["vehicle"]))
            for number in trip["persons"]:
                found[self._group_of[number]] = seat
        return found

    @cached_property
    def told(self) -> dict[str, UUID]:
        """The window that every family was told, as the plan knew it."""
        return {each["id"]: UUID(each["told"]) for each in self.instance["groups"] if each.get("told")}

    @cached_property
    def provisional(self) -> frozenset[str]:
        """Families that are planned on an answer that is expected."""
        return frozenset(self.plan.get("provisional", ()))

    @cached_property
    def reasons(self) -> dict[str, list[WhyNot]]:
        """Why every family that does not cross is in none of the windows."""
        every = tuple(window for window, _ in self.windows)
        found: dict[str, list[WhyNot]] = defaultdict(list)
        for each in self.plan.get("reasons", ()):
            found[each["group"]].append(self._why(each, every))
        return dict(found)

    def why(self, family: str, window: UUID) -> WhyNot | None:
        """What keeps a family out of one window; to a window without a convoy from where they are picked up nobody goes."""
        told = next((each for each in self.reasons.get(family, ()) if window in each.windows), None)
        return told or (None if window in self._reached[self._pickup_of[family]] else WhyNot("NO_CONVOY", (window,)))

    @cached_property
    def _reached(self) -> dict[str, set[UUID]]:
        """The windows to which a convoy goes, by the pick-up point."""
        found: dict[str, set[UUID]] = defaultdict(set)
        for each in self.instance["convoys"]:
            found[each["pickup"]].add(UUID(each["window"]))
        return found

    @cached_property
    def _pickup_of(self) -> dict[str, str]:
        return {each["id"]: each["pickup"] for each in self.instance["groups"]}

    @cached_property
    def _group_of(self) -> dict[str, str]:
        return {each["id"]: each["group"] for each in self.instance["persons"]}

    def _why(self, told: Mapping[str, Any], every: tuple[UUID, ...]) -> WhyNot:
        windows = every if told["windows"] == EVERY else tuple(UUID(each) for each in told["windows"])
        return WhyNot(
            code=told["code"],
            windows=windows,
            person=self.people.get(told.get("person") or ""),
            authority=UUID(told["authority"]) if told.get("authority") else None,
            nationality=told.get("nationality") or "",
            place=told.get("place") or "",
        )
