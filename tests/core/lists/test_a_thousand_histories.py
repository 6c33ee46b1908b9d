"""The difference of two versions is exact on invented histories whose truth is known."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from homeward.lists.core.diff import Difference, How, difference
from homeward.lists.core.entry import Entry
from tests.core.lists.histories import History, history

HUNDREDS = int(os.environ.get("HISTORIES", "100")) // 100
"""How many hundreds are looked at; `make histories` looks at ten."""
STAYED = {How.SAME, How.MOVED}


def faults(told: History, found: Difference) -> list[str]:
    """Where the difference is not the truth; equal rows stand for each other."""
    wrong = []
    expected = Counter("stayed" if how in STAYED else how.value for how in told.truth.values())
    got = Counter("stayed" if step.how in STAYED else step.how.value for step in found.steps)
    if expected != got:
        wrong.append(f"{dict(expected)} were told as {dict(got)}")
    for step in found.steps:
        if step.before and step.after and step.after.number < 1_000 and step.before.number != step.after.number:
            wrong.append(f"{step.before.values.names[0]} was taken for {step.after.values.names[0]}: {step.why}")
    return wrong


@pytest.mark.parametrize("hundred", range(HUNDREDS))
def test_a_hundred_histories_are_told_exactly(hundred: int) -> None:
    wrong = {}
    for seed in range(hundred * 100, hundred * 100 + 100):
        told = history(seed)
        if found := faults(told, difference(told.before, told.after)):
            wrong[seed] = found

    assert not wrong


@pytest.mark.parametrize("seed", range(30))
def test_every_entry_of_both_versions_stands_in_one_step(seed: int) -> None:
    told = history(seed)

    found = difference(told.before, told.after)

    assert sorted(step.before.number for step in found.steps if step.before) == [e.number for e in told.before]
    assert [step.after.number for step in found.steps if step.after] == [entry.number for entry in told.after]


@pytest.mark.parametrize("seed", range(30))
def test_a_version_in_another_order_has_nobody_new_gone_or_changed(seed: int) -> None:
    told = history(seed)
    again = tuple(Entry(at, entry.values) for at, entry in enumerate(reversed(told.before)))

    counts = difference(told.before, again).counts

    assert counts[How.SAME] + counts[How.MOVED] == len(told.before)
    assert counts[How.SAME] >= 1
