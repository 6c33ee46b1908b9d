"""Who goes on speaking in an Arabic report without being named again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.core.arabic.finding import handed
from homeward.reading.core.arabic.letters import alike
from homeward.reading.core.arabic.sentences import bare
from homeward.reading.core.arabic.verbs import UNSAID
from homeward.reading.core.arabic.when import deadline
from homeward.reading.core.proposals import Proposal, words_of

_BY_NOBODY = frozenset(map(alike, "جرى وجرى تم وتم يجري ويجري".split()))
LOOKED_BACK = 6
"""How many statements back "the source" may have been named."""


def carried(text: str, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Proposals whose chains have a place for each hand that is carried over from a statement before.

    A verb without a subject goes on with who spoke last, and "the source" is the one that was named before, through whom ever
    that one came. Nothing is carried to a statement that is said to be nobody's.
    """
    made: list[Proposal] = []
    last: list[Proposal] = []
    hands = handed(text)
    for one in proposals:
        if one.depth == 0:
            if one.source and one.cue:
                one = replace(one, chain=(*hands.get(one.cue[0], ()), *one.source[:1]))
            if not one.source and not _of_nobody(text, one):
                before = last[-1].chain if last else ()
                one = replace(one, chain=(None,) * max(1, len(before)))
            elif len(one.chain) == 1 and (before_it := _hands_of(text, one, last)):
                one = replace(one, chain=(*(None,) * before_it, *one.chain))
            if one.chain:
                last = [*last[-LOOKED_BACK:], one]
        made.append(_counted_on(text, one))
    return made


def _counted_on(text: str, one: Proposal) -> Proposal:
    """ "Within a week" counts from the day on which it was said, where that is told."""
    if one.deadline is None or one.said is None or one.said.precision != "day" or one.said.first is None:
        return one
    due = (deadline(text, start, end, one.said.first) for start, end in one.content)
    return replace(one, deadline=next(filter(None, due), one.deadline))


def _of_nobody(text: str, one: Proposal) -> bool:
    words = alike(words_of(text, one.cue)).split()
    return bool(words) and (words[0] in UNSAID or bare(words[0]) in UNSAID or words[0] in _BY_NOBODY)


def _hands_of(text: str, one: Proposal, last: Sequence[Proposal]) -> int:
    """Through how many hands "the source" came when it was named: it is one word, with its article."""
    words = alike(words_of(text, one.source)).split()
    if not words or len(words) > 2 or not words[0].startswith("ال"):
        return 0
    for before in reversed(last):
        named = alike(words_of(text, before.source)).split()
        if named and named[0] == words[0].removeprefix("ال"):
            return len(before.chain) - 1
    return 0
