"""Statements that are handed on: "quoted an official as saying", "attributed to", "citing"."""

from __future__ import annotations

from homeward.reading.core.arabic import phrases
from homeward.reading.core.arabic.clauses import end
from homeward.reading.core.arabic.letters import alike, form
from homeward.reading.core.arabic.lexicon import CITING
from homeward.reading.core.arabic.phrases import noun, speaker
from homeward.reading.core.arabic.sentences import Sentence, that
from homeward.reading.core.arabic.told import Step, Told, stretch
from homeward.reading.core.arabic.verbs import TAKE_BACK, verb
from homeward.reading.core.found import Piece

RELAYS = TAKE_BACK
_SAYING = frozenset(map(alike, "قوله قولها قولهم القول تأكيده تأكيدها تأكيدهم إشارته إعلانه".split()))
_FROM = {alike("نقل"): "عن", alike("نسب"): alike("إلى")}
NEWS = form(r"(?:نبأ|خبرا|خبر|رواية|بيانا|تقريرا|تسجيلا|شريطا|صورا|مشاهد|معلومات|أنباء|رسالة|ما)$")
_WHICH = frozenset(map(alike, "التي الذي الذين".split()))


def relays(
    sentence: Sentence,
    at: int,
    behind: int,
    before: tuple[int, int] | None,
    limit: int,
    made: list[Told],
    *,
    pronoun: bool,
) -> Step | None:
    """What somebody hands on, with the hands from the outside in; None where the verb moves other things than words."""
    start = _begins(sentence, behind)
    if start is None:
        return None
    last_verb = verb(sentence.words[start - 1]) if start > behind else None
    if last_verb is not None and not last_verb[0].participle and sentence.words[start - 1] not in _SAYING:
        return None
    hands: list[Piece] = [sentence.piece(*before)] if before else []
    cues = [sentence.piece(at, behind)]
    place = behind
    if not before and behind < start and noun(sentence.words[behind]) and not phrases.cuts(sentence, behind):
        until = _until(sentence, behind, start)
        hands.append(sentence.piece(behind, until))
        place = until
    if not hands and made:
        hands += made[-1].source
    name = verb(sentence.words[behind - 1]) or verb(sentence.words[behind - 1][1:])
    towards = _FROM.get(name[0].name, "") if name else ""
    while place < start:
        step = _next_hand(sentence, place, start, towards)
        if step is None:
            place += 1
            continue
        cue, first, until = step
        if cue is not None:
            cues.append(sentence.piece(*cue))
        hands.append(sentence.piece(first, until))
        place = until
    if not hands or (towards and len(hands) < 2 and not pronoun):
        return None
    last = end(sentence, start)
    content = stretch(sentence, start, last)
    if not content:
        return None
    if sentence.words[start - 1] in _SAYING:
        cues = [cues[0], sentence.piece(start - 1, start)]
    return Step([*made, Told((hands[-1],), tuple(cues), content, tuple(hands[:-1]), True, last)], last)


def relayed_last(sentence: Sentence, at: int, behind: int, free: int, limit: int, made: list[Told]) -> Step | None:
    """ "..., reporters quoted the police as saying": behind what was said, who handed it on and whose words they are."""
    if at <= free or sentence.words[at - 1] not in ("،", ",", '"') or limit - behind < 3:
        return None
    until = _until(sentence, behind, limit)
    if until + 1 >= limit or sentence.words[until] != "عن" or not noun(sentence.words[behind]):
        return None
    last = speaker(sentence, until + 1, limit)
    content = stretch(sentence, free, at)
    if not content or last <= until + 1:
        return None
    source, hand = (sentence.piece(until + 1, last),), (sentence.piece(behind, until),)
    return Step([*made, Told(source, (sentence.piece(at, behind),), content, hand, True, limit)], limit)


def _begins(sentence: Sentence, behind: int) -> int | None:
    """The word that says that here begins what is handed on."""
    for place in range(behind, min(len(sentence), behind + phrases.MOST)):
        named = phrases.named(sentence, place)
        if named > place or phrases.named(sentence, place - 1) > place:
            continue
        if that(sentence.words[place]) or sentence.words[place] == ":":
            return place
        if sentence.words[place] == '"' and sentence.words[place - 1] in _SAYING:
            return place
    return None


def _until(sentence: Sentence, first: int, start: int) -> int:
    """The word behind who is named, before the next hand."""
    until = speaker(sentence, first, start)
    for place in range(first + 1, until):
        if (
            sentence.words[place] in ("عن", alike("إلى"))
            or sentence.words[place] in _SAYING
            or NEWS.match(sentence.words[place])
        ):
            return place
    return until


def _next_hand(
    sentence: Sentence, place: int, start: int, towards: str
) -> tuple[tuple[int, int] | None, int, int] | None:
    word = sentence.words[place]
    ahead = place + 1
    if ahead >= start or not noun(sentence.words[min(ahead, start - 1)]):
        if word in CITING and place + 2 < start and noun(sentence.words[place + 2]):
            return (place, place + 2), place + 2, _until(sentence, place + 2, start)
        return None
    if word in _WHICH and (found := verb(sentence.words[ahead])) and found[0].name in RELAYS:
        for each in range(ahead + 1, start - 1):
            if sentence.words[each] in ("عن", alike("إلى")) and noun(sentence.words[each + 1]):
                return (ahead, ahead + 1), each + 1, _until(sentence, each + 1, start)
        return None
    if word == towards:
        return None, ahead, _until(sentence, ahead, start)
    return None


def citing(sentence: Sentence, behind: int, start: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The words that cite between a verb and what is said, and who is cited."""
    for place in range(behind, start - 2):
        if sentence.words[place] in CITING and noun(sentence.words[place + 2]):
            until = speaker(sentence, place + 2, start)
            if until > place + 2:
                return (sentence.piece(place, place + 2),), (sentence.piece(place + 2, until),)
    return (), ()
