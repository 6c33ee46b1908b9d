"""Goals as words: an action and whom it is for. Two goals are one when their words, told alike, are the same.

Which goal is part of which is never read out of words: it takes a part_of between populations that somebody stated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

_MARKS = re.compile(r"[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_WORD = re.compile(r"[\w'’-]+")
_SMALL = frozenset("the a an any all more further next additional of from for to in on by les la le".split())
_BETWEEN = re.compile(r"\s+(?:of|from|for|by)\s+", re.IGNORECASE)
_LEADING = re.compile(r"^(?:(?:the|a|an|any|all|more|further|next|additional)\s+)+", re.IGNORECASE)
_ONE_WORD_FIRST = re.compile(r"[\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Goal:
    """An action and whom it is for, told alike; `people` is empty where the words name nobody."""

    action: str
    people: str = ""

    @property
    def key(self) -> str:
        return f"{self.action}|{self.people}"


def alike(words: str) -> str:
    """Words as they are compared: without case, articles, marks over letters."""
    folded = _MARKS.sub("", unicodedata.normalize("NFKC", words).casefold())
    return " ".join(word for word in _WORD.findall(folded) if word not in _SMALL)


def read(words: str) -> Goal:
    """The action and the people of a goal's words: "exit of Russian citizens", "further convoys from Aleppo", "boarding".

    In languages that put no small word between the two, the first word is the action and the others are the people.
    """
    plain = _LEADING.sub("", " ".join(words.split()))
    parts = _BETWEEN.split(plain, maxsplit=1)
    if len(parts) == 1 and _ONE_WORD_FIRST.search(plain):
        parts = plain.split(" ", 1)
    return Goal(alike(parts[0]), alike(parts[1]) if len(parts) > 1 else "")


def named(words: str, goals: Sequence[str]) -> list[str]:
    """The goals that these words can mean: the one that says the same, else each that holds all the words."""
    wanted = alike(words)
    same = [goal for goal in goals if alike(goal) == wanted]
    if same or not wanted:
        return same[:1]
    asked = wanted.split()
    return [goal for goal in goals if _holds(alike(goal).split(), asked)]


def near(words: str, goals: Iterable[str], *, at_most: int = 12) -> list[str]:
    """The goals to offer where none was meant: those spelled nearly so first, then the others."""
    listed = list(goals)
    spelled = {alike(goal): goal for goal in listed}
    close = [spelled[each] for each in get_close_matches(alike(words), list(spelled), n=3, cutoff=0.5)]
    return list(dict.fromkeys([*close, *listed]))[:at_most]


def _holds(words: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether each word that is asked for is one of these, or the beginning of one with three letters at least."""
    return all(any(word == each or (len(each) >= 3 and word.startswith(each)) for word in words) for each in asked)
