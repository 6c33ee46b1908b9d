"""Names as rows of parts in the order written: what is held against each other part by part.

A list repeats its words, so each is read once and remembered; a million names need no million readings.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from homeward.names.cores import cores
from homeward.names.letters import Script, script
from homeward.names.parts import is_patronymic

MOST = 6
"""Parts of a name that are looked at; where more stand, the first five and the last."""
_ENDINGS = {
    Script.CYRILLIC: ("овна", "евна", "ович", "евич", "йович", "івна", "ївна", "ична"),
    Script.LATIN: ("ovna", "evna", "ovich", "evich", "ovych", "evych", "ivna", "owna", "ewna", "ovitch", "evitch"),
}
_LEAST_STEM = 3


@dataclass(slots=True)
class Reader:
    """Reads names into keys of their parts and remembers words and names."""

    words: dict[str, str | None] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __call__(self, name: str) -> tuple[str, ...]:
        """The keys of a name's parts; a patronymic is told by the father's name in it."""
        if name not in self.names:
            found = cores(name, self.words)
            kept = found if len(found) <= MOST else [*found[: MOST - 1], found[-1]]
            self.names[name] = tuple(_father_in(part) if len(kept) > 2 else part for part in kept)
        return self.names[name]


def _father_in(part: str) -> str:
    """The father's name within a patronymic; any other part as it is."""
    if not is_patronymic(part):
        return part
    ending = next((each for each in _ENDINGS.get(script(part), ()) if part.endswith(each)), "")
    stem = part.removesuffix(ending)
    return stem if ending and len(stem) >= _LEAST_STEM else part
