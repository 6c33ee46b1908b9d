"""A line that no program reads is set aside with its number and the reason, until a person says what it is."""

from __future__ import annotations

import pytest

from homeward.access.actions import NotLetIn
from homeward.ledger.actions.judging import NeedsAReason
from homeward.ledger.models import Statement
from homeward.lists import actions, queries
from homeward.people import queries as people
from homeward.people.actions import NamesThePerson
from tests.cast import once
from tests.spec.lists.lists import AMAL, EVERYBODY, JONAS, NADIA, NAMELESS, by_name, taken

TYPED = {"name": "Ines Roth", "birth": "1 Jan 1999", "document": "G4410029"}


def the_line(desk, case):
    with desk.acting():
        (line,) = queries.set_aside(case)
    return line


def test_it_waits_with_its_cells_and_the_reason(desk, case):
    version = taken(desk, case, [AMAL, NAMELESS])

    line = the_line(desk, case)

    assert (line.version, line.row, line.code) == (version.id, 3, "no-name")
    assert line.cells == NAMELESS[:3] and line.headings[2] == "Passport" and line.reason
    assert line.typed == {"birth": "1 Jan 1999", "document": "G4410029"}


def test_what_a_person_typed_is_a_record_of_somebody_new(desk, case):
    taken(desk, case, [AMAL, NAMELESS])
    line = the_line(desk, case)

    with desk.acting() as by:
        settled = actions.settle_row(case=case, line=line.id, typed=TYPED, by=by, at=desk.now)
        (record,) = people.records(case, [settled.person])

    assert record.values.names[0].words == "Ines Roth"
    with desk.acting():
        assert queries.set_aside(case) == [] and queries.count_set_aside(case, waiting=False) == 1
        (stood,) = queries.stands(case, settled.person)
    assert (stood.row, stood.change, stood.stands) == (3, "settled", True)


def test_it_is_somebody_of_the_version_before_if_it_surely_is(desk, case):
    first = by_name(desk, case, taken(desk, case, EVERYBODY).id)
    taken(desk, case, [*EVERYBODY[:-1], ("", *EVERYBODY[-1][1:])])

    with desk.acting() as by:
        (line,) = queries.set_aside(case)
        settled = actions.settle_row(
            case=case, line=line.id, typed={**line.typed, "name": "Yusuf Nasser"}, by=by, at=desk.now
        )

    assert settled.person == first["Yusuf Nasser"].person


def test_the_next_version_goes_on_from_what_was_typed(desk, case):
    taken(desk, case, [AMAL, JONAS, NAMELESS])
    with desk.acting() as by:
        settled = actions.settle_row(case=case, line=the_line(desk, case).id, typed=TYPED, by=by, at=desk.now)

    second = by_name(desk, case, taken(desk, case, [AMAL, JONAS, ("Ines Roth", *NAMELESS[1:])]).id)

    assert second["Ines Roth"].person == settled.person


def test_it_may_be_nobody(desk, case):
    taken(desk, case, [AMAL, NAMELESS])

    with desk.acting() as by:
        actions.leave_row_out(case=case, line=the_line(desk, case).id, why=actions.Nobody.NO_PERSON, by=by, at=desk.now)
        (line,) = queries.set_aside(case, waiting=False)
    assert (line.settled, line.person) == ("left out", None)


def test_it_is_settled_once(desk, case):
    taken(desk, case, [AMAL, NAMELESS])
    line = the_line(desk, case).id

    with desk.acting() as by:
        actions.settle_row(case=case, line=line, typed=TYPED, by=by, at=desk.now)
        with pytest.raises(actions.AlreadySettled):
            actions.leave_row_out(case=case, line=line, why=actions.Nobody.SUM, by=by, at=desk.now)


@pytest.mark.parametrize("typed", [{"birth": "1 Jan 1999"}, {"name": "Ines Roth", "birth": "03/04/1985"}])
def test_what_names_nobody_or_reads_in_two_ways_is_typed_again(desk, case, typed):
    taken(desk, case, [AMAL, NAMELESS])

    with desk.acting() as by, pytest.raises(actions.NotYetARecord):
        actions.settle_row(case=case, line=the_line(desk, case).id, typed=typed, by=by, at=desk.now)


def test_every_row_is_stored_or_set_aside(desk, case):
    version = taken(desk, case, [AMAL, NAMELESS, JONAS, ("Total", "3", "", ""), NADIA])

    with desk.acting():
        lines = queries.set_aside(case)
        assert queries.rows(case, version.id).count + len(lines) == 5
    assert [line.row for line in lines] == [3, 5]


class TestWhatWasSettledIsTakenBack:
    def test_the_line_waits_again_and_everything_stays_in_the_ledger(self, desk, case):
        taken(desk, case, [AMAL, NAMELESS])
        line = the_line(desk, case).id

        with desk.acting() as by:
            settled = actions.settle_row(case=case, line=line, typed=TYPED, by=by, at=desk.now)
            before = Statement.objects.count()
            ref = actions.reopen_row(case=case, line=line, reason="the wrong row", once=once(), by=by, at=desk.now)

            assert (ref, Statement.objects.count()) == (settled.ref, before + 2)
            assert queries.set_aside(case)[0].id == line and not queries.set_aside(case)[0].settled
            assert queries.stands(case, settled.person) == []
            asked = desk.ask(case.slug)
            assert not any(
                value.counts for each in people.person(asked, settled.person).fields for value in each.values
            )

    def test_it_may_be_settled_anew_as_somebody_or_nobody(self, desk, case):
        taken(desk, case, [AMAL, NAMELESS])
        line = the_line(desk, case).id

        with desk.acting() as by:
            for typed in (TYPED, {**TYPED, "name": "Ines Rot"}):
                settled = actions.settle_row(case=case, line=line, typed=typed, by=by, at=desk.now)
                (stood,) = queries.stands(case, settled.person)
                actions.reopen_row(case=case, line=line, reason="typed wrongly", once=once(), by=by, at=desk.now)
            actions.leave_row_out(case=case, line=line, why=actions.Nobody.SUM, by=by, at=desk.now)

            (told,) = queries.set_aside(case, waiting=False)
        assert stood.stands and told.settled == "left out"

    def test_the_next_version_knows_nothing_of_it(self, desk, case):
        taken(desk, case, [AMAL, JONAS, NAMELESS])
        line = the_line(desk, case).id
        with desk.acting() as by:
            settled = actions.settle_row(case=case, line=line, typed=TYPED, by=by, at=desk.now)
            actions.reopen_row(case=case, line=line, reason="typed wrongly", once=once(), by=by, at=desk.now)

        second = by_name(desk, case, taken(desk, case, [AMAL, JONAS, ("Ines Roth", *NAMELESS[1:])]).id)

        assert second["Ines Roth"].person != settled.person

    def test_not_once_a_later_version_goes_on_from_it(self, desk, case):
        taken(desk, case, [AMAL, JONAS, NAMELESS])
        line = the_line(desk, case).id
        with desk.acting() as by:
            actions.settle_row(case=case, line=line, typed=TYPED, by=by, at=desk.now)
        second = taken(desk, case, [AMAL, JONAS, ("Ines Roth", *NAMELESS[1:])])

        with desk.acting() as by:
            with pytest.raises(actions.GoneOn, match="later version"):
                actions.reopen_row(case=case, line=line, reason="typed wrongly", once=once(), by=by, at=desk.now)
            actions.withdraw_version(
                case=case, version=second.id, reason="another list", once=once(), by=by, at=desk.now
            )
            assert actions.reopen_row(case=case, line=line, reason="typed wrongly", once=once(), by=by, at=desk.now)

    @pytest.mark.parametrize(("reason", "refused"), [("", NeedsAReason), ("it was not Ines Roth", NamesThePerson)])
    def test_for_a_reason_that_names_nobody(self, desk, case, reason, refused):
        taken(desk, case, [AMAL, NAMELESS])
        line = the_line(desk, case).id

        with desk.acting() as by:
            actions.settle_row(case=case, line=line, typed=TYPED, by=by, at=desk.now)
            with pytest.raises(refused):
                actions.reopen_row(case=case, line=line, reason=reason, once=once(), by=by, at=desk.now)

    def test_not_while_nothing_is_settled(self, desk, case):
        taken(desk, case, [AMAL, NAMELESS])

        with desk.acting() as by, pytest.raises(actions.NotSettled):
            actions.reopen_row(
                case=case, line=the_line(desk, case).id, reason="a slip", once=once(), by=by, at=desk.now
            )

    def test_by_those_who_may_settle(self, desk, case):
        taken(desk, case, [AMAL, NAMELESS])
        line = the_line(desk, case).id
        with desk.acting() as by:
            actions.leave_row_out(case=case, line=line, why=actions.Nobody.SUM, by=by, at=desk.now)
            reader = desk.person("Rosa Reader", may="read")

        with desk.acting(reader) as by, pytest.raises(NotLetIn):
            actions.reopen_row(case=case, line=line, reason="a slip", once=once(), by=by, at=desk.now)
