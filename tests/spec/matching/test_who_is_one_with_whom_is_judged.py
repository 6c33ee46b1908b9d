"""Two people of the register are one because somebody, or a named rule, judged so; it can be taken back, and nothing was merged.

Whoever is lost by a wrong judgement is lost for good: what goes against the evidence takes two persons.
"""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from homeward.ledger.actions.judging import NeedsAReason
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.ledger.core.persons import Judgement
from homeward.matching import actions
from homeward.people.actions import NamesThePerson, WasForgotten
from homeward.people.queries import NoSuchPerson
from homeward.refusals import Refused
from tests.apps.people.judging import Judging
from tests.apps.people.registers import Register, named


@pytest.fixture
def judging(register: Register) -> Judging:
    return Judging(register)


@pytest.fixture
def three(register: Register) -> tuple[UUID, UUID, UUID]:
    one, two, three = (register.enter(named(name)) for name in ("Lamia Darvish", "لمياء درويش", "Lamia Darwish"))
    return one, two, three


def test_whoever_is_judged_to_be_one_is_shown_as_who_came_first(
    judging: Judging, three: tuple[UUID, UUID, UUID]
) -> None:
    one, two, last = three
    judging.same(last, two)
    judging.same(two, one)

    known = judging.known(last)

    assert known.of(two) == set(three)
    assert {known.shown_as(each) for each in three} == {one}


def test_a_judgement_taken_back_leaves_everybody_as_before(judging: Judging, three: tuple[UUID, UUID, UUID]) -> None:
    one, two, last = three
    judging.same(one, two)
    before = judging.known(*three)

    done = judging.same(two, last)
    assert judging.one_with(one) == set(three)
    judging.take_back(done.ref)

    after = judging.known(*three)
    assert (after.bundles, after.shown, after.standing) == (before.bundles, before.shown, before.standing)


def test_what_was_known_before_stays_as_it_was_known(lasting_register: Register) -> None:
    judging = Judging(lasting_register)
    one, two = (lasting_register.enter(named(name)) for name in ("Lamia Darvish", "L. Darvish"))
    done = judging.same(one, two)
    (judged,) = judging.known(one).judgements
    judging.take_back(done.ref)

    assert judging.one_with(one) == {one}
    assert judging.one_with(one, known_at=judged.at.isoformat(), clock="recorded") == {one, two}
    assert judged.by == "operator" and judged.per_mille == 800


def test_two_who_are_judged_to_be_two_are_not_joined_through_a_third(
    judging: Judging, three: tuple[UUID, UUID, UUID]
) -> None:
    one, two, last = three
    apart = judging.not_same(one, last)
    judging.same(one, two)

    with pytest.raises(actions.JudgedApart, match="two") as refused:
        judging.same(two, last)
    assert apart.ref in refused.value.instead

    judging.take_back(apart.ref)
    judging.same(two, last)
    assert judging.one_with(one) == set(three)


def test_two_who_are_one_through_a_third_are_parted_where_they_were_joined(
    judging: Judging, three: tuple[UUID, UUID, UUID]
) -> None:
    one, two, last = three
    refs = {judging.same(one, two).ref, judging.same(two, last).ref}

    with pytest.raises(actions.JoinedThroughOthers) as refused:
        judging.not_same(one, last)
    assert all(ref in refused.value.instead for ref in refs)

    judging.not_same(two, last)
    assert judging.one_with(one) == {one, two}


def test_judging_the_same_again_is_refused_and_the_same_form_twice_changes_nothing(
    judging: Judging, three: tuple[UUID, UUID, UUID]
) -> None:
    one, two, _ = three
    form = uuid4()
    first = judging.same(one, two, once=form)

    assert judging.same(one, two, once=form).ref == first.ref
    with pytest.raises(actions.AlreadyJudged) as refused:
        judging.same(two, one)
    assert first.ref in refused.value.instead
    assert len(judging.known(one).judgements) == 1


def test_nobody_can_tell_is_a_judgement_too_and_joins_nobody(judging: Judging, three: tuple[UUID, UUID, UUID]) -> None:
    one, two, _ = three
    judging.same(one, two)
    judging.judge(Judgement.UNSURE, (one, two))

    assert judging.one_with(one) == {one}


def test_joining_two_who_are_hardly_alike_takes_two_persons_and_a_reason(
    judging: Judging, three: tuple[UUID, UUID, UUID]
) -> None:
    one, two, _ = three
    with pytest.raises(NeedsAReason):
        judging.same(one, two, likely=40)

    first = judging.same(one, two, likely=40, reason="Their brother says so.")
    assert first.waiting and judging.one_with(one) == {one}
    with pytest.raises(actions.SecondMustBeAnother):
        judging.same(one, two, likely=40, reason="Still.")

    second = judging.register.desk.person("Agnes Second", may="write")
    judging.same(one, two, likely=40, reason="Seen both papers.", by=second)
    assert judging.one_with(one) == {one, two}


def test_parting_two_who_are_nearly_surely_one_takes_two_persons(
    judging: Judging, three: tuple[UUID, UUID, UUID]
) -> None:
    one, two, _ = three
    judging.by_rule((one, two))
    judging.not_same(one, two, likely=990, reason="Twins, says their mother.")
    assert judging.one_with(one) == {one, two}

    second = judging.register.desk.person("Agnes Second", may="write")
    judging.not_same(one, two, likely=990, reason="Two birth certificates.", by=second)
    assert judging.one_with(one) == {one}


def test_two_whom_no_search_found_are_joined_by_two_persons_and_parted_by_one(
    judging: Judging, three: tuple[UUID, UUID, UUID]
) -> None:
    one, two, last = three
    assert judging.same(one, two, likely=None, reason="Their brother says so.").waiting
    assert not judging.not_same(one, last, likely=None).waiting


def test_what_was_found_under_another_id_of_somebody_counts_for_them(
    judging: Judging, three: tuple[UUID, UUID, UUID]
) -> None:
    one, two, last = three
    judging.same(one, two)

    with judging.found(900, (two, last)):
        done = judging.same(last, one, likely=None)

    (judged,) = [each for each in judging.known(one).judgements if each.ref == done.ref]
    assert judged.per_mille == 900 and not done.waiting


def test_of_two_who_are_one_only_what_was_found_of_themselves_counts(
    judging: Judging, three: tuple[UUID, UUID, UUID]
) -> None:
    one, two, last = three
    judging.same(one, two)
    judging.same(two, last)

    with judging.found(990, (one, two)):
        done = judging.not_same(two, last, likely=600)

    assert not done.waiting and judging.one_with(one) == {one, two}


def test_a_form_sent_again_after_another_search_is_the_same_form(
    judging: Judging, three: tuple[UUID, UUID, UUID]
) -> None:
    one, two, _ = three
    form = uuid4()
    first = judging.same(one, two, once=form)

    assert judging.same(one, two, likely=40, once=form) == first
    with pytest.raises(RecordedOtherwise):
        judging.same(one, three[2], once=form)
    assert judging.one_with(one) == {one, two}


def test_a_rule_joins_nobody_whom_a_person_judged_otherwise(judging: Judging, three: tuple[UUID, UUID, UUID]) -> None:
    one, two, last = three
    judging.not_same(one, last)

    joined = judging.by_rule((one, two), (two, last), (one, last))

    assert len(joined) == 1
    assert judging.one_with(two) in ({one, two}, {two, last})
    assert {each.rule for each in judging.known(two).judgements} == {"the same paper", ""}


@pytest.mark.parametrize("judgement", list(Judgement))
def test_nobody_is_judged_against_themselves_or_a_stranger(
    judging: Judging, three: tuple[UUID, UUID, UUID], judgement: Judgement
) -> None:
    with pytest.raises(Refused):
        judging.judge(judgement, (three[0], three[0]))
    with pytest.raises(NoSuchPerson):
        judging.judge(judgement, (three[0], uuid4()))


def test_a_reason_stays_readable_for_ever_and_names_nobody(judging: Judging, three: tuple[UUID, UUID, UUID]) -> None:
    with pytest.raises(NamesThePerson):
        judging.same(three[0], three[1], reason="Lamia Darvish is her.")


def test_of_somebody_who_was_forgotten_nothing_is_judged(judging: Judging, three: tuple[UUID, UUID, UUID]) -> None:
    one, two, _ = three
    judging.register.forgets(two)

    with pytest.raises(WasForgotten):
        judging.same(one, two)


def test_who_only_reads_judges_nothing(judging: Judging, three: tuple[UUID, UUID, UUID]) -> None:
    reader = judging.register.desk.person("Rita Reader", may="read")

    with pytest.raises(Refused, match="may not do this"):
        judging.same(three[0], three[1], by=reader)


def test_two_of_two_compartments_are_joined_where_only_readers_of_both_look(judging: Judging) -> None:
    register = judging.register
    room, other = register.room("channel-two"), register.room("both")
    one, hidden = register.enter(named("Lamia Darvish")), register.enter(named("Lamia D."), room=room)
    reader = register.desk.person("Rita Reader", may="read")

    with pytest.raises(actions.NowhereToStand):
        judging.same(one, hidden)
    with pytest.raises(actions.NowhereToStand):
        judging.same(one, hidden, room=register.desk.compartment.id)

    judging.same(one, hidden, room=other.id)
    assert judging.one_with(one) == {one, hidden}
    assert judging.known(one, by=reader).judgements == ()
    assert judging.one_with(one, by=reader) == {one}
