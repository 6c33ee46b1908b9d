r"""Characters that cannot be seen: which stay in a text, which are left out, and what is told about them.

The rule: text is what a person who looks at it would read, in the order in which it is stored.

| character | in the text | told as |
|---|---|---|
| overrides and embeddings of direction, U+202A to U+202E | left out: they show other words than are stored | doubt |
| isolates, U+2066 to U+2069, and marks of direction, U+200E, U+200F, U+061C | kept: they change no word | note |
| joiners, U+200C and U+200D, after a letter of a script that needs them, or in an emoji | kept | note |
| joiners elsewhere; zero-width spaces, soft hyphens, fillers, annotation and tag characters | left out: they split words | doubt |
| NUL and other control characters, halves of a pair, code points that are no characters | left out | doubt |
| U+FFFD, the sign for a letter that was already lost | kept | doubt |
| ends of lines of any kind | become a newline | |
"""

from __future__ import annotations

import re
from collections import Counter

from homeward.refusals import Finding, Grade

LONG_LINE = 100_000  # characters; no paragraph is so long

_RARE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_JOINER_AFTER = "\u0600-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc\ufe0f\u2600-\u27bf\U0001f000-\U0001faff"


def _kind(
    code: str, words: str, grade: Grade, characters: str, *, kept: bool
) -> tuple[str, str, Grade, re.Pattern[str], bool]:
    return code, words, grade, re.compile(characters), kept


_KINDS = (
    _kind(
        "turned-text", "that turn the direction of reading were left out", Grade.DOUBT, "[\u202a-\u202e]", kept=False
    ),
    _kind("isolates", "that set a piece of text apart were kept", Grade.NOTE, "[\u2066-\u2069]", kept=True),
    _kind("direction-marks", "that mark a direction were kept", Grade.NOTE, "[\u200e\u200f\u061c]", kept=True),
    _kind(
        "invisible",
        "that cannot be seen were left out",
        Grade.DOUBT,
        f"(?<![{_JOINER_AFTER}])[\u200c\u200d]"
        "|[\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]",
        kept=False,
    ),
    _kind("joiners", "that join or part letters were kept", Grade.NOTE, "[\u200c\u200d]", kept=True),
    _kind(
        "control-characters",
        "that control a machine and are no letters were left out",
        Grade.DOUBT,
        "[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]",
        kept=False,
    ),
    _kind(
        "lost-letters", "stand for letters that were lost before the file came", Grade.DOUBT, "\ufffd|\ufffc", kept=True
    ),
)


def visible(text: str, where: str = "") -> tuple[str, list[Finding]]:
    """The text as a person would read it, and what was left out of it or kept unseen."""
    told: list[Finding] = []
    text = _NEWLINES.sub("\n", text)
    if _RARE.search(text):
        for code, words, grade, characters, kept in _KINDS:
            if first := characters.search(text):
                line = text.count("\n", 0, first.start()) + 1
                told.append(Finding(grade, code, _at(where, line), f"{_counted(characters, text)} {words}."))
                text = text if kept else characters.sub("", text)
    told += _long_lines(text, where)
    return text, told


def lines_with_words(text: str) -> str:
    """The text without its empty lines."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def _counted(characters: re.Pattern[str], text: str) -> str:
    counts = Counter(match[0] for match in characters.finditer(text))
    codes = ", ".join(f"U+{ord(one):04X}" for one, _ in counts.most_common(5))
    total = counts.total()
    return f"{total:,} character{'s' if total > 1 else ''} ({codes}{', and others' if len(counts) > 5 else ''})"


def _long_lines(text: str, where: str) -> list[Finding]:
    if len(text) <= LONG_LINE:
        return []
    long = [(number, len(line)) for number, line in enumerate(text.split("\n"), 1) if len(line) > LONG_LINE]
    return [
        Finding(
            Grade.DOUBT, "long-line", _at(where, number), f"This line has {size:,} characters: no sentence is so long."
        )
        for number, size in long[:5]
    ]


def _at(where: str, line: int) -> str:
    return f"{where}, line {line}" if where else f"line {line}"
