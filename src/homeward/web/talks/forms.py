"""The forms of what blocks whom; words and times go to the desk as they were typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.web.acts import Reason
from homeward.web.channels.forms import NONE, Spoken, TalksForm
from homeward.web.crossings.forms import numeral, text
from homeward.web.signs import CONDITIONS
from homeward.web.talks.words import CHOICES, EDGES, NATURES

MISSING = {"required": _("Choose one of these."), "invalid_choice": _("Choose one of these.")}


class StatusForm(Spoken):
    """Somebody said how a condition stands."""

    condition = forms.ChoiceField(label=_("Which condition"), choices=(), error_messages=MISSING)
    status = forms.ChoiceField(
        label=_("What was said of it"),
        choices=[(value, CONDITIONS[value].word) for value in ("met", "unmet")],
        widget=forms.RadioSelect({"class": "choices"}),
        error_messages=MISSING,
    )
    occurred = text(_("Since when it is so"), help_text=_("Leave it empty if nobody said."))
    cleared_by = text(_("Who cleared it, by these words"))
    field_order = (
        "condition", "status", "speaker", "capacity", "via", "said", "words", "occurred", "cleared_by",
    )  # fmt: skip


class GateForm(Spoken):
    """Somebody said how conditions stand together before a goal."""

    goal = text(_("Before which goal"), required=True, help_text=_("By its words."))
    members = forms.MultipleChoiceField(
        label=_("Which conditions"),
        choices=(),
        widget=forms.CheckboxSelectMultiple({"class": "choices down"}),
        required=False,
        error_messages=MISSING,
    )
    goals = text(_("Goals that belong to it too"), long=True, help_text=_("By their words, one on each line."))
    op = forms.ChoiceField(label=_("How they stand together"), choices=CHOICES, error_messages=MISSING)
    least = numeral(_("How many of them"), help_text=_("Only where so many of them are enough."))
    batches = text(_("How large the batches are"), help_text=_("Only in step: numbers with commas between."))
    within = text(_("Within which time"), help_text=_("Only within a time: 3 Nov 2023 to 5 Nov 2023."))
    before = forms.ChoiceField(
        label=_("Or before one condition"),
        choices=(),
        required=False,
        help_text=_("Where one condition waits for the others, instead of the goal."),
    )
    edge = forms.ChoiceField(
        label=_("How it was put"), choices=[(name, word) for name, word in EDGES.items()], error_messages=MISSING
    )
    demanded_by = text(_("Who asks for it"), long=True, help_text=_("One on each line."))
    demanded_of = text(_("Of whom"), long=True, help_text=_("One on each line."))
    field_order = (
        "goal", "before", "members", "goals", "op", "least", "batches", "within", "edge", "demanded_by", "demanded_of",
        "speaker", "capacity", "via", "said", "words",
    )  # fmt: skip


class NatureForm(Spoken):
    """Somebody said what a condition is, and who could clear it."""

    condition = forms.ChoiceField(label=_("Which condition"), choices=(), error_messages=MISSING)
    nature = forms.ChoiceField(label=_("What it is"), choices=[NONE, *NATURES.items()], required=False)
    throughout = forms.ChoiceField(
        label=_("Must it hold the whole time"),
        choices=[NONE, ("yes", _("yes, the whole time")), ("no", _("no, once is enough"))],
        required=False,
    )
    clearers = text(_("Who could clear it"), long=True, help_text=_("One on each line."))
    field_order = (
        "condition", "nature", "throughout", "clearers", "speaker", "capacity", "via", "said", "words",
    )  # fmt: skip


class SettleForm(TalksForm):
    """A named person of the desk says what the words of a goal mean."""

    goal = text(_("The words"), required=True, help_text=_("As they were said: exit of Russian citizens."))
    action = text(_("What is to be done"), help_text=_("In few words: exit, release."))
    population = forms.ChoiceField(label=_("Of whom"), choices=(), required=False)
    part_of = forms.ChoiceField(
        label=_("Who are part of"),
        choices=(),
        required=False,
        help_text=_("What stands before the wider goal then stands before this one too."),
    )
    reason = Reason()


def chosen(form: forms.Form, name: str) -> str:
    """What was chosen, in its words."""
    field: Any = form.fields[name]
    given = form.cleaned_data[name]
    choices = dict(_flat(field.choices))
    several = given if isinstance(given, list) else [given]
    return "\n".join(str(choices.get(each, each)) for each in several if each)


def _flat(choices: Iterable[Any]) -> list[tuple[str, Any]]:
    return [(str(value), words) for value, words in choices]
