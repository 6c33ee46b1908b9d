"""A valid file changed at random places: no exception, and whatever is neither kept nor told would be lost."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench import generate
from homeward.ledger.formats import case1
from homeward.ledger.formats.case1.form import CaseFile
from homeward.refusals import Findings
from homeward.seals import strict
from tests.spec.case_file.again import settled, written_again
from tests.spec.case_file.files import WHOLE

TOLD_AS_LEFT_OUT = {"repeated", "doubtful-origin"}
TEXT = json.dumps(WHOLE).encode()

texts = st.one_of(
    st.sampled_from(
        ["", " ", "HAR", "s01", "s01#1", "wire1", "case/1", "2031-03-04", "2031-13-40", "~", "..", "?", "#", "/"]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12),
)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 10**16),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 3)),
    texts,
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=6
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in the file."""
    if path:
        yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in steps:
        yield from places(item, (*path, step))


PLACES = list(places(WHOLE))


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """The invented case after one to three changes: a value replaced, taken away, moved from elsewhere, or added."""
    case = copy.deepcopy(WHOLE)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(PLACES))
        holder: Any = case
        try:
            for step in path[:-1]:
                holder = holder[step]
            _change(draw, case, holder, path[-1])
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took this place away
    return case


def _change(draw: st.DrawFn, case: Any, holder: Any, step: Any) -> None:
    match draw(st.sampled_from(["replace", "replace", "take away", "move", "add"])):
        case "replace":
            holder[step] = draw(values)
        case "take away":
            del holder[step]
        case "move":
            other: Any = WHOLE
            for each in draw(st.sampled_from(PLACES)):
                other = other[each]
            holder[step] = copy.deepcopy(other)
        case _ if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[step]))
        case _:
            holder[draw(texts)] = draw(values)


def parsed(data: bytes) -> tuple[CaseFile | None, Findings]:
    case, findings = case1.parse(data)
    assert (case is None) == bool(findings.faults)
    assert all(finding.where and finding.message and len(finding.message) < 500 for finding in findings)
    return case, findings


@settings(max_examples=400, deadline=None)
@given(damaged())
def test_a_damaged_file_is_kept_or_told(damage: dict[str, Any]) -> None:
    data = json.dumps(damage).encode()

    case, findings = parsed(data)

    if case is not None and not TOLD_AS_LEFT_OUT & {finding.code for finding in findings}:
        assert written_again(case) == settled(strict.loads(data))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.integers(0, 3), st.binary(max_size=3))
@example(0, 1, b"")
def test_a_damaged_text_is_never_an_exception(at: int, taken: int, put: bytes) -> None:
    parsed(TEXT[:at] + put + TEXT[at + taken :])


@settings(max_examples=200, deadline=None)
@given(values)
def test_any_json_is_never_an_exception(value: Any) -> None:
    parsed(json.dumps(value).encode())
    parsed(json.dumps({"schema": "case/1", "statements": value, "sources": value, "days": value}).encode())


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_the_quick_way_and_the_careful_way_make_equal_rows(seed: int) -> None:
    plain = generate.value(seed=seed, size=generate.Size(statements=60, sources=20, conditions=3), id="g")
    careful = copy.deepcopy(plain)
    for statement in careful["statements"]:
        statement["note"] = ""  # an empty field more is enough to leave the quick way
        for figure in statement["figures"]:
            figure["window"] = None

    one, told = parsed(json.dumps(plain).encode())
    other, told_too = parsed(json.dumps(careful).encode())

    assert one == other
    assert list(told) == list(told_too)
    assert not told.doubts


def test_generated_files_are_the_same_for_the_same_seed() -> None:
    size = generate.Size(statements=30)

    assert generate.case(seed=7, size=size) == generate.case(seed=7, size=size)
    assert generate.case(seed=7, size=size) != generate.case(seed=8, size=size)
    assert len({case1.read(data).id for data in generate.cases(3, size=size)}) == 3
