"""Statements whose speaker is named without a verb: "according to", "in the words of", "as it says in"."""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.core.arabic import clauses
from homeward.reading.core.arabic.letters import alike
from homeward.reading.core.arabic.phrases import noun, speaker
from homeward.reading.core.arabic.sentences import Sentence, marks
from homeward.reading.core.arabic.told import Step, Told, stretch, trimmed


def _set(words: str) -> frozenset[str]:
    return frozenset(map(alike, words.split()))


_NOBODY = _set(
    """
    الأولوية القانون القوائم القائمة الحاجة الظروف الجدول المعايير الأصول الإمكان الإمكانات العادة الرغبة
    الطلب العمر السن الجنس الترتيب المتاح اللازم ذلك هذا هذه الأسبقية الأولويات المنطقة الأحوال الضرورة
    الحالة المواعيد التوقيت الدور
    """
)
_LINKS = _set(
    """
    على إلى عن في ما حد قول تعبير لسان رأي قوله جاء ورد نشر ذكر قال أفاد أعلن أكد أوضح أضاف قالت ذكرت أفادت
    أعلنت أكدت أوضحت جاءت نقل نقلت صدر كشف
    """
)
_OWN_LETTER = _set("وفق وفقا")
_WHICH = _set("الذي التي الذين اللذين اللتين")
_ASIDE = 20
_SHORTEST = 2
"""The fewest words that can be said before who said them is named."""


def named_first(sentence: Sentence, at: int, free: int, made: list[Told]) -> Step | None:
    """The statement of whom "according to" names here, before or behind it."""
    if not clauses.attributes(sentence, at):
        return None
    start = at + 1
    while start < min(at + 5, len(sentence)) and (
        sentence.words[start] in _LINKS or (start > at + 1 and clauses.said_by(sentence.words[start]))
    ):
        start += 1
    if start >= len(sentence) or not noun(sentence.words[start]) or sentence.words[start].removeprefix("ل") in _NOBODY:
        return None
    until = _named(sentence, start)
    source = stretch(sentence, start, until)
    cue = (sentence.piece(at, start),)
    if not source:
        return None
    opened = not _something(sentence, free, at)
    if (
        made
        and made[-1].until in (at, at - 1)
        and not (sentence.words[at][0] == "و" and sentence.words[at] not in _OWN_LETTER)
    ):
        return _through(sentence, at, until, source, cue, made)
    behind = until
    if until < len(sentence) and sentence.words[until] in _WHICH:
        commas = (place for place in range(until, min(until + _ASIDE, len(sentence))) if sentence.words[place] == "،")
        behind = next(commas, until)
    while behind < len(sentence) and sentence.words[behind] in ("،", ","):
        behind += 1
    if opened:
        last = clauses.end(sentence, behind)
        content = stretch(sentence, behind, last)
        return Step([*made, Told(source, cue, content, until=last)], last) if content else None
    before = stretch(sentence, free, at)
    after: tuple[tuple[int, int], ...] = ()
    last = until
    if behind > until and behind < len(sentence) and _goes_on(sentence, behind):
        last = clauses.end(sentence, behind)
        after = stretch(sentence, behind, last)
    return Step([*made, Told(source, cue, (*before, *after), until=last)], last)


def _named(sentence: Sentence, start: int) -> int:
    """The word behind who is named; a clause may follow without a comma."""
    until = speaker(sentence, start, len(sentence))
    for place in range(start + 1, until):
        if sentence.words[place] in (alike("فإن"), alike("فقد"), alike("فإنه")):
            return place
    return until


def _something(sentence: Sentence, free: int, at: int) -> bool:
    first, last = trimmed(sentence, free, at)
    return sum(not marks(word) for word in sentence.words[first:last]) >= _SHORTEST


def _goes_on(sentence: Sentence, behind: int) -> bool:
    word = sentence.words[behind]
    return word in (alike("فإن"), alike("فإنه"), alike("فإنها")) or (
        word[0] not in "وف"
        and clauses.said_by(word) is None
        and not clauses.turns(sentence, behind)
        and not clauses.along(sentence, behind)
    )


def _through(
    sentence: Sentence,
    at: int,
    until: int,
    source: tuple[tuple[int, int], ...],
    cue: tuple[tuple[int, int], ...],
    made: list[Told],
) -> Step:
    """Behind a whole statement: the one who is named handed it on, or, where it is cited, is who said it."""
    last = made[-1]
    if sentence.words[at] in (alike("نقلا"), alike("استنادا")):
        changed = replace(last, source=source, outer=(*last.outer, *last.source), cue=(*last.cue, *cue), until=until)
    else:
        changed = replace(last, outer=(*source, *last.outer), until=until)
    return Step([*made[:-1], changed], until)
