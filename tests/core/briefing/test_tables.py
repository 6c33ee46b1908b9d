"""Tables of text for spreadsheets: no cell is taken for a formula, numbers stay numbers."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.briefing.formats.csv import cell
from homeward.files.cells import FORMULA, plain


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_opens_a_formula_is_put_in_quotes(opening):
    assert cell(f"{opening}1+1") == f"'{opening}1+1"


@given(st.text())
def test_no_text_begins_as_a_formula_does(text):
    assert not cell(text).startswith(FORMULA)


@given(st.text())
def test_no_words_of_a_person_begin_so_either_behind_what_nobody_sees(text):
    assert not plain(text).lstrip("\u200f \ufeff").startswith(FORMULA)
    assert plain(plain(text)) == plain(text), "one quote is enough"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), (True, "yes"), (False, "no"), (0, "0"), (-5, "-5"), (["a", "b"], "a; b"), (["=a"], "'=a"), ([], "")],
)
def test_values_are_written_plainly(value, shown):
    assert cell(value) == shown


def test_a_number_below_zero_is_no_formula():
    assert cell(-5) == "-5"
    assert cell(Decimal("-5.5")) == "-5.5"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1))
def test_what_is_written_is_read_again(texts):
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([cell(text) for text in texts])

    (read,) = csv.reader(io.StringIO(written.getvalue(), newline=""))

    assert [one.removeprefix("'") if one[1:].startswith(FORMULA) else one for one in read] == [
        one.removeprefix("'") if one[1:].startswith(FORMULA) else one for one in texts
    ]
