"""Canonical text: one spelling of each value, and no value without one."""

import json
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.seals import canonical, strict
from homeward.seals.canonical import NotCanonical

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
numbers = st.integers(-(10**30) + 1, 10**30 - 1)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


class Grade(StrEnum):
    HIGH = "high"


class Count(IntEnum):
    TWO = 2


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [True, False, None]}, '{"a":[true,false,null],"b":1}'),
        ({"Ω": "слово", "Z": "\U0001f54a"}, '{"Z":"\U0001f54a","Ω":"слово"}'),
        ('"\\/\b\f\n\r\t\x1f\x7f\u2028', '"\\"\\\\/\\b\\f\\n\\r\\t\\u001f\x7f\u2028"'),
        ((1, -2, 10**29), "[1,-2,100000000000000000000000000000]"),
        ([Grade.HIGH, Count.TWO], '["high",2]'),
        ("\\u0000", '"\\\\u0000"'),
        ({}, "{}"),
        ("", '""'),
    ],
)
def test_each_value_has_one_spelling(value: Any, text: str) -> None:
    assert canonical.dumps(value) == text


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ({"a": [1, {"b": 1.5}]}, "a[1].b"),
        ([float("nan")], "[0]"),
        ({"a": Decimal(1)}, "a"),
        ({"a": {1: "x"}}, "a"),
        ({"a": "x\0"}, "a"),
        ({"a": "é\0"}, "a"),
        (["\ud800"], "[0]"),
        ({"\udfff": 1}, ""),
        ({"a": b"bytes"}, "a"),
        ({"a": {1, 2}}, "a"),
        ([10**30], "[0]"),
        ([-(10**30)], "[0]"),
    ],
)
def test_a_value_without_one_spelling_is_refused_with_its_place(value: Any, where: str) -> None:
    with pytest.raises(NotCanonical) as refusal:
        canonical.dumps(value)

    assert refusal.value.where == where


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_nesting_ends_at_64() -> None:
    assert canonical.dumps(nested(64)).startswith("[")
    with pytest.raises(NotCanonical):
        canonical.dumps(nested(65))


def test_a_value_that_holds_itself_is_refused() -> None:
    value: dict[str, Any] = {}
    value["a"] = value

    with pytest.raises(NotCanonical):
        canonical.dumps(value)


@given(values)
def test_what_is_written_is_read_back_the_same(value: Any) -> None:
    text = canonical.dumps(value)

    assert strict.loads(text.encode()) == value == json.loads(text)
    assert canonical.dumps(json.loads(text)) == text


@given(st.dictionaries(texts, numbers))
def test_the_order_in_which_an_object_was_filled_does_not_show(members: dict[str, int]) -> None:
    assert canonical.dumps(dict(reversed(members.items()))) == canonical.dumps(members)
