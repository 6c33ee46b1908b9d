"""A list that is sent in: as JSON with its text, or as a form with a file; both are read strictly and to the end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja.errors import ValidationError
from pydantic import ValidationError as Misread

from homeward.api import bodies, reports
from homeward.api.parameters import bad
from homeward.api.reports import FILE, FORM, TEXT, UNNAMED
from homeward.api.shapes.lists import SentList
from homeward.lists.core.answers import Answers
from homeward.seals import strict

_FIELDS = {name: {"type": "string"} for name in SentList.model_fields if name != TEXT}
SENT = {
    "requestBody": {
        "required": True,
        "description": "The list, as text in JSON or as a file in a form.",
        "content": {
            "application/json": {
                "schema": SentList.model_json_schema(),
                "example": {
                    "text": "Name;Date of birth\nAmal Haddad;12 Mar 1985",
                    "authority": "The embassy",
                    "list": "Crossing list",
                },
            },
            FORM: {
                "schema": {
                    "type": "object",
                    "required": [FILE, "authority", "list"],
                    "properties": {FILE: {"type": "string", "format": "binary"}, **_FIELDS},
                }
            },
        },
    }
}


def sent(request: HttpRequest) -> dict[str, Any]:
    """What was sent, as the action takes it."""
    if (request.content_type or "").lower() == FORM:
        upload, fields = reports.form(request)
        told = _read({TEXT: "", **fields})
        return _given(told, told.name or upload.name or UNNAMED, upload.read())
    told = _read(strict.loads(bodies.sent(request, limit=bodies.SMALL)))
    return _given(told, told.name or UNNAMED, told.text.encode("utf-8", "surrogatepass"))


def person(words: str) -> UUID | None:
    """The person that is named, or none."""
    if not words:
        return None
    try:
        return UUID(words)
    except ValueError as wrong:
        raise bad("person", "This is not an id.", "uuid-parsing") from wrong


def _given(told: SentList, name: str, data: bytes) -> dict[str, Any]:
    answers = Answers(encoding=told.encoding)
    return {
        "authority": told.authority,
        "title": told.list,
        "name": name,
        "data": data,
        "declared": told.declared,
        "answers": answers,
    }


def _read(body: Any) -> SentList:
    try:
        return SentList.model_validate(body)
    except Misread as misread:
        # Named as the framework names what it reads itself: where it looked, by which name, and the place.
        found = [{**each, "loc": ("body", "list", *each["loc"])} for each in misread.errors(include_url=False)]
        raise ValidationError(found) from misread
