"""Over random histories with corrections, every as-of answer equals that of a model that a reader can check by eye."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access import actions as access
from homeward.ledger import actions, queries
from homeward.ledger.core.heard import Heard, HeardFigure
from homeward.moments import Clock
from tests.cast import Desk, case_of, figure, once
from tests.spec.as_of.model import DAY, START, Told, current

SLUGS = itertools.count(1)
SPEAKERS, POPULATIONS = ("A spokesman of Northland", "A minister of Southland"), ("held", "crossed")


@st.composite
def histories(draw: st.DrawFn, most: int = 9) -> list[Told]:
    """Statements said on days 0 to 12 about that day or some days before, some of them instead of earlier ones.

    No two of one speaker and population are about the same day and said on the same day: of such neither is the last.
    """
    told: list[Told] = []
    for number in range(1, draw(st.integers(1, most)) + 1):
        said = draw(st.integers(2, 12))
        earlier = [t.ref for t in told if t.said <= said]
        told.append(
            Told(
                f"s{number}",
                draw(st.sampled_from(SPEAKERS)),
                draw(st.sampled_from(POPULATIONS)),
                about=draw(st.integers(0, said)),
                said=said,
                said_about=draw(st.booleans()),
                instead_of=draw(st.sampled_from([None, None, *earlier])),
            )
        )
    keys = [(t.speaker, t.population, t.about, t.known_from("said")) for t in told]
    return [t for number, t in enumerate(told) if keys.index(keys[number]) == number]


def _day(number: int) -> str:
    return (START + number * DAY).date().isoformat()


def _file(history: list[Told], slug: str) -> dict[str, Any]:
    present = {told.ref for told in history}
    rows = [
        {
            "id": t.ref,
            "origin": t.ref,
            "speaker": t.speaker,
            "event_date": _day(t.about),
            "said_on": _day(t.said) if not t.said_about else f"{_day(t.said)[:8]}~{_day(t.said)[8:]}",
            "figures": [figure("counted", t.population, "=", 7)],
            **({"corrects": t.instead_of} if t.instead_of in present else {}),
        }
        for t in history
    ]
    return case_of(*rows, slug=slug)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories(), as_of=st.integers(0, 15), known_at=st.integers(0, 15))
def test_by_the_clock_of_saying(desk: Desk, history: list[Told], as_of: int, known_at: int) -> None:
    slug = f"model-{next(SLUGS)}"
    desk.load(_file(history, slug), accept_warnings=True)
    world, knowledge = START + as_of * DAY, START + known_at * DAY

    with desk.acting():
        asked = queries.cases.ask(
            queries.cases.case(slug), now=datetime.now(UTC), as_of=world, known_at=knowledge, clock=Clock.SAID
        )
        answered = {f.statement_ref for f in queries.figures.current(asked)}

    present = {t.ref for t in history}
    cleaned = [t if t.instead_of in present else Told(**{**t.__dict__, "instead_of": None}) for t in history]
    assert answered == current(cleaned, world, knowledge, "said")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(history=histories(most=6), as_of=st.integers(0, 15), moment=st.integers(0, 6))
def test_by_the_clock_of_recording(lasting_desk: Desk, history: list[Told], as_of: int, moment: int) -> None:
    desk, slug = lasting_desk, f"model-{next(SLUGS)}"
    with desk.acting():
        actions.open_case(
            slug=slug, title="Invented", zone_name="UTC", compartment=desk.compartment.id, by=desk.operator, at=START
        )
    recorded: list[Told] = []
    names: dict[str, str] = {}
    for told in history:
        recorded.append(_written_down(desk, slug, told, names))
    moments = [START, *(t.recorded_at for t in recorded if t.recorded_at)]
    known_at = moments[min(moment, len(moments) - 1)]
    world = START + as_of * DAY

    with desk.acting():
        case = queries.cases.case(slug)
        asked = queries.cases.ask(case, now=datetime.now(UTC), as_of=world, known_at=known_at)
        answered = {f.statement_ref for f in queries.figures.current(asked)}

    assert answered == {names[ref] for ref in current(recorded, world, known_at, "recorded")}


def _written_down(desk: Desk, slug: str, told: Told, names: dict[str, str]) -> Told:
    heard = Heard(
        text="invented",
        speaker=told.speaker,
        said=_day(told.said),
        occurred=_day(told.about),
        modality="asserted",
        figures=(HeardFigure(measure="counted", population=told.population, lo="7", hi="7"),),
    )
    with transaction.atomic():
        access.enter(desk.operator.id)
        case = queries.cases.case(slug)
        instead = names.get(told.instead_of or "")
        common: dict[str, Any] = {
            "case": case,
            "heard": heard,
            "once": once(),
            "by": desk.operator,
            "at": datetime.now(UTC),
        }
        done = (
            actions.correct(ref=instead, figure=0, reason="counted again", **common)
            if instead
            else actions.write_down(**common)
        )
    names[told.ref] = done.ref
    with desk.acting():
        at = queries.cases.settled_at(case)
    return Told(
        **{**told.__dict__, "recorded_at": at, "said_about": False, "instead_of": told.instead_of if instead else None}
    )
