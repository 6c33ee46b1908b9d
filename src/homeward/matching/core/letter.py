"""The letter to an authority about families that its list takes apart: who stands on it, whom to look for, what to check.

Plain values in, a letter in one language out. A near miss is a question in it, never somebody who is missing. Names are as
voices gave them, in the script of the letter where there is one; numbers of papers and rows stay as they are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homeward.matching.core.wordings import WORDINGS, Tie, Wording
from homeward.names import Script, script
from homeward.refusals import Refused

ALONE, END = "\u2068", "\u2069"
"""Around what stands for itself in either direction of writing: a name, a number of a paper (first strong isolate, and its end)."""
_DEFAULT_DAYS = frozenset({(1, 1), (7, 1), (12, 31)})
Row = tuple[int, int]
"""Sheet and row of a list as the file counts them; row 0 where none gives the entry."""


class NoSuchLanguage(Refused):
    """Letters are not written in this language."""


@dataclass(frozen=True, slots=True)
class Birth:
    """A day of birth as written, and the days it means, the last not included; none where nobody can tell."""

    words: str
    start: date | None = None
    until: date | None = None

    @property
    def is_default(self) -> bool:
        """Whether it is a day that offices write when nobody knows."""
        if self.start is None or self.until is None or (self.until - self.start).days != 1:
            return False
        return (self.start.month, self.start.day) in _DEFAULT_DAYS


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who stands on the list: every name as written, and the rows."""

    person: UUID
    names: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """What somebody is to somebody who stands on the list."""

    tie: Tie
    to: Listed


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody who is not found on the list, or may stand there: all that the authority needs to look for them.

    `off_since` is the number of the version since which they stand on it no more; `may_be` the rows that may be theirs, `lines`
    those that could not be read and may name them.
    """

    person: UUID
    names: tuple[str, ...]
    births: tuple[Birth, ...] = ()
    papers: tuple[str, ...] = ()
    kin: tuple[Kin, ...] = ()
    off_since: int | None = None
    may_be: tuple[Row, ...] = ()
    lines: tuple[Row, ...] = ()

    @property
    def is_question(self) -> bool:
        return bool(self.may_be or self.lines)


@dataclass(frozen=True, slots=True)
class Family:
    """A family: who of it stands on the list, and whom the letter asks for."""

    listed: tuple[Listed, ...]
    sought: tuple[Sought, ...]


@dataclass(frozen=True, slots=True)
class About:
    """Which list the letter is about: whose, its name, the number and the day of the version; when it is written."""

    authority: str
    title: str
    number: int
    written_on: date
    start: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One family of a letter, line by line."""

    heading: str
    listed: tuple[str, ...]
    sought: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be put into a form: what stands for itself is set between ALONE and END."""

    language: str
    direction: str
    to: str
    day: str
    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    on_the_list: str
    off_the_list: str
    to_check: str
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    people: tuple[UUID, ...]
    """Everybody whom it names, each once."""


def letter(about: About, families: Sequence[Family], language: str) -> Letter:
    """The letter about these families, in a language of WORDINGS; whoever has no name that opens is not in it."""
    if language not in WORDINGS:
        raise NoSuchLanguage(where=language[:40], instead=f"There are: {', '.join(WORDINGS)}.")
    told = [left for each in families if (left := _with_names(each)).sought]
    return _Writing(WORDINGS[language], told).letter(about, told)


def _with_names(family: Family) -> Family:
    return Family(
        tuple(each for each in family.listed if each.names),
        tuple(
            replace(each, kin=tuple(kin for kin in each.kin if kin.to.names)) for each in family.sought if each.names
        ),
    )


class _Writing:
    """A letter being written in one language."""

    def __init__(self, wording: Wording, families: Sequence[Family]) -> None:
        self.say = wording
        rows = [row for each in families for one in each.listed for row in one.rows]
        rows += [row for each in families for one in each.sought for row in (*one.may_be, *one.lines)]
        self.sheets = any(sheet > 1 for sheet, _ in rows)

    def letter(self, about: About, families: Sequence[Family]) -> Letter:
        say, title = self.say, alone(about.title)
        named = {each.person: None for family in families for each in family.listed}
        named |= {each.person: None for family in families for each in family.sought}
        count = say.counted.format(count=say.count(len(named)))
        day = say.written_days(about.start, about.until) if about.start and about.until else ""
        which = (say.list_of_day if day else say.list_undated).format(
            title=title, day=day, number=say.count(about.number)
        )
        return Letter(
            say.language,
            say.direction,
            alone(about.authority),
            say.written_day(about.written_on),
            say.subject.format(title=title),
            say.greeting,
            (say.opening.format(list=which), *((say.purpose,) if families else ()), count),
            say.on_the_list,
            say.off_the_list,
            say.to_check,
            tuple(self.section(number, family) for number, family in enumerate(families, 1)),
            (say.closing, say.regards),
            tuple(named),
        )

    def section(self, number: int, family: Family) -> Section:
        listed = sorted(family.listed, key=lambda each: (each.rows, each.names))
        return Section(
            self.say.family.format(number=self.say.count(number)),
            tuple(f"{self.name(each.names)} ({self.places(each.rows)})" for each in listed),
            tuple(self.described(each) for each in family.sought if not each.is_question),
            tuple(line for each in family.sought if each.is_question for line in self.questions(each)),
        )

    def described(self, each: Sought) -> str:
        """All that is told of somebody, in one line."""
        say = self.say
        name, others = self.chosen(each.names)
        parts = [alone(name)]
        if others:
            parts.append(say.also_written.format(names=say.comma.join(map(alone, others))))
        parts += [self.birth(birth) for birth in each.births]
        if each.papers:
            parts.append(say.paper.format(numbers=say.comma.join(map(alone, each.papers))))
        for kin in each.kin:
            tie = say.ties[kin.tie].format(name=self.name(kin.to.names), place=self.places(kin.to.rows))
            parts.append(say.tie.format(tie=tie))
        if each.off_since is not None:
            parts.append(say.off_since.format(number=say.count(each.off_since)))
        return say.stop.join(parts)

    def questions(self, each: Sought) -> Iterable[str]:
        person = self.described(each)
        if each.may_be:
            yield self.say.may_be.format(
                place=_capital(self.places(each.may_be)), person=person, spelling=self.say.spelling
            )
        if each.lines:
            yield self.say.may_name.format(place=_capital(self.places(each.lines)), person=person)

    def birth(self, birth: Birth) -> str:
        if birth.start is None or birth.until is None:
            return self.say.born_unread.format(words=alone(birth.words))
        form = self.say.born_default if birth.is_default else self.say.born
        return form.format(day=self.say.written_days(birth.start, birth.until))

    def places(self, rows: Sequence[Row]) -> str:
        found = [self.say.place(sheet, row, sheets=self.sheets) for sheet, row in rows] or [self.say.no_row]
        return self.say.comma.join(dict.fromkeys(found))

    def name(self, names: Sequence[str]) -> str:
        return alone(self.chosen(names)[0])

    def chosen(self, names: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """The name that a reader of this language reads, and the others; as written, whichever it is."""
        mine = [name for name in names if script(name) is self.say.script]
        latin = [name for name in names if script(name) is Script.LATIN]
        first = (mine or latin or list(names))[0]
        return first, tuple(name for name in names if name != first)


def described(say: Wording, each: Sought) -> str:
    """All that is told of somebody in one line of a letter: name, other spellings, birth, papers, and what else is given."""
    return _Writing(say, ()).described(each)


def alone(words: str) -> str:
    """Words set apart, so that their direction turns nothing beside them; signs that would end that are left out."""
    return f"{ALONE}{''.join(letter for letter in ' '.join(words.split()) if letter not in _TURNING)}{END}"


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
