"""Pictures of calibration: python -m bench.linkage_drawn RESULTS OUT, in the environment of the peers, where matplotlib is."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> None:
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot

    results = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    latest = {(each["kind"], each["people"], each["system"]): each for each in results if "calibration" in each}
    for kind, people in sorted({key[:2] for key in latest}):
        figure, axes = pyplot.subplots(figsize=(5, 5))
        axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
        for (_, _, system), each in sorted((key, each) for key, each in latest.items() if key[:2] == (kind, people)):
            told = each["calibration"]["best of a row"]
            points = [(said, right) for _, said, right in told["bins"]]
            axes.plot(*zip(*points, strict=True), marker="o", markersize=4, label=f"{system}, ECE {told['error']:.3f}")
        axes.set(
            xlabel="probability said",
            ylabel="share that was right",
            title=f"{kind}, {people:,} rows: best pair of each row",
        )
        axes.legend(fontsize=8)
        figure.savefig(Path(sys.argv[2]) / f"calibration-{kind}-{people}.svg")
        pyplot.close(figure)


if __name__ == "__main__":
    main()
