"""The base map of the desk from Natural Earth's countries at 1:50,000,000, as npm's world-atlas packs them:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/base_map.py package/countries-50m.json > src/homeward/web/drawing/world.json

Each line of the topology is kept once, as a coast (of one country) or a line between two, in hundredths of a degree, each point by
its distance from the one before. Natural Earth is in the public domain.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

PER_DEGREE = 100
#: Points nearer than this to the last one kept, in hundredths of a degree, are left out.
NEAR = 10


def main() -> None:
    """Print the base map of the topology that is named."""
    told = json.loads(Path(sys.argv[1]).read_text())
    used = Counter(
        at if at >= 0 else ~at for each in told["objects"]["countries"]["geometries"] for at in _arcs(each["arcs"])
    )
    made: dict[str, list[list[int]]] = {"coasts": [], "between": []}
    for number, arc in enumerate(told["arcs"]):
        if used[number]:
            made["between" if used[number] > 1 else "coasts"].append(_line(arc, told["transform"]))
    print(
        json.dumps(
            {name: [line for line in lines if len(line) > 2] for name, lines in made.items()}, separators=(",", ":")
        )
    )


def _arcs(nested: Any) -> Iterator[int]:
    for each in nested:
        if isinstance(each, int):
            yield each
        else:
            yield from _arcs(each)


def _line(arc: list[list[int]], transform: dict[str, list[float]]) -> list[int]:
    """Longitude and latitude, one after the other, each after the first by its distance from the one before."""
    (by_x, by_y), (from_x, from_y) = transform["scale"], transform["translate"]
    x = y = 0
    kept: list[tuple[int, int]] = []
    for at, (dx, dy) in enumerate(arc):
        x, y = x + dx, y + dy
        point = round((x * by_x + from_x) * PER_DEGREE), round((y * by_y + from_y) * PER_DEGREE)
        last = at == len(arc) - 1
        if not kept or last or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= NEAR:
            kept.append(point)
    flat = list(kept[0])
    for before, after in pairwise(kept):
        flat += [after[0] - before[0], after[1] - before[1]]
    return flat


if __name__ == "__main__":
    main()
