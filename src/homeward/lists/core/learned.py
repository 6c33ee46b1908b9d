"""What a version taught about its tables, as the ledger keeps it: tables by the digest of their headings, never by words."""

from __future__ import annotations

from collections.abc import Mapping

from homeward.ledger.core.kinds import Answer, Column
from homeward.lists.core.answers import Answers
from homeward.lists.core.columns import Columns

HEADER, DAYS, ENCODING = "header", "day-order", "encoding"


def settled_columns(answers: Answers, held: Mapping[str, Columns]) -> tuple[tuple[Column, ...], tuple[Answer, ...]]:
    """The columns of the tables of this version, and the answers that hold for those to come.

    Of two tables with the same headings the first is remembered.
    """
    columns: list[Column] = []
    told: list[Answer] = [Answer(code=ENCODING, answer=answers.encoding)] if answers.encoding else []
    seen: set[str] = set()
    for sheet in answers.sheets:
        signature = sheet.signature
        if sheet.name not in held or not signature or signature in seen:
            continue
        seen.add(signature)
        columns += [
            Column(field=field.value, sheet=signature, number=at + 1) for at, field in sorted(sheet.columns.items())
        ]
        if sheet.header is not None:
            told.append(Answer(code=HEADER, answer=str(sheet.header), sheet=signature))
        told += [
            Answer(code=DAYS, answer=order, sheet=signature, number=at + 1) for at, order in sorted(sheet.days.items())
        ]
    return tuple(columns), tuple(told)


def same_answers(known: Answers, columns: tuple[Column, ...], answers: tuple[Answer, ...]) -> bool:
    """Whether all of this was known; another line or another alphabet alone is nothing new to settle."""
    remembered = {
        (sheet.signature, at + 1): field.value for sheet in known.sheets for at, field in sheet.columns.items()
    }
    days = {(sheet.signature, at + 1): order for sheet in known.sheets for at, order in sheet.days.items()}
    return all(remembered.get((each.sheet, each.number)) == each.field for each in columns) and all(
        days.get((each.sheet, each.number or 0)) == each.answer for each in answers if each.code == DAYS
    )
