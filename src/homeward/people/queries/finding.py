"""Somebody is found in the register by a name in any script, or by the number of a paper; nobody can list it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import connection

from homeward import names
from homeward.identity import documents
from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked
from homeward.moments import Clock
from homeward.people.core.papers import comparable
from homeward.people.queries.memory import Memory, memories
from homeward.people.queries.people import people_of
from homeward.people.queries.views import PersonLine
from homeward.refusals import Refused

MOST = 50
LEAST_LETTERS, LEAST_SIGNS = 3, 2
"""Letters that a search needs; two where each is a syllable or a word."""
SHORTEST_NUMBER = 5
LEAST_SCORE, LEAST_WEIGHED = 0.3, 0.02
"""How near a name must come to be looked at, and how likely it must be the same as one of several parts that is asked for."""
SYLLABLES = frozenset({names.Script.HAN, names.Script.HANGUL, names.Script.KANA})


class TooLittleToFind(Refused):
    """The register is searched, not listed."""


@dataclass(frozen=True, slots=True)
class FoundView:
    """Somebody who was found: by what ("name" or "number"), the words of the record, how near they are, and why."""

    person: PersonLine
    by: str
    words: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class _Hit:
    person: UUID
    by: str
    words: str
    score: float


def found(asked: Asked, words: str, *, limit: int = 20) -> list[FoundView]:
    """People whose name or paper fits these words, the likeliest first; refuses to search with next to nothing.

    How near a name is depends on the names beside it: of the past, on those that were known then.
    """
    numbers = [number for number in (comparable(words), documents.read(words).key) if _is_number(number)]
    spoken = _is_enough(words)
    if not numbers and not spoken:
        raise TooLittleToFind(
            where="words", instead="Write at least three letters of a name, or the whole number of a paper."
        )
    limit = max(1, min(limit, MOST))
    gone, later = not_counting(asked), _not_known(asked)
    best: dict[UUID, _Hit] = {}
    for memory in memories(asked.case):
        passed = memory.passed(gone)
        hits = [hit for number in numbers for hit in _by_number(memory, number, passed)]
        hits = hits or (_by_name(memory, words, passed, later, limit) if spoken else [])
        for hit in hits:
            if hit.person not in best or best[hit.person].score < hit.score:
                best[hit.person] = hit
    likeliest = _weighed(words, sorted(best.values(), key=_order)[:limit])
    lines = {line.id: line for line in people_of(asked, [hit.person for hit, _ in likeliest])}
    return [
        FoundView(lines[hit.person], hit.by, hit.words, round(hit.score, 3), why)
        for hit, why in likeliest
        if hit.person in lines
    ]


def _weighed(words: str, hits: list[_Hit]) -> list[tuple[_Hit, str]]:
    """What was found, with why; names of several parts are held against each other part by part."""
    said = dict(zip(hits, names.compare_all([(words, hit.words) for hit in hits]), strict=True))
    whole = len(names.key(words).split()) > 1
    weighed = [replace(hit, score=said[hit].score) if whole and hit.by == "name" else hit for hit in hits]
    told = [
        (now, said[before].why if now.by == "name" else "the same number")
        for before, now in zip(hits, weighed, strict=True)
        if now.by == "number" or not whole or now.score >= LEAST_WEIGHED
    ]
    return sorted(told, key=lambda each: _order(each[0]))


def _order(hit: _Hit) -> tuple[float, str]:
    return -hit.score, str(hit.person)


def _is_enough(words: str) -> bool:
    letters = [letter for letter in names.key(words) if letter.isalpha()]
    return len(letters) >= (LEAST_SIGNS if names.script(words) in SYLLABLES else LEAST_LETTERS)


def _is_number(number: str) -> bool:
    return any(letter.isdigit() for letter in number) and len(number) >= SHORTEST_NUMBER


def _by_number(memory: Memory, number: str, passed: set[UUID]) -> list[_Hit]:
    holding = [id for id in memory.numbers.get(number, ()) if id not in passed]
    return [_Hit(memory.records[id].person, "number", number, 1.0) for id in holding]


def _by_name(memory: Memory, words: str, passed: set[UUID], later: set[UUID], limit: int) -> list[_Hit]:
    # More than are wanted: several names may be of one person, and some may not count any more.
    found = memory.search(words, min(200, limit * 3), later)
    return [
        _Hit(memory.records[id].person, "name", hit.name, hit.score)
        for hit, id in found
        if hit.score >= LEAST_SCORE and id not in passed
    ]


def not_counting(asked: Asked) -> set[UUID]:
    """The statements of the case that do not count: corrected, superseded or taken back, and of the past those not known then."""
    then = asked.known_then
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT l.to_id FROM ledger_link l WHERE l.case_id = %(case)s AND l.to_figure = 0 AND NOT l.doubtful
            AND l.stance IN ('retracts', 'corrects', 'supersedes')
            AND {knowing.link_known(asked.clock if then else Clock.RECORDED, "l")}
            """,
            {**knowing.parameters(asked), "known_at": then or "infinity"},
        )
        return {id for (id,) in cursor.fetchall()} | _not_known(asked)


def _not_known(asked: Asked) -> set[UUID]:
    """The statements of names, kin and lists that were not known at the time asked; none, of the present."""
    if not asked.known_at_given:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id FROM ledger_statement s WHERE s.case_id = %(case)s
            AND s.kind IN ('said.person', 'said.kin', 'done.list_read') AND NOT {known_then(asked, "s")}
            """,
            knowing.parameters(asked),
        )
        return {id for (id,) in cursor.fetchall()}


def known_then(asked: Asked, table: str) -> str:
    """The condition that a statement was known at the time asked; of the present, whatever is recorded is known."""
    return knowing.known(asked.clock, table) if asked.known_at_given else "true"
