"""Strings that somebody says stand in a text, looked up there: what is not found word for word is not in it.

White space, quotation marks and dashes are written in many ways, so those are compared by kind; every other sign must be the same.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from homeward.reading.core.found import Piece

_KINDS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\n\f\v", " "),
    }
)
LONGEST = 4_000
"""Code points of a string that is looked up at all."""
MOST = 200
"""Places of one string that are looked at."""


@dataclass(slots=True)
class Lookup:
    """A text in which strings are looked up; the places are those of the text as given."""

    text: str
    _plain: str = field(init=False)
    _places: list[int] = field(init=False)

    def __post_init__(self) -> None:
        kept, places, blank = [], [], True
        for place, sign in enumerate(self.text.translate(_KINDS)):
            if sign == " " and blank:
                continue
            blank = sign == " "
            kept.append(sign)
            places.append(place)
        self._plain, self._places = "".join(kept), [*places, len(self.text)]

    def places(self, quoted: str) -> list[Piece]:
        """Where a string stands, in the order of the text; none where it does not stand word for word."""
        wanted = " ".join(quoted.translate(_KINDS).split())
        if not wanted or len(wanted) > LONGEST:
            return []
        found: list[Piece] = []
        at = self._plain.find(wanted)
        while at >= 0 and len(found) < MOST:
            found.append((self._places[at], self._places[at + len(wanted) - 1] + 1))
            at = self._plain.find(wanted, at + 1)
        return found

    def place(self, quoted: str, *, within: Piece | None = None, near: Piece | None = None) -> Piece | None:
        """The one place that is meant: the only one, else the only one `within`, else the nearest to `near`; None in doubt."""
        found = self.places(quoted)
        if len(found) > 1 and within is not None:
            inside = [piece for piece in found if within[0] <= piece[0] and piece[1] <= within[1]]
            found = inside or found
        if len(found) > 1 and near is not None:
            starts = [piece[0] for piece in found]
            at = bisect_left(starts, near[0])
            beside = found[max(0, at - 1) : at + 1]
            found = [min(beside, key=lambda piece: abs(piece[0] - near[0]))]
        return found[0] if len(found) == 1 else None
