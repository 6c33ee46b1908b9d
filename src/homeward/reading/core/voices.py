"""Whom the words for a speaker mean: first somebody whom the case knows, else the words themselves.

What is found here is a suggestion that a person sees beside the words; nobody is taken for somebody else by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    "в на из от и при у к с по the a an of and for in on at to its his her their who that which from with by".split()
)
_BODY = re.compile(
    r"ministry|government|committee|embass|mission|agency|council|army|militar|police|parliament|office|organi[sz]ation"
    r"|authorit|commission|union|movement|hospital|court|administration|department|service|border|\bun\b|nations|red cross"
    r"|минист|правительств|комитет|посольств|миссия|миссии|совет|арми|полици|администраци|ведомств|организаци|движени|служб|оон"
    r"|وزارة|حكومة|لجنة|سفارة|بعثة|مجلس|جيش|شرطة|هيئة|منظمة|حركة|محكمة|إدارة|الأمم",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"^(an?|one|some|several|two|three|other|unnamed|senior|local|sources?|officials?|witnesses|residents|people|relatives"
    r"|источник|очевид|неназванн|مصدر|مصادر|شهود|مسؤول\b)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"minister|ambassador|president|spokes|secretary|general|commander|director|chief|chairman|envoy|consul|king|emir|mr\b|mrs\b|ms\b|dr\b"
    r"|посол|министр|президент|представител|секретар|глава|генерал|директор|консул"
    r"|سفير|وزير|رئيس|متحدث|ناطق|مبعوث|أمين|قائد|مدير|قنصل",
    re.IGNORECASE,
)


def known_voice(words: str, sources: Iterable[str]) -> str:
    """The one source of the case that these words name, or nothing where none or several fit."""
    asked = telling_words(words)
    plain = " ".join(words.split()).casefold()
    fits = {source for source in sources if source.casefold() == plain}
    if not fits and asked:
        fits = {source for source in sources if asked <= telling_words(source)}
    return fits.pop() if len(fits) == 1 else ""


def party_in(words: str, parties: Iterable[str]) -> str:
    """The one party of the case whose name stands in the words for a speaker, or nothing."""
    told = f" {' '.join(_WORD.findall(words.casefold()))} "
    fits = {party for party in parties if f" {' '.join(_WORD.findall(party.casefold()))} " in told}
    return fits.pop() if len(fits) == 1 else ""


def kind_of_voice(words: str) -> str:
    """What a new voice is, as far as its words tell: not named, a person in office, a body."""
    if not words.strip() or _UNNAMED.search(words.strip()):
        return "unnamed"
    if _OFFICE.search(words):
        return "person_in_office"
    return "body" if _BODY.search(words) else "unnamed" if words[:1].islower() else "person_in_office"


@lru_cache(maxsize=16_384)
def telling_words(words: str) -> frozenset[str]:
    """The words of a name that tell somebody apart, without articles and prepositions."""
    return frozenset(_WORD.findall(words.casefold())) - _SMALL
