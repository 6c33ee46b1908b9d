"""A letter to an authority names whom to look for, asks about near misses, and leaves out who has not agreed to be named."""

from __future__ import annotations

import json
from uuid import UUID, uuid4

import pytest

from homeward.lists import queries as lists
from homeward.lists.queries import EntryOf, VersionView
from homeward.matching import queries
from homeward.matching.core.letter import NoSuchLanguage
from homeward.matching.formats.letters import as_json, as_page, as_text
from homeward.matching.queries import LetterView
from homeward.people.queries import NoSuchPerson
from tests.spec.matching.rooms import KARIM, LENA, NOOR, SALMA, Room


def letter(room: Room, version: VersionView, language: str = "en", **more: object) -> LetterView:
    with room.desk.acting():
        asked = room.register.asked(as_of="2026-01-05")
        return queries.letter(asked, version.id, language, **more)  # type: ignore[arg-type]


def plain(view: LetterView) -> str:
    return json.dumps(as_json(view.letter), ensure_ascii=False)


@pytest.fixture
def family(room: Room) -> tuple[VersionView, dict[str, UUID]]:
    """A mother and a father on the list, a daughter who went with its second version, a son whom it never named."""
    first = room.takes(SALMA, KARIM, NOOR, LENA, declared="2026-01-03")
    version = room.takes(SALMA, KARIM, LENA, ("Sammy Darwich", "1 Sep 2021", "", ""), declared="2026-01-04")
    people = {name: room.on(first, f"{name} Darvish") for name in ("Salma", "Karim", "Noor")}
    people["Sami"] = room.tells("سامي درويش", "Sami Darvish", birth="2020", papers=("N2260495",))
    room.kin(people["Salma"], "parent_of", people["Sami"])
    room.kin(people["Karim"], "parent_of", people["Noor"])
    return version, people


def test_it_says_which_list_who_stands_on_it_and_whom_to_look_for(
    room: Room, family: tuple[VersionView, dict[str, UUID]]
) -> None:
    version, people = family
    room.agrees(*people.values())

    view = letter(room, version)
    (section,) = as_json(view.letter)["families"]

    assert "4 January 2026 (no. 2 of those we received)" in as_json(view.letter)["paragraphs"][0]
    assert section["on_the_list"] == ["Salma Darvish (row 2)", "Karim Darvish (row 3)"]
    noor, sami = sorted(section["off_the_list"])
    assert noor == (
        "Noor Darvish; date of birth: 3 March 2017; document: N1938475; family tie: child of Karim Darvish (row 3); "
        "the name is not on the list since no. 2 of those we received"
    )
    assert sami == (
        "Sami Darvish; also written: سامي درويش; date of birth: 2020 (day and month not known); document: N2260495; "
        "family tie: child of Salma Darvish (row 2)"
    )
    assert set(view.named) == set(people.values()) and view.without_consent == ()
    assert "Number of people named in this letter: 4." in plain(view)


def test_a_near_miss_is_a_question_about_the_row(room: Room, family: tuple[VersionView, dict[str, UUID]]) -> None:
    version, people = family
    room.agrees(*people.values())
    room.near(people["Sami"], room.on(version, "Sammy Darwich"))

    (section,) = as_json(letter(room, version).letter)["families"]

    assert [line.partition(";")[0] for line in section["off_the_list"]] == ["Noor Darvish"]
    (question,) = section["to_check"]
    assert question.startswith("Row 5: this may be the same person as Sami Darvish;")
    assert "Please check how the name is spelled" in question
    assert "Sammy" not in plain(letter(room, version))


def test_who_has_not_agreed_is_left_out_and_told_apart(room: Room, family: tuple[VersionView, dict[str, UUID]]) -> None:
    version, people = family
    room.agrees(people["Noor"], people["Salma"])
    room.agrees(people["Sami"], scope="care")

    view = letter(room, version)

    assert set(view.named) == {people["Noor"], people["Salma"]}
    assert {each.id for each in view.without_consent} == {people["Karim"], people["Sami"]}
    assert "Karim" not in plain(view) and "Sami" not in plain(view)
    assert set(view.people) == set(people.values())


def test_who_is_named_on_purpose_is_named_all_the_same_and_told(
    room: Room, family: tuple[VersionView, dict[str, UUID]]
) -> None:
    version, people = family
    room.agrees(people["Salma"])

    view = letter(room, version, people=[people["Sami"]])

    assert set(view.named) == {people["Salma"], people["Sami"]}
    assert view.named_without == (people["Sami"],)


def test_what_was_agreed_under_one_spelling_and_taken_back_under_another_does_not_hold(room: Room) -> None:
    first = room.takes(SALMA, NOOR)
    version = room.takes(SALMA)
    told, noor = room.tells("Noor D.", birth="3 Mar 2017"), room.on(first, "Noor Darvish")
    room.same(told, noor)
    room.agrees(told)
    assert {told, noor} & set(letter(room, version).named)

    room.agrees(noor, state="withdrawn")
    assert letter(room, version).named == ()


def test_without_anybody_to_name_it_asks_for_nobody(room: Room, family: tuple[VersionView, dict[str, UUID]]) -> None:
    view = letter(room, family[0])

    assert view.named == () and len(view.without_consent) == 4
    assert as_json(view.letter)["families"] == []
    assert "Number of people named in this letter: 0." in plain(view)


@pytest.mark.parametrize(
    ("language", "direction", "name", "day"),
    [
        ("ar", "rtl", "سامي درويش", "٤ كانون الثاني/يناير ٢٠٢٦"),
        ("he", "rtl", "Sami Darvish", "4 בינואר 2026"),
        ("ru", "ltr", "Sami Darvish", "4 января 2026 г."),
    ],
)
def test_each_language_has_its_own_words_days_and_direction(
    room: Room, family: tuple[VersionView, dict[str, UUID]], language: str, direction: str, name: str, day: str
) -> None:
    version, people = family
    room.agrees(*people.values())

    view = letter(room, version, language)

    lines = as_json(view.letter)["families"][0]["off_the_list"]
    assert any(line.startswith(name) for line in lines)
    assert day in as_json(view.letter)["paragraphs"][0]
    page = as_page(view.letter)
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert f"<bdi>{name}</bdi>" in page and "N2260495" in page and "http" not in page
    assert "\u2068" in as_text(view.letter)


def test_a_name_with_marks_of_a_page_stays_a_name(room: Room) -> None:
    first = room.takes(SALMA, ("<b>Noor</b> {place} \u202eDarvish", "3 Mar 2017", "", "12"))
    version = room.takes(SALMA)
    noor = next(entry.person for entry in _entries(room, first) if entry.row == 3)
    room.agrees(noor)

    page = as_page(letter(room, version).letter)

    assert "&lt;b&gt;Noor&lt;/b&gt; {place} Darvish" in page and "\u202e" not in page


def _entries(room: Room, version: VersionView) -> list[EntryOf]:
    with room.desk.acting():
        return lists.entries(room.register.asked(), [version.id])


def test_a_language_or_a_person_that_is_not_there_is_refused(room: Room) -> None:
    version = room.takes(SALMA)

    with pytest.raises(NoSuchLanguage):
        letter(room, version, "xx")
    with pytest.raises(NoSuchPerson):
        letter(room, version, people=[uuid4()])
