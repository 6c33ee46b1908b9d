"""Parts of names with what offices make of them in four scripts: taken from the spellings that `homeward.names` knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from homeward.invented.cyrillic import arabic as heard_in_arabic
from homeward.invented.cyrillic import english as in_english
from homeward.invented.cyrillic import feminine, ukrainian_latin
from homeward.invented.cyrillic import hebrew as heard_in_hebrew
from homeward.names import Script, key, script
from homeward.names.letters import unaccented
from homeward.refusals import Refused

MOST = 3
"""Spellings of one part by one office; what comes later in the table is rare."""
_KNOWN_BY = {"hebrew": " he", "turkish": " tr", "thai": " th", "filipino": " tl"}
_FINAL = dict(zip("כמנפצ", "ךםןףץ", strict=True))
_FEMININE = {Script.LATIN: ("a",)}
# What an office does not drop of an Arabic name: a letter, and those that may stand for it.
_IN_ENGLISH = {"ش": "sh", "خ": "kh", "غ": "gh", "ج": "j", "ح": "h", "ه": "h", "ز": "z"}
_IN_FRENCH = {"ش": "ch", "خ": "kh", "غ": "gh", "ج": "j", "ح": "h", "ه": "h", "ز": "z"}
_IN_RUSSIAN = {"ش": "ш", "خ": "х", "غ": "г", "ح": "х", "ه": "х"}
_IN_HEBREW = {"ش": "ש", "خ": "ח", "غ": "ג ע", "ع": "ע", "ح": "ח", "ه": "ה", "ج": "ג", "ي": "י"}
_GERMAN = ("sch", "dj", "tch", "ow", "ew", "owa", "ewa")
_YOD_BY_J = ("aj", "ij", "oj", "uj")


class UnknownPart(Refused):
    """No spellings of this part are known."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of a name as offices spell it, the likeliest first; `article` and `abu` stand before it, in each script."""

    own: str
    arabic: tuple[str, ...]
    hebrew: tuple[str, ...]
    cyrillic: tuple[str, ...]
    ukrainian: str
    english: tuple[str, ...]
    french: tuple[str, ...]
    article: bool = False
    abu: bool = False


@lru_cache(maxsize=1)
def parts() -> dict[str, tuple[Part, ...]]:
    """All parts by people and kind: "arab given m", "slavic family f". Refuses a part that has no known spellings."""
    text = (files("homeward.invented") / "usual.txt").read_text(encoding="utf-8")
    known = _known()
    made: dict[str, tuple[Part, ...]] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        kind, _, words = line.partition(": ")
        people, _, what = kind.partition(" ")
        group = tuple(_part(word.replace("_", " "), what, people, known) for word in words.split())
        if what != "family":
            made[kind] = group
            continue
        made[f"{kind} m"] = group
        made[f"{kind} f"] = tuple(
            _part(word.replace("_", " "), what, people, known, female=True) for word in words.split()
        )
    return made


def _known() -> dict[tuple[str, str], dict[Script, list[str]]]:
    """The table of known spellings by kind and spelling; the first row that leads with a spelling owns it."""
    text = (files("homeward.names.weights") / "known.txt").read_text(encoding="utf-8")
    rows = [
        (kind, _by_script(spellings))
        for kind, _, spellings in (line.partition("\t") for line in text.splitlines())
        if not kind.startswith(("short", "patronymic"))
    ]
    found: dict[tuple[str, str], dict[Script, list[str]]] = {}
    for leading in (True, False):
        for kind, by_script in rows:
            for spellings in by_script.values():
                for spelling in spellings[:1] if leading else spellings:
                    found.setdefault((kind, unaccented(spelling)), by_script)
    return found


def _by_script(spellings: str) -> dict[Script, list[str]]:
    found: dict[Script, list[str]] = {}
    for spelling in spellings.split():
        found.setdefault(script(spelling), []).append(spelling)
    return found


def _part(
    word: str, what: str, people: str, known: dict[tuple[str, str], dict[Script, list[str]]], *, female: bool = False
) -> Part:
    abu = word.startswith("أبو ")
    article = not abu and what == "family" and word.startswith("ال")
    kind = f"{what} abu" if abu else what + _KNOWN_BY.get(people, "")
    asked = unaccented(key(word).replace(" ", ""))
    row = next((known[kind, each] for each in _forms(asked, article) if (kind, each) in known), None)
    if row is None:
        raise UnknownPart(where=f"{people} {what}: {word}")
    own = feminine(word) if female else word
    bent = "" if what != "family" or feminine(word) == word else "f" if female else "m"
    latin = [word.lower()] if script(word) is Script.LATIN else _bent(row[Script.LATIN], Script.LATIN, bent)
    cyrillic = row[Script.CYRILLIC]
    mine = script(word)
    bare = own[2:] if article else own[4:] if abu else own
    foreign = mine is Script.CYRILLIC
    return Part(
        own=own,
        arabic=(bare,)
        if mine is Script.ARABIC
        else (heard_in_arabic(own),)
        if foreign
        else _arabic(row[Script.ARABIC], what),
        hebrew=_own_hebrew(bare, mine) or _hebrew(_fitting(row[Script.HEBREW], bare, _IN_HEBREW), abu),
        cyrillic=(bare,) if foreign else _named(_russian(_fitting(cyrillic, bare, _IN_RUSSIAN)), "абу" if abu else ""),
        ukrainian=_ukrainian(cyrillic, own) if foreign else "",
        english=(in_english(own),) if foreign else _named(_english(latin, bare), "abu" if abu else ""),
        french=_named(_french(latin, bare), "abou" if abu else ""),
        article=article,
        abu=abu,
    )


def _own_hebrew(bare: str, mine: Script) -> tuple[str, ...]:
    return (bare,) if mine is Script.HEBREW else (heard_in_hebrew(bare),) if mine is Script.CYRILLIC else ()


def _ukrainian(spellings: list[str], own: str) -> str:
    """The Ukrainian form of a name that has one of its own, in the Latin letters of its passports."""
    form = next((each for each in spellings if set(each) & set("іїє")), own if own.endswith("а") else spellings[-1])
    return ukrainian_latin(form[:1].upper() + form[1:])


def _forms(asked: str, article: bool) -> Iterator[str]:
    yield asked.removeprefix("ال") if article else asked
    yield asked
    if article:
        yield f"{asked.removeprefix('ال')}ي"
    for one, other in (("ii", "i"), ("ı", "i")):
        yield asked.replace(one, other)
    yield asked.removesuffix("ь")


def _bent(spellings: list[str], of: Script, bent: str) -> list[str]:
    """Only the spellings of a man's or a woman's form, where the two differ."""
    if not bent:
        return spellings
    kept = [each for each in spellings if each.endswith(_FEMININE[of]) == (bent == "f")]
    return kept or spellings


def _arabic(spellings: list[str], what: str) -> tuple[str, ...]:
    """A foreign name as Arabic clerks write it: the first vowel on a seat, a woman's ending with its two dots."""
    word = _seated(spellings[0])
    return (f"{word[:-1]}ة" if what == "given f" and word.endswith("ه") else word,)


def _seated(word: str) -> str:
    if word.startswith("اي"):
        return "إ" + word[1:]
    return "أ" + word[1:] if word.startswith("ا") and not word.startswith("ال") else word


def _fitting(spellings: list[str], own: str, wanted: dict[str, str]) -> list[str]:
    """Those that have a letter for each of the Arabic letters that an office does not drop; all, if none has."""
    asked = [letter for sign, letter in wanted.items() if sign in own[:-1] or (sign in own and sign not in "هة")]
    kept = [each for each in spellings if all(any(one in each for one in letter.split()) for letter in asked)]
    return kept or spellings


def _russian(spellings: list[str]) -> list[str]:
    plain = [each for each in spellings if each[0] not in "еэь" and "йа" not in each and "ьа" not in each]
    return plain or spellings


def _hebrew(spellings: list[str], abu: bool) -> tuple[str, ...]:
    plain = [each for each in spellings if not any(sign in each for sign in ("אא", "ייי", "ווו"))] or spellings
    bare = [each.removeprefix("אבו") if abu else each for each in plain[:MOST]]
    return tuple(each[:-1] + _FINAL.get(each[-1], each[-1]) for each in bare if each)


def _english(spellings: list[str], own: str) -> tuple[str, ...]:
    """As passports with English habits have it: neither German nor French letters while another spelling is known."""
    signs = _GERMAN if "ج" in own else (*_GERMAN, *_YOD_BY_J)
    plain = [each for each in spellings if not any(sign in each for sign in signs) and "ou" not in each]
    plain = [each for each in plain if each[:2] not in ("ae", "aa", "ey", "iy")] or plain or spellings
    if own.endswith("ي"):
        plain = [each for each in plain if each[-1] in "iy"] or plain
    if any(each.startswith("y") for each in plain):
        plain = [each for each in plain if not each.startswith("j")]
    return tuple(_fitting(plain, own, _IN_ENGLISH)[:MOST])


def _french(spellings: list[str], own: str) -> tuple[str, ...]:
    signs = ("sch", "oo", "ee", "w") if "ج" in own else ("sch", "oo", "ee", "w", *_YOD_BY_J)
    marked = [each for each in spellings if not any(sign in each for sign in signs)]
    fitting = _fitting(marked, own, _IN_FRENCH)
    return tuple(sorted(fitting, key=lambda each: "ou" not in each)[:MOST]) or _english(spellings, own)


def _named(spellings: list[str] | tuple[str, ...], before: str) -> tuple[str, ...]:
    """The first letters large, what stands before the name left out."""
    bare = [_without(each, before) for each in spellings[:MOST]]
    return tuple(dict.fromkeys(each[:1].upper() + each[1:] for each in bare if each))


def _without(spelling: str, before: str) -> str:
    for each in (before, "abou", "abu", "abo"):
        if before and spelling.startswith(each):
            return spelling.removeprefix(each)
    return spelling
