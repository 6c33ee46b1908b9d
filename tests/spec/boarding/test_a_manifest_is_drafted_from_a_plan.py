from __future__ import annotations

import pytest

from homeward.crossings import queries
from homeward.crossings.actions import manifests, seating
from tests.apps.crossings.boarded import Trip
from tests.apps.crossings.planned import Waiting
from tests.cast import Desk


def test_the_seats_of_a_plan_are_held_families_together_and_signed_with_the_plan_they_came_from(
    lasting_desk: Desk,
) -> None:
    waiting = Waiting.of(lasting_desk)
    waiting.enter("Anna")
    waiting.enter("Boris", with_="Anna")
    waiting.enter("Vera")
    waiting.clear("Anna", "Boris", "Vera")
    (window,) = waiting.opened("2026-01-08")
    (convoy,) = waiting.gate.shown(window).convoys
    trip = Trip(waiting.gate, waiting.register, convoy.id, window, window, dict(waiting.people))
    with pytest.raises(queries.NoSuchPlan):
        trip.does(seating.draft_from_plan, convoy=convoy.id)
    waiting.plan()

    assert trip.does(seating.draft_from_plan, convoy=convoy.id) == 3
    assert trip.does(seating.draft_from_plan, convoy=convoy.id) == 3, "drafted again, the seats are the same"
    trip.does(manifests.sign_manifest, convoy=convoy.id)

    view = trip.manifest()
    assert [len(seats) for _letter, seats in view.families] in ([2, 1], [1, 2])
    assert all(seat.cleared for seat in view.seats)
    assert view.waiting
