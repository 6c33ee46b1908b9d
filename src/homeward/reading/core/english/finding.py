"""Finds who said what in an English text by verbs of reporting and the clauses around them, without a model."""

from __future__ import annotations

from homeward.reading.core.english.according import according
from homeward.reading.core.english.asides import aside
from homeward.reading.core.english.contents import told
from homeward.reading.core.english.gapping import gapped
from homeward.reading.core.english.groups import HELPS, PAST, Group, groups
from homeward.reading.core.english.headlines import headline
from homeward.reading.core.english.nominal import nominal
from homeward.reading.core.english.objects import left_behind
from homeward.reading.core.english.part import Part, Said, parts
from homeward.reading.core.english.passive import figure_by, passive
from homeward.reading.core.english.phrases import MARKS
from homeward.reading.core.english.sentences import Sentence, sentences
from homeward.reading.core.english.silent import silent
from homeward.reading.core.english.stops import gaps, stop
from homeward.reading.core.english.subjects import Span, subject
from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found


def attributions(text: str) -> list[Found]:
    """Who said what in a text, each by its places; `confidence` is how often the construction is right."""
    found: list[Found] = []
    for sentence in sentences(text):
        known = groups(sentence)
        if at_once := headline(sentence):
            found.extend(_placed(sentence, one) for one in at_once)
            continue
        for part in parts(sentence, known):
            found.extend(_placed(sentence, one) for one in _read(part))
    return found


def _placed(sentence: Sentence, one: Said) -> Found:
    def pieces(spans: tuple[Span, ...]) -> tuple[Piece, ...]:
        return tuple(sentence.piece(*span) for span in spans)

    return Found(pieces(one.source), pieces(one.cue), pieces(one.content), one.sure)


def _read(part: Part) -> list[Said]:
    """The statements of a part of a sentence: first those whose teller stands beside, then those that verbs open."""
    for find in (according, aside):
        if one := find(part):
            said, rests = one
            return sorted([said, *(told for rest in rests for told in _read(rest))], key=lambda each: each.content)
    return _verbs(part)


def _verbs(part: Part) -> list[Said]:
    """The statements that verbs open, from the left to the right; what stands in one is read when that one is."""
    made: list[Said] = []
    behind = part.first
    for group in part.groups:
        if group.first < behind:
            continue
        one = _one(part, group, made)
        if one is None or silent(part, group, one):
            continue
        made.extend(gapped(part, one))
        behind = max(until for _, until in one.content) if one.content[-1][1] > group.until else group.until
    taken = [span for one in made for span in (*one.content, *one.cue)]
    return made + nominal(part, taken)


def _one(part: Part, group: Group, made: list[Said]) -> Said | None:
    if group.passive:
        return passive(part, group, made)
    sentence = part.sentence
    source, how = _source(part, group, made)
    what = told(sentence, group)
    if what is None and group.verb.form == "past" and (given := figure_by(part, group)):
        return given
    if what is None and how == "own" and source is not None and "n" in group.verb.follows:
        return _left_behind(part, group, source)
    if what is None or what.start >= part.until or how == "none":
        return None
    if how == "relative" and what.kind == "noun" and sentence.word(what.start) in ("it", "them", "this", "that"):
        return None
    if how == "relative" and sentence.word(group.first - 2) == ",":
        comma = next((n for n in range(what.start, part.until) if _ends_relative(part, n)), part.until)
        part = part.cut(part.first, comma)
    until = stop(part, what.start, what.kind, group)
    if until <= what.start:
        return None
    content = gaps(part, what.start, until)
    sure = _SURE[what.kind] * (0.62 if how == "guessed" else 1)
    return Said((source,) if source else (), ((group.first, what.until),), content, what.kind, sure, how)


def _ends_relative(part: Part, number: int) -> bool:
    """A comma behind a relative clause, with the verb of the sentence behind it."""
    sentence = part.sentence
    word = sentence.word(number + 1)
    verbal = word in HELPS or word in PAST or word.endswith(("ed", "s"))
    return sentence.word(number) == "," and not sentence.quoted[number] and verbal


def _left_behind(part: Part, group: Group, source: Span) -> Said | None:
    """ "An account two of their drivers contradict"."""
    found = left_behind(part.sentence, source[0], group.first)
    if found is None or (group.until < part.until and part.sentence.word(group.until) not in MARKS):
        return None
    return Said((found[1],), ((group.first, group.until),), (found[0],), "left", 0.6)


def _of_before(part: Part, group: Group, made: list[Said]) -> tuple[Span | None, str]:
    """The speaker of the verb before; without one, the subject of the sentence, which may be somebody else."""
    if made and made[-1].source:
        return made[-1].source[0], "shared"
    if part.speaker is not None:
        return part.speaker, "shared"
    beyond = part.sentence.word(group.first - 1) in ("beyond", "besides")
    return part.main(group.first), "shared" if beyond else "guessed"


_SURE = {
    "that": 0.9,
    "quote": 0.85,
    "colon": 0.8,
    "bare": 0.75,
    "to": 0.8,
    "onto": 0.7,
    "ing": 0.7,
    "noun": 0.6,
    "ask": 0.5,
}


def _source(part: Part, group: Group, made: list[Said]) -> tuple[Span | None, str]:
    """Who speaks; a verb behind "and" or in "-ing" has the speaker of the one before."""
    sentence = part.sentence
    if group.use == "to":
        for number in range(group.first - 1, max(part.first, group.first - 10), -1):
            if sentence.word(number) == "for" and number + 1 < group.first:
                return (number + 1, group.first), "own"
        return None, "none"
    if group.use == "ing":
        before = sentence.word(group.first - 1)
        if before in ("the", "a", "an", "this", "his", "her", "its", "their", "of"):
            return None, "none"
        return _of_before(part, group, made)
    source, how = subject(sentence, group)
    if source is not None and source[0] < part.first:
        source = None
    if how == "shared":
        return _of_before(part, group, made)
    return source, how if source is not None else "none"
