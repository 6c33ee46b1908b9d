"""The machine-readable zone of passports, cards and visas (ICAO 9303): every field, and what each check digit says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from homeward.identity.candidates import Birth, Candidate, Precision
from homeward.identity.copying import Copied, UnreadableZone, copied, holds
from homeward.identity.countries import STATELESS, known
from homeward.identity.zones import FILLER, TD1, Digit, Form, check_digit

__all__ = ["FLAGS", "Check", "Mrz", "UnreadableZone", "check_digit", "read"]

FLAGS = {
    "names-truncated": "The names fill their field and may be cut.",
    "no-given-name": "There is no given name.",
    "stateless": "The holder is stateless, a refugee, or of a nationality that is not stated.",
    "no-birth": "The day of birth is not known, or only a part of it.",
    "unread-birth": "The day of birth is no day.",
    "unread-expiry": "The day of expiry is no day.",
    "two-digit-year": "The year of birth may be of this century or the last.",
    "filler-or-k": "KK in the names may stand for two fillers, which part surname and given names.",
    "digit-in-name": "A digit stands in the names.",
    "unknown-country": "The code of a country is not known.",
    "check-digit": "A check digit does not hold.",
}
"""Each flag, and the sentence that a person is shown."""

_GERMANY = {"D": "DEU"}
# What programs that read pictures take for each other; each way is tried.
_CONFUSED = {
    "O": "0QD", "0": "ODQ", "I": "1L", "1": "IL", "L": "1I", "B": "8", "8": "B", "S": "5", "5": "S", "Z": "2", "2": "Z",
    "G": "6", "6": "G", "Q": "0O", "D": "0", "K": "<", "<": "K",
}  # fmt: skip
_CENTURY_OF_EXPIRY = 70


@dataclass(frozen=True, slots=True)
class Check:
    """One check digit: what it is for, what stands there, what the characters give, whether it holds."""

    name: str
    given: str
    counted: int
    holds: bool


@dataclass(frozen=True, slots=True)
class Mrz:
    """A zone as read. Days are as written (YYMMDD) and as they may be meant; countries as written and as ISO codes."""

    form: str
    lines: tuple[str, ...]
    code: str
    issuer: str
    surname: str
    given_names: str
    number: str
    nationality: str
    birth: Birth
    sex: str
    expires: Birth
    optional: str
    checks: tuple[Check, ...]
    flags: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether every check digit holds."""
        return all(check.holds for check in self.checks)


def read(text: str, *, on: date | None = None) -> Mrz:
    """The zone in `text`; `repairs` tells whatever was changed, `suggestions` what may be wrong where a check digit fails.

    Refuses what is no zone, or could be put right in more ways than one. No character is changed to make a digit hold.
    """
    if not isinstance(text, str):
        raise TypeError(f"a zone is text, not {type(text).__name__}")
    zone = copied(text)
    fields = {field.name: zone.lines[field.line][field.start : field.until] for field in zone.form.fields}
    form, lines, number, optional = _long_number(zone, fields)
    checks = tuple(_check(form, lines, at, digit) for at, digit in enumerate(form.digits))
    surname, given, name_flags = _names(fields["names"])
    birth, expires = _birth(fields["birth"], on), _expiry(fields["expires"])
    issuer, nationality = _country(fields["issuer"]), _country(fields["nationality"])
    flags = [
        *name_flags,
        *(["stateless"] if nationality in STATELESS else []),
        *([] if known(issuer) and known(nationality) else ["unknown-country"]),
        *birth.flags,
        *(["unread-expiry"] if not expires.candidates and expires.words.strip(FILLER) else []),
        *([] if all(check.holds for check in checks) else ["check-digit"]),
    ]
    return Mrz(
        form=form.name,
        lines=zone.lines,
        code=fields["code"].rstrip(FILLER),
        issuer=issuer,
        surname=surname,
        given_names=given,
        number=number,
        nationality=nationality,
        birth=birth,
        sex={"M": "M", "F": "F", "X": "X"}.get(fields["sex"], ""),
        expires=expires,
        optional=optional,
        checks=checks,
        flags=tuple(dict.fromkeys(flags)),
        repairs=zone.repairs,
        suggestions=_suggestions(form, lines),
    )


def _long_number(zone: Copied, fields: dict[str, str]) -> tuple[Form, tuple[str, ...], str, str]:
    """On cards a number of more than nine characters goes on in the optional field, with its check digit behind it."""
    form, lines, optional = zone.form, zone.lines, fields["optional"]
    number = fields["number"].rstrip(FILLER)
    rest = optional.partition(FILLER)[0]
    further = fields.get("more", "").strip(FILLER)
    if form is not TD1 or lines[0][14] != FILLER or len(rest) < 2:
        return form, lines, number, " ".join(filter(None, (optional.strip(FILLER), further)))
    end = 15 + len(rest) - 1
    long = Digit("number", 0, end, ((0, 5, 14), (0, 15, end)))
    longer = Form(form.name, form.lines, form.width, form.fields, (long, *form.digits[1:]))
    left = optional[len(rest) :].strip(FILLER)
    return longer, lines, number + rest[:-1], " ".join(filter(None, (left, further)))


def _check(form: Form, lines: tuple[str, ...], at: int, digit: Digit) -> Check:
    over = "".join(lines[line][start:until] for line, start, until in digit.over)
    return Check(digit.name, lines[digit.line][digit.at], check_digit(over), holds(form, lines, at))


def _names(written: str) -> tuple[str, str, list[str]]:
    """Surname and given names with spaces for fillers; a name that reaches the last place may have been cut."""
    surname, _, given = written.partition(FILLER * 2)
    flags = ["names-truncated"] if not written.endswith(FILLER) else []
    if not given.strip(FILLER):
        flags.append("no-given-name")
        flags += ["filler-or-k"] if "KK" in surname else []
    if any(map(str.isdecimal, written)):
        flags.append("digit-in-name")
    return _spaced(surname), _spaced(given), flags


def _spaced(written: str) -> str:
    return " ".join(part for part in written.split(FILLER) if part)


def _country(written: str) -> str:
    code = written.rstrip(FILLER)
    return _GERMANY.get(code, code)


def _birth(written: str, on: date | None) -> Birth:
    """The days that six digits may mean; fillers stand for a day or a month that is not known."""
    if not written.strip(FILLER):
        return Birth(written, (), ("no-birth",))
    pieces = written[:2], written[2:4], written[4:]
    if not all(piece.isdecimal() or piece == FILLER * 2 for piece in pieces) or pieces[0] == FILLER * 2:
        return Birth(written, (), ("unread-birth",))
    numbers = [int(piece) if piece.isdecimal() else 0 for piece in pieces]
    made = tuple(
        candidate
        for century in (1900, 2000)
        if (candidate := _days(century + numbers[0], numbers[1], numbers[2])) and not (on and candidate.start > on)
    )
    if on is None and len(made) == 2 and numbers[0] >= _CENTURY_OF_EXPIRY:
        made = made[:1]
    flags = {"no-birth": 0 in numbers[1:], "two-digit-year": len(made) > 1}
    return Birth(written, made, tuple(flag for flag, so in flags.items() if so) if made else ("unread-birth",))


def _expiry(written: str) -> Birth:
    if not written.isdecimal():
        return Birth(written)
    year = int(written[:2])
    found = _days(year + (1900 if year >= _CENTURY_OF_EXPIRY else 2000), int(written[2:4]), int(written[4:]))
    return Birth(written, (found,) if found else ())


def _days(year: int, month: int, day: int) -> Candidate | None:
    try:
        if not month:
            return None if day else Candidate(date(year, 1, 1), date(year + 1, 1, 1), Precision.YEAR)
        start = date(year, month, day or 1)
    except ValueError:
        return None
    if day:
        return Candidate(start, start + timedelta(days=1), Precision.DAY)
    return Candidate(start, date(year + month // 12, month % 12 + 1, 1), Precision.MONTH)


def _suggestions(form: Form, lines: tuple[str, ...]) -> tuple[str, ...]:
    """One likely confusion that lets every check digit hold; nothing is changed, a person looks at the paper."""
    if all(holds(form, lines, at) for at in range(len(form.digits))):
        return ()
    covered = sorted({(line, at) for digit in form.digits for line, start, until in digit.over for at in range(start, until)}
                     | {(digit.line, digit.at) for digit in form.digits})  # fmt: skip
    found = []
    for line, at in covered:
        for other in _CONFUSED.get(lines[line][at], ""):
            tried = [*lines[:line], lines[line][:at] + other + lines[line][at + 1 :], *lines[line + 1 :]]
            if all(holds(form, tried, number) for number in range(len(form.digits))):
                found.append(
                    f"Line {line + 1}, place {at + 1}: with {other} in place of {lines[line][at]} all check digits hold."
                )
    return tuple(found)
