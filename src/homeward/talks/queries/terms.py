"""When an agreement begins and ends as of the time asked, and why: its text, its turns, and rules that make it longer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from homeward import moments
from homeward.ledger.core import kinds
from homeward.ledger.core.agreements import Turn
from homeward.ledger.queries.views import Asked
from homeward.moments import Interval, Precision
from homeward.talks.core.sentences import Sentence, sentence
from homeward.talks.queries.phased import Phased, ends_by_phases, phased
from homeward.talks.queries.stated import Said, Stated, effective

DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Terms:
    """The times of an agreement as of the time asked; what had not happened or could not be known yet is none."""

    content: kinds.Agreement
    planned_end: Interval | None
    actual_start: Interval | None
    actual_end: Interval | None
    suspended: Interval | None
    turns: tuple[Said, ...]
    ended: bool
    is_suspended: bool
    phases: tuple[Phased, ...] = ()

    @property
    def began(self) -> Interval | None:
        return self.actual_start or self.content.planned_start

    @property
    def runs(self) -> Interval | None:
        """The time in which counts may belong to this agreement."""
        start = self.began or self.content.announced
        end = self.actual_end
        return _stretch(start.start if start else None, end.until if end else None)


def terms(stated: Stated, said: Said) -> Terms:
    """The times of one agreement; an end that its text tells of is not known before it came."""
    asked, content = stated.asked, said[1]
    turns = tuple(
        sorted(
            (turn for turn in stated.turns if turn[1].agreement == content.agreement and turn[1].obligation is None),
            key=lambda turn: effective(turn[0]),
        )
    )
    standing = [turn[1].turn for turn in turns if turn[1].turn in (Turn.SUSPENDED, Turn.RESUMED, Turn.ENDED)]
    suspended = happened(asked, content.suspended)
    last = standing[-1] if standing else None
    return Terms(
        content=content,
        planned_end=getattr(content, "planned_end", None),
        actual_start=happened(asked, content.actual_start),
        actual_end=happened(asked, content.actual_end),
        suspended=suspended,
        turns=turns,
        ended=last is Turn.ENDED,
        is_suspended=last is Turn.SUSPENDED or (last is None and suspended is not None),
        phases=tuple(phased(asked, content)),
    )


def happened(asked: Asked, when: Interval | None) -> Interval | None:
    """A time at which something happened, none while it had not: not as of the time asked, nor by when things were known."""
    if when is None or when.precision is Precision.UNREAD:
        return when
    return when if when.concerns(min(asked.as_of, asked.known_at)) else None


def ends(
    found: Terms, longer: tuple[timedelta, timedelta | None] | None, zone: ZoneInfo
) -> tuple[Interval | None, tuple[Sentence, ...]]:
    """When it runs out as of the time asked, and why; `longer` is what an extension rule comes to."""
    if found.actual_end is not None:
        return found.actual_end, (sentence("ended", "it ended then"),)
    if found.ended:
        view, last = found.turns[-1][0], found.turns[-1:]
        announced = sentence("ended-by", f"ended, announced by {announced_by(last)}", who=_announcers(last))
        return view.occurred or view.said, (announced,)
    base, why, is_longer = _planned(found, zone)
    extended = [turn for turn in found.turns if turn[1].turn is Turn.EXTENDED and turn[1].until is not None]
    if extended:
        return _extended(found, extended, base, zone)
    if base is None or longer is None or is_longer or longer[1] == timedelta(0):
        return base, why
    more = sentence("longer", f"{_longer_in_words(longer)} by the rule of extension", longer=longer)
    return _later(base, longer, zone), (*why, more)


def _planned(found: Terms, zone: ZoneInfo) -> tuple[Interval | None, tuple[Sentence, ...], bool]:
    """When it is to end, why, and whether what made it longer is in that already."""
    if found.planned_end is not None:
        return found.planned_end, (sentence("planned-end", "its planned end"),), False
    by_phases = ends_by_phases(found.phases, found.began, zone)
    if by_phases is not None:
        end, phase, lasting = by_phases
        if phase is None:
            return end, (_from_its_start(found, lasting),), False
        return end, (_end_of(phase, zone),), phase.makes_longer
    if found.content.deadline is not None:
        text = found.content.deadline_text
        why = sentence("deadline-text", text, text=text) if text else sentence("deadline", "its deadline")
        return found.content.deadline, (why,), False
    return None, (), False


def _from_its_start(found: Terms, lasting: timedelta) -> Sentence:
    code, begun = (
        ("actual", "its actual start")
        if found.actual_start
        else ("planned", "its planned start")
        if found.began
        else ("announced", "its announcement")
    )
    return sentence(f"length-from-{code}", f"{_days(lasting)} from {begun}", length=lasting)


def _end_of(phase: Phased, zone: ZoneInfo) -> Sentence:
    name = phase.key or phase.text
    words = f"the end of its phase {name}"
    if phase.announced is None:
        return sentence("end-of-phase", words, phase=name)
    words += f", announced {moments.in_words(phase.announced, zone)}"
    return sentence("end-of-phase-announced", words, phase=name, when=phase.announced)


def _extended(
    found: Terms, extended: list[Said], base: Interval | None, zone: ZoneInfo
) -> tuple[Interval | None, tuple[Sentence, ...]]:
    last = max((turn[1].until for turn in extended), key=lambda until: until.until or until.start or datetime.max)
    same = [turn for turn in extended if turn[1].until == last]
    parties = {each.words.casefold() for each in getattr(found.content, "parties", ())}
    told = {name.casefold() for name in _names(same)}
    words = f"extended until {moments.in_words(last, zone)}, announced by {announced_by(same)}"
    why = sentence("extended", words, until=last, who=_announcers(same))
    if len(parties) > 1 and not parties <= told and base is not None:
        missing = sorted(each.words for each in found.content.parties if each.words.casefold() not in told)  # type: ignore[attr-defined]
        span = Interval(base.start, last.until, Precision.ABOUT, last.words) if base.start and last.until else last
        return span, (why, sentence("not-said-for", f"nobody has said it for {', '.join(missing)}", who=tuple(missing)))
    return last, (why,)


def announced_by(turns: Iterable[Said]) -> str:
    """Who announced these turns, in words."""
    return ", ".join(_announcers(turns)) or "somebody"


def _announcers(turns: Iterable[Said]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_names(turns)))


def _names(turns: Iterable[Said]) -> list[str]:
    names = []
    for view, content in turns:
        names += [each.words for each in content.by]
        source = view.party or view.speaker
        if not content.by and source is not None:
            names += [source.name, source.key] if source.key else [source.name]
    return names


def late_start(found: Terms, zone: ZoneInfo) -> tuple[int, int] | None:
    """By how many days it started after its planned start, or after its deadline where no start was planned."""
    due = found.content.planned_start or found.content.deadline
    if due is None or found.actual_start is None:
        return None
    planned, started = days_of(due, zone), days_of(found.actual_start, zone)
    if planned is None or started is None:
        return None
    latest = (started[1] - planned[0]).days
    return None if latest <= 0 else (max(0, (started[0] - planned[1]).days), latest)


def days_of(when: Interval | None, zone: ZoneInfo) -> tuple[date, date] | None:
    """The first and the last local day of a time; none where it is open or was not read."""
    if when is None or when.start is None or when.until is None:
        return None
    last = when.until if when.until == when.start else when.until - INSTANT
    return when.start.astimezone(zone).date(), last.astimezone(zone).date()


def _later(base: Interval, longer: tuple[timedelta, timedelta | None], zone: ZoneInfo) -> Interval:
    """A time so much later, by the calendar of the place."""
    least, most = longer
    start = _moved(base.start, least, zone)
    until = _moved(base.until, most, zone) if most is not None else None
    if start is None and until is None:
        return base
    precision = (
        Precision.OPEN if start is None or until is None else base.precision if least == most else Precision.ABOUT
    )
    if precision is Precision.OPEN and base.precision is Precision.INSTANT:
        precision = Precision.OPEN
    return Interval(start, until, precision, base.words, True)


def _moved(at: datetime | None, by: timedelta, zone: ZoneInfo) -> datetime | None:
    if at is None:
        return None
    local = at.astimezone(zone).replace(tzinfo=None) + by
    return local.replace(tzinfo=zone)


def _stretch(start: datetime | None, until: datetime | None) -> Interval | None:
    if start is None and until is None:
        return None
    if start is None or until is None:
        return Interval(start, until, Precision.OPEN, "")
    return Interval(start, max(start, until), Precision.ABOUT if until > start else Precision.INSTANT, "")


def _longer_in_words(longer: tuple[timedelta, timedelta | None]) -> str:
    least, most = longer
    if most is None:
        return f"{_days(least)} or more longer"
    return f"{_days(least)} longer" if least == most else f"{_days(least)} to {_days(most)} longer"


def _days(length: timedelta) -> str:
    days = length / DAY
    if days == int(days):
        return f"{int(days)} day" if days == 1 else f"{int(days)} days"
    return f"{length.total_seconds() / 3600:g} hours"
