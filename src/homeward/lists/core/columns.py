"""Which column holds what: said by a person, by the words above it, or asked, with what its cells look like as the first guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from homeward.lists.core.answers import LEAVE
from homeward.lists.core.book import Line, Question
from homeward.lists.core.contents import Contents, contents
from homeward.lists.core.fields import MANY, NAMES, Field, meant, says_script
from homeward.lists.core.header import Heading
from homeward.lists.core.notices import Notice
from homeward.lists.core.split import Pieces, births, divided, pieces
from homeward.names import Script, key

MANY_EMPTY = 10
"""Headed columns without contents that are told."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column with anything in it holds, and what is open; `birth` are three that hold one. Numbered from 0."""

    fields: Mapping[int, Field]
    headings: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    notices: tuple[Notice, ...] = ()
    birth: Pieces | None = None

    def of(self, field: Field) -> tuple[int, ...]:
        """The columns that hold this, from the left."""
        return tuple(at for at, each in self.fields.items() if each is field)

    def heading(self, at: int) -> str:
        """The words above a column on one line, or its number."""
        words = " ".join(self.headings[at].split()) if at < len(self.headings) else ""
        return words or f"column {at + 1}"


def columns(sheet: str, found: Heading, body: Sequence[Line], settled: Mapping[int, Field]) -> Columns:
    """What the columns of a table hold; `settled` is what a person said of them, now or of an earlier version."""
    looked = _Look(sheet, found, _filled(found, body), settled)
    looked.divided(body)
    looked.by_words()
    looked.alike()
    looked.other_alike()
    looked.empty()
    looked.parts_of_names()
    looked.nobody_named()
    fields = {at: looked.fields[at] for at in sorted(looked.fields)}
    return Columns(fields, looked.headings, tuple(looked.questions), tuple(looked.notices), looked.birth)


def _filled(found: Heading, body: Sequence[Line]) -> dict[int, Contents]:
    """The contents of each column that has any, or a heading."""
    cells: defaultdict[int, list[str]] = defaultdict(list)
    for line in body:
        for at, cell in enumerate(line.cells):
            if cell and not cell.isspace():
                cells[at].append(cell)
    headed = {at for at, word in enumerate(found.words) if word.strip()}
    return {at: contents(cells.get(at, [])) for at in sorted({*cells, *headed})}


class _Look:
    """One table being looked at; what is settled is never asked again."""

    def __init__(self, sheet: str, found: Heading, held: Mapping[int, Contents], settled: Mapping[int, Field]) -> None:
        self.sheet, self.found, self.held, self.settled = sheet, found, held, settled
        width = max(held, default=-1) + 1
        self.headings = (*found.words, *[""] * (width - len(found.words)))[: max(width, len(found.words))]
        self.fields: dict[int, Field] = {}
        self.exact: dict[int, bool] = {}
        self.questions: list[Question] = []
        self.notices: list[Notice] = []
        self.birth: Pieces | None = None

    def divided(self, body: Sequence[Line]) -> None:
        """Three columns that hold one day of birth are read as one, which is told."""
        self.birth = pieces(self.headings, body, self.settled)
        if self.birth is None:
            self._ask_whose_day()
            return
        across = sorted(self.birth.columns)
        self.fields |= dict.fromkeys(across, Field.BIRTH)
        self.exact |= dict.fromkeys(across, True)
        told = ", ".join(f"“{self.heading(at)}”" for at in across)
        message = f"{told}: these three columns were read together as one day of birth."
        self.notices.append(Notice("birth-joined", message, self.sheet, 0, self.birth.first))

    def _ask_whose_day(self) -> None:
        """Day, month and year beside each other, where no heading says of what: it may be the birth."""
        if births(self.headings, self.settled):
            return
        for each in divided(self.headings):
            of_another = any(at in self.settled or meant(self.headings[at])[0] for at in each.columns)
            if of_another or not all(self.held[at].filled for at in each.columns):
                continue
            told = ", ".join(str(at + 1) for at in sorted(each.columns))
            for at in sorted(each.columns):
                self.fields[at], self.exact[at] = Field.OTHER, False
                self.ask(at, f"Columns {told} hold day, month and year of something.", Field.BIRTH)

    def by_words(self) -> None:
        """Each column by what was settled, else by its heading, else by a question."""
        for at, held in self.held.items():
            if at in self.fields:
                continue
            if at in self.settled:
                self.fields[at], self.exact[at] = self.settled[at], True
                continue
            named, self.exact[at] = meant(self.headings[at])
            if len(named) == 1 and not held.denies(named[0]):
                self.fields[at] = named[0]
            else:
                self.fields[at] = self._unclear(at, named, held)

    def _unclear(self, at: int, named: tuple[Field, ...], held: Contents) -> Field:
        words = " ".join(self.headings[at].split())
        if not held.filled:
            return Field.OTHER
        if len(named) == 1:
            self.ask(at, f"It is headed “{words}”, but its cells look like something else.", held.likely, named[0])
        elif named:
            self.ask(at, f"Its heading “{words}” names several things.", *named)
        elif not words:
            self.ask(at, "It has no heading.", held.likely)
        elif held.likely and held.likely not in (Field.AGE, Field.RUNNING) and not self._taken(held.likely):
            self.ask(at, f"Nobody knows the heading “{words}”.", held.likely)
        else:
            self.notices.append(Notice("other-column", f"Kept under its heading “{words}”.", self.sheet, 0, at, False))
        return Field.OTHER

    def _taken(self, field: Field) -> bool:
        return any(meant(word)[0] == (field,) or self.settled.get(at) is field for at, word in enumerate(self.headings))

    def alike(self) -> None:
        """Two columns for one thing: the one that says so exactly, the one in other letters, or a question."""
        places: defaultdict[Field, list[int]] = defaultdict(list)
        divided = self.birth.columns if self.birth else ()
        for at, field in self.fields.items():
            if at not in divided and field not in MANY and field not in (Field.OTHER, Field.NOTHING):
                places[field].append(at)
        for field, several in places.items():
            open_ones = [at for at in several if at not in self.settled]
            if len(several) < 2 or not open_ones:
                continue
            self._apart(field, several, open_ones)

    def other_alike(self) -> None:
        """Columns that no field is for, under one heading: nobody could tell them apart later."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at, field in self.fields.items():
            if field is Field.OTHER and at not in self.settled and self.held[at].filled and self.headings[at].strip():
                places[key(self.headings[at])].append(at)
        open_ones = {question.column for question in self.questions}
        for several in places.values():
            if len(several) > 1 and not open_ones & set(several):
                told = " and ".join(str(at + 1) for at in several)
                for at in several:
                    self.ask(at, f"Columns {told} have the same heading, “{self.heading(at)}”.", self.held[at].likely)

    def empty(self) -> None:
        """Many columns that have a heading and hold nothing are told: something may have been lost on the way."""
        hollow = [at for at, held in self.held.items() if not held.filled]
        if len(hollow) >= MANY_EMPTY:
            message = (
                f"{len(hollow):,} columns have a heading and hold nothing, the first is “{self.heading(hollow[0])}”."
            )
            self.notices.append(Notice("empty-columns", message, self.sheet))

    def _apart(self, field: Field, several: list[int], open_ones: list[int]) -> None:
        for at in [at for at in open_ones if not self.held[at].filled]:
            if len(several) > 1:
                several.remove(at)
                self.fields[at] = Field.OTHER
        if len(several) < 2:
            return
        if field is Field.NAME and self._in_other_letters(several):
            return
        exact = [at for at in several if self.exact[at]]
        if len(exact) == 1:
            for at in several:
                if at not in exact and at in open_ones:
                    self.fields[at] = Field.OTHER
                    words = self.heading(at)
                    self.notices.append(
                        Notice("other-column", f"Kept under its heading “{words}”.", self.sheet, 0, at, False)
                    )
            return
        told = " and ".join(str(at + 1) for at in several)
        for at in several:
            if at in open_ones:
                first = Field.OTHER_NAME if field is Field.NAME and at != several[0] else field
                self.ask(at, f"Columns {told} all seem to hold: {field.value}.", first, field)

    def _in_other_letters(self, several: list[int]) -> bool:
        """Names in different letters are one name twice; the one that says it is another stands behind."""
        scripts = [self.held[at].script for at in several]
        headings = {key(self.headings[at]) for at in several}
        if len(set(scripts)) < len(scripts) or Script.OTHER in scripts or len(headings) < len(several):
            return False
        first = next((at for at in several if not says_script(self.headings[at])), several[0])
        for at in several:
            if at != first:
                self.fields[at] = Field.OTHER_NAME
        return True

    def parts_of_names(self) -> None:
        """Beside a column of family names, a column headed "name" holds given names, unless the family stands in it too."""
        whole = [at for at, field in self.fields.items() if field is Field.NAME and at not in self.settled]
        held = set(self.fields.values())
        if len(whole) != 1:
            return
        if Field.FAMILY in held and Field.GIVEN not in held and self._is_part(whole[0]):
            self.fields[whole[0]] = Field.GIVEN
        elif Field.GIVEN in held and Field.FAMILY not in held and self._is_part(whole[0]):
            self.fields[whole[0]] = Field.FAMILY
        elif Field.FATHER in held and Field.GRANDFATHER in held and Field.GIVEN not in held and self._is_part(whole[0]):
            self.fields[whole[0]] = Field.GIVEN

    def _is_part(self, at: int) -> bool:
        """Whether the cells are single words rather than whole names."""
        return self.held[at].shares.get(Field.NAME, 0.0) < 0.5

    def nobody_named(self) -> None:
        """A table without a column of names is asked about; its likeliest column comes first."""
        if set(self.fields.values()) & NAMES or not any(held.filled for held in self.held.values()):
            return
        if any(question.code == "column" for question in self.questions):
            return
        order = sorted(self.held, key=lambda at: -self.held[at].shares.get(Field.NAME, 0.0))
        choices = tuple((str(at + 1), f"{self.heading(at)}: {self._shown(at)}") for at in order if self.held[at].filled)
        nobody = (LEAVE, "none: this table holds nobody, leave it out")
        self.questions.append(
            Question("name-column", "Which column holds the names?", self.sheet, None, (*choices, nobody))
        )

    def heading(self, at: int) -> str:
        return " ".join(self.headings[at].split()) or f"column {at + 1}"

    def _shown(self, at: int) -> str:
        return "; ".join(cell[:60] for cell in self.held[at].shown)

    def ask(self, at: int, why: str, *likely: Field | None) -> None:
        """What does this column hold? The likeliest answers come first."""
        first = [field for field in likely if field]
        order = dict.fromkeys((*first, Field.OTHER, Field.NOTHING, *Field))
        words = f"Column {at + 1}: {why} What does it hold? Its cells: {self._shown(at)}"
        self.questions.append(
            Question(
                "column", words, self.sheet, at, tuple((field.value, _SAID.get(field, field.value)) for field in order)
            )
        )


_SAID = {
    Field.OTHER: "something else; keep it under its heading",
    Field.NOTHING: "nothing that is needed; leave it out",
}
