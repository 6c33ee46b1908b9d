"""Numbers of papers as people write them: a key by which they are compared, doubts told, the words always kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from homeward.identity.candidates import Birth
from homeward.identity.national import day_within, fault_of
from homeward.identity.papers import Kind, kind_of
from homeward.identity.spelling import fold
from homeward.identity.tables import any_of
from homeward.identity.tables import words as table_words

__all__ = ["FLAGS", "Document", "Kind", "day_within", "doubts", "kind_of", "near", "read", "split"]

LONGEST = 120
FLAGS = {
    "missing": "No number is given.",
    "on-another": "This person travels on the paper of somebody else.",
    "no-digits": "These words hold no number.",
    "label": "Words before the number were set aside for comparing.",
    "several": "More than one number stands here.",
    "damaged": "A spreadsheet shortened this number; its last digits are lost.",
    "decimal": "A spreadsheet put a decimal point after this number.",
    "mixed-script": "Latin letters stand beside letters of another script that look like them.",
    "implausible": "This looks like a number made up to fill the cell.",
    "short": "This is short for the number of a paper.",
    "long": "This is long for the number of a paper.",
    "check-digit": "The check digit of this national number does not hold.",
    "born-after-issue": "The paper was issued before this person was born.",
    "expired": "The paper has expired.",
    "expires-before-issue": "The paper expires before it was issued.",
    "issued-in-future": "The paper is issued on a day that has not come yet.",
    "other-birth": "The day of birth inside of the number is another one.",
}
"""Each flag, and the sentence that a person is shown."""

_WORDS = table_words("numbers.txt")
_MISSING = re.compile(rf"[-./*?_ x]*|0{{1,3}}|{any_of(_WORDS['missing'])}")
_ON_ANOTHER = re.compile(
    fold(
        "(?:listed |registered |included |travels? |travelling |entered |same )?(?:on|in|with|under|as) (?:the |her |his |their )?"
        "(?:mother|father|parent|mom|mum|dad|husband|wife|spouse|guardian|sister|brother)s?(?: .*)?|"
        "(?:mother|father|parent)s? (?:passport|id|document)|"
        "(?:مضاف[هة]? |مسجل[هة]? |مرافق[هة]? )?(?:على|في|مع|ضمن|بجواز|نفس) ?(?:جواز(?: سفر)? )?(?:ال)?"
        "(?:والدت?ه?ا?|ام|امه|امها|ابيه|ابيها|اب|والده|والدها|والدته|والدتها|الام|الاب)(?: .*)?|"
        "(?:вписана? )?(?:в )?паспорт[еу]?(?: у)? ?(?:матери|отца|мамы|папы|родителей)(?: .*)?|"
        "(?:вписана? )?[ус] (?:матери|отца|мамы|папы|матерью|отцом)(?: .*)?|"
        "(?:רשומ?ה? )?(?:בדרכון|על דרכון|בתעודת|אצל|עם) ?(?:של )?(?:ה?אם|ה?אב|אמא|אבא|אמו|אמה|אביו|אביה|האמא|האבא|ההורים)(?: .*)?|"
        "(?:inscrite? )?(?:sur|avec) (?:le |celui )?(?:passeport )?(?:de )?(?:la |sa |le |son )?(?:mere|pere)(?: .*)?|"
        "(?:annesinin|babasinin|annesi|babasi)(?: .*)?"
    )
)
_LABEL = re.compile(rf"^(?:(?:{any_of(_WORDS['label'])})(?:[ .:#°º]+|(?=\d)))+(?=[a-z]{{0,3}}[ -]?\d)")
_SHORTENED = re.compile(r"\d[.,]?\d*e\+?\d{1,2}")
_PARTS = re.compile(r"\s*[/;,\n|]\s*|\s+(?:and|и|و|et|ve|או|or)\s+")
_EXCHANGED_FOR = {frozenset("O0"), frozenset("I1"), frozenset("B8"), frozenset("S5"), frozenset("Z2"), frozenset("G6")}


@dataclass(frozen=True, slots=True)
class Document:
    """The number of a paper: the words, the key by which it is compared ("" when there is none), flags (keys of FLAGS)."""

    words: str
    key: str
    flags: tuple[str, ...] = ()
    kind: Kind | None = None
    country: str = ""

    @property
    def tells_apart(self) -> bool:
        """Whether an equal key speaks for one paper: not when it is none, made up, shortened or too short."""
        return self.key != "" and not {"implausible", "short", "damaged"} & {*self.flags}


def read(words: str, *, kind: str = "", country: str = "") -> Document:
    """The number in `words`; `kind` are words for the paper, `country` is the ISO code of who issued it.

    The key has digits of any script as ASCII, large letters, no spaces and no signs; no letter is taken for a digit.
    """
    if not isinstance(words, str):
        raise TypeError(f"words are text, not {type(words).__name__}")
    paper = kind_of(kind) or kind_of(words)
    if len(words) > LONGEST:
        return Document(words, "", ("long",), paper, country)
    text = fold(words.replace("№", " no "))
    if nothing := _nothing(text):
        return Document(words, "", (nothing,), paper, country)
    if len(split(words)) > 1:
        return Document(words, "", ("several",), paper, country)
    flags: list[str] = []
    unlabelled = _LABEL.sub("", text).replace(" no ", " ")
    if unlabelled != text:
        text = unlabelled
        flags.append("label")
    if re.fullmatch(r"\d{4,}\.0+", text):
        text = text.partition(".")[0]
        flags.append("decimal")
    key = "".join(letter for letter in text.upper() if letter.isalnum())
    return Document(words, key, (*flags, *_doubted(key, paper, country)), paper, country)


def split(words: str) -> tuple[str, ...]:
    """The numbers of one cell, each as written: parts that hold at least five digits and are parted by a sign or "and"."""
    parts = tuple(part for part in _PARTS.split(words) if part) if len(words) <= 4 * LONGEST else ()
    return parts if len(parts) > 1 and all(sum(map(str.isdecimal, part)) >= 5 for part in parts) else (words,)


def near(a: Document, b: Document) -> str:
    """A sentence when two different keys may be one number misread or mistyped; "" when they are equal or far apart."""
    one, other = a.key, b.key
    if not one or not other or one == other:
        return ""
    if len(one) == len(other):
        return _replaced(one, other)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 6 and longer.endswith(shorter) and set(longer[: -len(shorter)]) == {"0"}:
        return "The same number with zeros before it."
    if len(shorter) >= 5 and len(longer) == len(shorter) + 1:
        left_out = [at for at in range(len(longer)) if longer[:at] + longer[at + 1 :] == shorter]
        return f"One more character: {longer[left_out[0]]} at place {left_out[0] + 1}." if left_out else ""
    if len(shorter) >= 6 and longer.endswith(shorter) and longer[: -len(shorter)].isalpha():
        return f"The same number with {longer[: -len(shorter)]} before it."
    return ""


def doubts(
    *, birth: Birth | None = None, issued: Birth | None = None, expires: Birth | None = None, on: date | None = None
) -> tuple[str, ...]:
    """What the days on a paper say against each other (keys of FLAGS); days with more than one reading only when all agree."""
    first = {name: min(each.start for each in given.candidates) for name, given in
             (("birth", birth), ("issued", issued), ("expires", expires)) if given and given.candidates}  # fmt: skip
    last = {name: max(each.until for each in given.candidates) for name, given in
            (("birth", birth), ("issued", issued), ("expires", expires)) if given and given.candidates}  # fmt: skip
    found = {
        "born-after-issue": "birth" in first and "issued" in last and first["birth"] >= last["issued"],
        "expires-before-issue": "expires" in last and "issued" in first and last["expires"] <= first["issued"],
        # A paper is good until the end of the day on which it expires.
        "expired": on is not None and "expires" in last and last["expires"] <= on,
        "issued-in-future": on is not None and "issued" in first and first["issued"] > on,
    }
    return tuple(flag for flag, holds in found.items() if holds)


def _nothing(text: str) -> str:
    if _MISSING.fullmatch(text.strip("()[]. ")):
        return "missing"
    if _ON_ANOTHER.fullmatch(text):
        return "on-another"
    if _SHORTENED.fullmatch(text):
        return "damaged"
    return "" if any(letter.isdecimal() for letter in text) else "no-digits"


def _doubted(key: str, kind: Kind | None, country: str) -> list[str]:
    digits = "".join(letter for letter in key if letter.isdecimal())
    found = []
    in_a_row = digits in "01234567890" or digits in "09876543210"
    if (len(set(digits)) == 1 and len(digits) > 3) or (in_a_row and len(digits) > (4 if digits == key else 6)):
        found.append("implausible")
    if len(key) < 5:
        found.append("short")
    if len(key) > 20:
        found.append("long")
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in key if letter.isalpha()}
    if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK"}:
        found.append("mixed-script")
    if fault_of(key, kind, country):
        found.append("check-digit")
    return found


def _replaced(one: str, other: str) -> str:
    places = [at for at in range(len(one)) if one[at] != other[at]]
    pairs = [frozenset((one[at], other[at])) for at in places]
    if all(pair in _EXCHANGED_FOR for pair in pairs):
        told = sorted({f"{min(pair, key=str.isdigit)} for {max(pair, key=str.isdigit)}" for pair in pairs})
        return f"The same but for {' and '.join(told)}."
    if len(places) == 1 and len(one) >= 5:
        what = "digit" if one[places[0]].isdigit() and other[places[0]].isdigit() else "character"
        return f"One {what} different, at place {places[0] + 1}."
    if len(places) == 2 and places[1] == places[0] + 1 and pairs[0] == pairs[1] and len(one) >= 5:
        return f"Two neighbours exchanged, at places {places[0] + 1} and {places[1] + 1}."
    if one == other[::-1] and len(one) >= 5:
        return "The same characters in reverse order, as some programs read Eastern Arabic digits."
    return ""
