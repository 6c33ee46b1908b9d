"""Phrases of English that stand before, behind and between who speaks and what is said: times, places, adverbs."""

from __future__ import annotations

from homeward.reading.core.english.groups import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS
from homeward.reading.core.english.sentences import Sentence

DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march april
    may june july august september october november december noon midnight dawn dusk morning evening night afternoon
    mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
_SPANS = frozenset(
    "day days week weeks month months year years hour hours minute minutes weekend time spring summer autumn winter".split()
)
_OPENS_TIME = frozenset(
    "last next this the that same early late earlier later a an two three four five six several few one some ago in".split()
)
JOINS = frozenset(
    """that which who whom whose when while because although though if unless whether since so but where whereas
    and or yet nor once how why what until""".split()
)
MARKS = frozenset(', ; : — – ― - -- ( ) “ ” " « » ? !'.split())


def past_time(sentence: Sentence, number: int) -> int:
    """The number of the word behind a time that begins here: "on Monday", "late last week", "the same day", "two hours later"."""
    if sentence.word(number) == "may" and not sentence.large(number):
        return number
    at, seen = number, False
    if sentence.word(at) in ("late", "early", "earlier", "later") and sentence.word(at + 1) in ("on", "in"):
        at += 1
    if sentence.word(at) in (
        "on",
        "in",
        "by",
        "at",
        "since",
        "from",
        "until",
        "of",
        "during",
        "within",
        "before",
        "after",
    ):
        at += 1
    while at - number < 7:
        word = sentence.word(at)
        if (word in DAYS and sentence.text[sentence.starts[at]].isupper()) or word in (
            "noon",
            "midnight",
            "dawn",
            "dusk",
        ):
            seen = True
        elif word in _SPANS or (word in DAYS and word not in ("may", "march")):
            seen = seen or at > number
        elif word.isdigit() and (len(word) < 3 or len(word) == 4):
            pass
        elif word in ("ago", "earlier", "later"):
            seen = seen or at > number + 1
            if seen:
                at += 1
                break
        elif word not in _OPENS_TIME or (seen and word not in ("in", "of", "last", "this")):
            break
        at += 1
    while (
        at > number and seen and sentence.word(at - 1) in ("the", "a", "an", "in", "of", "this", "that", "on", "last")
    ):
        at -= 1
    return at if seen else number


def past_aside(sentence: Sentence, number: int) -> int:
    """Behind the adverbs, times and phrases with a preposition that stand here, as far as they do not open what was said."""
    while number < len(sentence):
        until = past_time(sentence, number)
        if until == number and _adverb(sentence, number):
            until = number + 1
        if until == number:
            return number
        number = until
    return number


def _adverb(sentence: Sentence, number: int) -> bool:
    word = sentence.word(number)
    return (word in ADVERBS and word not in ("both", "neither", "either", "no", "nor")) or (
        word.endswith("ly")
        and len(word) > 4
        and word not in ("family", "only", "reply", "supply", "italy", "assembly", "early")
    )


def past_preposition(sentence: Sentence, number: int, most: int) -> int:
    """Behind a phrase with a preposition: up to the next mark, conjunction or time."""
    if sentence.word(number) not in PREPOSITIONS:
        return number
    at = number + 1
    while at < most and sentence.word(at) not in MARKS and sentence.word(at) not in JOINS:
        if at > number + 1 and past_time(sentence, at) > at:
            break
        at += 1
    return at


def opens_phrase(sentence: Sentence, number: int) -> bool:
    """Whether a noun phrase can begin with this word."""
    word = sentence.word(number)
    return word in DETERMINERS or word in PRONOUNS or sentence.large(number) or word[:1].isdigit()
