"""What linkage is held against: the open libraries that desks use today, each in the way that suits it best.

They live in an environment of their own (`python -m bench.linkage --help` tells how it is laid), and nothing here imports the
product: rows in, (left place, right place, score) out. Where `scale` is "probability", scores may be held against the truth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from bench.linkage_forms import Pairs, comparable, plain
from bench.linkage_rows import Row
from bench.linkage_splink import splink_prototype, splink_tuned

Linker = Callable[[Sequence[Row], Sequence[Row]], Pairs]


# ---- rapidfuzz -------------------------------------------------------------------------------------------------------------


def rapidfuzz(left: Sequence[Row], right: Sequence[Row]) -> Pairs:
    """Token sort over forms romanised by anyascii, with what birth and paper say added by hand; the ten best of each row."""
    import rapidfuzz as library
    from rapidfuzz import fuzz, process

    ours, theirs = ([plain(row.names[0]) if row.names else "" for row in rows] for rows in (left, right))
    born, papers = _births(right), [comparable(row) for row in right]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, paper in enumerate(papers):
        if paper:
            holders[paper].append(at)
    found: list[tuple[int, int, float]] = []
    for start in range(0, len(left), 100):
        rows = left[start : start + 100]
        scores = process.cdist(ours[start : start + 100], theirs, scorer=fuzz.token_sort_ratio, dtype=np.float32)
        scores += _speaks(rows, born)
        for at, row in enumerate(rows):
            for other in holders.get(comparable(row), ()):
                scores[at, other] += 100
        best = np.argpartition(-scores, min(10, scores.shape[1] - 1), axis=1)[:, :10]
        found += [(start + at, int(n), float(scores[at, n])) for at in range(len(rows)) for n in best[at]]
    one, other, score = (np.array(column) for column in zip(*found, strict=True))
    return Pairs(one, other, score, told={"version": library.__version__})


def _births(rows: Sequence[Row]) -> tuple[np.ndarray, np.ndarray]:
    """Days and years as numbers, 0 where there is none."""
    days = np.array([int(row.birth.replace("-", "")) if len(row.birth) == 10 else 0 for row in rows])
    return days, np.array([int(row.birth[:4]) if row.birth else 0 for row in rows])


def _speaks(rows: Sequence[Row], right: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """In points of the name's hundred: the same day 30, the same year 10, a year far away -40."""
    (days, years), (other_days, other_years) = _births(rows), right
    known = (years[:, None] > 0) & (other_years[None, :] > 0)
    same_day = (days[:, None] == other_days[None, :]) & (days[:, None] > 0)
    apart = np.abs(years[:, None] - other_years[None, :])
    return np.select(
        [same_day, known & (apart == 0), known & (apart > 1)],
        [np.float32(30), np.float32(10), np.float32(-40)],
        np.float32(0),
    )


# ---- nomenklatura ----------------------------------------------------------------------------------------------------------


def nomenklatura(left: Sequence[Row], right: Sequence[Row]) -> Pairs:
    """logic-v2, the matcher of OpenSanctions, over the ten that rapidfuzz finds with birth and paper."""
    from importlib.metadata import version

    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    matcher = get_algorithm("logic-v2")
    assert matcher is not None
    settings = matcher.default_config()
    near = rapidfuzz(left, right)

    def entity(row: Row):  # type: ignore[no-untyped-def]
        properties = {
            "name": list(row.names),
            "birthDate": [row.birth] if row.birth else [],
            "gender": [{"M": "male", "F": "female"}[row.sex]] if row.sex else [],
            "nationality": [nation.lower() for nation in row.nationalities],
            "idNumber": [comparable(row)] if comparable(row) else [],
        }
        return model.get_proxy({"id": row.id, "schema": "Person", "properties": properties})

    ours, theirs = {}, {}
    scores = []
    for a, b in zip(near.left.tolist(), near.right.tolist(), strict=True):
        if a not in ours:
            ours[a] = entity(left[a])
        if b not in theirs:
            theirs[b] = entity(right[b])
        scores.append(matcher.compare(ours[a], theirs[b], settings).score)
    told: dict[str, object] = {"version": version("nomenklatura")}
    return Pairs(near.left, near.right, np.array(scores), told=told, said=np.array(scores) >= 0.7)


LINKERS: dict[str, Linker] = {
    "splink-prototype": splink_prototype,
    "splink-tuned": splink_tuned,
    "rapidfuzz": rapidfuzz,
    "nomenklatura": nomenklatura,
}
