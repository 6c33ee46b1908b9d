"""The forms of forecasts: what is asked, and what came; numbers and days go to the desk as they were typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.hostilities.core import frames
from homeward.outlook.actions import Series
from homeward.web.acts import ActForm, Typed
from homeward.web.crossings.forms import numeral, text

Choices = Iterable[tuple[str, str]]
LEVELS = [("country", _("a country")), ("adm1", _("a first division of one")), ("adm2", _("a second division"))]
NAMED = {"share_percent": "share", "share": "share", "said_in": "said_in", "ahead": "ahead"}


class AskForm(ActForm):
    """What is to be forecast: a crossing or an obligation, for how many of 100; a series of hostilities and a month."""

    of = forms.ChoiceField(label=_("What is forecast"), choices=())
    share = numeral(_("When so many of 100 have come or crossed"), "90")
    dataset = text(
        _("Series of hostilities"), help_text=_("The one that you say belongs to it; left empty, none goes in.")
    )
    place = text(_("Its place"))
    level = forms.ChoiceField(label=_("How wide the place is"), choices=LEVELS, required=False)
    within = text(_("What the place lies in"))
    ahead = numeral(_("Months after the last whole one"), "1", _("Of violence alone."))
    seed = numeral(_("Seed"), "0", _("The same seed gives the same forecast again."))

    def __init__(self, data: Any = None, *, offered: Choices, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["of"].choices = list(offered)  # type: ignore[attr-defined]

    @property
    def frame(self) -> frames.Frame | None:
        """The place that was named, or none."""
        given = self.cleaned_data
        if not given["place"]:
            return None
        level = frames.Level(given["level"] or "country")
        return frames.place(level, given["place"], within=given["within"])

    @property
    def series(self) -> Series | None:
        """The series that somebody says belongs to it."""
        given = self.cleaned_data
        return Series(given["dataset"], self.frame) if given["dataset"] or given["place"] else None


class ScoreForm(ActForm):
    """What came, and who said so after the forecast."""

    truth = Typed(
        label=_("What came"),
        help_text=_("The day, as 2026-03-01, or: never; or the number that was counted."),
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": _("Say what came.")},
    )
    said_in = Typed(
        label=_("Statements that say so"),
        help_text=_("Their short names with commas between, each recorded after the forecast."),
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": _("Name who said so.")},
    )

    @property
    def statements(self) -> list[str]:
        return [each.strip() for each in self.cleaned_data["said_in"].split(",") if each.strip()]
