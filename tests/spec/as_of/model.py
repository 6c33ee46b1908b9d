"""What the desk must answer, on plain lists in memory: the whole of it, read in a minute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

DAY = timedelta(days=1)
START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Told:
    """A statement with one number: by whom, of what, about which day, said when; perhaps instead of an earlier one."""

    ref: str
    speaker: str
    population: str
    about: int
    said: int
    said_about: bool = False
    instead_of: str | None = None
    recorded_at: datetime | None = None

    def known_from(self, clock: str) -> datetime:
        if clock == "recorded" and self.recorded_at:
            return self.recorded_at
        return START + (self.said - (2 if self.said_about else 0)) * DAY

    def possibly_known(self, at: datetime, clock: str) -> bool:
        start = self.known_from(clock)
        return start <= at if clock == "recorded" else start < at

    def asof(self) -> datetime:
        return START + self.about * DAY


def current(history: list[Told], as_of: datetime, known_at: datetime, clock: str) -> set[str]:
    """The last number of each speaker for each population, of those known then that nobody has replaced."""
    known = [told for told in history if told.possibly_known(known_at, clock)]
    replaced = {told.instead_of for told in known}
    series: dict[tuple[str, str], Told] = {}
    for told in known:
        if told.asof() < as_of and told.ref not in replaced:
            key, best = (told.speaker, told.population), series.get((told.speaker, told.population))
            if best is None or (told.asof(), told.known_from("said")) > (best.asof(), best.known_from("said")):
                series[key] = told
    return {told.ref for told in series.values()}
