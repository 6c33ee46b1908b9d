"""Greek, Armenian and Georgian letters by sound: scripts that no model here was trained on, so with lower confidence."""

from __future__ import annotations

import unicodedata

from homeward.names.letters import Script, script

_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True)
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev".split(),
        strict=True,
    )
)
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_TABLES = {Script.GREEK: _GREEK, Script.ARMENIAN: _ARMENIAN, Script.GEORGIAN: _GEORGIAN}
_TWO = {"ου": "ou", "μπ": "b", "ντ": "d", "γκ": "g", "αι": "e", "ει": "i", "οι": "i", "τσ": "ts", "ու": "u"}


def romanised(word: str) -> str:
    """A Greek, Armenian or Georgian key in Latin letters; "" for all other scripts."""
    table = _TABLES.get(script(word))
    if table is None:
        return ""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")
    for pair, letters in _TWO.items():
        bare = bare.replace(pair, letters)
    return "".join(table.get(letter, letter) for letter in bare)
