"""A record is compared by whole names; a part of one never stands for a name of its own."""

from __future__ import annotations

import pytest

from homeward.matching.core.fields import FIELDS
from homeward.matching.core.values import record
from homeward.matching.engines import link
from homeward.people.core.values import NameGiven, Values


def given(*names: tuple[str, str]) -> Values:
    return Values(names=tuple(NameGiven(words, label) for words, label in names))


def test_parts_beside_a_whole_are_left_out() -> None:
    values = given(
        ("Oksana Alekseevna Abu Tayr", ""), ("Oksana", "given"), ("Alekseevna", "father's"), ("Abu Tayr", "family")
    )

    assert record(values, "1").names == ("Oksana Alekseevna Abu Tayr",)


def test_parts_alone_make_a_whole() -> None:
    values = given(("Abu Tayr", "family"), ("Oksana", "given"), ("Alekseevna", "father's"))

    assert record(values, "1").names == ("Oksana Alekseevna Abu Tayr",)


def test_a_name_in_another_script_and_one_somebody_is_called_by_stand_beside_it() -> None:
    values = given(
        ("لمياء درويش", ""), ("Lamia Darvish", "English"), ("Lulu", "also called"), ("Hana Said", "mother's")
    )

    assert record(values, "1").names == ("لمياء درويش", "Lamia Darvish", "Lulu")


def test_two_who_share_a_patronymic_alone_are_not_held_to_be_one() -> None:
    one, other = (
        record(
            given((f"{first} Алексеевна {last}", ""), (first, "given"), ("Алексеевна", "father's"), (last, "family")),
            first,
        )
        for first, last in (("Оксана", "Абу-Тайр"), ("Анастасия", "Миронова"))
    )

    assert [pair for pair in link([one], [other]).pairs if pair.probability > 0.05] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مريم محمد أبو هلال", "Maryam Muhammed Abuhelal"),
        ("Rami Abuamrah", "رامي أبو عمرة"),
        ("Абу Семра Захир", "Zahir Abusamra"),
        ("עבדלרחים אבו טייר", "عبد الرحيم أبو طير"),
    ],
)
def test_a_name_written_together_with_abu_or_abd_is_the_same_name_written_apart(one: str, other: str) -> None:
    [pair] = link([record(given((one, "")), "1")], [record(given((other, "")), "2")]).pairs

    assert not {"given", "fathers", "family"} & {
        field for field, level in zip(FIELDS, pair.levels, strict=True) if level == "other"
    }
