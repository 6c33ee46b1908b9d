"""What the shared cases ask of promises: delivered of promised, late by, what is open, and both sides' words apart.

Asked by command, as people and programs ask; compared by meaning.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cast import Desk, opened
from tests.doors.cli.conftest import Command
from tests.doors.cli.conftest import homeward as homeward
from tests.grounds.databases import Database

ALEPPO, YEMEN, GAZA = "aleppo-2016-12", "yemen-2023-04", "gaza_2023_11"


@pytest.fixture(scope="module")
def desk(module_database: Database, shared: Path) -> Desk:
    desk = opened()
    for name in ("aleppo_2016_12", "yemen_2023_04", "gaza_2023_11"):
        desk.load(shared / "cases" / f"{name}.json")
    return desk


def told(homeward: Command, what: str, case: str, as_of: str, *more: str) -> Any:
    done = homeward("talks", what, "--case", case, "--as-of", as_of, "--format", "json", *more)
    assert done.code == 0, done.err
    return done.document


def of(views: list[dict[str, Any]], ref: str) -> dict[str, Any]:
    (found,) = (each for each in views if each["ref"] == ref)
    return found


def test_b01_887_were_promised_and_869_came_which_leaves_18(desk: Desk, homeward: Command) -> None:
    whole = of(told(homeward, "obligations", YEMEN, "2023-04-16T23:59+03:00"), "f1")

    delivered = whole["delivered"]["handed_over"]
    assert (whole["promised"]["lo"], whole["promised"]["hi"]) == (887, 887)
    assert (delivered["lo"], delivered["hi"], delivered["inferred"]) == (869, 869, True)
    assert round(Decimal(whole["share"]["lo"]), 2) == round(Decimal(whole["share"]["hi"]), 2) == Decimal("0.98")
    assert (whole["shortfall"]["lo"], whole["shortfall"]["hi"]) == (18, 18)
    assert whole["state"] == "late"


def test_b01_what_was_set_free_outside_of_the_exchange_does_not_fill_the_gap(desk: Desk, homeward: Command) -> None:
    whole = of(told(homeward, "obligations", YEMEN, "2023-04-17"), "f1")

    assert (whole["delivered"]["handed_over"]["lo"], whole["delivered"]["handed_over"]["hi"]) == (869, 869)
    assert whole["shortfall"]["lo"] == 18
    assert [(each["lo"], each["hi"]) for each in whole["outside"]] == [(104, 104)]


def test_b03_it_started_four_days_after_its_deadline(desk: Desk, homeward: Command) -> None:
    (plan,) = told(homeward, "agreements", YEMEN, "2023-04-14")

    assert plan["deadline"]["words"] == "2023-04-10"
    assert (plan["started_late_by"]["lo"], plan["started_late_by"]["hi"]) == (4, 4)


def test_before_it_started_nobody_knew_that_it_would_be_late(desk: Desk, homeward: Command) -> None:
    for as_of, known_at in (("2023-04-09", "2023-04-17"), ("2023-04-17", "2023-04-09")):
        (plan,) = told(homeward, "agreements", YEMEN, as_of, "--known-at", known_at)

        assert plan["actual_start"] is None
        assert plan["actual_end"] is None
        assert plan["started_late_by"] is None
        assert not any(each.get("delivered") for each in plan["obligations"])


def test_b06_of_100_planned_40_flew_and_60_are_open_and_pending(desk: Desk, homeward: Command) -> None:
    views = told(homeward, "obligations", YEMEN, "2023-04-15T23:59+03:00")
    (plan,) = (each for each in views if each["object"] == "Mocha to Sanaa")

    (flown,) = plan["delivered"].values()
    assert (plan["promised"]["lo"], flown["lo"], plan["open"]["lo"]) == (100, 40, 60)
    assert plan["state"] == "pending"


def test_b06_when_the_exchange_is_over_what_is_open_is_no_longer_pending(desk: Desk, homeward: Command) -> None:
    views = told(homeward, "obligations", YEMEN, "2023-04-17")
    (plan,) = (each for each in views if each["object"] == "Mocha to Sanaa")

    assert plan["state"] == "past"
    assert plan["open"]["lo"] == 60


def test_a05_voices_differ_on_what_was_promised_and_750_are_six_tenths_of_the_first_batch(
    desk: Desk, homeward: Command
) -> None:
    then = of(told(homeward, "obligations", ALEPPO, "2016-12-18"), "b3")
    promised = {then["promised"]["lo"], *(each["lo"] for each in then["promised_rivals"])}
    assert promised == {2500, 4000}
    assert "rival-promises" in {finding["code"] for finding in then["findings"]}

    later = of(told(homeward, "obligations", ALEPPO, "2016-12-20"), "b3")
    first = later["batches"][0]
    assert later["delivered"]["handed_over"]["lo"] == later["delivered"]["handed_over"]["hi"] == 750
    assert (first["size"], Decimal(first["share"]["lo"]), Decimal(first["share"]["hi"])) == (
        1250,
        Decimal("0.6"),
        Decimal("0.6"),
    )


def test_both_sides_obligations_stand_apart_with_their_own_counts(desk: Desk, homeward: Command) -> None:
    views = told(homeward, "obligations", YEMEN, "2023-04-16")
    one, other = of(views, "y1"), of(views, "y2")

    assert one["bearer"] == ["Government of Yemen", "Saudi-led coalition"]
    assert other["bearer"] == ["Houthi authorities (Ansar Allah)"]
    assert one["delivered"]["handed_over"]["lo"] == 706
    assert (other["delivered"]["handed_over"]["lo"], other["over"]["lo"]) == (186, 5)


def test_a_count_that_speaks_of_no_obligation_is_asked_about_and_never_guessed(desk: Desk, homeward: Command) -> None:
    (plan,) = told(homeward, "agreements", YEMEN, "2023-04-14")

    asked = [each["words"] for each in plan["findings"] if each["code"] == "question"]
    assert any("249" in each and "f5#1" in each for each in asked)


def test_lists_of_each_day_are_told_with_every_count_of_them(desk: Desk, homeward: Command) -> None:
    (arrangement,) = told(homeward, "agreements", GAZA, "2023-11-04")

    (lists,) = (each for each in arrangement["rules"] if each["kind"] == "list")
    assert "2023-11-02: 596" in lists["comes_to"]
    assert "2023-11-03: 571" in lists["comes_to"]
    assert "2023-11-04" not in lists["comes_to"]


def test_what_was_promised_with_no_number_is_not_called_late_on_no_ground(desk: Desk, homeward: Command) -> None:
    views = told(homeward, "obligations", YEMEN, "2023-04-17")

    for ref in ("y3", "y4"):
        assert of(views, ref)["state"] == "due"
        assert of(views, ref)["late_by"] is None


def test_people_read_the_same_numbers_in_sentences(desk: Desk, homeward: Command) -> None:
    page = homeward("talks", "obligations", "--case", YEMEN, "--as-of", "2023-04-17").out

    assert "869 handed over of 887 (98 %); short 18" in " ".join(page.split())
    for word in ("breach", "violat", "confirmed", "claim"):
        assert word not in page.casefold()


def test_what_falls_due_is_told_before_it_does(desk: Desk, homeward: Command) -> None:
    near = told(homeward, "duties", YEMEN, "2023-04-05", "--days", "7")
    over = told(homeward, "duties", YEMEN, "2023-04-12", "--days", "7")

    assert near and not any(each["overdue"] for each in near)
    assert over and over[0]["overdue"]
    assert told(homeward, "duties", YEMEN, "2023-03-25", "--days", "7") == []


def test_an_agreement_that_is_not_there_is_refused_with_a_way_on(desk: Desk, homeward: Command) -> None:
    done = homeward("talks", "obligations", "--case", YEMEN, "--agreement", "zz")

    assert done.code == 1
    assert "homeward talks agreements" in done.err
