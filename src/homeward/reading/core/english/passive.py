"""Verbs of reporting in the passive: "is reported to have", "were asked to", "it was agreed that", "was rejected by"."""

from __future__ import annotations

from homeward.reading.core.english.contents import told
from homeward.reading.core.english.groups import PREPOSITIONS, Group
from homeward.reading.core.english.objects import figure
from homeward.reading.core.english.part import Part, Said
from homeward.reading.core.english.phrases import MARKS, past_aside, past_preposition
from homeward.reading.core.english.stops import stop
from homeward.reading.core.english.subjects import Span, behind, subject

_HELD = frozenset(
    "report say believe understand think expect know allege rumour claim estimate suppose hold announce".split()
)
_NEEDS_NO_AGENT = frozenset("demand request ask call confirm deny announce reject agree propose".split())


def passive(part: Part, group: Group, made: list[Said]) -> Said | None:
    """What is said with a verb in the passive; who says it stands behind "by", or nowhere."""
    sentence = part.sentence
    named, how = subject(sentence, group)
    if named is not None and named[0] < part.first:
        named = None
    agent, after = _agent(part, group.until)
    at = past_aside(sentence, after)
    word, name = sentence.word(at), group.verb.name
    source: tuple[Span, ...] = (agent,) if agent else ()
    cue: tuple[Span, ...] = ((group.first, group.until),)
    if group.use == "reduced":
        return figure_by(part, group)
    if group.negated and (name not in ("deny", "dispute")):
        return None
    if named is not None and name in ("quote", "cite") and word == "as":
        return _quoted(part, group, named, at)
    if word == "that" and how == "own" and named == (group.first - 1, group.first) and sentence.word(named[0]) == "it":
        cue = ((named[0], group.until),)
    if how == "relative":
        comma = next((n for n in range(at, part.until) if sentence.word(n) == ","), part.until)
        part = part.cut(part.first, comma)
    if word == "that" and at < part.until and group.verb.follows & set("cth"):
        return _said(part, group, source, cue, at, "that", 0.75)
    if word == "to" and "b" in group.verb.follows and name not in _HELD:
        return _said(part, group, source, cue, at, "to", 0.7)
    if word == "to" and name in _HELD and named is not None:
        return _held(part, group, named, source, cue, at)
    if at + 1 < part.until and word in group.verb.onto and sentence.word(at + 1) not in MARKS:
        return None
    return _done(part, group, named, source, cue, at)


def figure_by(part: Part, group: Group) -> Said | None:
    """ "1,190 claimed a month ago by its chairman": a figure before the verb, and who gave it behind "by"."""
    sentence = part.sentence
    agent, _ = _agent(part, group.until)
    first = group.first
    while first > part.first and figure(sentence, first - 1) and sentence.word(first - 1) not in MARKS:
        first -= 1
    if agent is None or first == group.first:
        return None
    return Said((agent,), ((group.first, group.until),), ((first, group.first),), "noun", 0.6)


def _quoted(part: Part, group: Group, named: Span, at: int) -> Said | None:
    """ "The pilot was quoted by the radio as saying that": the one who is quoted says it."""
    inner = next((one for one in groups_of(part, at) if one.use == "ing"), None)
    what = told(part.sentence, inner) if inner is not None else None
    if inner is None or what is None:
        return None
    until = stop(part, what.start, what.kind, inner)
    cue = ((group.first, group.until), (at, inner.until))
    return Said((named,), cue, ((what.start, until),), what.kind, 0.85) if until > what.start else None


def groups_of(part: Part, at: int) -> list[Group]:
    """The verb that stands behind "as"."""
    return [one for one in part.groups if one.first == at + 1]


def _agent(part: Part, number: int) -> tuple[Span | None, int]:
    """Who stands behind "by", and the number behind them."""
    sentence = part.sentence
    at = past_aside(sentence, number)
    if sentence.word(at) != "by" or at + 1 >= part.until:
        return None, number
    until = at + 1
    while (
        until < part.until
        and sentence.word(until) not in MARKS
        and sentence.word(until) not in ("to", "that", "as", "and", "but", "who")
    ):
        if until > at + 1 and past_aside(sentence, until) > until:
            break
        until += 1
    return ((at + 1, until), until) if until > at + 1 and not sentence.word(at + 1).endswith("ing") else (None, number)


def _said(
    part: Part, group: Group, source: tuple[Span, ...], cue: tuple[Span, ...], at: int, kind: str, sure: float
) -> Said | None:
    until = stop(part, at, kind, group)
    return Said(source, cue, ((at, until),), kind, sure) if until > at else None


def _held(
    part: Part, group: Group, named: Span, source: tuple[Span, ...], cue: tuple[Span, ...], at: int
) -> Said | None:
    """ "Is reported by the broadcaster to have told elders that", "is understood to have accepted"."""
    inner = next((one for one in part.groups if one.first in (at, at + 1) and one.use == "to"), None)
    if (
        inner is not None
        and (what := told(part.sentence, inner))
        and what.kind in ("that", "bare", "quote", "colon", "onto")
    ):
        until = stop(part, what.start, what.kind, inner)
        return (
            Said((named,), (*cue, (inner.first, what.until)), ((what.start, until),), what.kind, 0.7)
            if until > what.start
            else None
        )
    until = stop(part, at, "to", group)
    content = (
        (named, (at, until)) if part.sentence.word(named[0]) != "it" or named[1] - named[0] > 1 else ((at, until),)
    )
    return Said(source, cue, content, "held", 0.65) if until > at else None


def _done(
    part: Part, group: Group, named: Span | None, source: tuple[Span, ...], cue: tuple[Span, ...], at: int
) -> Said | None:
    """ "Compensation has been asked for", "the report was confirmed by the army": what was said is the subject."""
    sentence = part.sentence
    if named is None or sentence.word(named[0]) in ("he", "she", "they", "who", "we", "i"):
        return None
    name = group.verb.name
    onto = (sentence.word(group.until) in group.verb.onto and group.until + 1 >= part.until) or (
        sentence.word(group.until) in group.verb.onto and sentence.word(group.until + 1) in MARKS
    )
    if onto and name in _NEEDS_NO_AGENT:
        return Said(source, ((group.first, group.until + 1),), (named,), "done", 0.6)
    if "n" in group.verb.follows and source:
        by = source[0][0]
        cues = ((group.first, by),) if by - 1 == group.until else (cue[0], (by - 1, by))
        return Said(source, cues, (named,), "done", 0.55)
    return None


__all__ = ["PREPOSITIONS", "behind", "passive", "past_preposition"]
