"""Going through the version before once gives what comparing both as wholes gives, for invented pairs of versions."""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from homeward.lists.core.diff import How, difference
from homeward.lists.core.entry import Entry
from homeward.lists.core.plan import Row
from homeward.lists.core.succession import Stood, succession
from homeward.people.core.values import DayGiven, DocumentGiven, NameGiven, Values

NAMES = ("Amal Haddad", "Amal Hadad", "Jonas Berg", "Nadia Karim", "Omar Said")
values = st.builds(
    lambda name, day, paper, status: Values(
        names=(NameGiven(name),),
        birth=DayGiven(f"1980-01-{day:02}", f"1980-01-{day:02}", f"1980-01-{day + 1:02}", "gregorian"),
        documents=(DocumentGiven(paper, key=paper),) if paper else (),
        decision=status,
    ),
    st.sampled_from(NAMES),
    st.integers(2, 4),
    st.sampled_from(("", "A1730264", "B7604821", "C1938475")),
    st.sampled_from(("", "waits", "cleared")),
)


@given(st.lists(values, max_size=8), st.lists(values, max_size=8))
def test_every_entry_becomes_what_the_comparison_of_the_wholes_says(old, new):
    before = [Stood(uuid4(), uuid4(), each) for each in old]
    rows = [Row("", at, each) for at, each in enumerate(new, start=2)]

    told = succession(iter(before), rows, (), fresh=uuid4)

    whole = difference(
        [Entry(at, each) for at, each in enumerate(old)], [Entry(at, each) for at, each in enumerate(new)]
    )
    assert Counter(row.change for row in told.placed) == Counter(
        step.how.value for step in whole.steps if step.how is not How.OUT
    )
    assert len(told.placed) == len(rows) and [row.at for row in told.placed] == list(range(len(rows)))
    assert len(told.gone) + len(told.kept) == whole.counts[How.OUT]


@given(st.lists(values, max_size=8), st.lists(values, max_size=8))
def test_no_entry_of_the_version_before_is_lost_or_doubled(old, new):
    before = [Stood(uuid4(), uuid4(), each) for each in old]
    rows = [Row("", at, each) for at, each in enumerate(new, start=2)]

    told = succession(iter(before), rows, (), fresh=uuid4)

    accounted = [row.before for row in told.placed if row.before] + [stood.record for stood in (*told.gone, *told.kept)]
    assert Counter(accounted) == Counter(stood.record for stood in before)
    assert len({row.record for row in told.placed}) == len(rows)
