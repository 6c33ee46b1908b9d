"""Who is held to have said something in Russian: before the verb, behind it, or in a clause before."""

from __future__ import annotations

import re

from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found
from homeward.reading.core.russian.clauses import Clause
from homeward.reading.core.russian.cues import Verb
from homeward.reading.core.russian.part import AGAINST, ASIDE, CITING, THAT, Cue, Part, finite, stripped
from homeward.reading.core.russian.phrases import (
    PARTICIPLE,
    RELATIVE,
    TITLES,
    is_preposition,
    lead,
    piece,
    place_ends,
    tail,
)

_THING = re.compile(
    r"(?:эти|эту|этот факт|это|такие|такую|данные|сведения|сообщени[ея]|информацию|факт|слова|слухи|версию"
    r"|разницу|его слова|ее слова|обвинения)(?!\w)",
    re.IGNORECASE,
)
"""What is said something of, and not who says it, where it stands before the verb."""
_GERUND = re.compile(r"\w{2,}(?:уя|ая|яя|ив|ав|ев|нув|вшись|ясь)$")


def named_behind(part: Part, clause: Clause, cue: Cue) -> Piece | None:
    size = len(clause.words)
    first = lead(part.text, clause, cue.until, size, part.times, hearers=cue.verb.kind != "bare")
    if (
        first < size
        and cue.verb.number == "one"
        and cue.verb.kind == "finite"
        and clause.word(first) in ("в", "во", "на", "из", "под")
        and first + 2 < size
        and _upper(part, clause, first + 1)
    ):
        behind = place_ends(part.text, clause, first, size)
        if behind < size:
            first = lead(part.text, clause, behind, size, part.times, hearers=True)
    if first >= size and clause.word(cue.until).startswith("радио"):
        first = lead(part.text, clause, cue.until, size, part.times)
    if first >= size:
        return None
    if part.text[clause.words[first][0] - 1] in '«"':
        close = re.compile(r"[»\"]").search(part.text, clause.words[first][1], clause.end)
        behind = next((n for n in range(first, size) if close and clause.words[n][0] >= close.end()), size)
        if (
            behind < size
            and not is_preposition(clause.word(behind))
            and part.times.at(clause.words[behind][0], clause.end) == clause.words[behind][0]
        ):
            first = behind  # it was told to them
    last = tail(part.text, clause, first, size, part.times) if cue.verb.kind != "bare" else size
    word = clause.word(first)
    if is_preposition(word):
        there = place_ends(part.text, clause, first, size) >= last or cue.verb.kind == "bare"
        if (cue.verb.number == "many" or cue.verb.kind == "bare") and there and word in ("в", "во", "на", "из", "у"):
            return piece(part.text, clause, first, last)
        return None
    if cue.verb.kind == "bare" or word in ("что", "как", "чтобы", "об", "о"):
        return None
    return piece(part.text, clause, first, last)


def _upper(part: Part, clause: Clause, number: int) -> bool:
    return part.text[clause.words[number][0]].isupper()


def named_before(part: Part, clause: Clause, first: int, cue: Cue) -> Piece | None:
    source, _ = _subject(part, clause, first, cue)
    return source


def _subject(part: Part, clause: Clause, first: int, cue: Cue) -> tuple[Piece | None, Piece | None]:
    """Who stands before a verb, and what else stands there that the verb may have as its object."""
    last = cue.at
    if last > first and clause.word(last - 1) == "не":
        last -= 1
    begin = lead(part.text, clause, first, last, part.times, hearers=cue.verb.kind != "bare")
    if begin >= last:
        return None, None
    opened = next((n for n in range(begin + 1, last) if part.text[clause.words[n][0] - 1] == "("), None)
    if opened is not None and part.text.find(")", clause.words[opened][0], cue.start) > 0:
        last = opened
    word = clause.word(begin)
    if (
        "n" in cue.verb.follows
        and _THING.match(part.text, clause.words[begin][0], cue.start)
        and clause.word(last - 1) not in ("там", "здесь", "тут")
    ):
        ends = begin + (2 if word.startswith(("эт", "так", "его", "ее")) and word != "это" and begin + 1 < last else 1)
        if ends < last and clause.word(ends) in ("о", "об", "обо"):
            ends = place_ends(part.text, clause, ends, last)
        if ends >= last:
            return None, piece(part.text, clause, begin, last)
        if lead(part.text, clause, ends, last, part.times, hearers=True) < last:
            who = lead(part.text, clause, ends, last, part.times, hearers=True)
            return piece(part.text, clause, who, last), piece(part.text, clause, begin, ends)
    verb_at = next((n for n in range(begin + 1, last) if finite(clause.word(n))), None)
    if verb_at is not None and "и" in (clause.word(last - 1), clause.word(last - 2)):
        last = verb_at
    if word in ("в", "во", "на", "из", "у"):
        return _from_place(part, clause, begin, last, cue)
    if is_preposition(word):
        if word in ("о", "об", "обо"):
            return None, piece(part.text, clause, begin, last)
        rest = lead(part.text, clause, place_ends(part.text, clause, begin, last), last, part.times)
        if rest >= last:
            return None, None
        begin = rest
    if clause.word(last - 1) in ("там", "здесь", "тут") and cue.verb.number == "many":
        there = piece(part.text, clause, last - 1, last)
        return there, piece(part.text, clause, begin, last - 1)
    if clause.word(begin) in ("там", "здесь", "тут") and cue.verb.number == "many":
        return piece(part.text, clause, begin, begin + 1), piece(part.text, clause, begin + 1, last)
    return piece(part.text, clause, begin, tail(part.text, clause, begin, last, part.times)), None


def _from_place(part: Part, clause: Clause, begin: int, last: int, cue: Cue) -> tuple[Piece | None, Piece | None]:
    """The same where a place stands first: it speaks itself ("в Луганске заявили"), or somebody there does."""
    ends = place_ends(part.text, clause, begin, last)
    there = piece(part.text, clause, begin, ends)
    rest = lead(part.text, clause, ends, last, part.times, hearers=True)
    if cue.verb.kind == "bare":
        return piece(part.text, clause, begin, last), None
    if rest >= last:
        return (None if cue.verb.number == "one" and cue.verb.kind == "finite" else there), None
    somebody = piece(part.text, clause, rest, tail(part.text, clause, rest, last, part.times))
    if cue.verb.number == "one" and cue.verb.kind == "finite":
        return somebody, None
    if "n" in cue.verb.follows and not clause_follows(part, clause, cue):
        return there, somebody
    word = clause.word(rest)
    named = word not in ("что", "это") and not is_preposition(word) and re.search(r"(?:ы|и|ие|ые|а|я)$", word)
    return (somebody if named else there), None


def clause_follows(part: Part, clause: Clause, cue: Cue) -> bool:
    number = part.numbers[clause.start]
    follows = part.clauses[number + 1] if number + 1 < len(part.clauses) else None
    return follows is not None and (follows.word(0) in THAT or ":" in follows.mark)


def _named_behind_object(part: Part, number: int, cue: Cue) -> Piece | None:
    """Who stands behind the verb: "об этом сообщил врач"."""
    clause = part.clauses[number]
    follows = clause_follows(part, clause, cue)
    first = lead(part.text, clause, 0, cue.at, part.times)
    opens = first < cue.at and (
        clause.word(first) in ("о", "об", "обо") or _THING.match(part.text, clause.words[first][0], cue.start)
    )
    if not follows and not opens:
        return None
    return named_behind(part, clause, cue)


def _from_before(part: Part, number: int, clause: Clause, first: int, cue: Cue) -> Piece | None:
    """The subject in a clause before, where something stands between: "врач, который приехал, сказал"."""
    if first or lead(part.text, clause, 0, cue.at, part.times) < cue.at:
        return None
    back = number - 1
    between = False
    while back >= 0:
        other = part.clauses[back]
        hangs = RELATIVE.match(part.text, other.start, other.end) or PARTICIPLE.match(part.text, other.start, other.end)
        aside = bool(ASIDE.match(part.text, other.start, other.end))
        aside = aside or (back > 0 and bool(_GERUND.match(other.word(0))))
        hangs = hangs or CITING.match(part.text, other.start, other.end)
        title = other.mark == "," and len(other.words) <= 7 and other.word(0)[:5] in TITLES and not part.cues[back]
        if back and (hangs or aside or title):
            between = between or not aside
            back -= 1
            continue
        break
    if back < 0 or (back == number - 1 and part.cues[back]):
        return None
    other = part.clauses[back]
    size = len(other.words)
    verb_at = next((n for n in range(size) if finite(other.word(n)) and n), size)
    if part.cues[back] or verb_at == 0:
        return None
    ghost = Cue(verb_at, verb_at, cue.verb, other.end, other.end, False)
    named, _ = _subject(part, other, 0, ghost)
    if named is None:
        return None
    whole = (named[0], part.clauses[number - 1].end)
    if (
        verb_at == size
        and between
        and not CITING.search(part.text, *whole)
        and not re.search(r"ссыла", part.text[whole[0] : whole[1]])
    ):
        return whole
    return named


def _whose(part: Part, number: int) -> tuple[Piece, ...]:
    """The subject of the clause on which a gerund hangs."""
    for back in [*range(number - 1, -1, -1), *range(number + 1, len(part.clauses))]:
        clause = part.clauses[back]
        if RELATIVE.match(part.text, clause.start, clause.end):
            continue
        at = next((n for n in range(len(clause.words)) if finite(clause.word(n)) and clause.word(n) != "нет"), None)
        if at is None:
            continue
        word = clause.word(at)
        many = word.endswith(("ли", "лись", "ют", "ут", "ат", "ят", "ются", "утся", "атся", "ятся"))
        verb = Verb("finite", "many" if many else "one", "c", "")
        cue = Cue(at, at + 1, verb, clause.words[at][0], clause.words[at][1], False)
        named, _ = _subject(part, clause, 0, cue)
        head = clause.word(lead(part.text, clause, 0, at, part.times))
        if named and (
            not many or (re.search(r"(?:ы|и|а|я|е|о)$", head) and not re.search(r"(?:ость|ение|ание|ство)$", head))
        ):
            return (named,)
        first = lead(part.text, clause, at + 1, len(clause.words), part.times)
        while first < len(clause.words) and is_preposition(clause.word(first)):
            first = min(place_ends(part.text, clause, first, first + 2), len(clause.words))
        behind = piece(part.text, clause, first, len(clause.words))
        if behind:
            return (behind,)
    return ()


def who_is_cited(
    part: Part, number: int, cue: Cue, source: tuple[Piece, ...], where: tuple[Piece, ...]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Whom the source itself has it from: "агентство со ссылкой на врача", "глава, ссылаясь на разведку"."""
    clause = part.clauses[number]
    if cited := CITING.search(part.text, clause.start, cue.start):
        return (stripped(part.text, cited.end(), cue.start),), ((cited.start(), cited.end() - 1), *where)
    before = part.clauses[number - 1] if number else None
    if before is not None and (cited := CITING.match(part.text, before.start, before.end)):
        return (stripped(part.text, cited.end(), before.end),), ((cited.start(), cited.end() - 1), *where)
    back = number - 1
    while back > 0 and source[0][0] < part.clauses[back].start:
        other = part.clauses[back]
        if cited := CITING.search(part.text, other.start, other.end):
            return (stripped(part.text, cited.end(), other.end),), ((cited.start(), cited.end() - 1), *where)
        back -= 1
    follows = part.clauses[number + 1] if number + 1 < len(part.clauses) else None
    told = follows is not None and (follows.word(0) in THAT or ":" in follows.mark)
    if told and (cited := CITING.search(part.text, cue.end, clause.end)):
        return (stripped(part.text, cited.end(), clause.end),), (*where, (cited.start(), cited.end() - 1))
    return source, where


def source_of(
    part: Part, number: int, cue: Cue, subject: tuple[Piece, ...], found: list[Found]
) -> tuple[tuple[Piece, ...], Piece | None]:
    clause = part.clauses[number]
    if cue.verb.kind == "bidden":
        return (), None
    if cue.verb.kind == "gerund":
        if found or (subject and number and _same(part, number)):
            return subject, None
        return _whose(part, number), None
    earlier = [each for each in part.cues[number] if each.at < cue.at]
    first = 0
    if earlier and any(one.cue[-1][0] == each.start or one.cue[-1][1] == each.end for one in found for each in earlier):
        if coordinated(part, clause, cue):
            return subject, None
        first = earlier[-1].until
    named, thing = _subject(part, clause, first, cue)
    if named is None:
        behind = _named_behind_object(part, number, cue)
        if behind is not None:
            return (behind,), thing
        if cue.verb.kind == "bare":
            return (), None
        if subject and clause.word(0) in AGAINST and coordinated(part, clause, cue):
            return subject, thing
        named = _from_before(part, number, clause, first, cue)
        if (
            named is None
            and (found or subject)
            and (coordinated(part, clause, cue) or lead(part.text, clause, first, cue.at, part.times) >= cue.at)
        ):
            return subject, thing
    return ((named,) if named else ()), thing


def _same(part: Part, number: int) -> bool:
    return number > 0


def coordinated(part: Part, clause: Clause, cue: Cue) -> bool:
    at = cue.at - 1
    while at >= 0 and (
        clause.word(at) in ("не", "также", "тоже", "затем", "потом", "тут", "же", "даже", "при", "этом")
    ):
        at -= 1
    return at < 0 or clause.word(at) in ("и", "а", "но", "или", "однако", "да")
