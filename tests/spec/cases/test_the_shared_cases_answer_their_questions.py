"""The questions that come with two real cases, as far as they are about figures, times, sums and contradictions.

What stands in the way (a01) is asked among the talks, promised against delivered (a05, b01, b03, b06) among the agreements.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from homeward.ledger.core.compared import Verdict
from tests.cast import Desk

ALEPPO, YEMEN = "aleppo-2016-12", "yemen-2023-04"
CALM = {
    Verdict.SAME,
    Verdict.COMPATIBLE,
    Verdict.STALE,
    Verdict.CORRECTED,
    Verdict.PART_OF,
    Verdict.NOT_COMPARABLE,
    Verdict.CANNOT_TELL,
}


@pytest.fixture
def aleppo(desk: Desk, shared: Path) -> Desk:
    desk.load(shared / "cases" / "aleppo_2016_12.json")
    return desk


@pytest.fixture
def yemen(desk: Desk, shared: Path) -> Desk:
    desk.load(shared / "cases" / "yemen_2023_04.json")
    return desk


@pytest.mark.parametrize("name", ["aleppo_2016_12", "gaza_2023_11", "yemen_2023_04"])
def test_a_shared_case_loads_whole_and_loading_it_again_changes_nothing(desk: Desk, shared: Path, name: str) -> None:
    first = desk.load(shared / "cases" / f"{name}.json")
    again = desk.load(shared / "cases" / f"{name}.json")

    assert first.added > 50 and first.known == 0
    assert (again.added, again.known) == (0, first.added)


def test_a02_evacuated_so_far_is_9000_and_then_15000_without_a_conflict(aleppo: Desk) -> None:
    told = aleppo.figures(ALEPPO, "people of eastern Aleppo", "2016-12-19T12:00+02:00", "2016-12-19")
    evacuated = {f.ref: f.words for f in told if f.measure == "evacuated" and f.kind == "cumulative"}

    assert evacuated["l2#1"] == "up to 9,000"
    assert {evacuated["l13#1"], evacuated["l14#1"]} == {"more than 15,000", "about 15,000"}
    assert aleppo.verdict(ALEPPO, "l13#1", "l14#1")[0] is Verdict.COMPATIBLE
    assert aleppo.verdict(ALEPPO, "l2#1", "l13#1")[0] is Verdict.STALE


def test_a03_15000_in_the_morning_and_25000_at_night_do_not_conflict(aleppo: Desk) -> None:
    verdict, _ = aleppo.verdict(ALEPPO, "l14#1", "l15#2")

    assert verdict in CALM


def test_a04_six_buses_and_five_buses_burned_conflict(aleppo: Desk) -> None:
    verdict, why = aleppo.verdict(ALEPPO, "l6#1", "l7#1", "2016-12-18")

    assert verdict is Verdict.CONFLICT
    assert "gap 1" in why


def test_a05_4000_and_2500_promised_from_the_same_place_conflict(aleppo: Desk) -> None:
    verdict, _ = aleppo.verdict(ALEPPO, "l9#1", "l10#1", "2016-12-18")
    picture = aleppo.picture(ALEPPO, "2016-12-18", "2016-12-18")

    assert verdict is Verdict.CONFLICT
    assert ("l10", "l9") in {against.refs for against in picture.disagreements}


def test_a06_nobody_left_and_thousands_left_contradict_each_other(aleppo: Desk) -> None:
    picture = aleppo.picture(ALEPPO, "2016-12-18", "2016-12-18")
    spoken = {against.refs: against for against in picture.disagreements if against.statements}

    assert spoken["l4", "l3"].verdict == "contradicts"
    zero = aleppo.figures(ALEPPO, "women and children")[0]
    thousands = next(f for f in aleppo.figures(ALEPPO, "people of eastern Aleppo") if f.ref == "l4#1")
    assert (zero.lo, zero.hi) == (0, 0)
    assert thousands.hi is None and thousands.lo and thousands.lo > 1_999


def test_b05_70_and_250_are_69_and_249_rounded(yemen: Desk) -> None:
    for rounded, exact in (("f6#1", "f5#2"), ("f6#2", "f5#1")):
        verdict, why = yemen.verdict(YEMEN, rounded, exact, "2023-04-14")
        assert verdict is Verdict.COMPATIBLE
        assert "rounded" in why


def test_b06_100_planned_and_40_flown_are_not_held_against_each_other(yemen: Desk) -> None:
    planned = yemen.figures(YEMEN, "Mocha to Sanaa", "2023-04-15")
    picture = yemen.picture(YEMEN, "2023-04-15", "2023-04-15")

    assert [(f.words, f.outlook) for f in planned] == [("100", "expected")]
    assert not [a for a in picture.disagreements if "f8#2" in a.refs]


def test_no_case_shows_a_conflict_that_its_sources_do_not_have(aleppo: Desk, shared: Path) -> None:
    aleppo.load(shared / "cases" / "gaza_2023_11.json")
    aleppo.load(shared / "cases" / "yemen_2023_04.json")

    conflicts = {
        slug: {a.refs for a in aleppo.picture(slug).disagreements if a.verdict == "conflict"}
        for slug in (ALEPPO, "gaza_2023_11", YEMEN)
    }

    assert conflicts["gaza_2023_11"] == set()
    assert conflicts[YEMEN] == set()
    assert conflicts[ALEPPO] <= {("l6#1", "l7#1"), ("l9#1", "l10#1"), ("l10#1", "l9#1"), ("l7#1", "l6#1")}


def test_b02_the_third_day_is_194_from_what_was_said_of_the_whole_and_two_days(yemen: Desk) -> None:
    found = yemen.picture(YEMEN, "2023-04-16", "2023-04-16").sums.derived

    assert [(d.lo, d.hi) for d in found] == [(194, 194)]


def test_b04_the_sums_that_hold_and_the_one_that_does_not(yemen: Desk) -> None:
    sums = yemen.picture(YEMEN, "2023-04-17", "2023-04-17").sums

    holding = {check.equation for check in sums.holding}
    assert {"120 + 117 + 60 + 20 + 40 = 357", "706 + 181 = 887", "48 + 48 + 8 = 104", "869 + 104 = 973"} <= holding
    assert {check.equation for check in sums.faults} == {"706 + 186 = 892"}


def test_a03_25000_less_15000_leaves_10000_where_9000_were_told(aleppo: Desk) -> None:
    faults = aleppo.picture(ALEPPO, "2016-12-20", "2016-12-20").sums.faults

    assert any("10,000" in check.what and "9,000" in check.what for check in faults)
