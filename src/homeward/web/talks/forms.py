"""The forms of what blocks whom; words and times go to the desk as they were typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from homeward.ledger.core.heard import Heard
from homeward.talks.core.spoken import SpokenGate
from homeward.web.acts import Reason, Typed
from homeward.web.channels.forms import NONE, OneOf, SomeOf, TalksForm, listed
from homeward.web.crossings.forms import numeral, text
from homeward.web.signs import CONDITIONS, MODALITIES
from homeward.web.talks.words import CHOICES, EDGES, NATURES, SUPPOSED

MISSING = {"required": _("Choose one of these."), "invalid_choice": _("Choose one of these.")}
VOICE = ("speaker", "capacity", "party", "via", "said", "modality", "text")


def needed(field: Typed, words: Any) -> Typed:
    """A field that must not stay empty; `words` say what to give."""
    field.required = True
    field.error_messages["required"] = words
    return field


class Told(TalksForm):
    """Who said it, for whom, through whom, when and how sure, and the words."""

    speaker = needed(
        text(_("Who said it"), help_text=_("As you would name them: a spokesman, an envoy of Westland.")),
        _("Name who said it; “a diplomatic source” is a name too."),
    )
    capacity = text(_("In what capacity"))
    party = text(_("For whom"))
    via = text(_("Through whom it came"), help_text=_("An agency, a paper; with commas between."))
    said = needed(
        text(_("When it was said"), help_text=_("In the zone of the case: 3 Nov 2023 18:00, yesterday.")),
        _("Say when it was said, as exactly as is known."),
    )
    modality = forms.ChoiceField(
        label=_("How it was put"),
        choices=[(name, sign.word) for name, sign in MODALITIES.items()],
        initial="asserted",
        error_messages=MISSING,
    )
    text = needed(text(_("The words, as they came"), long=True), _("Write the words, as they came."))

    @property
    def heard(self) -> Heard:
        """What was typed of the voice, as the desk takes it down."""
        given = self.cleaned_data
        named = {name: given[name] for name in VOICE if name != "via"}
        occurred = given.get("occurred", "")
        return Heard(**named, via=tuple(listed(given["via"], ",")), speaker_kind="body", occurred=occurred)


class StatusForm(Told):
    """Somebody said how a condition stands."""

    condition = forms.ChoiceField(label=_("Which condition"), choices=(), error_messages=MISSING)
    status = forms.ChoiceField(
        label=_("What was said of it"),
        choices=[(value, CONDITIONS[value].word) for value in SUPPOSED],
        widget=OneOf({"class": "choices"}),
        error_messages=MISSING,
    )
    occurred = text(_("Since when it is so"), help_text=_("Leave it empty if nobody said."))
    field_order = ("condition", "status", *VOICE, "occurred")


class GateForm(Told):
    """Somebody said how conditions stand together before a goal, or before one condition."""

    gates = text(
        _("Before which goal"), help_text=_("By its words. Leave it empty where one condition waits for the others.")
    )
    before = forms.ChoiceField(label=_("Or before one condition"), choices=(), required=False, error_messages=MISSING)
    members = forms.MultipleChoiceField(
        label=_("Which conditions"),
        choices=(),
        widget=SomeOf({"class": "choices down"}),
        required=False,
        error_messages=MISSING,
    )
    goals = text(_("Goals that belong to it too"), long=True, help_text=_("By their words, one on each line."))
    op = forms.ChoiceField(label=_("How they stand together"), choices=CHOICES, error_messages=MISSING)
    least = numeral(_("How many of them"), help_text=_("Only where so many of them are enough."))
    batches = text(_("How large the batches are"), help_text=_("Only in step: numbers with commas between."))
    within = text(_("Within which time"), help_text=_("Only within a time: 3 Nov 2023 to 5 Nov 2023."))
    edge = forms.ChoiceField(label=_("What it is"), choices=list(EDGES.items()), error_messages=MISSING)
    demanded_by = text(_("Who asks for it"), long=True, help_text=_("One on each line."))
    demanded_of = text(_("Of whom"), long=True, help_text=_("One on each line."))
    field_order = (
        "gates", "before", "members", "goals", "op", "least", "batches", "within", "edge", "demanded_by", "demanded_of",
        *VOICE,
    )  # fmt: skip

    def clean_least(self) -> str:
        """A whole number in the digits of any script."""
        typed: str = self.cleaned_data["least"].strip()
        if typed and not typed.isdecimal():
            raise forms.ValidationError(_now("Write a whole number, such as 2."))
        return typed

    @property
    def gate(self) -> SpokenGate:
        """The gate as typed; members keep the order in which the page lists them."""
        given = self.cleaned_data
        return SpokenGate(
            **{name: given[name] for name in ("op", "gates", "before", "edge", "within")},
            members=tuple(given["members"]),
            goals=tuple(listed(given["goals"])),
            least=int(given["least"]) if given["least"] else None,
            batches=tuple(listed(given["batches"], ",")),
            demanded_by=" / ".join(listed(given["demanded_by"])),
            demanded_of=" / ".join(listed(given["demanded_of"])),
        )


class NatureForm(Told):
    """Somebody said what a condition is, and who could clear it."""

    condition = forms.ChoiceField(label=_("Which condition"), choices=(), error_messages=MISSING)
    nature = forms.ChoiceField(
        label=_("What it is"), choices=[NONE, *NATURES.items()], required=False, error_messages=MISSING
    )
    throughout = forms.ChoiceField(
        label=_("Must it hold the whole time"),
        choices=[NONE, ("yes", _("yes, the whole time")), ("no", _("no, once is enough"))],
        required=False,
        error_messages=MISSING,
    )
    clearers = text(_("Who could clear it"), long=True, help_text=_("One on each line."))
    field_order = ("condition", "nature", "throughout", "clearers", *VOICE)


class SettleForm(TalksForm):
    """A named person of the desk says what the words of a goal mean."""

    goal = needed(
        text(_("The words"), help_text=_("As they were said: exit of Russian citizens.")),
        _("Name the goal in the words that were used."),
    )
    action = needed(
        text(_("What is to be done"), help_text=_("In few words: exit, release.")), _("Name the action: release.")
    )
    population = text(_("Of whom"), help_text=_("By the name under which they are counted; a new one is entered."))
    part_of = text(
        _("Who are part of"), help_text=_("What stands before the wider goal then stands before this one too.")
    )
    reason = Reason()

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        for name in ("population", "part_of"):
            self.fields[name].widget.attrs["list"] = "populations"


def chosen(form: forms.Form, name: str) -> str:
    """What was chosen, in its words, one on each line."""
    field: Any = form.fields[name]
    given = form.cleaned_data[name]
    words = {str(value): str(label) for value, label in field.choices}
    several: list[str] = given if isinstance(given, list) else [given]
    return "\n".join(words.get(each, each) for each in several if each)
