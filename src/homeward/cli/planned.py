"""A plan is worked out by the command itself, which tells how far it is and stops it when somebody presses Ctrl C."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from homeward.cli.asking import case_named
from homeward.cli.entering import entered, sign
from homeward.cli.telling import tell

if TYPE_CHECKING:  # needs Django up
    from homeward.cli.entering import Seat


def worked_out(run: UUID, seat: Seat, case: str, compartment: str) -> None:
    """Work a run out to its end."""
    from homeward.crossings.actions.working import plan_as_the_desk

    with entered(seat.actor.name):
        from homeward.crossings import queries

        room = queries.run(case_named(case, compartment), run).compartment
    tell("Working on it. Ctrl C stops it, and nothing is kept.")
    try:
        plan_as_the_desk(run=run, compartment=room, clock=lambda: datetime.now(UTC))
    except KeyboardInterrupt:
        with entered(seat.actor.name) as again:
            from homeward.crossings import actions

            actions.stop_run(case=case_named(case, compartment), run=run, by=again.actor, at=again.now)
        tell("Stopped.")
    sign(seat)
