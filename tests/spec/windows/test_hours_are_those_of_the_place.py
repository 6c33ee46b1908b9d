"""A window is told in local time; hours that happened twice are asked, hours and days that never were are refused (W04 to W09)."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from homeward.crossings.core import hours
from homeward.crossings.core.entered import ASK, day
from homeward.ledger.actions import CannotBeRecorded
from homeward.refusals import Findings
from tests.apps.crossings.gates import Gate
from tests.cast import Desk

JERUSALEM, CAIRO, GAZA = ZoneInfo("Asia/Jerusalem"), ZoneInfo("Africa/Cairo"), ZoneInfo("Asia/Gaza")


def hour(typed: str, on: str, zone: ZoneInfo) -> str:
    """The instant and how it is kept, else the code of the fault."""
    findings = Findings()
    found = hours.hour(typed, "opens", findings, on=datetime.fromisoformat(on).date(), zone=zone)
    return f"{found.at:%H:%MZ} {found.written}" if found else findings.faults[0].code


@pytest.mark.parametrize(
    ("typed", "on", "zone", "read"),
    [
        ("08:30", "2023-11-03", GAZA, "06:30Z 08:30"),
        ("8.30", "2023-11-03", GAZA, "06:30Z 08:30"),
        ("٠٨:٣٠", "2023-11-03", GAZA, "06:30Z 08:30"),
        ("2023-11-03T08:30+02:00", "2023-11-03", GAZA, "06:30Z 08:30"),
        ("01:30+03:00", "2023-10-29", JERUSALEM, "22:30Z 01:30+03:00"),
        ("01:30+02:00", "2023-10-29", JERUSALEM, "23:30Z 01:30+02:00"),
        ("01:30", "2023-10-29", JERUSALEM, ASK),
        ("00:30", "2023-04-28", CAIRO, "no-such-hour"),
        ("08:30+05:00", "2023-11-03", GAZA, "no-such-hour"),
        ("24:30", "2023-11-03", GAZA, "hour"),
        ("08:60", "2023-11-03", GAZA, "hour"),
        ("morning", "2023-11-03", GAZA, "hour"),
        ("2023-11-04 08:30", "2023-11-03", GAZA, "hour"),
        ("", "2023-11-03", GAZA, "hour"),
    ],
)
def test_an_hour_is_one_instant_or_none(typed: str, on: str, zone: ZoneInfo, read: str) -> None:
    assert hour(typed, on, zone) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2023-11-03", "2023-11-03"), ("3 Nov 2023", "2023-11-03"), ("٣ نوفمبر ٢٠٢٣", "2023-11-03"),
        ("31 November 2023", "day"), ("2023-02-29", "day"), ("about 3 Nov 2023", "day"), ("Nov 2023", "day"),
        ("3 to 5 Nov 2023", "day"), ("3 November", ASK), ("", "empty"), ("soon", "day"),
    ],
)  # fmt: skip
def test_a_day_is_one_day_of_the_calendar(typed: str, read: str) -> None:
    findings = Findings()
    found = day(typed, "on", findings, zone=GAZA, today=datetime(2023, 11, 1, tzinfo=UTC).date())

    assert (found.isoformat() if found else findings.faults[0].code) == read


def faults(gate: Gate, **typed: str) -> set[tuple[str, str]]:
    with pytest.raises(CannotBeRecorded) as refused:
        gate.window(**typed)
    return {(each.where, each.code) for each in refused.value.findings.faults}


def test_a_window_that_closes_before_it_opens_is_refused(gate: Gate) -> None:
    assert faults(gate, opens="12:30", closes="08:30") == {("closes", "ends-before-it-begins")}
    assert faults(gate, opens="08:30", closes="08:30") == {("closes", "ends-before-it-begins")}


def test_a_window_of_the_night_in_which_the_clocks_change_is_as_long_as_it_was(desk: Desk) -> None:
    gate = Gate.of(desk, zone="Asia/Jerusalem")

    shown = gate.shown(gate.window(on="2023-10-29", opens="01:30+03:00", closes="01:30+02:00"))

    assert (shown.until - shown.start).total_seconds() == 3600
    assert (shown.opens, shown.closes, shown.zone) == ("01:30+03:00", "01:30+02:00", "Asia/Jerusalem")


def test_an_hour_that_the_night_had_twice_is_asked_with_both_spellings(desk: Desk) -> None:
    gate = Gate.of(desk, zone="Asia/Jerusalem")

    with pytest.raises(CannotBeRecorded) as refused:
        gate.window(on="2023-10-29", opens="01:30", closes="05:00")

    (fault,) = refused.value.findings.faults
    assert "2023-10-29T01:30+03:00" in fault.message
    assert "2023-10-29T01:30+02:00" in fault.message


def test_local_time_and_zone_are_kept_and_held_against_the_rules_of_today(gate: Gate) -> None:
    shown = gate.shown(gate.window())

    assert (shown.on, shown.opens, shown.zone, shown.moved) == ("2026-01-06", "08:30", "Asia/Gaza", False)
    assert shown.start == datetime(2026, 1, 6, 6, 30, tzinfo=UTC)
    # Were the clocks of the place an hour ahead, the same words would be another instant.
    assert hours.again("2026-01-06", "08:30", ZoneInfo("Asia/Amman")) != shown.start
