"""Where nobody has joined two entries of one person yet, neither takes from the other; namesakes still share."""

from dataclasses import replace

import pytest

from homeward.matching.core.record import Record
from homeward.matching.engines import ENGINES, Linked, link
from tests.spec.matching.conftest import TOWN, person

SALEM = "Salem Khaled Qasim; 1985-03-07; A4471920"
WITHOUT_A_DAY = "سالم خالد قاسم"
Town = tuple[list[Record], list[Record]]


def linked(town: Town, engine: str, left: list[str], right: list[str]) -> Linked:
    few = 4 if engine == "plain" else TOWN
    sides = [
        [*others[:size], *(replace(person(words, ""), id=f"asked {at}") for at, words in enumerate(asked))]
        for others, size, asked in zip(town, (few, TOWN), (left, right), strict=True)
    ]
    return link(*sides, engine=engine)


def told(found: Linked, left: str) -> dict[str, float]:
    return {
        pair.right: pair.probability for pair in found.pairs if pair.left == left and pair.right.startswith("asked")
    }


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_a_person_whom_the_register_holds_twice_is_found_in_both(town: Town, engine: str) -> None:
    found = linked(town, engine, [SALEM], ["سالم خالد قاسم; 1985-03-07; A4471920"] * 2)

    assert set(told(found, "asked 0")) == {"asked 0", "asked 1"}
    assert min(told(found, "asked 0").values()) > 0.99
    assert found.nobody["asked 0"] < 0.01


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_a_person_who_stands_twice_on_a_list_is_found_from_both_rows(town: Town, engine: str) -> None:
    found = linked(town, engine, [SALEM, SALEM], ["سالم خالد قاسم; 1985-03-07; A4471920"])

    assert min(told(found, "asked 0")["asked 0"], told(found, "asked 1")["asked 0"]) > 0.99


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_namesakes_born_years_apart_share_what_a_name_alone_is_worth(town: Town, engine: str) -> None:
    namesakes = ["Salem Khaled Qasim; 1985-03-07; A4471920", "Salem Khaled Qasim; 1961-11-20; B8810237"]
    found = linked(town, engine, [WITHOUT_A_DAY], namesakes)

    each = told(found, "asked 0")
    assert len(each) == 2
    assert sum(each.values()) + found.nobody["asked 0"] <= 1 + 1e-3
