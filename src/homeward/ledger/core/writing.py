"""The checks on what is written down by hand: every fault named with its field, nothing guessed."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from homeward import moments
from homeward.ledger.core.figures import FigureKind, Op, Quantity, quantity
from homeward.ledger.core.heard import Heard, HeardFigure
from homeward.ledger.core.voices import Modality
from homeward.moments import Interval, Precision
from homeward.refusals import Findings, Refused

LONGEST_TEXT = 20_000
SOON = timedelta(days=1)
Listed = TypeVar("Listed", bound=StrEnum)


def check(heard: Heard, *, zone: ZoneInfo, at: datetime, findings: Findings) -> None:
    """Gather every fault of a form; where there is none, what it holds can be recorded."""
    if not heard.text.strip():
        findings.fault("empty", "text", "Write what was said.")
    if len(heard.text) > LONGEST_TEXT:
        findings.fault(
            "too-long", "text", f"At most {LONGEST_TEXT:,} characters; record a report as a document instead."
        )
    if not heard.speaker.strip():
        findings.fault("empty", "speaker", 'Name who said it; "a diplomatic source" is a name too.')
    among(Modality, heard.modality, "modality", findings)
    said = when(heard.said, "said", zone=zone, at=at, findings=findings)
    if said is None and not heard.said.strip():
        findings.fault("empty", "said", "Say when it was said, as exactly as is known.")
    if said is not None and said.start is not None and said.start > at + SOON:
        findings.fault("in-the-future", "said", "This has not been said yet.")
    when(heard.occurred, "occurred", zone=zone, at=at, findings=findings)
    for number, figure in enumerate(heard.figures):
        _check_figure(figure, f"figures.{number}", zone=zone, at=at, findings=findings)
    for number, condition in enumerate(heard.conditions):
        if not condition.empty and not condition.text.strip():
            findings.fault("empty", f"conditions.{number}.text", "Write the condition in the words used.")
        if not condition.empty and not condition.gates.strip():
            findings.fault("empty", f"conditions.{number}.gates", "Say what it stands in the way of.")
    for name in ("text", "speaker", "capacity", "party", "said", "occurred", "topic", "note"):
        if "\0" in getattr(heard, name):
            findings.fault("nul", name, "There is a character here that no text may hold (NUL).")


def when(words: str, where: str, *, zone: ZoneInfo, at: datetime, findings: Findings) -> Interval | None:
    """Read a time as typed; what cannot be read is a fault with an example."""
    if not words.strip():
        return None
    read = moments.read(words.strip(), zone, reference=at.astimezone(zone).date())
    if read.precision is Precision.UNREAD:
        findings.fault(
            "unread-time", where, f'"{words}" could not be read. Try: 4 Nov 2023, about 4 Nov 2023, 4 Nov 2023 14:30.'
        )
    return read


def counted(figure: HeardFigure, where: str, findings: Findings) -> Quantity | None:
    """The quantity of a figure as typed, or nothing and a fault."""
    op = among(Op, figure.op, f"{where}.op", findings)
    lo, hi = numeral(figure.lo, f"{where}.lo", findings), numeral(figure.hi, f"{where}.hi", findings)
    if op is None:
        return None
    try:
        return quantity(op, lo, hi, words=figure.basis, where=where)
    except Refused as wrong:
        findings.fault("quantity", wrong.where or where, f"{wrong.message} {wrong.instead}".strip())
        return None


def numeral(typed: str, where: str, findings: Findings) -> int | Decimal | None:
    """A number as typed, in any digits, with separators of thousands."""
    plain = "".join(
        str(ord(c) - ord("٠")) if "٠" <= c <= "٩" else str(ord(c) - ord("۰")) if "۰" <= c <= "۹" else c for c in typed
    )
    plain = plain.strip().replace(",", "").replace("\u00a0", "").replace(" ", "")
    if not plain:
        return None
    try:
        value = Decimal(plain)
    except InvalidOperation:
        findings.fault("number", where, f'"{typed}" is not a number.')
        return None
    if not value.is_finite() or abs(value) >= 10**15:
        findings.fault("number", where, f'"{typed}" is not a number that can be counted with.')
        return None
    return int(value) if value == value.to_integral_value() else value


def among(values: type[Listed], typed: str, where: str, findings: Findings) -> Listed | None:
    """A word of a closed list, or a fault that names what is allowed."""
    try:
        return values(typed)
    except ValueError:
        findings.fault("unknown-word", where, f'"{typed}" is not one of {", ".join(v.value for v in values)}.')
        return None


def _check_figure(figure: HeardFigure, where: str, *, zone: ZoneInfo, at: datetime, findings: Findings) -> None:
    if figure.empty:
        return
    for name, what in (
        ("measure", "Say what is counted: listed, crossed, held."),
        ("population", "Say who is counted."),
    ):
        if not getattr(figure, name).strip():
            findings.fault("empty", f"{where}.{name}", what)
    among(FigureKind, figure.kind, f"{where}.kind", findings)
    counted(figure, where, findings)
    when(figure.asof, f"{where}.asof", zone=zone, at=at, findings=findings)
