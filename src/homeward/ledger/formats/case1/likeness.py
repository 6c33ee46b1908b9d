"""Which party of the case a speaker may belong to, by likeness of names: always a proposal, never a finding."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from homeward.ledger.formats.case1.form import Party
from homeward.ledger.formats.case1.speaker_words import ALSO, DEMONYM, GENERIC, STATE_ENDING

_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\(([^()]*)\)")
_STEM = 4
HALF = 50


class How(StrEnum):
    """By what a party was proposed."""

    ID = "id"
    NAME = "name"
    PART = "part of the name"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A party that a speaker may belong to; nobody has said so, hence it is always marked as inferred."""

    party: str
    how: How
    inferred: bool = True


def plain(words: str) -> str:
    """A name without article, asides and capitals, for comparison."""
    return " ".join(_WORD.findall(_ASIDE.sub(" ", words).casefold())).removeprefix("the ")


def alike(one: str, other: str) -> bool:
    """Whether two words name the same: equal, plural, or a state and what belongs to it (Russia, Russian)."""
    if one == other:
        return True
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    if shared < _STEM:
        return False
    ends = {one[shared:], other[shared:]}
    if ends in ({"er", "ry"}, {"er", "ries"}):  # minister and ministry are one house
        return True
    return _belongs(one[shared:], other[shared:]) or _belongs(other[shared:], one[shared:])


def _belongs(end: str, end_of_state: str) -> bool:
    return end in DEMONYM and end_of_state in STATE_ENDING


class _Vocabulary:
    """The words of all parties, found again by words alike."""

    def __init__(self) -> None:
        self._by_stem: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._found: dict[str, dict[str, set[str]]] = {}
        self.count: dict[str, int] = defaultdict(int)

    def add(self, party: str, words: Iterable[str]) -> None:
        for word in sorted(words):
            self._by_stem[word[:_STEM]].append((word, party))
            self.count[party] += 1

    def alike(self, word: str) -> dict[str, set[str]]:
        """The parties that have words alike, each with these words."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = defaultdict(set)
            for other, party in self._by_stem.get(word[:_STEM], ()):
                if alike(word, other):
                    found[party].add(other)
        return found


class Parties:
    """The parties of a case, ready to be compared with."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self.ids: set[str] = set()
        self._by_name: dict[str, str] = {}
        self._own, self._shared = _Vocabulary(), _Vocabulary()
        self._governments: list[str] = []
        for party in parties:
            if party.id and party.id not in self.ids:
                self._enter(party)

    def _enter(self, party: Party) -> None:
        self.ids.add(party.id)
        # What stands aside is another name of the party, unless it is a list of places.
        asides = [aside for aside in _ASIDE.findall(party.name) if "," not in aside]
        names = [name for name in map(plain, (party.name, *asides)) if name]
        for name in names:
            self._by_name.setdefault(name, party.id)
        words = {word for name in names for word in name.split()}
        self._own.add(party.id, words - GENERIC)
        self._shared.add(party.id, words & GENERIC)
        if "government" in words:
            self._governments.append(party.id)

    def exact(self, words: str) -> Proposal | None:
        """The party with just this id or name."""
        bare = words.strip().removeprefix("the ").removeprefix("The ")
        if bare in self.ids:
            return Proposal(bare, How.ID)
        found = self._by_name.get(plain(words))
        return Proposal(found, How.NAME) if found else None

    def proposed(self, words: str) -> Proposal | None:
        """The party that these words fit best; none when two fit alike or too little fits."""
        if found := self.exact(words):
            return found
        pieces = _WORD.findall(words)
        tokens = {piece.casefold(): piece for piece in reversed(pieces)}
        own = [token for token in tokens if token not in GENERIC]
        shared = [each for token in tokens if token in GENERIC for each in (token, *ALSO.get(token, ()))]
        if not own:
            only = self._governments if "government" in shared else []
            return Proposal(only[0], How.PART) if len(only) == 1 else None
        met: dict[str, list[set[str]]] = defaultdict(list)
        for token in own:
            theirs = self._met(token)
            if tokens[token] in self.ids:
                theirs.setdefault(tokens[token], set())
            for party, words_met in theirs.items():
                met[party].append(words_met)
        ranked = sorted(((self._rank(party, met[party], own, shared), party) for party in met), reverse=True)
        ranked = [(rank, party) for rank, party in ranked if rank[0] >= HALF]
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return Proposal(ranked[0][1], How.PART)

    def _met(self, token: str) -> dict[str, set[str]]:
        """The parties whose own words a word names, by itself or by what it stands for."""
        met = dict(self._own.alike(token))
        also = [(self._own.alike(each), self._shared.alike(each)) for each in ALSO.get(token, ())]
        for party in {party for pair in also for words in pair for party in words}:
            if all(party in own or party in shared for own, shared in also):
                met[party] = met.get(party, set()).union(*(own.get(party, set()) for own, _ in also))
        return met

    def _rank(self, party: str, met: list[set[str]], own: Sequence[str], shared: Sequence[str]) -> tuple[int, ...]:
        """How well a party fits: own words covered, shared words, words of the party covered (per cent), spare ones."""
        covered = 100 * len(met) // len(own)
        common = [self._shared.alike(token).get(party, set()) for token in shared]
        theirs = 100 * len(set().union(*met)) // max(1, self._own.count[party])
        rest = self._shared.count[party] - len(set().union(*common))
        return covered, sum(map(bool, common)), theirs, -rest
