"""When an evacuation ends: whole families, permissions, open days; what is known is kept, what is not is spread."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.invented.crisis import crisis
from homeward.outlook.core import clearing, completion, opening, queueing, waiting
from homeward.outlook.core.history import Day, Family, History

OPEN = tuple(Day(True, 40) for _ in range(20))


def cleared(count: int, *, on: int | None = 5, size: int = 4) -> tuple[Family, ...]:
    return tuple(Family(size, 0, on) for _ in range(count))


def test_whoever_is_cleared_crosses_in_about_as_many_days_as_there_are_places() -> None:
    made = completion.forecast(History(cleared(50), OPEN), seed=1)
    last = made.targets[-1]
    assert last.early is not None and last.middle is not None and last.late is not None
    assert 20 <= last.early <= last.middle <= last.late
    assert 23 <= last.middle <= 40
    assert last.never < 0.05
    assert made.nobody_else == 200


def test_if_nobody_else_is_cleared_it_ends_at_those_who_are() -> None:
    made = completion.forecast(History((*cleared(10), *cleared(20, on=None)), OPEN), seed=1)
    assert (made.people, made.cleared, made.nobody_else) == (120, 40, 40)


def test_families_that_wait_far_longer_than_all_others_may_never_be_cleared() -> None:
    days = tuple(Day(True, 40) for _ in range(90))
    made = completion.forecast(History((*cleared(60, on=4), *cleared(6, on=None)), days), seed=1)
    half, _, everybody = made.targets
    assert half.never == 0
    assert everybody.never > 0.5
    assert everybody.late is None
    assert everybody.by(made.horizon) == 1 - everybody.never


def test_what_has_come_is_told_as_it_was() -> None:
    families = tuple(Family(4, 0, 2, 6) for _ in range(10))
    made = completion.forecast(History(families, OPEN), seed=1)
    assert {(each.early, each.late, each.never) for each in made.targets} == {(6, 6, 0.0)}


def test_a_crossing_that_is_mostly_shut_ends_later() -> None:
    shut = tuple(Day(n % 5 == 0, 40 if n % 5 == 0 else None) for n in range(20))
    late = completion.forecast(History(cleared(50), shut), seed=1).targets[-1].middle
    soon = completion.forecast(History(cleared(50), OPEN), seed=1).targets[-1].middle
    assert late is not None and soon is not None
    assert late > soon + 5


def test_the_same_seed_gives_the_same_forecast_and_another_one_another() -> None:
    history = History((*cleared(20), *cleared(20, on=None)), OPEN)
    assert completion.forecast(history, seed=3) == completion.forecast(history, seed=3)
    assert completion.forecast(history, seed=3).targets != completion.forecast(history, seed=4).targets


def test_a_history_that_contradicts_itself_bears_no_forecast_and_says_where() -> None:
    for wrong, why in (
        (History((), OPEN), "Nobody is waiting"),
        (History((Family(0, 1),), OPEN), "Family 1 has 0 people"),
        (History((Family(2, 9, 3),), OPEN), "cleared before it was asked for"),
        (History((Family(2, 1, 30),), OPEN), "which nobody has seen yet"),
        (History((Family(2, 1),), (*OPEN, Day(True, -1))), "Day 20 took -1 people"),
    ):
        made = completion.forecast(wrong, seed=1)
        assert made.targets == ()
        assert why in " ".join(made.findings)


def test_days_of_which_nobody_said_anything_and_no_day_at_all_are_borne() -> None:
    for days in ((), tuple(Day(None) for _ in range(15)), (Day(False), Day(None), Day(True, None, 2.0))):
        families = (Family(3, 0, None),) if days else ()
        made = completion.forecast(History(families or (Family(3, -1),), days), seed=1)
        assert made.targets or made.findings


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_all_paths_at_once_give_what_one_after_another_gives(data: st.DataObject) -> None:
    count, days = data.draw(st.integers(1, 12)), data.draw(st.integers(1, 10))
    sizes = np.array(data.draw(st.lists(st.integers(1, 6), min_size=count, max_size=count)))
    ready = np.array(
        [data.draw(st.lists(st.sampled_from([0.0, 1.0, 2.0, 5.0, np.inf]), min_size=count, max_size=count))]
    )
    places = np.array([data.draw(st.lists(st.integers(0, 9), min_size=days, max_size=days))])
    found = queueing.crossed(ready, sizes, places, 0)[0]
    queue = [int(k) for k in np.argsort(ready[0], kind="stable") if np.isfinite(ready[0][k])]
    done = 0
    for day in range(days):
        left = int(places[0][day])
        for family in list(queue):
            if ready[0][family] <= day and sizes[family] <= left:
                left -= int(sizes[family])
                done += int(sizes[family])
                queue.remove(family)
        assert found[day] == done


def test_clearance_times_come_near_those_that_were_drawn() -> None:
    chance = np.random.default_rng(5)
    takes = np.ceil(14 * chance.weibull(1.4, 400)).astype(int)
    families = tuple(Family(4, 0, int(each) if each < 30 else None) for each in takes)
    times = clearing.fitted(History(families, tuple(Day(True, 10) for _ in range(30))))
    shape, scale, never = times.weights @ times.rows
    assert abs(shape - 1.4) < 0.2
    assert abs(scale - 14) < 1.5
    assert never < 0.05


def test_the_curve_of_waiting_agrees_with_a_second_opinion() -> None:
    lifelines = __import__("lifelines")
    chance = np.random.default_rng(6)
    takes = 1 + np.floor(10 * chance.weibull(1.2, 300)).astype(int)
    families = tuple(Family(4, 0, int(each) if each < 25 else None) for each in takes)
    history = History(families, tuple(Day(True, 10) for _ in range(25)))
    times = clearing.fitted(history)
    curve = lifelines.KaplanMeierFitter().fit(np.minimum(takes, 24), takes < 25)
    for day in (5, 10, 20):
        ours = float(times.weights @ clearing._left(times.rows, np.array([float(day)]))[:, 0])
        assert abs(ours - float(curve.predict(day))) < 0.06


def test_hostilities_keep_a_crossing_shut_on_more_paths() -> None:
    calm = tuple(Day(n % 3 > 0, 40, -1.5) for n in range(30))
    fierce = tuple(Day(n % 3 > 0, 40, 1.5 if n > 20 else -1.5) for n in range(30))

    def share(days: tuple[Day, ...]) -> float:
        chance = np.random.default_rng(1)
        return float(opening.paths(days, 36, opening.drawn(days, 500, chance), chance).mean())

    assert share(calm) > share(fierce)


def test_an_invented_crisis_is_the_same_again_and_ends() -> None:
    one, again = crisis(7), crisis(7)
    assert np.array_equal(one.crossed, again.crossed)
    assert np.isfinite(one.finished(0.9))
    taken = [one.sizes[one.crossed == day].sum() for day in range(len(one.places))]
    assert all(taken <= one.places)


def test_an_open_crossing_that_takes_nobody_may_never_end() -> None:
    shut = tuple(Day(True, 0) for _ in range(40))
    last = completion.forecast(History(cleared(50), shut), seed=1).targets[-1]
    soon = completion.forecast(History(cleared(50), OPEN), seed=1).targets[-1]
    assert last.never > soon.never or (last.middle or 0) > (soon.middle or 0) + 20


def test_the_fan_begins_where_it_stood_ends_with_all_and_fits_the_days_that_are_told() -> None:
    history = History((*(Family(4, 0, 2, 6) for _ in range(10)), *cleared(50)), OPEN)
    last = completion.forecast(history, seed=1).targets[-1]
    assert history.gone_by(5) == 0
    assert history.gone_by(6) == history.gone_by(19) == 40
    assert all(40 <= each.people[0] <= each.people[-1] <= 240 for each in last.ahead)
    assert last.ahead[-1].people[2] == 240
    assert last.middle is not None and last.late is not None
    through = next(each.day for each in last.ahead if each.people[2] >= 240)
    assert abs(through - (last.middle - history.today)) <= 3


def test_the_curve_of_waiting_counts_whoever_still_waits_as_long_as_they_have() -> None:
    families = (*cleared(4, on=5), *cleared(2, on=9), *cleared(4, on=None), Family(1, 18))
    found = waiting.curve(History(families, OPEN))
    assert [(each.day, each.waiting, each.came) for each in found] == [(5, 10, 4), (9, 6, 2)]
    assert [round(each.left, 3) for each in found] == [0.6, 0.4]
    assert waiting.middle(found) == 9
    assert waiting.curve(History(cleared(3, on=None), OPEN)) == ()


def test_where_all_are_cleared_the_curve_ends_at_nobody() -> None:
    found = waiting.curve(History(cleared(8, on=3), OPEN))
    assert [(each.day, each.left) for each in found] == [(3, 0.0)]
    lifelines = __import__("lifelines")
    chance = np.random.default_rng(9)
    takes = 1 + np.floor(9 * chance.weibull(1.1, 60)).astype(int)
    history = History(tuple(Family(1, 0, int(each) if each < 15 else None) for each in takes), OPEN[:15])
    curve = lifelines.KaplanMeierFitter().fit(np.minimum(takes, 14), takes < 15)
    for each in waiting.curve(history):
        assert abs(each.left - float(curve.predict(each.day))) < 1e-9


def test_a_crowd_is_queued_as_families_are_but_for_the_last_places() -> None:
    chance = np.random.default_rng(4)
    ready = np.where(chance.random((3, 300)) < 0.1, np.inf, chance.integers(0, 30, (3, 300)).astype(float))
    sizes, places = chance.integers(1, 7, 300), chance.integers(0, 60, (3, 40))
    whole, rough = (queue(ready, sizes, places, 0) for queue in (queueing.crossed, queueing.crowd))
    assert np.abs(whole - rough).max() <= 12
    assert np.array_equal(whole[:, -1], rough[:, -1])


def test_of_very_many_families_fewer_paths_are_played_and_it_is_told() -> None:
    families = tuple(Family(1, 0, 3 if n % 2 else None) for n in range(20_000))
    made = completion.forecast(History(families, tuple(Day(True, 2_000) for _ in range(10))), seed=1, shares=(0.5,))
    assert made.paths == len(made.targets[0].sample) == 200
    assert made.targets[0].middle is not None
