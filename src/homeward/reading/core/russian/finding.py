"""Finds who said what in a Russian text: by the verbs of saying and the clauses around them, without a model."""

from __future__ import annotations

import re

from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found
from homeward.reading.core.russian.beside import told_beside
from homeward.reading.core.russian.clauses import Clause, clauses, sentences
from homeward.reading.core.russian.cues import MEDIUM
from homeward.reading.core.russian.letters import plain
from homeward.reading.core.russian.part import AGAINST, ASIDE, THAT, Cue, Part, stripped
from homeward.reading.core.russian.phrases import RELATIVE, Times, lead
from homeward.reading.core.russian.what import clause_ends, told_from, whole, with_object
from homeward.reading.core.russian.whom import source_of, who_is_cited

_NOT_YET = frozenset(
    "исключ отриц подтвер опровер сомнев верит верят верил считает считают думает думают призна оспар отверг возраж спорит".split()
)
_JOINED = re.compile(
    r"\b(?:при (?:том )?условии|в (?:том )?случае|для того|потому|с тем|до того|после того|перед тем|с условием)$",
    re.IGNORECASE,
)
_ONTO = re.compile(r"(?:(?:о|об|на|в|за|к|от|с|со) )?(?:том|то|тем|того|тому)$", re.IGNORECASE)


def attributions(text: str) -> list[Found]:
    """Who said what in a text, each by its places and with how sure the rules are of it; the outermost only."""
    smooth = plain(text)
    times = Times(smooth)
    found: list[Found] = []
    before: Piece | None = None
    for sentence, within in sentences(smooth):
        made: list[Found] = []
        parts: list[Clause] = []
        for clause in [*clauses(smooth, sentence, within), None]:
            if parts and (clause is None or ";" in clause.mark):
                made.extend(_read(Part(smooth, times, parts, before), made))
                parts = []
            if clause is not None:
                parts.append(clause)
        found.extend(made)
        before = None if made else (sentence[0], stripped(smooth, *sentence)[1])
    return found


def _read(part: Part, made: list[Found]) -> list[Found]:
    beside = told_beside(part)
    main = _main_that(part)
    if beside:
        first, last, source, cue, kind, sure = beside
        media = bool(source) and bool(MEDIUM.match(part.text, source[0][0])) and kind == "verb"
        inside = main is not None and first > main
        if inside and (kind == "word" or media):
            return _main(part, [*part.clauses[:first], *part.clauses[last:]], made)
        rest = [*part.clauses[:first], *part.clauses[last:]]
        if media and (others := _read(Part(part.text, part.times, rest, part.before), made)):
            return others
        more = last
        if kind == "verb" and last < len(part.clauses) and part.cues[last] and part.cues[last][0].verb.kind == "gerund":
            rest, more = rest[:first], len(part.clauses)  # "..., сказал он, добавив, что ..."
        content = _pieces(part, rest, first)
        if not content:
            return []
        made_here = [Found(source, cue, content, sure)]
        if more > last:
            after = Part(part.text, part.times, part.clauses[last:], None)
            made_here += _verbs(after, [*made, *made_here])
        return made_here
    return _main(part, part.clauses, made)


def _pieces(part: Part, rest: list[Clause], gap: int) -> tuple[Piece, ...]:
    """What is left around a clause that stands between, without words like "впрочем" at the ends."""
    found = []
    for first, run in ((True, [*rest[:gap]]), (gap == 0, [*rest[gap:]])):
        while run and first and _says_nothing(part, run[0]):
            run = run[1:]
        while run and ASIDE.fullmatch(part.text, run[-1].start, run[-1].end):
            run = run[:-1]
        if run:
            start = _past_conjunction(part, run[0], run[0].start) if first else run[0].start
            found.append(whole(part, start, run[-1].end))
    return tuple(found)


def _says_nothing(part: Part, clause: Clause) -> bool:
    """Whether a clause is only a word like "впрочем", or a conjunction."""
    words = [word for _, _, word in clause.words]
    return bool(ASIDE.match(part.text, clause.start, clause.end)) or all(w in AGAINST or w in THAT for w in words)


def _past_conjunction(part: Part, clause: Clause, start: int) -> int:
    if (
        clause.word(0) in ("но", "однако", "а", "и", "зато", "при")
        and len(clause.words) > 1
        and clause.words[0][0] == start
    ):
        second = 2 if clause.word(0) == "при" and clause.word(1) == "этом" and len(clause.words) > 2 else 1
        if clause.word(0) == "при" and second == 1:
            return start
        return (
            clause.words[second][0]
            if part.text[clause.words[second][0] - 1] not in '«"'
            else clause.words[second][0] - 1
        )
    return start


def _main_that(part: Part) -> int | None:
    """The first clause whose verb has a clause with "что" behind it."""
    for number in range(len(part.clauses) - 1):
        after = part.clauses[number + 1]
        opens = after.word(0) in THAT[:4] or ":" in after.mark
        if opens and any("c" in cue.verb.follows for cue in part.cues[number]):
            return number
    return None


def _main(part: Part, parts: list[Clause], made: list[Found]) -> list[Found]:
    if parts is part.clauses:
        return _verbs(part, made)
    return _verbs(Part(part.text, part.times, parts, part.before), made)


def _verbs(part: Part, made: list[Found]) -> list[Found]:
    found: list[Found] = []
    number, after = 0, 0
    subject: tuple[Piece, ...] = made[-1].source if made else ()
    while number < len(part.clauses):
        clause = part.clauses[number]
        cue = next((each for each in part.cues[number] if each.start >= after), None)
        relative = RELATIVE.match(part.text, clause.start, clause.end)
        if cue is None or (
            relative
            and relative.end() <= cue.start
            and clause.word(0) not in ("что", "когда")
            and cue.verb.kind != "bare"
        ):
            number += 1
            continue
        one = _one(part, number, cue, subject, found)
        if one is None:
            after = cue.end
            if not any(each.start >= after for each in part.cues[number]):
                number += 1
            continue
        told, stop = one
        found.append(told)
        subject = told.source or subject
        after = stop
        found.extend(_and_so(part, told, stop))
        after = max(after, found[-1].content[-1][1])
        while number < len(part.clauses) and part.clauses[number].end <= after:
            number += 1
    return found


def _and_so(part: Part, told: Found, stop: int) -> list[Found]:
    """ "... заявлял о 97 пленных, в начале февраля — о 88": the verb stands only once."""
    number = next((n for n, clause in enumerate(part.clauses) if clause.start >= stop), len(part.clauses))
    if (
        number + 1 >= len(part.clauses)
        or part.cues[number]
        or not part.text[told.content[0][0] :].lower().startswith(("о ", "об "))
    ):
        return []
    when, what = part.clauses[number], part.clauses[number + 1]
    first = lead(part.text, when, 0, len(when.words), part.times)
    if (
        first < len(when.words)
        or what.word(0) not in ("о", "об", "уже")
        or ("—" not in what.mark and "–" not in what.mark)
    ):
        return []
    return [Found(told.source, told.cue, ((what.start, what.end),), 0.6)]


def _one(part: Part, number: int, cue: Cue, subject: tuple[Piece, ...], found: list[Found]) -> tuple[Found, int] | None:
    clause = part.clauses[number]
    follows = part.clauses[number + 1] if number + 1 < len(part.clauses) else None
    verb = cue.verb
    that = follows is not None and follows.word(0) in THAT and ":" not in follows.mark and "c" in verb.follows
    if (
        that
        and follows is not None
        and follows.word(0) == "как"
        and follows.word(1) in ("сообщил", "правило", "водится", "только", "и")
    ):
        that = False
    if that and _JOINED.search(part.text[clause.start : clause.end]):
        that = False  # "при условии, что" belongs to what was said
    colon = follows is not None and ":" in follows.mark
    if cue.negated and not _lets_stand(part, clause, cue, that):
        return None
    source, thing = source_of(part, number, cue, subject, found)
    if verb.kind != "bidden" and not source and verb.kind != "bare" and not _hides(part, clause, cue, that or colon):
        return None
    cues_: tuple[Piece, ...] = ((_cue_start(part, clause, cue), cue.end),)
    if source:
        source, cues_ = who_is_cited(part, number, cue, source, cues_)
    if that and follows is not None and len(clause.words) - cue.until <= 14:
        until = clause_ends(part, number + 1, cue)
        start = follows.start
        if follows.word(0) == "как" and len(follows.words) == 1:
            return None
        return Found(
            source, _with_onto(part, clause, cue, cues_), told_from(part, start, number + 1, until), 0.9
        ), part.clauses[until - 1].end
    if colon and thing and verb.follows == "cn" and re.match(r"опров|отриц|отверг|оспор", clause.word(cue.at)):
        return Found(source, cues_, (thing,), 0.6), clause.end
    if colon and follows is not None and ("c" in verb.follows or "n" in verb.follows):
        return Found(source, cues_, (whole(part, follows.start, part.clauses[-1].end),), 0.85), part.clauses[-1].end
    if verb.kind == "bare" and "o" not in verb.follows:
        return None
    return with_object(part, number, cue, source, cues_, thing)


def _cue_start(part: Part, clause: Clause, cue: Cue) -> int:
    return clause.words[cue.at - 1][0] if cue.negated and clause.word(cue.at - 1) == "не" else cue.start


def _with_onto(part: Part, clause: Clause, cue: Cue, where: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """ "настаивает на том, чтобы": the words before the comma belong to the verb."""
    between = part.text[cue.end : clause.end].strip()
    if between and _ONTO.fullmatch(between):
        return (*where[:-1], (where[-1][0], clause.end))
    return where


def _lets_stand(part: Part, clause: Clause, cue: Cue, that: bool) -> bool:
    """A verb that is negated says something only where it is one of denying or confirming with a clause behind it."""
    word = clause.word(cue.at)
    if not word.startswith(tuple(_NOT_YET)):
        return False
    return (
        that
        or bool(re.search(r"не подтвер\w+ и не опроверг", part.text[clause.start : clause.end]))
        or (word.startswith("исключ") and cue.until < len(clause.words))
    )


def _hides(part: Part, clause: Clause, cue: Cue, told: bool) -> bool:
    """Whether a verb may stand without anybody: "говорят, что" or "заявляя:" do, "сообщил" does not."""
    return False
