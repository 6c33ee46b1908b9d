"""The register is searched by a name in any script or by the whole number of a paper; there is no way to have all of it."""

from __future__ import annotations

import pytest

from homeward.people import queries
from homeward.people.queries import TooLittleToFind
from tests.apps.people.registers import Register, named, paper

PEOPLE = ("Lamia Darvish", "Омар Телль", "Ivan Karpov", "Noor al-Halabi", "Wei Chen")


@pytest.fixture
def full(register: Register) -> Register:
    for name in PEOPLE:
        register.enter(named(name, documents=(paper(f"N-{len(name)}12 345"),)))
    return register


@pytest.mark.parametrize("words", ["", "  ", "a", "ab", "*", "%", "..", "12", "١٢", "-- '", "\u200b\u200b\u200b"])
def test_next_to_nothing_is_refused(full: Register, words: str) -> None:
    with full.desk.acting(), pytest.raises(TooLittleToFind):
        queries.found(full.asked(), words)


def test_a_name_is_found_from_other_scripts(full: Register) -> None:
    def names(words: str) -> list[str]:
        with full.desk.acting():
            return [found.person.names[0] for found in queries.found(full.asked(), words)]

    assert names("لمياء درويش")[:1] == ["Lamia Darvish"]
    assert names("Omar Tell")[:1] == ["Омар Телль"]
    assert names("Карпов")[:1] == ["Ivan Karpov"]


def test_what_is_not_there_finds_nobody(full: Register) -> None:
    assert full.found("Quetzalcoatl") == []


def test_the_number_of_a_paper_is_found_however_it_is_spaced_and_only_whole(full: Register) -> None:
    with full.desk.acting():
        (found,) = queries.found(full.asked(), "n1112345")
        assert (found.by, found.person.names) == ("number", ("Ivan Karpov",))
        assert queries.found(full.asked(), "N-1112") == []


def test_somebody_entered_meanwhile_is_found_at_once_and_somebody_corrected_is_not_found_by_the_old_name(
    full: Register,
) -> None:
    assert full.found("Zuhair Qasim") == []
    person = full.enter(named("Zuhair Qasim"))

    assert full.found("Zuhair Qasim") == [person]
