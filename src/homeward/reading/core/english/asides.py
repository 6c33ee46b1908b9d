"""Words beside what was said that tell who says it: "..., he said, ...", "..., said the pilots' union"."""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.core.english.contents import told
from homeward.reading.core.english.groups import DETERMINERS, HELPS, PAST, PREPOSITIONS, Group
from homeward.reading.core.english.part import Part, Said
from homeward.reading.core.english.phrases import MARKS, past_aside, past_preposition
from homeward.reading.core.english.sentences import Sentence
from homeward.reading.core.english.stops import stop
from homeward.reading.core.english.subjects import Span, behind, subject

_NO_SPEAKER = frozenset("that it he she they this these there if when because in on at".split())
_SUBORDINATES = frozenset(
    "who which that whose although because if when though while but where after whom unless".split()
)
_HEARD = frozenset("tell inform assure remind notify".split())
_WITHIN = frozenset("who which whose whom that where".split())
_BEFORE = frozenset(", ” \" » — – ? ! ' )".split())
_AFTER = frozenset(', . : ; — – “ " … ? !'.split()) | {""}


def aside(part: Part) -> tuple[Said, list[Part]] | None:
    """The first words beside that tell who says the rest of the part, and what is left of the part behind it."""
    for group in part.groups:
        if group.passive and (quoted := _quoted(part, group)):
            return _around(part, group, *quoted)
        if group.passive and not _impersonal(part, group):
            continue
        if "a" not in group.verb.follows and not _impersonal(part, group):
            continue
        if group.negated or group.use != "finite":
            continue
        found = _inverted(part, group) or _own(part, group)
        if found is not None and (found[0] > part.first or part.sentence.word(part.first) == "as"):
            return _around(part, group, *found)
    return None


def _impersonal(part: Part, group: Group) -> bool:
    """ "It has been suggested"."""
    return group.passive and part.sentence.word(group.first - 1) == "it"


def _quoted(part: Part, group: Group) -> tuple[int, int, Span | None] | None:
    """ "..., he was quoted by the daily as saying"."""
    sentence = part.sentence
    source, how = subject(sentence, group)
    if group.verb.name not in ("quote", "cite", "report") or source is None or how != "own" or source[0] <= part.first:
        return None
    until = next((n for n in range(group.until, part.until) if sentence.word(n) in MARKS), part.until)
    saying = sentence.word(until - 2) == "as" and sentence.word(until - 1) in ("saying", "telling")
    return (source[0], until, source) if saying and sentence.word(source[0] - 1) in _BEFORE else None


def _inverted(part: Part, group: Group) -> tuple[int, int, Span | None] | None:
    """ "..., said the pilots' union": the speaker behind the verb."""
    sentence = part.sentence
    if (
        group.verb.name in _HEARD
        or group.first != group.at
        or group.verb.form not in ("past", "s")
        or sentence.word(group.first - 1) not in _BEFORE
    ):
        return None
    first = group.first
    source = behind(sentence, group.until)
    if source is None or sentence.word(source[0]) in _NO_SPEAKER or any(_verbal(sentence, n) for n in range(*source)):
        return None
    if not sentence.quoted[first - 1] and not _clause(part, first):
        return None
    until = _past_rest(part, source[1])
    return (first, until, source) if sentence.word(until) in _AFTER or until >= part.until else None


def _verbal(sentence: Sentence, number: int) -> bool:
    """Whether a word is the verb of a clause, so that a clause and no name stands here."""
    word = sentence.word(number)
    past = (
        word.endswith("ed")
        and sentence.word(number - 1) not in DETERMINERS | PREPOSITIONS
        and not sentence.large(number)
    )
    return word in HELPS or word in PAST or word.endswith("n't") or past


def _clause(part: Part, until: int) -> bool:
    """Whether what stands before has a verb, so that it can have been said."""
    sentence, within = part.sentence, False
    for number in range(part.first, until):
        word = sentence.word(number)
        if number > part.first and sentence.word(number - 1) == ",":
            within = (
                word in _WITHIN
                or word.endswith("ing")
                or (word in PREPOSITIONS and sentence.word(number + 1) in _WITHIN)
            )
        elif word in ("who", "which", "that", "whose"):
            within = True
        if not within and number > part.first and (_verbal(sentence, number) or sentence.quoted[number]):
            return True
    return False


def _own(part: Part, group: Group) -> tuple[int, int, Span | None] | None:
    """ "..., a dispatcher explained over the radio, ...": the speaker before the verb, and no object behind it."""
    sentence = part.sentence
    source, how = subject(sentence, group)
    if source is None or how != "own" or source[0] < part.first:
        return None
    first = source[0]
    while first > part.first and sentence.word(first - 1) not in MARKS:
        first -= 1
    begins = first == part.first and sentence.word(first) == "as"
    if not begins and (first <= part.first or sentence.word(first - 1) not in _BEFORE):
        return None
    opens = sentence.word(first)
    if opens in _SUBORDINATES:
        return None
    what = told(sentence, group)
    until = _past_rest(part, group.until)
    colon = what is not None and what.kind == "colon" and _clause(part, first)
    if what is not None and not colon and not (what.kind == "quote" and what.start > until):
        return None
    if until < part.until and sentence.word(until) not in _AFTER:
        return None
    if opens == "and" and not sentence.quoted[first - 2]:
        return None
    return first, until, None if sentence.word(source[0]) == "it" and group.passive else source


def _past_rest(part: Part, number: int) -> int:
    """Behind times, phrases with prepositions and hearers that follow the verb, up to the next mark."""
    sentence = part.sentence
    while number < part.until and sentence.word(number) not in _AFTER:
        until = past_aside(sentence, number)
        if until == number:
            until = past_preposition(sentence, number, part.until)
        if until == number:
            until = number
            while (
                until < part.until and sentence.word(until) not in _AFTER and sentence.word(until) not in PREPOSITIONS
            ):
                if sentence.word(until) in HELPS or sentence.word(until) in ("that", "and", "but", "who"):
                    return until
                until += 1
        if until == number:
            break
        number = until
    return number


def _around(part: Part, group: Group, first: int, until: int, source: Span | None) -> tuple[Said, list[Part]] | None:
    """The statement of which the words from `first` to before `until` tell, and what is left of the part."""
    sentence = part.sentence
    begun = part.first
    while begun < first and sentence.word(begun) in ("but", "and", "however", ",", "yet"):
        begun += 1
    end = first
    while end > begun and sentence.word(end - 1) in (",", "—", "–") and not sentence.quoted[end - 1]:
        end -= 1
    begun = _locally(part, begun, end)
    if end <= begun and first > part.first:
        return None
    content: list[Span] = [(begun, end)] if end > begun else []
    after = until
    while after < part.until and sentence.word(after) in (",", "—", "–", ":"):
        after += 1
    rests = [part.cut(after, part.until)] if after < part.until else []
    if after < part.until and (goes_on := _goes_on(part, group, end, until, after)):
        content.append((after, goes_on))
        rests = [part.cut(goes_on, part.until)] if goes_on < part.until else []
    if not content:
        return None
    begin = group.first - 1 if source is None else group.first
    said = Said((source,) if source else (), ((begin, group.until),), tuple(content), "aside", 0.8)
    rests = [replace(rest, speaker=source) for rest in rests]
    return said, rests + ([part.cut(part.first, content[0][0])] if content[0][0] > part.first + 2 else [])


def _locally(part: Part, begun: int, end: int) -> int:
    """ "He took back the threat but not, he insisted, the deadline": only what stands behind "but" is meant."""
    sentence = part.sentence
    if end > begun and sentence.word(end - 1) in ("not", "but", "also", "only"):
        for number in range(end - 1, max(begun, end - 4), -1):
            if sentence.word(number) in ("but", "and"):
                return number
    return begun


def _goes_on(part: Part, group: Group, end: int, until: int, after: int) -> int:
    """Behind what goes on with the content behind the words that tell who says it; 0 where nothing does."""
    sentence = part.sentence
    if sentence.word(until) not in (",", "—", "–", ".") and not sentence.quoted[after]:
        return 0
    quote = end > part.first and sentence.quoted[end - 1]
    if sentence.quoted[after]:
        number = after
        while number < part.until and sentence.quoted[number]:
            number += 1
        return number if quote or end <= part.first else stop(part, after, "that", group)
    if quote or sentence.word(after) in (
        "adding",
        "saying",
        "quoting",
        "citing",
        "while",
        "although",
        "according",
        "as",
        "which",
        "who",
        "pointing",
        "referring",
    ):
        return 0
    return stop(part, after, "that", group) if not _own_clause(part, after) else 0


def _own_clause(part: Part, after: int) -> bool:
    """Whether behind "and" somebody else is named who says something: "..., said the union, and pay has been asked for"."""
    sentence = part.sentence
    if sentence.word(after) not in ("and", "but", "while", "though", "although"):
        return False
    nearest = next((group for group in part.groups if group.first > after), None)
    if nearest is None or nearest.use != "finite":
        return False
    source, how = subject(sentence, nearest)
    return (how == "own" and source is not None and source[0] <= after + 2) or (
        how == "shared" and nearest.first <= after + 2
    )


__all__ = ["PREPOSITIONS", "aside"]
