"""A name read into its parts: title, kunya, given name, father, grandfather, patronymic, family; the text is kept.

Lists write the same name in many orders, so a name has readings: the likeliest first, others when the text allows them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from homeward.names import words
from homeward.names.cautions import Caution, cautions, names_nobody
from homeward.names.known import known
from homeward.names.letters import Script, key, script
from homeward.names.romanisation import romanised

LONGEST = 1000
"""Letters of a text that are read; the text itself is never cut."""
MOST_PARTS = 12


class Role(StrEnum):
    """What a part is to its bearer."""

    TITLE = "title"
    KUNYA = "kunya"
    GIVEN = "given name"
    FATHER = "father's name"
    GRANDFATHER = "grandfather's name"
    PATRONYMIC = "patronymic"
    FAMILY = "family name"
    NISBA = "family name with article"
    ONLY = "only name"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: as written, the keys under which it may be compared, and what was seen on it."""

    text: str
    keys: tuple[str, ...]
    role: Role = Role.GIVEN
    article: bool = False
    before: str = ""
    """The word that stands before and belongs to it: Abd, Abu, Umm."""
    initial: bool = False
    romanised: bool = False

    @property
    def core(self) -> str:
        """The key without article or Abd."""
        return self.keys[-1]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it was given, with its readings; `complete` is False when a given or a family name is lacking."""

    text: str
    script: Script
    readings: tuple[tuple[Part, ...], ...]
    titles: tuple[Part, ...] = ()
    aliases: tuple[str, ...] = ()
    complete: bool = True
    unnamed: bool = False
    cautions: tuple[Caution, ...] = field(default=())

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the likeliest reading."""
        return self.readings[0] if self.readings else ()


@lru_cache(maxsize=8192)
def read(text: str) -> Name:
    """Read a name; never refuses and never changes the text."""
    found = cautions(text)
    body, aliases = _aliases(text[:LONGEST])
    main = script(body)
    titles, parts, comma = _parts(body, main)
    plain = " ".join(part.core for part in parts)
    unnamed = names_nobody(plain.split())
    readings = _readings(parts[:MOST_PARTS], main, comma) if parts else ()
    complete = len(parts) > 1 and not any(part.initial for part in parts) and not unnamed
    return Name(text, main, readings, tuple(titles), aliases, complete, unnamed, found)


def spoken_parts(text: str) -> list[Part]:
    """The parts in the order written, without titles and roles: the short way for an index."""
    body, _ = _aliases(text[:LONGEST])
    return _parts(body, script(body))[1][:MOST_PARTS]


_ALIAS = re.compile(r"(?i)(?:^|[\s,(])(?:" + "|".join(map(re.escape, words.ALIASES)) + r")[\s:.]+")


def _aliases(text: str) -> tuple[str, tuple[str, ...]]:
    """What stands after "aka" or in brackets is another name of the same person."""
    found = []
    for line in re.split(r"[\n\r]+", text):
        found += _ALIAS.split(line)
    kept = [each.strip(" ()\t") for each in found if each.strip(" ()\t")]
    return (kept[0], tuple(kept[1:])) if kept else ("", ())


@dataclass(slots=True)
class _Token:
    text: str
    key: str
    hyphen: bool
    dotted: bool


def _tokens(text: str) -> list[_Token]:
    found = []
    shown = unicodedata.normalize("NFKC", text)
    for match in re.finditer(r"(?P<before>^|[\s\-‐‑‒–־_·・•/|]*)(?P<word>[^\s\-‐‑‒–־_·・•/|,،;()]+)", shown):
        word = match["word"]
        folded = key(word).replace(" ", "")
        if not folded:
            continue
        before = match["before"]
        if re.fullmatch(r"(?:\w\.){2,}", word):  # initials typed without a space
            found += [_Token(letter + ".", key(letter), False, True) for letter in word.split(".") if letter]
            continue
        found.append(_Token(word, folded, bool(before) and not before.isspace(), word.endswith(".") or "׳" in word))
    return found


def _parts(text: str, main: Script) -> tuple[list[Part], list[Part], bool]:
    """Titles, then parts as they stand, and whether a comma put the family name first."""
    sides = [side for side in re.split(r"[,،]", text, maxsplit=1) if key(side)]
    comma = len(sides) == 2
    titles: list[Part] = []
    found: list[Part] = []
    for side in reversed(sides) if comma else sides:
        tokens = _tokens(side)
        while tokens and (tokens[0].key in words.TITLES) and (len(tokens) > 2 or tokens[0].dotted or len(tokens) == 1):
            titles.append(Part(tokens[0].text, (tokens[0].key,), Role.TITLE))
            tokens = tokens[1:]
        found += _joined(tokens, main)
    return titles, found, comma


def _joined(tokens: list[_Token], main: Script) -> list[Part]:
    """Small words put with the words that they belong to."""
    found: list[Part] = []
    at = 0
    father_next = False
    while at < len(tokens):
        token = tokens[at]
        rest = tokens[at + 1 :]
        alone = len(tokens) == 2 and at == 0  # Ben Miles, Della Reese: the first of two is a name, whatever it means
        # Before a part: "ben David" is a family in Hebrew, a father's name where a name stands before it.
        if token.key in words.NASAB and rest and not (alone and token.key in BOTH):
            if main is Script.HEBREW or (token.key in ("ben", "бен") and rest[0].hyphen):
                found.append(_part(tokens[at : at + 2], compound=True))
                at += 2
                continue
            if found:
                father_next = True
                at += 1
                continue
        if (token.key in words.ABU or token.key in words.UMM) and rest:
            size = 3 if rest[0].key in words.ARTICLES and len(rest) > 1 else 2
            pieces = [tokens[at], *(t for t in tokens[at + 1 : at + size] if t.key not in words.ARTICLES)]
            whole = _part(pieces, compound=True)
            before = "Abu" if token.key in words.ABU else "Umm"
            role = Role.KUNYA if at == 0 else Role.FAMILY
            found.append(replace(whole, keys=(*whole.keys, _core(pieces[-1])), role=role, before=before))
            at += size
            continue
        if token.key in words.ABD and rest:
            size = 3 if rest[0].key in words.ARTICLES and len(rest) > 1 else 2
            found.append(_servant(tokens[at : at + size]))
            at += size
            continue
        if (
            token.key in words.ARTICLES
            and rest
            and (len(token.key) > 1 or (token.key == "א" and rest[0].hyphen))
            and (rest[0].hyphen or token.key in ("al", "el", "аль", "эль", "ель", "אל", "ال"))
        ):
            core = _core(tokens[at + 1])
            found.append(Part(f"{token.text}-{tokens[at + 1].text}", (core,), article=True))
            at += 2
            continue
        if token.key in words.JOINED and rest and not (alone and token.key in BOTH):
            end = at + 1
            while end < len(tokens) - 1 and tokens[end].key in words.JOINED:
                end += 1
            whole = _part(tokens[at : end + 1], compound=True)
            found.append(replace(whole, keys=(*whole.keys, _core(tokens[end])), role=Role.FAMILY))
            at = end + 1
            continue
        letter = words.LETTERS.get(token.key) if token.dotted or (found and rest) else None
        found.append(Part(token.text, (letter,), initial=True) if letter else _single(token))
        if father_next:
            found[-1] = replace(found[-1], role=Role.FATHER)
            father_next = False
        at += 1
    return found


def _core(token: _Token) -> str:
    return romanised(token.key) or token.key


def _part(tokens: list[_Token], *, compound: bool = False) -> Part:
    text = " ".join(token.text for token in tokens)
    return Part(text, ("".join(_core(token) for token in tokens),))


BOTH = frozenset(("ben", "בנ", "бен", "della", "dela", "דלה", "van", "ואנ"))
"""Small words that are given names as well."""
GOD = frozenset("allah ullah allahi الله لله اله алла аллах оллах уллах אללה".split())
_SERVANT = re.compile(r"^(?:abd|abed|عبد|абд|עבד)(?:[aeuo]u?|[уэеюа])?(?:l|ال|л|ль|אל|ול|ל(?!טיפ))?(?P<rest>.{3,})$")
"""Hebrew writes the article within as one lamed; that of Latif is its own."""
_DOUBLED = re.compile(r"^(sh|ch|[rsdtnzрсдтнзш])\1")


def _servant(tokens: list[_Token]) -> Part:
    rest = tokens[-1].key
    text = " ".join(token.text for token in tokens)
    article = None if rest in GOD else re.match(r"^(?:ال|אל)(?P<rest>.{2,})$", rest)
    rest = article["rest"] if article else rest
    first = tokens[0].key[:3]
    whole = ("abd" if script(first) is Script.LATIN else "абд" if script(first) is Script.CYRILLIC else first) + rest
    if rest in GOD:
        return Part(text, (key(text).replace(" ", ""),))
    return Part(text, (whole, rest), before="Abd")


def _single(token: _Token) -> Part:
    word = token.key
    if len(word) == 1 or (token.dotted and len(word) <= 2) or (len(word) == 2 and word.endswith("'")):
        return Part(token.text, (word,), initial=True)
    latin = romanised(word)
    if latin:
        return Part(token.text, (latin,), romanised=True)
    if word in ("عبدالله", "عبدلله", "عبدالاه") or re.fullmatch(r"abd[aou]u?l+ah?|абдалл?ах?|абдулл?ах?|עבדאללה", word):
        return Part(token.text, (word,))
    servant = _SERVANT.match(word) if len(word) >= 6 else None
    if servant:
        rest = _DOUBLED.sub(r"\1", servant["rest"])
        return Part(token.text, (word, rest), before="Abd")
    # The article never has a hamza on its alef, which keys fold away.
    bare = "" if token.text.startswith(("أ", "إ", "آ")) else _bare(word)
    if bare and _is_article(word, bare):
        return Part(token.text, (word, bare), article=True)
    if bare:  # more likely a beginning such as that of Alexander or Elias: the whole is its core, and both are tried
        return Part(token.text, (bare, word))
    joined = re.match(r"^(?:abu|abou|ابو|אבו|абу)(?=.{3,})", word)
    return Part(token.text, (word,), before="Abu" if joined else "")


def _bare(word: str) -> str:
    """What stays of a word without what may be an article written together with it."""
    match = re.match(r"^(?:ال|אל)(?P<rest>.{3,})$", word) or re.match(r"^(?:al|el)(?P<rest>[^aeiou].{3,})$", word)
    if match:
        return match["rest"]
    match = re.match(r"^(?:a|e|а|э)(?P<rest>(?:sh|ch|sch|[snrtdzшснртдз]).{3,})$", word)
    if match and (doubled := _DOUBLED.match(match["rest"])) and len(match["rest"]) > 4:
        return match["rest"][len(doubled[1]) :]
    return ""


def _is_article(word: str, bare: str) -> bool:
    """Whether it is one: in Arabic unless a given name begins so, elsewhere only before a word that is known without it."""
    if "given" in known().kinds((word,)):
        return False
    return script(word) is Script.ARABIC or bool(known().of((bare,)))


def is_patronymic(word: str) -> bool:
    """Whether a key ends as patronymics do."""
    endings = words.PATRONYMIC_ENDINGS.get(script(word), ())
    return len(word) > 5 and word.endswith(endings)


def _readings(parts: list[Part], main: Script, comma: bool) -> tuple[tuple[Part, ...], ...]:
    """The orders in which the parts may be meant, the likeliest first."""
    if len(parts) == 1:
        only = parts[0]
        return ((replace(only, role=Role.KUNYA if only.role is Role.KUNYA else Role.ONLY),),)
    ordered = list(parts)
    orders: list[list[Part]] = []
    patronymics = [at for at, part in enumerate(parts) if len(parts) > 2 and at > 0 and is_patronymic(part.core)]
    if not patronymics and len(parts) == 2 and parts[1].core.endswith(("вна", "vna", "ична", "івна")):
        patronymics = [1]
    if patronymics:
        at = patronymics[-1]
        patronymic = replace(parts[at], role=Role.PATRONYMIC)
        rest = [*parts[:at], *parts[at + 1 :]]
        # Family Given Patronymic, or Given Patronymic Family.
        family_first = at == len(parts) - 1 and len(rest) > 1 and not comma
        orders.append([*rest[1:], rest[0]] if family_first else rest)
        orders.append([*rest[1:], rest[0]] if not family_first else rest)
        made = [_roles(order, patronymic) for order in orders]
        return tuple(dict.fromkeys(made))
    turned = [*ordered[1:], ordered[0]]
    orders = [ordered, turned]
    if not comma and _family_stands_first(parts):
        orders.reverse()
    found = [_roles(order) for order in orders]
    if parts[0].role is Role.KUNYA and len(parts) > 1:
        # Abu Ahmad Salim: a kunya, or a family that begins with Abu.
        found.append(
            (parts[0], *_roles(parts[1:])) if len(parts) > 2 else (parts[0], replace(parts[1], role=Role.FAMILY))
        )
    if (
        len(parts) == 2
        and not comma
        and not any(part.article or part.initial for part in parts)
        and main is not Script.CYRILLIC
    ):
        # Given name and father's name, the family left out.
        found.append((replace(parts[0], role=Role.GIVEN), replace(parts[1], role=Role.FATHER)))
    return tuple(dict.fromkeys(found))


def _family_stands_first(parts: list[Part]) -> bool:
    first, last = parts[0], parts[-1]
    marked = [part.article or part.role in (Role.FAMILY, Role.KUNYA) for part in (first, last)]
    if marked[0] != marked[1]:
        return marked[0]
    if last.initial and not first.initial:
        return True
    kinds = [known().kinds(part.keys) for part in (first, last)]
    return bool(kinds[0] and kinds[1]) and "given" not in kinds[0] and "family" not in kinds[1]


def _roles(order: list[Part], patronymic: Part | None = None) -> tuple[Part, ...]:
    """Roles by place: given, father, grandfather, ..., family."""
    found = []
    for at, part in enumerate(order):
        if at == 0:
            role = Role.GIVEN
        elif at == len(order) - 1:
            role = part.role if part.role is Role.FATHER else Role.NISBA if part.article else Role.FAMILY
        else:
            role = Role.FATHER if at == 1 else Role.GRANDFATHER
        found.append(replace(part, role=role))
    if patronymic is not None:
        found.insert(1, patronymic)
    return tuple(found)
