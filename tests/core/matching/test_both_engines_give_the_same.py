"""The quick engine is held to the plain one: equal levels, weights and probabilities on whatever both are given."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.matching.core.frequencies import frequencies
from homeward.matching.core.record import Birth, Number, Record
from homeward.matching.core.sides import sides
from homeward.matching.core.weights import shipped
from homeward.matching.engines import columns, link, plain, ready

NAMES = st.sampled_from(
    "Omar Kandil|عمر قنديل|Кандил Омар|Omar Khaled Samir Kandil|سالم خالد قنديل|Layla|ليلى حداد|Хаддад Лейла Омаровна|M. Haddad|"
    "Abu Omar Haddad|bin Ali|Kandil, Omar|O|1|Mohammed Ahmed Ali Hasan Omar Salem Kandil|אימן חדד|李小龙".split("|")
)
DAYS = st.dates(date(1984, 12, 30), date(1987, 1, 3))
BIRTHS = st.builds(
    lambda day, long, flag: Birth(day, day + timedelta(long), (flag,) if flag else ()),
    DAYS,
    st.sampled_from([1, 1, 31, 365]),
    st.sampled_from(["", "hijri"]),
)
NUMBERS = st.builds(
    Number,
    st.sampled_from(["A4471920", "A4417920", "A447192O", "A447192", "B8810237", "12345"]),
    st.sampled_from(["", "passport"]),
    st.sampled_from(["", "PSE", "RUS"]),
)
RECORDS = st.builds(
    Record,
    st.just(""),
    st.lists(NAMES, max_size=2).map(tuple),
    st.lists(BIRTHS, max_size=3).map(tuple),
    st.lists(NUMBERS, max_size=2).map(tuple),
    st.sampled_from(["", "M", "F"]),
    st.lists(st.sampled_from(["PSE", "RUS"]), max_size=2).map(tuple),
    st.sampled_from(["", "1"]),
    st.lists(NAMES, max_size=3).map(tuple),
    st.lists(st.sampled_from(["Rafah", "rafah", "رفح"]), max_size=2).map(tuple),
)


def numbered(records: list[Record]) -> list[Record]:
    return [
        Record(str(at), r.names, r.births, r.numbers, r.sex, r.nationalities, r.household, r.family, r.places)
        for at, r in enumerate(records)
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(RECORDS, min_size=1, max_size=5), st.lists(RECORDS, min_size=1, max_size=5))
def test_levels_and_weights_are_equal(left: list[Record], right: list[Record]) -> None:
    both = sides(numbered(left), numbered(right))
    i, j = np.divmod(np.arange(len(left) * len(right)), len(right))
    often = frequencies(both)

    one, other = (engine.seen(both, i, j, often, shipped()) for engine in (plain, columns))

    assert one.levels.tolist() == other.levels.tolist()
    np.testing.assert_allclose(one.same, other.same, atol=1e-9)
    np.testing.assert_allclose(one.kin, other.kin, atol=1e-9)


@settings(max_examples=30, deadline=None)
@given(st.lists(RECORDS, max_size=4), st.lists(RECORDS, max_size=4))
def test_probabilities_are_equal_and_add_up(left: list[Record], right: list[Record]) -> None:
    one, other = (link(numbered(left), numbered(right), engine=engine) for engine in ("plain", "columns"))

    assert [(p.left, p.right, p.levels) for p in one.pairs] == [(p.left, p.right, p.levels) for p in other.pairs]
    np.testing.assert_allclose([p.probability for p in one.pairs], [p.probability for p in other.pairs], atol=1e-9)
    for record in numbered(left):
        told = [pair.probability for pair in other.pairs if pair.left == record.id]
        # More than all of it only where two on the right are one.
        assert max(told, default=0.0) + other.nobody[record.id] <= 1 + 1e-9
        assert sum(told) + other.nobody[record.id] >= 1 - 1e-3


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(RECORDS, max_size=4), min_size=2, max_size=3), st.lists(RECORDS, max_size=4))
def test_a_register_that_is_read_once_gives_every_list_the_same(
    lists: list[list[Record]], register: list[Record]
) -> None:
    once = ready(numbered(register))

    for left in lists:
        assert link(numbered(left), once) == link(numbered(left), numbered(register))
