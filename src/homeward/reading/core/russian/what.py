"""What is said in Russian: the clause with "что", the noun or the infinitive that hangs on a verb of saying, and where it ends."""

from __future__ import annotations

import re

from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found
from homeward.reading.core.russian.clauses import Clause
from homeward.reading.core.russian.cues import Verb
from homeward.reading.core.russian.part import AGAINST, THAT, Cue, Part, finite
from homeward.reading.core.russian.phrases import RELATIVE, is_preposition, lead, piece, place_ends
from homeward.reading.core.russian.whom import clause_follows, coordinated

_HALF = {"c": 0.75, "n": 0.55, "i": 0.65, "o": 0.65, "g": 0.5}
_INFINITIVE = re.compile(r"(?:ть|ти|чь)(?:ся)?$")
_OF_THIS = re.compile(r"(?:об этом|о том|об этих \w+|о произошедшем|о случившемся)(?: же)?(?:$|\s)", re.IGNORECASE)
_GERUND = re.compile(r"(?:не )?\w+(?:ая|яя|уя|ив|ав|ев|ув|вшись|ившись|ясь|нув)$")


def clause_ends(part: Part, first: int, cue: Cue) -> int:
    """The number behind the last clause of what was said, from the clause with "что" on."""
    number = first + 1
    while number < len(part.clauses):
        clause = part.clauses[number]
        here = part.cues[number]
        if here and _turns(part, number, clause, here[0]):
            break
        if clause.word(0) == "и" and finite(clause.word(1)) and clause.mark == ",":
            break  # a comma before "и" and a verb: back to who speaks
        if (
            _GERUND.match(
                part.text[clause.start : clause.words[min(1, len(clause.words) - 1)][1]] if clause.words else ""
            )
            and clause.word(0) == "не"
        ):
            break
        number += 1
    return number


def _turns(part: Part, number: int, clause: Clause, cue: Cue) -> bool:
    """Whether with this clause somebody else speaks, or the same one anew."""
    if cue.verb.kind == "gerund" and lead(part.text, clause, 0, cue.at, part.times) >= cue.at:
        return True
    if RELATIVE.match(part.text, clause.start, clause.end) or cue.verb.kind not in ("finite",):
        return False
    if clause.word(0) not in AGAINST:
        return False
    if not _has_object(part, number, clause, cue):
        return False
    if clause.word(0) == "и":
        return lead(part.text, clause, 0, cue.at, part.times) >= cue.at
    return True


def _has_object(part: Part, number: int, clause: Clause, cue: Cue) -> bool:
    if clause_follows(part, clause, cue):
        return True
    return cue.until < len(clause.words) and any(letter in cue.verb.follows for letter in "nioc")


def told_from(part: Part, start: int, first: int, until: int) -> tuple[Piece, ...]:
    return (whole(part, start, part.clauses[until - 1].end),)


def with_object(
    part: Part, number: int, cue: Cue, source: tuple[Piece, ...], where: tuple[Piece, ...], thing: Piece | None
) -> tuple[Found, int] | None:
    clause, verb = part.clauses[number], cue.verb
    if thing and source and source[0][0] >= cue.end:
        return _preposed(part, number, cue, source, where, thing)
    nexts = [
        each
        for each in part.cues[number]
        if each.at >= cue.until and coordinated(part, clause, each) and each.at > 0 and each.verb.kind == "finite"
    ]
    limit = nexts[0].at if nexts else len(clause.words)
    while nexts and limit > cue.until and clause.word(limit - 1) in ("и", "а", "но", "также", "или", "затем"):
        limit -= 1
    first = cue.until
    hearing = lead(part.text, clause, first, limit, part.times, hearers=True)
    start = hearing if hearing < limit else first
    if "i" in verb.follows and any(_INFINITIVE.search(clause.word(n)) for n in range(first, limit)):
        start = first
    for n in range(start + 1, limit - 1):
        if (
            clause.word(n) == "и"
            and finite(clause.word(n + 1))
            and "i" not in verb.follows
            and not _within_quote(part, clause, n)
        ):
            limit = n  # the same one does something else
            break
    if verb.kind == "bare" and clause.word(start) not in ("о", "об"):
        return None
    if start >= limit and not (thing and "n" in verb.follows):
        return _preposed(part, number, cue, source, where, thing)
    word = clause.word(start)
    rest = piece(part.text, clause, start, limit)
    kind = _kind(part, clause, start, limit, verb, word, thing)
    if kind is None:
        return _preposed(part, number, cue, source, where, thing)
    until = number + 1
    if not nexts and rest is not None:
        until = _object_ends(part, number, kind)
    end = part.clauses[until - 1].end if until > number + 1 else (rest[1] if rest else cue.end)
    contents: tuple[Piece, ...] = ((rest[0], end),) if rest else ()
    if kind == "n" and thing and thing[1] <= cue.start:
        contents = (thing, *contents)
    follows = part.clauses[number + 1] if number + 1 < len(part.clauses) else None
    if (
        rest
        and follows is not None
        and until > number + 1
        and follows.word(0) == "что"
        and kind == "n"
        and re.search(r"\bо том$", part.text[rest[0] : clause.end])
    ):
        contents = ((follows.start, end),)
    if not contents:
        return None
    pieces = tuple(whole(part, *each) for each in contents)
    return Found(source, where, pieces, _HALF[kind] if source else 0.5), max(end, cue.end)


def _kind(part: Part, clause: Clause, start: int, limit: int, verb: Verb, word: str, thing: Piece | None) -> str | None:
    quoted = start < limit and part.text[clause.words[start][0] - 1] in '«“"'
    if "i" in verb.follows and any(_INFINITIVE.search(clause.word(n)) for n in range(start, limit)):
        return "i"
    if "o" in verb.follows and word in ("о", "об", "обо"):
        return "o"
    if "g" in verb.follows and word in ("на", "к"):
        return "g"
    if "c" in verb.follows and quoted and not thing and _long_quote(part, clause, start):
        return "c"
    if (
        "n" in verb.follows
        and start < limit
        and word not in ("о", "об", "обо", "чтобы")
        and ("k" in verb.follows or not is_preposition(word) or place_ends(part.text, clause, start, limit) < limit)
    ):
        return "n"
    if "n" in verb.follows and start >= limit:
        return "n"
    return None


def _within_quote(part: Part, clause: Clause, number: int) -> bool:
    start, place = clause.start, clause.words[number][0]
    return part.text.count("«", start, place) > part.text.count("»", start, place)


def _long_quote(part: Part, clause: Clause, start: int) -> bool:
    close = part.text.find("»", clause.words[start][0], clause.end)
    return close > 0 and part.text.count(" ", clause.words[start][0], close) >= 1


def _object_ends(part: Part, number: int, kind: str) -> int:
    """Behind which clause what was said with a noun or an infinitive ends."""
    until = number + 1
    while until < len(part.clauses):
        clause = part.clauses[until]
        here = part.cues[until]
        if ":" in clause.mark or not clause.words:
            break
        if here and (_turns(part, until, clause, here[0]) or _speaks(part, until, clause, here[0])):
            break
        head = part.text[clause.start : clause.words[min(1, len(clause.words) - 1)][1]]
        gerund = _GERUND.match(head) or (
            _GERUND.search(clause.word(len(clause.words) - 1)) and not any(finite(w) for _, _, w in clause.words)
        )
        if gerund or (
            clause.word(0) == "как" and clause.word(1) in ("водится", "обычно", "правило", "известно", "всегда")
        ):
            break
        if (
            clause.word(0) in ("тогда", "однако", "зато", "хотя", "а")
            and kind != "i"
            and any(finite(w) for _, _, w in clause.words)
        ):
            break
        only_time = lead(part.text, clause, 0, len(clause.words), part.times) >= len(clause.words)
        if only_time and until + 1 < len(part.clauses) and part.clauses[until + 1].mark in ("—", "–"):
            break
        until += 1
    return until


def _speaks(part: Part, number: int, clause: Clause, cue: Cue) -> bool:
    return (
        cue.verb.kind == "finite"
        and clause.word(0) not in THAT
        and not RELATIVE.match(part.text, clause.start, clause.end)
        and _has_object(part, number, clause, cue)
    )


def _preposed(
    part: Part, number: int, cue: Cue, source: tuple[Piece, ...], where: tuple[Piece, ...], thing: Piece | None
) -> tuple[Found, int] | None:
    """What was said stands before the verb: "об обмене сообщил врач", "это отрицают"."""
    clause = part.clauses[number]
    if thing is None or thing[0] >= cue.start:
        return None
    words = part.text[thing[0] : thing[1]].lower()
    if re.match(r"(?:о|об|обо)\s", words):
        if "o" not in cue.verb.follows and "c" not in cue.verb.follows:
            return None
        if _OF_THIS.match(words):
            if part.before is None or number or not source:
                return None
            return Found(source, where, (part.before,), 0.7), clause.end
        return Found(source, where, (thing,), 0.6), clause.end
    if "n" in cue.verb.follows and source:
        return Found(source, where, (thing,), 0.55), clause.end
    return None


def whole(part: Part, start: int, end: int) -> Piece:
    """With the closing sign of a quotation that belongs to it."""
    if part.text[end : end + 1] in ("»", "”") and part.text.count("«", start, end) > part.text.count("»", start, end):
        end += 1
    if part.text[start] in ",;:":
        start += 1
    return start, end
