"""A report that is sent in: as JSON with its text, or as a form with a file; both are read strictly and to the end."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from ninja.errors import ValidationError
from pydantic import ValidationError as Misread

from homeward.api import bodies
from homeward.api.parameters import BadQuestion, bad
from homeward.api.shapes.papers import SentReport
from homeward.refusals import Findings
from homeward.seals import strict

FORM, FILE, TEXT = "multipart/form-data", "file", "text"
UNNAMED = "sent text"
_FIELDS = {name: {"type": "string"} for name in SentReport.model_fields if name != TEXT}
SENT = {
    "requestBody": {
        "required": True,
        "description": "The report, as text in JSON or as a file in a form.",
        "content": {
            "application/json": {
                "schema": SentReport.model_json_schema(),
                "example": {"text": "The ministry said that 120 people had crossed.", "outlet": "An agency"},
            },
            FORM: {
                "schema": {
                    "type": "object",
                    "required": [FILE],
                    "properties": {FILE: {"type": "string", "format": "binary"}, **_FIELDS},
                }
            },
        },
    }
}


def sent(request: HttpRequest) -> dict[str, Any]:
    """What was sent, as the action takes it: name and bytes, and what was said of them."""
    if (request.content_type or "").lower() == FORM:
        return _form(request)
    report = _read(strict.loads(bodies.sent(request, limit=bodies.SMALL)))
    told = report.dict(exclude={TEXT})
    return {**told, "name": told["name"] or UNNAMED, "data": report.text.encode()}


def form(request: HttpRequest) -> tuple[Any, dict[str, str]]:
    """The one file of a form and its fields, each given once."""
    bodies.not_larger_than(request, settings.UPLOAD_BYTES)
    try:
        files, fields = request.FILES, request.POST
    except MultiPartParserError as broken:
        raise BadQuestion(Findings(), "The form could not be read.") from broken
    if list(files) != [FILE] or len(uploads := files.getlist(FILE)) != 1:
        raise bad(FILE, "Send one file under this name.", "missing")
    for name, values in fields.lists():
        if len(values) > 1:
            raise bad(name[:60], "It is given more than once; give it once.", "given-twice")
    return uploads[0], fields.dict()


def _form(request: HttpRequest) -> dict[str, Any]:
    upload, fields = form(request)
    report = _read({TEXT: "a file", **fields})
    told = report.dict(exclude={TEXT})
    return {**told, "name": told["name"] or upload.name or UNNAMED, "data": upload.read()}


def _read(body: Any) -> SentReport:
    try:
        return SentReport.model_validate(body)
    except Misread as misread:
        # Named as the framework names what it reads itself: where it looked, by which name, and the place.
        found = [{**each, "loc": ("body", "report", *each["loc"])} for each in misread.errors(include_url=False)]
        raise ValidationError(found) from misread
