"""Conditions in what somebody said: the words that hold it, what they ask for, and whether they say anything at all."""

from __future__ import annotations

import re

from homeward.reading.core.found import FoundCondition
from homeward.reading.core.tables import alternatives

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
_WITHIN = re.compile(r"\bwithin [\w-]+ (?:hours?|days?|weeks?|minutes?) of (?P<event>[^,.;:”\"]+)", re.IGNORECASE)
_NEED = re.compile(
    r"\b(?:needs?|requires?|must have|must first|have to have|will be (?P<asked>questioned|screened|checked|vetted))\b"
    r" (?P<what>[^,.;:”\"]+)",
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


def conditions(text: str, start: int, end: int) -> list[FoundCondition]:
    """The conditions in `text[start:end]`, in their order."""
    found: list[FoundCondition] = []
    for match in _CONNECTOR.finditer(text, start, end):
        stop = _STOPS.search(text, match.end() + 1, end)
        until = stop.start() if stop else end
        until = len(text[:until].rstrip())
        inside = text[match.end() : until].strip(' “‘"')
        relation = match.lastgroup or "requires"
        if not inside or (found and match.start() < found[-1].end):
            continue
        if relation == "only_when" and re.search(r"\bhad\b", inside) and not _AHEAD.search(text, start, match.start()):
            continue  # how it went, not what must come about
        if relation == "only_when" and (_TIME_ONLY.match(inside) or not _asks(match.group(), inside)):
            continue
        found.append(FoundCondition(match.start(), until, relation, bool(_OPEN.search(text[match.start() : until]))))
    for form in (_WITHIN, _NEED):
        for match in form.finditer(text, start, end):
            group = "event" if form is _WITHIN else "asked" if match["asked"] else "what"
            first, until = (match.start(), match.end("asked")) if group == "asked" else match.span(group)
            if not any(first < one.end and one.start < until for one in found):
                found.append(FoundCondition(first, len(text[:until].rstrip()), "requires", False))
    return sorted(found, key=lambda one: one.start)


def _asks(connector: str, inside: str) -> bool:
    """Whether what follows "until" or "once" is something that must come about, and no stretch of time."""
    return connector.lower() == "after" or bool(_VERB.search(inside))
