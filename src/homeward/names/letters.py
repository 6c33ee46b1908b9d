"""Letters of many scripts: which script a letter is of, and what folds together in a key. The original is never touched."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache


class Script(StrEnum):
    """The scripts that the matcher tells apart, by their ISO 15924 codes."""

    ARABIC = "Arab"
    HEBREW = "Hebr"
    CYRILLIC = "Cyrl"
    LATIN = "Latn"
    HAN = "Hani"
    KANA = "Kana"
    HANGUL = "Hang"
    GREEK = "Grek"
    ARMENIAN = "Armn"
    GEORGIAN = "Geor"
    OTHER = "Zyyy"


# First and last code point after NFKC; only blocks in which names are written.
_BLOCKS: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0250, 0x02AF, Script.LATIN),
    (0x0370, 0x03FF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0530, 0x058F, Script.ARMENIAN),
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x077F, Script.ARABIC),
    (0x08A0, 0x08FF, Script.ARABIC),
    (0x10A0, 0x10FF, Script.GEORGIAN),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1C80, 0x1C8F, Script.CYRILLIC),
    (0x1C90, 0x1CBF, Script.GEORGIAN),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x2E80, 0x2FDF, Script.HAN),
    (0x3040, 0x30FF, Script.KANA),
    (0x3130, 0x318F, Script.HANGUL),
    (0x31F0, 0x31FF, Script.KANA),
    (0x3400, 0x9FFF, Script.HAN),
    (0xAC00, 0xD7AF, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0x20000, 0x323AF, Script.HAN),
)

# What people type for the same letter: hamza left out, Persian and Egyptian keyboards, final forms, marks of sound.
_SAME = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا",
    "ؤ": "و", "ئ": "ي", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه",
    "ە": "ه", "ك": "ك", "ء": "", "ـ": "",
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "װ": "וו", "ױ": "וי", "ײ": "יי",
    "ё": "е", "ѐ": "е", "ѝ": "и", "ъ": "ъ",
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "ı", "ħ": "h", "ə": "ä",
}  # fmt: skip

# Signs beside letters that stand for no sound of their own, or for ayn and hamza in scholarly Latin.
_APOSTROPHES = "'’‘ʼʻʾʿ`´‛′׳״\"“”„ʹʺ＇ˈ"
_PARTING = "-‐‑‒–—―־_・·•‧∙⋅=＝/\\|،,;:.()[]{}<>«»!?*+~^@#$%&§©®™°…،؛؟"


@lru_cache(maxsize=65_536)
def script_of(letter: str) -> Script:
    """The script of one letter; OTHER for digits, signs and scripts that no name here is written in."""
    code = ord(letter)
    if not letter.isalpha() and unicodedata.category(letter)[0] != "M":
        return Script.OTHER
    return next((script for first, last, script in _BLOCKS if first <= code <= last), Script.OTHER)


def script(text: str) -> Script:
    """The script in which most letters of a text are written."""
    if text.isascii():  # most lists are, and nothing else of it needs to be looked at
        return Script.LATIN if any(map(str.isalpha, text)) else Script.OTHER
    counts: dict[Script, int] = {}
    for letter in unicodedata.normalize("NFKC", text):
        found = script_of(letter)
        if found is not Script.OTHER:
            counts[found] = counts.get(found, 0) + 1
    if Script.KANA in counts and Script.HAN in counts:
        return Script.KANA
    return max(counts, key=lambda each: counts[each]) if counts else Script.OTHER


def _folded(letter: str) -> str:
    """What one letter, already NFKC and casefolded, leaves in a key: itself, its like, a space, or nothing."""
    if letter in _SAME:
        return _SAME[letter]
    if letter in _APOSTROPHES:
        return "'"
    if letter.isspace() or letter in _PARTING:
        return " "
    kind = unicodedata.category(letter)
    if kind in ("Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me", "Lm") and letter != "ー":
        return ""
    if kind[0] in "SPZ":
        return " "
    return letter


class _Folding(dict[int, str]):
    """What letters leave in a key, by their codes; each is worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


_FOLDING = _Folding()


@lru_cache(maxsize=32_768)
def key(text: str) -> str:
    """What is compared instead of the text: NFKC, small letters, without marks and invisible signs, parts by one space.

    Vowel marks, tatweel, hamza seats, final forms and presentation forms fold; accents of Latin letters stay, and no
    letter becomes one of another script: look-alikes are for `cautions`.
    """
    whole = unicodedata.normalize("NFKC", text).casefold()
    folded = unicodedata.normalize("NFC", whole).translate(_FOLDING)
    if "'" in folded:
        folded = _apostrophes(folded)
    return " ".join(folded.split())


def _apostrophes(folded: str) -> str:
    """A geresh changes the Hebrew letter before it and stays; everywhere else an apostrophe is no letter."""
    return "".join(letter for at, letter in enumerate(folded) if letter != "'" or (at and "א" <= folded[at - 1] <= "ת"))


@lru_cache(maxsize=65_536)
def base(letter: str) -> str:
    """A letter without its accents: what a model reads when it never met the accented one."""
    if "가" <= letter <= "힣":
        return unicodedata.normalize("NFD", letter)
    bare = "".join(c for c in unicodedata.normalize("NFD", letter) if unicodedata.category(c) != "Mn")
    return bare or letter


@lru_cache(maxsize=32_768)
def unaccented(word: str) -> str:
    """A key with the accents of its Latin letters left out."""
    return "".join(base(letter) if letter > "a" and script_of(letter) is Script.LATIN else letter for letter in word)


@lru_cache(maxsize=32_768)
def spelled(word: str) -> str:
    """A key as models read it: Korean syllables as the letters they are made of."""
    return unicodedata.normalize("NFD", word) if any("가" <= c <= "힣" for c in word) else word
