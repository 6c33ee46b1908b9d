"""A file that waits names somebody when their paper or whole name stands in it, in whatever order; a family name is not enough."""

from __future__ import annotations

import pytest

from homeward.lists.core.named import names_one_of
from homeward.people.core.values import DocumentGiven, NameGiven, Values


def called(*names: str, number: str = "") -> list[Values]:
    return [Values(names=tuple(map(NameGiven, names)), documents=(DocumentGiven(number),) if number else ())]


@pytest.mark.parametrize(
    "line",
    [
        ("1", "Amal Haddad", "waits"),
        ("1", "Haddad Amal", "waits"),
        ("1", "Haddad", "Amal", "waits"),
        ("1", "AMAL", "HADDAD", "waits"),
        ("1", "the mother of Amal Haddad", "waits"),
        ("1", "somebody", "A 1730264"),
    ],
)
def test_a_name_in_any_order_or_a_paper_names_somebody(line: tuple[str, ...]) -> None:
    assert names_one_of([line], called("Amal Haddad", "Amal", "Haddad", number="A1730264"))


@pytest.mark.parametrize("line", [("1", "Omar Haddad"), ("1", "Haddad"), ("1", "Amal Said"), ("", ""), ()])
def test_a_part_of_a_name_does_not_where_the_whole_is_known(line: tuple[str, ...]) -> None:
    assert not names_one_of([line], called("Amal Haddad", "Amal", "Haddad", number="A1730264"))


def test_who_has_one_name_alone_is_named_by_a_cell_that_holds_it() -> None:
    assert names_one_of([("1", "Amal", "waits")], called("Amal"))
    assert not names_one_of([("1", "Amal Said", "waits")], called("Amal"))
