"""Who speaks and what is spoken of, where Arabic sets both behind the verb: where the one ends and the other begins."""

from __future__ import annotations

import re
from itertools import pairwise

from homeward.reading.core.arabic import counted, numbers
from homeward.reading.core.arabic.calendar import MONTHS
from homeward.reading.core.arabic.letters import alike, form
from homeward.reading.core.arabic.lexicon import (
    ADDRESSED,
    CITING,
    DEEDS,
    HEADS,
    HOLDERS,
    KIN,
    MANNER,
    NO_DEEDS,
    NO_NOUNS,
    OCCASION,
    PLATFORMS,
    PREPOSITIONS,
    ROOT_B,
    SPEAKER_CUTS,
    THINGS,
    TOLD_TO,
)
from homeward.reading.core.arabic.sentences import Sentence, bare, marks, that
from homeward.reading.core.arabic.verbs import VERBS

LONG_NAME = 3
"""Words after which a phrase for somebody is whole without any article in it: an office, its place and a name."""
MOST = 40
"""Words within which what is said has to begin behind its verb."""


_KINSHIP = frozenset(map(alike, "أم أب أخ أبو أبي".split()))


def deed(sentence: Sentence, at: int, clitics: int = 0) -> bool:
    """Whether a word is the name of something done, by its form. With a hamza above, that form is a plural."""
    word = sentence.words[at][clitics:]
    if word in NO_DEEDS or not DEEDS.match(word):
        return False
    first = sentence.first[at] + clitics + (2 if word.startswith("ال") else 0)
    letters = sentence.letters
    return letters.given[letters.starts[first]] != "أ"


def speaks(word: str) -> bool:
    """Whether who speaks can begin with this word, right behind the verb."""
    return noun(word) or word in _KINSHIP


def noun(word: str) -> bool:
    """Whether a phrase for somebody can begin with this word."""
    if marks(word) or word in NO_NOUNS or bare(word) in NO_NOUNS or that(word):
        return False
    return word[0].isdigit() or len(word) > 2


def named(sentence: Sentence, at: int) -> int:
    """The word behind a name in quotation marks that begins here, behind a word for what bears such a name; else here."""
    if at and at + 2 < len(sentence) and sentence.words[at] == '"' and HOLDERS.match(sentence.words[at - 1]):
        for close in range(at + 2, min(at + 7, len(sentence))):
            if sentence.words[close] == '"':
                return close + 1
    return at


def speaker(sentence: Sentence, at: int, until: int) -> int:
    """The word behind the phrase for who speaks that begins here."""
    place = at
    while place < until:
        behind = named(sentence, place)
        if behind > place:
            place = behind
            continue
        word = sentence.words[place]
        if marks(word) or (place > at and cuts(sentence, place)):
            break
        place += 1
    while place > at and sentence.words[place - 1] in PREPOSITIONS:
        place -= 1
    return place


def cuts(sentence: Sentence, place: int) -> bool:
    """Whether a phrase for who speaks ends before this word."""
    word = sentence.words[place]
    if word in SPEAKER_CUTS or that(word) or TOLD_TO.match(word) or MANNER.match(word):
        return True
    if word in ("في", "من", "علي") and place + 1 < len(sentence):
        ahead = sentence.words[place + 1]
        if (
            ahead[0].isdigit()
            or _occasion(ahead)
            or ahead in MONTHS
            or ahead in PLATFORMS
            or ahead in ("لسان", "هامش", "جهته", "جهتها", "جانبه", "جانبها", "طريق", "الفور")
        ):
            return True
    return False


def joined(sentence: Sentence, at: int, until: int, follows: tuple[str, ...]) -> int | None:
    """Where what is said begins behind a verb, when a word says so: that, a quotation, or the verb's own preposition."""
    prepositions = {each for each in follows if len(each) > 1 and each not in ("clause", "object")}
    weak: int | None = None
    place = at
    while place < min(until, at + MOST):
        behind = named(sentence, place)
        if behind > place:
            place = behind
            continue
        word = sentence.words[place]
        if word == '"' and (over := _name_over(sentence, place)) > place:
            place = over
            continue
        if word in ('"', ":"):
            return place
        if that(word) and ("clause" in follows or word[0] == "ب" or place == at):
            return place - 1 if place > at and sentence.words[place - 1] in (prepositions | {"علي", "الي"}) else place
        if word in prepositions and place and sentence.words[place - 1] in CITING:
            place += 1
            continue
        if word in prepositions and not (_of_place(sentence, place, until)):
            return place
        if "ب" in follows and word[0] == "ب" and len(word) > 2 and not ROOT_B.match(word) and word not in VERBS:
            if (
                word.startswith("بال")
                or deed(sentence, place, 1)
                or word[1:] in THINGS
                or counted.unit(word[1:])
                or numbers.begins(word[1:])
                or that(word)
            ):
                return place
            weak = place if weak is None else weak
        if word in ("؛", "."):
            break
        place += 1
    return weak


def _occasion(word: str) -> bool:
    """Whether something is said in what this word names, with its article or with whose it is."""
    plain = word.removeprefix("ال")
    return plain in OCCASION or word in OCCASION or re.sub(r"(?<=\w{3})(?:ها|هم|ه)$", "", plain) in OCCASION


def _name_over(sentence: Sentence, place: int) -> int:
    """The word behind a name in quotation marks before "that"; the same place where what is quoted is what is said."""
    for close in range(place + 2, min(place + 5, len(sentence) - 1)):
        if sentence.words[close] == '"':
            return close + 1 if that(sentence.words[close + 1]) else place
    return place


def _of_place(sentence: Sentence, place: int, until: int) -> bool:
    """Whether a preposition belongs to when and where it was said, or to who speaks, and not to what is said."""
    word = sentence.words[place]
    if word in ("من", "في", alike("على"), "عن") and cuts(sentence, place):
        return True
    return word in ("من", "في") and _further(sentence, place, until, word)


def _further(sentence: Sentence, place: int, until: int, word: str) -> bool:
    """Whether the same preposition stands once more, before a clause: then this one belongs to who speaks."""
    ahead = sentence.words[place + 1 : min(until, place + 9)]
    return any(one == word and that(two) for one, two in pairwise(ahead))


def thing(sentence: Sentence, at: int, until: int) -> int | None:
    """Where the object begins behind a verb and who speaks."""
    place = at
    most = min(until, at + MOST)
    while place < most:
        behind = named(sentence, place)
        if behind > place:
            place = behind
            continue
        word, before = sentence.words[place], sentence.words[place - 1] if place > at else ""
        if word == '"':
            return place
        if word in ("؛", "."):
            return None
        if place > at and not (marks(word) or before in PREPOSITIONS) and _thing_at(sentence, at, place):
            return place
        place += 1
    return None


def _thing_at(sentence: Sentence, at: int, place: int) -> bool:
    word, before = sentence.words[place], sentence.words[place - 1]
    if that(word):
        return True
    if HEADS.match(before) and not before.startswith("ال"):
        return False
    if word in KIN:
        return before.startswith("ال")
    if word.startswith("ال"):
        whole = before.startswith("ال") or any(one.startswith("ال") for one in sentence.words[at : place - 1])
        if not whole and place - at >= LONG_NAME and not deed(sentence, place - 1):
            return deed(sentence, place)
        return whole and (word in THINGS or deed(sentence, place) or (word.endswith("ين") and len(word) > 5))
    if before.startswith("ال") and re.match(r"(?!ال)\w{3,}(?:ها|هم|هما)$", word):
        return True
    return bare_thing(word) or bool(re.match(r"\w+(?:اته|اتها|اتهم|عدادها|عدادهم)$", word)) or deed(sentence, place)


def addressed(sentence: Sentence, at: int, until: int) -> int:
    """Where between who speaks and what is said those begin to whom it is said."""
    for place in range(at + 1, until):
        before = sentence.words[place - 1]
        if before in PREPOSITIONS or HEADS.match(before):
            continue
        if sentence.words[place] in ADDRESSED or _thing_at(sentence, at, place):
            return place
    return until


def bare_thing(word: str) -> bool:
    """Whether a word, with or without whose it is, is one for what is spoken of."""
    stem = re.sub(r"(?<=\w{3})(?:هما|هم|ها|هن|ه)$", "", word)
    return word in THINGS or stem in THINGS or (stem.endswith("ت") and f"{stem[:-1]}ه" in THINGS)


def by_deed(sentence: Sentence, at: int) -> bool:
    """Whether a word with its preposition is a clause, a quotation or something done, and no thing that is held."""
    word = sentence.words[at]
    return word == '"' or that(word) or deed(sentence, at, 1) or word[1:] in THINGS


def is_thing(sentence: Sentence, at: int) -> bool:
    """Whether the word behind a verb is already what is spoken of, and not who speaks."""
    word = sentence.words[at]
    return (
        word in _OWN
        or bool(_COUNT.match(word))
        or (bare_thing(word) and not word.startswith("ال"))
        or deed(sentence, at)
    )


_OWN = frozenset(map(alike, "ذلك هذا هذه ما عدد أي أية كل عن".split()))
_COUNT = form(r"(?:عدد|أعداد|حصيلت|خسائر|مطالب)(?:ه|ها|هم|هن)$")
