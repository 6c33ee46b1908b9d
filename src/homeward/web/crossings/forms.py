"""The forms of crossings. What is typed goes to the desk as it is: numbers in the digits of any script are read there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.crossings.actions import Voice
from homeward.crossings.queries.views import CalendarView
from homeward.ledger.core.crossings import Answered, Status, Ticked
from homeward.web.acts import LONGEST_REASON, ActForm, Reason, Typed
from homeward.web.crossings.words import ANSWERED, STATUSES, TICKED

Choices = Iterable[tuple[str, str]]
NUMBER = {"inputmode": "numeric", "autocomplete": "off", "size": "8"}


def numeral(label: Any, initial: str = "", help_text: Any = "") -> Typed:
    """A field for a number, as typed."""
    return Typed(
        label=label, initial=initial, required=False, help_text=help_text, widget=forms.TextInput(attrs=NUMBER)
    )


def text(label: Any, *, required: bool = False, help_text: Any = "", long: bool = False, initial: str = "") -> Typed:
    """A field for words, in their own direction."""
    attrs = {"dir": "auto", "autocomplete": "off"}
    widget = forms.Textarea({**attrs, "rows": 3}) if long else forms.TextInput(attrs=attrs)
    return Typed(
        label=label,
        required=required,
        help_text=help_text,
        widget=widget,
        initial=initial,
        longest=LONGEST_REASON if long else 300,
    )


class CrossingsForm(ActForm):
    """A form over the calendar of a case: `calendar` gives it what may be chosen."""

    def __init__(self, data: Any = None, *, calendar: CalendarView, **more: Any) -> None:
        super().__init__(data, **more)
        self.calendar = calendar
        choices: dict[str, list[tuple[str, str]]] = {
            "crossing": [(str(each.id), each.name) for each in calendar.crossings],
            "point": [
                (str(point.id), f"{each.name}: {point.name}") for each in calendar.crossings for point in each.points
            ],
            "window": [
                (str(each.id), f"{each.on} {each.opens} · {each.crossing.name}")
                for each in calendar.windows
                if not each.cancelled
            ],
            "pickup": [(str(each.id), each.name) for each in calendar.pickups],
        }
        for name, given in choices.items():
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                field.choices = given if field.required else [("", "–"), *given]

    @property
    def filled(self) -> dict[str, Any]:
        """What was typed; a number that was left out is what the form begins with."""
        begun = {name: field.initial for name, field in self.fields.items() if isinstance(field.initial, str)}
        return {name: begun.get(name, "") if value == "" else value for name, value in self.cleaned_data.items()}


class Spoken(CrossingsForm):
    """Who said it and when."""

    speaker = text(_("Who said it"), help_text=_("As you would name them: the border authority, a spokesman of it."))
    said = text(_("When it was said"), help_text=_("In the zone of the case: 3 Nov 2023 18:00, yesterday."))
    words = text(_("The words, as they came"), long=True)

    @property
    def voice(self) -> Voice:
        given = self.cleaned_data
        return Voice(speaker=given["speaker"], said=given["said"], words=given["words"])


class CrossingForm(CrossingsForm):
    name = text(_("What it is called"))
    authorities = text(
        _("Whose permission everybody needs there"), long=True, help_text=_("One authority on each line.")
    )


class PointForm(CrossingsForm):
    crossing = forms.ChoiceField(label=_("Crossing"), choices=())
    name = text(_("What it is called"))


class StatusForm(Spoken):
    crossing = forms.ChoiceField(label=_("Crossing"), choices=())
    point = forms.ChoiceField(label=_("Control point"), choices=(), required=False)
    status = forms.ChoiceField(
        label=_("How it is"), choices=[(each.value, STATUSES[each.value].word) for each in Status]
    )
    field_order = ("crossing", "point", "status", "speaker", "said", "words")


class WindowForm(Spoken):
    crossing = forms.ChoiceField(label=_("Crossing"), choices=())
    on = text(_("Day"), help_text=_("3 Nov 2023"))
    opens = text(_("Opens"), help_text=_("08:30, in the time of the place"))
    closes = text(_("Closes"))
    capacity = numeral(_("People at most"))
    desks = numeral(_("Desks"), "1")
    seconds_each = numeral(_("Seconds that a desk takes for each"), "300")
    escort_slots = numeral(_("Convoys that are escorted"), "1")
    medics = numeral(_("Medics that go along"), "0")
    staff_escorts = numeral(_("Escorts for children alone"), "0")
    open_percent = numeral(_("How likely it opens, in percent"), "100", _("Your own judgement; it weighs in the plan."))
    cancelled = forms.BooleanField(label=_("It was called off"), required=False)
    field_order = (
        "crossing", "on", "opens", "closes", "capacity", "speaker", "said", "words", "desks", "seconds_each",
        "escort_slots", "medics", "staff_escorts", "open_percent", "cancelled",
    )  # fmt: skip


class QuotaForm(Spoken):
    crossing = forms.ChoiceField(label=_("Crossing"), choices=())
    on = text(_("Day"), help_text=_("3 Nov 2023"))
    nationality = text(_("Nationality"), help_text=_("A country, its three letters, or * for everybody."))
    most = numeral(_("People at most"))
    field_order = ("crossing", "on", "nationality", "most", "speaker", "said", "words")


class PickUpForm(CrossingsForm):
    name = text(_("What it is called"))

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        for each in self.calendar.crossings:
            self.fields[f"minutes.{each.id}"] = numeral(_("Minutes to %(crossing)s") % {"crossing": each.name})


class VehicleForm(CrossingsForm):
    name = text(_("What it is called"))
    seats = numeral(_("Seats"), help_text=_("Without the crew, a medic and escorts."))
    wheelchairs = numeral(_("Places for wheelchairs"), "0")
    stretchers = numeral(_("Places to lie down"), "0")
    trips = numeral(_("Trips a day"), "1")
    days = text(_("Days on which it is there"), help_text=_("With commas between; none for every day."))
    in_use = forms.BooleanField(label=_("It is in use"), required=False, initial=True)


class ConvoyForm(CrossingsForm):
    window = forms.ChoiceField(label=_("Window"), choices=())
    pickup = forms.ChoiceField(label=_("Pick-up point"), choices=())
    departs = text(_("Leaves"), help_text=_("07:30, in the time of the place"))
    most_vehicles = numeral(_("Vehicles at most"), "1")
    cancelled = forms.BooleanField(label=_("It was called off"), required=False)


class CheckForm(CrossingsForm):
    name = text(_("What is to be done before anybody leaves"))
    in_use = forms.BooleanField(label=_("It is on the list of every window"), required=False, initial=True)


class TickForm(CrossingsForm):
    check_id = forms.UUIDField(widget=forms.HiddenInput)
    ticked = forms.ChoiceField(choices=[(each.value, TICKED[each.value].word) for each in Ticked])
    note = text(_("How, or why not"))


class NoticeForm(CrossingsForm):
    window = forms.ChoiceField(label=_("Window"), choices=())
    party = text(_("Who was told"))
    expires = text(_("Until when it counts"), help_text=_("3 Nov 2023 18:00"))
    words = text(
        _("What they were told"), long=True, help_text=_("The way, the hours, the contacts; name nobody who crosses.")
    )


class AnswerForm(Spoken):
    answered = forms.ChoiceField(
        label=_("What they said"), choices=[(each.value, ANSWERED[each.value]) for each in Answered]
    )
    field_order = ("answered", "speaker", "said", "words")


class DateForm(CrossingsForm):
    window = forms.ChoiceField(label=_("Window"), choices=())


class ChoosePickUpForm(CrossingsForm):
    pickup = forms.ChoiceField(label=_("Pick-up point"), choices=())


class PlanForm(CrossingsForm):
    plan_date = text(_("From which day on"), help_text=_("Today, if you leave it empty."))
    seconds = numeral(_("Seconds to work on it"), "60")
    least_change = forms.BooleanField(label=_("Change as few told dates as can be"), required=False)


class PolicyForm(ActForm):
    reason = Reason()
