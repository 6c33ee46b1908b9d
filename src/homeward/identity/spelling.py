"""Different ways of typing the same words, folded into one; only for reading, the words themselves are kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What no decomposition brings together: seats and shapes that keyboards of neighbours type for one letter.
_LIKE = {
    "ی": "ي", "ى": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ٱ": "ا", "ـ": "",
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ə": "a",
    "،": ",", "؛": ";", "؍": "/", "⁄": "/", "∕": "/", "\\": "/", "٫": ".", "٬": ",", "؟": "?", "∼": "~", "˜": "~",
}  # fmt: skip
_QUOTES = "'’‘ʼʻʾʿ`´‛′׳״\"“”„ʹʺ"
_PLAIN = str.maketrans({**dict.fromkeys(_QUOTES), "\\": "/", **{chr(code): " " for code in (*range(32), 127)}})
_NO_LETTER = re.compile(r"[\W_]+")


def fold(words: str) -> str:
    """Small letters without marks and invisible signs, ASCII digits, hyphens and slashes, single spaces."""
    if words.isascii():
        return " ".join(words.lower().translate(_PLAIN).split())
    parted = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", words).casefold())
    return " ".join("".join(map(_folded, parted)).split())


def key(words: str) -> str:
    """Folded words, with one space in place of whatever is neither letter nor digit."""
    return _NO_LETTER.sub(" ", fold(words)).strip()


@lru_cache(maxsize=8_192)
def _folded(letter: str) -> str:
    if letter in _LIKE:
        return _LIKE[letter]
    if letter in _QUOTES:
        return ""
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    kind = unicodedata.category(letter)
    if letter == "\u2212" or kind == "Pd":
        return "-"
    if kind[0] == "Z" or kind == "Cc":
        return " "
    return "" if kind in ("Cf", "Mn", "Me", "Cs", "Co", "Cn") else letter
