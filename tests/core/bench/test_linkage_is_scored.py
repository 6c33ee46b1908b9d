"""Figures of the bench: counted by hand on a few pairs."""

from __future__ import annotations

import numpy as np
import pytest

from bench import linkage_scores as scores
from bench.registers import Who


def test_the_best_f1_is_that_of_some_threshold() -> None:
    right = np.array([True, True, False, True, False])
    found = scores.curve(right, np.array([0.9, 0.8, 0.7, 0.6, 0.5]), there=4)
    assert found.f1 == pytest.approx(6 / 8) and found.precision == pytest.approx(3 / 4) and found.recall == 0.75
    assert found.sure == 0.5 and found.threshold == 0.6 and found.returned == 0.75


def test_pairs_of_one_score_stand_or_fall_together() -> None:
    found = scores.curve(np.array([True, False, False]), np.array([0.5, 0.5, 0.5]), there=1)
    assert found.f1 == pytest.approx(2 / 4) and found.sure == 0.0


def test_no_pair_at_all_is_a_score_of_nothing() -> None:
    assert scores.curve(np.array([], bool), np.array([]), there=3).f1 == 0


def test_probabilities_that_come_true_have_no_error_and_others_have_theirs() -> None:
    said = np.repeat([0.25, 0.75], 400)
    right = np.concatenate([np.arange(400) % 4 == 0, np.arange(400) % 4 != 0])
    assert scores.error(scores.bins(right, said)) < 0.02
    assert scores.error(scores.bins(np.zeros(800, bool), said)) == pytest.approx(0.5)


def test_one_to_one_takes_each_row_once_from_the_best_down() -> None:
    left, right, score = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1]), np.array([0.9, 0.8, 0.85, 0.1])
    assert sorted(scores.one_to_one(left, right, score).tolist()) == [0, 3]


def test_the_best_pair_of_each_row() -> None:
    best = scores.best_of_each(np.array([1, 0, 1]), np.array([0.2, 0.5, 0.7]))
    assert sorted(best.tolist()) == [1, 2]


def test_the_area_is_the_share_of_pairs_in_the_right_order() -> None:
    assert scores.area(np.array([True, False, True, False]), np.array([0.9, 0.1, 0.5, 0.5])) == pytest.approx(3.5 / 4)


def test_whom_a_wrong_pair_joins_is_told_by_the_nearest_kinship() -> None:
    parents = frozenset({1, 2})
    who = {
        1: Who(7, "Omar", "Ali", "Haddad", spouses=frozenset({2})),
        2: Who(7, "Rana", "Adel", "Najjar", spouses=frozenset({1})),
        3: Who(7, "Sami", "Omar", "Haddad", parents),
        4: Who(7, "Amal", "Omar", "Haddad", parents),
        5: Who(9, "Sami", "Adel", "Haddad", like=3),
        6: Who(11, "Sami", "Omar", "Haddad"),
        8: Who(12, "Nour", "Adel", "Khatib"),
    }
    kinds = [scores.relative(one, other, who) for one, other in ((3, 4), (1, 3), (1, 2), (3, 5), (3, 6), (3, 8))]
    assert kinds == ["brother or sister", "parent and child", "spouses", "cousins of one name", "namesakes", "others"]
