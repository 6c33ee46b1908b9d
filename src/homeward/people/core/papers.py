"""Papers against a day: whether one still holds then."""

from __future__ import annotations

from datetime import date, timedelta

from homeward.people.core.values import DocumentGiven


def expiry(document: DocumentGiven, day: date) -> str:
    """ "valid" through its last day, "expired" after it, "perhaps" where that day is not exact, "unknown" where nobody can tell."""
    last = document.expires
    if last is None or not last.start or not last.until:
        return "unknown"
    start, until = date.fromisoformat(last.start), date.fromisoformat(last.until)
    if day >= until:
        return "expired"
    if day <= start:
        return "valid"
    return "valid" if until - start <= timedelta(days=1) else "perhaps"


def comparable(number: str) -> str:
    """A number as it is looked up: letters and digits alone, capital, digits of all scripts as ASCII."""
    return "".join(str(int(letter)) if letter.isdecimal() else letter.upper() for letter in number if letter.isalnum())
