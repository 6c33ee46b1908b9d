"""Every level has a sentence, every weight a share, and the same person given twice is found within one list."""

from __future__ import annotations

from datetime import date

import pytest

from homeward.matching.core.days import birth_level
from homeward.matching.core.fields import FIELDS, LEVELS, SAY_NOTHING
from homeward.matching.core.numbers import number_level, slipped
from homeward.matching.core.record import Birth, Number, Record
from homeward.matching.core.said import SENTENCES, strength
from homeward.matching.core.slips import slips
from homeward.matching.core.weights import shipped
from homeward.matching.engines import link, within
from homeward.matching.engines.linking import TwiceNamed


def test_every_level_has_a_sentence_and_no_sentence_is_of_another() -> None:
    assert set(SENTENCES) == {(f, level) for f in FIELDS for level in LEVELS[f] if level not in SAY_NOTHING}


def test_every_level_has_a_share_among_one_person_and_among_relatives() -> None:
    for kind in (shipped().same, shipped().kin):
        for field in FIELDS:
            assert {level for level in LEVELS[field] if level not in SAY_NOTHING} == set(kind[field])
            assert all(0 < share <= 1 for share in kind[field].values())


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("A4471920", "A4417920", True),
        ("A4471920", "A447192", True),
        ("A4471920", "A447192O", True),
        ("A4471920", "A4471929", True),
        ("A4471920", "A4471020", True),
        ("A4471920", "A0174429", False),
        ("12345", "12346", False),
        ("A4471920", "A4471920", False),
    ],
)
def test_one_slip_of_the_hand(one: str, other: str, is_slip: bool) -> None:
    assert slipped(one, other) is is_slip
    if is_slip:
        assert _slips(one) & _slips(other)


def _slips(number: str) -> set[int]:
    return {int(code) for keys in slips([number]) for code in keys.code}


def test_numbers_meet_where_a_character_is_left_out_and_nowhere_else() -> None:
    numbers = ["A4471920", "A447192", "X4471920", "AA4471920", "80012345", "123", "Ж" * 80, ""]

    meet = {(a, b) for a in numbers for b in numbers if a < b and _slips(a) & _slips(b)}

    assert meet == {
        ("A447192", "A4471920"),
        ("A4471920", "X4471920"),
        ("A4471920", "AA4471920"),
    }


def test_numbers_of_other_papers_say_nothing_of_each_other() -> None:
    assert number_level([Number("A4471920", "passport")], [Number("80012345", "identity card")]) == "missing"


def test_the_closest_reading_of_a_day_counts() -> None:
    def day(year: int, month: int, of: int) -> Birth:
        return Birth(date(year, month, of), date(year, month, of + 1))

    assert birth_level([day(1985, 3, 7)], [day(1961, 1, 2), day(1985, 7, 3)]) == "day and month exchanged"
    assert birth_level([day(1985, 1, 1)], [day(1985, 1, 1)]) == "same day for an unknown one"
    assert birth_level([], [day(1985, 3, 7)]) == "missing"


def test_no_size_of_a_weight_is_without_a_word() -> None:
    assert [strength(bits) for bits in (12, 5, 2, 0.1, -2, -5, -12)] == [
        "strongly for",
        "for",
        "a little for",
        "little",
        "a little against",
        "against",
        "strongly against",
    ]


def test_whoever_stands_twice_is_found_within_one_list() -> None:
    born = (Birth(date(1985, 3, 7), date(1985, 3, 8)),)
    records = [
        Record("1", ("Layla Haddad",), born, (Number("A4471920"),)),
        Record("2", ("Omar Kandil",)),
        Record("3", ("ليلى حداد",), born, (Number("A4471920"),)),
    ]

    found = within(records)

    assert [(pair.left, pair.right) for pair in found.pairs if pair.probability > 0.9] == [("1", "3")]
    assert found.nobody["2"] > 0.9


def test_an_id_that_stands_twice_on_a_side_is_refused() -> None:
    with pytest.raises(TwiceNamed) as refused:
        link([Record("1"), Record("1")], [])

    assert refused.value.where == "1"
