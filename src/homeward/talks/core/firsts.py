"""Words in which a side asks another to go first: where both do, neither moves, and a person should look."""

from __future__ import annotations

import re

_FIRST = re.compile(
    r"\b(?:first|beforehand|in advance|only after|not before|not until|only when|only once|prior to"
    r"|сначала|прежде|вперед|заранее|только после|лишь после|не раньше"
    r"|اولا|اولاً|أولا|أولاً|إلا بعد|الا بعد|قبل|مسبقا"
    r"|קודם|תחילה|ראשית|רק אחרי|רק לאחר|מראש"
    r"|zuerst|vorher|erst nach|erst wenn|d'abord|avant|seulement après|primero|antes|sólo después)\b",
    re.IGNORECASE,
)


def goes_first(text: str) -> bool:
    """Whether these words ask that something happens before something else."""
    return _FIRST.search(text) is not None
