"""What looks like a statement and is none: refusals to speak, nobody speaking, figures of speech."""

from __future__ import annotations

import re

from homeward.reading.core.english.groups import Group
from homeward.reading.core.english.part import Part, Said

_MAY_BE_NEGATED = frozenset(
    "deny dispute rule exclude contest doubt accept recognise believe think expect agree object oppose reject".split()
)
_NOTHING = re.compile(
    r"(?:no|any|nothing|neither|only that|little|a)\s(?:further |immediate |public |official |other )?"
    r"(?:comments?|explanations?|reasons?|answers?|details?|words?|reply|replies|responses?|figures?|names?|number|information|apology)?\W*$"
    r"|(?:nothing|no comment|a question|what|who|whom|where|when|how many|how much|how long)\b(?:(?! is| are| was).){0,60}$",
    re.IGNORECASE,
)
_TO_SPEAK = re.compile(
    r"to (?:be (?:drawn|named|quoted|identified|interviewed)|comment|say|answer|speak|discuss|confirm|give (?:any|a reason|details)"
    r"|name|disclose"
    r"|elaborate|reply|respond|explain|talk)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset("nobody none no neither nothing".split())
_NOT_SPEAKING = frozenset("this which what that there whoever whatever someone somebody anyone".split())
_UNSURE = frozenset("may might could can cannot must should shall will".split())


def _neither(part: Part, group: Group) -> bool:
    """ "Neither confirmed nor denied"."""
    return any(part.sentence.word(n) in ("neither", "nor") for n in range(max(part.first, group.first - 2), group.at))


def silent(part: Part, group: Group, said: Said) -> bool:
    """Whether nothing is said after all."""
    sentence = part.sentence
    if group.negated and (group.verb.name not in _MAY_BE_NEGATED or _neither(part, group)):
        return True
    if group.verb.name in ("decline", "refuse") and _TO_SPEAK.match(sentence.written(*said.content[0])):
        return True
    if group.modal in _UNSURE and not (group.negated and group.verb.name in _MAY_BE_NEGATED):
        return True
    if said.source:
        first = sentence.word(said.source[0][0])
        if first in _NOT_SPEAKING and said.source[0][1] - said.source[0][0] == 1:
            return True
        if (
            first in _NOBODY or sentence.written(*said.source[0]).lower().startswith("no one")
        ) and group.verb.name not in ("deny", "dispute"):
            return True
    words = sentence.written(*said.content[0])
    return said.kind in ("noun", "ask", "quote") and bool(_NOTHING.match(words))
