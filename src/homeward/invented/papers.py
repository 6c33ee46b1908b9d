"""Numbers of papers in the forms of their countries, and the machine-readable zone of passports (ICAO Doc 9303, TD3)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import cycle
from operator import mul
from random import Random

from homeward.invented.person import Document, Flaw, Sex
from homeward.invented.written import Name, Style

# Letters before the digits, and how many digits follow.
_FORMS = {
    "RUS": ("", 9),
    "UKR": ("FX", 6),
    "PSE": ("", 7),
    "EGY": ("A", 8),
    "TUN": ("Y", 6),
    "TUR": ("U", 8),
    "ISR": ("", 8),
    "THA": ("AC", 7),
    "PHL": ("P", 7),
}
_AFTER = {"PHL": "B"}
_YEARS = {"PSE": 5, "EGY": 7, "TUN": 5}
_PRIME = 7_368_787
_DAYS_OF_A_YEAR = 365.25
UNDEFINED = "facilitation document"
_VALUES = {"<": 0} | {str(digit): digit for digit in range(10)} | {chr(65 + at): 10 + at for at in range(26)}


def number(country: str, serial: int, start: int) -> str:
    """A passport number in the form of its country; no two serials below ten million have the same in one country.

    Where a country has fewer digits than that, its first letter moves on.
    """
    letters, digits = _FORMS[country]
    room = 10**digits
    block, at = divmod(serial, room)
    moved = f"{letters[:-1]}{chr((ord(letters[-1]) - 65 + block) % 26 + 65)}" if letters else ""
    return f"{moved}{(at * _PRIME + start) % room:0{digits}}{_AFTER.get(country, '')}"


def identity_number(serial: int, start: int) -> str:
    """Nine digits as identity cards of the region have them, the last one checking the others."""
    eight = f"{(serial * _PRIME + start) % 10**7 + 8 * 10**7:08}"
    total = sum(sum(divmod(int(digit) * (1 + at % 2), 10)) for at, digit in enumerate(eight))
    return f"{eight}{-total % 10}"


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose passport it is: `written_birth` is what stands in it, `birth` what is true."""

    name: Name
    sex: Sex
    birth: date
    written_birth: date


def passport(country: str, given: str, holder: Holder, chance: Random, day: date) -> Document:
    """A passport; one of twelve ran out before the day, one of three comes with its machine-readable lines."""
    years = 5 if (day - holder.birth).days < 14 * _DAYS_OF_A_YEAR else _YEARS.get(country, 10)
    validity = int(years * _DAYS_OF_A_YEAR)
    drawn = chance.random()
    age = int(validity * (1 + 6 * drawn)) if drawn < 1 / 12 else int(validity * (drawn - 1 / 12) * 12 / 11)
    issued = min(max(day - timedelta(days=age), holder.birth + timedelta(days=10)), day)
    expires = issued + timedelta(days=validity)
    zone = lines(country, given, holder, expires) if chance.random() < 1 / 3 else ()
    return Document("passport", country, given, issued, expires, zone)


def style_of(country: str) -> Style:
    """By whose habits passports of a country write Latin letters."""
    return {"RUS": Style.RUSSIAN_PASSPORT, "UKR": Style.UKRAINIAN_PASSPORT, "TUN": Style.FRENCH}.get(
        country, Style.ENGLISH
    )


def lines(country: str, given: str, holder: Holder, expires: date) -> tuple[str, str]:
    """The two lines of 44 signs of a passport."""
    name, style = holder.name, style_of(country)
    fathers = () if country in ("RUS", "UKR", "TUN") else name.line_of_fathers(style)
    last, first = _plain(name.last(style)), _plain(" ".join((name.first(style), *fathers)))
    upper = f"P<{country}{last}<<{first}" if first else f"P<{country}{last}"
    padded = f"{given:<9}".replace(" ", "<")
    birth, expiry = (f"{d.year % 100:02}{d.month:02}{d.day:02}" for d in (holder.written_birth, expires))
    first_part = f"{padded}{check(padded)}"
    second_part = f"{birth}{check(birth)}"
    third_part = f"{expiry}{check(expiry)}{'<' * 14}<"
    whole = check(first_part + second_part + third_part)
    return upper[:44].ljust(44, "<"), f"{first_part}{country}{second_part}{holder.sex}{third_part}{whole}"


def check(text: str) -> int:
    """The check digit of ICAO Doc 9303: values times 7, 3, 1, modulo 10."""
    total: int = sum(map(mul, map(_VALUES.__getitem__, text), cycle((7, 3, 1))))
    return total % 10


@lru_cache(maxsize=65_536)
def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.replace("ı", "i")).upper()
    return "<".join("".join(sign if "A" <= sign <= "Z" else " " if sign in " -" else "" for sign in bare).split())


def spoilt(document: Document, chance: Random) -> Document:
    """The same paper with its number as hurried clerks write it: a letter for a digit, a digit too few, a word for a number."""
    given = document.number
    ways = (given.replace("0", "O", 1), given[:-1], f"{given[:2]} {given[2:]}/", "UNKNOWN", "0000000")
    return Document(document.kind, document.country, ways[chance.randrange(5)], document.issued, document.expires)


def flawed(papers: tuple[Document, ...], flaw: Flaw, chance: Random) -> tuple[Document, ...]:
    """What a person holds when papers are missing, badly copied, or of a kind that nobody defined."""
    if flaw is Flaw.NO_DOCUMENT or not papers:
        return ()
    if flaw is Flaw.BAD_DOCUMENT:
        return (spoilt(papers[0], chance), *papers[1:])
    return (Document(UNDEFINED, "", f"FD-{papers[0].number}"),)
