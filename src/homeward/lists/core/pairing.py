"""Which entry of the new version is which of the old: by all words, by document, by name and birth, and last by spelling.

The strongest ground comes first, and whoever is paired is looked at no more. A ground that fits several at once pairs nobody
by itself. Spelling is weighed only among those who are left, within bounds that are told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from homeward.lists.core import grounds
from homeward.lists.core.differing import is_like
from homeward.lists.core.entry import Entry, words
from homeward.lists.core.grounds import Ground, Holds, Known
from homeward.lists.core.weighing import ALIKE, Weighed, plausible
from homeward.people.core.values import Values

MOST_TOGETHER = 400
"""Pairs within one group of entries that share a ground; larger groups are told and not looked into."""
SURELY, CLEARLY = 0.8, 0.15
"""Scores of names: alike by themselves; and how far the best must lead the next."""
MOST_HINTS = 3
_EQUALS = (grounds.document_name_birth, grounds.document_name)
"""Grounds so strong that several who share them are one person entered several times."""


@dataclass(slots=True)
class Paired:
    """Positions of the new version and of the old that are one entry, which of them are equal word by word, and the grounds."""

    after: dict[int, int] = field(default_factory=dict)
    before: dict[int, int] = field(default_factory=dict)
    equal: set[int] = field(default_factory=set)
    why: dict[int, str] = field(default_factory=dict)
    hints: list[tuple[int, int, str]] = field(default_factory=list)
    not_compared: int = 0
    alike: Callable[[str, str], bool] = is_like

    def join(self, old: int, new: int, why: str) -> None:
        self.after[new], self.before[old] = old, new
        self.why[new] = why


def paired(before: Sequence[Entry], after: Sequence[Entry]) -> Paired:
    """Pair two versions; nobody is in two pairs, and whoever is in none came or went."""
    found = Paired()
    _by_all_words(found, before, after)
    if len(found.after) < len(after) and len(found.before) < len(before):
        _Left(found, before, after).pair()
    return found


def _by_all_words(found: Paired, before: Sequence[Entry], after: Sequence[Entry]) -> None:
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    # Whose name is on one side only has no equal, and that is seen sooner than that all words are not the same.
    old, new = ([_called(entry.values) for entry in each] for each in (before, after))
    met = set(old) & set(new)
    for at in range(len(before) - 1, -1, -1):
        if old[at] in met:
            places[words(before[at].values)].append(at)
    for at, entry in enumerate(after):
        if new[at] in met and (same := places.get(words(entry.values))):
            found.join(same.pop(), at, "the same words")
            found.equal.add(at)


def _called(values: Values) -> str:
    return values.names[0].words if values.names else ""


class _Left:
    """The entries that are not the same word by word."""

    def __init__(self, found: Paired, before: Sequence[Entry], after: Sequence[Entry]) -> None:
        self.found, self.names = found, Weighed()
        self.old = {at: Known.of(before[at].values) for at in range(len(before)) if at not in found.before}
        self.new = {at: Known.of(after[at].values) for at in range(len(after)) if at not in found.after}
        self.passed_by: tuple[set[int], set[int]] = (set(), set())

    def pair(self) -> None:
        """The grounds from the strongest on, spelling, and hints about who is left."""
        self._by(grounds.document_name_birth, "same document, name and day of birth", grounds.anything)
        self._by(grounds.document_name, "same document and name", grounds.anything)
        self._by(grounds.name_birth, "same name and day of birth", grounds.documents_fit)
        self._by(
            grounds.name_birth,
            "same name and day of birth, a slip in the number of the document",
            grounds.documents_near,
        )
        self._weigh_holders()
        self._by(grounds.document_birth, "same document and day of birth, and the name is alike", self._same_person)
        self._by(grounds.document, "same document, and the name is alike", self._same_holder)
        self._by(grounds.name_birth, "same name and day of birth, another document", grounds.agrees)
        self._by(grounds.name, "same name, and nothing speaks against it", grounds.nothing_against)
        scores = self._by_spelling()
        self._hint(scores)
        self.found.alike = self.names.alike
        self.found.not_compared = sum(map(len, self.passed_by))

    def _groups(self, ground: Ground) -> Iterator[tuple[list[int], list[int]]]:
        """Those on both sides who share something, group by group; a group that is too large is told."""
        # Most of those who are left share nothing with anybody: only what both sides have is gathered.
        shared = {one for each in self.old.values() for one in ground(each)}
        shared = {one for each in self.new.values() for one in ground(each) if one in shared}
        if not shared:
            return
        olds_of, news_of = _gathered(self.old, ground, shared), _gathered(self.new, ground, shared)
        for one, olds in olds_of.items():
            news = news_of[one]
            if len(olds) * len(news) > MOST_TOGETHER:
                self._pass_by(olds, news)
            else:
                yield olds, news

    def _by(self, ground: Ground, why: str, holds: Holds) -> None:
        """Pair those who share a ground and fit nobody else by it."""
        for olds, news in self._groups(ground):
            olds, news = [at for at in olds if at in self.old], [at for at in news if at in self.new]
            if ground not in _EQUALS:
                olds, news = _distinct(self.old, olds), _distinct(self.new, news)
            fits = [(a, b) for a in olds for b in news if self._is_open(a, b) and holds(self.old[a], self.new[b])]
            if ground in _EQUALS:
                fits.sort(key=lambda pair: -grounds.shared(self.old[pair[0]], self.new[pair[1]]))
            else:
                times = Counter([("old", a) for a, _ in fits] + [("new", b) for _, b in fits])
                fits = [(a, b) for a, b in fits if times["old", a] == times["new", b] == 1]
            for a, b in fits:
                self._join(a, b, why)

    def _pass_by(self, olds: Iterable[int], news: Iterable[int]) -> None:
        self.passed_by[0].update(olds)
        self.passed_by[1].update(news)

    def _is_open(self, old: int, new: int) -> bool:
        return old in self.old and new in self.new

    def _join(self, old: int, new: int, why: str) -> None:
        if self._is_open(old, new):
            self.found.join(old, new, why)
            del self.old[old], self.new[new]

    def _names(self, old: int, new: int) -> tuple[str, str]:
        return self.old[old].name, self.new[new].name

    def _weigh_holders(self) -> None:
        """The names of those who share a document and are not spelled nearly alike."""
        pairs = (self._names(a, b) for olds, news in self._groups(grounds.document) for a in olds for b in news)
        self.names.weigh(pair for pair in pairs if not is_like(*pair))

    def _same_person(self, one: Known, other: Known) -> bool:
        return self.names.given_alike(one.name, other.name) and grounds.agrees(one, other)

    def _same_holder(self, one: Known, other: Known) -> bool:
        return self.names.alike(one.name, other.name) and grounds.births_near(one, other) and grounds.agrees(one, other)

    def _by_spelling(self) -> dict[tuple[int, int], float]:
        """Pair those who share a day of birth, or all but the name, and whose names are alike by themselves."""
        asked: dict[tuple[int, int], str] = {}
        for ground, why in (
            (grounds.birth, "same day of birth, and the name is alike"),
            (grounds.all_but_the_name, "all but the name is the same, and the name is alike"),
        ):
            for olds, news in self._groups(ground):
                named = [(b, self.new[b].name) for b in news]
                for a in olds:
                    name = self.old[a].name
                    asked.update({(a, b): why for b, other in named if plausible(name, other)})
        self.names.weigh(self._names(a, b) for a, b in asked)
        scores = {(a, b): self.names.score(*pair) for a, b in asked if self.names.knows(*(pair := self._names(a, b)))}
        unseen = [pair for pair in asked if pair not in scores]
        self._pass_by((a for a, _ in unseen), (b for _, b in unseen))
        best: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
        for (a, b), score in scores.items():
            best["old", a].append(score)
            best["new", b].append(score)
        lead = {who: sorted(values)[-2:-1] for who, values in best.items()}
        for (a, b), score in sorted(scores.items(), key=lambda each: -each[1]):
            rivals = [*lead["old", a], *lead["new", b]]
            if score >= SURELY and all(score - rival >= CLEARLY for rival in rivals) and self._is_open(a, b):
                self._join_alike(a, b, asked[a, b])
        return scores

    def _join_alike(self, old: int, new: int, why: str) -> None:
        """A day of birth that stands for "unknown" is no evidence: then much more must be the same."""
        one, other = self.old[old], self.new[new]
        enough = not one.marks.default or grounds.shared(one, other) >= 4
        if enough and grounds.documents_fit(one, other):
            self._join(old, new, why)

    def _hint(self, scores: dict[tuple[int, int], float]) -> None:
        """Those who are left on both sides and share a document or a name, or a birth beside a name that is alike."""
        told: dict[tuple[int, int], str] = {}
        for ground, why in ((grounds.document, "the same document"), (grounds.name, "the same name")):
            for olds, news in self._groups(ground):
                for a, b in ((a, b) for a in olds[:MOST_HINTS] for b in news[:MOST_HINTS]):
                    told.setdefault((a, b), why)
        for (a, b), score in scores.items():
            if score >= ALIKE and self._is_open(a, b):
                told.setdefault((a, b), "the name is alike")
        self.found.hints = [(a, b, f"perhaps the same: {why}") for (a, b), why in sorted(told.items())]


def _gathered(every: Mapping[int, Known], ground: Ground, shared: Set[Hashable]) -> dict[Hashable, list[int]]:
    """Who has each of these, in the order of their positions."""
    found: dict[Hashable, list[int]] = {}
    for at, each in every.items():
        for one in ground(each):
            if one in shared:
                found.setdefault(one, []).append(at)
    return found


def _distinct(every: Mapping[int, Known], positions: Sequence[int]) -> list[int]:
    """Of entries that are equal word by word the first, so that a row entered twice does not make a pair doubtful."""
    if len(positions) < 2:
        return list(positions)
    return list({words(every[at].values): at for at in reversed(positions)}.values())[::-1]
