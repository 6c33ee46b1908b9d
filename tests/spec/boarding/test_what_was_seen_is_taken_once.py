from __future__ import annotations

import os
import random
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from homeward.crossings.actions import boarding, closing, manifests, phones, seating
from homeward.ledger.actions import CannotBeRecorded
from homeward.people import queries as people
from homeward.people.queries import NoSuchPerson
from tests.apps.crossings.boarded import Trip
from tests.apps.people.clearing import BORDER, Clearing
from tests.cast import Desk

ORDERS = int(os.environ.get("BOARDING_ORDERS", "2"))
LATE, EARLY = "2036-02-07T06:28:00+02:00", "1970-01-01T00:00:07+00:00"


def test_a_batch_that_is_sent_twice_changes_nothing(trip: Trip) -> None:
    trip.publish("Anna Boris")
    phone = trip.phone("A")
    words = [trip.word(phone, 1, "Anna", "boarded"), trip.word(phone, 2, "Boris", "no_show")]

    first, second = trip.hand_over(phone, *words), trip.hand_over(phone, *reversed(words))

    assert (len(first.fresh), len(first.repeated)) == (2, 0)
    assert (len(second.fresh), len(second.repeated)) == (0, 2)
    assert trip.states() == {"Anna": ("boarded", None), "Boris": ("no_show", None)}
    assert trip.board().phones[0].words == 2


def test_a_family_that_is_taken_apart_is_told_with_the_batch_that_does_it(trip: Trip) -> None:
    trip.publish("Anna Boris", "Vera")
    phone = trip.phone("A")

    taken = trip.hand_over(phone, trip.word(phone, 1, "Anna", "crossed"), trip.word(phone, 2, "Boris", "turned_back"))

    assert set(taken.split) == {trip.alias("Anna"), trip.alias("Boris")}
    assert [split.where for split in trip.board().board.splits] == ["gate"]


def test_clocks_decide_nothing_and_a_conflict_is_settled_by_the_desk(trip: Trip) -> None:
    trip.publish("Anna")
    one, other = trip.phone("A"), trip.phone("B")
    trip.hand_over(one, trip.word(one, 1, "Anna", "refused", at=LATE), trip.word(one, 2, "Anna", "boarded", at=EARLY))
    taken = trip.hand_over(other, trip.word(other, 1, "Anna", "no_show", at=LATE))

    assert taken.contested == (trip.alias("Anna"),)
    (conflict,) = trip.board().board.conflicts
    seen = [word.id for word in conflict.words]
    person = trip.people["Anna"]
    with pytest.raises(closing.DoesNotClose):
        trip.does(closing.close_boarding, convoy=trip.convoy)
    trip.does(boarding.settle_check_off, convoy=trip.convoy, person=person, state="boarded", seen=seen)

    assert trip.states() == {"Anna": ("boarded", None)}
    trip.hand_over(other, trip.word(other, 2, "Anna", "refused"))
    assert trip.board().board.conflicts


def test_what_a_revoked_phone_brings_later_is_taken_and_kept_apart(trip: Trip) -> None:
    trip.publish("Anna", "Boris")
    phone = trip.phone("A")
    trip.hand_over(phone, trip.word(phone, 1, "Anna", "boarded"))
    trip.does(phones.revoke_phone, device=phone.device)

    taken = trip.hand_over(phone, trip.word(phone, 2, "Boris", "boarded"), trip.word(phone, 3, "Anna", "no_show"))

    assert taken.revoked
    assert len(taken.fresh) == len(taken.apart) == 2
    assert trip.states() == {"Anna": ("boarded", None), "Boris": (None, None)}
    assert [word.sequence for word in trip.board().board.apart] == [2, 3]
    with pytest.raises(phones.WasRevoked):
        trip.bare(phones.set_up_phone, device=phone.device, install="x" * 32)
    with pytest.raises(phones.WasRevoked):
        trip.does(phones.revoke_phone, device=phone.device)


def test_the_answer_to_a_batch_knows_the_batch(lasting_desk: Desk) -> None:
    trip = Trip.of(lasting_desk)
    trip.publish("Anna Boris")
    one, other = trip.phone("A"), trip.phone("B")
    trip.hand_over(one, trip.word(one, 1, "Anna", "boarded"))
    trip.does(phones.revoke_phone, device=one.device)

    late = trip.hand_over(one, trip.word(one, 2, "Anna", "no_show"))
    differs = trip.hand_over(other, trip.word(other, 1, "Anna", "no_show"), trip.word(other, 2, "Boris", "boarded"))

    assert len(late.apart) == 1
    assert differs.contested == (trip.alias("Anna"),)


def test_a_phone_that_was_lost_before_is_revoked_from_the_number_that_is_trusted(trip: Trip) -> None:
    trip.publish("Anna")
    phone = trip.phone("A")
    trip.hand_over(phone, trip.word(phone, 1, "Anna", "boarded"), trip.word(phone, 2, "Anna", "no_show"))

    trip.does(phones.revoke_phone, device=phone.device, after=1)

    assert trip.states() == {"Anna": ("boarded", None)}


def test_one_phone_holds_a_manifest_and_a_second_one_does_not_get_it(trip: Trip) -> None:
    trip.publish("Anna")
    phone = trip.phone("A")

    for _ in range(2):
        trip.bare(phones.set_up_phone, device=phone.device, install="the first phone, say")

    with pytest.raises(phones.SetUpElsewhere):
        trip.bare(phones.set_up_phone, device=phone.device, install="another phone, let us say")
    assert trip.board().phones[0].set_up


def test_nobody_else_hands_over_for_a_phone(trip: Trip) -> None:
    trip.publish("Anna")
    phone = trip.phone("A")

    with pytest.raises(phones.NoSuchPhone):
        trip.hand_over(phone, trip.word(phone, 1, "Anna", "boarded"), by=trip.second)
    with pytest.raises(phones.NoSuchPhone):
        trip.bare(boarding.take_check_offs, device=uuid4(), words=[])


def test_whoever_walks_on_is_confirmed_by_somebody_else(trip: Trip) -> None:
    trip.publish("Anna")
    phone = trip.phone("A")
    stranger = uuid4()
    trip.hand_over(phone, trip.word(phone, 1, "Anna", "boarded"), trip.word(phone, 2, "", "boarded", person=stranger))
    (walk_on,) = trip.board().board.walk_ons
    assert (walk_on.second, trip.board().board.numbers.boarded) == (None, 1)

    with pytest.raises(boarding.SecondMustBeAnotherPerson):
        trip.does(boarding.confirm_walk_on, convoy=trip.convoy, person=stranger)
    with pytest.raises(NoSuchPerson):
        trip.does(boarding.confirm_walk_on, by=trip.second, convoy=trip.convoy, person=stranger, known_as=uuid4())
    with pytest.raises(closing.DoesNotClose):
        trip.does(closing.close_boarding, convoy=trip.convoy)
    trip.does(boarding.confirm_walk_on, by=trip.second, convoy=trip.convoy, person=stranger)

    assert trip.board().board.walk_ons[0].second == trip.second.id
    trip.does(closing.close_boarding, convoy=trip.convoy)


def test_the_numbers_are_closed_once_and_the_seats_are_free(trip: Trip) -> None:
    trip.publish("Anna Boris", "Vera", "Gleb")
    phone = trip.phone("A")
    said = {"Anna": "crossed", "Boris": "crossed", "Vera": "no_show", "Gleb": "turned_back"}
    trip.hand_over(phone, *(trip.word(phone, n, name, state) for n, (name, state) in enumerate(said.items(), 1)))

    trip.does(closing.close_boarding, convoy=trip.convoy)

    n = trip.board().board.numbers
    assert (n.manifested, n.boarded, n.no_show, n.refused, n.crossed, n.turned_back, n.in_transit) == (
        4,
        3,
        1,
        0,
        2,
        1,
        0,
    )
    assert trip.board().closed
    with pytest.raises(seating.BoardingWasClosed):
        trip.seat("Dina")
    other = trip.gate.convoy(trip.window, trip.gate.pickup("The mill"))
    assert trip.seat("Vera", convoy=other) == (1,)


def test_the_register_hears_from_the_boarding_team_who_crossed(trip: Trip) -> None:
    trip.publish("Anna", "Vera")
    phone = trip.phone("A")
    trip.hand_over(phone, trip.word(phone, 1, "Anna", "crossed"), trip.word(phone, 2, "Vera", "turned_back"))

    trip.does(closing.close_boarding, convoy=trip.convoy)

    with trip.desk.acting():
        stages = people.stages_of(trip.gate.asked(), list(trip.people.values()))
    assert (stages[trip.people["Anna"]].state, stages[trip.people["Vera"]].state) == ("crossed", "")
    assert stages[trip.people["Anna"]].said_by[0].given.speaker == "The boarding team"


def test_a_word_that_comes_after_the_numbers_were_closed_is_taken_and_told(trip: Trip) -> None:
    trip.publish("Anna")
    phone = trip.phone("A")
    trip.hand_over(phone, trip.word(phone, 1, "Anna", "boarded"))
    trip.does(closing.close_boarding, convoy=trip.convoy)

    trip.hand_over(phone, trip.word(phone, 2, "Anna", "crossed"))

    assert (trip.board().late, trip.board().board.numbers.crossed) == (1, 1)


def test_words_that_are_none_are_refused_with_every_fault_and_nothing_is_kept(trip: Trip) -> None:
    trip.publish("Anna")
    phone = trip.phone("A")
    good = trip.word(phone, 1, "Anna", "boarded")
    bad = [
        {**good, "sequence": 0}, {**good, "state": "gone"}, {**good, "id": "1"}, {**good, "place": "a\nb"},
        {**good, "more": 1}, {"id": good["id"]}, {**good, "sequence": True}, {**good, "at": "x" * 81}, "words",
    ]  # fmt: skip

    with pytest.raises(CannotBeRecorded) as refused:
        trip.hand_over(phone, good, *bad)  # type: ignore[arg-type]

    places = {fault.where.split(".")[1] for fault in refused.value.findings.faults}
    assert places == {str(number) for number in range(1, 10)}
    assert trip.board().phones[0].words == 0


def test_one_id_that_says_two_things_is_kept_twice_and_told(trip: Trip) -> None:
    trip.publish("Anna")
    phone = trip.phone("A")
    word = trip.word(phone, 1, "Anna", "boarded")
    trip.hand_over(phone, word)

    taken = trip.hand_over(phone, {**word, "state": "refused"})

    assert [str(id) for id in taken.altered] == [word["id"]]
    assert trip.board().board.conflicts


def test_a_number_that_has_not_come_in_is_told(trip: Trip) -> None:
    trip.publish("Anna", "Boris")
    phone = trip.phone("A")
    trip.hand_over(phone, trip.word(phone, 3, "Anna", "boarded"))

    (gap,) = trip.board().phones[0].missing

    assert (gap.first, gap.last) == (1, 2)


def test_paper_is_keyed_back_and_a_row_that_says_the_same_adds_nothing(trip: Trip) -> None:
    trip.publish("Anna", "Boris")
    sheet = trip.phone("Sheet 1", paper=True)
    anna, boris = trip.people["Anna"], trip.people["Boris"]

    trip.does(boarding.key_paper, device=sheet.device, marks={anna: "boarded", boris: "no_show"})
    again = trip.does(boarding.key_paper, device=sheet.device, marks={anna: "boarded", boris: "boarded"})

    assert len(again.fresh) == 1
    assert trip.states() == {"Anna": ("boarded", None), "Boris": ("boarded", None)}
    assert sheet.key == ""
    phone = trip.phone("A")
    with pytest.raises(phones.NoSuchPhone):
        trip.does(boarding.key_paper, device=phone.device, marks={anna: "boarded"})


def test_a_permission_that_was_taken_back_is_told_with_the_next_batch(desk: Desk) -> None:
    trip = Trip.of(desk, authorities=(BORDER,))
    trip.publish("Anna", "Boris")
    clearing = Clearing(trip.register)
    for name in ("Anna", "Boris"):
        clearing.grants(trip.people[name])
    phone = trip.phone("A")
    assert trip.hand_over(phone, trip.word(phone, 1, "Anna", "boarded")).stopped == ()

    clearing.tell(trip.people["Boris"], "withdrawn", said="5 Jan 2026 09:00")

    assert trip.hand_over(phone, trip.word(phone, 2, "Boris", "boarded")).stopped == (trip.alias("Boris"),)


def test_a_phone_is_prepared_for_a_published_manifest_and_by_a_name_of_its_own(trip: Trip) -> None:
    with pytest.raises(manifests.NotPublished):
        trip.phone("A")
    trip.publish("Anna")
    trip.phone("A")
    with pytest.raises(CannotBeRecorded):
        trip.phone("a ")


def test_batches_of_three_phones_in_any_order_come_to_the_same(desk: Desk) -> None:
    trip = Trip.of(desk, seats="30")
    families = [f"P{number} Q{number}" for number in range(12)]
    trip.publish(*families)
    names = " ".join(families).split()
    carried = [trip.phone(name) for name in "ABC"]
    chance = random.Random(7)
    words = [
        (phone, trip.word(phone, number, chance.choice(names), chance.choice(["boarded", "no_show", "crossed", "waiting"]),
                          at=chance.choice([EARLY, LATE])))
        for phone in carried for number in range(1, 9)
    ]  # fmt: skip
    trip.does(phones.revoke_phone, device=carried[2].device, after=5)
    reached = set()

    for _ in range(ORDERS):
        mark = transaction.savepoint()
        order = [*words, *chance.sample(words, 8)]
        chance.shuffle(order)
        while order:
            phone = order[0][0]
            batch = [word for of, word in order if of is phone][: chance.randint(1, 5)]
            order = without(order, phone, batch)
            trip.hand_over(phone, *batch)
        board = trip.board().board
        assert board.words == len(words)
        reached.add(repr(board))
        transaction.savepoint_rollback(mark)

    assert len(reached) == 1


def without(order: list[Any], phone: object, batch: list[Any]) -> list[Any]:
    """The words that are still to come: each word of the batch once less."""
    left, sent = [], list(batch)
    for of, word in order:
        if of is phone and word in sent:
            sent.remove(word)
        else:
            left.append((of, word))
    return left
