"""Names as rows of parts in the order written: what is held against each other part by part.

A list repeats its words, so each is read once and remembered; a million names need no million readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from homeward.names import words
from homeward.names.cores import cores
from homeward.names.letters import Script, key, script
from homeward.names.parts import is_patronymic, spoken_parts

MOST = 6
"""Parts of a name that are looked at; where more stand, the first five and the last."""
_ENDINGS = {
    Script.CYRILLIC: ("овна", "евна", "ович", "евич", "йович", "івна", "ївна", "ична"),
    Script.LATIN: ("ovna", "evna", "ovich", "evich", "ovych", "evych", "ivna", "owna", "ewna", "ovitch", "evitch"),
}
_LEAST_STEM = 3
_TOGETHER = re.compile(r"^(?:abu|abou|ابو|אבו|абу)(?=.{3,})")
"""Abu written together with the name it stands before; written apart it is left out too."""

_BEFORE = words.ARTICLES | words.ABU | words.UMM | words.ABD
"""Small words that belong to the word after them."""
_OF_THE_WHOLE = words.NASAB | words.TITLES | words.JOINED
"""Small words that can only be read with the whole name around them."""
_PLAIN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(slots=True)
class Reader:
    """Reads names into keys of their parts and remembers words."""

    words: dict[str, str | None] = field(default_factory=dict)
    pieces: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    fathers: dict[str, str] = field(default_factory=dict)
    bare: dict[str, str] = field(default_factory=dict)

    def __call__(self, name: str) -> tuple[str, ...]:
        """The keys of a name's parts; a patronymic is told by the father's name in it."""
        found = self._pieced(name)
        kept = found if len(found) <= MOST else [*found[: MOST - 1], found[-1]]
        return tuple(map(self._without_abu, map(self._father_in, kept) if len(kept) > 2 else kept))

    def _father_in(self, part: str) -> str:
        if part not in self.fathers:
            self.fathers[part] = _father_in(part)
        return self.fathers[part]

    def _without_abu(self, part: str) -> str:
        if part not in self.bare:
            self.bare[part] = _TOGETHER.sub("", part)
        return self.bare[part]

    def _pieced(self, name: str) -> list[str]:
        """The cores of a name read piece by piece, or as a whole where a piece does not stand for itself."""
        found: list[str] = []
        before = ""
        for word in name.split():
            piece = f"{before} {word}" if before else word
            if piece not in self.pieces:
                self.pieces[piece] = _piece(piece)
            cores_of = self.pieces[piece]
            if cores_of is None:
                return cores(name, self.words)
            before = piece if not cores_of else ""
            found += cores_of
        return cores(name, self.words) if before else found


def _piece(piece: str) -> tuple[str, ...] | None:
    """The cores of a piece of a name; none while it waits for the next word; None where it needs the whole name around it."""
    last = piece.split()[-1]
    folded = key(last)
    if not _PLAIN.fullmatch(last) or folded in _OF_THE_WHOLE or len(folded) < 2 or folded in words.UNNAMED:
        return None
    if folded in _BEFORE:
        return ()
    return tuple(part.core for part in spoken_parts(piece) if part.core)


def _father_in(part: str) -> str:
    """The father's name within a patronymic; any other part as it is."""
    if not is_patronymic(part):
        return part
    ending = next((each for each in _ENDINGS.get(script(part), ()) if part.endswith(each)), "")
    stem = part.removesuffix(ending)
    return stem if ending and len(stem) >= _LEAST_STEM else part
