"""What went with what in a series: the looks of the command, with their units, their doubts and every look that was run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from homeward.briefing import queries as briefing
from homeward.crossings import queries as crossings
from homeward.hostilities.core.statistics.answers import LEAST_UNITS
from homeward.hostilities.queries import DatasetView, StudyView
from homeward.hostilities.queries.studies import LOOKS, MOST_SIDE
from homeward.refusals import Refused
from homeward.web import frame, programs
from homeward.web.asked import AskedHere
from homeward.web.hostilities import asking
from homeward.web.hostilities.forms import FrameForm
from homeward.web.hostilities.pages import HERE, formats_of
from homeward.web.inside import in_case

#: Numbers of a look that stand in a list of their own, or in the sentence of the answer.
_APART: Final = frozenset({"offsets", "counts", "placebo", "on", "table", "others"})

#: What the numbers of a look are called; `homeward.hostilities.core.statistics.answers` says what each is.
NUMBERS: Final[Mapping[str, str | Promise]] = MappingProxyType(
    {
        "before": _("Level before"),
        "after": _("Level after"),
        "placebo_after": _("Level after other dates"),
        "ratio": _("Ratio"),
        "lo": _("Ratio, lower end of 95 of 100"),
        "hi": _("Ratio, upper end of 95 of 100"),
        "sharp": _("Ratio and ends as a Poisson count, falsely sharp"),
        "dispersion": _("Spread, as a multiple of what a Poisson count allows"),
        "rank": _("Share of other dates as far from 1"),
        "best": _("Best day"),
        "earliest": _("Earliest day"),
        "latest": _("Latest day"),
        "noise": _("Share of shuffled series with as strong a change"),
        "noise_points": _("Share of shuffled series in which a search finds any"),
        "lag": _("Days looked back"),
        "pairs": _("Pairs of days"),
        "turns": _("Times the crossing opened or shut"),
    }
)


class StudyForm(FrameForm):
    """The frame, which look, and what it needs."""

    look = forms.ChoiceField(
        label=pgettext_lazy("hostilities", "Look"),
        choices=[
            ("around", pgettext_lazy("hostilities", "what was recorded around a date")),
            ("level", pgettext_lazy("hostilities", "whether the level after a date differs")),
            ("change", pgettext_lazy("hostilities", "when the level changed, if nobody says when")),
            ("quiet", pgettext_lazy("hostilities", "whether open days go with quiet ones")),
        ],
        required=False,
    )
    on = forms.DateField(
        label=pgettext_lazy("hostilities", "Date"), required=False, input_formats=["%Y-%m-%d"],
        help_text=_("Of the first two looks; the day itself is the first one after."),
        error_messages={"invalid": _("Write it as 2026-01-31.")},
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off", "placeholder": "2026-01-31"}),
    )  # fmt: skip
    side = forms.IntegerField(
        label=pgettext_lazy("hostilities", "Days on each side"), required=False, min_value=1, max_value=MOST_SIDE,
        help_text=_("Of the first look; 21 when left out."),
        widget=forms.TextInput({"dir": "ltr", "inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    crossing = forms.CharField(
        label=pgettext_lazy("hostilities", "Crossing"), required=False, max_length=200,
        help_text=_("Of the last look: its windows, and what was said of it day by day."),
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off", "list": "crossings"}),
    )  # fmt: skip

    def __init__(self, datasets: Sequence[DatasetView], data: Mapping[str, Any]) -> None:
        super().__init__(datasets, data)
        del self.fields["by"]

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        look = found.get("look") or ""
        if look in ("around", "level") and not found.get("on") and "on" not in self.errors:
            self.add_error("on", _("Give the date that is looked at."))
        if look == "quiet" and not found.get("crossing"):
            self.add_error("crossing", _("Name the crossing whose days are looked at."))
        return found


@dataclass(frozen=True, slots=True)
class Day:
    """A day around a date: how far from it, its count, and where 90 of 100 other dates lie."""

    offset: str
    counted: float | None
    lo: float | None
    hi: float | None


@require_safe
@in_case
def room(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The form of a look, and what the look found where one is asked for."""
    wanted = request.GET.get("look", "") in LOOKS
    question = asking.put(request, asked, with_series=wanted, form=StudyForm)
    found: StudyView | None = None
    if question.series is not None:
        told = question.form.cleaned_data
        try:
            found = briefing.look(
                asked, question.series, told["look"], on=told["on"], side=told["side"] or 21, crossing=told["crossing"]
            )
        except Refused as refused:
            named = "crossing" if isinstance(refused, briefing.NoSuchCrossing) else None
            question.form.add_error(named, " ".join(filter(None, (refused.message, refused.instead))))
    context = {
        "question": question,
        "form": question.form,
        "view": found,
        "days": _days(found) if found else (),
        "numbers": [(NUMBERS.get(name, name), value) for name, value in found.numbers.items() if name not in _APART]
        if found
        else (),
        "halves": found.numbers.get("table") or () if found else (),
        "crossings": crossings.calendar(asked).crossings,
        "least": LEAST_UNITS,
        "tabs": question.tabs(asked),
        "tab": "hostilities_studies",
    }
    return frame.page(
        request, "hostilities/studies.html", context, here=HERE, case=asked.case, asked=asked, status=question.status,
        formats=_formats(asked, question) if found else None,
    )  # fmt: skip


def _days(view: StudyView) -> list[Day]:
    """The days of a look around a date, beside the band of other dates."""
    numbers = view.numbers
    return [
        Day(f"{offset:+d}", counted, band and band["lo"], band and band["hi"])
        for offset, counted, band in zip(
            numbers.get("offsets", ()), numbers.get("counts", ()), numbers.get("placebo", ()) or (), strict=False
        )
    ]


def _formats(asked: AskedHere, question: asking.Question) -> frame.Formats:
    told, of = question.told, formats_of(question)
    since, until, box, look = (told.get(name, "") for name in ("since", "until", "box", "look"))
    more = {name: told.get(name, "") for name in ("on", "side", "crossing")}
    sides = dict(zip(("south", "north", "west", "east"), box.split(","), strict=False)) if box else {}
    days = {"from": since, "until": until}
    return frame.Formats(
        json=programs.address(asked, "hostilities", "studies", look, **of, **sides, **more, since=since, until=until),
        command=programs.command(asked, "hostilities", "study", look, **of, box=box, **days, **more),
    )
