"""Objects of English verbs that make a statement: "put the toll at 41", "accused the brigade of hiding six", "says 44"."""

from __future__ import annotations

from homeward.reading.core.english.groups import DETERMINERS, HELPS, PREPOSITIONS, PRONOUNS, Group
from homeward.reading.core.english.phrases import JOINS, MARKS
from homeward.reading.core.english.sentences import Sentence

LONGEST = 14
"""Words between a verb and the preposition that its object ends with."""
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozens hundreds thousands scores zero
    none half several""".split()
)
_HOW_MANY = frozenset(
    """about around some over under almost nearly more fewer less than at least most up to between only just roughly exactly
    well a an the as many not and no from close “ " ‘ ' to better""".split()
)
_FIGURES = frozenset("figure figures number toll total count tally estimate odds price sum".split())


def figure(sentence: Sentence, at: int) -> bool:
    """Whether a number stands here, as it was put: "more than 40", "“about a dozen”"."""
    for number in range(at, min(at + 6, len(sentence))):
        word = sentence.word(number)
        if word[:1].isdigit() or word.split("-")[0] in _NUMBERS or word in ("dozen", "even"):
            return True
        if word not in _HOW_MANY:
            return False
    return False


def counted(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether a figure is what a verb has for its object: "says 44", "makes it 580", "gave a lower figure, of 19"."""
    word, name = sentence.word(at), group.verb.name
    if name == "make":
        return word == "it" and figure(sentence, at + 1)
    if name == "give":
        return any(sentence.word(n) in _FIGURES for n in range(at, at + 5)) and word in DETERMINERS
    return figure(sentence, at) and word not in ("a", "an", "the", "no", "to", "at", "from", "some", "just", "only")


def with_preposition(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether an object with its preposition follows: "put the toll at 41", "described the crew as exhausted"."""
    wanted = group.verb.joined
    if sentence.word(at) in PREPOSITIONS or sentence.word(at) in MARKS:
        return False
    for number in range(at + 1, min(at + LONGEST, len(sentence) - 1)):
        word = sentence.word(number)
        if word in wanted:
            return word != "at" or figure(sentence, number + 1)
        if word in MARKS or word in HELPS or (word in JOINS and word not in ("and", "or")):
            return False
    return False


def left_behind(sentence: Sentence, low: int, first: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """ "A truce both camps | deny": what was said, and who says it, stand before the verb without anything between."""
    for number in range(first - 1, low + 1, -1):
        word, before = sentence.word(number), sentence.word(number - 1)
        opens = word in _QUANTITIES or word in PRONOUNS or word in ("the", "its", "his", "her", "their")
        if (
            opens
            and before not in PREPOSITIONS | DETERMINERS | HELPS | {"and", "of", ","}
            and not before.endswith("'s")
        ):
            return (low, number), (number, first)
    return None


_QUANTITIES = frozenset("both two three four some several many neither".split())
