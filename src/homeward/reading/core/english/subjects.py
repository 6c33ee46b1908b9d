"""Who speaks: the subject of an English verb of reporting, before it, behind it, or shared with a verb before."""

from __future__ import annotations

from homeward.reading.core.english.groups import ADVERBS, DETERMINERS, HELPS, PAST, PREPOSITIONS, PRONOUNS, Group
from homeward.reading.core.english.phrases import (
    DAYS,
    JOINS,
    MARKS,
    opens_phrase,
    past_aside,
    past_preposition,
    past_time,
)
from homeward.reading.core.english.sentences import Sentence
from homeward.reading.core.english.verb_table import verbs

Span = tuple[int, int]
"""Words from the first to before the last."""
_RELATIVE = frozenset("who which whose whom that where".split())
_BEFORE_NAME = frozenset("day week month year speech letter statement interview".split())
_OPENING_WORDS = frozenset(
    """however meanwhile instead moreover furthermore nevertheless nonetheless still then later earlier afterwards yet also
    indeed similarly likewise now today yesterday and but or so separately finally officially privately publicly again
    once only asked perhaps elsewhere for""".split()
)


def subject(sentence: Sentence, group: Group) -> tuple[Span | None, str]:
    """The words before a verb that name who speaks, and what they are: "own", "shared" (with a verb before), "relative" or none."""
    low = _chunk(sentence, group.first)
    if sentence.word(low - 1) in ("who", "that") and (whole := _with_relative(sentence, low, group.first)):
        return whole, "own"
    first = _past_clause(sentence, _past_opening(sentence, low, group.first), group.first)
    if first < group.first:
        return _widened(sentence, first, group.first), "own"
    before = sentence.word(low - 1)
    if before in ("and", "but", "or", "yet", "then") or (before == "," and sentence.word(low - 2) in ("and", "but")):
        return None, "shared"
    if before in ("who", "which", "that"):
        named = _antecedent(sentence, low - 1)
        return (named[0] if named else low - 1, low), "relative"
    if before in (",", "—", "–", "-", ")"):
        return _across(sentence, low - 1, group)
    return None, ""


def _chunk(sentence: Sentence, at: int) -> int:
    """The first word of the stretch before a verb without a mark or a conjunction in it; "Sabrek and Ulden" is one."""
    low = at
    while low > 0 and not sentence.quoted[low - 1]:
        word = sentence.word(low - 1)
        if word in MARKS or (word in JOINS and word not in ("and", "or")):
            break
        if word in ("and", "or") and (low == at or not _pair(sentence, low - 1)):
            break
        low -= 1
    return low


def _pair(sentence: Sentence, at: int) -> bool:
    """Whether "and" joins two names or nouns, and not two clauses."""
    back = at - 1
    while back >= 0 and sentence.word(back) not in MARKS and sentence.word(back) not in JOINS:
        word = sentence.word(back)
        if word in HELPS or word in PAST or word in PRONOUNS or word == "to":
            return False
        if word.endswith("ed") and back > 0 and sentence.word(back - 1) not in DETERMINERS | PREPOSITIONS:
            return False
        back -= 1
    return back < at - 1


def _past_opening(sentence: Sentence, low: int, high: int) -> int:
    """Behind conjunctions, adverbs, times and phrases with a preposition that open a clause: "by dusk | it had counted"."""
    first = low + 1 if sentence.word(low) == "as" and opens_phrase(sentence, low + 1) else low
    while first < high:
        until = past_aside(sentence, first)
        if until == first and sentence.word(first) in _OPENING_WORDS and sentence.word(first) != "for":
            until = first + 1
        if until > first:
            first = until
        elif sentence.word(first) in PREPOSITIONS:
            first = _subject_in(sentence, first, high)
        else:
            break
    return min(first, high)


def _past_clause(sentence: Sentence, first: int, high: int) -> int:
    """Behind a clause that has no "that" to end it: "experts say | it underscores"."""
    known = verbs()
    for number in range(high - 1, first, -1):
        word = sentence.word(number)
        verbal = word in known and known[word][0].form in ("past", "s") and "c" in known[word][0].follows
        if verbal and not sentence.large(number) and sentence.word(number - 1) not in DETERMINERS | PREPOSITIONS:
            return number + 1
    return first


def _subject_in(sentence: Sentence, first: int, high: int) -> int:
    """Where a subject begins behind an opening phrase without a comma; `high` where all of it is that phrase."""
    for at in range(first + 2, high):
        before, word = sentence.word(at - 1), sentence.word(at)
        if before in PREPOSITIONS or before in DETERMINERS or before.endswith(("'s", "s'")) or before == "and":
            continue
        if word in PRONOUNS or (word in DETERMINERS and word != "that"):
            return at
        if sentence.large(at) and word not in DAYS and before in DAYS | _BEFORE_NAME:
            return at
    return high


def _widened(sentence: Sentence, first: int, until: int) -> Span:
    """A name that follows an office behind a comma, with the office: "the transport minister, Ludvik Sorrand"."""
    if sentence.word(first - 1) == "," and sentence.large(first) and until - first <= 4:
        low = _chunk(sentence, first - 1)
        start = _past_opening(sentence, low, first - 1)
        named = all(sentence.large(n) for n in range(first, until))
        office = not any(sentence.word(n) in HELPS for n in range(start, first - 1))
        if start < first - 1 and named and office and _person(sentence, start):
            return start, until
    return first, until


def _person(sentence: Sentence, first: int) -> bool:
    return sentence.word(first) in DETERMINERS or sentence.word(first).endswith(("'s", "s'"))


def _with_relative(sentence: Sentence, low: int, high: int) -> Span | None:
    """ "A doctor who treated them | told": a relative clause with a verb of its own before the verb belongs to the name."""
    verbal = any(
        sentence.word(n) in HELPS or sentence.word(n) in PAST or sentence.word(n).endswith("ed")
        for n in range(low, high)
    )
    named = _antecedent(sentence, low - 1) if verbal and high - low > 1 else None
    return (named[0], high) if named and sentence.word(low - 2) != "," else None


def _antecedent(sentence: Sentence, at: int) -> Span | None:
    """The noun phrase before "who": "the driver, who said"."""
    end = at
    while end > 0 and sentence.word(end - 1) in (",", "of", "whom"):
        end -= 1
    if end == 0 or sentence.word(end - 1) in MARKS:
        return None
    low = _chunk(sentence, end)
    first = _past_opening(sentence, low, end)
    for n in range(end - 1, first, -1):
        if sentence.word(n) in DETERMINERS and sentence.word(n - 1) not in ("of",) and sentence.word(n) != "that":
            first = n
            break
        if sentence.word(n) in PRONOUNS or sentence.word(n) in HELPS or sentence.word(n) in PAST:
            first = n + 1
            break
    return (first, end) if first < end else None


def _across(sentence: Sentence, comma: int, group: Group) -> tuple[Span | None, str]:
    """Who stands before what is set between commas: "the Red Cross, whose delegates have seen some, says"."""
    tail: Span | None = None
    at = comma
    while at > 0:
        low = at
        while (
            low > 0
            and sentence.word(low - 1) not in (",", ";", ":", "—", "–", "(", "“", '"')
            and not sentence.quoted[low - 1]
        ):
            low -= 1
        if low > 0 and sentence.word(low - 1) == "(" and sentence.word(at) == ")":
            at = low - 1
            continue
        kind = _segment(sentence, low, at)
        if kind == "name" and low > 0 and sentence.word(low - 1) == "," and tail is None:
            tail = (low, at)
        elif kind in ("subject", "name"):
            chunk = _chunk(sentence, at)
            first = _past_opening(sentence, max(low, chunk), at)
            if first < at:
                return (first, tail[1] if tail and tail[0] == at + 1 else at), "own"
            return None, ""
        if low == 0 or sentence.word(low - 1) not in (",",):
            break
        at = low - 1
    if tail is not None:
        return tail, "own"
    return None, ""


def _segment(sentence: Sentence, low: int, high: int) -> str:
    """What a stretch between commas is: a "relative" clause, an "aside", a "name" that may stand for an office, or a "subject"."""
    word = sentence.word(low)
    if low >= high:
        return "aside"
    if word in _RELATIVE or (word in PREPOSITIONS and sentence.word(low + 1) in _RELATIVE):
        return "relative"
    if (
        word.endswith("ing")
        or word in ("and", "but", "or")
        or (word.endswith("ed") and high - low > 1)
        or word in ("known",)
    ):
        return "aside"
    if past_time(sentence, low) >= high or (word in PREPOSITIONS and _past_opening(sentence, low, high) >= high):
        return "aside"
    if word in ADVERBS or word in _OPENING_WORDS:
        return "aside" if high - low == 1 or _past_opening(sentence, low, high) >= high else "subject"
    if high - low <= 4 and all(sentence.large(n) for n in range(low, high)):
        return "name"
    return "subject"


def _has_verb(sentence: Sentence, first: int, until: int) -> bool:
    return any(sentence.word(n) in HELPS or sentence.word(n) in PAST for n in range(first, until))


def behind(sentence: Sentence, first: int) -> Span | None:
    """Who stands behind an inverted verb: "said the pilots' union, ...": up to the mark."""
    at = first
    while at < len(sentence) and sentence.word(at) not in MARKS and sentence.word(at) not in (".", "…"):
        word = sentence.word(at)
        if at > first and (
            past_time(sentence, at) > at or word in ("who", "while", "when", "after", "as", "that", "but")
        ):
            break
        if at > first and word in PREPOSITIONS and word not in ("of", "for", "in", "at", "on", "from", "with"):
            break
        at += 1
    if at == first or sentence.word(first) in PREPOSITIONS or past_aside(sentence, first) > first:
        return None
    if sentence.word(at) == "," and sentence.word(at + 1) in ("a", "an", "the", "its", "his", "her", "their"):
        name = at + 2
        while (
            name < len(sentence) and sentence.word(name) not in MARKS and sentence.word(name) not in (".", "who", "and")
        ):
            name += 1
        if (
            sentence.word(name) in (",", ".", "“", '"', "")
            and name - at <= 12
            and not _has_verb(sentence, at + 1, name)
        ):
            at = name
    if sentence.word(at) == "," and sentence.large(at + 1) and sentence.word(at + 1) not in DAYS:
        name = at + 1
        while name < len(sentence) and sentence.large(name):
            name += 1
        if sentence.word(name) in (",", ".", ";", "") and name - at <= 5:
            at = name
    return (first, at) if at - first <= 25 else None


__all__ = ["Span", "behind", "past_preposition", "subject"]
