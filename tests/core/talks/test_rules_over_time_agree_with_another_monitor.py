"""The evaluator of rules over time: by hand, by trying every member of its intervals, and against rtamt on random traces.

rtamt needs a package that is only built from source, so it is not among what every developer installs: `make monitors` lays it
beside, and without it that one test is skipped.
"""

from __future__ import annotations

import os
import random
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.talks.core.monitoring import (
    All,
    Always,
    AtLeast,
    Eventually,
    Formula,
    Not,
    Once,
    Some,
    Term,
    Verdict,
    explained,
    implies,
    margin,
)
from homeward.talks.core.quantities import Amount

TRACES = int(os.environ.get("MONITOR_TRACES", "150"))
LENGTH = 12


def exactly(*values: int) -> list[Amount | None]:
    return [Amount.exactly(value) for value in values]


def owed_within(days: int) -> Formula:
    """Whenever some were handed over, three for each came within so many days."""
    handed = AtLeast(Term.of("handed"), Term(constant=Decimal(1)))
    return Always(
        implies(handed, Eventually(AtLeast(Term.of("came"), Term.of("counted", 3)), 0, days)), 0, LENGTH - 1 - days
    )


def test_a_rule_that_holds_says_with_how_much_to_spare() -> None:
    rule = Always(AtLeast(Term.of("came"), Term.of("counted", 3)), 0, 1)

    assert explained(rule, {"came": exactly(40, 41), "counted": exactly(13, 13)}) == "holds, with 1 to spare at step 0"


def test_a_rule_that_fails_names_the_step_and_how_much_is_short() -> None:
    rule = Always(AtLeast(Term.of("came"), Term.of("counted", 3)), 0, 1)

    assert explained(rule, {"came": exactly(39, 30), "counted": exactly(13, 13)}) == "fails at step 1, short by 9"


def test_what_nobody_counted_and_what_has_not_come_leave_it_open() -> None:
    rule = AtLeast(Term.of("came"), Term(constant=Decimal(1)))

    assert margin(rule, {"came": [None]}).verdict is Verdict.CANNOT_TELL
    assert margin(Always(rule, 0, 3), {"came": exactly(5, 5)}).verdict is Verdict.CANNOT_TELL
    assert margin(Always(rule, 0, 3), {"came": exactly(0, 5)}).verdict is Verdict.FAILS
    assert margin(Eventually(rule, 0, 3), {"came": exactly(0, 5)}).verdict is Verdict.HOLDS
    assert explained(Always(rule, 0, 3), {"came": exactly(5, 5)}).startswith("cannot be told")


def test_an_interval_decides_only_where_all_of_it_does() -> None:
    rule = AtLeast(Term.of("came"), Term(constant=Decimal(10)))
    for lo, hi, verdict in ((10, None, Verdict.HOLDS), (5, 9, Verdict.FAILS), (9, 10, Verdict.CANNOT_TELL)):
        amount = Amount(Decimal(lo), None if hi is None else Decimal(hi))
        assert margin(rule, {"came": [amount]}).verdict is verdict


formulas: st.SearchStrategy[Formula] = st.recursive(
    st.builds(
        AtLeast,
        st.builds(Term.of, st.sampled_from(["a", "b"]), st.integers(-2, 3)),
        st.builds(lambda n: Term(constant=Decimal(n)), st.integers(-3, 6)),
    ),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(lambda one, other: All((one, other)), inner, inner),
        st.builds(lambda one, other: Some((one, other)), inner, inner),
        st.builds(Always, inner, st.just(0), st.integers(0, 2)),
        st.builds(Eventually, inner, st.just(0), st.integers(0, 2)),
        st.builds(Once, inner, st.just(0), st.integers(0, 2)),
    ),
    max_leaves=4,
)
intervals = st.builds(lambda lo, more: Amount(Decimal(lo), Decimal(lo + more)), st.integers(0, 4), st.integers(0, 1))


@given(formulas, st.lists(intervals, min_size=3, max_size=3), st.lists(intervals, min_size=3, max_size=3))
def test_the_margin_holds_the_margin_of_every_member(rule: Formula, a: list[Amount], b: list[Amount]) -> None:
    whole = margin(rule, {"a": a, "b": b})
    members = [[Amount.exactly(each.lo), Amount.exactly(each.hi or each.lo)] for each in (*a, *b)]
    for chosen in product(*members):
        one = margin(rule, {"a": chosen[:3], "b": chosen[3:]})
        assert whole.lo is None or (one.lo is not None and whole.lo <= one.lo)
        assert whole.hi is None or (one.hi is not None and one.hi <= whole.hi)
        if whole.verdict is not Verdict.CANNOT_TELL:
            assert one.verdict is whole.verdict


def test_ratio_extension_and_pace_agree_with_rtamt_on_random_traces() -> None:
    rtamt = pytest.importorskip("rtamt", reason="make monitors lays it beside")
    chance = random.Random(20_251_124)
    for number in range(TRACES):
        trace = {
            "handed": [chance.randint(0, 2) for _ in range(LENGTH)],
            "counted": [chance.randint(0, 15) for _ in range(LENGTH)],
            "came": [chance.randint(0, 50) for _ in range(LENGTH)],
            "lasted": [chance.randint(0, 8) for _ in range(LENGTH)],
            "total": sorted(chance.randint(0, 60) for _ in range(LENGTH)),
        }
        within, owed = chance.randint(0, 3), chance.randint(10, 60)
        for words, rule in _rules(within, owed):
            theirs = _theirs(rtamt, words, trace)
            ours = margin(rule, {name: exactly(*values) for name, values in trace.items()})
            assert ours.lo == ours.hi == theirs, (number, words, trace)


def _rules(within: int, owed: int) -> list[tuple[str, Formula]]:
    last = LENGTH - 1 - within
    ten = Term((("total", Decimal("0.5")),), Decimal(4))
    return [
        (
            f"always[0,{last}]((handed >= 1) implies (eventually[0,{within}](came >= 3 * counted)))",
            owed_within(within),
        ),
        # Half a day more for each: what it lasted is at most four days and that.
        (f"always[0,{LENGTH - 1}](0.5 * total + 4 >= lasted)", Always(AtLeast(ten, Term.of("lasted")), 0, LENGTH - 1)),
        # Done by its deadline at the latest, and from then on.
        (
            f"eventually[0,{last}](always[0,{within}](total >= {owed}))",
            Eventually(Always(AtLeast(Term.of("total"), Term(constant=Decimal(owed))), 0, within), 0, last),
        ),
    ]


def _theirs(rtamt: Any, words: str, trace: dict[str, list[int]]) -> Decimal:
    monitor = rtamt.StlDiscreteTimeSpecification()
    for name in trace:
        monitor.declare_var(name, "float")
    monitor.spec = words
    monitor.parse()
    found = monitor.evaluate({"time": list(range(LENGTH)), **{name: list(map(float, v)) for name, v in trace.items()}})
    return Decimal(str(found[0][1]))
