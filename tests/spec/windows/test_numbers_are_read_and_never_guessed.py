"""A number of people is a whole number in digits of any script; what leaves open how many is asked back (W03)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.crossings import actions
from homeward.crossings.core.entered import ASK, MOST_PEOPLE, whole
from homeward.ledger.actions import CannotBeRecorded
from homeward.refusals import Findings
from tests.apps.crossings.gates import WINDOW, Gate


def read(typed: str) -> int | str | None:
    """What it is read as, else the code of the fault."""
    findings = Findings()
    found = whole(typed, "capacity", findings)
    assert (found is None) == bool(findings.faults)
    return found if found is not None else findings.faults[0].code


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("400", 400), (" 400 ", 400), ("0", 0), ("007", 7), ("1,200", 1200), ("1 200", 1200), ("1\u00a0200", 1200),
        ("٤٠٠", 400), ("۴۰۰", 400), ("४००", 400), ("١٬٢٠٠", 1200), ("\u200f٤٠٠\u200e", 400), ("４００", 400),
    ],
)  # fmt: skip
def test_digits_of_any_script_are_read(typed: str, number: int) -> None:
    assert read(typed) == number


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"), ("-50", "negative"), ("−50", "negative"), ("- 50", "negative"), ("3.5", "not-whole"),
        ("٣٫٥", "not-whole"), ("3,5", "not-whole"), ("1e3", ASK), ("1E3", ASK), ("about 400", ASK), ("400?", ASK),
        ("300-400", ASK), ("حوالي ٤٠٠", ASK), ("99999999999", "too-many"), ("100001", "too-many"), ("9" * 400, "too-many"),
        ("many", "number"), ("NaN", "number"), ("Infinity", "number"), ("½", ASK), ("٤٠٠ شخص", ASK), ("0x10", ASK),
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_or_asked_back(typed: str, code: str) -> None:
    assert read(typed) == code


@given(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    found = read(typed)

    assert found is not None
    assert not isinstance(found, int) or 0 <= found <= MOST_PEOPLE


@given(st.integers(min_value=0, max_value=MOST_PEOPLE))
def test_every_whole_number_that_can_be_planned_with_is_read(number: int) -> None:
    assert read(str(number)) == read(f"{number:,}") == number


def test_all_faults_of_a_window_are_told_at_once_each_with_its_field(gate: Gate) -> None:
    typed = {**WINDOW, "capacity": "-50", "desks": "3.5", "medics": "1e3", "on": "31 November 2025"}

    with pytest.raises(CannotBeRecorded) as refused:
        gate.does(actions.announce_window, crossing=gate.crossing, **typed)

    assert {each.where for each in refused.value.findings.faults} == {"capacity", "desks", "medics", "on"}
    assert gate.calendar().windows == ()


def test_what_is_asked_back_says_what_to_write(gate: Gate) -> None:
    with pytest.raises(CannotBeRecorded) as refused:
        gate.does(actions.announce_window, crossing=gate.crossing, **{**WINDOW, "capacity": "about 400"})

    (fault,) = refused.value.findings.faults
    assert fault.message == '"about 400" leaves open how many. To plan with 400, write 400.'
