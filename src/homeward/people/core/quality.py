"""What is missing or doubtful in what is known of people: a board of work, not a judgement of anybody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from homeward import names
from homeward.people.core.values import Values


class Mark(StrEnum):
    """What a person of the desk may want to put right."""

    NO_NAME = "no_name"
    NO_GIVEN_NAME = "no_given_name"
    NO_FAMILY_NAME = "no_family_name"
    NO_BIRTH = "no_birth"
    DEFAULT_BIRTH = "default_birth"
    UNREAD_BIRTH = "unread_birth"
    NO_DOCUMENT = "no_document"
    DOUBTFUL_DOCUMENT = "doubtful_document"
    NO_CONTACT = "no_contact"


DEFAULTS = {(1, 1), (7, 1), (12, 31)}
"""Days that offices write when nobody knows."""
LONG = 4
"""Letters from which on a word is no title, no "Abu" and no "N.N.": two such words are a given and a family name."""
HARMLESS = {"label"}
"""What homeward.identity tells of a number without doubting it."""
LACKING = frozenset(
    {Mark.NO_NAME, Mark.NO_GIVEN_NAME, Mark.NO_FAMILY_NAME, Mark.NO_BIRTH, Mark.NO_DOCUMENT, Mark.NO_CONTACT}
)
"""What a person lacks only when every record of them does; the other marks stay with the one record that has them."""


def marks(values: Values) -> frozenset[Mark]:
    """What is lacking or doubtful in one record, beside its names."""
    found = set(_of_birth(values))
    if not values.documents:
        found.add(Mark.NO_DOCUMENT)
    if any(set(document.flags) - HARMLESS for document in values.documents):
        found.add(Mark.DOUBTFUL_DOCUMENT)
    if not values.contact:
        found.add(Mark.NO_CONTACT)
    return frozenset(found)


def together(records: Iterable[frozenset[Mark]]) -> frozenset[Mark]:
    """What is lacking or doubtful of a person, out of all their records."""
    every = list(records)
    lacking = frozenset.intersection(*every) & LACKING if every else frozenset()
    return lacking | (frozenset().union(*every) - LACKING)


def marks_of_names(given: Iterable[str]) -> frozenset[Mark]:
    """What is lacking in the names of one record; reading them takes longer than all the rest."""
    return frozenset(_of_names(given))


def _of_names(given: Iterable[str]) -> Iterable[Mark]:
    written = [(name, names.key(name).split()) for name in given]
    if any(len(parts) > 1 and all(len(part) >= LONG for part in parts) for _, parts in written):
        return
    read = [names.read(name) for name, _ in written]
    spoken = [name for name in read if name.parts and not name.unnamed]
    if not spoken:
        yield Mark.NO_NAME
        return
    roles = {part.role for name in spoken for part in name.parts}
    alone = all(len(name.parts) == 1 for name in spoken)
    if names.Role.GIVEN not in roles and not (alone and names.Role.ONLY in roles):
        yield Mark.NO_GIVEN_NAME
    if alone or not roles & {names.Role.FAMILY, names.Role.NISBA, names.Role.FATHER}:
        yield Mark.NO_FAMILY_NAME


def _of_birth(values: Values) -> Iterable[Mark]:
    birth = values.birth
    if birth is None:
        if not values.age:
            yield Mark.NO_BIRTH
        return
    if not birth.start or not birth.until:
        yield Mark.UNREAD_BIRTH
        return
    start, until = date.fromisoformat(birth.start), date.fromisoformat(birth.until)
    if (until - start).days == 1 and birth.calendar in ("", "gregorian") and (start.month, start.day) in DEFAULTS:
        yield Mark.DEFAULT_BIRTH
