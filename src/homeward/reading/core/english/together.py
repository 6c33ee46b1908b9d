"""Brings together what the tagger and the rules find in an English text: each has an eye for what the other passes over."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found

ALONE_BY_RULES = 0.55
"""How sure the rules must be of what the tagger does not find."""
NOUNS = 0.7
"""How sure the rules are at most of what was said where it is no clause."""
SURE_OF_WHOM = 0.6
"""How sure the rules must be to know better who speaks than the tagger does."""
_ENDS = re.compile(
    r"""\s*(?:[,.;:!?…)"”»'’\]]|[—–―-]+\s|$|\n|(?:and|but|or|while|who|which|according|as|when|after|though|although|because)\b)"""
)
_AFTER_NOUN = re.compile(
    rf"{_ENDS.pattern}|\s(?:in|on|at|during|by|from|with|before|for|last|this|earlier|late|\w+day)\b"
)
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
    made.extend(each for each in tagged if id(each) not in gone and not says_nothing(text, each))
    return sorted(made, key=lambda one: one.content[0])


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
    weak = ruled.confidence < SURE_OF_WHOM and bool(tagged.source)
    source = tagged.source if weak or _shared(tagged.source, ruled.source) else ruled.source
    cue = tagged.cue if content is tagged.content else ruled.cue
    return Found(source, cue, content, sure)


def content_of(text: str, ruled: Found, tagged: Found) -> tuple[Piece, ...]:
    """The tagger's words where they end with a clause, else those of the rules, which keep to the clauses."""
    within = all(any(u <= s and e <= v for u, v in ruled.content) for s, e in tagged.content)
    aside = len(ruled.content) > 1 or ruled.content[0][1] <= ruled.cue[0][0]
    over = any(s < v and u < e for s, e in tagged.content for u, v in (*ruled.cue, *ruled.source))
    more = _shared(ruled.content, tagged.content) == sum(end - start for start, end in ruled.content)
    nouns = ruled.confidence <= NOUNS and more and not within
    if (
        over
        or nouns
        or (within and aside)
        or not sound(text, tagged, _AFTER_NOUN if ruled.confidence <= NOUNS else _ENDS)
    ):
        return ruled.content
    return tagged.content


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


_SILENT = re.compile(
    r"(?:not|never|n[’']t|neither|without|cannot)\b(?!.*\b(?:den|disput|rul|exclud|doubt|contest|accept|recogni|agree|believ|think|expect))"
    r"|^(?:also |better |widely )?(?:known|dubbed|nicknamed) as$"
    r"|^(?:to )?(?:quote|ascrib|is generally ascribed|speak(?:s|ing)? for|spoke for)",
    re.IGNORECASE | re.DOTALL,
)
_EMPTY = re.compile(
    r"\W*(?:which|that|it|what|this|who|whom|no (?:\w+ )?"
    r"(?:comment|explanation|reason|answer|details?|words?|reply|response)|what \w+(?: \w+)?"
    r"|.*\b(?:nobody|no one) would (?:say|tell|confirm)\b.*)\W*$",
    re.IGNORECASE,
)
_HELPS = re.compile(r"(?:is|are|was|were|has|have|had|will|would|could)\b")
_QUESTION = re.compile(r"(?:what|whether|why|how|when|where|who|if)\b")
_CITES = re.compile(r"(?:quot|cit)ing\b")
MENTION = 9
"""Words of a name that is cited, and no more of what it says."""


def says_nothing(text: str, one: Found) -> bool:
    """Whether what only the tagger finds is a refusal to speak, a pronoun, or said by nobody."""
    cue = " ".join(text[start:end] for start, end in one.cue)
    content = " ".join(text[start:end] for start, end in one.content)
    source = " ".join(text[start:end] for start, end in one.source)
    after = text[one.cue[-1][1] : one.content[0][0]] if one.cue[-1][1] <= one.content[0][0] else "-"
    reduced = cue.endswith("ed") and not after.strip() and bool(_HELPS.match(content))
    named = bool(_CITES.match(cue)) and len(content.split()) < MENTION
    what = content.startswith("what ") and source.lower() in ("it", "he", "she", "they")
    asks = cue.lower().endswith("asked") and bool(_QUESTION.match(content))
    return asks or bool(_SILENT.search(cue) or _EMPTY.match(content)) or reduced or named or what
