from __future__ import annotations

import os
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.crossings.core.boarding import Board, CheckOff, merge, sort_batch
from homeward.crossings.core.gaps import Gap
from homeward.ledger.core.boarding import State
from tests.core.boarding.said import named, saw, seats, settled

ORDERS = int(os.environ.get("BOARDING_ORDERS", "5"))


def of(board: Board, name: str):
    return next(each for each in board.people if each.seat.person == named(name))


def test_of_one_phone_the_highest_number_counts_whatever_its_clock_says() -> None:
    words = [
        saw("A", 1, "Anna", "no_show", at="2026-01-06T09:00:00+02:00"),
        saw("A", 2, "Anna", "boarded", at="1970-01-01T00:00:10+00:00"),
    ]

    board = merge(seats("Anna"), words)

    assert of(board, "Anna").pickup is State.BOARDED
    assert not board.conflicts


def test_two_phones_that_differ_are_a_conflict_and_neither_wins() -> None:
    words = [
        saw("A", 1, "Anna", "boarded", at="2026-01-06T07:00Z"),
        saw("B", 1, "Anna", "no_show", at="2026-01-06T09:00Z"),
    ]

    board = merge(seats("Anna"), words)

    assert of(board, "Anna").pickup is None
    assert {word.state for word in of(board, "Anna").words} == {State.BOARDED, State.NO_SHOW}
    assert board.numbers.contested == 1
    assert not board.numbers.closes


def test_the_gate_goes_on_from_the_pick_up() -> None:
    board = merge(seats("Anna"), [saw("A", 1, "Anna", "boarded"), saw("B", 1, "Anna", "crossed")])

    assert (of(board, "Anna").pickup, of(board, "Anna").gate) == (State.BOARDED, State.CROSSED)
    assert board.numbers.closes


def test_somebody_seen_at_the_gate_was_on_board_though_nobody_ticked_it() -> None:
    board = merge(seats("Anna Boris"), [saw("B", 1, "Anna", "turned_back")])

    assert (board.numbers.boarded, board.numbers.turned_back, board.numbers.waiting) == (1, 1, 1)


def test_not_come_and_crossed_cannot_both_be_so() -> None:
    board = merge(seats("Anna"), [saw("A", 1, "Anna", "no_show"), saw("B", 1, "Anna", "crossed")])

    assert of(board, "Anna").contested_pickup
    assert board.numbers.crossed == 0


def test_two_phones_that_differ_at_the_gate_leave_the_boarding_as_it_is() -> None:
    board = merge(seats("Anna"), [saw("A", 1, "Anna", "crossed"), saw("B", 1, "Anna", "turned_back")])

    assert board.numbers.boarded == board.numbers.contested_at_gate == 1
    assert not board.numbers.closes


def test_what_a_phone_takes_back_it_does_not_say() -> None:
    words = [saw("A", 1, "Anna", "no_show"), saw("A", 2, "Anna", "waiting"), saw("B", 1, "Anna", "boarded")]

    board = merge(seats("Anna"), words)

    assert of(board, "Anna").pickup is State.BOARDED
    assert board.words == 3


def test_the_desk_settles_what_it_has_seen_and_a_later_word_stands_beside_it() -> None:
    one, other = saw("A", 1, "Anna", "boarded"), saw("B", 1, "Anna", "no_show")
    word = settled("Anna", "boarded", one, other)

    agreed = merge(seats("Anna"), [one, other], settled=[word])
    went_on = merge(seats("Anna"), [one, other, saw("C", 1, "Anna", "crossed")], settled=[word])
    denied = merge(seats("Anna"), [one, other, saw("B", 2, "Anna", "no_show")], settled=[word])

    assert (of(agreed, "Anna").pickup, of(agreed, "Anna").settled) == (State.BOARDED, True)
    assert of(went_on, "Anna").gate is State.CROSSED
    assert of(denied, "Anna").contested


def test_what_a_revoked_phone_says_later_is_kept_apart_and_shown() -> None:
    words = [saw("A", 1, "Anna", "boarded"), saw("A", 2, "Boris", "boarded"), saw("A", 3, "Anna", "crossed")]

    board = merge(seats("Anna", "Boris"), words, revoked={named("A"): 1})

    assert of(board, "Anna").pickup is State.BOARDED
    assert of(board, "Anna").gate is None
    assert of(board, "Boris").pickup is None
    assert [word.sequence for word in board.apart] == [2, 3]


def test_a_number_that_never_came_is_told_until_it_comes() -> None:
    words = [saw("A", 1, "Anna", "boarded"), saw("A", 4, "Boris", "boarded")]

    assert merge(seats("Anna"), words).missing == (Gap(named("A"), 2, 3),)
    late = [saw("A", 3, "Anna", "no_show"), saw("A", 2, "Anna", "waiting")]
    board = merge(seats("Anna"), words + late)
    assert board.missing == ()
    assert of(board, "Anna").pickup is State.NO_SHOW


def test_a_phone_that_was_set_up_from_a_copy_uses_a_number_twice_and_both_words_stand() -> None:
    words = [saw("A", 1, "Anna", "boarded"), saw("A", 1, "Anna", "no_show", id="from the copy")]

    board = merge(seats("Anna"), words)

    assert board.reused == ((named("A"), 1),)
    assert board.conflicts


def test_one_id_with_two_contents_is_told_and_both_are_kept() -> None:
    one, other = saw("A", 1, "Anna", "boarded"), saw("A", 1, "Anna", "refused")

    found = sort_batch({one.id: [one]}, [one, other, other])

    assert found.fresh == (other,)
    assert found.repeated == (one.id, one.id)
    assert found.altered == (one.id,)
    assert merge(seats("Anna"), [one, other]).altered == (one.id,)


def test_a_family_that_is_taken_apart_is_told_at_once() -> None:
    at_gate = merge(seats("Anna Boris", "Gleb"), [saw("A", 1, "Anna", "crossed"), saw("A", 2, "Boris", "turned_back")])
    at_pickup = merge(seats("Anna Boris"), [saw("A", 1, "Anna", "boarded"), saw("A", 2, "Boris", "no_show")])

    (split,) = at_gate.splits
    assert (split.where, split.through, split.back) == ("gate", (named("Anna"),), (named("Boris"),))
    assert [each.where for each in at_pickup.splits] == ["pickup"]
    assert merge(seats("Anna Boris"), [saw("A", 1, "Anna", "boarded")]).splits == ()


def test_whoever_walks_on_is_counted_apart_and_waits_for_a_second_person() -> None:
    words = [saw("A", 1, "nobody of the manifest", "boarded")]

    waits = merge(seats("Anna"), words)
    seconded = merge(seats("Anna"), words, seconds={named("nobody of the manifest"): named("Vera of the desk")})

    assert (waits.numbers.manifested, waits.numbers.boarded) == (1, 0)
    assert waits.walk_ons[0].second is None
    assert seconded.walk_ons[0].second == named("Vera of the desk")


def test_two_vehicles_said_of_one_person_are_both_shown() -> None:
    words = [saw("A", 1, "Anna", "boarded", vehicle="bus 1"), saw("B", 1, "Anna", "boarded", vehicle="bus 2")]

    standing = of(merge(seats("Anna"), words), "Anna")

    assert standing.pickup is State.BOARDED
    assert set(standing.vehicles) == {named("bus 1"), named("bus 2")}


NAMES = [f"p{number}" for number in range(12)]
WORDS = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", "C"]), st.sampled_from([*NAMES, "walk-on"]), st.sampled_from([each.value for each in State]),
        st.sampled_from(["1970-01-01T00:00Z", "2026-01-06T08:30+02:00", "2036-02-07T06:28Z"]),
    ),
    max_size=60,
)  # fmt: skip


def numbered(told: list[tuple[str, str, str, str]]) -> list[CheckOff]:
    """The words with the numbers that their phones give them."""
    count: dict[str, int] = {}
    found = []
    for phone, person, state, at in told:
        count[phone] = count.get(phone, 0) + 1
        found.append(saw(phone, count[phone], person, state, at=at))
    return found


@given(told=WORDS, seed=st.integers(0, 2**32), after=st.none() | st.integers(0, 20))
@settings(max_examples=60)
def test_batches_in_any_order_some_of_them_twice_come_to_the_same(
    told: list[tuple[str, str, str, str]], seed: int, after: int | None
) -> None:
    words, rows = numbered(told), seats(*(f"{a} {b}" for a, b in zip(NAMES[::2], NAMES[1::2], strict=True)))
    revoked = {} if after is None else {named("B"): after}
    expected = merge(rows, words, revoked=revoked)
    shuffled = random.Random(seed)

    for _ in range(ORDERS):
        kept: dict[object, list[CheckOff]] = {}
        arriving = words + shuffled.sample(words, len(words) // 3)
        shuffled.shuffle(arriving)
        while arriving:
            batch = [arriving.pop() for _ in range(min(len(arriving), shuffled.randint(1, 9)))]
            for word in sort_batch(kept, batch).fresh:  # type: ignore[arg-type]
                kept.setdefault(word.id, []).append(word)
        everything = [word for same in kept.values() for word in same]
        assert len(everything) == len(words)
        assert merge(rows, everything, revoked=revoked) == expected


@given(told=WORDS)
def test_nobody_is_lost_from_the_numbers(told: list[tuple[str, str, str, str]]) -> None:
    words = numbered(told)
    board = merge(seats(*NAMES), words)
    n = board.numbers

    assert n.manifested == n.boarded + n.no_show + n.refused + n.waiting + n.contested == len(NAMES)
    assert n.boarded == n.crossed + n.turned_back + n.in_transit + n.contested_at_gate
    assert n.closes == (n.waiting == n.contested == n.contested_at_gate == 0)
    assert board.missing == ()
