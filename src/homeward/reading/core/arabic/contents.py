"""What is said behind an Arabic verb of saying: where it begins, and where it ends when it is no clause."""

from __future__ import annotations

from homeward.reading.core.arabic import clauses, phrases
from homeward.reading.core.arabic.cues import LONGEST_SPEAKER, Cue
from homeward.reading.core.arabic.letters import alike, form
from homeward.reading.core.arabic.phrases import speaker
from homeward.reading.core.arabic.sentences import Sentence, marks, that
from homeward.reading.core.arabic.told import Told


def _set(words: str) -> frozenset[str]:
    return frozenset(map(alike, words.split()))


_NEWS = form(
    r"(?:ال)?(?:خبر|نبأ|أنباء|تصريح|تصريحات|عبارة|بيان|رواية|كلام|أقوال|"
    r"اتهام|اتهامات|حصيلة|أرقام|رقم|قائمة|عرض|وعد|معلومات|تقرير|موقف)(?:ه|ها|هم)?$"
)
_SPEECH = form(
    r"(?:ال)?(?:استعداد|رغبت|رغبة|كلمت|ضمان|ضمانات|وعد|وعود|تعهد|أمل|قلق|خشيت|خشية|"
    r"نداء|إنذار|أسف|ارتياح|رفض|موافقت|اعتقاد|اقتناع|ثقت|عزم|ضوء|تأييد|تحذير|مطالبة|مطالبت|تأكيد|التزام|تمسك|مهلة|دعوة|دعوت)(?:ا|ه|ها|هم|ة)?$"
)
_BLAME = form(r"(?:(?:ال)?مسؤولي(?:ة|ته|تها)|ب?اللوم|ب?اللائمة|ب?المسؤولية)$")
_BLAMING = _set("حمل ألقى")
_OBJECT_FIRST = _set("حمل اتهم ناشد حث حض وصف عزا أمهل دان أدان استنكر انتقد قدر")
_OF_DEEDS = _set("عرض قبل")
_BY_DEEDS = _set("لوح")


def content(
    sentence: Sentence, cue: Cue, before: tuple[int, int] | None, limit: int, made: list[Told]
) -> tuple[int | None, int, bool]:
    """Where what is said begins; the word behind a noun that belongs to the verb; whether a word says that it begins."""
    follows = cue.verb.follows
    if "speech" in follows:
        return _of_speech(sentence, cue, limit)
    start = phrases.joined(sentence, cue.behind, limit, follows)
    if "news" in follows:
        news = next(
            (place for place in range(cue.behind, min(limit, cue.behind + 14)) if _NEWS.match(sentence.words[place])),
            None,
        )
        return (news - 1 if news and sentence.words[news - 1] == alike("عن") else news), 0, True
    if "object" not in follows:
        if start is not None and cue.verb.name in _BY_DEEDS and not phrases.by_deed(sentence, start):
            return None, 0, False
        return start, 0, True
    first = cue.verb.name in _OBJECT_FIRST
    if cue.verb.name in _BLAMING and not any(
        map(_BLAME.match, sentence.words[cue.behind : min(limit, cue.behind + 12)])
    ):
        return None, 0, False
    if cue.verb.name in _OF_DEEDS and start is None:
        place = phrases.thing(sentence, cue.behind, limit) if not before else cue.behind
        return (place if place is not None and _a_deed(sentence, place, limit) else None), 0, False
    if (
        start is not None
        and not first
        and (that(sentence.words[start]) or sentence.words[start] == ":" or start == cue.behind)
    ):
        return start, 0, True
    if (before or cue.pronoun) and cue.behind < limit and not phrases.cuts(sentence, cue.behind):
        return (
            (cue.behind, 0, True) if not marks(sentence.words[cue.behind]) or start == cue.behind else (start, 0, True)
        )
    alone = cue.clitic or (cue.at > 0 and that(sentence.words[cue.at - 1]))
    unsaid = alone and cue.behind < limit and phrases.is_thing(sentence, cue.behind)
    place = cue.behind if unsaid else phrases.thing(sentence, cue.behind, limit)
    if place is None:
        place = start
        if place is None and first and made and cue.behind < limit:
            return cue.behind, 0, False
    elif start is not None and start < place and not first:
        place = start
    return place, 0, False


def _a_deed(sentence: Sentence, at: int, limit: int) -> bool:
    return (
        at < limit
        and sentence.words[at] not in ("ما", "عدد")
        and (phrases.is_thing(sentence, at) or phrases.bare_thing(sentence.words[at]) or that(sentence.words[at]))
    )


def _of_speech(sentence: Sentence, cue: Cue, limit: int) -> tuple[int | None, int, bool]:
    for place in range(cue.behind, min(limit, cue.behind + LONGEST_SPEAKER)):
        if _SPEECH.match(sentence.words[place]):
            start = place + 1
            while start < limit and sentence.words[start].startswith("ال") and not that(sentence.words[start]):
                start += 1
            while start < limit and marks(sentence.words[start]) and sentence.words[start] not in ('"', ":"):
                start += 1
            return (start if start < limit else None), place + 1, True
    return None, 0, False


def end_of_news(sentence: Sentence, start: int, limit: int) -> int:
    until = speaker(sentence, start, limit)
    return next(
        (place for place in range(start + 1, until) if clauses.speaks_next(sentence, place)), max(until, start + 1)
    )


def end_of_noun(sentence: Sentence, start: int, limit: int) -> int:
    """Where what is said is no clause, "and" with another verb of saying ends it."""
    if any(map(that, sentence.words[start : start + 2])) or sentence.words[start] in ('"', ":"):
        return limit
    return next(
        (
            place
            for place in range(start + 1, limit)
            if sentence.words[place][0] == "و" and not sentence.quoted[place] and clauses.speaks_next(sentence, place)
        ),
        limit,
    )
