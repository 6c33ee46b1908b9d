"""Numbers of the file as quantities: whether the sign fits lower and upper end, and what interval they allow."""

from __future__ import annotations

from decimal import Decimal

from homeward.ledger.core import figures
from homeward.ledger.core.figures import SIGNS, FigureKind, Number, Op, Quantity
from homeward.ledger.formats.case1.part import Part, quoted

OF_THE_FORM: dict[str, Op] = {sign: op for sign, op in SIGNS.items() if op is not Op.VAGUE}
MEASURED = frozenset({"%", "percent", "per cent", "tonne", "ton", "t", "kg", "litre", "l", "km", "m", "hour"})
"""Units that have parts: more than 5 km is not 6 km or more."""

UNREAD = Quantity(Op.VAGUE, None, None, 0, None)
"""Stands where a faulty number was, so that the reading can go on."""

_SIGN: dict[Op, str] = {op: sign for sign, op in SIGNS.items()}
_IN_PARTS = frozenset({FigureKind.AVERAGE, FigureKind.RULE})
_UP = frozenset({Op.GT, Op.GE})
_DOWN = frozenset({Op.LT, Op.LE})
_POINT = frozenset({Op.EQ, Op.ABOUT, Op.SHARE})


def quantity(part: Part, *, kind: FigureKind | None = None, unit: str = "", basis: str = "") -> Quantity:
    """The sign, lower and upper end of a figure or of an obligation, with the closed interval they allow."""
    before = len(part.reading.findings)
    made = _quantity(part, kind, unit, basis)
    get = part.written.get
    if kind and kind not in _IN_PARTS and type(get("lo")) is int and len(part.reading.findings) == before:
        part.reading.quantities[get("op"), get("lo"), get("hi"), unit] = made
    return made


def _op(part: Part) -> Op | None:
    sign = part.written.get("op")
    op = OF_THE_FORM.get(sign) if type(sign) is str else None
    if op is None and part.needed("op"):
        known = ", ".join(OF_THE_FORM)
        message = f"{quoted(str(sign))} is no sign of this form. Known are: {known}."
        part.reading.findings.fault("unknown-op", part.at("op"), message)
    return op


def _whole(lo: Number | None, hi: Number | None, kind: FigureKind | None, unit: str) -> bool:
    if kind in _IN_PARTS or unit in MEASURED or unit.removesuffix("s") in MEASURED:
        return False
    return not (isinstance(lo, Decimal) or isinstance(hi, Decimal))


def _quantity(part: Part, kind: FigureKind | None, unit: str, basis: str) -> Quantity:
    op, lo, hi = _op(part), part.number("lo"), part.number("hi")
    if lo is None and hi is None:
        return _of_words(part, op, basis)
    if lo is not None and hi is not None and lo > hi:
        part.reading.findings.fault("lo-above-hi", part.place, f"lo {lo} is above hi {hi}.")
        return UNREAD
    if op is None:
        return UNREAD
    _fit(part, op, lo, hi)
    if unit == "person" and op is not Op.SHARE and kind not in _IN_PARTS:
        _whole_persons(part, lo, hi)
    try:
        return figures.quantity(op, lo, hi, whole=_whole(lo, hi, kind, unit))
    except figures.NotAQuantity as refused:
        part.reading.findings.fault("no-quantity", part.place, str(refused))
        return UNREAD


def _whole_persons(part: Part, lo: Number | None, hi: Number | None) -> None:
    if isinstance(lo, Decimal) or isinstance(hi, Decimal):
        said = lo if isinstance(lo, Decimal) else hi
        part.reading.findings.doubt("part-of-a-person", part.place, f"{said} is no whole number of persons.")


def _of_words(part: Part, op: Op | None, basis: str) -> Quantity:
    """What a figure without a number says by its words, where they are words of number."""
    findings = part.reading.findings
    if part.written.get("lo") is not None or part.written.get("hi") is not None:
        return UNREAD  # there was something, and it has been told what
    try:
        made = figures.quantity(Op.VAGUE, None, None, words=basis)
    except figures.NoNumber:
        if "lo" not in part.written:
            part.missing("lo")
        elif op is not None:
            findings.fault("no-number", part.place, "Neither lo nor hi is stated, and no basis that says how many.")
        return UNREAD
    findings.note("number-of-words", part.place, f"Neither lo nor hi is stated; {basis} is read instead.")
    return made


def _fit(part: Part, op: Op, lo: Number | None, hi: Number | None) -> None:
    findings, place, sign = part.reading.findings, part.place, repr(_SIGN[op])
    if op in _UP:
        if lo is None or (hi is not None and hi != lo):
            findings.fault("op-misfit", place, f"{sign} says that it is open above, yet lo is {_said(lo)} and hi {hi}.")
        elif hi is not None:
            findings.note("hi-of-an-open-number", place, f"{sign} is open above; hi {hi} is left aside.")
    elif op in _DOWN and hi is None:
        findings.doubt("hi-missing", place, f"{sign} needs hi; lo {lo} is read as the number meant.")
    elif op is Op.RANGE and (lo is None or hi is None):
        findings.doubt("half-a-range", place, "A range has lo and hi; one of them is not stated.")
    elif op in _POINT:
        _fit_point(part, op, lo, hi)


def _fit_point(part: Part, op: Op, lo: Number | None, hi: Number | None) -> None:
    findings, place, sign = part.reading.findings, part.place, repr(_SIGN[op])
    if lo is None:
        findings.doubt("lo-missing", place, f"{sign} needs lo; hi {hi} is read as the number meant.")
    elif hi is None:
        if op is not Op.SHARE:
            findings.note("hi-missing", place, f"{sign} is one number; hi is read as lo, {lo}.")
    elif lo != hi and op is Op.EQ:
        findings.fault("op-misfit", place, f"{sign} says one number, yet lo is {lo} and hi is {hi}; say 'range'.")
    elif lo != hi and op is Op.ABOUT:
        findings.note("about-a-range", place, f"{sign} stands with lo {lo} and hi {hi}; both ends are about.")
    elif op is Op.SHARE and hi > 1:
        findings.note("share-above-one", place, f"A share of {hi} is above one; is it per cent?")


def _said(value: Number | None) -> str:
    return "null" if value is None else str(value)
