"""Below the least number of informative units there is no p-value; above it there is one, and it never says what caused what."""

from __future__ import annotations

import re
from datetime import timedelta

import numpy as np
import pytest

from homeward.hostilities.core.statistics import answers, around, changes, levels, quiet
from homeward.hostilities.core.statistics.answers import LEAST_UNITS, Look
from homeward.hostilities.core.statistics.nulls import null_states
from homeward.hostilities.core.statistics.reckoning import effective
from tests.core.hostilities_statistics.invented import FIRST, level

CAUSAL = re.compile(r"caus|effect|because of|led to|due to|impact|thanks to|result of", re.IGNORECASE)


@pytest.mark.parametrize(("after", "tested"), [(20, False), (28, False), (90, True)])
def test_a_short_side_is_shown_and_not_tested(after: int, tested: bool) -> None:
    answer = levels.level_at(level(10, 3, days=120 + after, at=120), FIRST + timedelta(days=120))
    assert answer.ratio is not None
    assert (answer.test.p is not None) is tested
    assert tested is (answer.basis.units >= LEAST_UNITS)


def test_days_that_resemble_one_another_are_worth_fewer() -> None:
    chance = np.random.default_rng(3)
    free = chance.poisson(10, 200).astype(float)
    slow = np.repeat(chance.poisson(10, 20).astype(float), 10)
    assert effective(free) > 150
    assert effective(slow) < 60
    assert effective(np.full(200, 4.0)) == 0


def test_a_closure_of_many_days_is_one_closing() -> None:
    violence = level(10, 10, days=200)
    once_shut = {FIRST + timedelta(days=n): not 90 <= n < 150 for n in range(200)}
    answer = quiet.open_days(violence, once_shut)
    assert answer.turns == 2
    assert answer.test.p is None
    assert "2 times" in " ".join(answer.basis.caveats)


def test_days_that_are_told_apart_wholly_give_no_ratio() -> None:
    violence = level(40, 0.2, days=100, at=50)
    answer = quiet.open_days(violence, {FIRST + timedelta(days=n): n >= 52 for n in range(100)})
    assert answer.ratio is None
    assert "told apart wholly" in answer.words


def test_every_look_that_was_run_is_listed_with_the_answer() -> None:
    before = Look("level at another date", "ratio 0.9")
    answer = levels.level_at(level(9, 3), FIRST + timedelta(days=70), earlier=[before])
    assert answer.basis.looks[0] == before
    assert len(answer.basis.looks) == 2
    assert any("2 looks were run" in each for each in answer.basis.caveats)


def test_a_level_that_falls_is_found_with_its_interval_and_day() -> None:
    series = level(20, 4, days=200, at=120)
    at = levels.level_at(series, FIRST + timedelta(days=120))
    assert at.ratio is not None and at.lo is not None and at.hi is not None
    assert at.lo < 0.2 < at.hi < 1
    assert at.sharp is not None
    assert at.sharp[2] - at.sharp[1] < at.hi - at.lo
    when = changes.change(series, seed=1)
    assert when.best is not None and when.earliest is not None and when.latest is not None
    assert when.earliest <= FIRST + timedelta(days=120) <= when.latest
    assert when.noise is not None and when.noise < 0.05


def test_the_words_never_say_what_caused_what() -> None:
    series, on = level(20, 4, days=200, at=120), FIRST + timedelta(days=120)
    told = (
        around.around(series, on),
        levels.level_at(series, on),
        changes.change(series, seed=1, placebos=19, resampled=9),
        quiet.open_days(series, null_states(np.random.default_rng(2), 200)),
        quiet.crossing_days(series, series),
    )
    constants = [each for name, each in vars(answers).items() if name.isupper() and isinstance(each, str)]
    for answer in told:
        for words in (answer.words, answer.test.why_not, *answer.basis.caveats, *answer.basis.findings, *constants):
            assert not CAUSAL.search(words), words
