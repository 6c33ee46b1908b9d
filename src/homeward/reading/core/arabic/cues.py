"""Verbs of saying in their sentences: when a word is one, and who stands before it."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.core.arabic import clauses
from homeward.reading.core.arabic.letters import alike, form
from homeward.reading.core.arabic.lexicon import NEGATIONS, PREPOSITIONS
from homeward.reading.core.arabic.phrases import noun, speaker
from homeward.reading.core.arabic.sentences import Sentence, bare, marks, that
from homeward.reading.core.arabic.verbs import MAY_BE_NEGATED, Verb


def _set(words: str) -> frozenset[str]:
    return frozenset(map(alike, words.split()))


_RELATIVE = _set("الذي التي الذين اللذين اللتين مما ما من بما فيما")
_ALREADY = _set("قد لقد وقد فقد ولقد")
_WAS = _set(
    "عاد عادت عادوا وعاد وعادت مضى ومضى مضت ومضت راح وراح راحت "
    "كان كانت كانوا وكان وكانت وكانوا كما وكما لكن ولكن أما وأما فيما بينما وفيما وبينما"
)
_NO_SPEECH = _set("الإدلاء التعليق الرد الحديث الكشف الإفصاح الإجابة التصريح الخوض الكلام الإعلان تسمية")
_ADVERBS = _set(
    "أمس اليوم البارحة مساء صباح صباحا مساء لاحقا وأمس واليوم يوم ويوم هنا هكذا بهذا بدوره بدورها وبدوره سابقا مرارا"
)
_PREFIX = form(r"[وف]?(?:ب(?:ال|عد)|لل|ك?ل?ما)")


LONGEST_SPEAKER = 24
"""Words that who speaks may have before the verb."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in its sentence: its first word, the word behind it, what it is, and how it is written."""

    at: int
    behind: int
    verb: Verb
    pronoun: bool
    clitic: bool


def found(sentence: Sentence, at: int, clause: int) -> Cue | None:
    said = clauses.said_by(sentence.words[at])
    if said is None:
        return None
    verb, pronoun, clitic = said
    before = sentence.words[at - 1] if at > 0 else ""
    start = at
    if before in NEGATIONS and not clitic:
        if verb.name not in MAY_BE_NEGATED or not verb.present:
            return None
        start = at - 1
    elif before in _ALREADY:
        start = at - 1
    elif (
        not clitic
        and not verb.participle
        and (
            (before in PREPOSITIONS and before != alike("حتى"))
            or before in _RELATIVE
            or (that(before) and verb.present)
        )
    ):
        return None
    if verb.name == alike("رفض") and any(word in _NO_SPEECH for word in sentence.words[at + 1 : at + 12]):
        return None
    behind = at + 1
    if verb.name in MAY_BE_NEGATED and start == at - 1 and at - 1 >= clause:
        clitic = clitic or start == clause
    return Cue(start, behind, verb, pronoun, clitic)


def before(sentence: Sentence, cue: Cue, clause: int) -> tuple[int, int] | None:
    """The phrase for who speaks between the beginning of the clause and the verb, where it stands there."""
    start = clause
    topic = False
    while start < cue.at and (
        sentence.words[start] in _WAS or sentence.words[start] in _ALREADY or marks(sentence.words[start])
    ):
        topic = topic or sentence.words[start] in ("اما", "واما")
        if sentence.words[start] == '"':
            return None
        start += 1
    if start >= cue.at or cue.at - start > LONGEST_SPEAKER or not noun(sentence.words[start]):
        return None
    if cue.clitic and not topic and sentence.words[cue.behind - 1][0] != "ف":
        return None
    if (
        sentence.words[start] in _ADVERBS
        or bare(sentence.words[start]) in PREPOSITIONS
        or _prefixed(sentence.words[start])
    ):
        return None
    if clauses.said_by(sentence.words[start]):
        return None
    until = speaker(sentence, start, cue.at)
    return (start, until) if until > start else None


def _prefixed(word: str) -> bool:
    return bool(_PREFIX.match(word)) and len(word) > 4


def follows_adverb(sentence: Sentence, cue: Cue, clause: int) -> bool:
    """Whether the clause began with when or where, so that who speaks comes behind the verb."""
    if cue.at > 0 and sentence.words[cue.at - 1] in (
        "،",
        ",",
        '"',
        "-",
        "–",
        "—",
        "؟",
        "!",
        alike("حتى"),
        "ثم",
        "اذ",
        "حيث",
    ):
        return True
    first = sentence.words[clause] if clause < cue.at else ""
    return (
        first in _ADVERBS
        or bare(first) in PREPOSITIONS
        or _prefixed(first)
        or cue.at == clause
        or first in _WAS
        or first in _ALREADY
    )
