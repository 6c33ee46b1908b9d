"""Figures in what somebody said: the number as it was put, what it counts, for how long. Dates, hours, ages and ranks are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from homeward.ledger.core.units import in_single
from homeward.reading.core.english import numbers
from homeward.reading.core.english.numbers import NUMBER
from homeward.reading.core.found import FoundFigure, Number
from homeward.reading.core.tables import alternatives
from homeward.reading.core.taken import Taken

_HOUR = "seven|eight|nine|ten|eleven|twelve|one|two|three|four|five|six"
_AGES = r"\d+(?: (?:and|to) \d+)?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_NOT_COUNTS = re.compile(
    alternatives(
        rf"""
        \b{_DAY}(?: ?(?:-|–|to|and|or) ?{_DAY})? (?:of )?{_MONTH}\b\.?(?:,? \d{{4}})?
        \b{_MONTH}\.? {_DAY}\b(?:,? \d{{4}}\b)?
        \b(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Uu]ntil|[Ff]rom|[Aa]fter|[Bb]efore|[Dd]uring) (?:19|20)\d\d\b
        \b(?:19|20)\d\d(?=\W*(?:$|[,.;)]|and\b|or\b|but\b|that\b|when\b|in\b))
        \b\d{{1,2}}[:.h]\d{{2}}\b(?:\s*[ap]\.?m\.?)?
        \b\d{{1,2}}\s*[ap]\.?m\b\.?
        \b(?:at|by|until|before|after|from) (?:{_HOUR})(?= (?:each|every|in the|on|o'clock|o’clock|local)\b)
        \b\d+(?:st|nd|rd|th)\b
        \b\d{{4}}-\d{{2}}(?:-\d{{2}})?\b
        (?i:\b(?:aged?|ages) (?:between )?\d+(?: ?(?:-|–|to|and) ?\d+)?)
        (?i:\b(?:men|women|boys|girls|people|those|males|children|anyone) (?:aged |who are )?(?:between|from|over|under) {_AGES})
        (?i:\b\d+[- ]years?[- ]old)
        (?:[Nn]os?|Resolution|Route|Highway|Road|Article|Gate|Mile|Camp|Block|Unit|Flight) ?\.? ?\d+
        \b\w+-\d+\b
        \b\d+-\w+-\w+
        \b(?:[Tt]he|[Tt]hese|[Tt]hose) (?:two|three|four) (?:sides?|parties|commands?|countries|governments?|states?|leaders?)\b
        \b(?:[Tt]he|[Tt]hese|[Tt]hose) (?:two|three|four) (?:delegations?|neighbours?)\b
        \b(?:one|each|either|none|some|any) (?:another|other)\b
        \bno one\b
        \b[Oo]ne of (?:the|them|those|his|her|its|their)\b
        \bone[- ](?:line|time|sided|way)\b
        \bat one\b
        \bfor one\b
        \bone day\b
        \b[Oo]ne by one\b
        """
    )
)
_RANGE = re.compile(
    rf"(?:\b(?P<between>between|from)\s+)?(?P<lo>{NUMBER})\s*(?:-|–|—|\bto\b|\band\b|\bor\b)\s*(?P<hi>{NUMBER})",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?<![\w.,:/#\-–])(?P<number>{NUMBER})(?!\s*(?:%|per ?cent)\w)", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?P<vague>(?:several|a few|dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands|millions|many|most"
    r"|a (?:large |small |great )?number(?= of)|a handful|a majority|a minority|the (?:greater|larger|smaller) part"
    r"|half|a third|a quarter)(?: of)?(?: (?:the|them|those|these|its|their|his|her|our))?)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?P<none>none of (?:them|the|those|its|their)|not one|not a single)\b", re.IGNORECASE)
_AFTER = (
    ("ge", re.compile(r"\s+(?:or more|and more|or over|and counting)\b", re.IGNORECASE)),
    ("le", re.compile(r"\s+(?:or fewer|or less|at (?:the )?most)\b", re.IGNORECASE)),
    ("ge", re.compile(r"\s+at least\b", re.IGNORECASE)),
    ("about", re.compile(r"\s+or so\b", re.IGNORECASE)),
)
_PER = re.compile(
    r"\b(?:a|an|per|each|every) (?P<per>day|week|month|year|hour|night|seat|person|head|crossing)\b"
    r"|\b(?P<daily>daily|weekly|monthly|hourly)\b",
    re.IGNORECASE,
)
_PEOPLE = frozenset(
    "person people man woman child boy girl civilian soldier officer hostage captive prisoner detainee evacuee refugee fighter "
    "patient national citizen passenger driver worker resident villager student schoolboy schoolgirl schoolchild teacher doctor "
    "nurse sailor fisherman pilgrim family-member relative victim foreigner migrant arrival returnee deportee journalist "
    "pilot militiaman crewman crew nurse student driver trucker traveller shepherd farmer engineer geologist diplomat monk nun "
    "delegate guard commander policeman police baby infant elder wounded injured dead missing kidnapped captured dual".split()
)
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "fishermen": "fisherman",
    "militiamen": "militiaman", "crewmen": "crewman",
    "policemen": "policeman", "schoolchildren": "schoolchild", "bodies": "body", "families": "family", "buses": "bus",
}  # fmt: skip
_STOP = frozenset(
    "and or but of in on at by with from to for had has have was were are is be been being who that which when while after before "
    "since until as than would will could may might must should did do does not also still if unless because so then there here "
    "said says told into out over under between without within near inside outside across through during about against up down "
    "left reached came come crossed entered went arrived began next last this today tomorrow yesterday tonight earlier later "
    "ago it he she they we you i him us me if once need needs needed so far all each every both monday tuesday wednesday thursday "
    "friday saturday sunday january february march april june july august september october november december".split()
)
_DETERMINERS = frozenset("the of those these them its their his her our your other more such another".split())
_EACH = ("a", "an", "per", "each", "every")
_GAP = re.compile(r"[ \u00a0“\"‘]+")
_DEMONYM = ("ese", "ians", "ans", "is", "ish", "ishers")
_SHARES = ("half", "third", "quarter", "part", "majority", "minority")
_WORD = re.compile(r"[\w’'-]+")


MOST_WORDS = 6
"""Words that are taken for what a number counts."""


def figures(text: str, start: int, end: int) -> list[FoundFigure]:
    """The figures in `text[start:end]`, in their order."""
    taken = Taken()
    for none in _NOT_COUNTS.finditer(text[start:end]):
        taken.take(none.start() + start, none.end() + start)
    found = [figure for figure in _candidates(text, start, end) if taken.take(figure.start, figure.end)]
    return _with_units(sorted(found, key=lambda figure: figure.start))


def _candidates(text: str, start: int, end: int) -> Iterator[FoundFigure]:
    for match in _RANGE.finditer(text, start, end):
        lo, hi = numbers.value(match["lo"]), numbers.value(match["hi"])
        joined = match["between"] or re.search(r"[-–—]|\bto\b|\bor\b", text[match.end("lo") : match.start("hi")])
        if lo is None or hi is None or not joined or lo >= hi:
            continue
        yield _counted(text, match.start(), match.end(), end, "range", lo, hi)
    for match in _ONE.finditer(text, start, end):
        number = numbers.value(match["number"])
        if number is None:
            continue
        first, op = match.start("number"), "eq"
        before = numbers.BEFORE_FORMS.search(text, max(start, first - 40), first)
        if before:
            first, op = before.start(), before.lastgroup or "eq"
        until = match.end("number")
        for word, form in _AFTER:
            if after := form.match(text, until, end):
                until, op = after.end(), word
                break
        yield _counted(text, first, until, end, op, *_bounds(op, number))
    for match in _NONE.finditer(text, start, end):
        yield _counted(text, match.start(), match.end(), end, "eq", 0, 0)
    for match in _VAGUE.finditer(text, start, end):
        yield _counted(text, match.start("vague"), match.end("vague"), end, "vague", None, None)


def _bounds(op: str, number: Number) -> tuple[Number | None, Number | None]:
    if op in ("gt", "ge"):
        return number, None
    if op in ("lt", "le", "nearly"):
        return None, number
    return number, number


def _counted(text: str, start: int, until: int, end: int, op: str, lo: Number | None, hi: Number | None) -> FoundFigure:
    """The figure with the words that say what it counts."""
    nouns, last = _nouns(text, until, end)
    per = _PER.match(text, last + 1, end) if last < end else None
    each = next((place for place, noun in enumerate(nouns) if noun[2] in _EACH), None)
    if each is not None:
        per = _PER.match(text, nouns[each][0], end)
        nouns = nouns[:each]
        last = nouns[-1][1] if nouns else until
    unit = _unit([noun for _, _, noun in nouns])
    if not unit and op == "vague" and text[start:until].lower().endswith(_SHARES):
        unit = "share"
    where = (nouns[0][0], nouns[-1][1]) if nouns else None
    told = (per["per"] or per["daily"].removesuffix("ly").replace("dai", "day")) if per else ""
    return FoundFigure(start, max(until, last), op, lo, hi, unit, told.lower(), where)


def _nouns(text: str, start: int, end: int) -> tuple[list[tuple[int, int, str]], int]:
    """The words behind a number up to one that cannot belong to what it counts, each in the singular; and where they end."""
    found: list[tuple[int, int, str]] = []
    place = last = start
    while len(found) < MOST_WORDS:
        gap = _GAP.match(text, place, end)
        word = _WORD.match(text, gap.end(), end) if gap else None
        if word is None:
            break
        plain = word.group().lower()
        if plain in _DETERMINERS:
            if found and plain == "of":
                break
            if plain in ("them", "those", "these") and not found:
                last = word.end()
            place = word.end()
            continue
        if plain in _STOP or (plain.endswith("ly") and plain not in ("daily", "family", "elderly")):
            break
        if plain.endswith("ing") and not found:
            break
        if found and plain.endswith(("ed", "ing")):
            break
        people = word.group()[0].isupper() and plain.endswith(_DEMONYM)
        found.append((word.start(), word.end(), "person" if people else _IRREGULAR.get(plain, in_single(plain))))
        place = last = word.end()
    return found, last


def _unit(nouns: list[str]) -> str:
    """The last noun of a run names the unit, except that people are counted as persons, wherever the word stands."""
    if any(noun in _PEOPLE for noun in nouns):
        return "person"
    return nouns[-1] if nouns else ""


def _with_units(found: list[FoundFigure]) -> list[FoundFigure]:
    """A bare number counts what the one before it counted, else people; "one list" counts nothing that goes on."""
    made: list[FoundFigure] = []
    unit = "person"
    for figure in found:
        made.append(replace(figure, unit=figure.unit or unit))
        if (figure.lo, figure.hi) != (1, 1):
            unit = made[-1].unit
    return made
