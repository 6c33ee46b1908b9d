"""A case file comes in whole, or not at all."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access_actions
from homeward.access.models import Actor
from homeward.ledger.actions import recording
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.ids import case_id
from homeward.ledger.formats import case1
from homeward.ledger.formats.case1 import entries as written
from homeward.ledger.models import Document
from homeward.refusals import Finding, Unacceptable


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a loading did: the case, statements added, statements the ledger had already, and what was noted."""

    case: str
    title: str
    added: int
    known: int
    findings: tuple[Finding, ...]


@transaction.atomic
def load_case(*, data: bytes, compartment: UUID, accept_warnings: bool, by: Actor, at: datetime) -> Loaded:
    """Load a `case/1` file; loading it again changes nothing, and a changed text under an old id is a fault.

    Raises Unacceptable with every fault and doubt, each with its place; then nothing is stored.
    """
    access_actions.require(by, "case.load", compartment)
    with _without_collecting():
        return _load(data, compartment, accept_warnings, by, at)


def _load(data: bytes, compartment: UUID, accept_warnings: bool, by: Actor, at: datetime) -> Loaded:
    file, findings = case1.parse(data)
    recording.refuse_faults(findings, accept_warnings=accept_warnings)
    if file is None:
        raise Unacceptable(findings)
    everything = list(written.entries(file, compartment=compartment, by=by.id, at=at))
    new = recording.new_among(everything, findings)
    recording.refuse_faults(findings, accept_warnings=accept_warnings)
    _keep(written.originals(file, compartment=compartment), new, file.id, compartment)
    added = recording.record(new)
    return Loaded(file.id, file.title, added, len(everything) - added, tuple(findings))


@contextmanager
def _without_collecting() -> Iterator[None]:
    """A large file becomes millions of small values, none in a cycle: walking them again and again doubles the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _keep(originals: list[written.Kept], new: list[Entry], case: str, compartment: UUID) -> None:
    """Keep the originals whose receiving is new, beside the entries that speak of them."""
    receiving = {getattr(entry.content, "document", None) for entry in new}
    Document.objects.bulk_create(
        Document(
            id=kept.id,
            case_id=case_id(compartment, case),
            compartment_id=compartment,
            digest=kept.digest,
            media_type=kept.media_type,
            language=kept.language,
            text=kept.text,
            bytes=kept.bytes,
        )
        for kept in originals
        if kept.id in receiving
    )
