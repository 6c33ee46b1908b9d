"""How fast English reports are read, beside simpler systems: python -m bench.reading ARTICLES [--only PART ...]

ARTICLES has one JSON object with a text a line. Everything runs on one core; seconds are of the processor, those of a clock stand
in brackets. Parts: speed (against a pattern for quotations and a grammar of clauses), growth with the length of a text, start of a
fresh process up to its first proposal, memory of one that reads everything.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench import cost
from homeward.reading.engines.reader import LONGEST
from homeward.reading.engines.readers import reader_for
from training.reading.baselines import clauses, quotes

ARTICLE = 675
"""Words of the article in which speeds are told."""
LENGTHS = (1_000, 3_000, 10_000, 30_000, 100_000)
GOALS = {"whole": 3.0, "tagger": 5.0, "megabytes": 500, "start": 2.0}
SENTENCE = "The mayor of Esk said on Monday that more than 500 people had crossed the bridge."
FIRST = f"""from homeward.reading.engines.readers import reader_for
assert reader_for({SENTENCE!r}).read({SENTENCE!r}, None)"""
ALL = """import json, resource, sys
from homeward.reading.engines.readers import reader_for
for line in open(sys.argv[1], encoding="utf-8"):
    text = json.loads(line)["text"]
    reader_for(text, "en").reading(text, None)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"""


def speed(texts: Sequence[str]) -> None:
    """Articles a second: the pattern, the grammar, the tagger with its linker, the whole reader."""
    reader = reader_for("", "en")
    reader.read(SENTENCE, None)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words:,} words; {reader.name} ({reader.short})")
    systems: tuple[tuple[str, Callable[[str], Any], float], ...] = (
        ("a pattern for quotations", quotes, 0),
        ("a grammar of clauses", clauses, 0),
        ("tagger alone", reader.outermost, GOALS["tagger"]),
        ("whole", lambda text: reader.reading(text, None), GOALS["whole"]),
    )
    for name, system, goal in systems:
        took, waited = seconds(lambda system=system: [system(text) for text in texts])
        articles = words / ARTICLE
        aim = f"  goal {goal:.0f}" if goal else ""
        print(f"{name:<26}{articles / took:8.1f} articles a second ({articles / waited:.1f}){aim}", flush=True)


def growth(texts: Sequence[str]) -> None:
    """Seconds for each thousand words of a text, by its length."""
    reader = reader_for("", "en")
    reader.read(SENTENCE, None)
    pool = "\n\n".join(texts)
    while len(pool.split()) < LENGTHS[-1]:
        pool = f"{pool}\n\n{pool}"
    print("     words   seconds   a thousand words")
    for length in LENGTHS:
        text = _first(pool, length)
        took, waited = seconds(lambda text=text: reader.reading(text, None))
        cut = "" if len(text) <= LONGEST else "  cut at the bound"
        print(f"{length:10,}{took:10.2f}{1000 * took / length:10.3f} ({1000 * waited / length:.3f}){cut}", flush=True)


def start() -> None:
    """Seconds from nothing to the first proposal, best of five: the reader alone, the command."""
    command = [sys.executable, "-m", "homeward.cli", "read", "-", "--format", "json"]
    for name, words in (("reader", [sys.executable, "-c", FIRST]), ("homeward read", command)):
        took, waited = min(_child(words) for _ in range(5))
        print(f"start {name:<16}{took:6.2f} s ({waited:.2f})  goal {GOALS['start']:.0f}", flush=True)


def memory(articles: Path) -> None:
    """Megabytes at the most of a process that reads all articles."""
    done = subprocess.run([sys.executable, "-c", ALL, str(articles)], check=True, stdout=subprocess.PIPE, text=True)
    print(f"memory {int(done.stdout):,} MB at the most  goal {GOALS['megabytes']}", flush=True)


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """How long something takes: of the processor, and by the clock."""
    processor, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - processor, time.perf_counter() - clock


def _child(words: list[str]) -> tuple[float, float]:
    before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(words, input=SENTENCE.encode(), check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return used, time.perf_counter() - clock


def _first(text: str, words: int) -> str:
    """The first so many words of a text as they stand."""
    place = 0
    for word in text.split(maxsplit=words)[:words]:
        place = text.index(word, place) + len(word)
    return text[:place]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--only", nargs="+", default=["speed", "growth", "start", "memory"])
    given = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(f"one core, load average {cost.load_average():.1f}")
    texts = [json.loads(line)["text"] for line in given.articles.read_text(encoding="utf-8").splitlines()]
    parts = {
        "speed": lambda: speed(texts),
        "growth": lambda: growth(texts),
        "start": start,
        "memory": lambda: memory(given.articles),
    }
    for part in given.only:
        parts[part]()


if __name__ == "__main__":
    main()
