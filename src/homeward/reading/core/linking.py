"""Which source, cue and content belong together: each content chooses its cue, each cue its source, by learned weights.

A choice is among the few that stand near, and nobody; the best sum of weights is taken (conditional logit, McFadden 1974).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from homeward.reading.core.words import Words

Run = tuple[int, int]
"""Words from the first to before the last."""
Features = tuple[str, ...]
NEAR = 4
"""How many runs before and as many behind are asked."""
_PRONOUNS = frozenset("he she they it we i you who him her them his its their which that this these those".split())
_QUOTES = frozenset("\"'“”‘’«»„")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is held to have said what, by which words: each a few runs of words, the source perhaps none."""

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]


@dataclass(slots=True)
class Runs:
    """The runs of a text by role, in the order of the text, with what choices ask of them."""

    words: Words
    runs: Sequence[tuple[str, int, int]]
    by_role: dict[str, list[Run]] = field(init=False)
    _before: dict[str, list[int]] = field(init=False)
    _ends: tuple[list[int], list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_role = {"source": [], "cue": [], "content": []}
        for role, first, until in sorted(self.runs, key=lambda run: run[1:]):
            self.by_role[role].append((first, until))
        size = len(self.words) + 1
        self._before = {role: _counted({first for first, _ in runs}, size) for role, runs in self.by_role.items()}
        self._ends = (_counted(self.words.sentences, size), _counted(self.words.paragraphs, size))

    def near(self, role: str, run: Run) -> list[Run]:
        """Those of a role that stand nearest, before and behind."""
        runs = self.by_role[role]
        at = self._before[role][run[0]]
        return [other for other in runs[max(0, at - NEAR) : at + NEAR + 1] if other != run]

    def between(self, one: Run, other: Run) -> list[str]:
        """How two runs stand to each other."""
        first, until = (one[1], other[0]) if one[0] <= other[0] else (other[1], one[0])
        side = "behind" if one[0] <= other[0] else "before"
        gap = max(0, until - first)
        found = [f"{side} {_size(gap)}"]
        for role, before in self._before.items():
            found.append(f"{side} {role} {min(2, max(0, before[max(first, until)] - before[first]))}")
        for name, ends in zip(("sentences", "paragraphs"), self._ends, strict=True):
            found.append(f"{side} {name} {min(2, max(0, ends[max(until, first)] - ends[max(0, first - 1)]))}")
        if 0 < gap <= 3:
            found.append(f"{side} by {' '.join(self.words.word(n).lower() for n in range(first, until))}")
        return found

    def word(self, number: int) -> str:
        return self.words.word(number).lower() if 0 <= number < len(self.words) else ""

    def quoted(self, run: Run) -> str:
        opens = self.word(run[0]) in _QUOTES or self.word(run[0] - 1) in _QUOTES
        closes = self.word(run[1] - 1) in _QUOTES or self.word(run[1]) in _QUOTES
        return f"{'q' if opens else '-'}{'q' if closes else '-'}"


def _counted(numbers: set[int] | frozenset[int], size: int) -> list[int]:
    """How many of these numbers lie before each place."""
    found, count = [], 0
    for number in range(size):
        found.append(count)
        count += number in numbers
    found.append(count)
    return found


def _size(gap: int) -> str:
    return next((str(most) for most in (0, 1, 2, 4, 8, 16, 32, 64) if gap <= most), "far")


def cue_of_content(runs: Runs, content: Run) -> Iterator[tuple[Run | None, Features]]:
    """The cues that a content may have, each with what speaks for or against it."""
    quoted = runs.quoted(content)
    yield None, ("no cue", f"no cue {quoted}")
    for cue in runs.near("cue", content):
        told = [f"cc {each}" for each in runs.between(content, cue)]
        side = told[0].split()[1]
        told += [
            f"cc {side} {quoted}",
            f"cc {side} ends {runs.word(content[1] - 1)}"
            if content[1] - content[0] and cue[0] >= content[1]
            else f"cc {side} starts",
            f"cc {side} after {runs.word(cue[1])}",
            f"cc {side} cue {runs.word(cue[1] - 1)}",
            f"cc {side} begins {runs.word(cue[0])}",
            f"cc {side} opens {runs.word(content[0])}",
        ]
        yield cue, tuple(told)


def source_of_cue(runs: Runs, cue: Run) -> Iterator[tuple[Run | None, Features]]:
    """The sources that a cue may have."""
    word, opening = runs.word(cue[1] - 1), runs.word(cue[0])
    yield (
        None,
        ("no source", f"no source {word}", f"no source begins {opening}", f"no source before {runs.word(cue[0] - 1)}"),
    )
    for source in runs.near("source", cue):
        told = [f"sc {each}" for each in runs.between(cue, source)]
        side = told[0].split()[1]
        pronoun = source[1] - source[0] == 1 and runs.word(source[0]) in _PRONOUNS
        told += [
            f"sc {side} cue {word}",
            f"sc {side} begins {opening}",
            f"sc {side} pronoun {pronoun}",
            f"sc {side} after {runs.word(source[1])}",
            f"sc {side} before cue {runs.word(cue[0] - 1)}",
        ]
        yield source, tuple(told)


def cue_before(runs: Runs, cue: Run) -> Iterator[tuple[Run | None, Features]]:
    """The cue before, which this one may go on with: "was quoted ... as saying"."""
    yield None, ("alone", f"alone {runs.word(cue[0])}", f"alone {runs.word(cue[1] - 1)}")
    before = [other for other in runs.near("cue", cue) if other[0] < cue[0]]
    for other in before[-1:]:
        told = [f"jc {each}" for each in runs.between(cue, other)]
        told += [
            f"jc from {runs.word(other[1] - 1)}",
            f"jc to {runs.word(cue[0])}",
            f"jc {runs.word(other[1] - 1)} {runs.word(cue[0])}",
        ]
        yield other, tuple(told)


def chosen(weights: Mapping[str, float], choices: Iterator[tuple[Run | None, Features]]) -> Run | None:
    """The choice with the most weight; the first of equals."""
    return max(choices, key=lambda choice: sum(weights.get(name, 0.0) for name in choice[1]))[0]


def linked(words: Words, runs: Sequence[tuple[str, int, int]], weights: Mapping[str, float]) -> list[Attribution]:
    """The attributions that these runs make, in the order of their contents. A content without a cue makes none."""
    found = Runs(words, runs)
    joined: dict[Run, Run] = {}
    for cue in found.by_role["cue"]:
        begun = chosen(weights, cue_before(found, cue))
        joined[cue] = joined[begun] if begun is not None else cue
    contents: dict[Run, list[Run]] = defaultdict(list)
    for content in found.by_role["content"]:
        told_by = chosen(weights, cue_of_content(found, content))
        if told_by is not None:
            contents[joined[told_by]].append(content)
    made = []
    for cue, told in contents.items():
        pieces = tuple(other for other, first in joined.items() if first == cue)
        source = next(filter(None, (chosen(weights, source_of_cue(found, piece)) for piece in pieces)), None)
        made.append(Attribution((source,) if source else (), pieces, tuple(told)))
    return sorted(made, key=lambda one: one.content[0])
