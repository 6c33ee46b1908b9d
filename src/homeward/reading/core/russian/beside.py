"""Clauses that only say who tells the rest of a Russian sentence: "по словам врача", "как сообщил врач", "..., сказал врач"."""

from __future__ import annotations

import re

from homeward.reading.core.found import Piece
from homeward.reading.core.russian.clauses import Clause
from homeward.reading.core.russian.cues import ACCORDING, HEARSAY, MEDIUM, RESERVED, Verb
from homeward.reading.core.russian.part import CITING, Cue, Part, finite, stripped
from homeward.reading.core.russian.phrases import PARTICIPLE, RELATIVE, TITLES, lead, piece, tail
from homeward.reading.core.russian.whom import named_before, named_behind

_AS = re.compile(
    r"как\s+(?:(?:ранее|также|уже|позже|впоследствии|прежде|тогда|вчера|накануне|неоднократно)\s+)?", re.IGNORECASE
)


def told_beside(part: Part) -> tuple[int, int, tuple[Piece, ...], tuple[Piece, ...], str, float] | None:
    """A clause that only says who tells the rest: from, until, source, cue, its kind, how sure."""
    hearsay = None
    for number, clause in enumerate(part.clauses):
        told = _worded(part, number, clause) or _as_told(part, number, clause) or _told_after(part, number, clause)
        if told and told[2]:
            return told  # somebody tells it, and what nobody tells is within
        hearsay = hearsay or told
    return hearsay


def _worded(
    part: Part, number: int, clause: Clause
) -> tuple[int, int, tuple[Piece, ...], tuple[Piece, ...], str, float] | None:
    """ "По словам врача", "если верить врачу", "по слухам"."""
    first = lead(part.text, clause, 0, len(clause.words), part.times)
    if first >= len(clause.words) or (
        first
        and clause.words[first][0] != clause.start
        and number
        and clause.word(0) not in ("а", "но", "и", "однако", "при", "также")
    ):
        first = 0
    start = clause.words[first][0] if clause.words else clause.start
    alone = len(part.clauses) == 1
    if hearsay := HEARSAY.match(part.text, start, clause.end):
        if hearsay.end() == clause.end and not alone:
            return number, number + 1, (), ((start, hearsay.end()),), "word", 0.7
        return None
    form = RESERVED.match(part.text, start, clause.end) or ACCORDING.match(part.text, start, clause.end)
    if not form:
        return None
    if form.re is ACCORDING and form["whose"]:
        whose = form.span("whose")
        source: tuple[Piece, ...] = ((whose[0], whose[0] + len(form["whose"].strip())),)
        if form.end() < clause.end:
            return None
        return number, number + 1, source, ((start, whose[0] - 1), form.span("noun")), "word", 0.8
    begin = next((n for n in range(len(clause.words)) if clause.words[n][0] >= form.end()), len(clause.words))
    last = tail(part.text, clause, begin, len(clause.words), part.times) if begin < len(clause.words) else begin
    named = piece(part.text, clause, begin, last)
    if named is None and form.re is ACCORDING and form["how"] and form.end() == clause.end and not alone:
        return number, number + 1, (), ((start, form.end()),), "word", 0.6
    if named is None:
        return None
    if alone:
        return None
    until, end = _attached(part, number + 1)
    if end and until < len(part.clauses) and not CITING.search(part.text, named[1], end):
        named = (named[0], end)
    elif end and until >= len(part.clauses):
        until = number + 1
    if until >= len(part.clauses) and number == 0:
        return None
    return number, until, (named,), ((start, form.end()),), "word", 0.85


def _attached(part: Part, number: int) -> tuple[int, int]:
    """Behind which clause the relative clauses and participles that hang on a name end, and the place there; 0 without any."""
    end = 0
    while number < len(part.clauses):
        clause = part.clauses[number]
        if (
            RELATIVE.match(part.text, clause.start, clause.end)
            and clause.word(0) not in ("что", "когда", "где", "чем")
            and ":" not in clause.mark
        ):
            end = clause.end
            number += 1
            if len(clause.words) <= 2 and number + 1 < len(part.clauses):
                number += 1  # "которое, в свою очередь, ..."
                end = part.clauses[number].end
                number += 1
        elif PARTICIPLE.match(part.text, clause.start, clause.end) and "," in clause.mark and not part.cues[number]:
            end = clause.end
            number += 1
        else:
            break
    return number, end


def _as_told(
    part: Part, number: int, clause: Clause
) -> tuple[int, int, tuple[Piece, ...], tuple[Piece, ...], str, float] | None:
    """ "Как сообщил врач", with the hands behind it."""
    opened = _AS.match(part.text, clause.start, clause.end)
    skip = 0
    if not opened and clause.word(0) in ("а", "но", "и") and clause.word(1) == "как":
        opened = _AS.match(part.text, clause.words[1][0], clause.end)
        skip = 1
    if not opened:
        return None
    start = clause.words[skip][0]
    known = re.compile(r"как\s+(?:стало известно|следует из|явствует из|видно из)\s+", re.IGNORECASE).match(
        part.text, start, clause.end
    )
    if known:
        begin = next((n for n in range(len(clause.words)) if clause.words[n][0] >= known.end()), len(clause.words))
        named = piece(part.text, clause, begin, tail(part.text, clause, begin, len(clause.words), part.times))
        until, _ = _attached(part, number + 1)
        return (
            (number, until, (named,), ((start, known.end() - 1),), "word", 0.75)
            if named and len(part.clauses) > until - number
            else None
        )
    here = [cue for cue in part.cues[number] if cue.start == opened.end() or cue.at <= skip + 3]
    if not here or here[0].verb.kind not in ("finite", "bare"):
        return None
    cue = here[0]
    if cue.negated or (cue.verb.kind == "bare" and cue.until >= len(clause.words)):
        return None
    until, end = _attached(part, number + 1)
    if until - number >= len(part.clauses):
        return None
    if cue.at > skip + 1 and lead(part.text, clause, skip + 1, cue.at, part.times) < cue.at:
        named = named_before(part, clause, skip + 1, cue)
    else:
        named = named_behind(part, clause, cue)
    if named is None:
        return None
    kind = "word"
    if MEDIUM.match(part.text, named[0]):
        kind = "verb"
    where: tuple[Piece, ...] = ((start, cue.end),)
    cited = list(CITING.finditer(part.text, clause.start, end or clause.end))
    if cited:
        first = cited[-1].end()
        last = re.compile(r"[,;:]|$").search(part.text, first, end or clause.end)
        named = stripped(part.text, first, last.start() if last else clause.end)
        where = (*where, (cited[-1].start(), cited[-1].end() - 1))
        kind = "word"
    return number, until, (named,), where, kind, 0.85


def _told_after(
    part: Part, number: int, clause: Clause
) -> tuple[int, int, tuple[Piece, ...], tuple[Piece, ...], str, float] | None:
    """ "..., сообщил врач", "«...», — сказал врач"."""
    if not number or RELATIVE.match(part.text, clause.start, clause.end):
        return None
    here = [cue for cue in part.cues[number] if cue.verb.kind in ("finite", "bare") and ("c" in cue.verb.follows)]
    spoken = _after_quote(part, number)
    cue: Cue | None = here[0] if here else None
    dash = "—" in clause.mark or "–" in clause.mark
    if (
        cue is None
        and spoken
        and dash
        and clause.words
        and finite(clause.word(0))
        and "q" not in _follows(part, number)
    ):
        cue = Cue(
            0,
            1,
            Verb("finite", "many" if clause.word(0).endswith(("ли", "лись")) else "one", "c", ""),
            *clause.words[0][:2],
            False,
        )
    if cue is None or cue.negated:
        return None
    if ":" in clause.mark or "?" in clause.mark or _goes_on(part, number):
        return None
    begins = lead(part.text, clause, 0, cue.at, part.times, hearers=True) if cue.at else 0
    if clause.word(0) in ("и", "а", "но", "да", "однако", "что", "чтобы"):
        return None
    follows = part.clauses[number + 1] if number + 1 < len(part.clauses) else None
    dashed = "—" in clause.mark or "–" in clause.mark
    if begins < cue.at:
        if not (spoken and dashed) or cue.verb.kind == "bare":
            return None
        named = named_before(part, clause, 0, cue)
    else:
        named = named_behind(part, clause, cue)
        if named is None and spoken and dashed and cue.until >= len(clause.words):
            return number, number + 1, (), ((cue.start, cue.end),), "verb", 0.5
    if named is None:
        return None
    if follows is not None and (
        ":" in follows.mark
        or (follows.word(0) in ("что", "чтобы", "будто") and not spoken and not _opens_with_guess(part, number))
    ):
        return None
    until, end = _attached(part, number + 1)
    if end and until > number + 1 and not CITING.search(part.text, named[1], end) and cue.verb.kind != "bare":
        named = (named[0], end)
    elif not end:
        until, named = _titled(part, number, named)
    cue_pieces: tuple[Piece, ...] = ((cue.start, cue.end),)
    if cited := CITING.search(part.text, clause.start, clause.end):
        named = stripped(part.text, cited.end(), clause.end)
        cue_pieces = (*cue_pieces, (cited.start(), cited.end() - 1)) if cited.start() > cue.start else cue_pieces
    return number, until, (named,), cue_pieces, "verb", 0.85 if here else 0.6


def _goes_on(part: Part, number: int) -> bool:
    """Whether the last clause has the verb to a subject that a relative clause follows: "врачи, которые уехали, насчитали"."""
    if number + 1 < len(part.clauses):
        return False
    hangs = [bool(RELATIVE.match(part.text, each.start, each.end)) for each in part.clauses[:number]]
    if not hangs[-1] and not PARTICIPLE.match(part.text, part.clauses[number - 1].start, part.clauses[number - 1].end):
        return False
    told = [each for each, hanging in zip(part.clauses[: number - 1], hangs, strict=False) if not hanging]
    return not any(finite(word) for each in told for _, _, word in each.words)


def _follows(part: Part, number: int) -> str:
    return "".join(cue.verb.follows for cue in part.cues[number])


def _opens_with_guess(part: Part, number: int) -> bool:
    """Whether what stands before asks for "что": "велика вероятность, полагает он, что ..."."""
    return bool(
        re.search(
            r"(?:вероятность|возможность|надежда|шанс|опасность|уверенность|факт|похоже|ясно|возможно)$",
            part.text[part.clauses[number - 1].start : part.clauses[number - 1].end],
            re.IGNORECASE,
        )
    )


def _titled(part: Part, number: int, named: Piece) -> tuple[int, Piece]:
    """A name goes on with what somebody is: "Иван Петров, глава управы"."""
    until = number + 1
    if until < len(part.clauses):
        clause = part.clauses[until]
        title = (
            clause.mark == ","
            and clause.words
            and len(clause.words) <= 6
            and clause.word(0)[:5] in TITLES
            and not part.cues[until]
        )
        if title and not any(finite(word) for _, _, word in clause.words):
            return until + 1, (named[0], clause.end)
    return until, named


def _after_quote(part: Part, number: int) -> bool:
    before = part.clauses[number - 1]
    return (
        part.text[before.end - 1] in '»”"'
        or part.text[before.start] in '«“"'
        or ("—" in part.clauses[number].mark and number == 1 and part.clauses[0].mark in ("—", "–"))
    )
