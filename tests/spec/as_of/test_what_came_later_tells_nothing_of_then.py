from __future__ import annotations

from datetime import UTC, datetime

import pytest

from homeward.access import actions as access
from homeward.ledger import actions, queries
from homeward.ledger.core.heard import Heard
from homeward.ledger.core.voices import Stance
from homeward.ledger.queries.statements import Filters, NoSuchStatement
from homeward.ledger.queries.views import CaseView
from tests.cast import MORNING, Desk, case_of, once

CALL = Heard(text="The gate is shut.", speaker="Anna Vell", said="4 Jan 2026", modality="asserted")


def opened(desk: Desk, slug: str) -> CaseView:
    actions.open_case(
        slug=slug, title=slug, zone_name="UTC", compartment=desk.compartment.id, by=desk.operator, at=MORNING
    )
    return queries.cases.case(slug)


def withdrawn(desk: Desk, case: CaseView) -> str:
    """The short name of a withdrawal of something just written down."""
    act = {"case": case, "by": desk.operator, "at": MORNING}
    ref = actions.write_down(heard=CALL, once=once(), **act).ref
    return actions.withdraw(ref=ref, reason="another call", once=once(), **act).ref


def test_a_statement_made_later_is_not_shown_beside_an_earlier_one(desk: Desk) -> None:
    desk.load(case_of({"said_on": "2026-01-01"}, {"said_on": "2026-01-09"}), accept_warnings=True)
    case = queries.cases.case("crossing-test")
    shared = {"case": case, "by": desk.operator, "at": MORNING}
    actions.link(ref="s1", stance=Stance.CONTRADICTS, to="s2", reason="their words", once=once(), **shared)

    then = queries.statements.statement(desk.ask("crossing-test", known_at="2026-01-03"), "s1")
    now = queries.statements.statement(desk.ask("crossing-test", known_at="2026-01-10"), "s1")

    assert then.links == ()
    assert [link.ref for link in now.links] == ["s2"]


def test_by_the_clock_of_recording_an_act_is_not_there_before_it_was_recorded(desk: Desk) -> None:
    ref = withdrawn(desk, opened(desk, "bridge"))

    assert queries.statements.statement(desk.ask("bridge"), ref).ref == ref
    with pytest.raises(NoSuchStatement):
        queries.statements.statement(desk.ask("bridge", known_at="2020-01-01"), ref)


def test_by_the_clock_of_recording_a_source_is_not_there_before_it_was_named(desk: Desk) -> None:
    withdrawn(desk, opened(desk, "bridge"))

    assert [s.name for s in queries.sources.sources(desk.ask("bridge")).values()] == ["Anna Vell"]
    assert queries.sources.sources(desk.ask("bridge", known_at="2020-01-01")) == {}


def test_what_was_written_in_a_hidden_compartment_moves_nobodys_now(lasting_desk: Desk) -> None:
    desk = lasting_desk
    with desk.acting():
        opened(desk, "bridge")
        hidden = access.make_compartment(slug="hidden", name="Hidden", by=desk.operator, at=MORNING)
        reader = desk.person("Rita Reader", may="read")
    with desk.acting(reader):
        before = desk.ask("bridge").known_at

    desk.compartment = hidden
    with desk.acting():
        opened(desk, "elsewhere")

    with desk.acting(reader):
        assert desk.ask("bridge").known_at == before < datetime.now(UTC)


def test_a_search_finds_what_was_known_then_below_hundreds_that_came_later(desk: Desk) -> None:
    days = [1 if number < 5 else 20 for number in range(520)]
    desk.load(
        case_of(*({"said_on": f"2026-01-{day:02}", "text": "the common word"} for day in days)), accept_warnings=True
    )

    then = queries.statements.find(desk.ask("crossing-test", known_at="2026-01-05"), Filters(words="common"))
    now = queries.statements.find(desk.ask("crossing-test"), Filters(words="common"))

    assert (then.count, then.capped) == (5, False)
    assert (now.count, now.capped) == (500, True)
