"""What a person should know about a name's text before trusting it: hidden signs, mixed scripts, damage."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from homeward.names import words
from homeward.names.letters import Script, key, script_of

LONG = 1000
MOST_MARKS = 8

_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u180e"
_LOOK_ALIKE = {
    Script.LATIN: set("aceopxyijsABCEHIKMOPTXYZ"),
    Script.CYRILLIC: set("асеорхуіјѕАВСЕНІКМОРТХУ"),
    Script.GREEK: set("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ"),
}


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing to know, by a code that stays the same and a sentence."""

    code: str
    message: str


def cautions(text: str) -> tuple[Caution, ...]:
    """Everything to know about a name's text, in a fixed order; nothing is changed by it."""
    found: list[Caution] = []

    def say(code: str, message: str) -> None:
        found.append(Caution(code, message))

    if not key(text):
        say("empty", "No letter can be seen in this name.")
    if signs := _codes(text, _OVERRIDES):
        say("direction", f"A sign turns the writing direction ({signs}); the name may not read as it looks.")
    if signs := _codes(text, _ISOLATES):
        say("isolate", f"A part is set apart in direction ({signs}).")
    if signs := _codes(text, _INVISIBLE):
        say("invisible", f"Invisible signs stand in it ({signs}).")
    if "\ufffd" in text:
        say("damaged", "A letter was lost before it came here; ask the source.")
    controls = "".join(c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\r")
    if controls:
        say("control", f"Control characters stand in it ({_codes(controls, controls)}).")
    found += _scripts(text)
    if any((unicodedata.category(c) in ("So", "Cn") and c != "\ufffd") or 0x1F1E6 <= ord(c) <= 0x1FAFF for c in text):
        say("symbol", "A symbol stands in it that is no letter.")
    if re.search(rf"[̀-ͯ҃-֑҉-ֽً-ٰٟ]{{{MOST_MARKS},}}", text):
        say("marks", "Many marks stand on one letter.")
    if len(text) > LONG:
        say("long", f"It has {len(text):,} characters; is it one name?")
    if "/" in text or "\\" in text or " & " in text:
        say("several", "It may hold two people or two spellings.")
    if re.match(r"^[\s\ufeff\u200e\u200f\u061c\u2066-\u2069]*[=+\-@\uff1d\uff0b\uff0d\uff20]", text) or text[:1] in (
        "\t",
        "\r",
    ):
        say("formula", "A spreadsheet could take it for a formula; exports neutralise it.")
    if _is_unnamed(text):
        say("unnamed", "It names nobody: two of these are not one person.")
    return tuple(found)


def _codes(text: str, signs: str) -> str:
    return ", ".join(dict.fromkeys(f"U+{ord(c):04X}" for c in text if c in signs))


def _scripts(text: str) -> list[Caution]:
    """Words that mix scripts, and words that only look as if they were in another one."""
    found = []
    whole = unicodedata.normalize("NFKC", text)
    spoken = {script_of(c) for c in whole} - {Script.OTHER}
    for word in re.findall(r"\w+", whole):
        kinds = {script_of(c) for c in word} - {Script.OTHER}
        if len(kinds & set(_LOOK_ALIKE)) > 1 or (
            len(kinds) > 1 and not kinds <= {Script.HAN, Script.KANA, Script.HANGUL}
        ):
            found.append(
                Caution("mixed", f"{word} mixes {' and '.join(sorted(k.name.capitalize() for k in kinds))} letters.")
            )
        elif (
            len(spoken) > 1
            and (kind := next(iter(kinds), None)) in _LOOK_ALIKE
            and len(word) > 1
            and set(word) <= _LOOK_ALIKE[kind]
        ):
            found.append(Caution("look-alike", f"All letters of {word} look like those of another script."))
    if spoken == {Script.GREEK} and all(c in _LOOK_ALIKE[Script.GREEK] for c in whole if c.isalpha()):
        found.append(Caution("look-alike", "All its Greek letters look like Latin ones."))
    return found


def _is_unnamed(text: str) -> bool:
    return names_nobody(key(text).split())


def names_nobody(tokens: list[str]) -> bool:
    """Whether these words, all keys, say only that there is somebody."""
    words_of_it = [word for word in tokens if not word.isdigit() and word not in ("about", "около", "حوالي")]
    return bool(words_of_it) and words_of_it != ["n"] and all(word in words.UNNAMED for word in words_of_it)
