"""What the truth beside a list tells is really in its bytes, at the place told, and the list stands for nobody real."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from homeward.invented import Kinship, Person, people
from homeward.invented.lists import Mistake, Planned, demonstration
from homeward.invented.lists.drafts import TooFewPeople
from tests.spec.invented.sheets import sheets
from tests.spec.invented.test_papers_have_their_forms import checks

Cells = dict[tuple[str, int, int], str]
EVERYWHERE = set(Mistake)


class Rows(HTMLParser):
    """The rows of the one table of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


def cells(planned: Planned) -> Cells:
    """Every cell of a list by sheet, row and column, as a stranger reads it."""
    if planned.file.endswith(".xlsx"):
        read = sheets(planned.content)
        return {(name, *place): text for name, sheet in read.items() for place, text in sheet.cells.items()}
    if planned.file.endswith(".html"):
        rows = Rows(planned.content.decode()).rows
    else:
        rows = [next(csv.reader(StringIO(_decoded(line)), delimiter=";")) for line in planned.content.splitlines()]
    return {("", row, column): text for row, line in enumerate(rows, 1) for column, text in enumerate(line)}


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("windows-1251")


def test_there_are_five_versions_of_three_authorities(planned: tuple[Planned, ...]) -> None:
    versions = [(p.authority, p.version, p.file.rpartition(".")[2]) for p in planned]

    assert versions == [
        ("Crossing authority", 1, "xlsx"),
        ("Ministry A (emergencies)", 1, "csv"),
        ("Crossing authority", 2, "xlsx"),
        ("Crossing authority", 3, "xlsx"),
        ("Interior office", 1, "html"),
    ]
    assert sorted(p.declared for p in planned) == [p.declared for p in planned]


def test_every_mistake_is_planted_somewhere(planned: tuple[Planned, ...]) -> None:
    assert {planted.mistake for p in planned for planted in p.truth.planted} == EVERYWHERE


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**9))
def test_the_words_told_stand_in_the_cell_told_whatever_the_seed(seed: int) -> None:
    try:
        made = demonstration(seed, 700)
    except TooFewPeople:
        reject()  # among so few, no child of that age has both parents there
    for planned in made:
        read = cells(planned)
        for planted in planned.truth.planted:
            if planted.column is not None:
                assert read.get((planted.sheet, planted.row, planted.column), "") == planted.words


def test_too_few_people_are_refused_with_a_way_on() -> None:
    with pytest.raises(TooFewPeople, match="Ask for 400 at least"):
        demonstration(1, 399)


def test_every_row_with_anybody_in_it_is_told(planned: tuple[Planned, ...]) -> None:
    for each in planned:
        numbered = {
            (sheet, row) for (sheet, row, column), text in cells(each).items() if column == 0 and text.isdigit()
        }

        assert numbered == {(standing.sheet, standing.row) for standing in each.truth.rows}
        assert all(standing.people for standing in each.truth.rows)


def test_hidden_rows_and_sheets_are_those_told(planned: tuple[Planned, ...]) -> None:
    first, second = sheets(planned[0].content), sheets(planned[2].content)

    (name,) = first
    assert first[name].hidden == {planted.row for planted in planned[0].truth.of(Mistake.HIDDEN_ROW)}
    assert first[name].hidden == {standing.row for standing in planned[0].truth.rows if standing.hidden}
    (hidden,) = planned[2].truth.of(Mistake.HIDDEN_SHEET)
    assert [name for name, sheet in second.items() if sheet.state == "hidden"] == [hidden.truth]
    assert {p for s in planned[2].truth.rows if s.sheet == hidden.truth for p in s.people} == set(hidden.people)


def test_children_of_2_10_and_13_are_missing_while_both_parents_are_on(
    planned: tuple[Planned, ...], everybody: tuple[Person, ...]
) -> None:
    by_id = {person.id: person for person in everybody}
    standing = {person for each in planned[0].truth.rows for person in each.people}
    missing = [by_id[planted.people[0]] for planted in planned[0].truth.of(Mistake.CHILD_MISSING)]

    assert [child.age(planned[0].declared) for child in missing] == [2, 10, 13]
    assert len({child.household for child in missing}) == 3
    for child in missing:
        assert child.id not in standing
        assert len(child.kin(Kinship.PARENT)) == 2
        assert set(child.kin(Kinship.PARENT)) <= standing


def test_one_passport_on_two_names_really_is(planned: tuple[Planned, ...]) -> None:
    for each in planned:
        read = cells(each)
        rows = {standing.people: standing for standing in each.truth.rows}
        for planted in each.truth.of(Mistake.PASSPORT_OF_TWO):
            assert planted.column is not None
            one, other = (rows[(person,)] for person in planted.people)
            assert read[one.sheet, one.row, planted.column] == read[other.sheet, other.row, planted.column]


def test_somebody_told_twice_stands_in_two_rows(planned: tuple[Planned, ...]) -> None:
    for each in planned:
        for planted in each.truth.of(Mistake.TWICE):
            assert sum(standing.people == planted.people for standing in each.truth.rows) == 2


def test_nobody_else_stands_in_two_rows(planned: tuple[Planned, ...]) -> None:
    for each in planned:
        named = [person for standing in each.truth.rows for person in standing.people]
        twice = {person for person in named if named.count(person) > 1}
        assert twice == {person for planted in each.truth.of(Mistake.TWICE) for person in planted.people}


def test_two_in_one_cell_and_no_name_are_so(planned: tuple[Planned, ...]) -> None:
    (two,) = planned[0].truth.of(Mistake.TWO_IN_ONE)
    (nobody,) = planned[0].truth.of(Mistake.NO_NAME)

    assert len(two.people) == 2 and " / " in two.words
    read = cells(planned[0])
    assert all((nobody.sheet, nobody.row, column) not in read for column in (1, 2))
    assert nobody.truth


def test_a_bad_zone_fails_its_check_and_all_others_hold(planned: tuple[Planned, ...]) -> None:
    ministry = planned[1]
    bad = {planted.row: planted for planted in ministry.truth.of(Mistake.BAD_ZONE)}
    zones = {row: text for (_, row, column), text in cells(ministry).items() if column == 9 and text.startswith("P<")}

    assert len(zones) > 50
    for row, text in zones.items():
        lower = text.split()[1]
        assert (checks(lower[:9]) == lower[9]) == (row not in bad)
    for planted in bad.values():
        assert planted.words.replace("O", "0", planted.words.count("O")) == planted.truth.replace("O", "0")
        assert "O" in planted.words.split()[1][:9]


def test_one_line_is_of_another_encoding(planned: tuple[Planned, ...]) -> None:
    (odd,) = planned[1].truth.of(Mistake.MIXED_ENCODING)
    lines = planned[1].content.split(b"\r\n")

    lines[odd.row - 1].decode("utf-8")
    assert odd.words in lines[odd.row - 1].decode("utf-8")
    for at, line in enumerate(lines[:-1], 1):
        if at != odd.row and any(byte > 127 for byte in line):
            with pytest.raises(UnicodeDecodeError):
                line.decode("utf-8")


def test_a_near_miss_is_not_what_is_true(planned: tuple[Planned, ...]) -> None:
    for each in planned:
        for planted in each.truth.of(Mistake.NEAR_MISS):
            assert planted.words != planted.truth
            assert sorted(planted.words) == sorted(planted.truth)


def test_a_swapped_day_is_another_day(planned: tuple[Planned, ...], everybody: tuple[Person, ...]) -> None:
    born = {person.id: person.birth for person in everybody}
    for each in planned:
        for planted in each.truth.of(Mistake.SWAPPED_DAY):
            day = born[planted.people[0]]
            shown = {f"{day:%m/%d/%Y}", f"{day:%m.%d.%Y}", f"{day.year}-{day.day:02}-{day.month:02}"}
            assert planted.words in shown


def test_every_row_without_a_mistake_says_what_is_true(
    planned: tuple[Planned, ...], everybody: tuple[Person, ...]
) -> None:
    by_id = {person.id: person for person in everybody}
    first = planned[0]
    read, wrong = cells(first), {planted.row for planted in first.truth.planted}
    for standing in first.truth.rows:
        if standing.row not in wrong:
            person = by_id[standing.people[0]]
            assert read[standing.sheet, standing.row, 3] == f"{person.birth:%d/%m/%Y}"
            numbers = {document.number for document in person.documents} or {None}
            assert read.get((standing.sheet, standing.row, 6)) in numbers


def test_the_lists_are_about_the_people_of_the_seed(planned: tuple[Planned, ...]) -> None:
    ids = {person.id for person in people(7, 930)}

    assert all(person in ids for each in planned for standing in each.truth.rows for person in standing.people)


def test_files_say_that_nobody_is_real(planned: tuple[Planned, ...]) -> None:
    assert all(each.file.startswith("invented-") for each in planned)
