"""The letter to the authority of a list about the families that its version takes apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta
from uuid import UUID

from homeward.ledger.core.persons import Relation, Scope
from homeward.ledger.queries.views import Asked
from homeward.lists.queries import VersionView
from homeward.matching.core.families import Member, Split
from homeward.matching.core.letter import About, Family, Kin, Listed, Sought
from homeward.matching.core.letter import letter as written
from homeward.matching.core.places import Stand
from homeward.matching.core.wordings import Tie
from homeward.matching.queries.families import SplitFamilies
from homeward.matching.queries.known import Known
from homeward.matching.queries.shown import day_of
from homeward.matching.queries.views import LetterView
from homeward.people import queries as register
from homeward.people.queries import NoSuchPerson


def letter(asked: Asked, version: UUID, language: str, *, people: Collection[UUID] = ()) -> LetterView:
    """The letter about a version of a list; who has not agreed to share with authorities is left out and told apart.

    `people` are named all the same, because whoever asks says so.
    """
    known = Known(asked, version)
    assert known.asked_about is not None
    on = known.lists[known.asked_about.view.list]
    there = register.people_known(asked, people)
    if strangers := [each for each in people if each not in there]:
        raise NoSuchPerson(where=str(strangers[0]), instead="Find the person in the register.")
    return _Letter(known, SplitFamilies(known, on), {known.shown(each) for each in people}).view(on.last, language)


class _Letter:
    """Who of the families is named, and what is told of them."""

    def __init__(self, known: Known, found: SplitFamilies, named: set[UUID]) -> None:
        self.known, self.found, self.named = known, found, named
        everyone = {member.person for family in found.splits for member in family.members}
        shared = register.agreed(known.asked, {each: known.group(each) for each in everyone})
        self.agreed = {each for each, scope in shared.items() if Scope.AUTHORITIES.value in scope}
        self.ties = _ties(known)

    def view(self, version: VersionView, language: str) -> LetterView:
        families = [self._family(each) for each in self.found.splits]
        told = written(_about(self.known.asked, version), families, language)
        concerned = {
            member.person: None
            for family in self.found.splits
            for member in family.members
            if member.stand is Stand.IN or member.lacks
        }
        left_out = [each for each in concerned if each not in self.agreed | self.named]
        names = [self.found.placed[each].opened.view for each in (*told.people, *left_out)]
        return LetterView(
            asked=self.known.asked,
            version=version,
            letter=told,
            named=told.people,
            without_consent=tuple(self.found.placed[each].opened.view for each in left_out),
            named_without=tuple(each for each in told.people if each not in self.agreed),
            people=tuple(dict.fromkeys(id for view in names for id in view.ids)),
        )

    def _may_name(self, person: UUID) -> bool:
        return person in self.agreed or person in self.named

    def _family(self, family: Split) -> Family:
        listed = {
            member.person: self._listed(member)
            for member in family.members
            if member.stand is Stand.IN and not member.away and self._may_name(member.person)
        }
        sought = [
            self._sought(member, listed)
            for member in (*family.missing, *family.doubtful)
            if self._may_name(member.person)
        ]
        return Family(tuple(listed.values()), tuple(sought))

    def _listed(self, member: Member) -> Listed:
        placed = self.found.placed[member.person]
        return Listed(member.person, placed.opened.view.names, placed.cell.rows)

    def _sought(self, member: Member, listed: dict[UUID, Listed]) -> Sought:
        placed = self.found.placed[member.person]
        return Sought(
            person=member.person,
            names=placed.opened.view.names,
            births=placed.opened.births,
            papers=placed.opened.papers,
            kin=tuple(self._kin(member.person, listed)),
            off_since=placed.cell.since,
            may_be=placed.cell.rows if placed.cell.stand is Stand.DOUBTFUL else (),
            lines=placed.lines,
        )

    def _kin(self, person: UUID, listed: dict[UUID, Listed]) -> Iterable[Kin]:
        """What they are to each who is named from the list; where nobody told, that they are of one family with the first."""
        told = [Kin(tie, listed[other]) for other in listed for tie in self.ties.get((person, other), ())]
        if told or not listed:
            return told
        return [Kin(Tie.HOUSEHOLD, min(listed.values(), key=lambda each: each.rows))]


def _ties(known: Known) -> dict[tuple[UUID, UUID], dict[Tie, None]]:
    """What one is to another, as told, by whom they are shown as."""
    of = {
        Relation.PARENT_OF.value: (Tie.PARENT, Tie.CHILD),
        Relation.GUARDIAN_OF.value: (Tie.GUARDIAN, Tie.WARD),
        Relation.SPOUSE_OF.value: (Tie.SPOUSE, Tie.SPOUSE),
    }
    found: dict[tuple[UUID, UUID], dict[Tie, None]] = {}
    for kin in known.kin:
        if kin.relation in of:
            one, other = known.shown(kin.person), known.shown(kin.other)
            there, back = of[kin.relation]
            found.setdefault((one, other), {})[there] = None
            found.setdefault((other, one), {})[back] = None
    return found


def _about(asked: Asked, version: VersionView) -> About:
    zone, declared = asked.case.zone, version.declared
    start = declared.start.astimezone(zone).date() if declared and declared.start else None
    until = declared.until.astimezone(zone) if declared and declared.until else None
    last = (until - timedelta(microseconds=1)).date() + timedelta(days=1) if until else None
    return About(version.authority, version.title, version.number, day_of(asked), start, last)
