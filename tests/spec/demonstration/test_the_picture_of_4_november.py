"""The demonstration case as of noon on 4 November 2023: what is known, what only seems to disagree, what stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from homeward.briefing.queries.picture import Picture
from homeward.ledger.core.compared import Verdict
from homeward.ledger.queries.views import FigureView
from tests.cast import Desk

CASE = Path(__file__).parents[3] / "examples" / "gaza_2023_11" / "case.json"
NOON = "2023-11-04T12:00+02:00"


@pytest.fixture
def gaza(desk: Desk) -> Desk:
    desk.load(CASE)
    return desk


@pytest.fixture
def picture(gaza: Desk) -> Picture:
    return gaza.picture("gaza_2023_11", NOON)


def current(picture: Picture) -> dict[str, FigureView]:
    return {figure.ref: figure for group in picture.groups for figure in group.current}


def test_500_is_part_of_900_in_one_breath_and_of_one_origin(picture: Picture, gaza: Desk) -> None:
    figures = current(picture)

    assert (figures["s02#1"].words, figures["s02#2"].words) == ("more than 900", "more than 500")
    assert (figures["s02#2"].lo, figures["s02#2"].hi) == (501, None)
    assert figures["s02#1"].origin == figures["s02#2"].origin == figures["s03#1"].origin
    assert gaza.verdict("gaza_2023_11", "s02#1", "s02#2")[0] is Verdict.PART_OF
    assert not [a for a in picture.disagreements if {"s02#1", "s02#2"} <= set(a.refs)]


def test_about_600_stands_beside_more_than_500_and_overlaps_it(picture: Picture) -> None:
    (group,) = [
        g for g in picture.groups if g.population.name == "Russian citizens on the list" and g.measure == "applied"
    ]

    assert {f.ref: f.words for f in group.current} == {"s02#2": "more than 500", "s04#1": "about 600"}
    (held,) = [r for r in group.relations if {r.a, r.b} == {"s02#2", "s04#1"}]
    assert held.verdict is Verdict.COMPATIBLE
    assert "540 to 660" in held.why
    assert group.origins == (2, 2)


def test_eight_returns_are_possible_and_nowhere_done(picture: Picture) -> None:
    eight = [f for f in current(picture).values() if f.population.name == "Russian-Israeli hostages" and f.lo == 8]

    assert {f.ref for f in eight} == {"h01#1", "h07#1"}
    assert next(f for f in eight if f.ref == "h07#1").outlook == "possible"
    assert all(f.measure in ("possible release", "requested") for f in eight)


def test_the_vague_condition_stays_vague_and_becomes_a_question(picture: Picture) -> None:
    (vague,) = [c for c in picture.conditions if c.statement.ref == "c5"]

    assert vague.vague and vague.status == "unknown"
    assert "as soon as there will be the conditions" in vague.statement.text
    assert any(gap.about == "c5" for gap in picture.gaps)


def test_as_known_on_30_october_nothing_of_november_is_known(gaza: Desk) -> None:
    picture = gaza.picture("gaza_2023_11", NOON, "2023-10-30")

    statements = [
        *picture.timeline,
        *picture.changed,
        *(w.statement for p in picture.parties for w in p.words),
        *(c.statement for c in picture.conditions),
    ]
    told = {s.ref for s in statements} | {f.statement_ref for f in current(picture).values()}
    for statement in statements:
        said = statement.said
        assert said is not None and said.start is not None
        assert said.words in ("2023-10-21", "2023-10-27", "2023-10-28", "2023-10-~30")
    assert told == {"s01", "h01", "h02", "h03", "h07", "c3", "c4", "c5"}
    assert {s.ref for s in picture.timeline if s.knowing == "possibly"} == {"h03", "h07"}


def test_every_number_leads_to_who_said_it_and_when(picture: Picture) -> None:
    for figure in current(picture).values():
        assert figure.speaker and figure.said and figure.outlets and figure.text and figure.recorded_at
