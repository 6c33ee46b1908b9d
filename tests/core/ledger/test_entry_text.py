"""An entry and its canonical text: one text for each entry, and the entry back from it."""

from __future__ import annotations

import json
from dataclasses import replace as replaced
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.ledger.core import kinds
from homeward.ledger.core.entry import ChainStep, Entry, Sealed, Span, StatedFigure, StatementLink
from homeward.ledger.core.figures import FigureKind, Op, Quantity
from homeward.ledger.core.voices import Factuality, Modality, Stance
from homeward.moments import Interval, Precision
from homeward.seals import canonical, strict

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
ids = st.uuids()
moments = st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC))
numbers = st.integers(0, 10**29) | st.decimals(0, 10**9, places=3)
flags = st.booleans()


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start = draw(moments)
    until = draw(st.datetimes(datetime(2051, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)))
    return draw(
        st.sampled_from(
            [
                Interval(start, until, Precision.DAY, draw(words), draw(flags)),
                Interval.at(start, draw(words)),
                Interval(None, until, Precision.OPEN, draw(words)),
                Interval.unread(draw(words)),
            ]
        )
    )


quantities = st.builds(
    Quantity, op=st.sampled_from(Op), stated_lo=st.none() | numbers, stated_hi=st.none() | numbers,
    lo=numbers, hi=st.none() | numbers, words=words,
)  # fmt: skip
figures = st.builds(
    StatedFigure, measure=words, population=ids, population_name=words, unit=words, kind=st.sampled_from(FigureKind),
    quantity=quantities, asof=intervals(), asof_inferred=flags, window=st.none() | intervals(), part_of=st.none() | ids,
    basis=words, by=st.none() | ids,
)  # fmt: skip
steps = st.builds(ChainStep, source=ids, wording=words, factuality=st.none() | st.sampled_from(Factuality))
spans = st.builds(
    Span, document=ids, start=st.integers(0, 99), end=st.integers(0, 99), exact=words, prefix=words, suffix=words
)
links = st.builds(
    StatementLink, stance=st.sampled_from(Stance), to=ids, figure=st.integers(0, 9), doubtful=flags, words=words
)
contents = st.just(kinds.Plain()) | st.builds(
    kinds.Condition, condition=ids, gates=words,
    demanded_by=st.lists(st.builds(kinds.Named, words=words, source=st.none() | ids), max_size=2).map(tuple),
)  # fmt: skip
entries = st.builds(
    Entry, id=ids, ref=words, case=ids, compartment=ids, by=ids, at=moments, content=contents, speaker=st.none() | ids,
    capacity=words, party=st.none() | ids, party_inferred=flags, chain=st.lists(steps, max_size=2).map(tuple),
    origin=st.none() | ids, origin_doubtful=flags, modality=st.none() | st.sampled_from(Modality),
    factuality=st.none() | st.sampled_from(Factuality), occurred=st.none() | intervals(), said=st.none() | intervals(),
    published=st.none() | intervals(), text=words, language=words, topic=words,
    figures=st.lists(figures, max_size=2).map(tuple), spans=st.lists(spans, max_size=2).map(tuple),
    carried_by=st.lists(ids, max_size=2).map(tuple), links=st.lists(links, max_size=2).map(tuple), note=words,
    check=words,
    sealed=st.lists(st.builds(Sealed, person=ids, field=words, box=words), max_size=2).map(tuple),
)  # fmt: skip

ENTRY = Entry(
    id=UUID(int=1), ref="s01", case=UUID(int=2), compartment=UUID(int=3), by=UUID(int=4),
    at=datetime(2026, 1, 5, tzinfo=UTC),
)  # fmt: skip
DAY = Interval(datetime(2026, 1, 4, tzinfo=UTC), datetime(2026, 1, 5, tzinfo=UTC), Precision.DAY, "2026-01-04")
FIGURE = StatedFigure(
    measure="crossed", population=UUID(int=5), population_name="patients", unit="person", kind=FigureKind.FLOW,
    quantity=Quantity(Op.EQ, 8, 8, 8, 8),
)  # fmt: skip


@settings(max_examples=30)
@given(entries)
def test_the_text_is_canonical(entry: Entry) -> None:
    text = entry.text_form()

    assert text == canonical.dumps(json.loads(text))


@settings(max_examples=30)
@given(entries)
def test_an_entry_comes_back_from_its_text(entry: Entry) -> None:
    assert Entry.from_json(strict.loads(entry.text_form().encode())) == entry


def test_an_as_of_that_the_statement_tells_is_not_written_again() -> None:
    figures = (
        replaced(FIGURE, asof=DAY, asof_inferred=True),
        replaced(FIGURE, asof=Interval.at(DAY.until, "noon"), asof_inferred=True),
        replaced(FIGURE, asof=DAY),
    )  # fmt: skip
    written = json.loads(replaced(ENTRY, said=DAY, figures=figures).text_form())["figures"]

    assert [("asof" in figure, "asof_inferred" in figure) for figure in written] == [
        (False, True),
        (True, True),
        (True, False),
    ]


def test_a_number_is_written_once_when_it_means_what_was_stated() -> None:
    more_than = Quantity(Op.GT, 500, None, 501, None)
    written = json.loads(replaced(ENTRY, figures=(FIGURE, replaced(FIGURE, quantity=more_than))).text_form())["figures"]

    assert [figure.get("stated") for figure in written] == [None, {"lo": 500, "hi": None}]
    assert [(figure["lo"], figure["hi"]) for figure in written] == [(8, 8), (501, None)]


@pytest.mark.parametrize("text", ["a\0b", "half \ud800 of a pair"])
def test_what_cannot_be_kept_has_no_text(text: str) -> None:
    with pytest.raises(canonical.NotCanonical):
        replaced(ENTRY, text=text).text_form()
    with pytest.raises(canonical.NotCanonical):
        replaced(
            ENTRY, figures=(replaced(FIGURE, quantity=Quantity(Op.EQ, 10**30, 10**30, 10**30, 10**30)),)
        ).text_form()


def test_a_number_with_a_fraction_is_written_as_text() -> None:
    half = Quantity(Op.EQ, Decimal("0.50"), Decimal("0.50"), Decimal("0.50"), Decimal("0.50"))

    assert '"lo":"0.5"' in replaced(ENTRY, figures=(replaced(FIGURE, quantity=half),)).text_form()
