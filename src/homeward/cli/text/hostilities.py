"""Hostilities for people: a file that was looked at, datasets, places, pairs of actors, and a series by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from homeward.cli.text.letters import apart, plain
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count, joined

if TYPE_CHECKING:  # need Django up
    from homeward.hostilities.actions import Received
    from homeward.hostilities.core.report import Notice
    from homeward.hostilities.formats.reading import Reading
    from homeward.hostilities.queries import (
        BandsView,
        DatasetView,
        DayValue,
        DyadView,
        PlaceView,
        Proof,
        SeriesView,
        VersionView,
    )

PLACES, SHOWN = 6, 20
NAME = 44


def checked_page(paper: Paper, name: str, seen: Reading) -> None:
    """The form and the counts, what waits for a yes, what is set aside, and every kind of doubt with its rows."""
    report = seen.report
    paper.line(f"{apart(name)}: {seen.form.words}", style=BOLD)
    paper.line(
        f"{count(report.rows, 'row')}: {report.stored:,} to be stored, {len(report.aside):,} set aside; "
        f"{count(report.values, 'number')}."
    )
    days = f"{seen.first} to {seen.last}" if seen.first else "no day that is known"
    where = ", ".join(apart(each) for each in seen.countries[:5]) or "no country named"
    paper.faint(joined([days, where, f"{len(seen.registers.places):,} places", f"{len(seen.registers.dyads):,} pairs"]))
    if report.doubts:
        paper.heading("Waits for a yes")
        for notice in report.doubts:
            paper.line(f"{plain(notice.message)} [{notice.code}]", indent=2, under=4)
    if report.aside:
        paper.heading("Set aside")
        for one in report.aside[:SHOWN]:
            paper.line(f"row {one.number:,}: {plain(one.message)} [{one.code}]", indent=2, under=4)
        if len(report.aside) > SHOWN:
            paper.faint(f"and {len(report.aside) - SHOWN:,} more; --format json has them", indent=2)
    _found(paper, seen)


def _found(paper: Paper, seen: Reading) -> None:
    groups: defaultdict[str, list[Notice]] = defaultdict(list)
    for notice in seen.report.notices:
        if not notice.doubt:
            groups[notice.code].append(notice)
    if groups:
        paper.heading("To be known")
    for code, group in groups.items():
        rows = [notice.row for notice in group if notice.row]
        paper.line(f"{plain(group[0].message)} [{code}]", indent=2, under=4)
        if rows:
            total = seen.report.counts[code]
            more = f" and {total - PLACES:,} more" if total > PLACES else ""
            paper.faint(f"{count(total, 'row')}: {', '.join(f'{row:,}' for row in rows[:PLACES])}{more}", indent=4)
        for notice in group[1:PLACES] if not rows else ():
            paper.line(plain(notice.message), indent=4)


def received_page(paper: Paper, done: Received) -> None:
    """What came in, and where it is told of."""
    report = done.reading.report
    paper.line(
        f"{done.ref}: {apart(done.title)}, version {done.number} as they came: {count(report.rows, 'row')}, "
        f"{report.stored:,} stored, {len(report.aside):,} set aside."
    )
    if report.counts:
        doubts = ", ".join(f"{code} {rows:,}" for code, rows in sorted(report.counts.items()))
        paper.faint(f"Found: {doubts}.")


def datasets_page(paper: Paper, found: Sequence[DatasetView]) -> None:
    """Each dataset with its versions; the one that counts says so."""
    if not found:
        paper.line("No series of hostilities has come in.")
    for view in found:
        paper.heading(apart(view.named))
        paper.faint(
            joined([view.nature, ", ".join(view.measures), ", ".join(map(apart, view.countries[:5])), str(view.id)])
        )
        for version in view.versions:
            counts = view.version is not None and version.id == view.version.id
            state = "counts" if counts else "taken back" if version.withdrawn else ""
            paper.row(apart(version.label), _version(version, state), indent=2, at=14)
        if view.version and (view.version.licence or view.version.attribution):
            paper.faint(joined([plain(view.version.licence), plain(view.version.attribution)]), indent=2)


def _version(version: VersionView, state: str) -> str:
    days = f"{version.first} to {version.last}" if version.first else "no days"
    rows = f"{version.stored:,} rows" + (f", {version.set_aside:,} set aside" if version.set_aside else "")
    return joined([f"downloaded {version.downloaded}", days, rows, version.ref, state])


def places_page(paper: Paper, found: Sequence[PlaceView]) -> None:
    """Places by level."""
    level = ""
    for view in found:
        if view.level != level:
            level = view.level
            paper.heading(level)
        within = f", {apart(view.within)}" if view.within else ""
        paper.row(f"{apart(view.name)}{within}", _counted(view), indent=2, at=NAME)
    if not found:
        paper.line("No place is named.")


def dyads_page(paper: Paper, found: Sequence[DyadView]) -> None:
    """Pairs of actors by name."""
    for view in found:
        paper.row(apart(view.name), joined([view.key if view.key != view.name else "", _counted(view)]), at=NAME)
    if not found:
        paper.line("No pair of actors is named.")


def _counted(view: PlaceView | DyadView) -> str:
    return joined([f"{view.events:,} rows", f"{view.first} to {view.last}", _range(view.low, view.best, view.high)])


def series_page(paper: Paper, view: SeriesView, bands: BandsView | None) -> None:
    """Where it comes from, what is on no day, then the days, those alike together."""
    version, about = view.version, view.dataset.named
    paper.line(f"{apart(view.measure)} by day: {apart(view.frame.words)}", style=BOLD)
    paper.line(joined([apart(view.dyad.name) if view.dyad else "all pairs", f"{view.since} to {view.until}"]))
    paper.faint(
        joined([apart(about), f"version {apart(version.label)}", f"downloaded {version.downloaded}", version.ref])
    )
    for words in view.words:
        paper.line(words, under=2)
    if view.apart:
        paper.heading("On no day")
        for each in view.apart:
            paper.line(f"{each.words} [{each.code}]", indent=2, under=4)
    paper.heading("Days")
    sure = dict(bands.days) if bands else {}
    for days in _runs(view.days):
        first, last = days[0], days[-1]
        span = f"{first.date}" + (f" to {last.date}" if last is not first else "")
        band = sure.get(first.date)
        told = f"90 of 100 draws: {band[0]:,.0f} to {band[-1]:,.0f}" if band and first.events else ""
        rows = "rows " + ", ".join(map(str, first.rows[:PLACES])) if first.rows else ""
        rows += " and more" if len(first.rows) > PLACES else ""
        paper.row(span, joined([_value(first), told, rows, ", ".join(first.flags)]), indent=2, at=28)
    if bands:
        paper.faint(f"{bands.words} {bands.draws:,} draws, seed {bands.seed}.")


def _runs(days: Sequence[DayValue]) -> Iterator[list[DayValue]]:
    """Days one after another, those in which nothing is recorded or reported together."""
    run: list[DayValue] = []
    for day in days:
        if run and (day.events or run[0].events or day.gap != run[0].gap or day.flags != run[0].flags):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _value(day: DayValue) -> str:
    if day.gap:
        return "gap: nobody reported"
    if not day.events:
        return "0 recorded"
    return joined([_range(day.low, day.best, day.high), count(day.events, "row")])


def _range(low: int | None, best: int | None, high: int | None) -> str:
    if best is None:
        return "number not known"
    if low is None or high is None or low == best == high:
        return f"{best:,}"
    return f"{best:,} ({low:,} to {high:,})"


def proof_page(paper: Paper, found: Proof) -> None:
    """What was looked at, and everything that is wrong."""
    for words in found.wrong:
        paper.line(words, under=2)
    paper.line(
        f"{count(found.versions, 'version')}: " + ("something is wrong." if found.wrong else "nothing was changed.")
    )
