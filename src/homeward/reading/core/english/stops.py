"""Where what was said ends: before the next clause in which somebody else, or the same one, says something."""

from __future__ import annotations

from homeward.reading.core.english.contents import told
from homeward.reading.core.english.groups import ADVERBS, PREPOSITIONS, Group
from homeward.reading.core.english.objects import left_behind
from homeward.reading.core.english.part import Part
from homeward.reading.core.english.sentences import Sentence
from homeward.reading.core.english.subjects import Span, subject

_TURNS = frozenset("and but or yet while whereas although though however".split())
_OTHERS = frozenset("quoting citing".split())
_BACK = frozenset("had would could was were".split())
_RELATIVE = frozenset("who which whom whose".split())


def stop(part: Part, start: int, kind: str, group: Group) -> int:
    """Behind the last word of what is said from `start` on."""
    until = _quotation_ends(part, start) if kind == "quote" else part.until
    for number in range(start + 1, until):
        if part.sentence.quoted[number]:
            continue
        if _beside(part.sentence, number) or (kind == "noun" and _about_it(part.sentence, number)):
            until = number
            break
    for other in part.groups:
        if other.first <= start or other.at == group.at or other.first >= until:
            continue
        cut = _cut(part, start, kind, other)
        if start < cut < until:
            until = cut
            break
    return _stripped(part.sentence, start, until)


def _beside(sentence: Sentence, number: int) -> bool:
    """A comma with words behind it that tell from whom something is: ", according to", ", quoting"."""
    if sentence.word(number) != ",":
        return False
    after = sentence.word(number + 1)
    return (
        (after == "according" and sentence.word(number + 2) == "to")
        or after in _OTHERS
        or (after == "in" and sentence.word(number + 2) == "words")
        or (after == "only" and sentence.word(number + 2) in ("for", "to"))
    )


def _about_it(sentence: Sentence, number: int) -> bool:
    """A comma with words behind it that tell of a figure: "31, a total from which it then struck five"."""
    at = number + 3 if sentence.word(number + 3) == "which" else number + 4
    article = sentence.word(number) == "," and sentence.word(number + 1) in ("a", "an", "the")
    return article and sentence.word(at) == "which"


def _quotation_ends(part: Part, start: int) -> int:
    """Behind a quotation that stands for a whole statement; one of a few words goes on with the sentence."""
    number = start
    while number < part.until and part.sentence.quoted[number]:
        number += 1
    after = part.sentence.word(number)
    return number if after in (",", "", ".") or after in _TURNS else part.until


def _cut(part: Part, start: int, kind: str, other: Group) -> int:
    """Where a later verb of reporting ends what was said; 0 where it stands within."""
    sentence = part.sentence
    if other.use in ("to", "reduced"):
        return 0
    low = other.first
    while low > start and (sentence.word(low - 1) in ADVERBS or sentence.word(low - 1) in ("itself", "himself")):
        low -= 1
    before = sentence.word(low - 1)
    if other.use == "ing":
        return (
            low - 1 if before == "," else low - 2 if before in ("while", "by") and sentence.word(low - 2) == "," else 0
        )
    if before in ("and", "but", "or", "yet"):
        comma = sentence.word(low - 2) == ","
        if comma or kind in ("to", "noun", "onto", "ing", "quote") or before == "but" or _later(part, start, other):
            return low - 2 if comma else low - 1
        return 0
    if before in _RELATIVE:
        return low - 2 if sentence.word(low - 2) == "," else 0
    named, how = subject(sentence, other)
    if named is None or how != "own" or named[0] <= start:
        return 0
    if (
        sentence.word(named[0] - 1) == ","
        and "n" in other.verb.follows
        and left_behind(sentence, named[0], other.first)
    ):
        return named[0] - 1
    return _before_clause(part, start, named[0], other, kind)


def _later(part: Part, start: int, other: Group) -> bool:
    """ "Insisted no date had been set and accused": what was said lies further back than the verb behind "and"."""
    plain = other.first == other.at and other.verb.form == "past"
    return plain and any(part.sentence.word(n) in _BACK for n in range(start, other.first))


def _before_clause(part: Part, start: int, first: int, other: Group, kind: str) -> int:
    sentence = part.sentence
    at = first - 1
    while at > start and sentence.word(at) not in _TURNS | {",", ";", "—", "–", "that", ":"} | _RELATIVE:
        at -= 1
    word = sentence.word(at)
    if word in _RELATIVE:
        return at - 1 if sentence.word(at - 1) == "," else 0
    if word == "," and sentence.word(at - 1) in _TURNS:
        at -= 1
        word = sentence.word(at)
    if word in ("while", "whereas", "although", "though", "but"):
        return at - 1 if sentence.word(at - 1) == "," else at
    if word in ("and", "or") and (sentence.word(at - 1) == "," or kind in ("to", "noun", "onto", "ing")):
        return at - 1 if sentence.word(at - 1) == "," else at
    if word in ("—", "–", ":"):
        return at
    direct = (
        word == "," and at + 1 == first and (what := told(sentence, other)) and what.kind in ("that", "bare", "quote")
    )
    return at if direct else 0


def _stripped(sentence: Sentence, start: int, until: int) -> int:
    while until > start and sentence.word(until - 1) in (",", ";", ":", "—", "–", "-", ".", "and", "but"):
        if sentence.quoted[until - 1]:
            break
        until -= 1
    return until


def gaps(part: Part, start: int, until: int) -> tuple[Span, ...]:
    """What was said, without words between commas that tell who says it."""
    return ((start, until),)


__all__ = ["PREPOSITIONS", "gaps", "stop", "told"]
