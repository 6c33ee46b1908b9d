"""What was worked out of names lately is kept in this process, to be quick; and let go of when somebody is forgotten."""

from __future__ import annotations

from homeward.names import letters, likeness, parts


def let_go() -> None:
    """Forget every name that was read in this process; what it knows of letters and languages stays."""
    for kept in (letters.key, letters.unaccented, letters.spelled, likeness.language, parts.read):
        kept.cache_clear()
