"""Registers for the bench: half of the people stand in both lists, in unlike scripts, joined by what is written alone."""

from __future__ import annotations

import pytest

from bench.registers import Register, register
from homeward.names import script


@pytest.fixture(scope="module", params=["invented", "thin", "common"])
def made(request: pytest.FixtureRequest) -> Register:
    return register(request.param, 600, 600, seed=5)


def test_half_of_each_list_stands_in_the_other(made: Register) -> None:
    both = set(made.left_people) & set(made.right_people)
    assert 600 <= len(made.left) <= 615 and 600 <= len(made.right) <= 615
    assert 0.42 <= len(both) / len(made.left) <= 0.58


def test_nobody_stands_twice_in_a_list(made: Register) -> None:
    assert len(set(made.left_people)) == len(made.left) == len({row.id for row in made.left})
    assert len(set(made.right_people)) == len(made.right) == len({row.id for row in made.right})


def test_no_person_is_written_in_one_script_on_both_sides(made: Register) -> None:
    there = dict(zip(made.right_people, made.right, strict=True))
    pairs = [(row, there[who]) for who, row in zip(made.left_people, made.left, strict=True) if who in there]
    assert pairs
    assert all(
        script(one.names[0]) is not script(other.names[0]) for one, other in pairs if one.names[0] and other.names[0]
    )


def test_order_and_numbers_of_rows_say_nothing(made: Register) -> None:
    there = {who: at for at, who in enumerate(made.right_people)}
    apart = [abs(at - there[who]) for at, who in enumerate(made.left_people) if who in there]
    assert sum(apart) / len(apart) > len(made.left) / 6


def test_the_same_seed_gives_the_same_rows_and_another_seed_others() -> None:
    one, again, other = (register("invented", 200, 200, seed) for seed in (1, 1, 2))
    assert (one.left, one.right, one.left_people) == (again.left, again.right, again.left_people)
    assert one.left != other.left


def test_papers_are_as_flawed_as_the_records_of_evacuees_were() -> None:
    made = register("invented", 4000, 4000, seed=3)
    rows = made.left + made.right
    share = len(rows)
    assert 0.09 <= sum(row.birth.endswith("-01-01") for row in rows) / share <= 0.15
    assert (
        0.36 <= sum(any(kind == "facilitation document" for _, kind, _ in row.numbers) for row in rows) / share <= 0.46
    )
    assert 0.08 <= sum(not row.birth for row in rows) / share <= 0.12
    assert any(not row.numbers for row in rows)


def test_of_a_thin_register_only_names_and_years_are_written() -> None:
    made = register("thin", 300, 300, seed=4)
    assert all(len(row.birth) in (0, 4) for row in made.left + made.right)
    assert not any(row.numbers or row.sex or row.household or row.place for row in made.left + made.right)


def test_a_short_list_against_a_long_one_keeps_its_half() -> None:
    made = register("invented", 200, 2000, seed=6)
    both = set(made.left_people) & set(made.right_people)
    assert len(made.left) < 215 and 2000 <= len(made.right) <= 2015
    assert 70 <= len(both) <= 130


def test_who_was_planted_as_a_cousin_has_the_given_and_family_name_of_another() -> None:
    made = register("invented", 3000, 3000, seed=7)
    planted = [(who, made.who[who.like]) for who in made.who.values() if who.like in made.who]
    assert planted
    assert all((one.given, one.family) == (other.given, other.family) for one, other in planted)
    assert all(one.house != other.house for one, other in planted)
