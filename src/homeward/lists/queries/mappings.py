"""What was settled about the tables of a list in the versions before, to be used again where the headings are the same."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from homeward.lists.core.answers import Answers, SheetAnswers
from homeward.lists.core.fields import Field
from homeward.lists.models import Mapping

HEADER, DAYS, ENCODING = "header", "day-order", "encoding"


def remembered(list_id: UUID) -> Answers:
    """What is remembered of a list: each table by its headings, the last word about it counting; choices are asked again."""
    sheets: dict[str, SheetAnswers] = {}
    encoding = ""
    for row in Mapping.objects.filter(list_id=list_id).order_by("position"):
        sheets |= {sheet.signature: sheet for sheet in _sheets(row.columns, row.answers)}
        encoding = next((each["answer"] for each in row.answers if each["code"] == ENCODING), encoding)
    return Answers(encoding, {}, tuple(sheets.values()))


def _sheets(columns: list[dict[str, Any]], answers: list[dict[str, Any]]) -> list[SheetAnswers]:
    found = []
    for signature in dict.fromkeys(each["sheet"] for each in columns):
        own = [each for each in answers if each.get("sheet") == signature]
        header = next((int(each["answer"]) for each in own if each["code"] == HEADER), None)
        found.append(
            SheetAnswers(
                "",
                signature,
                header,
                {each["number"] - 1: Field(each["field"]) for each in columns if each["sheet"] == signature},
                {each["number"] - 1: each["answer"] for each in own if each["code"] == DAYS},
            )
        )
    return found
