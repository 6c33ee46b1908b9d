"""Bytes in, a case file or its faults out: every fault of the file in one answer, each with its place."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from homeward import moments
from homeward.ledger.formats.case1 import checks, odd, parts, statements
from homeward.ledger.formats.case1.form import CaseFile
from homeward.ledger.formats.case1.part import Part, Reading, called
from homeward.refusals import Findings, Refused, Unacceptable
from homeward.seals import strict

SCHEMA = "case/1"
LIMIT = 512 * 1024 * 1024
"""Bytes of the largest file that is read: about 400,000 statements."""

CASE = frozenset(
    {
        *("schema", "id", "title", "timezone", "about", "sources", "parties", "channels"),
        *("agreements", "conditions", "statements", "documents", "days", "expect"),
    }
)


class CaseFileRefused(Unacceptable):
    """This case file cannot be taken in as it is; nothing was stored."""


def read(data: bytes, *, accept_doubts: bool = False, limit: int = LIMIT) -> CaseFile:
    """The case file in these bytes; refuses with all findings when it has faults, or doubts that were not accepted."""
    case, findings = parse(data, limit=limit)
    if case is None or findings.faults:
        raise CaseFileRefused(findings, instead="Mend the places named and load it again.")
    if findings.doubts and not accept_doubts:
        raise CaseFileRefused(findings, instead="Mend the places named, or load it with its doubts accepted.")
    return case


def parse(data: bytes, *, limit: int = LIMIT) -> tuple[CaseFile | None, Findings]:
    """The case file in these bytes, none when it has faults, and all that was found; never raises for its content."""
    findings = Findings()
    with _undisturbed():
        value = _value(data, limit, findings)
        case = _case(value, findings) if value is not None else None
    return (None if findings.faults else case), findings


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the collector of circles, which would walk over a growing heap of values that has none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _value(data: bytes, limit: int, findings: Findings) -> dict[str, Any] | None:
    """The object in these bytes; where the text is faulty, as much of it as plain JSON still tells."""
    try:
        value = strict.loads(data, limit=limit)
    except strict.Unreadable as unreadable:
        findings.extend(unreadable.findings)
        if any(fault.code in ("too-large", "too-deep") for fault in unreadable.findings):
            return None
        value = _leniently(data)
        if value is None:
            return None
    if type(value) is dict:
        return value
    findings.fault("wrong-type", "the file", f"The file holds {called(value)}; a case is an object.")
    return None


def _leniently(data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig", errors="replace")
        return json.loads(text, parse_float=Decimal, parse_constant=lambda name: Decimal("NaN"), strict=False)
    except (ValueError, ArithmeticError, RecursionError):
        return None


def _case(written: dict[str, Any], findings: Findings) -> CaseFile | None:
    if not _is_a_case(written, findings):
        return None
    zone = _zone(written, findings)
    reading = Reading(findings, zone)
    part = Part(reading, written, "", CASE)
    parties = parts.parties(part)
    reading.party_ids = {party.id for party in parties}
    case = CaseFile(
        id=part.id(),
        title=part.needed("title"),
        timezone=part.needed("timezone"),
        zone=zone,
        about=part.text("about"),
        sources=parts.sources(part),
        parties=parties,
        channels=parts.channels(part),
        agreements=parts.agreements(part),
        conditions=parts.conditions(part),
        statements=tuple(statements.rows(part)),
        documents=parts.documents(part),
        days=parts.days(part),
        expect=parts.expect(part),
    )
    checks.check(case, findings)
    odd.check(case, findings)
    return case


def _is_a_case(written: dict[str, Any], findings: Findings) -> bool:
    """A file of another form is told once, not field by field; one with a slip in its schema is still read."""
    schema = written.get("schema")
    if schema == SCHEMA:
        return True
    if schema is None:
        findings.fault("missing", "schema", f"The field 'schema' is missing; this form is {SCHEMA!r}.")
    else:
        said = repr(schema[:40]) if isinstance(schema, str) else called(schema)
        findings.fault("unknown-schema", "schema", f"The schema is {said}; only {SCHEMA!r} is read.")
    return type(written.get("statements")) is list


def _zone(written: dict[str, Any], findings: Findings) -> ZoneInfo:
    words = written.get("timezone")
    if type(words) is str and words.strip():
        try:
            zone, note = moments.zone(words)
        except Refused as refused:
            message = f"{refused.message} Without it every local time of this file is without a zone."
            findings.fault("unknown-zone", "timezone", message)
        else:
            if note:
                findings.note("zone-words", "timezone", note)
            return zone
    return ZoneInfo("UTC")
