"""With what commitment something was said, from the words that say so.

What is promised, possible, denied, asked for or conditional is never an asserted fact. So the burden lies on the assertion: a
passage is read as asserted only where nothing speaks against it, its cue is one with which people state things, and it says that
something is so. Whatever else there is, is possible at most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from homeward.reading.core.english.signs import called_for, conditional, denied, possible, promised, stated
from homeward.reading.core.found import ASSERTED, CALLED_FOR, CONDITIONAL, DENIED, POSSIBLE, PROMISED, Commitment

LONGEST = 4_000
"""Code points of what one statement may be taken to say."""


def modality(
    source: str, cue: str, content: str, hangs_on: Sequence[str], around: str = "", *, counts: bool = False
) -> Commitment:
    """The modality of a content under its cue.

    `hangs_on` are the conditions found in it, in their words; `around` is the rest of its sentence, without what others said;
    `counts` says that a number was found in it. A denial that is itself denied is only possible, except where nobody at all denies:
    then all sides let it stand. What is said in the negative ("there are no talks") is asserted as it stands, negation and all:
    `denied` is for what somebody else holds and this voice says is not so.
    """
    if max(len(source), len(cue), len(content), len(around)) > LONGEST:
        return Commitment(POSSIBLE, "too long to be one statement")
    if (sign := denied.DENIES.search(cue)) and (
        nobody := re.match(r"\W*(?:neither|nobody|no one|none|no side)\b", source, re.IGNORECASE)
    ):
        return Commitment(ASSERTED, f"{nobody.group().strip()} {sign.group()}")
    for kind, form, words in (
        (POSSIBLE, possible.WITHHELD, cue),
        (POSSIBLE, possible.WITHHELD, around),
        (DENIED, denied.DENIES, cue),
        (DENIED, denied.DENIES_THAT, f"{cue} {content}"),
        (CALLED_FOR, called_for.CALLS, cue),
    ):
        if sign := form.search(words):
            return Commitment(kind, sign.group().strip())
    if called_for.TOLD.search(cue) and (sign := called_for.TO_DO.match(content)):
        return Commitment(CALLED_FOR, f"{cue} … {sign.group().split()[-2]} {sign.group().split()[-1]}")
    if hangs_on:
        return Commitment(CONDITIONAL, hangs_on[0])
    for kind, form, words in (
        (CONDITIONAL, conditional.HINGES, f"{cue} {content}"),
        (CONDITIONAL, conditional.BARGAIN, content),
        (PROMISED, promised.PROMISES, cue),
        (POSSIBLE, possible.MAYBE_CUE, cue),
        (POSSIBLE, possible.MAYBE_AROUND, around),
    ):
        if sign := form.search(words):
            return Commitment(kind, sign.group().strip())
    negated = denied.NEGATED.match(content)
    inside = [
        (found.start(), kind, found.group())
        for kind, form in _INSIDE
        if (found := form.search(content)) and not (kind == DENIED and negated)
    ]
    if inside:
        return Commitment(*min(inside)[1:])
    if sign := called_for.BIDS.match(content):
        return Commitment(CALLED_FOR, sign.group().strip())
    if "?" in content or re.match(r"\W*whether\b", content, re.IGNORECASE):
        return Commitment(POSSIBLE, "a question")
    if counts or negated:
        return Commitment(ASSERTED, "")
    if cue and not stated.STATES.search(cue) and not (stated.THAT.match(content) and not denied.NOT.search(cue)):
        return Commitment(POSSIBLE, f"{cue}: not a word with which things are stated")
    if not stated.FINITE.search(content) and not stated.TELLS.search(cue):
        return Commitment(POSSIBLE, "nothing is said to be so")
    return Commitment(ASSERTED, "")


_INSIDE = (
    (POSSIBLE, possible.MAYBE),
    (PROMISED, promised.AHEAD),
    (CALLED_FOR, called_for.SHOULD),
    (DENIED, denied.NOT_SO),
)
