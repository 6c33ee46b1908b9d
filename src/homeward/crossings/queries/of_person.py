"""One person and the crossings: what they were told, where the last plan has them, what is lacking, and why not.

Causes tell of nobody else: where one lies with somebody they travel with, it says that and no more. Whom somebody rides beside or
is kept apart from is told by id alone, as it was said of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.clearances import queries as clearances
from homeward.clearances.queries import Held, State
from homeward.crossings.queries.board import authorities_of
from homeward.crossings.queries.calendar import Calendar
from homeward.crossings.queries.cleared import holds, next_window
from homeward.crossings.queries.kept import KeptPlan, WhyNot
from homeward.crossings.queries.plans import NoSuchPlan, PlanView, PlanWasClosed, plan_made
from homeward.crossings.queries.views import CrossingView, Named, WindowView
from homeward.crossings.records import riding
from homeward.crossings.records.known import DATE_TOLD, PICKUP_CHOSEN, Known, Told
from homeward.ledger.queries.views import Asked
from homeward.people.queries import GivenView, NoSuchPerson, known_among


@dataclass(frozen=True, slots=True)
class Lacking:
    """Whose permission somebody needs for the next window of a crossing, how it stands, and whether it holds on that day."""

    authority: Named
    state: str
    holds: bool
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class ForCrossing:
    """A crossing with its next window, and how somebody stands with every authority that has a say there."""

    crossing: CrossingView
    window: WindowView
    permissions: tuple[Lacking, ...]

    @property
    def cleared(self) -> bool:
        return all(each.holds for each in self.permissions)


@dataclass(frozen=True, slots=True)
class Cause:
    """Why not: the code, the windows it closes, whose permission or which kind of place; `theirs` when it lies with this person."""

    code: str
    windows: tuple[WindowView, ...]
    theirs: bool
    alone: bool
    authority: Named | None
    nationality: str
    place: str


@dataclass(frozen=True, slots=True)
class BesideView:
    """Beside whom somebody rides and beside nobody else; `staff`: an escort of the desk's own will do."""

    any_of: tuple[UUID, ...]
    staff: bool
    why: str
    given: GivenView


@dataclass(frozen=True, slots=True)
class ApartView:
    """From whom somebody is kept apart: in no one vehicle, or in no one window."""

    other: UUID
    scope: str
    given: GivenView


@dataclass(frozen=True, slots=True)
class CrossingOfPerson:
    """All of it for one person; no plan: none was made, or they were not in it."""

    person: UUID
    told: WindowView | None
    told_given: GivenView | None
    pickup: Named | None
    crossings: tuple[ForCrossing, ...]
    plan: PlanView | None
    planned: WindowView | None
    provisional: bool
    causes: tuple[Cause, ...]
    together: int
    beside: BesideView | None = None
    apart: tuple[ApartView, ...] = ()


def crossing_of(asked: Asked, person: UUID) -> CrossingOfPerson:
    """What stands between one person and a crossing; refuses who is not in the register."""
    if not known_among(asked.case, [person]):
        raise NoSuchPerson(where=str(person), instead="Find the person in the register.")
    made = Calendar(asked)
    view, own = made.view(), made.identities.of(person)
    held = clearances.held(asked, [person], made.identities).get(person, ())
    told, pickup = (_last(made.known.people[kind], own) for kind in (DATE_TOLD, PICKUP_CHOSEN))
    kept = _kept(made.known)
    family = kept.family(own) if kept else None
    seat = kept.seats.get(family) if kept and family else None
    members = kept.families[family] if kept and family else ()
    authorities = authorities_of(view)
    return CrossingOfPerson(
        person=person,
        told=view.window(told.content.window) if told else None,
        told_given=told.given if told else None,
        pickup=made.named(pickup.content.pickup) if pickup else None,
        crossings=tuple(
            ForCrossing(each, upcoming, tuple(_permission(named, held, upcoming) for named in each.authorities))
            for each in view.crossings
            if (upcoming := next_window(asked, view, each.id)) is not None
        ),
        plan=kept.view if kept and family else None,
        planned=view.window(seat.window) if seat else None,
        provisional=bool(kept and family in kept.provisional),
        causes=tuple(
            Cause(
                code=why.code,
                windows=tuple(found for each in why.windows if (found := view.window(each)) is not None),
                theirs=why.person is None or why.person in own,
                alone=len(members) < 2,
                authority=authorities.get(why.authority) if why.authority else None,
                nationality=why.nationality if len(members) < 2 else "",
                place=why.place if len(members) < 2 else "",
            )
            for why in _reasons(kept, family)
        ),
        together=len(members),
        beside=_beside(made.known, made.identities.shown_as, person),
        apart=_apart(made.known, made.identities.shown_as, person),
    )


def _beside(known: Known, shown: riding.Shown, person: UUID) -> BesideView | None:
    need = riding.needs(known, shown).get(shown(person))
    return BesideView(need.any_of, need.staff, need.why, need.told.given) if need else None


def _apart(known: Known, shown: riding.Shown, person: UUID) -> tuple[ApartView, ...]:
    own = shown(person)
    return tuple(
        ApartView(other, kept.scope.value, kept.told.given)
        for kept in riding.kept_apart(known, shown)
        if own in kept.people
        for other in kept.people - {own}
    )


def _last(words: object, own: frozenset[UUID]) -> Told | None:
    assert isinstance(words, dict)
    found = [words[each] for each in own if each in words]
    return max(found, key=lambda told: told.given.position, default=None)


def _kept(known: Known) -> KeptPlan | None:
    try:
        return KeptPlan(plan_made(known))
    except (NoSuchPlan, PlanWasClosed):
        return None


def _reasons(kept: KeptPlan | None, family: str | None) -> list[WhyNot]:
    return kept.reasons.get(family, []) if kept and family else []


def _permission(authority: Named, held: tuple[Held, ...], window: WindowView) -> Lacking:
    """What counts most with one authority: a grant that holds on the day, else what stands last."""
    day = date.fromisoformat(window.on)
    own = [each for each in held if each.authority == authority.id]
    good = next((each for each in own if holds(each, day)), None)
    last = good or (own[-1] if own else None)
    if last is None:
        return Lacking(authority, "", False, None)
    state = "unconfirmed" if last.state is State.GRANTED and not last.confirmed else last.state.value
    return Lacking(authority, state, good is not None, last.valid_until)
