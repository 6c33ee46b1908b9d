"""Strict reading of JSON from outside: what others let pass is a fault, and each fault is told with its place."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any, Never

from homeward.refusals import Findings, Unacceptable
from homeward.seals.canonical import DEEPEST, LONGEST_NUMBER
from homeward.seals.places import find, fits

LIMIT = 64 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
# Cheap to look for; only when one is there are the texts themselves looked at.
_PERHAPS_UNSAFE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_UNSAFE = re.compile("[\0\ud800-\udfff]")


class Unreadable(Unacceptable):
    """This is not JSON as it is accepted here; nothing was stored."""


class _Suspicious(Exception):
    """The quick pass met something that the second pass has to name."""


def loads(data: bytes, *, limit: int = LIMIT) -> Any:
    """The value of a JSON text in UTF-8, numbers with a point as `Decimal`.

    Refuses with all faults gathered, each with its path, line and column: duplicate keys, NaN and Infinity, numbers of
    more than 30 digits before or after the point, NUL, half surrogate pairs, bytes that are no UTF-8, nesting deeper
    than 64, more than `limit` bytes. A byte order mark is let pass.
    """
    if len(data) > limit:
        findings = Findings()
        findings.fault("too-large", "the file", f"It has {len(data)} bytes; at most {limit} are read.")
        raise Unreadable(findings)
    plain = data.removeprefix(_BOM)
    try:
        return _quick(plain)
    except (_Suspicious, ValueError, RecursionError):
        findings = find(plain)
    if not findings:
        findings.fault("unreadable", "the file", "It is no JSON.")
    raise Unreadable(findings)


def _quick(data: bytes) -> Any:
    text = data.decode()
    value = json.loads(
        text, object_pairs_hook=_object, parse_float=_decimal, parse_int=_whole, parse_constant=_constant
    )
    if _too_deep(value) or (_PERHAPS_UNSAFE.search(text) and _unsafe(value)):
        raise _Suspicious
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _Suspicious
    return made


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER and len(digits.lstrip("-")) > LONGEST_NUMBER:
        raise _Suspicious
    return int(digits)


def _decimal(digits: str) -> Decimal:
    if (len(digits) > LONGEST_NUMBER or "e" in digits or "E" in digits) and not fits(digits):
        raise _Suspicious
    return Decimal(digits)


def _constant(name: str) -> Never:
    raise _Suspicious


def _too_deep(value: Any) -> bool:
    level = [value] if type(value) in (dict, list) else []
    for _ in range(DEEPEST):
        level = [
            child
            for parent in level
            for child in (parent.values() if type(parent) is dict else parent)
            if type(child) is dict or type(child) is list
        ]
        if not level:
            return False
    return True


def _unsafe(value: Any) -> bool:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            if _UNSAFE.search(item):
                return True
        elif isinstance(item, dict):
            waiting.extend(item)
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return False
