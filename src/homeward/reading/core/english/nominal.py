"""Nouns of telling with who tells and what: "a report by the channel that", "the ministry’s promise to", "its answer was that"."""

from __future__ import annotations

from homeward.reading.core.english.groups import ADVERBS, DETERMINERS, HELPS, PAST, PREPOSITIONS
from homeward.reading.core.english.nouns import NOUNS
from homeward.reading.core.english.part import Part, Said
from homeward.reading.core.english.phrases import MARKS
from homeward.reading.core.english.subjects import Span

_TO = frozenset("promise pledge offer threat demand appeal call order undertaking vow request".split())
FARTHEST = 30
"""Words between the noun and what it tells."""


def nominal(part: Part, taken: list[Span]) -> list[Said]:
    """The statements that such nouns tell, outside of what is `taken` by others."""
    found: list[Said] = []
    sentence = part.sentence
    for number in range(part.first, part.until):
        word = sentence.word(number)
        noun = word if word in NOUNS else word.removesuffix("s") if word.removesuffix("s") in NOUNS else ""
        if not noun or sentence.quoted[number] or (sentence.large(number) and number > part.first and word != "no"):
            continue
        if any(first <= number < until for first, until in [*taken, *(span for one in found for span in one.content)]):
            continue
        one = _owner(part, number, noun) or _author(part, number)
        if one is not None and not any(
            first < one.content[0][1] and one.content[0][0] < until for first, until in taken
        ):
            found.append(one)
    return found


def _owner(part: Part, number: int, noun: str) -> Said | None:
    """ "The ministry’s promise to pay", "the militia's version, relayed by a trader, is that"."""
    sentence = part.sentence
    at = number - 1
    while at > part.first and not _possessive(sentence.word(at)) and number - at < 3:
        at -= 1
    if not _possessive(sentence.word(at)) or at < part.first:
        return None
    first = at
    pronoun = sentence.word(at) in _OWN
    while not pronoun and first > part.first and _names(sentence.word(first - 1)) and at - first < 7:
        first -= 1
    start, kind = _opens(part, number + 1, noun in _TO)
    if start <= 0 or (start == number + 1 and pronoun and kind == "that"):
        return None if start <= 0 else _said(part, (first, at + 1), (number, number + 1), start)
    return _said(part, (first, at + 1), (number, number + 1), start)


_GIVEN = frozenset("given made issued sent signed published put voiced written circulated broadcast posted".split())
_OWN = frozenset("its his her their our my".split())


def _possessive(word: str) -> bool:
    return word in _OWN or word.endswith(("'s", "s'"))


def _names(word: str) -> bool:
    return word not in MARKS and word not in HELPS and word not in PREPOSITIONS - {"of"} and word not in (
        "and", "but", "that", "who", "which", "or"
    ) and word not in PAST  # fmt: skip


def _author(part: Part, number: int) -> Said | None:
    """ "A report by the television channel that", "the remark of a deputy, published on Thursday, that"."""
    sentence = part.sentence
    given = 1 if sentence.word(number + 1) in _GIVEN else 0
    number += given
    by = sentence.word(number + 1)
    if by not in ("by", "of", "from") or sentence.word(number - 1) in PREPOSITIONS - {
        "of",
        "to",
        "despite",
        "with",
        "after",
        "by",
    }:
        return None
    start, _ = _opens(part, number + 2, False)
    return _by(part, number, start) if start > number + 2 else None


def _by(part: Part, number: int, start: int) -> Said | None:
    sentence = part.sentence
    until = number + 2
    while (
        until < start
        and sentence.word(until) not in MARKS
        and sentence.word(until) not in HELPS
        and sentence.word(until) != "that"
    ):
        until += 1
    if sentence.word(until) == "," and sentence.large(until + 1) and sentence.word(until + 1) not in ("that",):
        name = until + 1
        while sentence.large(name):
            name += 1
        until = name if sentence.word(name) == "," else until
    first = number - 1 if sentence.word(number) in _GIVEN else number
    first = first - 1 if sentence.word(first - 1) in DETERMINERS else first
    return _said(part, (number + 2, until), (first, number + 2), start) if until > number + 2 else None


def _opens(part: Part, at: int, to: bool) -> tuple[int, str]:
    """Where what the noun tells begins: behind "that", behind "is that", or with "to"; 0 where nothing does."""
    sentence = part.sentence
    if to and sentence.word(at) == "to":
        return at, "to"
    commas = 0
    for number in range(at, min(at + FARTHEST, part.until - 1)):
        word = sentence.word(number)
        if sentence.quoted[number]:
            return 0, ""
        if word == "that" and (commas != 1 or sentence.word(number - 1) in (",", "was", "is")):
            return number, "that"
        if word in ("is", "was") and commas != 1 and sentence.word(number + 1) in ("that", ":"):
            return number + 1, "that"
        commas += word == ","
        ends = (
            word in HELPS or word in (";", ":", "but", "who", "which") or commas > 4 or (word == "and" and commas < 2)
        )
        if ends or (word in PAST and not commas):
            return 0, ""
    return 0, ""


def _said(part: Part, source: Span, cue: Span, start: int) -> Said | None:
    until = _ends(part, start)
    return Said((source,), (cue,), ((start, until),), "nominal", 0.65) if until > start + 1 else None


def _ends(part: Part, start: int) -> int:
    """Where a clause that belongs to a noun ends: before a mark, or before the verb that the noun itself has."""
    sentence = part.sentence
    verbs, at = 0, start + 1
    whole = sentence.word(start - 1) in ("is", "was")
    while at < part.until:
        word = sentence.word(at)
        if not sentence.quoted[at] and not whole and word in (",", ";", "—", "–"):
            break
        helping = word in HELPS and not sentence.quoted[at] and word not in ("been", "be", "being", "having")
        run = sentence.word(at - 1) in HELPS | ADVERBS | {
            "to",
            "and",
            "or",
            "but",
            "who",
            "which",
            "that",
            "it",
            "he",
            "they",
            "she",
        }
        if helping and not run:
            verbs += 1
            if verbs == 2 and not whole:
                break
        at += 1
    return at
