"""Tables of times: the words, the zone in which they are read, and what they mean."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from homeward.moments import Interval, read
from tests.spec.times.tables import found, rows


@pytest.fixture
def reads():
    def check(table: str, *, said_on: str | None = None) -> None:
        reference = None if said_on is None else date.fromisoformat(said_on)
        for row in rows(table):
            zone = ZoneInfo(row["zone"])
            interval = read(row["words"], zone, reference=reference)
            assert interval.words == row["words"]
            assert {"words": row["words"], "zone": row["zone"], **found(interval, zone)} == row

    return check


@pytest.fixture
def stay_text():
    def check(table: str, *, said_on: str | None = None) -> None:
        reference = None if said_on is None else date.fromisoformat(said_on)
        for words in table.strip("\n").splitlines():
            assert read(words, ZoneInfo("Asia/Gaza"), reference=reference) == Interval.unread(words), words

    return check
