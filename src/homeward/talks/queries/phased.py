"""The phases of an agreement as of the time asked: when each begins and ends, and what was known of it by then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import moments
from homeward.ledger.core import kinds
from homeward.ledger.queries.views import Asked
from homeward.moments import Interval, Precision
from homeward.talks.core import phases as core
from homeward.talks.queries.views import FindingView, PhaseView


@dataclass(frozen=True, slots=True)
class Phased:
    """A phase as it was read: its times where they are told, else where they follow from its length."""

    key: str
    text: str
    start: Interval | None
    until: Interval | None
    announced: Interval | None
    length: timedelta | None
    makes_longer: bool

    @property
    def backwards(self) -> bool:
        """Whether it ends before it starts, or as it starts."""
        start = self.start.start if self.start else None
        end = self.until.until if self.until else None
        return start is not None and end is not None and end <= start


def phased(asked: Asked, content: kinds.Agreement) -> list[Phased]:
    """The phases of an agreement that were known by the time asked, in their order."""
    zone = asked.case.zone
    found: list[Phased] = []
    for each in content.phases:
        said = core.lines(each.more)
        start, until = _time(core.told(said, core.STARTS), zone), _time(core.told(said, core.ENDS), zone)
        announced = _time(core.told(said, core.ANNOUNCED), zone)
        longer = core.makes_longer(each.text) or _is_after(announced, content.announced)
        read = Phased(each.key, each.text, start, until, announced, core.length(said), longer)
        if _known(asked, read):
            found.append(read)
    return found


def _is_after(announced: Interval | None, agreed: Interval | None) -> bool:
    """Whether a phase was announced after the agreement was."""
    start = announced.start if announced is not None else None
    end = agreed.until if agreed is not None else None
    return start is not None and end is not None and start >= end


def _time(words: str, zone: ZoneInfo) -> Interval | None:
    when = moments.read(words, zone) if words else None
    return None if when is None or when.precision is Precision.UNREAD else when


def _known(asked: Asked, phase: Phased) -> bool:
    by = min(asked.as_of, asked.known_at)
    if phase.announced is not None:
        return phase.announced.concerns(by)
    return not phase.makes_longer or phase.start is None or phase.start.concerns(by)


def ends_by_phases(
    found: Sequence[Phased], began: Interval | None, zone: ZoneInfo
) -> tuple[Interval, Phased | None, timedelta] | None:
    """When the last phase ends, which one that is where it says so itself, and how long those are that only say how long."""
    end: Interval | None = None
    last: Phased | None = None
    lasting = timedelta(0)
    for each in found:
        if each.until is not None and not each.backwards:
            end, last = each.until, each
        elif each.length is not None and (start := each.start or end or began) is not None:
            if last is None and each.start is None:
                lasting += each.length
            else:
                last = each
            end = _after(start, each.length, zone)
    return None if end is None else (end, last, lasting)


def _after(start: Interval, length: timedelta, zone: ZoneInfo) -> Interval:
    moved = [_moved(at, length, zone) for at in (start.start, start.until)]
    precision = start.precision if None not in moved else Precision.OPEN
    return Interval(moved[0], moved[1], precision, start.words, True)


def _moved(at: datetime | None, by: timedelta, zone: ZoneInfo) -> datetime | None:
    if at is None:
        return None
    local = at.astimezone(zone).replace(tzinfo=None) + by
    return local.replace(tzinfo=zone)


def phase_views(found: Sequence[Phased]) -> tuple[PhaseView, ...]:
    """The phases as they are shown."""
    return tuple(PhaseView(each.key, each.text, each.start, each.until, each.announced) for each in found)


def phase_findings(found: Sequence[Phased], agreement: UUID) -> Iterator[FindingView]:
    """A phase that ends before it starts is told with its name; its times are left aside."""
    for each in found:
        if each.backwards:
            name = each.key or each.text
            words = f"The phase {name} is said to end before it starts; its end is left aside: ask which day holds."
            yield FindingView("phase-ends-before-it-starts", words, (agreement,), (("phase", name),))
