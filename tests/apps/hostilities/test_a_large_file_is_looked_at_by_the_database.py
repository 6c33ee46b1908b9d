"""After a large file the database knows at once how much it holds, so that the first who ask need not wait for its own look."""

from __future__ import annotations

from django.db import connection

from homeward.hostilities.actions.receiving import LARGE
from tests.cast import Desk
from tests.spec.hostilities.files import event, opened_case, received, written

COUNTED = "SELECT reltuples::bigint FROM pg_class WHERE oid = 'public.hostilities_value'::regclass"


def counted(desk: Desk) -> int:
    """How many rows the database itself takes there to be; less than none while it has never looked."""
    with desk.acting(), connection.cursor() as cursor:
        cursor.execute(COUNTED)
        ((found,),) = cursor.fetchall()
    return int(found)


def test_how_many_rows_there_are_is_known_once_a_large_file_came_in(lasting_desk: Desk) -> None:
    case = opened_case(lasting_desk)
    received(lasting_desk, case, written([event(1, day="2025-12-10")]), maker="A small one")
    assert counted(lasting_desk) < LARGE

    received(lasting_desk, case, written(event(n, day="2025-12-10") for n in range(1, LARGE + 1)))

    assert counted(lasting_desk) >= LARGE
