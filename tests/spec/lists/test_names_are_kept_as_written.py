"""A name is stored letter by letter as it came; what a person should know of its text is told, and nothing is mended."""

from __future__ import annotations

import pytest

from tests.spec.lists.tables import asked, cells, codes, looked, names

PLAIN = [
    "محمـــد خليل",  # tatweel
    "مُحَمَّد خليل",
    "أحمد آدم",
    "عبد الله ناصر",
    "Ame\u0301lie Haddad",
    "\u200eLayla Haddad\u200f",
    "Анна Соколова",
    "o\ufb00 Haddad Hall",
    "İpek Işık",
    "  Layla\u00a0 Haddad ",
    "Dr. Layla Haddad",
    "أبو أحمد خليل",
    "Robert'); DROP TABLE people;--",
    "<script>alert(1)</script> Haddad",
    "{{7*7}} Haddad ${x}",
    "Layla &amp; Haddad",
    "Layla ../../ Haddad",
    "Layla Haddad\r\nSet-Cookie: a=b",
]


@pytest.mark.parametrize("name", PLAIN)
def test_a_name_is_taken_in_as_it_is(name: str) -> None:
    seen = looked(cells(("Name", "Passport"), (name, "A4471920")))

    assert names(seen) == [name]
    assert seen.outcome in ("accept", "accept_with_warnings")


@pytest.mark.parametrize("name", ["NULL", "None", "NaN", "true", "\\N", "nan"])
def test_words_that_programs_take_for_nothing_are_names(name: str) -> None:
    seen = looked(cells(("Name", "Passport"), (name, "A4471920")))

    assert names(seen) == [name]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Layla \u202eddadaH", "name-direction"),
        ("Layla \u2067حداد\u2069", "name-isolate"),
        ("Lay\u200bla Haddad", "name-invisible"),
        ("Lаyla Haddad", "name-mixed"),
        ("ΑΝΝΑ ΜΑΡΙΑ", "name-look-alike"),
        ("Layla 👨‍👩‍👧 Haddad", "name-symbol"),
        ("L" + "\u0301" * 60 + "ayla Haddad", "name-marks"),
        ("Layla H\ufffdddad", "name-damaged"),
        ("Layla\x00 Haddad", "name-control"),
        ("Layla\x85Haddad Omar", "name-control"),
        ("Dr.", "name-incomplete"),
        ("Layla", "name-incomplete"),
        ("N.N.", "name-unnamed"),
        ("unknown male about 30", "name-unnamed"),
        ("=Layla Haddad", "name-formula"),
        ("\ufeff +Layla Haddad", "name-formula"),
        ("＝Layla Haddad", "name-formula"),
    ],
)
def test_what_a_person_should_know_of_a_name_is_told(name: str, code: str) -> None:
    seen = looked(cells(("Name", "Passport"), (name, "A4471920")))

    assert code in codes(seen.warnings)
    assert names(seen) == [name]


def test_a_long_name_is_not_cut() -> None:
    name = "Layla " + "a" * 294

    assert names(looked(cells(("Name",), (name,)))) == [name]


def test_a_name_of_more_than_a_thousand_letters_is_asked_about() -> None:
    seen = looked(cells(("Name",), ("Layla " + "a" * 1000,), ("Omar Saleh",)))

    assert asked(seen) == ["long-name"]
    assert [line.code for line in seen.set_aside] == ["long-name"]


def test_an_alias_on_a_second_line_is_an_alias() -> None:
    seen = looked(cells(("Name",), ("Layla Haddad\naka Laila H.",)))

    assert [(name.words, name.label) for name in seen.rows[0].values.names] == [
        ("Layla Haddad\naka Laila H.", ""),
        ("Laila H.", "also called"),
    ]


def test_two_people_in_one_cell_are_asked_about_and_not_parted() -> None:
    seen = looked(cells(("Name",), ("Layla Haddad / Omar Saleh",), ("Rania Nasser",)))

    assert asked(seen) == ["several-people"]
    assert names(seen) == ["Rania Nasser"]
    kept = looked(
        cells(("Name",), ("Layla Haddad / Omar Saleh",), ("Rania Nasser",)),
        answers=seen.answers.answered("several-people", "keep"),
    )
    assert names(kept) == ["Layla Haddad / Omar Saleh", "Rania Nasser"]


def test_one_name_in_two_scripts_in_one_cell_is_one_person() -> None:
    seen = looked(cells(("Name",), ("Layla Haddad / ليلى حداد",)))

    assert [name.words for name in seen.rows[0].values.names] == ["Layla Haddad", "ليلى حداد"]


def test_a_child_that_has_no_name_yet_points_to_its_mother() -> None:
    seen = looked(cells(("Name",), ("Infant of Layla Haddad",), ("Layla Haddad",)))

    assert "child-of" in codes(seen.notices)
    assert seen.outcome == "accept"


def test_two_who_are_not_named_are_two_people() -> None:
    seen = looked(cells(("Name", "Date of birth"), ("N.N.", "1990"), ("N.N.", "1990")))

    assert seen.people == 2
