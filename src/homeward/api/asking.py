"""What every reading question shares: of which case, as of when, as known when, by which clock."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from ninja import Field, Schema

from homeward.api.parameters import BadQuestion
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock, point, whole_day
from homeward.refusals import Findings, Refused

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Words = Annotated[str | None, Field(examples=["2023-11-04T12:00+02:00", "2023-11-04"])]


class Which(Schema):
    """Which case, where several of one name stand in several compartments."""

    compartment: str | None = Field(
        None,
        description="The short name or id of a compartment, where cases of one name stand in several.",
        max_length=200,
    )


class Known(Which):
    """As known at which time, by when the desk recorded."""

    known_at: Words = Field(
        None,
        description="What the desk had recorded by then; now when left out. A time says its zone; a date alone is the end "
        "of that local day of the case.",
    )


class Moment(Which):
    """As of which time of the world, as known at which time, by which clock."""

    as_of: Words = Field(
        None,
        description="The time of the world that is asked about; now when left out. A time says its zone; "
        "a date alone is the end of that local day of the case. Write the plus of an offset as %2B.",
    )
    known_at: Words = Field(None, description="What was known by then; now when left out. Written like `as_of`.")
    clock: Clock | None = Field(
        None,
        description="By which time a statement counts as known: when said, published or recorded. "
        "The case has its own when this is left out, and every answer names the one it used.",
    )


def case(slug: str, which: Which) -> CaseView:
    """The case that is asked about; of several with one name, the one opened last."""
    return cases.case(slug, compartment=which.compartment or "")


def known(slug: str, which: Known) -> tuple[CaseView, datetime | None]:
    """The case, and the moment as known at which is asked; none is now. Refuses a time that cannot be read."""
    chosen = case(slug, which)
    findings = Findings()
    then = _moment(which.known_at, chosen.zone, "known_at", findings) if which.known_at is not None else None
    if findings:
        raise BadQuestion(findings)
    return chosen, then


def about(slug: str, moment: Moment, **more: str | None) -> tuple[Asked, dict[str, datetime]]:
    """The question, and further moments by their names; refuses with every time that cannot be read."""
    chosen = case(slug, moment)
    findings = Findings()
    given = {"as_of": moment.as_of, "known_at": moment.known_at, **more}
    read = {name: _moment(words, chosen.zone, name, findings) for name, words in given.items() if words is not None}
    if findings:
        raise BadQuestion(findings)
    moments = {name: moment for name, moment in read.items() if moment is not None}
    asked = cases.ask(
        chosen,
        now=datetime.now(UTC),
        as_of=moments.pop("as_of", None),
        known_at=moments.pop("known_at", None),
        clock=moment.clock,
    )
    return asked, moments


def _moment(words: str, zone: ZoneInfo, name: str, findings: Findings) -> datetime | None:
    try:
        moment = point(words, zone)
        if name.endswith("_since") and _DAY.fullmatch(words.strip()):
            moment = whole_day(date.fromisoformat(words.strip()), zone).start or moment
    except Refused as refused:
        findings.fault("unreadable-time", name, f"{refused.message} {refused.instead}".strip())
    else:
        return moment
    return None
