"""A series of a dataset: by frame, pair of actors and day, as the version said that counted at the time asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.hostilities.core import codes
from homeward.hostilities.core import series as core
from homeward.hostilities.core.frames import Frame, whole
from homeward.hostilities.queries import sums
from homeward.hostilities.queries.datasets import dataset_named, version_of
from homeward.hostilities.queries.naming import dyad_named, dyad_numbers
from homeward.hostilities.queries.views import ApartView, DatasetView, DayValue, DyadView, SeriesView, VersionView
from homeward.ledger.queries.views import Asked
from homeward.refusals import Refused

EVENTS, DEATHS = "events", "deaths"
MOST_ROWS = 5_000
"""Rows of a series whose numbers are given beside each day; of more they are asked for by themselves."""
_SHOWN = frozenset(codes.BITS) - {"coarse-day", "coarse-place", "no-division", "no-range"}


class NoSuchMeasure(Refused):
    """This dataset counts no such thing."""


class NoDays(Refused):
    """The last day lies before the first."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a question comes to: the dataset, its version, the pair, the thing counted, and the days."""

    dataset: DatasetView
    version: VersionView
    frame: Frame
    dyad: DyadView | None
    dyads: list[int] | None
    measure: str
    over: core.Asked


def series(
    asked: Asked,
    *,
    dataset: str | UUID = "",
    frame: Frame | None = None,
    dyad: str | None = None,
    since: date | None = None,
    until: date | None = None,
    measure: str = "",
    version: str = "",
) -> SeriesView:
    """A series by day; what is left out of `since` and `until` is the days that the version covers, up to the time asked about.

    Refuses a dataset, version, pair, place or measure that is not there, and more days than can be given.
    """
    chosen = choose(
        asked, dataset=dataset, frame=frame, dyad=dyad, since=since, until=until, measure=measure, version=version
    )
    events, over = chosen.dataset.nature == EVENTS, chosen.over
    about = {
        "measure": "" if events else chosen.measure,
        "dyads": chosen.dyads,
        "since": over.since,
        "until": over.until,
    }
    found = sums.sums(chosen.version.id, chosen.frame, events=events, **about)  # type: ignore[arg-type]
    days, apart = core.of_events(found, over) if events else core.of_reports(found, over)
    told = sum(day.events for day in days) <= MOST_ROWS
    rows = sums.numbers(chosen.version.id, chosen.frame, **about) if told else {}  # type: ignore[arg-type]
    partial = 0 if events else core.partial_days(found, over)
    return _view(asked, chosen, days, apart, rows, partial, told=told)


def choose(
    asked: Asked,
    *,
    dataset: str | UUID = "",
    frame: Frame | None = None,
    dyad: str | None = None,
    since: date | None = None,
    until: date | None = None,
    measure: str = "",
    version: str = "",
) -> Chosen:
    """What a question comes to; refuses what is not there."""
    held = dataset_named(asked, str(dataset))
    of = version_of(held, version)
    pair = dyad_named(of.id, dyad) if dyad else None
    today = asked.as_of.astimezone(asked.case.zone).date()
    last = until or (of.last if of.last and of.last < today else today)
    if asked.as_of_given:
        last = min(last, today)
    first = since or of.first or last
    if last < first:
        raise NoDays(where=f"{first} to {last}", instead=f"The version covers {of.first} to {of.last}.")
    over = core.Asked(frame or whole(), first, last, of.first, of.last)
    return Chosen(
        held, of, over.frame, pair, dyad_numbers(of.id, pair.key) if pair else None, _measure(held, measure), over
    )


def _measure(dataset: DatasetView, words: str) -> str:
    if not words:
        return dataset.measures[0] if dataset.measures else DEATHS
    if words not in dataset.measures:
        raise NoSuchMeasure(where=words, instead=f"It counts {', '.join(dataset.measures)}.")
    return words


def _view(
    asked: Asked,
    chosen: Chosen,
    days: list[core.Day],
    apart: list[core.Apart],
    rows: Mapping[date, tuple[int, ...]],
    partial: int,
    *,
    told: bool,
) -> SeriesView:
    flags: dict[str, int] = {}
    made = []
    for day in days:
        named = tuple(code for code in codes.of(day.flags) if code in _SHOWN)
        for code in named:
            flags[code] = flags.get(code, 0) + 1
        made.append(DayValue(day.date, day.low, day.best, day.high, day.events, day.gap, rows.get(day.date, ()), named))
    return SeriesView(
        dataset=chosen.dataset,
        version=chosen.version,
        frame=chosen.frame,
        dyad=chosen.dyad,
        measure=chosen.measure,
        since=chosen.over.since,
        until=chosen.over.until,
        days=tuple(made),
        apart=tuple(_apart(each) for each in apart),
        flags=tuple(sorted(flags.items())),
        words=tuple(_words(chosen, partial)),
        known_at=asked.known_then,
        rows_told=told,
    )


def _apart(each: core.Apart) -> ApartView:
    rows = f"{each.rows:,} row" + ("" if each.rows == 1 else "s")
    words = f"{rows} {core.WHY[each.code]}"
    if each.low is not None and each.high is not None:
        words += (
            f": {each.low:,} to {each.high:,} by their makers' range" if each.low != each.high else f": {each.low:,}"
        )
    elif each.best is not None:
        words += f": {each.best:,}"
    words += f", {each.since}" + (f" to {each.until}" if each.until != each.since else "")
    return ApartView(
        each.code, words, each.rows, each.low, each.best, each.high, each.since, each.until, each.code == core.FIRST_DAY
    )


def _words(chosen: Chosen, partial: int) -> list[str]:
    """What must be known to read the numbers."""
    version = chosen.version
    events = chosen.dataset.nature == EVENTS
    words = [
        "A day with 0 is one without recorded deaths, and not a quiet day."
        if events
        else "A day without a report is a gap and has no number; it is never zero."
    ]
    if version.first and version.last and (chosen.over.since < version.first or chosen.over.until > version.last):
        words.append(f"The version covers {version.first} to {version.last}; other days are gaps.")
    if version.covers_inferred:
        words.append("Nobody said which days the version covers: they are the first and the last that it holds.")
    if partial:
        words.append(f"On {partial:,} days some places reported and others did not: these are gaps.")
    words.append("Low and high are sums of what the maker gave for each row; no row is known of what nobody recorded.")
    return words
