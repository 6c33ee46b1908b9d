"""A permission list that came in becomes clearances only when a person says so, and a second one confirms them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

import pytest

from homeward.clearances import actions, queries
from homeward.clearances.actions import Taken
from homeward.clearances.core.decisions import Meaning
from homeward.clearances.queries import Reading
from homeward.ledger.actions import CannotBeRecorded
from homeward.lists import actions as lists
from homeward.lists import queries as list_queries
from homeward.lists.queries import VersionView
from tests.apps.people.clearing import Clearing
from tests.apps.people.judging import Judging
from tests.cast import Desk
from tests.spec.lists.lists import by_name
from tests.spec.matching.rooms import Room

HEAD = ("Name", "Date of birth", "Passport", "Decision", "Permit until")
SALMA = ("Salma Darvish", "4 May 1988", "N1730264", "approved", "9 Jan 2026")
KARIM = ("Karim Darvish", "9 Jul 1985", "N5527016", "refused", "")
NOOR = ("Noor Darvish", "3 Mar 2017", "N1938475", "under review", "")
OMAR = ("Omar Haddad", "30 Jan 1962", "N9083317", "see file", "")


class Listing:
    """A desk that takes permission lists."""

    def __init__(self, desk: Desk) -> None:
        self.room = Room.of(desk)
        self.clearing = Clearing(self.room.register)

    def takes_in(self, *rows: tuple[str, ...], head: tuple[str, ...] = HEAD, **more: Any) -> VersionView:
        return self.room.takes(*rows, head=head, **more)

    def would(self, version: VersionView, **reading: Any) -> dict[str, int]:
        """What would become of how many rows."""
        return {name: count for name, count in self.view(version, **reading).counts.items() if count}

    def view(self, version: VersionView, part: str = "", **reading: Any) -> queries.PermissionListView:
        desk = self.room.desk
        with desk.acting():
            return queries.permission_list(
                self.room.register.asked(), version.id, read(**reading), part=part, at=desk.now
            )

    def takes(self, version: VersionView, records: Any = None, once: UUID | None = None, **reading: Any) -> Taken:
        desk = self.room.desk
        with desk.acting() as actor:
            return actions.take(
                case=self.room.case, version=version.id, reading=read(**reading), records=records, once=once or uuid4(),
                by=actor, at=desk.now,
            )  # fmt: skip

    def on(self, version: VersionView, name: str) -> UUID:
        return self.room.on(version, name)

    def record(self, version: VersionView, name: str) -> UUID:
        return by_name(self.room.desk, self.room.case, version.id)[name].record

    def says(self, version: VersionView, name: str, **when: str) -> list[str]:
        return [each.partition(": ")[2] for each in self.clearing.says(self.on(version, name), **when)]

    def withdraws(self, version: VersionView) -> None:
        desk = self.room.desk
        with desk.acting() as actor:
            lists.withdraw_version(
                case=self.room.case, version=version.id, reason="The wrong file.", once=uuid4(), by=actor, at=desk.now
            )


def read(meaning: Mapping[str, str] | None = None, **more: str) -> Reading:
    return Reading(Meaning.of(meaning or {}), **more)


@pytest.fixture
def listing(desk: Desk) -> Listing:
    return Listing(desk)


def test_before_anybody_takes_it_nobody_holds_anything_and_what_would_happen_is_told(listing: Listing) -> None:
    version = listing.takes_in(SALMA, KARIM, NOOR, OMAR)

    assert listing.says(version, "Salma Darvish") == []
    assert listing.would(version) == {"new": 3, "unread": 1}
    view = listing.view(version, part="new")
    assert {(each.names[0], each.words, each.state) for each in view.lines} == {
        ("Salma Darvish", "approved", "granted"),
        ("Karim Darvish", "refused", "refused"),
        ("Noor Darvish", "under review", "acknowledged"),
    }
    assert [(each.words, each.means) for each in view.words if each.words == "see file"] == [("see file", "")]


def test_taken_it_waits_for_a_second_person(listing: Listing) -> None:
    version = listing.takes_in(SALMA, KARIM, NOOR, OMAR)

    taken = listing.takes(version, until_column="Permit until")

    assert taken.counts == {"granted": 1, "refused": 1, "acknowledged": 1}
    assert listing.says(version, "Salma Darvish", as_of="2026-01-09") == ["granted to 2026-01-09 unconfirmed"]
    assert listing.says(version, "Karim Darvish") == ["refused"]
    assert listing.says(version, "Omar Haddad") == []
    listing.clearing.confirm(*taken.permissions)
    assert listing.says(version, "Salma Darvish", as_of="2026-01-09") == ["granted to 2026-01-09"]
    assert listing.would(version) == {"taken": 3, "unread": 1}


def test_words_that_nobody_has_explained_are_asked_about_and_a_person_settles_them(listing: Listing) -> None:
    version = listing.takes_in(OMAR)

    assert listing.would(version) == {"unread": 1}
    with pytest.raises(actions.NothingToTake):
        listing.takes(version)
    assert listing.would(version, meaning={"See  file": "leave"}) == {"left": 1}
    listing.takes(version, meaning={"see file": "refused"})

    assert listing.says(version, "Omar Haddad") == ["refused"]


def test_a_list_without_decisions_says_nothing_until_a_person_says_what_it_means(listing: Listing) -> None:
    version = listing.takes_in(("Salma Darvish", "4 May 1988"), head=("Name", "Date of birth"))

    assert listing.would(version) == {"unread": 1}
    listing.takes(version, meaning={"": "granted"}, valid_from="6 Jan 2026", valid_until="7 Jan 2026")

    assert listing.says(version, "Salma Darvish", as_of="2026-01-06") == [
        "granted from 2026-01-06 to 2026-01-07 unconfirmed"
    ]


def test_row_by_row_only_the_chosen_ones_are_taken(listing: Listing) -> None:
    version = listing.takes_in(SALMA, KARIM)

    listing.takes(version, records=[listing.record(version, "Karim Darvish")])

    assert listing.says(version, "Karim Darvish") == ["refused"]
    assert listing.says(version, "Salma Darvish") == []
    with pytest.raises(actions.NotARowToTake):
        listing.takes(version, records=[uuid4()])


def test_sending_the_form_again_takes_nothing_more(listing: Listing) -> None:
    version, once = listing.takes_in(SALMA, KARIM), uuid4()

    first = listing.takes(version, once=once)

    assert listing.takes(version, once=once) == first


def test_what_cannot_be_is_named_and_left_out(listing: Listing) -> None:
    version = listing.takes_in(SALMA, ("Karim Darvish", "9 Jul 1985", "N5527016", "approved", "31 Nov 2025"))

    assert listing.would(version, until_column="Permit until") == {"new": 1, "defect": 1}
    (line,) = listing.view(version, part="defect", until_column="Permit until").lines
    assert "31 Nov 2025" in line.why
    before = {"until_column": "Permit until", "valid_from": "20 Jan 2026"}
    assert listing.would(version, **before) == {"defect": 2}
    with pytest.raises(CannotBeRecorded):
        listing.takes(version, valid_from="9 Jan 2026", valid_until="4 Jan 2026")


def test_one_person_with_two_answers_waits_for_a_person(listing: Listing) -> None:
    version = listing.takes_in(SALMA, ("S. Darvish", "4 May 1988", "N1730999", "refused", ""))
    one, other = listing.on(version, "Salma Darvish"), listing.on(version, "S. Darvish")
    Judging(listing.room.register).same(one, other)

    assert listing.would(version) == {"twice": 2}

    listing.takes(version, records=[listing.record(version, "S. Darvish")])
    assert listing.says(version, "Salma Darvish") == ["refused"]


def test_withdrawing_the_version_undoes_what_came_of_it(listing: Listing) -> None:
    first = listing.takes_in(SALMA)
    listing.clearing.confirm(*listing.takes(first).permissions)
    changed = ("Salma Darvish", "4 May 1988", "N1730264", "refused", "9 Jan 2026")
    second = listing.takes_in(changed)
    listing.takes(second)
    assert listing.says(second, "Salma Darvish") == ["refused"]

    listing.withdraws(second)
    assert listing.says(first, "Salma Darvish") == ["granted"]

    listing.withdraws(first)
    assert listing.clearing.says(listing.on(first, "Salma Darvish")) == []
    with pytest.raises(actions.WasTakenBack):
        listing.takes(second)


def test_a_line_that_was_put_right_counts_until_it_is_taken_back(listing: Listing) -> None:
    version = listing.takes_in(SALMA, ("", "9 Jul 1985", "N5527016", "approved", ""))
    desk, case = listing.room.desk, listing.room.case
    with desk.acting() as actor:
        (line,) = list_queries.set_aside(case)
        typed = {"name": "Karim Darvish", "birth": "9 Jul 1985", "decision": "approved"}
        karim = lists.settle_row(case=case, line=line.id, typed=typed, by=actor, at=desk.now).person
    assert karim is not None

    assert listing.takes(version).counts == {"granted": 2}
    assert len(listing.clearing.held(karim)) == 1

    with desk.acting() as actor:
        lists.reopen_row(case=case, line=line.id, reason="Another row.", once=uuid4(), by=actor, at=desk.now)
    assert listing.clearing.held(karim) == ()


def test_a_later_version_says_what_changes_and_nobody_loses_a_clearance_by_being_left_out(listing: Listing) -> None:
    first = listing.takes_in(SALMA, KARIM, NOOR)
    listing.clearing.confirm(*listing.takes(first).permissions)
    second = listing.takes_in(("Noor Darvish", "3 Mar 2017", "N1938475", "approved", ""), KARIM)

    assert listing.would(second) == {"changes": 1, "again": 1, "gone": 1}
    listing.takes(second)
    assert listing.says(first, "Salma Darvish") == ["granted"]
    assert listing.says(first, "Noor Darvish") == ["granted unconfirmed"]

    (line,) = listing.view(second, part="gone").lines
    assert line.names == ("Salma Darvish",)
    listing.takes(second, records=[line.record])
    assert listing.says(first, "Salma Darvish") == ["withdrawn"]


def test_what_words_meant_is_proposed_for_the_next_version_and_may_be_said_otherwise(listing: Listing) -> None:
    first = listing.takes_in(OMAR, ("Lena Vogel", "25 Dec 1990", "N7604821", "", ""))
    listing.takes(first, meaning={"see file": "refused", "": "granted"})
    second = listing.takes_in(
        ("Rana Vogel", "1 Feb 1991", "N7604822", "see file", ""), ("Sami Vogel", "1 Mar 1992", "N7604823", "", "")
    )

    assert [(each.words, each.means) for each in listing.view(second).words] == [
        ("", "granted"),
        ("see file", "refused"),
    ]
    listing.takes(second, meaning={"see file": "acknowledged"})
    assert listing.says(second, "Rana Vogel") == ["acknowledged"]
    assert listing.says(second, "Sami Vogel") == ["granted unconfirmed"]


def test_whoever_is_one_with_somebody_holds_what_the_list_gives_until_that_is_taken_back(listing: Listing) -> None:
    version = listing.takes_in(SALMA)
    listing.clearing.confirm(*listing.takes(version).permissions)
    known = listing.room.tells("Salma D.")
    judging = Judging(listing.room.register)

    judged = judging.same(known, listing.on(version, "Salma Darvish"))
    assert [each.state for each in listing.clearing.held(known)] == [queries.State.GRANTED]

    judging.take_back(judged.ref)
    assert listing.clearing.held(known) == ()
