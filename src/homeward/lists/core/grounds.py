"""On what two entries may be held for one: what they share, and what must not speak against it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from homeward.lists.core.differing import is_near_day, is_same_number
from homeward.lists.core.entry import Marks, marks, words
from homeward.people.core.values import Values


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that is looked at: what it gives, by what it is known, and its first name as written, "" if it names nobody."""

    values: Values
    marks: Marks
    name: str

    @classmethod
    def of(cls, values: Values) -> Known:
        known_by = marks(values)
        return cls(values, known_by, values.names[0].words if known_by.name else "")


Ground = Callable[[Known], Iterable[Hashable]]
Holds = Callable[[Known, Known], bool]


def document_name_birth(each: Known) -> Iterable[Hashable]:
    name, birth = each.marks.name, each.marks.birth
    return [(document, name, birth) for document in each.marks.documents if name and birth]


def document_name(each: Known) -> Iterable[Hashable]:
    return [(document, each.marks.name) for document in each.marks.documents if each.marks.name]


def document_birth(each: Known) -> Iterable[Hashable]:
    return [(document, each.marks.birth) for document in each.marks.documents if each.marks.birth]


def document(each: Known) -> Iterable[Hashable]:
    return each.marks.documents


def name_birth(each: Known) -> Iterable[Hashable]:
    return [(each.marks.name, each.marks.birth)] if each.marks.name and each.marks.birth else []


def name(each: Known) -> Iterable[Hashable]:
    return [each.marks.name] if each.marks.name else []


def birth(each: Known) -> Iterable[Hashable]:
    return [each.marks.birth] if each.marks.birth and each.marks.name else []


def all_but_the_name(each: Known) -> Iterable[Hashable]:
    """For entries without birth and document: everything else, and one word of the name."""
    if each.marks.birth or each.marks.documents:
        return []
    rest = words(each.values)[1:]
    return [(rest, word) for word in dict.fromkeys(each.marks.name.split())]


def anything(one: Known, other: Known) -> bool:
    return True


def contradicts(one: Known, other: Known) -> bool:
    """Whether sex, or nationality without a shared document, is known on both sides and not the same."""
    mine, theirs = one.values.sex, other.values.sex
    if mine and theirs and mine.code and theirs.code and mine.code != theirs.code:
        return True
    old, new = ({each.code for each in known.values.nationalities if each.code} for known in (one, other))
    return bool(old and new and not old & new) and not set(one.marks.documents) & set(other.marks.documents)


def agrees(one: Known, other: Known) -> bool:
    return not contradicts(one, other)


def documents_fit(one: Known, other: Known) -> bool:
    """Whether no document speaks against it: one is shared, or one side has none."""
    mine, theirs = set(one.marks.documents), set(other.marks.documents)
    return (not mine or not theirs or bool(mine & theirs)) and agrees(one, other)


def documents_near(one: Known, other: Known) -> bool:
    """Whether the numbers differ by a slip of the hand."""
    papers = ((a, b) for a in one.values.documents for b in other.values.documents if a.key and b.key)
    return any(is_same_number(a, b) for a, b in papers) and agrees(one, other)


def births_near(one: Known, other: Known) -> bool:
    """Whether a birth is lacking on one side, or the two differ by a slip of the hand."""
    mine, theirs = one.marks.birth, other.marks.birth
    return not mine or not theirs or mine == theirs or is_near_day(mine[:10], theirs[:10])


def nothing_against(one: Known, other: Known) -> bool:
    """Beside the same name: neither birth nor document may be another one, but for a slip."""
    return births_near(one, other) and (documents_fit(one, other) or documents_near(one, other))


def shared(one: Known, other: Known) -> int:
    """How many of the fields say the same in the same words, blank ones on both sides not counted."""
    pairs = zip(words(one.values), words(other.values), strict=True)
    return sum(1 for a, b in pairs if a == b and a)
