"""Words without a verb of saying that tell from whom something is: "according to", "in the words of", "by X's count"."""

from __future__ import annotations

import re

from homeward.reading.core.english.groups import HELPS, PAST, Group
from homeward.reading.core.english.part import Part, Said
from homeward.reading.core.english.phrases import JOINS, opens_phrase, past_time
from homeward.reading.core.english.sentences import Sentence
from homeward.reading.core.english.stops import stop
from homeward.reading.core.english.subjects import Span
from homeward.reading.core.english.verb_table import Verb

_NOUN = (
    "words|view|opinion|account|version|telling|count|reckoning|estimate|estimates|reading|judgment|judgement|tally|calculation"
    "|calculations|figures|word|eyes|understanding|assessment|information|admission|description"
)
_OF = re.compile(
    rf"(?:in|by|on|from|to go by|going by|if) (?:the )?(?:own )?(?:{_NOUN}) of(?: |$)"
    r"|as (?:\w+ly )?(?:described|told|reported|given|quoted|related|recounted|set out|relayed|put) by(?: |$)"
    r"|according to(?: |$)|in accordance with what(?: |$)",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    rf"(?:in|by|on|to) (?P<who>(?:his|her|its|their|my|our|[^,;:.“”\"()]{{1,60}}?(?:['’]s|s['’]))) (?:own )?(?:{_NOUN})\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"under (?:a|an|the) (?:\w+ ){0,2}(?:proposal|plan|draft|offer|scheme|arrangement|text|formula|deal|accord) "
    r"(?P<by>attributed to|by|of|from|(?:\w+ )?(?:drafted|proposed|tabled|presented"
    r"|submitted|suggested|offered|written|circulated) by"
    r"|(?:drawn|put|set) (?:up|forward|out) by) ",
    re.IGNORECASE,
)
_BELIEVED = re.compile(
    r"if (?:the (?:account|word|words|version) of )?(?P<who>[^;:.“”\"()]{1,80}?),? (?:is|are) to be believed",
    re.IGNORECASE,
)


def according(part: Part) -> tuple[Said, list[Part]] | None:
    """Who a part is from by such words in it, and no part left; none where it has none outside of quotations."""
    sentence = part.sentence
    for number in range(part.first, part.until):
        if sentence.quoted[number] or not _may_begin(part, number):
            continue
        if found := _under(part, number) or _of(part, number) or _whose(part, number) or _believed(part, number):
            return _around(part, number, *found)
    return None


def _may_begin(part: Part, number: int) -> bool:
    before = part.sentence.word(number - 1)
    return part.sentence.word(number) in ("according", "in", "by", "if", "on", "under", "as") and (
        number == part.first
        or before in (",", "(", "—", "–", "and", "but", "”", '"')
        or part.sentence.word(number) == "according"
    )


def _under(part: Part, number: int) -> tuple[Span, tuple[Span, ...], int] | None:
    """ "Under a plan drawn up by the envoy, each side would ...": from whom the plan is, which opens the sentence."""
    sentence = part.sentence
    form = _PLAN.match(sentence.text, sentence.starts[number], sentence.ends[part.until - 1])
    if number != part.first or not form:
        return None
    first = _number_at(sentence, form.end(), number)
    until = first
    while until < part.until and not _ends_name(part, first, until):
        until += 1
    by = _number_at(sentence, form.start("by"), number)
    return ((first, until), ((by, first),), until) if first < until < part.until else None


def _number_at(sentence: Sentence, place: int, least: int) -> int:
    number = least
    while number < len(sentence) and sentence.starts[number] < place:
        number += 1
    return number


def _of(part: Part, number: int) -> tuple[Span, tuple[Span, ...], int] | None:
    """ "According to a notice seen by the agency": cue, and the name up to the next comma."""
    sentence = part.sentence
    end = sentence.ends[part.until - 1]
    form = _OF.match(sentence.text, sentence.starts[number], end)
    if not form:
        return None
    first = _number_at(sentence, form.end(), number)
    until = first
    while until < part.until and not _ends_name(part, first, until):
        until += 1
    return ((first, until), ((number, first),), until) if first < until else None


def _ends_name(part: Part, first: int, number: int) -> bool:
    sentence = part.sentence
    word = sentence.word(number)
    if number == first:
        return False
    if word == "," and sentence.word(number + 1) in ("a", "an", "the") and _apposition(part, number):
        return False
    if word == ",":
        name = sentence.large(number + 1) and not past_time(sentence, number + 1) > number + 1
        apposition = name and not any(group.first == number + 2 for group in part.groups)
        closes = next((n for n in range(number + 1, part.until) if sentence.word(n) == ","), part.until)
        return not (apposition and closes - number <= 5 and all(sentence.large(n) for n in range(number + 1, closes)))
    return word in (";", ":", "—", "–", ")", "(", "“", '"') or (
        past_time(sentence, number) > number and word in ("on", "in", "late", "early", "last")
    )


def _apposition(part: Part, comma: int) -> bool:
    """ "According to Ilie Marku, a guard": what somebody is, up to the next comma or the end."""
    sentence = part.sentence
    until = next((n for n in range(comma + 1, part.until) if sentence.word(n) in (",", ";", ":")), part.until)
    verbal = any(sentence.word(n) in HELPS or sentence.word(n) in PAST for n in range(comma + 1, until))
    last = next((n for n in range(until + 1, part.until) if not sentence.quoted[n]), until) > until
    return until - comma < 12 and not verbal and (last or until == part.until)


def _whose(part: Part, number: int) -> tuple[Span, tuple[Span, ...], int] | None:
    """ "In Qatar's view", "by the drivers' count": who it is stands within the words."""
    sentence = part.sentence
    form = _WHOSE.match(sentence.text, sentence.starts[number], sentence.ends[part.until - 1])
    if not form or form["who"].count(" ") > 7:
        return None
    first, last = _number_at(sentence, form.start("who"), number), _number_at(sentence, form.end("who"), number)
    until = _number_at(sentence, form.end(), last)
    if any(sentence.word(n) in JOINS for n in range(first, last)):
        return None
    opens = number == part.first and opens_phrase(sentence, until)
    if until < part.until and not opens and sentence.word(until) not in (",", ":", ")", "—", "–", ".", "“", '"'):
        return None
    return (first, last), ((number, first), (last, until)), until


def _believed(part: Part, number: int) -> tuple[Span, tuple[Span, ...], int] | None:
    sentence = part.sentence
    form = _BELIEVED.match(sentence.text, sentence.starts[number], sentence.ends[part.until - 1])
    if not form:
        return None
    first, last = _number_at(sentence, form.start("who"), number), _number_at(sentence, form.end("who"), number)
    until = _number_at(sentence, form.end(), last)
    tail = last + 1 if sentence.word(last) == "," else last
    return (first, last), ((number, first), (tail, until)), until


def _around(part: Part, number: int, source: Span, cue: tuple[Span, ...], until: int) -> tuple[Said, list[Part]] | None:
    sentence = part.sentence
    before = number
    while before > part.first and sentence.word(before - 1) in (",", "(", "—", "–") and not sentence.quoted[before - 1]:
        before -= 1
    begun = part.first
    while begun < before and sentence.word(begun) in ("but", "and", "however", ",", "yet"):
        begun += 1
    rests: list[Part] = []
    for colon in range(before - 1, begun + 2, -1):
        if sentence.word(colon) == ":" and not sentence.quoted[colon] and sentence.quoted[colon + 1]:
            rests.append(part.cut(begun, colon))
            begun = colon + 1
            break
    content: list[Span] = [(begun, before)] if begun < before else []
    after = until
    while after < part.until and sentence.word(after) in (",", ")", "—", "–", ":"):
        after += 1
    if after < part.until:
        end = stop(part, after, "that", _NOBODY)
        end = max(end, after + 1)
        content.append((after, end))
        rests += [part.cut(end, part.until)] if end < part.until else []
    if not content:
        return None
    return Said((source,), cue, tuple(content), "according", 0.85), rests


_NOBODY = Group(-1, -1, -1, Verb("", "", frozenset(), frozenset(), frozenset()), False, False, "finite")
