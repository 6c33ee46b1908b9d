"""Calibration drawn: python -m bench.linkage_drawn RESULTS FILE.svg [--people N] [--seed N]

A panel for each kind of register: what was said of the best pair of a row, and how often it was right. No library draws it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

SIDE, LEFT, TOP, GAP, COLUMNS = 260, 64, 64, 124, 2
"""Points: the side of a panel, what stands left of it and above, and what lies between two."""
COLOURS = {
    "ours": ("Homeward", "a"),
    "splink-tuned": ("Splink, tuned", "b"),
    "splink-prototype": ("Splink, prototype", "c"),
}
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #222 } .title { font-weight: 600 } .small { font-size: 11px }
.ground { fill: #fff } .frame, .even { fill: none; stroke: #999 } .even { stroke-dasharray: 4 4 }
.line { fill: none; stroke-width: 2 } .a { stroke: #0b5cad } .b { stroke: #b3541e } .c { stroke: #6b7a1f }
.dot.a, .key.a { fill: #0b5cad } .dot.b, .key.b { fill: #b3541e } .dot.c, .key.c { fill: #6b7a1f } .dot { stroke: none }
@media (prefers-color-scheme: dark) {
  text { fill: #ddd } .ground { fill: #16181c } .frame, .even { stroke: #777 }
  .a { stroke: #6db3ff } .b { stroke: #ffab70 } .c { stroke: #c3d46a }
  .dot.a, .key.a { fill: #6db3ff } .dot.b, .key.b { fill: #ffab70 } .dot.c, .key.c { fill: #c3d46a }
}
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.linkage_drawn", description=__doc__)
    parser.add_argument("results", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    lines = given.results.read_text(encoding="utf-8").splitlines()
    told = [each for each in map(json.loads, lines) if each["people"] == given.people and each["seed"] == given.seed]
    given.file.write_text(drawn(told, f"{given.people:,} rows a side, seed {given.seed}"), encoding="utf-8")


def drawn(results: Iterable[Mapping[str, Any]], what: str) -> str:
    """The picture, of the last figures of each kind and system."""
    latest: dict[str, dict[str, Mapping[str, Any]]] = {}
    for each in results:
        if "calibration" in each and each["system"] in COLOURS:
            latest.setdefault(each["kind"], {})[each["system"]] = each["calibration"]["best of a row"]
    rows = -(-len(latest) // COLUMNS)
    wide, high = LEFT + COLUMNS * (SIDE + GAP), TOP + rows * (SIDE + GAP)
    panels = [
        panel(kind, systems, LEFT + at % COLUMNS * (SIDE + GAP), TOP + at // COLUMNS * (SIDE + GAP))
        for at, (kind, systems) in enumerate(latest.items())
    ]
    title = f"The best pair of each row: the probability said, and the share that was right ({what})"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="img">',
            f"<title>{escape(title)}</title><style>{STYLE}</style>",
            f'<rect class="ground" width="{wide}" height="{high}"/><text class="title" x="16" y="24">{escape(title)}</text>',
            *panels,
            "</svg>\n",
        ]
    )


def panel(kind: str, systems: Mapping[str, Mapping[str, Any]], x: int, y: int) -> str:
    """One kind of register."""
    parts = [
        f'<g transform="translate({x} {y})"><text class="title" y="-10">{escape(kind)}</text>',
        f'<rect class="frame" width="{SIDE}" height="{SIDE}"/><path class="even" d="M0 {SIDE}L{SIDE} 0"/>',
    ]
    for share in (0.0, 0.5, 1.0):
        at = share * SIDE
        parts.append(f'<text class="small" x="{at:.0f}" y="{SIDE + 15}" text-anchor="middle">{share:g}</text>')
        parts.append(f'<text class="small" x="-6" y="{SIDE - at + 4:.0f}" text-anchor="end">{share:g}</text>')
    parts.append(f'<text class="small" x="{SIDE / 2:.0f}" y="{SIDE + 30}" text-anchor="middle">said</text>')
    parts.append(
        f'<text class="small" transform="translate(-30 {SIDE / 2:.0f}) rotate(-90)" text-anchor="middle">right</text>'
    )
    for n, system in enumerate(each for each in COLOURS if each in systems):
        parts += _line(system, systems[system], SIDE + 40 + 18 * n)
    return "\n".join([*parts, "</g>"])


def _line(system: str, told: Mapping[str, Any], down: int) -> list[str]:
    name, colour = COLOURS[system]
    points = [(said * SIDE, SIDE - right * SIDE) for _, said, right in told["bins"]]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dots = "".join(f'<circle class="dot {colour}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in points)
    key = f'<rect class="key {colour}" x="0" y="{down}" width="10" height="10"/>'
    words = f'<text class="small" x="16" y="{9 + down}">{escape(name)}, ECE {told["error"]:.3f}</text>'
    return [f'<path class="line {colour}" d="M{path}"/>{dots}', key + words]


if __name__ == "__main__":
    main()
