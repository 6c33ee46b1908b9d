"""Which numbers of a text count somebody."""

import pytest

from homeward.ledger.core.figures import Op
from homeward.ledger.core.written_numbers import lists, numbers, sums, totals


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("120 and 117, then 1,047 and 12\u00a0000", [120, 117, 1047, 12000]),
        ("on 14 Apr and April 15, 2023, 357 flew", [357]),
        ("since 2016 or 2016-12-18 at 12:00, 60 % and 3.5", []),
        ("90-100 came, S-300, no #4, 7th", []),
        ("361, corrected from 335", [361]),
        ("fell to 46 from 50", [46, 50]),
        ("", []),
    ],
)
def test_numbers(text, found):
    assert [number.value for number in numbers(text)] == found


def test_how_a_number_was_put():
    text = "more than 5, at least 6, about 7, nearly 8, up to 9, fewer than 10, 11"
    assert [number.op for number in numbers(text)] == [Op.GT, Op.GE, Op.ABOUT, Op.NEARLY, Op.LE, Op.LT, Op.EQ]


def test_numbers_spelled_out_on_request():
    assert [number.value for number in numbers("16 and three", spelled=True)] == [16, 3]


def test_a_chain_with_minus_is_a_sum_only_with_its_result():
    assert [(s.terms, s.result) for s in sums("869-318-357=194; 125 + 124; 90-100; 2023-11-04")] == [
        ((869, -318, -357), 194),
        ((125, 124), None),
    ]


def test_what_a_sum_is_held_against():
    (written,) = sums("706+186=892, neither 887 nor 869; not 5")
    assert written.against == (887, 869)


def test_totals():
    assert [number.value for number in totals("869 in all; a total of 1,047; 12 people altogether; 3")] == [
        869,
        1047,
        12,
    ]


def test_lists_are_closed_or_none():
    assert [
        (found.whole.value, [part.value for part in found.parts]) for found in lists("50 freed: 30 women, 20 minors")
    ] == [(50, [30, 20])]
    for text in (
        "50 freed: 30 women among them, 5 men",
        "freed: 30, 20",
        "50 and 60: 30, 20",
        "50: 30",
        "50: 30, on 4 roads",
    ):
        assert list(lists(text)) == []
