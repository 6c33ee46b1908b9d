"""Whole families cross in the order in which they became ready, on days that have room; all paths at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def crossed(ready: Numbers, sizes: NDArray[np.int64], places: NDArray[np.int64], today: int) -> NDArray[np.int64]:
    """How many people have crossed from today on by the end of each day, a row for each path.

    A day is gone through in the order of readiness: who does not fit is passed over and keeps the place in the order.
    """
    order = np.argsort(ready, axis=1, kind="stable")
    ready = np.take_along_axis(ready, order, axis=1)
    size = sizes[order]
    waits = np.isfinite(ready)
    taken = np.zeros(places.shape, dtype=np.int64)
    for day in range(places.shape[1]):
        if not waits.any():
            break
        taken[:, day] = _day(waits, waits & (ready <= today + day), size, places[:, day])
    return np.asarray(np.cumsum(taken, axis=1))


def crowd(ready: Numbers, sizes: NDArray[np.int64], places: NDArray[np.int64], today: int) -> NDArray[np.int64]:
    """The same for many families, as if places were filled to the last one.

    A day that is full leaves at most as many places empty as the largest family has, less one; among thousands that is nothing.
    """
    count, ahead = places.shape
    day = np.where(np.isfinite(ready), np.clip(ready - today, 0, ahead), ahead).astype(np.int64)
    cells = day + np.arange(count)[:, None] * (ahead + 1)
    people = np.bincount(cells.ravel(), np.broadcast_to(sizes, ready.shape).ravel(), count * (ahead + 1))
    waits = np.cumsum(people.reshape(count, ahead + 1)[:, :ahead], axis=1).astype(np.int64)
    done = np.zeros(count, dtype=np.int64)
    found = np.empty(places.shape, dtype=np.int64)
    for each in range(ahead):
        done = done + np.minimum(places[:, each], waits[:, each] - done)
        found[:, each] = done
    return found


def _day(
    waits: NDArray[np.bool_], queue: NDArray[np.bool_], size: NDArray[np.int64], places: NDArray[np.int64]
) -> NDArray[np.int64]:
    """One day on all paths: each turn takes all up to the first who does not fit, until nobody fits any more."""
    left = places.copy()
    active = np.flatnonzero((left > 0) & queue.any(axis=1))
    while len(active):
        fits = queue[active] & (size[active] <= left[active, None])
        running = np.cumsum(size[active] * fits, axis=1)
        goes = fits & (running <= left[active, None])
        left[active] -= (size[active] * goes).sum(axis=1)
        waits[active] &= ~goes
        queue[active] = fits & ~goes
        active = active[queue[active].any(axis=1) & (left[active] > 0)]
    return np.asarray(places - left)
