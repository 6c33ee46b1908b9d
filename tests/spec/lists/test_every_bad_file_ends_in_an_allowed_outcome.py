"""Each file of the corpus becomes a book with all its rows, or is refused with a way on; what hides or surprises is told."""

from __future__ import annotations

import pytest

from homeward.lists.formats.book import Book
from homeward.lists.formats.received import book
from homeward.refusals import Grade, Refused
from tests.corpus.make import LISTS, TABLE
from tests.corpus.making import ASK, REJECT, Expected
from tests.corpus.people import HEBREW, PEOPLE, RUSSIAN, WESTERN

CORPUS = {row.file: row for row in map(Expected.of, TABLE.read_text().splitlines()[1:])}
REFUSED = [file for file, row in CORPUS.items() if row.says]
READ = [file for file, row in CORPUS.items() if not row.says]
EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def opened(file: str) -> Book:
    return book(file, (LISTS / file).read_bytes())


@pytest.mark.parametrize("file", REFUSED)
def test_what_cannot_be_read_is_refused_with_the_reason_and_a_way_on(file: str) -> None:
    with pytest.raises(Refused) as refused:
        opened(file)

    assert CORPUS[file].says in str(refused.value)
    assert refused.value.where.startswith(file)
    assert refused.value.instead


@pytest.mark.parametrize("file", READ)
def test_every_line_is_there_or_set_aside_with_a_reason_and_what_surprises_is_told(file: str) -> None:
    expected = CORPUS[file]

    read = opened(file)

    lines = [line for sheet in read.sheets for line in sheet.lines]
    assert len(lines) == int(expected.lines)
    assert sum(bool(line.fault) for line in lines) == int(expected.faulty)
    assert {finding.code for finding in read.findings} == set(expected.codes)
    assert all(finding.message and finding.where.startswith(file) for finding in read.findings)
    doubts = {finding.code for finding in read.findings if finding.grade is Grade.DOUBT}
    assert doubts == {question.code for question in read.questions}
    assert not doubts or expected.outcome == ASK
    assert all(question.words and len(question.choices) > 0 for question in read.questions)
    if expected.outcome != REJECT:
        assert int(expected.stored) + int(expected.aside) <= len(lines)


@pytest.mark.parametrize(
    "file", [name for name in READ if name.startswith("f") and CORPUS[name].stored in ("12", "16")]
)
def test_the_people_of_a_file_are_those_who_were_put_into_it(file: str) -> None:
    read = opened(file)

    cells = {cell for sheet in read.sheets for line in sheet.lines for cell in line.cells}
    assert all(one.name in cells or one.arabic in cells for one in PEOPLE)
    words = "\n".join(cells).translate(EASTERN)
    if file not in ("f43_names_only.txt",):
        assert all(one.born in words or "/".join(reversed(one.born.split("-"))) in words for one in PEOPLE)


@pytest.mark.parametrize(
    ("file", "rows"),
    [
        ("f21_windows_1255.csv", HEBREW),
        ("f21_windows_1251.csv", RUSSIAN),
        ("f21_koi8_r.csv", RUSSIAN),
        ("f21_cp866.csv", RUSSIAN),
        ("f21_windows_1252.csv", WESTERN),
    ],
)
def test_the_likeliest_alphabet_is_the_right_one_and_a_sample_is_shown(file: str, rows: list[list[str]]) -> None:
    read = opened(file)

    assert [list(line.cells) for line in read.sheets[0].lines] == rows
    (question,) = read.questions
    assert question.choices[0][0] == read.encoding
    assert rows[0][0] in question.choices[0][1] or rows[1][0] in question.choices[0][1]


def test_an_answer_about_the_alphabet_is_followed_and_asked_no_more() -> None:
    read = book("list.csv", (LISTS / "f21_koi8_r.csv").read_bytes(), encoding="koi8-r")

    assert not read.questions
    assert [list(line.cells) for line in read.sheets[0].lines] == RUSSIAN


def test_letters_of_the_right_are_read_in_order_and_digits_are_not_turned() -> None:
    shaped, eastern, hebrew = map(opened, ("f34_shaped.pdf", "f34_eastern_digits.pdf", "f34_hebrew.pdf"))

    assert [line.cells for line in shaped.sheets[0].lines[1:]] == [
        (one.arabic, one.born, one.passport) for one in PEOPLE
    ]
    assert [line.cells[1].translate(EASTERN) for line in eastern.sheets[0].lines[1:]] == [one.born for one in PEOPLE]
    assert [line.cells for line in hebrew.sheets[0].lines] == [(row[0], row[1], row[3]) for row in HEBREW]


def test_days_of_a_workbook_are_days_and_its_column_says_so() -> None:
    for file in (
        "clean.xlsx",
        "d14_days_since_1904.xlsx",
        "d13_days_shown_in_words.xlsx",
        "f13_clean.xls",
        "f13_clean.ods",
    ):
        (sheet,) = opened(file).sheets

        assert sheet.dated == (3,)
        assert [line.cells[3] for line in sheet.lines[1:]] == [one.born for one in PEOPLE]


def test_numbers_are_spelled_as_they_are_shown() -> None:
    zeros, long, leap, times = (
        opened(file).sheets[0].lines[1].cells
        for file in ("d25_zeros_by_format.xlsx", "d19_long_number.xlsx", "d21_serial_60.xlsx", "d14_times.xlsx")
    )

    assert zeros[5] == "00004467"
    assert long[5] == "12345678901234567000"
    assert leap[3] == "60"
    assert times[6:] == ("12:00", "1985-03-07 06:00")


def test_what_is_hidden_is_marked_where_it_stands() -> None:
    assert [sheet.hidden for sheet in opened("f05_hidden_sheet.xlsx").sheets] == ["", "hidden"]
    assert [sheet.hidden for sheet in opened("f05_very_hidden_sheet.xlsx").sheets] == ["", "very hidden"]
    assert [line.number for line in opened("f06_hidden_rows.xlsx").sheets[0].lines if line.hidden] == [4, 5, 9]
    assert opened("f06_hidden_column.xlsx").sheets[0].hidden_columns == (6,)
    assert opened("f03_merged_down.xlsx").sheets[0].merged == ((12, 4, 13, 4),)


def test_the_table_names_every_file_that_lies_beside_it() -> None:
    assert {file.name for file in LISTS.iterdir()} == {*CORPUS, TABLE.name}
    assert len(CORPUS) >= 90
