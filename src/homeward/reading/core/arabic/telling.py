"""Statements that a verb tells: who speaks before it, behind it or in the clause before, and what is said."""

from __future__ import annotations

from homeward.reading.core.arabic import clauses, contents, cues, phrases, relaying
from homeward.reading.core.arabic.cues import Cue
from homeward.reading.core.arabic.letters import alike
from homeward.reading.core.arabic.lexicon import PREPOSITIONS
from homeward.reading.core.arabic.phrases import noun, speaker
from homeward.reading.core.arabic.sentences import Sentence, bare, that
from homeward.reading.core.arabic.told import Step, Told, stretch
from homeward.reading.core.arabic.verbs import UNSAID
from homeward.reading.core.found import Piece


def _set(words: str) -> frozenset[str]:
    return frozenset(map(alike, words.split()))


_IDLE = _set("الحق مهما ومهما كما ولا لا لم فلا")
_ADDRESSING = _set("طالب دعا وعد هدد نصح أمر توعد طلب أوصى أبلغ أخبر")
_MEN = _set("رئيس وزير مدير قائد محافظ سفير مبعوث حاكم أمين نائب ناطق وسيط خاطف مجتمع جيش طرفين جانبين")
_CAME = _set("جاء جاءت ورد وردت")
_DONE = _set("جرى وجرى تم وتم يجري ويجري")
_DEEDS_OF_SAYING = _set("إبلاغ إخبار إعلام مطالبة دعوة تحذير إنذار")


def tells(sentence: Sentence, at: int, clause: int, free: int, made: list[Told]) -> Step | None:
    """The statement that the verb at this word tells; None where it is no verb, or tells nothing."""
    if step := _unsaid(sentence, at, made) or _came_in(sentence, at, free, made):
        return step
    cue = cues.found(sentence, at, clause)
    if cue is None:
        return None
    if cue.verb.participle:
        return _going_on(sentence, cue, clause, made)
    limit = clauses.end(sentence, cue.behind, asides=True)
    before = None if cue.pronoun and cue.verb.name in relaying.RELAYS else cues.before(sentence, cue, clause)
    if relaying.RELAYS.intersection((cue.verb.name,)):
        return relaying.relays(
            sentence, cue.at, cue.behind, before, limit, made, pronoun=cue.pronoun
        ) or relaying.relayed_last(sentence, cue.at, cue.behind, free, limit, made)
    if not (before or cue.clitic or cue.at == clause or cues.follows_adverb(sentence, cue, clause)):
        return None
    return (
        _clause(sentence, cue, before, limit, made)
        or _with_participle(sentence, cue, before, limit, made)
        or _said_last(sentence, cue, free, limit, made)
    )


def _came_last(sentence: Sentence, at: int, free: int, limit: int, made: list[Told]) -> Step | None:
    """Behind what is said, the paper in which it says so."""
    if at <= free or sentence.words[at - 1] not in ("،", ","):
        return None
    until = speaker(sentence, at + 2, limit)
    content = stretch(sentence, free, at)
    if not content or until <= at + 2:
        return None
    told = Told((sentence.piece(at + 2, until),), (sentence.piece(at, at + 2),), content, until=limit)
    return Step([*made, told], limit)


def _of_clause(sentence: Sentence, cue: Cue, clause: int) -> tuple[Piece, ...] | None:
    """Who did what the clause before a participle tells, when what was done is no saying."""
    start = clause if clause < cue.at else 0
    while start > 0 and sentence.words[start - 1] not in ("،", ",", "؛", "."):
        start -= 1
    if clause == cue.at:
        start = 0
    first = start + 1
    if first >= cue.at or not noun(sentence.words[first]) or not _done(sentence.words[start]):
        return None
    until = speaker(sentence, first, cue.at)
    return (sentence.piece(first, until),) if until > first else None


def _done(word: str) -> bool:
    """Whether a word at the beginning of a sentence can be a verb: it has no article and is no preposition."""
    plain = bare(word)
    return noun(word) and not plain.startswith("ال") and plain not in PREPOSITIONS


def _with_participle(
    sentence: Sentence, cue: Cue, before: tuple[int, int] | None, limit: int, made: list[Told]
) -> Step | None:
    """ "He answered, saying that": what is said stands behind the participle."""
    at = limit + 1 if limit < len(sentence) and sentence.words[limit] in ("،", ",") else limit
    if at >= len(sentence) or not clauses.along(sentence, at):
        return None
    source, outer, _ = _who(sentence, cue, before, limit, made)
    if not source:
        return None
    first = Told(source, (sentence.piece(cue.at, cue.behind),), (), outer)
    found = clauses.said_by(sentence.words[at])
    step = _going_on(sentence, Cue(at, at + 1, found[0], False, found[2]), at, [first]) if found else None
    if step is None:
        return None
    last = step.made[-1]
    told = Told(source, (*first.cue, *last.cue), last.content, outer, True, last.until)
    return Step([*made, told], step.until)


def _came_in(sentence: Sentence, at: int, free: int, made: list[Told]) -> Step | None:
    """ "It says in a statement that": a paper or a recording says it."""
    if bare(sentence.words[at]) not in _CAME and sentence.words[at] not in _CAME:
        return None
    if at + 3 >= len(sentence) or sentence.words[at + 1] not in ("في", "علي") or not noun(sentence.words[at + 2]):
        return None
    limit = clauses.end(sentence, at + 2)
    start = phrases.joined(sentence, at + 2, limit, ("clause",))
    if start is None:
        return _came_last(sentence, at, free, limit, made)
    until = speaker(sentence, at + 2, start)
    content = stretch(sentence, start, limit)
    if not content or until <= at + 2:
        return None
    told = Told((sentence.piece(at + 2, until),), (sentence.piece(at, at + 2),), content, until=limit)
    return Step([*made, told], limit)


def _unsaid(sentence: Sentence, at: int, made: list[Told]) -> Step | None:
    """ "It is said that", and "people were told to": a statement that nobody is named for."""
    word = sentence.words[at]
    if at and (sentence.words[at - 1] in _IDLE or bare(sentence.words[at - 1]) in _IDLE):
        return None
    until, start = at + 1, None
    if (word in UNSAID or bare(word) in UNSAID) and until < len(sentence):
        start = until if that(sentence.words[until]) else None
    elif word in _DONE and until < len(sentence) and sentence.words[until] in _DEEDS_OF_SAYING:
        until += 1
        start = phrases.joined(sentence, until, clauses.end(sentence, until), ("clause", "ب", "الي"))
    if start is None:
        return None
    last = clauses.end(sentence, start)
    content = stretch(sentence, start, last)
    return Step([*made, Told((), (sentence.piece(at, until),), content, until=last)], last) if content else None


def _going_on(sentence: Sentence, cue: Cue, clause: int, made: list[Told]) -> Step | None:
    """A participle: the one who spoke before it in the sentence goes on."""
    if not clauses.along(sentence, cue.behind - 1):
        return None
    source = made[-1].source if made else _of_clause(sentence, cue, clause)
    if source is None:
        return None
    limit = clauses.end(sentence, cue.behind)
    start = phrases.joined(sentence, cue.behind, limit, cue.verb.follows)
    if start is None and "object" in cue.verb.follows:
        start = cue.behind
    if start is None:
        return None
    content = stretch(sentence, start, limit)
    told = Told(source, (sentence.piece(cue.at, cue.behind),), content, until=limit)
    return Step([*made, told], limit) if content else None


def _clause(sentence: Sentence, cue: Cue, before: tuple[int, int] | None, limit: int, made: list[Told]) -> Step | None:
    """What is said stands behind the verb."""
    start, words, sure = contents.content(sentence, cue, before, limit, made)
    if start is None or _another_says(sentence, cue, start):
        return None
    source, outer, cited = _who(sentence, cue, before, words - 1 if words else start, made)
    if source is None:
        return None
    pieces = (sentence.piece(cue.at, cue.behind), *cited, *((sentence.piece(words - 1, words),) if words else ()))
    news = "news" in cue.verb.follows
    last = (contents.end_of_news if news else contents.end_of_noun)(sentence, start, limit)
    content = stretch(sentence, start, last)
    if not content:
        return None
    if made and made[-1].news and sentence.words[cue.behind - 1][0] == "ف" and cue.clitic:
        pieces, made = (*made[-1].cue, *pieces), made[:-1]
    return Step([*made, Told(source, pieces, content, outer, sure, last, news)], last)


def _another_says(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Whether another verb stands right before what is said: then it is that one's."""
    if start - 1 < cue.behind:
        return False
    found = clauses.said_by(sentence.words[start - 1])
    return found is not None and not found[0].participle and that(sentence.words[start])


def _who(
    sentence: Sentence, cue: Cue, before: tuple[int, int] | None, start: int, made: list[Told]
) -> tuple[tuple[Piece, ...] | None, tuple[Piece, ...], tuple[Piece, ...]]:
    """Who is held to have said it, the hands before, and the words that cite; no source where one who is named is not."""
    cited, inner = relaying.citing(sentence, cue.behind, start)
    named: tuple[Piece, ...]
    if before:
        named = (sentence.piece(*before),)
    elif (
        start > cue.behind
        and phrases.speaks(sentence.words[cue.behind])
        and not phrases.cuts(sentence, cue.behind)
        and not _spoken_to(sentence, cue, made)
        and (
            that(sentence.words[start])
            or "object" not in cue.verb.follows
            or not phrases.is_thing(sentence, cue.behind)
        )
    ):
        until = speaker(sentence, cue.behind, start)
        if cue.verb.name == alike("طلب") and "من" in sentence.words[cue.behind + 1 : until]:
            until = sentence.words.index("من", cue.behind + 1)
        if cue.verb.name in _ADDRESSING:
            until = phrases.addressed(sentence, cue.behind, until)
        named = (sentence.piece(cue.behind, until),) if until > cue.behind else ()
    else:
        named = made[-1].source if made else ()
    if inner:
        return inner, named, cited
    return named, (), ()


def _spoken_to(sentence: Sentence, cue: Cue, made: list[Told]) -> bool:
    """Whether the man behind a verb in the feminine is the one to whom she that spoke before speaks on."""
    if not (made and made[-1].source and cue.clitic and cue.verb.feminine and cue.verb.name in _ADDRESSING):
        return False
    return sentence.words[cue.behind].removeprefix("ال") in _MEN and sentence.words[cue.behind].startswith("ال")


def _said_last(sentence: Sentence, cue: Cue, free: int, limit: int, made: list[Told]) -> Step | None:
    """What is said stands before the verb, and who says it closes the sentence."""
    if "clause" not in cue.verb.follows or cue.clitic or cue.at <= free or cue.behind >= len(sentence):
        return None
    if sentence.words[cue.at - 1] not in ("،", ",", '"', "؟", "!", "-", "–") or not phrases.speaks(
        sentence.words[cue.behind]
    ):
        return None
    until = speaker(sentence, cue.behind, limit)
    content = stretch(sentence, free, cue.at)
    if not content or until <= cue.behind:
        return None
    told = Told((sentence.piece(cue.behind, until),), (sentence.piece(cue.at, cue.behind),), content, until=limit)
    return Step([*made, told], limit)
