"""A file of events or daily numbers comes in as a version of a dataset: read, kept and told in one transaction, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4, uuid5

from django.db import connection, transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.hostilities.actions import keeping
from homeward.hostilities.core.days import NotADay, day
from homeward.hostilities.core.versions import doubts, rank
from homeward.hostilities.formats.forms import ATTRIBUTIONS, TITLES
from homeward.hostilities.formats.reading import Reading, read
from homeward.hostilities.queries.datasets import before, holding, next_number
from homeward.hostilities.queries.kept import kept_root
from homeward.ledger.actions.naming import Naming, short_name
from homeward.ledger.actions.recording import record
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.ids import local_id
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.queries.views import CaseView
from homeward.refusals import Findings, Refused, Unacceptable

LONGEST = 200
LARGE = 10_000
"""Rows from which on the database looks at once at what came in, to find it quickly."""


class CannotBeReceived(Unacceptable):
    """This series cannot be taken in as it was given."""


class NothingInIt(Refused):
    """No row of this file can be kept; nothing was stored."""


class NeedsAYes(Unacceptable):
    """It is taken in once somebody says that its doubts were looked at; nothing was stored."""


class AlreadyReceived(Refused):
    """This very file is here already; nothing was changed."""


@dataclass(frozen=True, slots=True)
class About:
    """What is told of a file by whoever gives it in; days are words, as typed."""

    maker: str
    version: str
    downloaded: str
    dataset: str = ""
    country: str = ""
    licence: str = ""
    attribution: str = ""
    covers_from: str = ""
    covers_until: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """A version that came in, and what was found in it."""

    dataset: UUID
    version: UUID
    number: int
    ref: str
    title: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class _Days:
    downloaded: date
    covers_from: date | None
    covers_until: date | None


@transaction.atomic
def receive(
    *, case: CaseView, name: str, data: bytes, about: About, accept_warnings: bool = False, by: Actor, at: datetime
) -> Received:
    """Take a file in as the next version of a dataset of its maker; versions before stay and are asked for by time.

    Raises AlreadyReceived for the same bytes again, NeedsAYes with everything that waits for a yes, and what the formats
    refuse; nothing is stored then.
    """
    access.require(by, "hostilities.receive", case.compartment_id)
    told = _told(about, case, at)
    reading = read(name, data, encoding=about.encoding, downloaded=told.downloaded, country=about.country)
    title = _words(about.dataset) or TITLES[reading.form]
    dataset = local_id(case.id, "series", f"{_words(about.maker).casefold()}|{title.casefold()}")
    _wait(f"hostilities|{case.id}|{reading.digest}")
    if (there := holding(case, reading.digest)) is not None:
        raise AlreadyReceived(
            f"This very file is here already, as version {there.label} of {there.named}; nothing was changed.",
            where=reading.table.where,
        )
    _wait(f"hostilities|{dataset}")
    version = uuid4()
    keeping.keep_values(case, version, reading.values())
    _refuse(reading, about, dataset, told.downloaded, accept_warnings=accept_warnings)
    keeping.keep_registers(case, version, reading.registers)
    keeping.keep_set_aside(case, version, reading.report.aside)
    original = keeping.keep_original(case, data, bytes.fromhex(reading.digest), by=by.id, at=at)
    number = next_number(dataset)
    ref = _record(case, reading, about, told, (dataset, version, original, number, title), by, at)
    if reading.report.stored >= LARGE:
        keeping.survey()
    return Received(dataset, version, number, ref, title, reading)


def _record(
    case: CaseView,
    reading: Reading,
    about: About,
    told: _Days,
    named: tuple[UUID, UUID, UUID, int, str],
    by: Actor,
    at: datetime,
) -> str:
    """Say in the ledger what was read, with the root over all that was kept; gives the short name of the statement."""
    dataset, version, original, number, title = named
    naming = Naming(case, by, at)
    report, first, last = reading.report, told.covers_from or reading.first, told.covers_until or reading.last
    content = kinds.SeriesRead(
        dataset=dataset,
        version=version,
        number=number,
        maker=naming.source(about.maker, SourceKind.BODY),
        title=title,
        nature=reading.form.nature,
        form=reading.form.value,
        label=_words(about.version),
        rank=rank(about.version),
        downloaded=told.downloaded.isoformat(),
        digest=reading.digest,
        size=reading.size,
        original=original,
        stored=report.stored,
        set_aside=len(report.aside),
        values=report.values,
        root=kept_root(version),
        measures=reading.measures,
        countries=reading.countries,
        country=reading.country,
        first=first.isoformat() if first else "",
        last=last.isoformat() if last else "",
        covers_inferred="" if told.covers_from and told.covers_until else "yes",
        licence=_words(about.licence),
        attribution=_words(about.attribution) or ATTRIBUTIONS.get(reading.form, ""),
        found=tuple(kinds.Found(code=code, rows=rows) for code, rows in sorted(report.counts.items())),
    )
    act = uuid5(version, "read")
    ref = short_name(case.id, act, "h")
    text = f"{_words(about.maker)}, {title}, version {_words(about.version)}"
    record([*naming.entries, Entry(**naming.shared, id=act, ref=ref, content=content, text=text)])
    return ref


def _told(about: About, case: CaseView, at: datetime) -> _Days:
    """The days that were told; every fault of what was told at once."""
    findings = Findings()
    for where, words in (("maker", about.maker), ("version", about.version)):
        if not _words(words):
            findings.fault("empty", where, "Say who made it." if where == "maker" else "Say which version it is.")
    for where in ("maker", "version", "dataset", "country"):
        words = getattr(about, where)
        if len(words) > LONGEST or "\0" in words:
            findings.fault("too-long", where, f"At most {LONGEST} characters, without control characters.")
    for where, words in (("licence", about.licence), ("attribution", about.attribution)):
        if len(words) > 10 * LONGEST or "\0" in words:
            findings.fault("too-long", where, f"At most {10 * LONGEST:,} characters, without control characters.")
    downloaded = _day(about.downloaded, "downloaded", findings)
    today = at.astimezone(case.zone).date()
    if downloaded is None and not about.downloaded.strip():
        findings.fault("empty", "downloaded", "Say on which day the file was downloaded: 2026-01-31.")
    elif downloaded is not None and downloaded > today:
        findings.fault("in-the-future", "downloaded", f"{downloaded} is not yet: today is {today}.")
    since = _day(about.covers_from, "covers_from", findings)
    until = _day(about.covers_until, "covers_until", findings)
    if since and until and until < since:
        findings.fault("turned-round", "covers_until", f"{until} is before {since}.")
    if findings.faults:
        raise CannotBeReceived(findings)
    assert downloaded is not None, "a day that is missing is a fault"
    return _Days(downloaded, since, until)


def _day(words: str, where: str, findings: Findings) -> date | None:
    if not words.strip():
        return None
    try:
        return day(words)
    except NotADay:
        findings.fault("no-such-day", where, f"“{words.strip()[:60]}” is no day; write it as 2026-01-31.")
        return None


def _refuse(reading: Reading, about: About, dataset: UUID, downloaded: date, *, accept_warnings: bool) -> None:
    """Refuse a file of which nothing can be kept, and one with doubts that nobody accepted."""
    report = reading.report
    if not report.stored:
        first = report.aside[0] if report.aside else None
        why = f"Row {first.number:,}: {first.message}" if first else "It has a heading and no rows."
        raise NothingInIt(where=reading.table.where, instead=why)
    doubts(about.version, downloaded, reading.countries, before(dataset), report)
    if accept_warnings or not report.doubts:
        return
    findings = Findings()
    for notice in report.doubts:
        findings.doubt(notice.code, reading.table.where, notice.message)
    raise NeedsAYes(findings, instead="Look at the report of the check, then take it in with the warnings accepted.")


def _words(words: str) -> str:
    return " ".join(words.split())


def _wait(name: str) -> None:
    """Wait until nobody else takes in the same; the turn ends with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
