"""What all answers share: the question they answer, times, pages, refusals."""

from __future__ import annotations

from typing import Any

from ninja import Field, Schema
from pydantic import ConfigDict


class Told(Schema):
    """A part of an answer; it has these fields and no others."""

    model_config = ConfigDict(extra="forbid")


class Asked(Told):
    """Which question this answers: of which case, as of when, as known when, by which clock."""

    case: str = Field(description="The name of the case in addresses.", examples=["gaza_2023_11"])
    title: str
    compartment: str
    zone: str = Field(
        description="The zone of the case (IANA); days in this answer are its local days.", examples=["Asia/Gaza"]
    )
    as_of: str = Field(
        description="The time of the world that was asked about, in UTC.", examples=["2023-11-04T10:00:00.000000Z"]
    )
    known_at: str = Field(description="What was known by then, in UTC.", examples=["2023-11-04T10:00:00.000000Z"])
    clock: str = Field(description="said, published or recorded.", examples=["said"])
    past: bool = Field(description="Whether the answer may differ from one as of now and known now.")


class Paged(Asked):
    """One page of a longer list."""

    count: int = Field(description="How many there are.")
    page: int
    pages: int
    next: str | None = Field(description="The address of the next page, of the same question; null on the last.")
    prev: str | None = Field(description="The address of the page before, of the same question; null on the first.")


class When(Told):
    """A time as a half-open stretch, with its precision and the words it came from."""

    local: str | None = Field(
        description="In local days of the case, as case files write them.", examples=["2023-11-~04"]
    )
    from_: str | None = Field(alias="from", description="The first instant, UTC; null when open.")
    until: str | None = Field(description="The first instant after it, UTC; null when open.")
    precision: str = Field(examples=["day"])
    words: str = Field(examples=["about 4 November"])
    inferred: bool = Field(False, description="Whether something of it was not said, such as the year.")


class Found(Told):
    """One thing found in what was sent: where, and what to do about it."""

    grade: str = Field(description="fault (nothing is stored), doubt (waits for a yes) or note.", examples=["fault"])
    code: str = Field(examples=["unknown-field"])
    where: str = Field(examples=["statements[3].figures[0].lo"])
    message: str


class Fault(Told):
    """Why something was not done."""

    message: str
    where: str = Field(description="The place: a parameter, a field, a line and column.")
    instead: str = Field(description="What to do.")
    findings: list[Found] = Field(description="Every fault, doubt and note, in the order in which they were met.")
    request: str | None = Field(None, description="With status 500 only: the number under which the desk logged it.")


class Refusal(Told):
    """The desk did not do this. What does not exist and what the asker may not see have the same refusal."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "error": {
                    "message": "The question cannot be read as it stands.",
                    "where": "as_of",
                    "instead": "",
                    "findings": [
                        {
                            "grade": "fault",
                            "code": "unreadable-time",
                            "where": "as_of",
                            "message": "This time does not say its zone. If the clocks of Asia/Gaza are meant, "
                            "write 2023-11-04T12:00+02:00.",
                        }
                    ],
                }
            }
        },
    )

    error: Fault


READING = {400: Refusal, 401: Refusal, 403: Refusal, 404: Refusal, 500: Refusal, 503: Refusal}
"""How a reading question may be refused."""
WRITING = {**READING, 409: Refusal, 413: Refusal, 415: Refusal, 422: Refusal}
"""How an act may be refused."""
UNCHANGED: dict[int, Any] = {304: None}
"""The asker has this answer already (If-None-Match)."""
