"""Cells of tables that leave the desk: nothing in them is taken for a formula by what opens it."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, or skips on its way to one."""
_UNSEEN = "\ufeff\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def neutral(text: str) -> str:
    """The text as a spreadsheet shows it and never runs it (CWE-1236)."""
    return f"'{text}" if text.startswith(FORMULA) else text


def plain(text: str) -> str:
    """Words of a person on one line, without what nobody sees at their ends, as they may stand in a table for others."""
    return neutral(" ".join(text.split()).strip(_UNSEEN + " "))
