"""Brings together what the tagger and the rules find in an English text: each has an eye for what the other passes over."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from homeward.reading.core.english.unsaid import unsaid
from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found

ALONE_BY_RULES = 0.55
"""How sure the rules must be of what the tagger does not find."""
NOUNS = 0.7
"""How sure the rules are at most of what was said where it is no clause."""
ALIKE = 0.8
"""The share of a content that another has from which on they are the same."""
SURE_OF_WHOM = 0.6
"""How sure the rules must be to know better who speaks than the tagger does."""
_ENDS = re.compile(
    r"""\s*(?:[,.;:!?…)"”»'’\]]|[—–―-]+\s|$|\n|(?:and|but|or|while|who|which|according|as|when|after|though|although|because)\b)"""
)
_AFTER_NOUN = re.compile(
    rf"{_ENDS.pattern}|\s(?:in|on|at|during|by|from|with|before|for|last|this|earlier|late|\w+day)\b"
)
_RELATIVE = re.compile(r"^(?:who|which|whose)\s+\w|\b(?:who|which|that)\W*$")
_QUOTE = frozenset("“\"'‘«`")
_CLOSED = frozenset("”\"'’».,;:!?…)")


def together(text: str, tagged: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """Each statement once, in the order of the text."""
    cues = _Places([(piece, one) for one in tagged for piece in one.cue])
    contents = _Places([(piece, one) for one in ruled for piece in one.content])
    made: list[Found] = []
    gone: set[int] = set()
    for one in ruled:
        same = cues.touching(one.cue)
        gone.update(id(each) for each in same)
        if same:
            like = max(same, key=lambda each: _shared(each.cue, one.cue))
            made.append(joined(text, one, without(like, one, contents)))
        elif one.confidence >= ALONE_BY_RULES:
            made.append(one)
    held = _Places([(piece, one) for one in made for piece in one.cue])
    told = _Places([(piece, one) for one in made for piece in one.content])
    alone = [each for each in tagged if id(each) not in gone and not unsaid(text, each)]
    made.extend(each for each in alone if not (_swallows(each, held) or _twice(each, told)))
    return sorted(made, key=lambda one: one.content[0])


def _swallows(one: Found, held: _Places) -> bool:
    """Whether what the tagger holds to be said runs into another statement, whose speaker stands outside of it."""
    inside = held.touching(one.content)
    return bool(inside) and (
        len(one.content) > 1 or any(each.source and not _covers(one.content, each.source) for each in inside)
    )


def _twice(one: Found, told: _Places) -> bool:
    """Whether the rules have the same statement with another cue."""
    return any(
        _shared(one.content, each.content) >= 0.8 * sum(e - s for s, e in (*one.content, *each.content)) / 2
        and bool(_shared(one.source, each.source) or not one.source)
        for each in told.touching(one.content)
    )


def without(tagged: Found, ruled: Found, contents: _Places) -> Found:
    """What the tagger found without pieces that somebody else says by the rules."""
    own = [piece for piece in tagged.content if _shared((piece,), ruled.content)]
    if not own:
        return tagged
    kept = [piece for piece in tagged.content if piece in own or not contents.touching((piece,))]
    return Found(tagged.source, tagged.cue, tuple(kept), tagged.confidence)


def joined(text: str, ruled: Found, tagged: Found) -> Found:
    """One statement of two that have the same cue: the words for who speaks and what is said where each is better."""
    sure = round(1 - (1 - ruled.confidence) * (1 - tagged.confidence), 3)
    content = content_of(text, ruled, tagged)
    cue = tagged.cue if content is tagged.content and _much(tagged.cue, ruled.cue) else ruled.cue
    source = source_of(text, ruled, tagged)
    return Found(source, cue, content, sure)


def source_of(text: str, ruled: Found, tagged: Found) -> tuple[Piece, ...]:
    """The tagger's words for who speaks, unless the rules are sure of somebody else or these are cut at a relative clause."""
    weak = ruled.confidence < SURE_OF_WHOM and bool(tagged.source)
    cut = bool(ruled.source) and any(_RELATIVE.search(text[start:end]) for start, end in tagged.source)
    return tagged.source if (weak or _shared(tagged.source, ruled.source)) and not cut else ruled.source


def _much(some: Sequence[Piece], others: Sequence[Piece]) -> bool:
    """Whether the first have a good part of what the second have."""
    return _shared(some, others) >= 0.4 * sum(end - start for start, end in others)


def _alike(some: Sequence[Piece], others: Sequence[Piece]) -> bool:
    return _shared(some, others) >= ALIKE * sum(end - start for start, end in some)


def content_of(text: str, ruled: Found, tagged: Found) -> tuple[Piece, ...]:
    """The tagger's words where they end with a clause, else those of the rules, which keep to the clauses."""
    aside = len(ruled.content) > 1 or ruled.content[0][1] <= ruled.cue[0][0]
    nouns = ruled.confidence <= NOUNS
    within = _covers(ruled.content, tagged.content)
    more = nouns and _covers(tagged.content, ruled.content) and not within
    listed = any(";" in text[s:e] for s, e in tagged.content) and not any(";" in text[s:e] for s, e in ruled.content)
    across = len(tagged.content) > 1 and ";" in text[tagged.content[0][1] : tagged.content[-1][0]]
    over = _shared(tagged.content, (*ruled.cue, *ruled.source)) > 0
    apart = not aside and not nouns and not _shared(ruled.content, tagged.content)
    elsewhere = apart and bool(re.search(r"[.!?…]\s", text[tagged.content[-1][1] - 1 : ruled.cue[0][0]]))
    if (
        over
        or listed
        or across
        or more
        or elsewhere
        or (within and aside and not _alike(ruled.content, tagged.content))
        or not sound(text, tagged, _AFTER_NOUN if nouns else _ENDS)
    ):
        return ruled.content
    return tagged.content


def _covers(some: Sequence[Piece], others: Sequence[Piece]) -> bool:
    return all(any(start <= first and until <= end for start, end in some) for first, until in others)


def sound(text: str, one: Found, ends: re.Pattern[str]) -> bool:
    """Whether what the tagger holds to be said ends with a clause, and goes on only within a quotation."""
    first = one.content[0]
    if not all(text[end - 1] in _CLOSED or ends.match(text, end) for _, end in one.content):
        return False
    return all(
        text[start] in _QUOTE or not re.search(r"[.!?…][”\"’»]?\s", text[before:start])
        for (_, before), (start, _) in zip([first, *one.content], one.content, strict=False)
    )


def _shared(some: Sequence[Piece], others: Sequence[Piece]) -> int:
    return sum(max(0, min(e, v) - max(s, u)) for s, e in some for u, v in others)


class _Places:
    """Finds what stands at places of a text, in the time of a search."""

    def __init__(self, places: list[tuple[Piece, Found]]) -> None:
        self._places = sorted(places, key=lambda each: each[0])
        self._longest = max((end - start for (start, end), _ in self._places), default=0)

    def touching(self, pieces: Sequence[Piece]) -> list[Found]:
        """All that share a code point with one of these pieces."""
        found = []
        for start, end in pieces:
            at = bisect_left(self._places, start - self._longest, key=lambda each: each[0][0])
            while at < len(self._places) and self._places[at][0][0] < end:
                if self._places[at][0][1] > start:
                    found.append(self._places[at][1])
                at += 1
        return found
