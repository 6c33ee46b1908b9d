"""National numbers whose rule is public: Israel and Palestine, Turkey, Iran, Egypt. What fails is told, never refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from homeward.identity.papers import Kind

_OTHER_PAPERS = {Kind.PASSPORT, Kind.LAISSEZ_PASSER, Kind.MILITARY, Kind.DRIVING, Kind.BIRTH_CERTIFICATE}


def fault_of(key: str, kind: Kind | None, country: str) -> bool:
    """Whether a key has the length of a national number of this country, and fails its rule."""
    if country not in _RULES or kind in _OTHER_PAPERS or not (key.isascii() and key.isdecimal()):
        return False
    lengths, holds = _RULES[country]
    return len(key) in lengths and not holds(key)


def day_within(key: str, country: str) -> date | None:
    """The day of birth inside of an Egyptian national number; None when there is none."""
    if country != "EGY" or len(key) != 14 or not (key.isascii() and key.isdecimal()) or key[0] not in "23":
        return None
    try:
        return date(1700 + 100 * int(key[0]) + int(key[1:3]), int(key[3:5]), int(key[5:7]))
    except ValueError:
        return None


def _israeli(key: str) -> bool:
    """Digits times 1 and 2 in turn, digits of the products added: a multiple of ten; Palestinian numbers follow it too."""
    products = [int(digit) * (1 + at % 2) for at, digit in enumerate(key.zfill(9))]
    return sum(product // 10 + product % 10 for product in products) % 10 == 0


def _turkish(key: str) -> bool:
    digits = [int(digit) for digit in key]
    tenth = (7 * sum(digits[0:9:2]) - sum(digits[1:8:2])) % 10
    return digits[0] != 0 and digits[9] == tenth and digits[10] == sum(digits[:10]) % 10


def _iranian(key: str) -> bool:
    rest = sum(int(digit) * weight for digit, weight in zip(key, range(10, 1, -1), strict=False)) % 11
    return int(key[9]) == (rest if rest < 2 else 11 - rest)


def _egyptian(key: str) -> bool:
    return day_within(key, "EGY") is not None


_RULES: dict[str, tuple[tuple[int, ...], Callable[[str], bool]]] = {
    "ISR": ((9,), _israeli),
    "PSE": ((9,), _israeli),
    "TUR": ((11,), _turkish),
    "IRN": ((10,), _iranian),
    "EGY": ((14,), _egyptian),
}
