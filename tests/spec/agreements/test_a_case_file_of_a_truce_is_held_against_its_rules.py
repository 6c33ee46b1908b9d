"""A case file of an invented truce: by the day, by ratio, by category, made longer, with what lies outside of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from homeward.talks import queries
from homeward.talks.queries.views import AgreementView, ObligationView
from tests.cast import Desk, case_of, figure

SLUG = "invented-truce"


def released(who: str, many: int, day: str, **more: Any) -> dict[str, Any]:
    return {
        "said_on": day,
        "event_date": day,
        "text": more.pop("text", f"{many} let go"),
        "figures": [figure("released", who, "=", many, kind="flow"), *more.pop("figures", [])],
        **more,
    }


def owes(id: str, bearer: str, action: str, object: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "bearer": bearer, "action": action, "object": object, **more}


TRUCE = {
    "id": "truce",
    "title": "Four days",
    "announced": "2025-11-22",
    "planned_start": "2025-11-23",
    "actual_start": "2025-11-24",
    "deadline": "2025-11-27",
    "obligations": [
        owes("h", "N", "release", "travellers of the hill", quantity={"op": "=", "lo": 50, "hi": 50}),
        owes("p", "S", "release", "detainees of the plain", ratio={"num": 3, "den": 1, "of": "h"}),
        owes("t", "S", "let in", "aid trucks", quantity={"op": "=", "lo": 200, "hi": 200}, per="day"),
    ],
    "rules": [
        {
            "id": "e",
            "kind": "extension",
            "text": "a day more for each 10 travellers",
            "per": 10,
            "adds": "1 day",
            "cap": "5 days",
        },
        {"id": "o", "kind": "outside", "text": "other releases do not count"},
    ],
}
CASE = case_of(
    released("travellers of the hill", 13, "2025-11-24"),
    released("detainees of the plain", 39, "2025-11-24"),
    released("travellers of the hill", 11, "2025-11-25"),
    released("detainees of the plain", 30, "2025-11-25"),
    released("fishermen", 10, "2025-11-24", text="10 fishermen let go as a goodwill gesture, outside the deal"),
    {
        "said_on": "2025-11-24",
        "event_date": "2025-11-24",
        "text": "137 trucks",
        "figures": [figure("entered", "aid trucks", "=", 137, kind="flow", unit="truck")],
    },
    slug=SLUG,
    zone="UTC",
    agreements=[TRUCE],
)


@pytest.fixture
def truce(desk: Desk) -> Desk:
    desk.load(CASE, accept_warnings=True)
    return desk


def agreed(desk: Desk, as_of: str, known_at: str = "") -> AgreementView:
    with desk.acting():
        (view,) = queries.agreements(desk.ask(SLUG, as_of, known_at))
    return view


def owed(view: AgreementView, ref: str) -> ObligationView:
    return next(each for each in view.obligations if each.ref == ref)


def test_a_truce_is_held_against_its_words_day_by_day(truce: Desk) -> None:
    first, second = agreed(truce, "2025-11-24"), agreed(truce, "2025-11-25")

    assert owed(first, "p").ratio_told == "39 for 13: the ratio is kept by these counts"
    assert owed(second, "p").ratio_told == "69 for 24: 3 short of the ratio by these counts"
    assert (owed(second, "p").promised.lo, owed(second, "p").shortfall.lo) == (Decimal(72), Decimal(3))  # type: ignore[union-attr]

    trucks = owed(second, "t")
    assert trucks.promised is not None and trucks.promised.lo == 400
    assert trucks.counts_at == "entered"
    assert [(day.on, day.promised_lo, day.stages) for day in trucks.days] == [
        ("2025-11-24", Decimal(200), (("entered", Decimal(137), Decimal(137)),)),
        ("2025-11-25", Decimal(200), ()),
    ]

    assert second.started_late_days == (1, 1)
    assert second.ends is not None and second.ends.until is not None
    assert second.ends.until.isoformat() == "2025-11-30T00:00:00+00:00"
    assert "2 days longer" in second.ends_why
    outside = next(rule for rule in second.rules if rule.kind == "outside")
    assert outside.comes_to == "10 fishermen: counts for nothing here."
    assert owed(second, "h").stages[0].delivered.lo == 24

    # What was said later is in no answer about before, in whatever order it is asked.
    before = agreed(truce, "2025-11-25", "2025-11-24")
    assert owed(before, "h").stages[0].delivered.lo == 13
    assert agreed(truce, "2025-11-23").started_late_days is None
    assert agreed(truce, "2025-11-24") == first
