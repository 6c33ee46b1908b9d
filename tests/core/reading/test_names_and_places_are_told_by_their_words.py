"""Names that the case knows are found by their words; what looks like a place is told as no more than that."""

from __future__ import annotations

import pytest

from homeward.reading.core.named import Register, places_in


def names(text: str, **known: str) -> list[str]:
    register = Register({name.replace("_", " "): kind for name, kind in known.items()})
    return [f"{text[each.start : each.end]} = {each.name} ({each.kind})" for each in register.named_in(text)]


def test_a_known_name_is_found_without_case_and_with_its_place() -> None:
    assert names("The NORTHLAND army told Northland.", Northland="party") == [
        "NORTHLAND = Northland (party)",
        "Northland = Northland (party)",
    ]


def test_the_longest_of_two_names_counts() -> None:
    told = names("Northland Red Cross staff", Northland="party", Northland_Red_Cross="body")

    assert told == ["Northland Red Cross = Northland Red Cross (body)"]


def test_a_person_is_known_without_the_office_written_behind() -> None:
    register = Register({"Ola Berg, ambassador (to the agency)": "person_in_office"})

    assert [each.name for each in register.named_in("It was Ola Berg who spoke.")] == [
        "Ola Berg, ambassador (to the agency)"
    ]


def test_a_part_of_a_word_is_no_name() -> None:
    assert names("Northlanders agreed.", Northland="party") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("People wait at the Verba crossing in Lim.", ["Verba crossing", "Lim"]),
        ("the city of New Marren was quiet", ["New Marren"]),
        ("He spoke in October in Parliament.", []),
        ("Автобусы вышли из Вербы и ждут в Лимене.", ["Вербы", "Лимене"]),
        ("وصلوا إلى معبر الوادي صباحا", ["معبر الوادي"]),
        ("nobody said where", []),
    ],
)
def test_what_looks_like_a_place(text: str, places: list[str]) -> None:
    assert [each.name for each in places_in(text, 0, len(text))] == places
