"""Numbers as Arabic texts write them: digits of both kinds, words with their hundreds, thousands and duals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from homeward.reading.core.arabic.letters import alike
from homeward.reading.core.found import Number


def _table(words: str) -> dict[str, int]:
    return {
        alike(word): int(number)
        for line in words.split("\n")
        if line.strip()
        for number, *many in [line.split()]
        for word in many
    }


ONES = _table(
    """
    1 واحد واحدة واحدا
    2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي
    3 ثلاث ثلاثة ثلاثا
    4 أربع أربعة أربعا
    5 خمس خمسة خمسا
    6 ست ستة ستا
    7 سبع سبعة سبعا
    8 ثماني ثمانية ثمان ثمانيا
    9 تسع تسعة تسعا
    """
)
_BEFORE_TEN = {**ONES, "احد": 1, "احدي": 1}
TEN = frozenset(alike(word) for word in "عشر عشرة عشرا".split())
TENS = _table(
    """
    20 عشرون عشرين
    30 ثلاثون ثلاثين
    40 أربعون أربعين
    50 خمسون خمسين
    60 ستون ستين
    70 سبعون سبعين
    80 ثمانون ثمانين
    90 تسعون تسعين
    """
)
_HUNDRED = ("مئة", "مائة", "مئه")
HUNDREDS = {alike(word): 100 for word in _HUNDRED} | {
    alike(word): 200 for word in "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي".split()
}
HUNDREDS |= {
    alike(ones + word): 100 * ONES[alike(ones)]
    for word in _HUNDRED
    for ones in "ثلاث أربع خمس ست سبع ثمان ثماني تسع".split()
}
SCALES = _table(
    """
    1000 ألف ألفا آلاف
    1000000 مليون مليونا ملايين
    1000000000 مليار مليارا مليارات بليون
    """
)
TWOFOLD = _table(
    """
    2000 ألفان ألفين ألفا ألفي
    2000000 مليونان مليونين مليوني
    2000000000 ملياران مليارين ملياري
    """
)
TWOFOLD.pop(alike("ألفا"))
MANY = frozenset(alike(word) for word in "عشرات مئات مئآت آلاف ملايين مليارات".split())
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\Z")


def read(words: Sequence[str], first: int, until: int) -> tuple[Number, int] | None:
    """The number that begins with this word, and the word behind it; None where none begins.

    Further parts are added with "and" written before them; hundreds, thousands and more multiply what stands before.
    """
    total: Number = 0
    group: Number = 0
    rank, scale = 1000, 10**12  # what was last put into the group; the smallest scale so far
    at = first
    while at < until:
        word, joined = words[at], at == first
        if at > first and word == "و" and at + 1 < until and _part(words[at + 1]):
            at, word, joined = at + 1, words[at + 1], True
        elif at > first and word[:1] == "و" and word not in ONES and _part(word[1:]):
            word, joined = word[1:], True
        if joined and (ten := _teens(words, at, word, until)) is not None and rank > 9:
            group, rank, at = group + ten, 1, at + 2
            continue
        step = _step(word, joined, group, rank, scale)
        if step is None:
            break
        group, rank, scale, add = step
        total += add
        at += 1
    if at == first:
        return None
    found = total + group
    return (int(found) if found == int(found) else found), at


_HALF = alike("نصف")
_QUARTER = alike("ربع")


def halved(words: Sequence[str], until: int) -> tuple[Number, int] | None:
    """As `read`, from the first word on; "half a million" and "two millions and a half" are numbers too."""
    if words[0] in (_HALF, _QUARTER):
        if until > 1 and words[1] in SCALES:
            return SCALES[words[1]] // (2 if words[0] == _HALF else 4), 2
        return None
    told = read(words, 0, until)
    if told is None or told[1] >= until or words[told[1]] != "و" + _HALF:
        return told
    number, behind = told
    scale = scale_of(number)
    if scale == 1:
        return told
    named = behind + 1 < until and words[behind + 1].removeprefix("ال") in SCALES
    return number + scale // 2, behind + 1 + named


def begins(word: str) -> bool:
    """Whether a number can begin with this word."""
    return _part(word) or word in MANY


def _part(word: str) -> bool:
    return bool(DIGITS.match(word)) or any(
        word in table for table in (ONES, _BEFORE_TEN, TEN, TENS, HUNDREDS, SCALES, TWOFOLD)
    )


def _teens(words: Sequence[str], at: int, word: str, until: int) -> int | None:
    ones = _BEFORE_TEN.get(word)
    if ones is not None and at + 1 < until and words[at + 1] in TEN:
        return ones + 10
    return None


def _step(word: str, joined: bool, group: Number, rank: int, scale: int) -> tuple[Number, int, int, Number] | None:
    """The group, what was last put into it, the smallest scale, and what is to be added to the whole."""
    if joined:
        if DIGITS.match(word) and group == 0:
            plain = word.replace(",", "")
            return (Decimal(plain) if "." in plain else int(plain)), 0, scale, 0
        if word in HUNDREDS and rank > 100:
            return group + HUNDREDS[word], 100, scale, 0
        if word in ONES and rank > 9:
            return group + ONES[word], 9, scale, 0
        if word in TEN and rank > 9:
            return group + 10, 1, scale, 0
        if word in TENS and rank >= 9:
            return group + TENS[word], 2, scale, 0
        if word in TWOFOLD and TWOFOLD[word] < scale and group == 0:
            return 0, 1000, TWOFOLD[word] // 2, TWOFOLD[word]
    elif word in HUNDREDS and HUNDREDS[word] == 100 and rank == 9:
        return group * 100, 100, scale, 0
    if word in SCALES and SCALES[word] < scale and (joined or group) and not (joined and group):
        return 0, 1000, SCALES[word], (group or 1) * SCALES[word]
    return None


def scale_of(number: Number) -> int:
    """The thousand or million in which a number is told: fifty to sixty thousand begins at fifty thousand."""
    return next((scale for scale in (10**9, 10**6, 10**3) if number >= scale and number % scale == 0), 1)
