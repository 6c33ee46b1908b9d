"""Where in an Arabic sentence one clause ends and another begins, and where what was said comes to its end."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from homeward.reading.core.arabic.letters import alike
from homeward.reading.core.arabic.lexicon import CITING, NEGATIONS
from homeward.reading.core.arabic.sentences import Sentence, bare, that
from homeward.reading.core.arabic.verbs import VERBS, Verb, verb


def _set(words: str) -> frozenset[str]:
    return frozenset(map(alike, words.split()))


def _pairs(table: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(map(alike, pair.split())) for line in table.splitlines() for pair in line.split("|") if pair.strip()
    )


_TURNS = _set("لكن ولكن لكنه لكنها لكنهم ولكنه ولكنها بينما فيما بعدما وهو وهي وهم مما علما بيد وكان وكانت وقد")
_TURNS_OF_TWO = _pairs(
    """
    في حين | غير أن | غير أنه | غير أنها | إلا أن | إلا أنه | إلا أنها | بيد أن | الأمر الذي | وفي حين
    هذا وقد | في وقت | مع العلم
    """
)
ATTRIBUTES = _set("بحسب وبحسب حسب وحسب وفق ووفق وفقا ووفقا طبقا وطبقا برأي")
ATTRIBUTES_OF_TWO = _pairs(
    """
    على حد | على ما | في رأي | بحسب ما | حسب ما | وفق ما | كما قال | كما قالت | كما ذكر | كما ذكرت
    كما أفاد | كما أفادت | كما أعلن | كما أعلنت | كما أكد | كما أكدت | كما أوضح | كما أوضحت | كما جاء
    كما ورد | كما أضاف | نقلا عن | استنادا إلى
    """
)
_OPENERS = _set("بينما فيما لكن ولكن حيث إذ كما أما وأما لأن بعدما وفيما وبينما وحيث وإذ ثم")


def pair(sentence: Sentence, at: int) -> tuple[str, ...]:
    """A word and the one behind it."""
    return sentence.words[at : at + 2]


def turns(sentence: Sentence, at: int) -> bool:
    """Whether with this word the report turns to something else."""
    return sentence.words[at] in _TURNS or pair(sentence, at) in _TURNS_OF_TWO or _without_saying(sentence, at)


def _without_saying(sentence: Sentence, at: int) -> bool:
    """ "Without confirming": the report tells what was not said."""
    place = at + (2 if pair(sentence, at) == ("من", "دون") else 1 if sentence.words[at] == "دون" else len(sentence))
    words = sentence.words[place : place + 2]
    return len(words) == 2 and that(words[0]) and said_by(words[1]) is not None


def opens(sentence: Sentence, at: int) -> int:
    """How many words here open a clause in which who speaks may stand before the verb."""
    word = sentence.words[at]
    if word in ("،", ",", "؛", ";", ":", "-", "–", "—"):
        return 1
    if pair(sentence, at) in _TURNS_OF_TWO:
        return 2
    return 1 if word in _OPENERS or that(word) or that(bare(word)) else 0


def attributes(sentence: Sentence, at: int) -> bool:
    """Whether this word says whose words the rest of the clause are."""
    word = sentence.words[at]
    two = (bare(word), *sentence.words[at + 1 : at + 2])
    return word in ATTRIBUTES or two in ATTRIBUTES_OF_TWO or pair(sentence, at) in ATTRIBUTES_OF_TWO


@lru_cache(maxsize=8192)
def said_by(word: str) -> tuple[Verb, bool, bool] | None:
    """The verb of saying in a word, whether it has a pronoun for what is said, and whether "and" or "so" is written with it."""
    if found := verb(word):
        return *found, False
    if bare(word) != word and (found := verb(bare(word))):
        return *found, True
    return None


def along(sentence: Sentence, at: int) -> bool:
    """Whether a participle ("adding that") goes on with what somebody says."""
    word = sentence.words[at]
    found = VERBS.get(word) or VERBS.get(bare(word))
    if found is None or not found.participle or at + 1 >= len(sentence):
        return False
    for ahead in sentence.words[at + 1 : at + 4]:
        if that(ahead) or ahead in ('"', ":") or ahead in found.follows or ("ب" in found.follows and ahead[0] == "ب"):
            return True
        if "object" in found.follows and _set_apart(sentence, at) and ahead not in ("في", "من"):
            return True
    return False


def _set_apart(sentence: Sentence, at: int) -> bool:
    return at > 0 and (sentence.words[at - 1] in ("،", ",") or VERBS.get(sentence.words[at]) is None)


def end(sentence: Sentence, at: int, *, asides: bool = False) -> int:
    """The word behind a stretch that began before this word: where the sentence turns, or somebody else says something.

    `asides`: what stands between commas before "that" does not end it.
    """
    for place in _places(sentence)[bisect_left(_places(sentence), at) :]:
        word = sentence.words[place]
        if place == at and word not in _COMMAS:
            continue
        if word in _NAMES_AT_LAST and place - at <= _NAMES_AT_LAST[word]:
            continue
        if asides and not any(map(that, sentence.words[at:place])) and (over := _over(sentence, place)) > place:
            return end(sentence, over + 1)
        return place
    return len(sentence) - (
        1 if sentence.words[-1] in (".", "؟", "!", "؛", ";", "…") and not sentence.quoted[-1] else 0
    )


_COMMAS = frozenset("،,؛;")
_NAMES_AT_LAST = {"بحسب": 3, "وفقا": 3, "طبقا": 3}


@lru_cache(maxsize=4)
def _places(sentence: Sentence) -> list[int]:
    """The words at which a stretch of the sentence may end."""
    return [place for place in range(len(sentence)) if not sentence.quoted[place] and _stops(sentence, place)]


_ASIDE = 16


def _over(sentence: Sentence, place: int) -> int:
    """The comma behind an aside, before "that"; the same place where there is none."""
    for other in range(place + 2, min(place + _ASIDE, len(sentence) - 1)):
        if that(sentence.words[other]):
            break
        ahead = sentence.words[other + 1 : other + 3]
        if sentence.words[other] in ("،", ",") and any(map(that, ahead)):
            return other
    return place


def _stops(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    if word in ("؛", ";"):
        return True
    if word in ("،", ",") and place + 1 < len(sentence):
        if attributes(sentence, place + 1):
            return not _cites_ahead(sentence, place + 1)
        if turns(sentence, place + 1) or along(sentence, place + 1):
            return True
        return speaks_next(sentence, place + 1)
    if word in ("بينما", "فيما") or pair(sentence, place) == ("في", "حين"):
        return True
    if word in _NAMES_AT_LAST:
        return True
    return along(sentence, place) and place > 0 and not that(sentence.words[place - 1]) and not word.endswith("ين")


def _cites_ahead(sentence: Sentence, at: int) -> bool:
    """Whether what is cited here is only about to follow."""
    return sentence.words[at] in CITING and any(map(that, sentence.words[at + 2 : at + 14]))


def speaks_next(sentence: Sentence, at: int) -> bool:
    """Whether with this word, behind a comma, another clause begins in which somebody says something."""
    word = sentence.words[at]
    found = said_by(word)
    if found is not None and (found[2] or not found[0].present) and not found[0].participle:
        return found[2] or at + 1 < len(sentence)
    if word in NEGATIONS and at + 1 < len(sentence):
        ahead = said_by(sentence.words[at + 1])
        return ahead is not None and ahead[0].present
    return False
