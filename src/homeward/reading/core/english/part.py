"""One part of an English sentence, between semicolons: the words in it and its verbs of reporting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from homeward.reading.core.english.groups import HELPS, Group
from homeward.reading.core.english.nouns import NOUNS
from homeward.reading.core.english.phrases import MARKS
from homeward.reading.core.english.sentences import Sentence
from homeward.reading.core.english.subjects import Span, subject

_ENDS = frozenset(". ! ? …".split())


@dataclass(frozen=True, slots=True)
class Said:
    """A statement by the numbers of its words, the construction it was read from, and how often that one is right."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    sure: float
    how: str = "own"


@dataclass(frozen=True, slots=True)
class Part:
    """Words from `first` to before `until` of a sentence, with the verbs of reporting in them; and who spoke before."""

    sentence: Sentence
    first: int
    until: int
    groups: tuple[Group, ...]
    speaker: Span | None = None

    def cut(self, first: int, until: int) -> Part:
        """A stretch of this part."""
        return replace(
            self,
            first=first,
            until=until,
            groups=tuple(group for group in self.groups if first <= group.first and group.until <= until),
        )

    def main(self, most: int = -1) -> Span | None:
        """The subject of the part: the words before its first verb."""
        until = self.until if most < 0 else most
        for number in range(self.first, until):
            word = self.sentence.word(number)
            if word in HELPS or word in MARKS or (number > self.first and word.endswith("ed")):
                asked = _verb_at(number)
                found, _ = subject(self.sentence, asked)
                return found if found and found[0] >= self.first else None
        return None


def _verb_at(number: int) -> Group:
    from homeward.reading.core.english.verb_table import Verb

    return Group(
        number, number, number + 1, Verb("", "past", frozenset(), frozenset(), frozenset()), False, False, "finite"
    )


def parts(sentence: Sentence, known: list[Group]) -> Iterator[Part]:
    """The parts of a sentence, without the sign at its end."""
    first, last = 0, len(sentence)
    while last > 0 and sentence.word(last - 1) in _ENDS:
        last -= 1
    for number in range(last + 1):
        if number == last or (sentence.word(number) == ";" and not sentence.quoted[number]):
            if first < number:
                inside = tuple(group for group in known if first <= group.first and group.until <= number)
                if inside or _tells(sentence, first, number):
                    yield Part(sentence, first, number, inside)
            first = number + 1


_TELLS = frozenset("according words view count account reckoning estimate as under believed".split())


def _tells(sentence: Sentence, first: int, until: int) -> bool:
    """Whether a part without a verb of reporting may tell who says it with other words."""
    return any(_tells_by(sentence.word(number)) for number in range(first, until))


def _tells_by(word: str) -> bool:
    return word in _TELLS or word in NOUNS or word.removesuffix("s") in NOUNS
