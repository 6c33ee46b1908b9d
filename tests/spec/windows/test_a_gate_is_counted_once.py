"""Windows of one crossing that overlap are told, and the gate is not counted twice (W01, W08)."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from homeward.crossings import actions
from homeward.crossings.core.overlaps import Opening, shares
from tests.apps.crossings.gates import WINDOW, Gate

START = datetime(2026, 1, 6, tzinfo=UTC)


def test_a_window_that_overlaps_another_is_recorded_and_told(gate: Gate) -> None:
    first = gate.window()
    done = gate.does(actions.announce_window, crossing=gate.crossing, **{**WINDOW, "opens": "10:00", "closes": "14:00"})

    assert [each.code for each in done.warnings] == ["overlaps"]
    assert gate.shown(first).overlaps == (done.about,)


def test_the_same_window_with_a_space_behind_is_told(gate: Gate) -> None:
    gate.window()
    done = gate.does(
        actions.announce_window, crossing=gate.crossing, **{**WINDOW, "opens": "08:30 ", "capacity": "400 "}
    )

    assert [each.code for each in done.warnings] == ["same-window"]


def test_windows_one_after_the_other_do_not_overlap(gate: Gate) -> None:
    first = gate.window()
    gate.window(opens="12:30", closes="14:00")

    assert gate.shown(first).overlaps == ()
    assert gate.shown(first).counted == 400


def test_beside_another_window_of_the_day_overlapping_ones_are_cut_to_the_gate(gate: Gate) -> None:
    one, two = gate.window(capacity="300"), gate.window(opens="10:00", closes="14:00", capacity="300")
    alone = gate.window(opens="18:00", closes="20:00", capacity="50")

    assert gate.shown(one).counted + gate.shown(two).counted == 300
    assert gate.shown(alone).counted == 50


def test_a_window_that_was_called_off_overlaps_nothing(gate: Gate) -> None:
    gate.window(cancelled=True)

    done = gate.does(actions.announce_window, crossing=gate.crossing, **{**WINDOW, "opens": "10:00"})

    assert done.warnings == ()


openings = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 8), st.integers(0, 50), st.integers(0, 1)), min_size=1, max_size=8
)


@given(openings)
def test_no_gate_ever_takes_more_than_its_largest_window_and_none_takes_more_than_its_own(
    drawn: list[tuple[int, ...]],
) -> None:
    every = [
        Opening(
            UUID(int=number), UUID(int=100 + crossing), "2026-01-06", START + timedelta(hours=begins),
            START + timedelta(hours=begins + length), most,
        )
        for number, (begins, length, most, crossing) in enumerate(drawn, 1)
    ]  # fmt: skip
    found = shares(every)
    by_id = {each.id: each for each in every}
    clustered: dict[UUID, tuple[UUID, ...]] = {id: gate for gate in found.overlapping for id in gate}
    bound: dict[tuple[UUID, str], int] = defaultdict(int)
    for gate in [*found.overlapping, *((each.id,) for each in every if each.id not in clustered)]:
        largest = max(by_id[id].capacity for id in gate)
        day = (by_id[gate[0]].crossing, by_id[gate[0]].on)
        allowed = min(found.days.get(day, 10**9), sum(found.windows[id] for id in gate))
        bound[day] += largest
        assert allowed <= largest

    assert all(0 <= found.windows[each.id] <= each.capacity for each in every)
    for one in every:
        for other in every:
            overlap = one.crossing == other.crossing and one.start < other.until and other.start < one.until
            if one is not other and overlap:
                assert other.id in clustered[one.id]
