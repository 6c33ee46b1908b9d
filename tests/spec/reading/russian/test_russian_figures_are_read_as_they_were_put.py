"""A number in digits or words, in any case, is read with how it was put and what it counts."""

import pytest

from homeward.reading.core.russian import figures
from homeward.reading.core.russian.numbers import numbers


@pytest.mark.parametrize(
    ("words", "text", "op", "lo", "hi", "unit"),
    [
        ("вернулся 61 человек", "61 человек", "eq", 61, 61, "person"),
        ("вычеркнули пятерых", "пятерых", "eq", 5, 5, "person"),
        ("более чем 250 семей", "более чем 250 семей", "gt", 250, None, "family"),
        ("свыше ста детей", "свыше ста детей", "gt", 100, None, "person"),
        ("не менее семи нарушений", "не менее семи нарушений", "ge", 7, None, "violation"),
        ("не больше одной сумки", "не больше одной сумки", "le", None, 1, "bag"),
        ("до трёхсот беженцев", "до трёхсот беженцев", "le", None, 300, "person"),
        ("менее двадцати грузовиков", "менее двадцати грузовиков", "lt", None, 20, "truck"),
        ("почти пятьсот", "почти пятьсот", "nearly", None, 500, "person"),
        ("около трёхсот человек", "около трёхсот человек", "about", 300, 300, "person"),
        ("человек двадцать", "человек двадцать", "about", 20, 20, "person"),
        (
            "от трёхсот до трёхсот пятидесяти семей",
            "от трёхсот до трёхсот пятидесяти семей",
            "range",
            300,
            350,
            "family",
        ),
        ("пять-шесть тысяч человек", "пять-шесть тысяч человек", "range", 5000, 6000, "person"),
        ("300-350 семей", "300-350 семей", "range", 300, 350, "family"),
        ("ни одного человека", "ни одного человека", "eq", 0, 0, "person"),
        ("одного-двух могли бы выпустить", "одного-двух", "range", 1, 2, "person"),
        ("1 400 эвакуированных", "1 400 эвакуированных", "eq", 1400, 1400, "person"),
        ("2,5 млн литров топлива", "2,5 млн литров топлива", "eq", 2500000, 2500000, "litre"),
        ("больше сотни", "больше сотни", "gt", 100, None, "person"),
        ("двести с лишним домов", "двести с лишним домов", "gt", 200, None, "house"),
        ("сотни машин стоят", "сотни машин", "vague", None, None, "vehicle"),
        ("двухнедельное перемирие", "двухнедельное перемирие", "eq", 2, 2, "week"),
    ],
)
def test_the_words_around_a_number_say_how_it_is_meant(words, text, op, lo, hi, unit):
    found = figures(words, 0, len(words))[0]

    assert (words[found.start : found.end], found.op, found.lo, found.hi, found.unit) == (text, op, lo, hi, unit)


@pytest.mark.parametrize(
    "words",
    [
        "это было 20 февраля",
        "с 2014 года",
        "в 18:00",
        "с шести утра до шести вечера",
        "в возрасте 12 лет",
        "3-я бригада",
        "двенадцатилетний мальчик",
        "один из них",
        "обвинили друг друга",
        "резолюция 2712",
    ],
)
def test_dates_hours_ages_and_ranks_count_nobody(words):
    assert figures(words, 0, len(words)) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("четырёхстах семидесяти", 470),
        ("двумястами сорока одним", 241),
        ("тысяча двести", 1200),
        ("двадцать пять тысяч триста", 25300),
        ("полторы тысячи", 1500),
        ("три десятка", 30),
        ("двенадцатью", 12),
    ],
)
def test_a_number_in_words_is_one_number_in_every_case(words, value):
    plain = words.replace("ё", "е")

    assert [one.value for one in numbers(plain, 0, len(plain))] == [value]


def test_a_rate_keeps_what_it_is_for():
    words = "шестьдесят машин в день"

    assert [(one.lo, one.unit, one.per) for one in figures(words, 0, len(words))] == [(60, "vehicle", "day")]
