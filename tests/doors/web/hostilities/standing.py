"""A case with events, a crossing that opened and shut, people said to have crossed, a meeting, an exchange without a day."""

from __future__ import annotations

from datetime import date, timedelta

from homeward.crossings import actions as crossings
from homeward.talks import actions as talks
from homeward.talks.actions import Voice
from tests.apps.crossings.gates import SLUG, Gate, voice
from tests.apps.talks.channelled import Table
from tests.cast import Desk, case_of, figure
from tests.spec.hostilities.files import event, received, written

ROOM = f"/c/{SLUG}/hostilities/"
FIRST = date(2025, 12, 10)


def day(number: int) -> str:
    """The day of this number, from 0 on."""
    return (FIRST + timedelta(days=number)).isoformat()


def prepared(desk: Desk) -> Gate:
    """Three weeks of December: violence, six quiet days, a crossing that opens on them, and what was said of all that."""
    crossed = [
        {"said_on": day(8), "event_date": day(7), "figures": [figure("crossed", "travellers", "=", 40, kind="flow")]},
        {"said_on": day(9), "event_date": day(8), "figures": [figure("crossed", "travellers", ">", 50, kind="flow")]},
    ]
    desk.load(case_of(*crossed))
    gate = Gate.of(desk)
    for n, state in ((6, "closed"), (7, "open"), (8, "open"), (9, "restricted"), (10, "closed")):
        said = voice(said=day(n), occurred=day(n))
        gate.does(crossings.tell_status, crossing=gate.crossing, status=state, voice=said)
    gate.window(on=day(20))
    table = Table.of(desk)
    table.meets(begins=f"{day(5)} 10:00", ends=f"{day(5)} 12:00")
    word = Voice(speaker="Northland", said=day(3))
    table.does(talks.enter_agreement, title="An exchange of which nobody says when", voice=word)
    with desk.acting():
        case = gate.case()
    received(desk, case, written(rows()), downloaded=day(25), covers_from=day(0), covers_until=day(17))
    return gate


def rows() -> list[dict[str, str]]:
    """Events: a few deaths on most days, none on six, one known to its province alone, one to a month."""
    told = [event(n + 1, day=day(n), low=2, best=3 + n % 3, high=9) for n in range(18) if not 5 <= n <= 10]
    coarse = event(
        90, day=day(2), where_prec=4, where_coordinates="Verba province", latitude="", longitude="", deaths=7
    )
    month = event(91, date_start=day(0), date_end=day(17), date_prec=4, deaths=30)
    return [*told, coarse, month]
