"""Machine-readable zones as they are copied by hand and by programs: put right where only one way is possible, all told."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import product

from homeward.identity.zones import FILLER, MRV_A, MRV_B, TD1, TD2, TD3, Form, check_digit
from homeward.refusals import Refused

LONGEST = 400
_ALLOWED = re.compile(r"[A-Z0-9<]*")
# Three or more, or any between fillers, or from a filler to the digits that end the line.
_BETWEEN_FILLERS = re.compile(r"K{3,}|(?<=<)K+(?=<|\d{1,2}$)")
_LIKE_FILLER = str.maketrans({"«": "<<", "‹": "<", "〈": "<", "＜": "<", "≤": "<"})


class UnreadableZone(Refused):
    """This is not a machine-readable zone that can be read."""


@dataclass(frozen=True, slots=True)
class Copied:
    """The lines of a zone, its form, and everything that was changed to come to them."""

    form: Form
    lines: tuple[str, ...]
    repairs: tuple[str, ...]


def copied(text: str) -> Copied:
    """The zone in a text; refuses what holds another sign, or has a length that can be put right in no way or several."""
    if len(text) > LONGEST:
        raise UnreadableZone(
            "This is longer than a machine-readable zone.", instead="Give its two or three lines only."
        )
    repairs: list[str] = []
    lines = _cut(_lines(text, repairs), repairs)
    form = _form(lines)
    lines = _in_order(form, lines, repairs)
    form = _visa(form, lines)
    lines = [_without_k(form, number, line, repairs) for number, line in enumerate(lines)]
    lines = _sized(form, lines, repairs)
    return Copied(form, tuple(lines), tuple(repairs))


def holding(form: Form, lines: list[str] | tuple[str, ...]) -> int:
    """How many check digits hold."""
    return sum(holds(form, lines, number) for number in range(len(form.digits)))


def holds(form: Form, lines: list[str] | tuple[str, ...], number: int) -> bool:
    """Whether one check digit of a form is what its characters give; an empty optional field may have a filler for 0."""
    digit = form.digits[number]
    given = lines[digit.line][digit.at]
    over = "".join(lines[line][start:until] for line, start, until in digit.over)
    if given == FILLER:
        return digit.name == "optional" and set(over) == {FILLER}
    return given == str(check_digit(over))


def _lines(text: str, repairs: list[str]) -> list[str]:
    """Large letters, ASCII digits, no spaces; every such change is told."""
    plain = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    folded = unicodedata.normalize("NFKC", plain.translate(_LIKE_FILLER)).translate(_LIKE_FILLER)
    folded = "".join(str(unicodedata.decimal(letter, letter)) for letter in folded)
    if plain != folded or plain != text:
        repairs.append("Signs and digits of another kind were written as those of a zone.")
    lines = [line for line in folded.splitlines() if line.strip()]
    closed = [re.sub(r"\s", "", line) for line in lines]
    if closed != [line.strip() for line in lines]:
        repairs.append("Spaces inside of the lines were left out.")
    large = [line.upper() for line in closed]
    if large != closed:
        repairs.append("Small letters were made large.")
    for number, line in enumerate(large):
        if not _ALLOWED.fullmatch(line):
            sign = next(each for each in line if not _ALLOWED.fullmatch(each))
            raise UnreadableZone(
                f"A zone holds letters A to Z, digits and <, and no {_named(sign)}.",
                where=f"line {number + 1}",
                instead="Copy the line again.",
            )
    return large


def _cut(lines: list[str], repairs: list[str]) -> list[str]:
    """A zone on one line is cut into its lines, when its length says how."""
    if len(lines) != 1:
        return lines
    whole = lines[0]
    for count, width in ((2, 44), (2, 36), (3, 30)):
        if len(whole) == count * width:
            repairs.append(f"The zone stood on one line and was cut into {count} lines of {width}.")
            return [whole[at : at + width] for at in range(0, len(whole), width)]
    raise UnreadableZone(
        f"This is one line of {len(whole)} characters, and a zone has two lines of 44 or 36, or three of 30.",
        instead="Give each line of the zone on its own line.",
    )


def _form(lines: list[str]) -> Form:
    widths = [len(line) for line in lines]
    for form in (TD3, TD2, TD1):
        if len(lines) == form.lines and all(abs(width - form.width) <= 1 for width in widths):
            return form
    told = " and ".join(str(width) for width in widths) or "no"
    raise UnreadableZone(
        f"This has lines of {told} characters, and a zone has two lines of 44 or 36, or three of 30.",
        instead="Copy all lines of the zone, with every <.",
    )


def _visa(form: Form, lines: list[str]) -> Form:
    if not lines[0].startswith("V"):
        return form
    return {TD3.name: MRV_A, TD2.name: MRV_B}.get(form.name, form)


def _in_order(form: Form, lines: list[str], repairs: list[str]) -> list[str]:
    """Lines that were swapped, put in their order by what they hold: digits, a code, names."""
    if form is TD1:
        ordered = sorted(lines, key=_rank_of_three)
    else:
        # The line of names has no digit; that of the number has at least the two days.
        ordered = sorted(lines, key=lambda line: sum(map(str.isdecimal, line)) > 6)
    if ordered != lines:
        repairs.append("The lines stood in another order.")
    return ordered


def _rank_of_three(line: str) -> int:
    if not any(map(str.isdecimal, line)):
        return 2
    return 1 if sum(map(str.isdecimal, line[:7])) >= 5 else 0


def _without_k(form: Form, number: int, line: str, repairs: list[str]) -> str:
    """K in a run of fillers, as programs that read pictures write it; a check digit cannot tell, K and < weigh the same."""
    if number == form.field("names").line:
        if FILLER * 2 not in line and line.endswith("KKK"):
            raise UnreadableZone(
                "The fillers < of this line were written as K, and a name may hold a K.",
                where=f"line {number + 1}",
                instead="Copy the line again, with < for each filler.",
            )
        end = line.rstrip("K<")
        tail = line[len(end) :]
        # One K right behind the names and before a filler may be their last letter, and stays.
        kept = "K" if re.match("K(?!K)", tail) else ""
        clean = end + kept + FILLER * (len(tail) - len(kept)) if tail.count(FILLER) >= 3 else line
    else:
        clean = _BETWEEN_FILLERS.sub(lambda found: FILLER * len(found[0]), line)
    if clean != line:
        places = [at + 1 for at in range(len(line)) if clean[at] != line[at]]
        repairs.append(f"Line {number + 1}: K was read as < at {_places(places)}.")
    return clean


def _sized(form: Form, lines: list[str], repairs: list[str]) -> list[str]:
    """Every line in its width: one < more or less in a run of them, where only one way lets all check digits hold."""
    if all(len(line) == form.width for line in lines):
        return lines
    ways = [_ways(form, number, line) for number, line in enumerate(lines)]
    fitting = {way for way in product(*ways) if holding(form, list(way)) == len(form.digits)}
    if len(fitting) != 1:
        number = next(at for at, line in enumerate(lines) if len(line) != form.width)
        raise UnreadableZone(
            f"This line has {len(lines[number])} characters and should have {form.width}, "
            f"and {'several ways' if fitting else 'no way'} to put it right would do.",
            where=f"line {number + 1}",
            instead="Copy the line again.",
        )
    right = list(fitting.pop())
    for number, (line, made) in enumerate(zip(lines, right, strict=True)):
        if len(line) != len(made):
            repairs.append(
                f"Line {number + 1}: {len(line)} characters, and one < was {'added' if len(made) > len(line) else 'left out'}."
            )
    return right


def _ways(form: Form, number: int, line: str) -> set[str]:
    if len(line) == form.width:
        return {line}
    if form.field("names").line == number:
        # Names end in fillers: their number says nothing.
        short = len(line) < form.width
        return (
            {line + FILLER}
            if short and line.endswith(FILLER)
            else {line[:-1]}
            if line.endswith("<<") and not short
            else set()
        )
    if len(line) < form.width:
        # Programs lose one of several alike; a filler where none stands is not made up.
        return {line[:at] + FILLER + line[at:] for at in range(len(line)) if line[at] == FILLER}
    return {line[:at] + line[at + 1 :] for at in range(len(line)) if line[at] == FILLER}


def _places(places: list[int]) -> str:
    return ("place " if len(places) == 1 else "places ") + ", ".join(map(str, places))


def _named(sign: str) -> str:
    return f"{sign!r}" if sign.isprintable() else f"sign U+{ord(sign):04X}"
