"""Names in a text: first those that the case knows, then what looks like a place by the words around it.

Neither says who or where somebody is; a person sees which words were taken for which name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[\w’'-]+")
_ADDED = re.compile(r"\s*[,(].*", re.DOTALL)
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]+"
_RUSSIAN = r"[А-ЯЁ][\w-]+"
_KIND = (
    r"(?:border )?crossing|checkpoint|city|town|village|camp|hospital|airport|port|strip|valley|bridge|province|region|district"
    r"|governorate|island|river|road|square|prison"
)
_PLACES = (
    re.compile(rf"\b(?:[Tt]he )(?P<place>{_CAPITAL}(?: {_CAPITAL})* (?:{_KIND}))\b"),
    re.compile(rf"\b(?:{_KIND}) of (?P<place>{_CAPITAL}(?: {_CAPITAL}){{0,2}})"),
    re.compile(
        rf"\b(?:in|at|near|from|through|via|into|towards?|outside|around|across) (?P<place>{_CAPITAL}(?: {_CAPITAL}){{0,2}})"
    ),
    re.compile(
        rf"\b(?:в|во|на|из|через|под|около|близ|до) (?P<place>(?:городе |секторе? |районе |порту |село |деревне )?{_RUSSIAN})"
    ),
    re.compile(
        r"(?P<place>(?:مدينة|معبر|قطاع|بلدة|قرية|مخيم|مطار|ميناء|جسر|محافظة|مستشفى|سجن|حي) "
        r"[\u0621-\u064a]{2,}(?: ال[\u0621-\u064a]{2,})?)"
    ),
)
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|God|Parliament|Twitter|Facebook|Telegram|X)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: where it stands, whose it is by the register of the case, and what that is."""

    start: int
    end: int
    name: str
    kind: str


class Register:
    """The names that a case knows, each with what it is; a name is known again by its words, whatever their case."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[list[str], str, str]]] = defaultdict(list)
        for name, kind in names.items():
            words = [word.casefold() for word in _WORD.findall(_ADDED.sub("", name))]
            if words and len("".join(words)) > 2:
                self._by_first[words[0]].append((words, name, kind))
        for found in self._by_first.values():
            found.sort(key=lambda each: -len(each[0]))

    def named_in(self, text: str, start: int = 0, end: int | None = None) -> list[Named]:
        """The names between two code points of a text, the longest at each place, in their order."""
        if not self._by_first:
            return []
        stretch = _WORD.finditer(text, start, len(text) if end is None else end)
        words = [(match[0].casefold(), match.start(), match.end()) for match in stretch]
        found, at = [], 0
        while at < len(words):
            match = next(self._at(words, at), None)
            if match:
                found.append(match[0])
            at += match[1] if match else 1
        return found

    def _at(self, words: Sequence[tuple[str, int, int]], at: int) -> Iterator[tuple[Named, int]]:
        for wanted, name, kind in self._by_first.get(words[at][0], ()):
            if [word for word, _, _ in words[at : at + len(wanted)]] == wanted:
                yield Named(words[at][1], words[at + len(wanted) - 1][2], name, kind), len(wanted)


def places_in(text: str, start: int, end: int) -> list[Named]:
    """What looks like a place between two code points: told by the kind of place beside it, or by a preposition before it."""
    found: dict[tuple[int, int], Named] = {}
    for pattern in _PLACES:
        for match in pattern.finditer(text, start, end):
            place = match.span("place")
            clear = all(place[1] <= first or until <= place[0] for first, until in found)
            if clear and not _NO_PLACE.match(text, place[0]):
                found[place] = Named(*place, text[slice(*place)], "place")
    return [found[place] for place in sorted(found)]
