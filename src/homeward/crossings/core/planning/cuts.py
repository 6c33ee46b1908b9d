"""Sharper rows: what whole families can use of a small capacity is less than what heads can.

Of five places three and three people take three, not five. From a row that counts heads follows, for any `u` above nothing, one
that counts each family by a rounded share of u (mixed-integer rounding: Marchand and Wolsey, 2001). Those that a choice of
shares passes are added.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from homeward.crossings.core.planning.rows import Row, Rows
from homeward.crossings.core.planning.tables import Floats

ROUNDED = frozenset({"window", "desks", "quota"})
LARGEST = 400
"""Capacities beyond this lose next to nothing by whole families."""
PASSED = 0.02
"""By so much of a family a row must be passed to be worth having."""


@lru_cache(maxsize=4096)
def rounded(room: int, most: int) -> tuple[Floats, Floats]:
    """All roundings of a capacity: what families of 1 to `most` count in each, and how much there is of it."""
    shares = {j / (room + 1) for j in range(1, min(room, 80) + 1)} | {1 / k for k in range(2, most + 1)}
    shares |= {j / (room + 1) for j in range(max(1, (room + 1) // (most + 1)), room + 1, max(1, room // 80))}
    u = np.array(sorted(shares))[:, None]
    heads = np.arange(1, most + 1)[None, :]
    left = u * room - np.floor(u * room + 1e-9)
    whole = np.floor(u * heads + 1e-9)
    part = np.maximum(0, u * heads - whole - left) / np.maximum(1e-9, 1 - left)
    return np.where(left > 1 - 1e-9, whole, whole + part), np.floor(u * room + 1e-9).ravel()


def sharper(rows: Rows, share: Floats) -> list[Row]:
    """Rounded rows of those that count heads which these shares pass, the one passed most for each."""
    cells = rows.cells(share)
    found = []
    for row in rows.rows:
        if row.key[0] not in ROUNDED:
            continue
        room = int(row.room)
        most = min(rows.features.most[row.kind], room)
        if not 0 < room <= LARGEST or most < 2:
            continue
        begins = rows.features.offsets[row.kind]
        taken = cells[list(row.runs), begins : begins + most].sum(axis=0)
        takes, rooms = rounded(room, most)
        passed = takes @ taken - rooms
        scaled = passed / np.sqrt(1 + rooms)
        at = int(scaled.argmax())
        if passed[at] > PASSED:
            counted = np.zeros(rows.features.most[row.kind])
            counted[:most] = takes[at]
            found.append(Row(("cut", *row.key), row.runs, row.kind, counted, float(rooms[at])))
    return found
