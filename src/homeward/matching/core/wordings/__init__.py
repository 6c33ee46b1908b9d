"""The sentences of letters, written for each language by itself; none is put together from words of another."""

from __future__ import annotations

from homeward.matching.core.wordings import arabic, english, hebrew, russian
from homeward.matching.core.wordings.wording import Tie, Wording

WORDINGS = {each.language: each for each in (english.WORDING, arabic.WORDING, hebrew.WORDING, russian.WORDING)}

__all__ = ["WORDINGS", "Tie", "Wording"]
