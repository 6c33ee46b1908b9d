"""The five machine-readable zones of ICAO 9303, parts 4 to 7: which field stands where, and what each check digit covers."""

from __future__ import annotations

from dataclasses import dataclass

FILLER = "<"
_WEIGHTS = (7, 3, 1)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its line, and its first and last place with the last not included, all from 0."""

    name: str
    line: int
    start: int
    until: int


@dataclass(frozen=True, slots=True)
class Digit:
    """A check digit: what it is for, its place, and the pieces (line, start, until) it is counted over."""

    name: str
    line: int
    at: int
    over: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of zone."""

    name: str
    lines: int
    width: int
    fields: tuple[Field, ...]
    digits: tuple[Digit, ...]

    def field(self, name: str) -> Field:
        """The field of that name."""
        return next(field for field in self.fields if field.name == name)


def _second_line(number: int = 1, *, optional: tuple[int, int]) -> tuple[Field, ...]:
    return (
        Field("number", number, 0, 9),
        Field("nationality", number, 10, 13),
        Field("birth", number, 13, 19),
        Field("sex", number, 20, 21),
        Field("expires", number, 21, 27),
        Field("optional", number, *optional),
    )


def _first_line(width: int) -> tuple[Field, ...]:
    return (Field("code", 0, 0, 2), Field("issuer", 0, 2, 5), Field("names", 0, 5, width))


_THREE = (
    Digit("number", 1, 9, ((1, 0, 9),)),
    Digit("birth", 1, 19, ((1, 13, 19),)),
    Digit("expires", 1, 27, ((1, 21, 27),)),
)

TD3 = Form(
    "TD3",
    2,
    44,
    _first_line(44) + _second_line(optional=(28, 42)),
    (
        *_THREE,
        Digit("optional", 1, 42, ((1, 28, 42),)),
        Digit("composite", 1, 43, ((1, 0, 10), (1, 13, 20), (1, 21, 43))),
    ),
)
TD2 = Form(
    "TD2",
    2,
    36,
    _first_line(36) + _second_line(optional=(28, 35)),
    (*_THREE, Digit("composite", 1, 35, ((1, 0, 10), (1, 13, 20), (1, 21, 35)))),
)
MRV_A = Form("MRV-A", 2, 44, _first_line(44) + _second_line(optional=(28, 44)), _THREE)
MRV_B = Form("MRV-B", 2, 36, _first_line(36) + _second_line(optional=(28, 36)), _THREE)
TD1 = Form(
    "TD1",
    3,
    30,
    (
        Field("code", 0, 0, 2),
        Field("issuer", 0, 2, 5),
        Field("number", 0, 5, 14),
        Field("optional", 0, 15, 30),
        Field("birth", 1, 0, 6),
        Field("sex", 1, 7, 8),
        Field("expires", 1, 8, 14),
        Field("nationality", 1, 15, 18),
        Field("more", 1, 18, 29),
        Field("names", 2, 0, 30),
    ),
    (
        Digit("number", 0, 14, ((0, 5, 14),)),
        Digit("birth", 1, 6, ((1, 0, 6),)),
        Digit("expires", 1, 14, ((1, 8, 14),)),
        Digit("composite", 1, 29, ((0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29))),
    ),
)
FORMS = (TD1, TD2, TD3, MRV_A, MRV_B)


def check_digit(characters: str) -> int:
    """The digit over these characters: values times 7, 3, 1 in turn, modulo 10 (ICAO 9303-3, 4.9).

    Two letters whose values differ by ten or twenty, as A and K, give the same digit; every change of a digit is found.
    """
    return sum(value(each) * _WEIGHTS[at % 3] for at, each in enumerate(characters)) % 10


def value(character: str) -> int:
    """0 to 9 for digits, 10 to 35 for letters, 0 for the filler; a KeyError for anything else."""
    return _VALUES[character]


_VALUES = {character: at for at, character in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {FILLER: 0}
