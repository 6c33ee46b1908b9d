"""The question of an address: a form that is always there, and the series that it asks for where it can be answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from homeward.hostilities import queries
from homeward.hostilities.core.frames import Frame, Level
from homeward.hostilities.queries import DatasetView, NoSuchDyad, NoSuchMeasure, NoSuchPlace, SeriesView
from homeward.hostilities.queries.series import NoDays
from homeward.refusals import Refused
from homeward.web.asked import AskedHere, carry
from homeward.web.hostilities.forms import FrameForm

#: Names offered to complete what is typed; more are found by typing them.
MOST_NAMES = 300
TABS: tuple[tuple[str, str | Promise], ...] = (
    ("hostilities", pgettext_lazy("hostilities", "Violence and movement")),
    ("hostilities_map", pgettext_lazy("hostilities", "Map")),
    ("hostilities_studies", pgettext_lazy("hostilities", "What went with what")),
)
_FIELDS: dict[type[Refused], str] = {
    NoSuchPlace: "place", NoSuchDyad: "dyad", NoSuchMeasure: "measure", NoDays: "until",
}  # fmt: skip


@dataclass(slots=True)
class Question:
    """A form with what it came to; no series where it has faults, and none where there is no dataset."""

    form: FrameForm
    datasets: list[DatasetView]
    chosen: DatasetView | None = None
    frame: Frame | None = None
    series: SeriesView | None = None
    places: list[str] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)

    @property
    def status(self) -> int:
        return 422 if self.form.errors else 200

    def tabs(self, asked: AskedHere) -> list[tuple[str, str | Promise, str]]:
        """The pages of the room by name, label and address; the frame rides along."""
        here = [(name, label, reverse(name, args=[asked.case.slug])) for name, label in TABS]
        return [(name, label, carry(address, asked, **self.told)) for name, label, address in here]

    @property
    def told(self) -> dict[str, str]:
        """What the form asked for, as addresses carry it on."""
        return {name: str(value) for name, value in self.form.data.items() if value and name in self.form.fields}


def put(
    request: HttpRequest, asked: AskedHere, *, with_series: bool = True, form: type[FrameForm] = FrameForm
) -> Question:
    """Read the question and answer it as far as it can be; what cannot be is told beside its field."""
    every = queries.datasets(asked)
    made = form(every, request.GET)
    question = Question(made, every)
    if not made.is_valid():
        return question
    question.chosen = chosen = made.chosen
    if chosen is None or chosen.version is None:
        return question
    names = queries.place_names(chosen.version.id)
    wide = [name for level, name, _ in names if level is not Level.ADM_2]
    question.places = list(dict.fromkeys(wide))[:MOST_NAMES]
    question.pairs = queries.pair_names(chosen.version.id, most=MOST_NAMES)
    try:
        question.frame = _frame(asked, made, chosen)
        if with_series:
            question.series = queries.series(asked, **_about(made, chosen, question.frame))
    except Refused as refused:
        made.add_error(_field(refused), " ".join(filter(None, (refused.message, refused.instead))))
    return question


def _frame(asked: AskedHere, form: FrameForm, chosen: DatasetView) -> Frame | None:
    told = form.cleaned_data
    if told["box"]:
        return told["box"]  # type: ignore[no-any-return]
    if not told["place"]:
        return None
    return queries.place_named(asked, told["place"], dataset=chosen.id, within=told["within"])


def _about(form: FrameForm, chosen: DatasetView, frame: Frame | None) -> dict[str, Any]:
    since, until = form.days
    days: dict[str, date | None] = {"since": since, "until": until}
    told = form.cleaned_data
    return {"dataset": chosen.id, "frame": frame, "dyad": told["dyad"] or None, "measure": told["measure"], **days}


def _field(refused: Refused) -> str | None:
    return next((name for kind, name in _FIELDS.items() if isinstance(refused, kind)), None)
