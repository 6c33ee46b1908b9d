"""A sheet of writing down, filled from a proposal or from marked words, with the places in the text that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.forms import BoundField
from django.utils.translation import gettext as _

from homeward.ledger.core.heard import Heard, HeardFigure
from homeward.reading.core.voices import kind_of_voice
from homeward.web.reading import places
from homeward.web.reading.cards import FIELDS
from homeward.web.reading.places import ROLES, Pieces
from homeward.web.write.numbers import put
from homeward.web.write.sheet import Sheet

_SIGNS = {
    "gt": "more than {}", "ge": "at least {}", "lt": "fewer than {}", "le": "at most {}", "about": "about {}",
    "nearly": "nearly {}", "eq": "{}",
}  # fmt: skip


@dataclass
class PlaceField:
    """Where one part stands, as the sheet shows it: its words, its place, what is wrong with it."""

    role: str
    label: object
    words: str
    written: str
    wrong: list[str] = field(default_factory=list)

    @property
    def id_for_label(self) -> str:
        return f"id_words.{self.role}"

    @property
    def errors(self) -> list[str]:
        return self.wrong

    @property
    def focus_name(self) -> str:
        return f"place-{self.role}"


class Filled:
    """The sheet with its places; a place that is moved takes the words of its field with it."""

    is_bound = True

    def __init__(self, text: str, typed: Mapping[str, str], at: Mapping[str, Pieces]) -> None:
        self.text = text
        self.at: dict[str, Pieces] = {role: at.get(role, ()) for role in ROLES}
        self.typed = dict(typed)
        self.words = {role: places.words(text, self.at[role]) for role in ROLES}
        self.wrong: dict[str, list[str]] = {}
        self.focus = ""
        self.sheet = Sheet(self.typed)

    @classmethod
    def sent(cls, text: str, typed: Mapping[str, str]) -> Filled:
        """As a form brought it back; words typed in the place of others are looked for in the text."""
        held = {role: _inside(text, places.read(typed.get(f"place.{role}", ""))) for role in ROLES}
        filled = cls(
            text, {name: value for name, value in typed.items() if not name.startswith(("place.", "words."))}, held
        )
        for role in ("content", "source", "cue"):
            filled._look_for(role, typed.get(f"words.{role}"))
        return filled

    def _look_for(self, role: str, typed: str | None) -> None:
        if typed is None or typed.split() == self.words[role].split():
            return
        near = self.at["content"] if role != "content" else ()
        there = places.found(self.text, typed, near)
        if typed.strip() and not there:
            self.words[role] = typed
            self.at[role] = ()
            self.wrong[role] = [_("These words do not stand there in the text.")]
            return
        self.move(role, there)

    def move(self, role: str, to: Pieces) -> None:
        """Put a part elsewhere; its field in the sheet follows unless it was written otherwise."""
        before, self.at[role] = self.words[role], to
        self.words[role] = places.words(self.text, to)
        name = {"content": "text", "source": "speaker"}.get(role)
        if name and " ".join(self.typed.get(name, "").split()) in ("", " ".join(before.split())):
            self.typed[name] = self.words[role]
            if role == "source":
                self.typed["speaker_kind"] = kind_of_voice(self.words[role])
        self.wrong.pop(role, None)
        self.sheet = Sheet(self.typed)

    @property
    def fields(self) -> list[PlaceField]:
        """The parts with their places, in the order in which a sentence has them."""
        return [
            PlaceField(
                role,
                FIELDS[role],
                self.words[role],
                places.written(self.at[role]),
                self.wrong.get(role, []),
            )
            for role in ROLES
        ]

    def __iter__(self) -> Iterator[PlaceField | BoundField]:
        yield from self.fields
        yield from self.sheet

    def non_field_errors(self) -> list[str]:
        return self.sheet.non_field_errors()

    @property
    def faults(self) -> bool:
        return self.sheet.faults or bool(self.wrong)

    def heard(self) -> Heard:
        """What was typed, as the action takes it; a hand that is new is a body, as readers propose it."""
        return replace(self.sheet.heard_values(), via_kind="body")


def typed_from(heard: Heard) -> dict[str, str]:
    """The fields of a proposal as one would type them."""
    typed = {
        name: getattr(heard, name)
        for name in (
            "speaker", "speaker_kind", "capacity", "party", "said", "occurred", "modality", "text", "topic", "language", "note",
        )
    }  # fmt: skip
    rows = {f"via.{n}.name": hand for n, hand in enumerate(heard.via)}
    for n, figure in enumerate(heard.figures):
        rows |= {f"figures.{n}.{name}": value for name, value in _figure(figure).items()}
    for n, condition in enumerate(heard.conditions):
        rows |= {
            f"conditions.{n}.{name}": getattr(condition, name)
            for name in ("text", "gates", "demanded_of", "demanded_by")
        }
    return {**typed, **rows}


def _figure(figure: HeardFigure) -> dict[str, str]:
    """A figure in fields: sign and number in one where that reads back as the same."""
    kept = {
        name: getattr(figure, name) for name in ("measure", "population", "unit", "kind", "asof", "part_of", "basis")
    }
    said = _SIGNS.get(figure.op, "").format(figure.lo)
    again = put(said) if said else None
    if again and (again.op, again.lo, again.hi) == (figure.op, figure.lo, figure.hi):
        return {**kept, "lo": said}
    return {**kept, "op": figure.op, "lo": figure.lo, "hi": figure.hi}


def _inside(text: str, pieces: Pieces) -> Pieces:
    """The places, as far as they are in the text and do not overlap."""
    kept = tuple((start, end) for start, end in pieces if end <= len(text) and text[start:end].strip())
    return kept if places.apart(kept) else ()
