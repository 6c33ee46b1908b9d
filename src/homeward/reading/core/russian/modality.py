"""With what commitment something was said, from the Russian words that say so.

What is promised, possible, denied, asked for or conditional is never an asserted fact. So the burden lies on the assertion: a
passage is read as asserted only where nothing speaks against it, its cue is one with which people state things, and it says that
something is so. Whatever else there is, is possible at most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from homeward.reading.core.found import ASSERTED, CALLED_FOR, CONDITIONAL, DENIED, POSSIBLE, PROMISED, Commitment
from homeward.reading.core.russian.letters import plain
from homeward.reading.core.russian.signs import called_for, conditional, denied, possible, promised, stated

_NOBODY = re.compile(r"\W*(?:никто|ни од(?:ин|на|но) \w+|ни та,? ни другая|ни \w+,? ни \w+)\b", re.IGNORECASE)
_SHIP = re.compile(r"«(?:[А-ЯЁ][^«»]{1,30})»")
"""A name in quotation marks says nothing of what it is made of: the ship "Обещание"."""
_QUOTES = re.compile(r"^[\W]*«|»\W*$")


def modality(
    source: str, cue: str, content: str, hangs_on: Sequence[str], around: str = "", *, counts: bool = False
) -> Commitment:
    """The modality of a content under its cue.

    `hangs_on` are the conditions found in it, in their words; `around` is the rest of its sentence, without what others said;
    `counts` says that a number was found in it. What is said in the negative ("переговоров не было") is asserted as it stands:
    `denied` is for what somebody else holds and this voice says is not so.
    """
    cue, content, around = plain(cue).replace(" … ", " "), _named(plain(content)), plain(around)
    if (sign := denied.DENIES.search(cue)) and (nobody := _NOBODY.match(source)):
        return Commitment(ASSERTED, f"{nobody.group().strip()} {sign.group()}")
    around = around.replace(cue, " ") if cue else around
    for kind, form, words in (
        (POSSIBLE, possible.WITHHELD, cue),
        (POSSIBLE, possible.WITHHELD, around),
        (POSSIBLE, denied.NEVER_DENIED, cue),
        (DENIED, denied.DENIES, cue),
        (DENIED, denied.DENIES_THAT, f"{cue} {content}"),
        (CALLED_FOR, called_for.CALLS, cue),
        (CALLED_FOR, called_for.TO_DO, content),
    ):
        if sign := form.search(words):
            return Commitment(kind, sign.group().strip())
    if hangs_on:
        return Commitment(CONDITIONAL, hangs_on[0])
    if free := conditional.FULFILLED.search(content):
        content = content.replace(free.group(), " ")
    for kind, form, words in (
        (CONDITIONAL, conditional.HINGES, f"{cue} {content}"),
        (CONDITIONAL, conditional.BARGAIN, content),
        (PROMISED, promised.PROMISES, cue),
        (CALLED_FOR, called_for.SHOULD_BE, content),
        (POSSIBLE, possible.MAYBE_CUE, cue),
        (POSSIBLE, possible.MAYBE_AROUND, around),
    ):
        if (sign := form.search(words)) and not (kind == PROMISED and _looks_back(cue, content)):
            return Commitment(kind, sign.group().strip())
    if sign := called_for.DUE_TO_COME.search(content):
        return Commitment(PROMISED, sign.group().strip())
    if inside := [
        (found.start(), order, kind, found.group().strip())
        for order, (kind, form) in enumerate(_INSIDE)
        if (found := form.search(content))
    ]:
        _, _, kind, words = min(inside)
        return Commitment(kind, words)
    if "?" in content:
        return Commitment(POSSIBLE, "a question")
    negated = denied.NEGATED.match(content)
    if cue and not stated.STATES.search(cue) and not (stated.QUOTED.match(content) and "не " not in f"{cue} "):
        return Commitment(POSSIBLE, f"{cue}: not a word with which things are stated")
    if counts or negated:
        return Commitment(ASSERTED, "")
    if not stated.FINITE.search(content) and not stated.TELLS.search(cue):
        return Commitment(POSSIBLE, "nothing is said to be so")
    return Commitment(ASSERTED, "")


def _named(content: str) -> str:
    """The content without names in quotation marks, unless it is a quotation itself."""
    return _SHIP.sub("«»", content) if not _QUOTES.search(content) else content


_ASSURES = re.compile(r"\bзавер\w+", re.IGNORECASE)


def _looks_back(cue: str, content: str) -> bool:
    """Whether somebody gives an assurance of how things are, and not of what will be."""
    if not _ASSURES.search(cue):
        return False
    ahead = promised.AHEAD.search(content) or promised.COMES.search(content) or promised.WILL.search(content)
    return bool(stated.FINITE.search(content)) and not ahead


_INSIDE = (
    (POSSIBLE, possible.MAYBE),
    (CALLED_FOR, called_for.SHOULD),
    (CALLED_FOR, called_for.BIDS),
    (PROMISED, promised.AHEAD),
    (PROMISED, promised.COMES),
    (PROMISED, promised.WILL),
    (DENIED, denied.NOT_SO),
)
