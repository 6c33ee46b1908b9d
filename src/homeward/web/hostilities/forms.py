"""Which series is asked for: the frame is chosen before anybody looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.hostilities.core import frames
from homeward.hostilities.core.buckets import By
from homeward.hostilities.queries import DatasetView
from homeward.refusals import Refused

LONGEST: Final = 200
SIDES: Final = 4
_NO_DAY = _("Write it as 2026-01-31.")


class NotRead(Refused):
    """This frame cannot be read."""


def _words(label: Any, hint: Any = "", listed: str = "", *, ltr: bool = False) -> forms.CharField:
    marks = {"dir": "ltr" if ltr else "auto", "autocomplete": "off", **({"list": listed} if listed else {})}
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=LONGEST, widget=forms.TextInput(marks)
    )


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, input_formats=["%Y-%m-%d"], error_messages={"invalid": _NO_DAY},
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off", "placeholder": "2026-01-31"}),
    )  # fmt: skip


class FrameForm(forms.Form):
    """A dataset, a place or a box, a pair of actors, days; all as addresses carry them."""

    use_required_attribute = False

    dataset = forms.ChoiceField(label=pgettext_lazy("hostilities", "Dataset"), required=False)
    place = _words(_("Place"), _("A country or a division, as the dataset writes it."), "places")
    within = _words(_("Lies in"), _("Where several places are called so."))
    box = _words(_("Or a box"), _("South, north, west, east: 36.10,36.32,37.0,37.30"), ltr=True)
    dyad = _words(pgettext_lazy("hostilities", "Pair"), _("One pair of actors, by name or key."), "pairs")
    since = _day(pgettext_lazy("hostilities", "First day"))
    until = _day(pgettext_lazy("hostilities", "Last day"))
    by = forms.ChoiceField(
        label=pgettext_lazy("hostilities", "Days together"),
        required=False,
        choices=[
            ("", pgettext_lazy("hostilities", "as fine as can be seen")),
            (By.DAY.value, pgettext_lazy("hostilities", "by day")),
            (By.WEEK.value, pgettext_lazy("hostilities", "by week")),
            (By.MONTH.value, pgettext_lazy("hostilities", "by month")),
        ],
    )
    measure = _words(pgettext_lazy("hostilities", "What is counted"), _("The first thing that the dataset counts."))

    def __init__(self, datasets: Sequence[DatasetView], data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self.datasets = datasets
        choices = [(str(each.id), each.named) for each in datasets if each.version]
        self.fields["dataset"].choices = choices or [("", "")]  # type: ignore[attr-defined]

    def clean_box(self) -> frames.Frame | None:
        typed = self.cleaned_data["box"].strip()
        if not typed:
            return None
        try:
            south, north, west, east = (float(side) for side in typed.split(","))
        except ValueError as wrong:
            raise forms.ValidationError(_("Give four numbers: south, north, west, east.")) from wrong
        try:
            return frames.box(south=south, north=north, west=west, east=east)
        except Refused as refused:
            raise forms.ValidationError(refused.instead or refused.message) from refused

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("place") and found.get("box"):
            self.add_error("box", _("A place and a box are two frames: give one."))
        since, until = found.get("since"), found.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day lies before the first."))
        return found

    @property
    def chosen(self) -> DatasetView | None:
        """The dataset that is meant: the one chosen, else the first that counts."""
        wanted = self.cleaned_data.get("dataset") or ""
        counting = [each for each in self.datasets if each.version]
        return next((each for each in counting if str(each.id) == wanted), counting[0] if counting else None)

    @property
    def days(self) -> tuple[date | None, date | None]:
        return self.cleaned_data["since"], self.cleaned_data["until"]
