"""Kinds of papers, told from the words for them in several languages."""

from __future__ import annotations

import re
from enum import StrEnum

from homeward.identity.spelling import key
from homeward.identity.tables import any_of
from homeward.identity.tables import words as table_words


class Kind(StrEnum):
    """What a paper is."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity card"
    LAISSEZ_PASSER = "laissez-passer"
    BIRTH_CERTIFICATE = "birth certificate"
    RESIDENCE = "residence permit"
    MILITARY = "military paper"
    FACILITATION = "facilitation paper"
    REFUGEE = "refugee paper"
    DRIVING = "driving licence"


_FORMS = {
    Kind(kind): re.compile(rf"(?<!\w)(?:{any_of(key(word) for word in given)})(?!\w)")
    for kind, given in table_words("papers.txt").items()
}
# What the Russian state calls an inner passport is no passport for a border.
_INNER = re.compile(rf"(?<!\w){key('внутренний паспорт')}(?!\w)")


def kind_of(words: str) -> Kind | None:
    """The kind of paper that words name, in English, Arabic, Hebrew, Russian, Ukrainian, French, Turkish or Persian."""
    text = key(words[:200])
    if _INNER.search(text):
        return Kind.IDENTITY_CARD
    return next((kind for kind, form in _FORMS.items() if form.search(text)), None)
