"""Whatever was done, and in whatever order: the tables made again from the ledger are those that grew with it."""

from __future__ import annotations

import itertools
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from homeward.ledger import actions, queries
from homeward.ledger.core.heard import Heard, HeardFigure
from homeward.ledger.core.voices import Reliability, Stance
from homeward.refusals import Refused
from tests.apps.ledger.desks import generated
from tests.cast import Desk

pytestmark = pytest.mark.long

SLUGS = itertools.count(1)
SEEDS = itertools.count(100)
WORDS = ("Forty wait at the gate.", "Nobody crossed — لم يعبر أحد", "До 300 человек", "About half of them.")

heard = st.builds(
    Heard,
    text=st.sampled_from(WORDS),
    speaker=st.sampled_from(("A doctor", "The ministry", "a neighbour", "")),
    via=st.sampled_from(((), ("A driver",), ("A driver", "Coast Wire"))),
    said=st.sampled_from(("2023-11-04", "early November 2023", "about 4 November 2023", "")),
    modality=st.sampled_from(("asserted", "possible", "denied", "reported")),
    topic=st.sampled_from(("", "patients")),
    figures=st.lists(
        st.builds(
            HeardFigure,
            measure=st.sampled_from(("awaiting", "crossed")),
            population=st.sampled_from(("patients", "children", "everybody")),
            op=st.sampled_from(("eq", "about", "gt", "le")),
            lo=st.integers(1, 900).map(str),
        ),
        max_size=3,
    ).map(tuple),
)
START = tuple(
    Heard(
        text=f"{count} wait.",
        speaker=who,
        said="2023-11-03",
        modality="asserted",
        figures=(HeardFigure(measure="awaiting", population=who, lo=count),),
    )
    for who, count in (("A doctor", "40"), ("The ministry", "50"))
)
acts = st.tuples(
    st.sampled_from(
        ("write", "write", "correct", "withdraw", "doubt", "link", "judge", "rely", "settle", "relate", "load")
    ),
    heard,
    st.integers(0, 50),
    st.integers(0, 50),
)


def _do(desk: Desk, slug: str, refs: list[str], kind: str, what: Heard, one: int, other: int) -> None:
    """One act about the case, on what was recorded before where it needs something."""
    if kind == "load":
        generated(desk, seed=next(SEEDS), statements=12)
        return
    with desk.acting() as by:
        case = queries.cases.case(slug)
        common: dict[str, Any] = {"case": case, "once": uuid4(), "by": by, "at": desk.now}
        ref = refs[one % len(refs)] if refs else ""
        match kind:
            case "write":
                refs.append(actions.write_down(heard=what, **common).ref)
            case "correct":
                done = actions.correct(ref=ref, figure=other % 3, heard=what, reason="again", **common)
                refs.append(done.ref)
            case "withdraw":
                refs.append(actions.withdraw(ref=ref, reason="by mistake", **common).ref)
            case "doubt":
                refs.append(actions.doubt(ref=ref, figure=other % 3, reason="he hesitated", **common).ref)
            case "link":
                to = refs[other % len(refs)] if refs else ""
                actions.link(ref=ref, stance=list(Stance)[other % len(Stance)], to=to, reason="he says so", **common)
            case "judge":
                actions.judge_credibility(ref=ref, number=1 + other % 6, reason="one voice", **common)
            case "rely" | "settle":
                asked = desk.ask(slug)
                sources = list(queries.sources.sources(asked)) or [uuid4()]
                source, known_as = sources[one % len(sources)], sources[other % len(sources)]
                if kind == "settle":
                    actions.settle_speaker(source=source, settled_as=known_as, reason="the same voice", **common)
                else:
                    letter = list(Reliability)[other % len(Reliability)]
                    actions.judge_reliability(source=source, letter=letter, topic="", reason="was right", **common)
            case "relate":
                named = queries.figures.all_populations(desk.ask(slug))
                part, whole = (named[n % len(named)].id if named else uuid4() for n in (one, other))
                relation = "equal" if other % 2 else "part_of"
                actions.relate_populations(part=part, whole=whole, relation=relation, reason="he said so", **common)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(history=st.lists(acts, min_size=1, max_size=14))
def test_replay_equals_the_tables(lasting_desk: Desk, history: list[tuple[str, Heard, int, int]]) -> None:
    desk, slug = lasting_desk, f"history-{next(SLUGS)}"
    with desk.acting() as by:
        actions.open_case(
            slug=slug, title="Invented", zone_name="Asia/Gaza", compartment=desk.compartment.id, by=by, at=desk.now
        )
    refs: list[str] = []
    for what in START:  # so that there is something to judge, doubt and take back
        _do(desk, slug, refs, "write", what, 0, 0)
    for kind, what, one, other in history:
        try:
            _do(desk, slug, refs, kind, what, one, other)
        except Refused as refused:
            event(f"{kind} refused: {type(refused).__name__}")

    done = actions.replay()

    assert done.ok, done.difference
