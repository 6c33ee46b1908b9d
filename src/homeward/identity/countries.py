"""Words for a nationality or a country, in many languages, as ISO 3166 codes of three letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from homeward.identity.marks import missing
from homeward.identity.spelling import fold, key

LONGEST = 160
FLAGS = {
    "missing": "No nationality is given.",
    "unknown": "At least one word for a nationality is not known.",
    "former-country": "This country is no more; which one came after is for a person to say.",
    "several-meanings": "These words stand for more than one country.",
    "several": "More than one nationality is given.",
    "stateless": "Stateless, a refugee, or of a nationality that is not stated.",
}
"""Each flag, and the sentence that a person is shown."""

STATELESS = frozenset({"XXA", "XXB", "XXC", "XXX"})
_LANGUAGES = ("en", "ar", "he", "ru", "uk", "fr", "tr", "fa", "de", "es", "th")
_CELLS = ("en", "ar", "he", "ru", "fr")
_PARTS = re.compile(r"\s*[/;,+&|]\s*|\s+-\s+|\s+(?:and|и|та|і|و|et|ve|und|y|ו)\s+|\s+(?=و[^\s])|(?<=\w)-(?=\w)|\n")
_AROUND = re.compile(
    r"(?<!\w)(?:citizens?|nationals?|nationality|citizenship|passport|holder|of|the|republic of|dual|double|"
    + "|".join(
        key(each)
        for each in "гражданин|гражданка|граждане|гражданство|гр|громадянин|громадянка|громадянство|подданный|республика|"
        "الجنسية|جنسية|جنسيته|جنسيتها|يحمل|تحمل|مواطن|مواطنة|جمهورية|دولة|مملكة|"
        "אזרח|אזרחית|אזרחות|נתין|נתינה|citoyen|citoyenne|nationalité|république|vatandaşı|uyruklu|vatandaş|cumhuriyeti|uyruğu".split(
            "|"
        )
    )
    + r")(?!\w)"
)
_VOWELS = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}


@dataclass(frozen=True, slots=True)
class Nationality:
    """Words for nationalities: the codes that they surely stand for, those they may stand for, flags (keys of FLAGS)."""

    words: str
    codes: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The one code; "" when there is none, or more than one."""
        return self.codes[0] if len(self.codes) == 1 and not self.candidates else ""


def read(words: str) -> Nationality:
    """The nationalities in `words`: adjectives, names or codes, one or several; never a code for words not known."""
    if not isinstance(words, str):
        raise TypeError(f"words are text, not {type(words).__name__}")
    if missing(fold(words[:LONGEST])):
        return Nationality(words, (), (), ("missing",))
    if len(words) > LONGEST:
        return Nationality(words, (), (), ("unknown",))
    whole = _meanings(words)
    return _told(words, [whole] if whole else [_meanings(part) for part in _PARTS.split(words) if part.strip()])


def name(code: str) -> str:
    """The English name of a code; the code itself when it is not known."""
    return _names().get(code, code)


def known(code: str) -> bool:
    """Whether this is a code of three letters of a country, or one that ICAO 9303 gives to those without."""
    return code in _names() or code in STATELESS or code in {"UNO", "UNA", "EUE", "UTO", "XPO", "XOM", "XBA"}


def _told(words: str, meanings: list[tuple[str, ...]]) -> Nationality:
    codes = tuple(dict.fromkeys(each[0] for each in meanings if len(each) == 1))
    candidates = tuple(dict.fromkeys(code for each in meanings if len(each) > 1 for code in each if code != _FORMER))
    flags = {
        "unknown": not meanings or () in meanings,
        "former-country": any(_FORMER in each for each in meanings),
        "several-meanings": any(len(each) > 1 and _FORMER not in each for each in meanings),
        "several": len([each for each in meanings if each]) > 1 and len(codes) + bool(candidates) > 1,
        "stateless": bool(STATELESS & {*codes}),
    }
    return Nationality(words, codes, candidates, tuple(flag for flag, holds in flags.items() if holds))


_FORMER = "former"


def _meanings(part: str) -> tuple[str, ...]:
    """The codes that one piece of words may stand for; those of a former country with "former" before them."""
    table = _table()
    plain = key(part)
    for tried in _tries(plain):
        if tried in table:
            return table[tried]
    bare = " ".join(_AROUND.sub(" ", plain).split())
    return next((table[tried] for tried in _tries(bare) if tried in table), ()) if bare != plain else ()


def _tries(plain: str) -> Iterator[str]:
    """The words, and with what does not change them left out: points between letters, articles, an Arabic "and"."""
    yield plain
    if plain.replace(" ", "").isascii() and all(len(each) == 1 for each in plain.split()):
        yield plain.replace(" ", "")
    for lead in ("ال", "و", "وال", "ה"):
        if plain.startswith(lead) and len(plain) > len(lead) + 2:
            yield plain.removeprefix(lead)
    if plain.startswith("the "):
        yield plain.removeprefix("the ")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Folded words and codes with what they stand for; codes of ISO come first, then names, then adjectives."""
    made: dict[str, dict[str, None]] = {}
    codes: dict[str, tuple[str, ...]] = {}
    for three, two, *names in _rows("territories.txt", "\t"):
        codes[key(three)] = codes[key(two)] = (three,)
        for language, given in zip(_LANGUAGES, names, strict=True):
            for word in _with_parts(given):
                made.setdefault(key(word), {})[three] = None
            if language == "tr":
                made.setdefault(key(_turkish(given)), {})[three] = None
    for code, *cells in _rows("nationalities.txt", "|"):
        codes.setdefault(key(code), (code,))
        for language, cell in zip(_CELLS, cells, strict=True):
            for word in _words(cell):
                if key(word) in codes and code not in codes[key(word)]:  # PA is Panama, and the Palestinian Authority
                    codes[key(word)] += (code,)
                for form in (word, *_forms(word, language)):
                    made.setdefault(key(form), {})[code] = None
    former: dict[str, tuple[str, ...]] = {}
    for after, old, *cells in _rows("former.txt", "|"):
        for word in (*_words(old), *_words(cells[0] if cells else "")):
            for form in (word, *_forms(word, "ru"), *_forms(word, "en")):
                former.setdefault(key(form), (_FORMER, *after.split()))
    return {**former, **{word: tuple(found) for word, found in made.items() if word}, **codes}


@cache
def _names() -> dict[str, str]:
    return {three: names[0] for three, _, *names in _rows("territories.txt", "\t")}


def _rows(table: str, sign: str) -> Iterator[list[str]]:
    text = files("homeward.identity").joinpath(table).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split(sign)]


def _words(cell: str) -> list[str]:
    return [word for word in (each.strip() for each in cell.split(",")) if word]


def _with_parts(given: str) -> Iterator[str]:
    """A name, without what stands in brackets, and with "and" for &."""
    yield given
    if "(" in given:
        yield given.partition("(")[0]
    if "&" in given:
        yield from (given.replace("&", sign) for sign in ("and", "und", "et", "y", "и", "і"))


def _forms(word: str, language: str) -> Iterator[str]:
    """Feminine and other forms of an adjective, made by rule; a form that no language has does no harm."""
    if language == "en" and word[-1:].islower():
        yield word + "s"
    elif language == "ar":
        yield from (word + "ة", word + "ين", word + "ون", word + "ات")
    elif language == "he" and word.endswith("י"):
        yield from (word + "ת", word + "ם", word + "ות")
    elif language == "ru" and word.endswith(("ий", "ый")):
        yield from (word[:-2] + ending for ending in ("ая", "ое", "ие", "ого", "ой", "ые"))
    elif language == "fr":
        yield from (word + "ne", word + "e", word + "s")


def _turkish(country: str) -> str:
    """The adjective that most Turkish names of countries make: Mısırlı, Ürdünlü."""
    vowels = [letter for letter in country.lower().replace("i̇", "i") if letter in _VOWELS]
    return f"{country}l{_VOWELS[vowels[-1]]}" if vowels else country
