"""How many independent voices carry a number: origins are counted, never outlets.

Ten outlets that carry one utterance are one origin. A link that is doubtful gives a range, as "1 to 3".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Voice(Protocol):
    """What counts as a voice: a statement, or a figure with that of its statement."""

    @property
    def statement(self) -> str: ...
    @property
    def origin(self) -> str: ...
    @property
    def origin_doubtful(self) -> bool: ...
    @property
    def derived(self) -> bool: ...
    @property
    def retracted(self) -> bool: ...


def origins(voices: Iterable[Voice]) -> tuple[int, int]:
    """Count independent origins, at least and at most; what was withdrawn or repeats somebody else adds none.

    A statement whose origin is doubtful may be that utterance or one of its own. Where all that is left repeats
    somebody unnamed, there is one origin behind it at least.
    """
    held = [voice for voice in voices if not voice.retracted]
    own = [voice for voice in held if not voice.derived]
    if not own:
        repeated = {_origin(voice) for voice in held}
        return min(1, len(repeated)), len(repeated)
    sure = {_origin(voice) for voice in own if not voice.origin_doubtful}
    doubtful = {voice.statement: _origin(voice) for voice in own if voice.origin_doubtful}
    # At the least every doubtful one is what it may be; at the most each speaks for itself.
    return len(sure | set(doubtful.values())), len(sure) + len(doubtful)


def in_words(count: tuple[int, int]) -> str:
    """Say a count of origins: "2 origins", "1 to 3 origins"."""
    least, most = count
    if least == most:
        return f"{most} origin" if most == 1 else f"{most} origins"
    return f"{least} to {most} origins"


def _origin(voice: Voice) -> str:
    return voice.origin or voice.statement
