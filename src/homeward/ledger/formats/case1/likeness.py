"""Which party of the case a speaker may belong to, by likeness of names: always a proposal, never a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from homeward.ledger.formats.case1.form import Party
from homeward.ledger.formats.case1.speaker_words import ALSO, DEMONYM, GENERIC, STATE_ENDING

_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\(([^()]*)\)")
_STEM = 4


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


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    names: frozenset[str]
    own: frozenset[str]
    shared: frozenset[str]


def plain(words: str) -> str:
    """A name without article, asides and capitals, for comparison."""
    return " ".join(_WORD.findall(_ASIDE.sub(" ", words).casefold())).removeprefix("the ")


@lru_cache(maxsize=1 << 16)
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


class Parties:
    """The parties of a case, ready to be compared with."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._known = [_known(party) for party in parties if party.id]
        self.ids = {known.id for known in self._known}
        self._by_name: dict[str, str] = {}
        for known in self._known:
            for name in sorted(known.names):
                self._by_name.setdefault(name, known.id)

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
        ids = {piece for piece in pieces if piece in self.ids}
        tokens = list(dict.fromkeys(piece.casefold() for piece in pieces))
        own = [token for token in tokens if token not in GENERIC]
        shared = [each for token in tokens if token in GENERIC for each in (token, *ALSO.get(token, ()))]
        if not own:
            return self._of_government(shared)
        ranked = sorted(
            ((rank, known.id) for known in self._known if (rank := _rank(known, own, shared, ids))), reverse=True
        )
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return Proposal(ranked[0][1], How.PART)

    def _of_government(self, shared: Sequence[str]) -> Proposal | None:
        if "government" not in shared:
            return None
        found = [known.id for known in self._known if "government" in known.shared]
        return Proposal(found[0], How.PART) if len(found) == 1 else None


def _known(party: Party) -> _Known:
    # What stands aside is another name of the party, unless it is a list of places.
    asides = [aside for aside in _ASIDE.findall(party.name) if "," not in aside]
    names = [plain(party.name), *(plain(aside) for aside in asides)]
    tokens = {token for name in names for token in name.split()}
    return _Known(party.id, frozenset(filter(None, names)), frozenset(tokens - GENERIC), frozenset(tokens & GENERIC))


def _rank(known: _Known, own: Sequence[str], shared: Sequence[str], ids: set[str]) -> tuple[int, ...] | None:
    """How well a party fits: own words covered, shared words, words of the party covered (per cent), spare words."""
    met = [token for token in own if _meets(token, known) or (known.id in ids and token == known.id.casefold())]
    covered = 100 * len(met) // len(own)
    if covered < 50:
        return None
    common = sum(any(alike(token, each) for each in known.shared) for token in shared)
    theirs = sum(any(_same(token, each) for token in met) for each in known.own)
    rest = sum(not any(alike(token, each) for token in shared) for each in known.shared)
    return covered, common, 100 * theirs // max(1, len(known.own)), -rest


def _meets(token: str, known: _Known) -> bool:
    return any(alike(token, each) for each in known.own) or _stands_for(token, known.own | known.shared)


def _stands_for(token: str, theirs: frozenset[str]) -> bool:
    also = ALSO.get(token, ())
    return bool(also) and all(any(alike(each, other) for other in theirs) for each in also)


def _same(token: str, theirs: str) -> bool:
    return alike(token, theirs) or any(alike(each, theirs) for each in ALSO.get(token, ()))
