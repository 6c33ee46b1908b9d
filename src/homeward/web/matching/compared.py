"""Two people side by side: field by field what voices give of each, whether it is the same, and what that says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.matching.core.fields import FIELDS, SAY_NOTHING
from homeward.matching.core.said import strength
from homeward.names import Script, script
from homeward.people.queries import PersonView
from homeward.people.queries.views import KinView
from homeward.web.matching.words import COMPARED, DIRECTION, DIRECTIONS, NOTHING, SENTENCES
from homeward.web.people import shown
from homeward.web.people.shown import Sentence, Shown, ShownField
from homeward.web.people.words import FIELDS as LABELS
from homeward.web.people.words import OTHER_IS

ALIKE = frozenset({"equal", "equal equal", "same day", "all"})
AGREEING = frozenset({"same"})
"""Levels of the fields beside names, days and households at which two values are taken for the same."""
#: Which fields of a person each field that is compared stands in.
OF_PERSON: dict[str, str] = {
    "given": "names", "fathers": "names", "family": "names", "birth": "birth", "number": "documents", "sex": "sex",
    "nationality": "nationalities", "household": "household", "place": "place",
}  # fmt: skip
ORDER = (
    "names", "birth", "documents", "sex", "nationalities", "household", "place", "age", "relation", "contact", "needs",
    "decision", "remarks", "more",
)  # fmt: skip
SAME, DIFFERS, ONE_SIDE = "same", "differs", "one side"
STATES: dict[str, tuple[str | Promise, str]] = {
    SAME: (_("the same"), "same"),
    DIFFERS: (_("not the same"), "different_split"),
    ONE_SIDE: (_("one side only"), "not_comparable"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What one field that was compared says: the sentences, and the direction in word, mark and family."""

    field: str
    label: str | Promise
    sentences: tuple[str | Promise, ...]
    direction: str
    word: str | Promise
    mark: str
    family: str


@dataclass(frozen=True, slots=True)
class Row:
    """One field of both people; quiet where it is the same."""

    name: str
    label: Sentence
    state: str
    reasons: tuple[Reason, ...]
    one: tuple[Shown, ...]
    other: tuple[Shown, ...]

    @property
    def word(self) -> str | Promise:
        return STATES[self.state][0]

    @property
    def mark(self) -> str:
        return STATES[self.state][1]


def reasons(levels: Sequence[str], bits: Sequence[float] = ()) -> tuple[Reason, ...]:
    """What was compared, in the order of fields; what stands on one side only says nothing and is told so.

    `bits` is how much each level says; without them a level speaks in its usual direction.
    """
    if len(levels) != len(FIELDS):
        return ()
    said: Sequence[float | None] = bits if len(bits) == len(levels) else [None] * len(levels)
    return tuple(_reason(*each) for each in zip(FIELDS, levels, said, strict=True))


def _reason(field: str, level: str, bits: float | None) -> Reason:
    usual = DIRECTION.get((field, level), NOTHING) if bits is None else strength(bits)
    direction = NOTHING if level in SAY_NOTHING else usual
    word, mark, family = DIRECTIONS[direction]
    return Reason(field, COMPARED[field], SENTENCES.get((field, level), (level,)), direction, word, mark, family)


def telling(levels: Sequence[str], bits: Sequence[float] = ()) -> tuple[Reason, ...]:
    """The reasons that say something: those for it, those against it, those that say little."""
    order = list(DIRECTIONS)
    said = [each for each in reasons(levels, bits) if each.direction != NOTHING]
    return tuple(sorted(said, key=lambda each: order.index(each.direction)))


def compared(one: PersonView, other: PersonView, levels: Sequence[str], bits: Sequence[float] = ()) -> list[Row]:
    """Every field that voices give of one of the two, or that was compared and said something."""
    here, there = _values(one), _values(other)
    found: dict[str, list[Reason]] = {}
    level_of: dict[str, list[str]] = {}
    for reason, level in zip(reasons(levels, bits), levels, strict=False):
        field = OF_PERSON[reason.field]
        level_of.setdefault(field, []).append(level)
        if reason.direction != NOTHING:
            found.setdefault(field, []).append(reason)
    rows = []
    for name in ORDER:
        a, b = here.get(name, ()), there.get(name, ())
        if a or b or found.get(name):
            state = _state(name, a, b, level_of.get(name, []))
            rows.append(Row(name, LABELS.get(name, name), state, tuple(found.get(name, ())), a, b))
    return rows


def _state(name: str, one: tuple[Shown, ...], other: tuple[Shown, ...], levels: Sequence[str]) -> str:
    if not one or not other:
        return ONE_SIDE
    counted = [each for each in levels if each not in SAY_NOTHING]
    if name == "names" and any(each in SAY_NOTHING for each in (*levels[:1], *levels[-1:])):
        # Of names of which not every part was held against another only the writing tells.
        return SAME if _written(one) & _written(other) else DIFFERS
    if counted:
        good = ALIKE if name in ("names", "birth", "household") else AGREEING
        return SAME if set(counted) <= good else DIFFERS
    return SAME if _written(one) & _written(other) else DIFFERS


def _written(values: Iterable[Shown]) -> set[str]:
    return {" ".join(each.words.split()).casefold() for each in values}


def _values(person: PersonView) -> dict[str, tuple[Shown, ...]]:
    """What counts of each field; of names those in the script of the place first, of papers number, kind and country."""
    found = {field.name: _ordered(field) for field in shown.fields(person) if field.values}
    papers = tuple(
        Shown(paper.number, paper.kind, paper.country, paper.doubts, paper.given, True)
        for paper in shown.papers(person)
    )
    kin = tuple(
        Shown(" · ".join(each.other_names), _kin(each), "", (), (each.given,), True)
        for each in person.kin
        if each.given.counts and each.other_names
    )
    if papers:
        found["documents"] = papers
    if kin:
        found["household"] = (*found.get("household", ()), *kin)
    return found


def _ordered(field: ShownField) -> tuple[Shown, ...]:
    """The values of a field; of names those in the script of the place first, without parts that a whole holds already."""
    if field.name != "names":
        return field.values
    words = [set(each.words.split()) for each in field.values]
    wholes = [
        each
        for at, each in enumerate(field.values)
        if not any(words[at] < other for n, other in enumerate(words) if n != at)
    ]
    return tuple(sorted(wholes, key=lambda each: script(each.words) is Script.LATIN))


def _kin(view: KinView) -> str:
    return str(OTHER_IS.get((view.relation, view.direction), view.relation))
