"""Small rules of Russian names: a woman's form of a family name, a patronymic, and the letters of other offices."""

from __future__ import annotations

_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia".split(),
        strict=True,
    )
)
# The Cabinet of Ministers of Ukraine, 27 January 2010, no. 55, as far as it differs.
_UKRAINIAN = _LATIN | {
    "г": "h",
    "ґ": "g",
    "и": "y",
    "і": "i",
    "ї": "i",
    "є": "ie",
    "щ": "shch",
    "ь": "-",
    "'": "-",
    "ъ": "-",
}
_PRESS = _LATIN | {"ё": "yo", "й": "y", "ю": "yu", "я": "ya", "ъ": "-"}
_ARABIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "ا ب ف غ د ي يو ج ز ي ي ك ل م ن و ب ر س ت و ف خ تس تش ش شتش - ي - ي يو يا".split(),
        strict=True,
    )
)
_HEBREW = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "- ב ב ג ד - יו ז' ז י י ק ל מ נ ו פ ר ס ט ו פ ח צ צ' ש שצ' - י - א יו יא".split(),
        strict=True,
    )
)
_FINAL = dict(zip("כמנפצ", "ךםןףץ", strict=True))
_OWN_WAY = {
    "Илья": "Ильи", "Никита": "Никити", "Павел": "Павло", "Пётр": "Петро", "Яков": "Яковле", "Лев": "Льво", "Михаил": "Михайло",
    "Дмитрий": "Дмитрие", "Георгий": "Георгие",
}  # fmt: skip


def feminine(family: str) -> str:
    """The form of a Russian family name that a woman bears; any other name comes back as it is."""
    if family.endswith(("ов", "ев", "ёв", "ин")):
        return f"{family}а"
    return f"{family.removesuffix('ий')}ая" if family.endswith("ский") else family


def patronymic(father: str, *, female: bool) -> str:
    """The father's name as Russian papers of his child bear it: Сергей, Сергеевич, Сергеевна; Али, Алиевич."""
    stem = _OWN_WAY.get(father) or _stem(father)
    if stem.endswith("и") and father in _OWN_WAY:  # Ильич, Ильинична; Никитич, Никитична
        return f"{stem}{'нична' if father == 'Илья' else 'чна'}" if female else f"{stem}ч"
    return f"{stem}вна" if female else f"{stem}вич"


def _stem(father: str) -> str:
    if father.endswith("ий"):
        return f"{father[:-2]}ье"
    if father.endswith(("й", "ь")):
        return f"{father[:-1]}е"
    if father[-1] in "аеёиоуыэюя":
        return f"{father}е"
    return f"{father}о"


def latin(text: str) -> str:
    """Russian letters as ICAO Doc 9303 has them in passports; others stay. Large letters stay large."""
    return _lettered(text, _LATIN)


def english(word: str) -> str:
    """A Russian name as English papers and tickets have it, which is not as its passport has it."""
    ending = "y" if word.endswith(("ий", "ый")) else ""
    return _lettered(word[:-2] if ending else word, _PRESS) + ending


def ukrainian_latin(text: str) -> str:
    """Ukrainian letters as passports of Ukraine have them."""
    return _lettered(text, _UKRAINIAN)


def arabic(word: str) -> str:
    """A Russian name as Arabic clerks hear it: doubled letters once, a seat under the first vowel."""
    written = _lettered(_once(word.lower()), _ARABIC).replace("ييا", "يا").replace("ييو", "يو").replace("يي", "ي")
    if written.startswith("ي") and word[0] in "ИЭ":
        return f"إ{written}"
    if written.startswith("و") and word[0] in "ОУ":
        return f"أ{written}"
    return f"أ{written[1:]}" if written.startswith("ا") else written


def hebrew(word: str) -> str:
    """A Russian name as Hebrew clerks hear it: vowels at the ends of a word, few within."""
    small = _once(word.lower())
    first = {"а": "א", "е": "י", "и": "אי", "о": "או", "у": "או", "э": "א"}.get(small[0])
    last = {"а": "ה", "я": "ה"}.get(small[-1], "")
    inner = small[bool(first) : len(small) - bool(last)]
    written = (
        f"{first or ''}{_lettered(inner, _HEBREW)}{'י' if small[-1] == 'я' and small[-2] not in 'иь' else ''}{last}"
    )
    return written[:-1] + _FINAL.get(written[-1], written[-1])


def _once(word: str) -> str:
    return "".join(letter for at, letter in enumerate(word) if not at or letter != word[at - 1])


def _lettered(text: str, table: dict[str, str]) -> str:
    written = []
    for letter in text:
        plain = table.get(letter.lower(), letter)
        plain = "" if plain == "-" and letter != "-" else plain
        written.append(plain.capitalize() if letter.isupper() else plain)
    return "".join(written)
