"""The one text of a value: what is hashed and signed must have exactly one spelling."""

from __future__ import annotations

import json
from typing import Any

from homeward.refusals import Refused

DEEPEST = 64
LONGEST_NUMBER = 30

_SMALL = 10**18
_ONLY_TEXTS = frozenset({str})
_AS_THEY_ARE = frozenset({bool, type(None)})


class NotCanonical(Refused):
    """This value has no canonical text."""


def dumps(value: Any) -> str:
    """The canonical JSON text of whole numbers, texts, true, false, null, lists and objects; refuses anything else."""
    if not _is_plain(value):
        _check(value, "", 0)
    # Sorting is by code point, as Python and every UTF-8 byte order do it.
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    if not text.isascii() or "\\u0000" in text:
        _check(value, "", 0)
    return text


def _is_plain(value: Any) -> bool:
    """Whether it holds nothing but small numbers and texts in few lists and objects: the usual case, told quickly."""
    waiting, nests = [value], 0
    while waiting:
        item = waiting.pop()
        kind = type(item)
        if kind is str:
            continue
        if kind is dict or kind is list:
            # It is nested no deeper than it has lists and objects; with more of them each is looked at.
            nests += 1
            if nests >= DEEPEST or (kind is dict and not _ONLY_TEXTS.issuperset(map(type, item))):
                return False
            waiting.extend(item.values() if kind is dict else item)
        elif kind is not bool and item is not None and not (kind is int and -_SMALL < item < _SMALL):
            return False
    return True


def _check(value: Any, where: str, depth: int) -> None:
    kind = type(value)
    if kind is str:
        _check_text(value, where)
    elif kind is int:
        if not -(10**LONGEST_NUMBER) < value < 10**LONGEST_NUMBER:
            raise NotCanonical(f"A number has more than {LONGEST_NUMBER} digits.", where=where)
    elif kind in _AS_THEY_ARE:
        return
    elif isinstance(value, dict):
        _check_depth(where, depth)
        for key, item in value.items():
            if not isinstance(key, str):
                raise NotCanonical(f"A key is no text but {type(key).__name__}.", where=where)
            _check_text(key, where)
            _check(item, f"{where}.{key}" if where else key, depth + 1)
    elif isinstance(value, list | tuple):
        _check_depth(where, depth)
        for index, item in enumerate(value):
            _check(item, f"{where}[{index}]", depth + 1)
    elif isinstance(value, str):  # a StrEnum is written as its value
        _check_text(value, where)
    elif isinstance(value, int):
        _check(int(value), where, depth)
    else:
        raise NotCanonical(
            f"A value is {kind.__name__}; only texts, whole numbers, true, false, null, lists and objects are written.",
            where=where,
        )


def _check_depth(where: str, depth: int) -> None:
    if depth >= DEEPEST:
        raise NotCanonical(f"It is nested deeper than {DEEPEST}.", where=where)


def _check_text(text: str, where: str) -> None:
    if text.isascii():
        if "\0" in text:
            raise NotCanonical("A text holds the character NUL.", where=where)
        return
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        raise NotCanonical("A text holds half of a surrogate pair.", where=where) from problem
    if "\0" in text:
        raise NotCanonical("A text holds the character NUL.", where=where)
