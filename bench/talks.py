"""How long it takes to say what blocks a goal: python -m bench.talks [--leaves N] [--gates N] [--seeds N]

Graphs of conditions under gates that share them, drawn from seeds; in half of them nothing is met, so that sets pass the
cap. Each stands beside a plain walk over the same graph that only counts its arrows.
"""

from __future__ import annotations

import argparse
import os
import time
from random import Random
from statistics import median

from bench import cost
from bench.intake import say
from homeward.talks.core.blocking import blocking
from homeward.talks.core.deadlocks import Precedence
from homeward.talks.core.evaluating import values
from homeward.talks.core.graph import Gate, Graph, Leaf, Op, needs
from homeward.talks.core.values import Value

LEVELS = 5


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.talks", description="Measures what blocks a goal.")
    parser.add_argument("--leaves", type=int, default=2_000)
    parser.add_argument("--gates", type=int, default=5_000)
    parser.add_argument("--seeds", type=int, default=6)
    given = parser.parse_args()
    say(f"{os.cpu_count()} cores, load average {cost.load_average():.1f}")
    for met in (0.5, 0.0):
        taken = [measured(drawn(seed, given.leaves, given.gates, met)) for seed in range(given.seeds)]
        for at, what in enumerate(("a plain walk", "values", "sets", "circles")):
            ratio = median(each[at] / each[0] for each in taken)
            say(
                f"{met:.0%} met, {what}: {median(each[at] for each in taken):.3f} s of a processor "
                f"(at most {max(each[at] for each in taken):.3f}), {ratio:.0f} times a plain walk"
            )


def drawn(seed: int, leaves: int, gates: int, met: float) -> Graph:
    """A graph in levels in which each gate takes members of the level below, and the goal all of the last."""
    random = Random(seed)
    nodes: dict[object, Leaf | Gate] = {
        number: Leaf(number, Value.MET if random.random() < met else random.choice((Value.UNMET, Value.UNKNOWN)))
        for number in range(leaves)
    }
    below, number = list(range(leaves)), leaves
    for level in range(LEVELS):
        row = []
        for _ in range(gates // LEVELS - (1 if level == LEVELS - 1 else 0)):
            op = random.choice((Op.ALL, Op.ANY, Op.K_OF_N))
            members = tuple(random.sample(below, 3))
            nodes[number] = Gate(number, op, members, 2 if op is Op.K_OF_N else 0)
            row.append(number)
            number += 1
        below = row
    nodes["goal"] = Gate("goal", random.choice((Op.ALL, Op.ANY)), tuple(below))
    return Graph(nodes)


def measured(graph: Graph) -> tuple[float, ...]:
    """Seconds of a processor for a walk, the values, the sets and the circles of one graph."""
    below = graph.below(["goal"])
    parts = (
        lambda: sum(len(needs(graph.nodes[id])) for id in graph.below(["goal"])),
        lambda: values(graph, ["goal"]),
        lambda: blocking(graph, "goal"),
        lambda: Precedence(graph, below).circles(),
    )
    taken = []
    for part in parts:
        began = time.process_time()
        part()
        taken.append(time.process_time() - began)
    return tuple(taken)


if __name__ == "__main__":
    main()
