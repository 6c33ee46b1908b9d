"""A record to be compared, out of what a voice gives about a person."""

from __future__ import annotations

from datetime import date

from homeward.identity import documents
from homeward.matching.core.record import Birth, Number, Record
from homeward.people.core.values import DayGiven, DocumentGiven, Values

TELL_NOTHING = {"implausible", "short", "damaged", "missing", "no-digits", "on-another", "several"}
"""Flags of numbers that do not speak for one paper."""
PARTS = ("given", "father's", "grandfather's", "family")
"""Labels of parts of a name, in the order in which they make a whole."""
MOTHERS = ("mother", "أم", "мать", "אם")
"""Labels of names that are not the person's own."""


def record(values: Values, id: str, *, household: str = "", family: tuple[str, ...] = ()) -> Record:
    """What of these values is compared; `household` is its key within the whole side, `family` names its other members."""
    return Record(
        id,
        names=_names(values),
        births=births(values.birth),
        numbers=tuple(number for given in values.documents if (number := _number(given))),
        sex=values.sex.code if values.sex and values.sex.code in ("M", "F") else "",
        nationalities=tuple(dict.fromkeys(each.code for each in values.nationalities if each.code)),
        household=household,
        family=family,
        places=(values.place,) if values.place else (),
    )


def births(given: DayGiven | None) -> tuple[Birth, ...]:
    """The reading of a day; none while nobody can tell what the words mean."""
    if given is None or not (given.start and given.until):
        return ()
    return (Birth(date.fromisoformat(given.start), date.fromisoformat(given.until), given.flags),)


def _names(values: Values) -> tuple[str, ...]:
    """The names as wholes. A part beside a whole is no name of its own: two who share a patronymic alone would be one by it."""
    own = [name for name in values.names if name.words and _is_own(name.label)]
    whole = [name.words for name in own if name.label not in PARTS]
    parts = {name.label: name.words for name in reversed(own) if name.label in PARTS}
    together = " ".join(parts[label] for label in PARTS if label in parts)
    return tuple(dict.fromkeys(whole or ([together] if together else [])))


def _is_own(label: str) -> bool:
    return not label.casefold().startswith(MOTHERS)


def _number(given: DocumentGiven) -> Number | None:
    read = None if given.key else documents.read(given.number)
    key, flags = (read.key, read.flags) if read else (given.key, given.flags)
    return Number(key, given.kind, given.country, flags) if key and not TELL_NOTHING & {*flags} else None
