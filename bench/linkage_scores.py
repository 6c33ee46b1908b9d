"""What pairs are worth against the truth: F1 over thresholds, calibration, whom a wrong pair joins, who is said to be nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bench.registers import Register, Who

BINS = 15
SURE = 0.99


@dataclass(frozen=True, slots=True)
class Curve:
    """The best F1 over thresholds with its precision and recall, and the recall at which precision is still SURE."""

    f1: float
    precision: float
    recall: float
    threshold: float
    sure: float
    returned: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs of about one probability: how many, what was said of them in the mean, and how many were right."""

    count: int
    said: float
    right: float


def truth(made: Register, left: int) -> np.ndarray:
    """For each of the first rows on the left the place of the same person on the right, or -1."""
    place = {person: at for at, person in enumerate(made.right_people)}
    return np.array([place.get(person, -1) for person in made.left_people[:left]])


def marks(gold: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    return gold[left] == right


def curve(right: np.ndarray, score: np.ndarray, there: int) -> Curve:
    """Thresholds lie between unlike scores only: pairs of one score stand or fall together."""
    order = np.argsort(-score, kind="stable")
    score, found = score[order], np.cumsum(right[order])
    last = np.flatnonzero(np.r_[score[1:] != score[:-1], True]) if len(score) else np.array([], int)
    if not len(last):
        return Curve(0, 0, 0, 0, 0, 0)
    hits, said = found[last], last + 1
    f1, precision = 2 * hits / (said + there), hits / said
    best, sure = int(f1.argmax()), np.flatnonzero(precision >= SURE)
    return Curve(
        float(f1[best]), float(precision[best]), float(hits[best] / there), float(score[last[best]]),
        float(hits[sure[-1]] / there) if len(sure) else 0.0, float(found[-1] / there),
    )  # fmt: skip


def at_verdict(right: np.ndarray, there: int) -> tuple[float, float, float]:
    """F1, precision and recall of the pairs that a system itself says are one person's."""
    hits, said = int(right.sum()), len(right)
    return 2 * hits / max(1, said + there), hits / max(1, said), hits / there


def bins(right: np.ndarray, said: np.ndarray) -> list[Bin]:
    """As many pairs in each, by probability."""
    order = np.argsort(said, kind="stable")
    return [
        Bin(len(part), float(said[part].mean()), float(right[part].mean()))
        for part in np.array_split(order, min(BINS, len(order)))
        if len(part)
    ]


def error(made: Sequence[Bin]) -> float:
    """The expected calibration error: |said - right| in the mean of all pairs."""
    return sum(each.count * abs(each.said - each.right) for each in made) / max(1, sum(each.count for each in made))


def best_of_each(left: np.ndarray, score: np.ndarray) -> np.ndarray:
    """Of each left row the place of the pair that it likes best."""
    order = np.lexsort((-score, left))
    return order[np.r_[True, left[order][1:] != left[order][:-1]]] if len(order) else order


def one_to_one(left: np.ndarray, right: np.ndarray, score: np.ndarray) -> np.ndarray:
    """Pairs taken from the best down, each row once."""
    used_left: set[int] = set()
    used_right: set[int] = set()
    kept = []
    for at in np.argsort(-score, kind="stable").tolist():
        a, b = int(left[at]), int(right[at])
        if a not in used_left and b not in used_right:
            used_left.add(a)
            used_right.add(b)
            kept.append(at)
    return np.array(kept, int)


def area(label: np.ndarray, score: np.ndarray) -> float:
    """How often one that is stands above one that is not (ROC AUC), ties as halves."""
    order = np.argsort(score, kind="stable")
    ranks = np.empty(len(score))
    ordered = score[order]
    starts = np.r_[0, np.flatnonzero(ordered[1:] != ordered[:-1]) + 1, len(score)]
    for a, b in pairwise(starts):
        ranks[order[a:b]] = (a + b - 1) / 2
    yes = int(label.sum())
    no = len(label) - yes
    return float((ranks[label].sum() - yes * (yes - 1) / 2) / max(1, yes * no))


# ---- whom a wrong pair joins -----------------------------------------------------------------------------------------------

RELATIVES = ("brother or sister", "parent and child", "spouses", "of one house", "cousins of one name", "namesakes",
             "same given and family name", "others")  # fmt: skip


def relative(one: int, other: int, who: dict[int, Who]) -> str:
    """What two people are to each other, the nearest first."""
    a, b = who[one], who[other]
    if a.house == b.house:
        if a.parents & b.parents:
            return RELATIVES[0]
        if other in a.parents or one in b.parents:
            return RELATIVES[1]
        return RELATIVES[2] if other in a.spouses else RELATIVES[3]
    named = a.given == b.given and a.family == b.family and a.given != ""
    planted = one == b.like or other == a.like or (a.like >= 0 and a.like == b.like)
    if named and a.fathers == b.fathers and a.fathers:
        return RELATIVES[5]
    if planted:
        return RELATIVES[4]
    return RELATIVES[6] if named else RELATIVES[7]


def there_are(made: Register, left: int) -> Counter[str]:
    """How many pairs of each kind of relative the two lists hold, of those that can be counted by house or plan."""
    inside: dict[int, list[int]] = defaultdict(list)
    for person in made.right_people:
        inside[made.who[person].house].append(person)
    planted: dict[int, list[int]] = defaultdict(list)
    for person in made.right_people:
        like = made.who[person].like
        planted[like if like >= 0 else person].append(person)
    found: Counter[str] = Counter()
    for one in made.left_people[:left]:
        like = made.who[one].like
        near = {*inside[made.who[one].house], *planted[like if like >= 0 else one]} - {one}
        found.update(relative(one, other, made.who) for other in near)
    return found


def joined(made: Register, left: np.ndarray, right: np.ndarray) -> Counter[str]:
    """Of wrong pairs how many join each kind of relative."""
    return Counter(
        relative(made.left_people[a], made.right_people[b], made.who)
        for a, b in zip(left.tolist(), right.tolist(), strict=True)
    )
