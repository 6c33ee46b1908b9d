"""The forms of channels, meetings and positions; times and names go to the desk as they were typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.ledger.core.channels import Firmness, Medium, PositionStance
from homeward.talks.actions import Present, Telling
from homeward.web.acts import ActForm
from homeward.web.channels.words import FIRMNESSES, MEDIA, STANCES
from homeward.web.crossings.forms import text

Choices = Sequence[tuple[str, str]]
NONE = ("", "–")


class OneOf(forms.RadioSelect):
    """One of several, whose first choice is where a fault leads."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return super().id_for_label(id_, index or "0")


class SomeOf(forms.CheckboxSelectMultiple):
    """Some of several, whose first choice is where a fault leads."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return super().id_for_label(id_, index or "0")


class TalksForm(ActForm):
    """A form that offers channels, meetings, positions or compartments to choose from, as far as it has such a field.

    `NEEDED` are the fields without which the desk records nothing: it says so itself, and these are not called optional.
    """

    NEEDED: tuple[str, ...] = ()

    def __init__(self, data: Any = None, *, offered: dict[str, Choices], **more: Any) -> None:
        super().__init__(data, **more)
        for name, choices in offered.items():
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                some = field.required or isinstance(field, forms.MultipleChoiceField)
                field.choices = list(choices) if some else [NONE, *choices]


class Spoken(TalksForm):
    """Who said it, for whom it spoke, through whom and when."""

    speaker = text(_("Who said it"), help_text=_("As you would name them: a spokesman, an envoy of Westland."))
    capacity = text(_("In what capacity"))
    via = text(_("Through whom it came"), help_text=_("An agency, a paper; with commas between."))
    said = text(_("When it was said"), help_text=_("In the zone of the case: 3 Nov 2023 18:00, yesterday."))
    words = text(_("The words, as they came"), long=True)

    @property
    def voice(self) -> Telling:
        given = self.cleaned_data
        return Telling(
            speaker=given["speaker"],
            capacity=given["capacity"],
            via=tuple(listed(given["via"], ",")),
            said=given["said"],
            words=given["words"],
        )


class ChannelForm(TalksForm):
    NEEDED = ("name", "parties")
    name = text(_("What it is called"))
    parties = text(_("Between whom"), long=True, help_text=_("One party on each line, two at least."))
    mediators = text(_("Who carries the words"), long=True, help_text=_("One on each line."))
    medium = forms.ChoiceField(
        label=_("How"), required=False, choices=[NONE, *((each.value, MEDIA[each.value]) for each in Medium)]
    )
    covers = text(_("What it is for"))
    opened = text(_("Since when it is there"), help_text=_("3 Nov 2023, as exactly as is known."))
    closed = text(_("Since when it is closed"))
    room = forms.ChoiceField(
        label=_("Who may see it"), required=False, choices=(),
        help_text=_("Who may not see this compartment sees no trace of the channel, nor of what is said in it."),
    )  # fmt: skip


class MeetingForm(Spoken):
    NEEDED = ("begins", "speaker", "said")
    channel = forms.ChoiceField(label=_("Channel"), choices=())
    begins = text(_("When it begins"), help_text=_("3 Nov 2023 14:00, or the day alone, as exactly as is known."))
    ends = text(_("When it ends"))
    place = text(_("Where"))
    attendees = text(
        _("Who is there"), long=True, help_text=_("One on each line, with the capacity after a comma: Ada Envoy, host.")
    )
    called_off = forms.BooleanField(label=_("It was called off"), required=False)
    field_order = (
        "channel", "begins", "ends", "place", "attendees", "called_off", "speaker", "capacity", "via", "said", "words",
    )  # fmt: skip

    @property
    def present(self) -> list[Present]:
        """Those who were there: a name, and after the first comma what they were there as."""
        lines = (each.replace("،", ",").partition(",") for each in listed(self.cleaned_data["attendees"]))
        return [Present(name.strip(), capacity.strip()) for name, _comma, capacity in lines]


class ReadoutForm(Spoken):
    NEEDED = ("side", "words", "said")
    meeting = forms.ChoiceField(label=_("Meeting"), choices=())
    side = text(_("Whose account it is"), help_text=_("It stays apart from what the other sides say of the meeting."))
    field_order = ("meeting", "side", "words", "said", "speaker", "capacity", "via")


class PositionForm(Spoken):
    NEEDED = ("party", "topic", "words", "said")
    party = text(_("Whose position it is"))
    topic = text(_("What it is about"), help_text=_("The same words as before keep positions on one topic together."))
    stance = forms.ChoiceField(
        label=_("What the party does"), choices=[(each.value, STANCES[each.value].word) for each in PositionStance]
    )
    firmness = forms.ChoiceField(
        label=_("How firm, by its own words"),
        choices=[(each.value, FIRMNESSES[each.value]) for each in Firmness],
        initial=Firmness.UNCLEAR.value,
    )
    supersedes = forms.ChoiceField(
        label=_("Which of its own positions this replaces"), required=False, choices=(),
        help_text=_("Only if somebody said so. Otherwise both stand beside each other."),
    )  # fmt: skip
    condition = text(_("The condition it is about"), help_text=_("By its short name, such as c1."))
    obligation = text(_("The obligation it is about"), help_text=_("By its short name, such as o1."))
    channel = forms.ChoiceField(label=_("In which channel it was given"), required=False, choices=())
    meeting = forms.ChoiceField(label=_("At which meeting it was given"), required=False, choices=())
    field_order = (
        "party", "topic", "stance", "firmness", "words", "said", "supersedes", "speaker", "capacity", "via",
        "channel", "meeting", "condition", "obligation",
    )  # fmt: skip


def listed(words: str, by: str = "") -> list[str]:
    """The parts of a field that holds several, each on its line or with this sign between, without empty ones."""
    parts = words.replace("،", ",").split(by) if by else words.splitlines()
    return [each.strip() for each in parts if each.strip()]


def lines(words: Iterable[str]) -> str:
    """Several as a field shows them, each on its line."""
    return "\n".join(words)
