"""Spellings of one name part by the habits of those who keep lists: registries, passports, consulates, press.

A part is written once, in a plain notation of its sounds; each style is a table from sounds to letters, and where
offices differ the table holds several ways with how often they are met. The shares are judgement, not counts.
"""

from __future__ import annotations

import random
import re

# Sounds of Arabic in one letter each: 3 ayn, 7 deep h, x kh, G gh, $ sh, c th, V dh, j, S D T Z the heavy ones,
# A I U long vowels, _ feminine ending, Y short alef at the end, ' hamza.
Ways = dict[str, str]

ARABIC_LETTERS = dict(
    zip("btcj7xdVrzs$SDTZ3Gfqklmnhwy", "ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي".split(), strict=True)
) | {"A": "ا", "I": "ي", "U": "و", "_": "ة", "Y": "ى", "'": "ء", "e": "ي", "o": "و", "g": "غ", "p": "ب", "v": "ف"}

_PLAIN = {letter: letter for letter in "btdrzsfklmnhwyjgpv"}

# "way:weight" parted by spaces; a bare way has weight 1; "-" is nothing.
LATIN: dict[str, Ways] = {
    "english": _PLAIN | {
        "c": "th", "7": "h", "x": "kh", "V": "dh th:.5 z:.5", "$": "sh", "S": "s", "D": "d dh:.1", "T": "t", "Z": "z dh:.2",
        "3": "-", "G": "gh g:.1", "q": "q k:.5", "A": "a aa:.1", "I": "i ee:.3", "U": "u oo:.3 ou:.3", "_": "- h:.4",
        "Y": "a", "'": "-", "a": "a", "i": "i e:.6", "u": "u o:.4", "ay": "ay ai e:.3 ei:.4", "aw": "aw au ow:.3 o:.1",
        "iyy": "iy iyy:.3 i:.5", "uww": "ouw uw", "e": "e", "o": "o",
    },
    "levant": _PLAIN | {
        "c": "th t:.2", "7": "h", "x": "kh", "V": "th d:.3 dh", "$": "sh", "S": "s", "D": "d", "T": "t", "Z": "z", "3": "- a:.1",
        "G": "gh", "q": "q k", "A": "a", "I": "i ee:.5", "U": "ou u oo:.6", "_": "- h:.7", "Y": "a", "'": "-",
        "a": "a e:.15", "i": "e i:.5", "u": "o u:.6 ou:.3", "ay": "ai ay ei:.5 e:.3", "aw": "aw ow au ou:.2", "iyy": "ieh iy",
        "e": "e", "o": "o",
    },
    "egypt": _PLAIN | {
        "c": "th s:.4", "j": "g", "7": "h", "x": "kh", "V": "z", "$": "sh", "S": "s", "D": "d", "T": "t", "Z": "z", "3": "- a:.1",
        "G": "gh", "q": "k q:.5", "A": "a", "I": "i y:.3 ee:.2", "U": "ou o:.4 u:.5", "_": "- h:.3", "Y": "a", "'": "-",
        "a": "a e:.15", "i": "e i:.3", "u": "o u:.2", "ay": "ei ay e:.4 i:.1", "aw": "aw au o:.3", "e": "e", "o": "o",
    },
    "french": _PLAIN | {
        "c": "th t:.3", "j": "j dj", "7": "h", "x": "kh", "V": "dh d:.5", "$": "ch", "S": "s ss:.3", "D": "d", "T": "t", "Z": "z",
        "3": "- a:.1", "G": "gh", "q": "k q:.5", "A": "a", "I": "i", "U": "ou", "_": "-", "Y": "a", "'": "-", "a": "a e:.1",
        "i": "i e:.3", "u": "ou o:.5", "w": "w ou", "ay": "ay aï ei:.4 eï:.3", "aw": "aou aw ao", "e": "e é", "o": "o",
    },
    "german": _PLAIN | {
        "c": "th", "j": "dsch", "7": "h", "x": "ch", "V": "dh", "$": "sch", "S": "s", "D": "d", "T": "t", "Z": "z", "3": "-",
        "G": "gh", "q": "q k", "A": "a", "I": "i", "U": "u", "_": "-", "Y": "a", "'": "-", "a": "a", "i": "i", "u": "u",
        "y": "j", "ay": "ai aj:.3", "aw": "au", "z": "z s:.3", "e": "e", "o": "o",
    },
    "scholar": _PLAIN | {
        "c": "th ṯ", "j": "j ǧ", "7": "ḥ", "x": "kh ḫ", "V": "dh ḏ", "$": "sh š", "S": "ṣ", "D": "ḍ", "T": "ṭ", "Z": "ẓ",
        "3": "-", "G": "gh ġ", "q": "q", "A": "ā", "I": "ī", "U": "ū", "_": "- h", "Y": "ā", "'": "-", "a": "a", "i": "i",
        "u": "u", "e": "e", "o": "o",
    },
}  # fmt: skip
CYRILLIC: dict[str, Ways] = {
    "consular": {
        "b": "б", "t": "т", "c": "с т:.4", "j": "дж", "7": "х", "x": "х", "d": "д", "V": "з д:.4", "r": "р", "z": "з", "s": "с",
        "$": "ш", "S": "с", "D": "д", "T": "т", "Z": "з", "3": "-", "G": "г гх:.3", "f": "ф", "q": "к", "k": "к", "l": "л ль:.1",
        "m": "м", "n": "н", "h": "х г:.1", "w": "в у:.4", "y": "й", "A": "а", "I": "и", "U": "у", "_": "-", "Y": "а", "'": "-",
        "iyA": "ия", "iya": "ия", "yya": "йя ия", "a": "а е:.12", "i": "и е:.3", "u": "у о:.2", "ay": "ай ей эй:.3", "aw": "ау ав:.6 оу:.2", "ya": "я йа:.3 ья:.2",
        "yA": "я йа:.3", "yu": "ю", "yU": "ю йу:.3", "e": "е э", "o": "о", "g": "г", "p": "п", "v": "в", "iy": "и ий:.4", "Iy": "и ий",
    },
    "egypt": {
        "b": "б", "t": "т", "c": "с т", "j": "г", "7": "х", "x": "х", "d": "д", "V": "з", "r": "р", "z": "з", "s": "с",
        "$": "ш", "S": "с", "D": "д", "T": "т", "Z": "з", "3": "-", "G": "г", "f": "ф", "q": "к", "k": "к", "l": "л",
        "m": "м", "n": "н", "h": "х", "w": "в", "y": "й", "A": "а", "I": "и", "U": "у о:.2", "_": "-", "Y": "а", "'": "-",
        "iyA": "ия", "iya": "ия", "yya": "йя ия", "a": "а е:.2", "i": "е и", "u": "о у", "ay": "ей ай и:.1", "aw": "ау", "ya": "я", "yA": "я", "yu": "ю", "yU": "ю",
        "e": "е", "o": "о", "g": "г", "p": "п", "v": "в", "Iy": "и", "iy": "и",
    },
}  # fmt: skip
for _table in LATIN.values():
    _table.update({"a3": "aa a:.7 a':.4", "i3": "i ie:.3", "u3": "u o:.5", "7y": "hy hi:.4"})
for _table in CYRILLIC.values():
    _table.update({"a3": "аа а", "i3": "и ие:.2", "yY": "я ья", "yyA": "йя ия", "yyY": "йя ия"})
HEBREW: dict[str, Ways] = {
    "ministry": {
        "b": "ב", "t": "ת", "c": "ת' ת", "j": "ג' ג:.2", "7": "ח", "x": "ח' ח:.6", "d": "ד", "V": "ד' ד:.6", "r": "ר", "z": "ז",
        "s": "ס", "$": "ש", "S": "צ ס:.3", "D": "צ' ד:.5", "T": "ט", "Z": "ט' ט:.3 ז:.4", "3": "ע", "G": "ע' ג' ג:.5",
        "f": "פ", "q": "ק", "k": "כ ק:.1", "l": "ל", "m": "מ", "n": "נ", "h": "ה", "w": "ו וו:.5", "y": "י יי:.5",
        "A": "א -:.5", "I": "י", "U": "ו", "_": "ה א:.1", "Y": "א ה:.3", "'": "א -", "a": "- א:.04", "i": "- י:.5",
        "u": "ו -:.25", "ay": "יי י", "aw": "או ו:.4", "e": "- י:.4", "o": "ו", "g": "ג", "p": "פ", "v": "ו ב",
    },
}  # fmt: skip
FIRST_VOWEL = {"a": "א", "i": "א אי:.7", "u": "או א:.2", "A": "א", "I": "אי", "U": "או", "e": "א", "o": "או"}

# Sounds of names that are not Arabic, read off a plain Latin spelling.
FROM_LATIN = {
    "Arab": {
        "sh": "ش", "ch": "تش ش:.3", "kh": "خ", "gh": "غ", "th": "ث ت", "dh": "ذ", "ts": "تس", "tz": "تس", "ph": "ف", "zh": "ج", "a": "ا -:.3",
        "aa": "ا", "b": "ب", "c": "ك", "d": "د", "e": "- ي", "f": "ف", "g": "غ ج", "h": "ه ح:.3", "i": "ي -:.2", "j": "ج", "k": "ك", "l": "ل",
        "m": "م", "n": "ن", "o": "و", "oo": "و", "ou": "و", "ee": "ي", "ei": "ي اي", "ai": "اي", "p": "ب", "q": "ق", "r": "ر", "s": "س", "t": "ت",
        "u": "و -:.15", "v": "ف", "w": "و", "x": "كس", "y": "ي", "z": "ز", "ı": "ي -", "ş": "ش", "ç": "تش", "ğ": "غ", "ö": "و", "ü": "و",
        "ya": "يا", "yu": "يو", "ye": "ي ييـ", "'": "-",
    },
    "Hebr": {
        "sh": "ש", "ch": "צ'", "kh": "ח ח':.4", "gh": "ג ע':.2", "th": "ת", "ts": "צ", "tz": "צ", "ph": "פ", "zh": "ז'", "a": "- א", "aa": "א",
        "b": "ב", "c": "ק", "d": "ד", "e": "- א:.2", "f": "פ", "g": "ג", "h": "ה", "i": "י", "j": "ג'", "k": "ק", "l": "ל", "m": "מ",
        "n": "נ", "o": "ו", "oo": "ו", "ou": "ו", "ee": "י", "ei": "יי", "ai": "יי אי", "p": "פ", "q": "ק", "r": "ר", "s": "ס", "t": "ט ת:.2",
        "u": "ו", "v": "ב ו:.4", "w": "וו ו", "x": "קס", "y": "י", "z": "ז", "ı": "י -", "ş": "ש", "ç": "צ'", "ğ": "ג -", "ö": "ו", "ü": "ו",
        "ya": "יה י", "'": "-",
    },
    "Cyrl": {
        "sh": "ш", "ch": "ч", "kh": "х", "gh": "г", "th": "т", "ts": "ц", "tz": "ц", "ph": "ф", "zh": "ж", "a": "а", "aa": "а", "b": "б",
        "c": "к", "d": "д", "e": "е э", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "дж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о",
        "oo": "у", "ou": "у", "ee": "и", "ei": "ей", "ai": "ай", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в у",
        "x": "кс", "y": "й и", "z": "з", "ı": "ы", "ş": "ш", "ç": "ч", "ğ": "г й:.3", "ö": "ё о", "ü": "ю у", "ya": "я", "yu": "ю", "ye": "е", "'": "-",
    },
}  # fmt: skip
# Out of Cyrillic: passports after ICAO, older ones, English press, French and German habits, Ukrainian passports.
FROM_CYRILLIC: dict[str, Ways] = {
    "icao": dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia".split(),
            strict=True,
        )
    ),
    "press": {
        **dict(
            zip(
                "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                "a|b|v|g|d|e ye:.15|yo e|zh|z|i|y i:.3|k|l|m|n|o|p|r|s|t|u|f|kh h:.3|ts|ch|sh|shch sch:.3|-|y|- i:.1|e|yu|ya".split("|"),
                strict=True,
            )
        ),
        "ий": "y i iy", "ый": "y", "ья": "ia ya iya", "ие": "ie iye", "ей": "ei ey", "ай": "ai ay", "кс": "x ks",
    },
    "french": {
        **dict(
            zip(
                "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                "a|b|v|g gu|d|e ié:.1|io|j|z|i|ï y|k|l|m|n|o|p|r|s ss|t|ou|f|kh|ts|tch|ch|chtch|-|y|-|e|iou|ia".split("|"),
                strict=True,
            )
        ),
        "ий": "i y", "ова": "ova", "ей": "eï", "ай": "aï",
    },
    "german": {
        **dict(
            zip(
                "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                "a|b|w|g|d|e je|jo|sch|s|i|i j|k|l|m|n|o|p|r|s ss:.4|t|u|f|ch|z|tsch|sch|schtsch|-|y|-|e|ju|ja".split("|"),
                strict=True,
            )
        ),
        "ий": "i ij", "ей": "ej ei",
    },
}  # fmt: skip
UKRAINIAN = {
    **dict(zip("абвдежзийклмнопрстуфхцчшщьюя", "a b v d e zh z y i k l m n o p r s t u f kh ts ch sh shch - iu ia".split(), strict=True)),
    "г": "h", "ґ": "g", "є": "ie ye", "і": "i", "ї": "i yi", "ий": "yi yy y", "зг": "zgh", "'": "-",
}  # fmt: skip
CYRILLIC_TO = {
    "Arab": {
        **dict(
            zip(
                "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                "ا -:.25|ب|ف|غ ج:.3|د|ي -:.3|يو|ج|ز|ي|ي|ك|ل|م|ن|و|ب|ر|س|ت|و|ف|خ|تس|تش|ش|شتش|-|ي|-|ي ا:.3|يو|يا".split("|"),
                strict=True,
            )
        ),
        "і": "ي", "ї": "ي", "є": "يي ي", "ґ": "غ", "кс": "كس", "ий": "ي", "'": "-",
    },
    "Hebr": {
        **dict(
            zip(
                "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                "- א|ב|ב ו:.2|ג|ד|- י:.25|יו|ז'|ז|י|י|ק|ל|מ|נ|ו|פ|ר|ס|ט|ו|פ|ח|צ|צ'|ש|שצ'|-|י|-|א -|יו|יה י".split("|"),
                strict=True,
            )
        ),
        "і": "י", "ї": "י", "є": "יי י", "ґ": "ג", "ий": "י", "'": "-", "кс": "קס",
    },
}  # fmt: skip


def _chosen(way: str, chance: random.Random) -> str:
    ways, weights = [], []
    for each in way.split(" "):
        text, _, weight = each.partition(":")
        ways.append("" if text == "-" else text)
        weights.append(float(weight or 1))
    return chance.choices(ways, weights)[0]


def _through(sounds: str, table: Ways, chance: random.Random) -> str:
    """Each longest known piece of the sounds by one of its ways."""
    longest = max(map(len, table))
    found, at = [], 0
    while at < len(sounds):
        for size in range(longest, 0, -1):
            piece = sounds[at : at + size]
            if piece in table:
                found.append(_chosen(table[piece], chance))
                at += size
                break
        else:
            found.append(sounds[at] if sounds[at].isspace() else "")
            at += 1
    return "".join(found)


def arabic(sounds: str, written: str = "") -> str:
    """The usual Arabic spelling: long vowels written, short ones not, a doubled letter once."""
    if written:
        return written
    found = []
    for at, sound in enumerate(sounds):
        if at and sound == sounds[at - 1] and sound not in "AIU":
            continue
        if sound in "aiu":
            found.append("ا" if at == 0 else "")
        elif sound == "'" and 0 < at < len(sounds) - 1:
            found.append("ئ")
        elif at == 0 and sound in "AIU":
            found.append({"A": "آ", "I": "اي", "U": "او"}[sound])
        else:
            found.append(ARABIC_LETTERS.get(sound, ""))
    return "".join(found)


def typed_arabic(word: str, chance: random.Random) -> str:
    """The same word as it is typed in haste: no hamza, no dots on the last letter, Persian or Egyptian keys."""
    if chance.random() < 0.5:
        word = re.sub("ة$", "ه", word)
    if chance.random() < 0.3:
        word = re.sub("ي$", "ى", word)
    if chance.random() < 0.5:
        word = re.sub("اء$", "ا", word)
    return word


def from_arabic(sounds: str, written: str, script: str, chance: random.Random) -> str:
    """One spelling of an Arabic part in a script, by a style that chance takes."""
    if script == "Arab":
        return typed_arabic(arabic(sounds, written), chance)
    if script == "Latn":
        style = chance.choice(sorted(LATIN))
        word = _through(sounds, LATIN[style], chance)
        if chance.random() < 0.4:
            word = re.sub(r"([bdfgjklmnqrstz])\1", r"\1", word)
        return re.sub(r"(sch|dsch|dj|sh|ch|kh|th)\1", r"\1", word)
    if script == "Cyrl":
        word = _through(sounds, CYRILLIC[chance.choice(("consular", "consular", "egypt"))], chance)
        word = word.replace("дждж", chance.choice(("ддж", "дж", "джж")))
        if chance.random() < 0.35:
            word = re.sub(r"([бдфклмнрстзхшв])\1", r"\1", word)
        return re.sub("^е", "э", word) if chance.random() < 0.5 else word
    once = re.sub(r"([^AIUaiu])\1", r"\1", sounds)
    if once[0] in FIRST_VOWEL:
        return _chosen(FIRST_VOWEL[once[0]], chance) + _through(once[1:], HEBREW["ministry"], chance)
    return _through(once, HEBREW["ministry"], chance)


def from_cyrillic(word: str, script: str, chance: random.Random, *, ukrainian: bool = False) -> str:
    """One spelling of a Russian or Ukrainian part in a script."""
    if script == "Cyrl":
        return word
    if script == "Latn":
        table = UKRAINIAN if ukrainian else FROM_CYRILLIC[chance.choice(("icao", "press", "press", "french", "german"))]
        return _through(word, table, chance)
    found = _through(word, CYRILLIC_TO[script], chance)
    if script == "Arab" and word[0] in "аоуэиеіїє":
        return {"а": "ا", "о": "او", "у": "او", "э": "ا", "и": "اي", "е": "ي", "і": "اي", "ї": "ي", "є": "ي"}[
            word[0]
        ] + _through(word[1:], CYRILLIC_TO[script], chance)
    if script == "Hebr":
        if word[0] in "аоуэиі":
            found = {"а": "א", "о": "או", "у": "או", "э": "א", "и": "אי", "і": "אי"}[word[0]] + _through(
                word[1:], CYRILLIC_TO[script], chance
            )
        if word[-1] in "ая":
            found = found.rstrip("א") + "ה" if not found.endswith("ה") else found
    return found


def from_latin(word: str, script: str, chance: random.Random) -> str:
    """One spelling of another part, written in plain Latin letters, in a script."""
    if script == "Latn":
        return word
    found = _through(word, FROM_LATIN[script], chance)
    first = {
        "Arab": {"a": "ا", "e": "ا", "i": "اي", "o": "او", "u": "او"},
        "Hebr": {"a": "א", "e": "א", "i": "אי", "o": "או", "u": "או"},
    }
    if script in first and word[0] in first[script]:
        found = first[script][word[0]] + _through(word[1:], FROM_LATIN[script], chance)
    if script == "Hebr" and word[-1] == "a" and found[-1:] not in ("ה", "א"):
        found += "ה"
    if script == "Cyrl" and word[0] == "e" and chance.random() < 0.5:
        found = "э" + found[1:]
    return found
