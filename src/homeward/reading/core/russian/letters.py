"""Letters as the tables of Russian words have them: ё as е, so that every text is read the same, place by place."""

from __future__ import annotations

_PLAIN = str.maketrans("ёЁ\u00a0\u202f\u2009", "еЕ   ")
WORD_END = r"(?![\w])"


def plain(text: str) -> str:
    """The text with е for ё and common blanks: as long as before, so that places stay."""
    return text.translate(_PLAIN)
