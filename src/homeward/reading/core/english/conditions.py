"""Conditions in what somebody said: the words that hold it, what they ask for, and whether they say anything at all."""

from __future__ import annotations

import re

from homeward.reading.core.found import FoundCondition
from homeward.reading.core.tables import alternatives
from homeward.reading.core.taken import Taken

_REQUIRES = alternatives(
    r"""
    if(?! not all| anything| any\b)
    unless
    except if
    provided(?: that)?(?! \d)
    providing(?: that)?
    on (?:the )?condition(?: that)?
    on (?:the|an) understanding(?: that)?
    as long as
    so long as
    assuming(?: that)?
    in (?:exchange|return) for
    in case(?! of)
    (?:(?<=^)|(?<=, )|(?<=that )|(?<=[“"‘]))should (?=(?:the|it|they|he|she|a|an|any|this|that|(?-i:[A-Z]\w+))\b)
    (?:(?<=^)|(?<=, )|(?<=that )|(?<=[“"‘]))were (?=[^,.;]{3,60} to \w)
    (?:(?<=^)|(?<=, )|(?<=that )|(?<=[“"‘]))had (?=(?:the|it|they|he|she|we|you)\b)
    """
)
_ONLY_WHEN = alternatives(
    r"""
    for as long as
    only (?:if|when|after|once)
    not (?:until|before)
    until
    once
    as soon as
    before (?=(?:it|they|he|she|we|the \w+|its|their) (?:has|have|had|is|are)\b)
    when(?:ever)?(?= (?:conditions|circumstances|the (?:time|situation|conditions|security|stars)|security|it is safe))
    after(?= the )
    """
)
_SUBJECT_TO = alternatives(
    """
    subject to
    depending on
    dependent on
    conditional on
    contingent on
    pending
    """
)
_CONNECTOR = re.compile(
    rf"(?<!as )(?<!even )(?<!what )(?<!\w)(?:(?P<only_when>{_ONLY_WHEN})|(?P<requires>{_REQUIRES})|(?P<subject_to>{_SUBJECT_TO}))"
    r"(?:(?<= )|\b)(?! now\b| then\b)",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\bwithin [\w-]+ (?:hours?|days?|weeks?|minutes?) of (?P<event>[^,.;:”\"]{1,400})", re.IGNORECASE)
_NEED = re.compile(
    r"\b(?:needs?|requires?|must have|must first|have to have|will be (?P<asked>questioned|screened|checked|vetted))\b"
    r" (?P<what>[^,.;:”\"]{1,400})",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"[,;:.!?”\"»)\u2014\u2013]|\s-\s|$"
    r"|\b(?:but|although|though|and (?:that|would|will|has|had|was|said|the)|or (?:that|else))\b"
)
_OPEN = re.compile(
    r"\b(?:(?:conditions?|circumstances?|the (?:time|moment|situation|stars)|things|security)"
    r" (?:is|are|were|was|allows?|allowed|permits?|permitted|comes?|came)"
    r"|(?:the )?(?:time|moment) is right|when possible|if (?:possible|necessary|need be)|as soon as possible|in due course)\b",
    re.IGNORECASE,
)
_TIME_ONLY = re.compile(
    r"^(?:(?:at least |late |early |about |around )?(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|next|last|this|(?:at least )?(?:the )?(?:end|beginning|middle)|now|then|today|tonight|tomorrow|yesterday"
    r"|midnight|noon|dawn|dusk|evening|morning|\d|january|february|march|april|may\b|june|july|august|september|october|november|december"
    r"|further notice|recently|spring|summer|autumn|winter)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|\w+(?:ed|es|ing)"
    r"|agree|allow|stop|leave|go|come|came|get|give|gave|take|took|hold|held|keep|kept|let|open|close|pay|free|end|\w+s)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|can|could|may|might|must|shall|should|not|no|nothing|nobody|never|is to|are to)\b", re.IGNORECASE
)


LONGEST = 400
"""Code points of a condition that are taken."""


def conditions(text: str, start: int, end: int) -> list[FoundCondition]:
    """The conditions in `text[start:end]`, in their order."""
    found: list[FoundCondition] = []
    taken = Taken()
    ahead = _AHEAD.search(text, start, end)
    for match in _CONNECTOR.finditer(text, start, end):
        if not taken.free(match.start(), match.end()):
            continue
        until = _end(text, match.end(), end)
        inside = text[match.end() : until].strip(' “‘"')
        relation = match.lastgroup or "requires"
        if not inside:
            continue
        if relation == "only_when":
            foreseen = ahead is not None and ahead.start() < match.start()
            if re.search(r"\bhad\b", inside) and not foreseen:
                continue  # how it went, not what must come about
            if _TIME_ONLY.match(inside) or not _asks(match.group(), inside):
                continue
        if taken.take(match.start(), until):
            found.append(
                FoundCondition(match.start(), until, relation, bool(_OPEN.search(text[match.start() : until])))
            )
    for form, group in ((_WITHIN, "event"), (_NEED, "what")):
        for match in form.finditer(text, start, end):
            first, until = match.span(group)
            if group == "what" and match["asked"]:
                first, until = match.start(), match.end("asked")
            until = _before_blanks(text, first, until)
            if taken.take(first, until):
                found.append(FoundCondition(first, until, "requires", False))
    return sorted(found, key=lambda one: one.start)


def _end(text: str, start: int, end: int) -> int:
    """Where a condition that begins before `start` ends: before the next mark or clause."""
    last = min(end, start + LONGEST)
    stop = _STOPS.search(text, min(start + 1, last), last)
    return _before_blanks(text, start, stop.start() if stop else last)


def _before_blanks(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _asks(connector: str, inside: str) -> bool:
    """Whether what follows "until" or "once" is something that must come about, and no stretch of time."""
    return connector.lower() == "after" or bool(_VERB.search(inside))
