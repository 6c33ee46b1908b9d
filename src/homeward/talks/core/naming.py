"""Whether the words of an obligation and the name of a population speak of the same people or things.

Only the same words are the same: "children" may be some of "women and children", so what is not the same is a question.
"""

from __future__ import annotations

import re
from functools import lru_cache

from homeward.ledger.core.written_numbers import numbers

_TAIL = re.compile(r"\s*(?:\(|\bincl(?:\.|uding|udes|)\b|\bamong them\b|\bsuch as\b|\bof whom\b|;).*$", re.IGNORECASE)
_ASIDE = frozenset("the a an of all and or from in for by who that are is their its".split())
_OTHERS = {
    "women": "woman",
    "men": "man",
    "children": "child",
    "persons": "person",
    "people": "person",
    "lorries": "truck",
    "lorry": "truck",
    "trucks": "truck",
}
_SAY_NOT_WHOM = frozenset("person to day each every more further other day release one two three four five ten".split())
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_ROUTE = re.compile(r"\s*(?:-|\u2010|\u2013|\u2014|\u2192|->|\bto\b)\s*", re.IGNORECASE)
_NOTE = re.compile(r"\([^)]*\)")
_CLAUSE = re.compile(r"[,;:.!?](?=\s|$)")


@lru_cache(maxsize=4_096)
def words_of(text: str) -> tuple[str, ...]:
    """What a name is compared by: its words in the singular and sorted, in their order where it names a way."""
    plain = _TAIL.sub("", text).casefold()
    found = [_single(word) for word in _WORD.findall(plain) if word not in _ASIDE]
    return tuple(found) if "to" in found else tuple(sorted(set(found)))


def same_words(one: str, other: str) -> bool:
    """Whether two names have the same words; a name of no words is the same as none."""
    words = words_of(one)
    return bool(words) and words == words_of(other)


def shares_words(one: str, other: str) -> bool:
    """Whether two names have some word in common that says whom they mean."""
    return bool((set(words_of(one)) & set(words_of(other))) - _SAY_NOT_WHOM)


_OUTSIDE = re.compile(
    r"\b(?:unilateral(?:ly)?|outside (?:of )?(?:the |any |this )?(?:deal|exchange|agreement|arrangement|accord|truce|plan)"
    r"|not (?:a )?part of (?:the |any |this )?(?:deal|exchange|agreement|arrangement|accord|truce|plan)"
    r"|separate(?:ly)? (?:from|of) (?:the |any |this )?(?:deal|exchange|agreement|arrangement|accord|truce|plan)"
    r"|goodwill|good-will|gesture)\b",
    re.IGNORECASE,
)


def says_outside(*texts: str) -> bool:
    """Whether words say that something came outside of what was agreed."""
    return any(_OUTSIDE.search(text) for text in texts)


_PARTS = re.compile(r"[,;:.!?](?=\s|$)|\s+(?:and|plus|as well as|while|but)\s+", re.IGNORECASE)


_NOBODY = re.compile(r"\b(?:nobody|none|no one|no|nothing|not)\b", re.IGNORECASE)


def text_puts_outside(text: str, count: int | None) -> bool | None:
    """Whether a text puts this number outside of what was agreed: in one part with the words that say so.

    False where those words stand with another number; none where they stand with no number and nobody can tell of what.
    """
    parts = [part for part in _PARTS.split(text) if part]
    saying = [part for part in parts if _OUTSIDE.search(part)]
    if not saying:
        return False
    told = [each.value for part in saying for each in numbers(part)]
    if not told and all(_NOBODY.search(part) for part in saying):
        return False
    if not told:
        return True if len(parts) == 1 else None
    return count in told


@lru_cache(maxsize=4_096)
def number_beside(name: str, text: str) -> int | None:
    """What a list in a text gives for a name of at least two words: "Mocha-Sanaa 40" for "Mocha to Sanaa".

    Of a part between commas that holds the name, numbers, and nothing else; none where no part or more than one does.
    """
    wanted = [_single(word) for word in _WORD.findall(_ROUTE.sub(" ", name).casefold()) if word not in _ASIDE]
    if len(wanted) < 2:
        return None
    found = []
    for part in _CLAUSE.split(_NOTE.sub(" ", text)):
        words = [_single(word) for word in _WORD.findall(_ROUTE.sub(" ", part).casefold()) if word not in _ASIDE]
        if [word for word in words if not word.isdigit()] != wanted:
            continue
        counted = numbers(part)
        if counted:
            found.append(sum(each.value for each in counted))
    return found[0] if len(found) == 1 else None


def _single(word: str) -> str:
    if word in _OTHERS:
        return _OTHERS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
