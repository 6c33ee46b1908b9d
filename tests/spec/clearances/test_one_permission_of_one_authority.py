"""One authority says that one person may pass; the desk relies on it once a second person has confirmed it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from homeward.clearances.actions import AnotherMustConfirm, NoLongerSo, NothingOfThisKind
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.ledger.models import Statement
from homeward.people.actions import NamesThePerson
from homeward.people.queries import NoSuchPerson
from tests.apps.people.clearing import Clearing
from tests.apps.people.judging import Judging
from tests.apps.people.registers import named

LAMIA = named("Lamia Darvish")


def test_asked_acknowledged_granted_confirmed_lapsed(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)

    clearing.ask(lamia, asked="1 Jan 2026")
    assert clearing.says(lamia) == ["The border authority: requested"]

    clearing.tell(lamia, "acknowledged", said="2 Jan 2026")
    assert clearing.says(lamia) == ["The border authority: acknowledged"]

    granted = clearing.tell(lamia, "granted", said="3 Jan 2026", valid_from="4 Jan 2026", valid_until="9 Jan 2026")
    assert clearing.says(lamia, as_of="2026-01-08") == [
        "The border authority: granted from 2026-01-04 to 2026-01-09 unconfirmed"
    ]

    clearing.confirm(granted.statement)
    assert clearing.says(lamia, as_of="2026-01-09") == ["The border authority: granted from 2026-01-04 to 2026-01-09"]
    assert clearing.says(lamia, as_of="2026-01-10") == ["The border authority: lapsed from 2026-01-04 to 2026-01-09"]
    assert clearing.held(lamia, as_of="2026-01-09")[0].asked_on.isoformat() == "2026-01-01"  # type: ignore[union-attr]


def test_as_of_an_earlier_day_it_stands_as_it_stood_then(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)
    clearing.ask(lamia, asked="1 Jan 2026")
    clearing.tell(lamia, "refused", said="3 Jan 2026")

    assert clearing.says(lamia, as_of="2025-12-31") == []
    assert clearing.says(lamia, as_of="2026-01-02") == ["The border authority: requested"]
    assert clearing.says(lamia, as_of="2026-01-03") == ["The border authority: refused"]


def test_who_recorded_a_grant_does_not_confirm_it(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)
    granted = clearing.tell(lamia, "granted")

    with pytest.raises(AnotherMustConfirm):
        clearing.confirm(granted.statement, by=clearing.register.desk.operator)

    assert clearing.says(lamia) == ["The border authority: granted unconfirmed"]


def test_a_withdrawal_counts_at_once(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)
    clearing.grants(lamia, "4 Jan 2026", "20 Jan 2026", said="3 Jan 2026")

    clearing.tell(lamia, "withdrawn", said="6 Jan 2026")

    assert clearing.says(lamia, as_of="2026-01-06") == ["The border authority: withdrawn"]
    assert clearing.says(lamia, as_of="2026-01-05") == ["The border authority: granted from 2026-01-04 to 2026-01-20"]


def test_a_grant_that_waits_does_not_displace_one_that_holds(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)
    clearing.grants(lamia, "1 Jan 2026", "9 Jan 2026", said="1 Jan 2026")

    clearing.tell(lamia, "granted", said="4 Jan 2026", valid_from="10 Jan 2026", valid_until="15 Jan 2026")

    assert clearing.says(lamia, as_of="2026-01-05") == [
        "The border authority: granted from 2026-01-10 to 2026-01-15 unconfirmed",
        "The border authority: granted from 2026-01-01 to 2026-01-09",
    ]


def test_each_authority_stands_for_itself(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)
    clearing.grants(lamia)
    clearing.tell(lamia, "refused", authority="The interior ministry")

    assert set(clearing.says(lamia)) == {"The border authority: granted", "The interior ministry: refused"}


def test_conditions_are_told_and_lie_sealed(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)
    clearing.grants(lamia, conditions=("with her mother, Salma", "  "))

    (held,) = clearing.held(lamia)

    assert held.conditions == ("with her mother, Salma",)
    with clearing.register.desk.acting():
        entry = Statement.objects.values_list("entry", flat=True).get(id=held.statement)
    assert "Salma" not in entry


def test_what_is_taken_back_counts_no_more_and_can_be_upheld(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)
    asked = clearing.ask(lamia, asked="1 Jan 2026")
    granted = clearing.grants(lamia)

    back = clearing.take_back(granted.ref)
    assert clearing.says(lamia) == ["The border authority: requested"]

    Judging(clearing.register).uphold(back.ref)
    assert clearing.says(lamia) == ["The border authority: granted"]

    clearing.take_back(granted.ref)
    clearing.take_back(asked.refs[lamia])
    assert clearing.says(lamia) == []


def test_a_confirmation_that_is_taken_back_leaves_the_grant_to_be_confirmed_again(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)
    granted = clearing.tell(lamia, "granted")
    (ref,) = clearing.confirm(granted.statement).refs

    clearing.take_back(ref)
    assert clearing.says(lamia) == ["The border authority: granted unconfirmed"]

    clearing.confirm(granted.statement)
    assert clearing.says(lamia) == ["The border authority: granted"]


def test_a_correction_takes_the_place_of_what_it_corrects_and_is_confirmed_anew(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)
    wrong = clearing.grants(lamia, "1 Jan 2026", "9 Jan 2026", said="1 Jan 2026")

    right = clearing.tell(
        lamia, "granted", said="1 Jan 2026", valid_from="1 Jan 2026", valid_until="6 Jan 2026",
        instead_of=wrong.ref, reason="The last day was misread.",
    )  # fmt: skip

    assert clearing.says(lamia, as_of="2026-01-05") == [
        "The border authority: granted from 2026-01-01 to 2026-01-06 unconfirmed"
    ]
    with pytest.raises(NoLongerSo):
        clearing.confirm(wrong.statement)
    clearing.confirm(right.statement)
    assert clearing.says(lamia, as_of="2026-01-05") == ["The border authority: granted from 2026-01-01 to 2026-01-06"]


def test_people_that_are_one_share_what_is_held_until_the_judgement_is_taken_back(clearing: Clearing) -> None:
    one, other = clearing.register.enter(LAMIA), clearing.register.enter(named("L. Darvish"))
    clearing.grants(one)
    clearing.tell(other, "refused", authority="The interior ministry")

    judging = Judging(clearing.register)
    judged = judging.same(one, other)

    assert clearing.says(one) == clearing.says(other)
    assert len(clearing.says(one)) == 2

    judging.take_back(judged.ref)
    assert clearing.says(one) == ["The border authority: granted"]
    assert clearing.says(other) == ["The interior ministry: refused"]


def test_many_who_are_asked_for_at_once_get_the_short_names_they_would_get_one_by_one(clearing: Clearing) -> None:
    people = [clearing.register.enter(named(f"Person {number}")) for number in range(12)]

    refs = clearing.ask(*people).refs

    with clearing.register.desk.acting():
        held = dict(Statement.objects.filter(ref__in=list(refs.values())).values_list("ref", "id"))
        assert len(set(refs.values())) == len(held) == 12
        assert all(short_name(clearing.register.case().id, held[ref], "q") == ref for ref in refs.values())


def test_sending_the_same_form_again_records_nothing_more(clearing: Clearing) -> None:
    lamia, once, again = clearing.register.enter(LAMIA), uuid4(), uuid4()

    first = clearing.ask(lamia, once=once)
    assert clearing.ask(lamia, once=once) == first
    granted = clearing.tell(lamia, "granted", once=again, conditions=("on foot",))
    assert clearing.tell(lamia, "granted", once=again, conditions=("on foot",)) == granted

    with pytest.raises(RecordedOtherwise):
        clearing.ask(lamia, once=once, purpose="transit to the airport")
    with pytest.raises(RecordedOtherwise):
        clearing.tell(lamia, "refused", once=again)


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"valid_from": "9 Jan 2026", "valid_until": "4 Jan 2026"}, "valid_until"),
        ({"valid_from": "31 Nov 2026"}, "valid_from"),
        ({"valid_until": "about 4 Jan 2026"}, "valid_until"),
        ({"authority": " "}, "authority"),
        ({"modality": "promised"}, "modality"),
        ({"conditions": ["x"] * 21}, "conditions"),
        ({"conditions": ["a\0b"]}, "conditions.0"),
        ({"said": "1 Jan 2099"}, "said"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_field(
    clearing: Clearing, wrong: dict[str, object], where: str
) -> None:
    lamia = clearing.register.enter(LAMIA)

    with pytest.raises(CannotBeRecorded) as refused:
        clearing.tell(lamia, "granted", **wrong)  # type: ignore[arg-type]

    assert where in [each.where for each in refused.value.findings.faults]
    assert clearing.says(lamia) == []


def test_a_state_that_is_none_is_refused(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)

    with pytest.raises(CannotBeRecorded, match="record"):
        clearing.tell(lamia, "lapsed")


def test_nobody_is_asked_for_who_is_not_in_the_register_and_a_purpose_names_nobody(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)

    with pytest.raises(NoSuchPerson):
        clearing.ask(lamia, uuid4())
    with pytest.raises(NamesThePerson):
        clearing.ask(lamia, purpose="the exit of Lamia Darvish")
    with pytest.raises(CannotBeRecorded):
        clearing.ask(lamia, purpose="")
    with pytest.raises(NothingOfThisKind):
        clearing.take_back("nothing")
    assert clearing.says(lamia) == []


def test_whoever_does_not_see_the_compartment_sees_no_clearance(clearing: Clearing) -> None:
    room = clearing.register.room("medical")
    lamia = clearing.register.enter(LAMIA, room=room)
    clearing.tell(lamia, "granted", room=room.id)
    clearing.ask(lamia, authority="The interior ministry")

    assert len(clearing.says(lamia)) == 2
    assert clearing.says(lamia, by=clearing.second) == []


def test_of_somebody_who_was_forgotten_nothing_is_held(clearing: Clearing) -> None:
    lamia = clearing.register.enter(LAMIA)
    clearing.grants(lamia)

    clearing.register.forgets(lamia)

    assert clearing.says(lamia) == []
