"""How one person stands with one authority, out of the words between them: what holds whatever the words."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from homeward.clearances.core.standing import Standing, Word, standings
from homeward.clearances.core.states import PENDING, State
from homeward.ledger.core.clearance import Permission

FIRST = date(2026, 1, 1)


@st.composite
def histories(draw: st.DrawFn) -> list[Word]:
    made = []
    for number in range(draw(st.integers(0, 8))):
        state = draw(st.sampled_from([None, *Permission]))
        start = draw(st.none() | st.integers(0, 20))
        length = draw(st.none() | st.integers(0, 10))
        made.append(
            Word(
                UUID(int=number),
                FIRST + timedelta(draw(st.integers(0, 12))),
                number,
                state,
                None if start is None else FIRST + timedelta(start),
                None if length is None else FIRST + timedelta((start or 0) + length),
                draw(st.booleans()),
            )
        )
    return made


def day(number: int) -> date:
    return FIRST + timedelta(number)


@given(histories(), st.integers(0, 40))
def test_the_order_of_telling_changes_nothing(words: list[Word], on: int) -> None:
    assert standings(words, day(on)) == standings(list(reversed(words)), day(on))


@given(histories(), st.integers(0, 40))
def test_there_is_a_standing_exactly_when_there_is_a_word(words: list[Word], on: int) -> None:
    found = standings(words, day(on))

    assert bool(found) == bool(words)
    assert len(found) <= 1 or {each.state for each in found} == {State.GRANTED}


@given(histories(), st.integers(0, 40))
def test_nothing_granted_is_over_and_everything_lapsed_is(words: list[Word], on: int) -> None:
    for each in standings(words, day(on)):
        if each.state is State.GRANTED:
            assert not each.word.is_over(day(on))
        if each.state is State.LAPSED:
            assert each.word.is_over(day(on))


@given(histories(), st.integers(0, 40))
def test_after_a_refusal_or_withdrawal_no_earlier_grant_holds(words: list[Word], on: int) -> None:
    ended = [each.order for each in words if each.state in (Permission.REFUSED, Permission.WITHDRAWN)]

    for each in standings(words, day(on)):
        if each.state in (State.GRANTED, State.LAPSED):
            assert each.word.order > max(ended, default=(date.min, -1))


@given(histories(), st.integers(0, 40))
def test_a_further_request_takes_nothing_away_that_is_granted(words: list[Word], on: int) -> None:
    before = granted(standings(words, day(on)))
    asked = Word(UUID(int=99), day(40), 99)

    after = standings([*words, asked], day(on))

    assert granted(after) == before
    assert before or after[0].state in PENDING


@given(histories(), st.integers(0, 40))
def test_confirmed_grants_of_one_authority_never_overlap(words: list[Word], on: int) -> None:
    found = [each.word for each in standings(words, day(on)) if each.state is State.GRANTED and each.confirmed]

    assert not any(one.meets(other) for at, one in enumerate(found) for other in found[at + 1 :])


def granted(found: tuple[Standing, ...]) -> list[Word]:
    return [each.word for each in found if each.state is State.GRANTED]
