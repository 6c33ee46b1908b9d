"""The forms of what voices say of agreements; numbers and times go to the desk as they were typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.ledger.core.agreements import Answered, Power, Stage, Turn
from homeward.talks.actions import Many, SaidPhase, Voice
from homeward.web.agreements.words import ANSWERS, OPS, POWERS, RULE_CHOICES, STAGES, TURNS
from homeward.web.channels.forms import NONE, SomeOf, TalksForm, listed
from homeward.web.crossings.forms import numeral, text


class Spoken(TalksForm):
    """Who said it, for whom, through whom, when, and when what it tells of was so."""

    speaker = text(_("Who said it"), help_text=_("As you would name them: a spokesman, an envoy of Westland."))
    party = text(_("For which party"))
    via = text(_("Through whom it came"), help_text=_("An agency, a paper; with commas between."))
    said = text(_("When it was said"), help_text=_("In the zone of the case: 3 Nov 2023 18:00, yesterday."))
    words = text(_("The words, as they came"), long=True)
    NEEDED: tuple[str, ...] = ("speaker", "said")
    VOICE = ("speaker", "party", "via", "said", "words")

    @property
    def voice(self) -> Voice:
        given = self.cleaned_data
        told = {name: given.get(name, "") for name in ("speaker", "party", "said", "words")}
        return Voice(via=tuple(listed(given["via"], ",")), occurred=given.get("occurred", ""), **told)

    @property
    def told(self) -> dict[str, Any]:
        """Everything but the voice and what is put together of several fields."""
        taken = {*Spoken.VOICE, "occurred", "op", "lo", "hi"}
        return {name: value for name, value in self.cleaned_data.items() if name not in taken}


class Counted(Spoken):
    """With an amount: a sign, and one or two numbers."""

    op = forms.ChoiceField(label=_("How many, by the words"), choices=[(each, OPS[each]) for each in OPS])
    lo = numeral(_("Number"), help_text=_("As it was said; in the digits of any script."))
    hi = numeral(_("Second number"), help_text=_("Only for “from … to …”."))

    @property
    def many(self) -> Many:
        return Many(op=self.cleaned_data["op"], lo=self.cleaned_data["lo"], hi=self.cleaned_data["hi"])


class AgreementForm(Spoken):
    NEEDED = ("title", "speaker", "said")
    title = text(_("What it is called"))
    announced = text(_("When it was announced"), help_text=_("When it was said, if you leave it empty."))
    planned_start = text(_("Start, as planned"))
    actual_start = text(_("Start, as it was"))
    planned_end = text(_("End, as planned"))
    deadline = text(_("Deadline"))
    parties = text(_("Between whom"), help_text=_("With / between: Northland / Southland."))
    mediators = text(_("Who carried the words"), help_text=_("With / between."))
    guarantors = text(_("Who vouches for it"), help_text=_("With / between."))
    phases = text(_("Phases"), long=True, help_text=_("One on each line: a short name, a colon, its words."))
    field_order = (
        "title", "parties", "mediators", "guarantors", "announced", "planned_start", "actual_start", "planned_end",
        "deadline", "phases", *Spoken.VOICE,
    )  # fmt: skip

    @property
    def told(self) -> dict[str, Any]:
        told = super().told
        lines = [each.partition(":") for each in listed(told.pop("phases"))]
        phases = [SaidPhase(key=key.strip(), text=words.strip()) for key, _colon, words in lines]
        return {**told, "phases": phases}


class ObligationForm(Counted):
    NEEDED = ("bearer", "action", "speaker", "said")
    agreement = forms.ChoiceField(label=_("Agreement"), choices=())
    bearer = text(_("Who owes it"), help_text=_("With / between."))
    beneficiary = text(_("To whom"))
    action = text(_("What is to be done"), help_text=_("A verb: release, let in, hand over."))
    object = text(_("Of what or whom"))
    unit = text(_("Counted in"), help_text=_("person, lorry, day"))
    per = text(_("For each"), help_text=_("day or week, if it is owed again and again."))
    window = text(_("From when to when it is owed"), help_text=_("24 Nov 2023 to 28 Nov 2023"))
    due = text(_("By when"))
    counts_at = forms.ChoiceField(
        label=_("At which stage it counts"), required=False,
        choices=[NONE, *((each.value, STAGES[each.value]) for each in Stage)],
    )  # fmt: skip
    condition = text(_("Only when"))
    field_order = (
        "agreement", "bearer", "beneficiary", "action", "object", "op", "lo", "hi", "unit", "per", "window", "due",
        "counts_at", "condition", *Spoken.VOICE,
    )  # fmt: skip


class DeliveryForm(Counted):
    NEEDED = ("lo", "speaker", "said")
    obligation = forms.ChoiceField(label=_("Obligation"), choices=())
    stage = forms.ChoiceField(label=_("How far it came"), choices=[(each.value, STAGES[each.value]) for each in Stage])
    unit = text(_("Counted in"), help_text=_("person, lorry, day"))
    so_far = forms.BooleanField(label=_("This is all that came so far, not what came then"), required=False)
    occurred = text(_("When it came"), help_text=_("3 Nov 2023; when it was said, if you leave it empty."))
    where = text(_("Where"))
    category = text(_("Of which kind"), help_text=_("Where the agreement tells kinds apart: child, woman."))
    statement = text(
        _("What was said already and is put to this obligation"),
        help_text=_("By its short name, s5 or s5#1; it counts once."),
    )
    field_order = (
        "obligation", "stage", "op", "lo", "hi", "unit", "so_far", "occurred", *Spoken.VOICE, "where", "category",
        "statement",
    )  # fmt: skip


class CountingForm(Spoken):
    NEEDED = ("statement", "speaker", "said")
    statement = text(_("Which delivery or figure"), help_text=_("By its short name, s5 or s5#1."))
    obligation = forms.ChoiceField(
        label=_("For which obligation it counts"),
        required=False,
        choices=(),
        help_text=_("None: it counts for nothing."),
    )
    on = text(_("For which day it counts"), help_text=_("3 Nov 2023"))
    decided_by = text(_("Who decided it"), help_text=_("With / between."))
    field_order = ("statement", "obligation", "on", "decided_by", *Spoken.VOICE)


class ComplaintForm(Spoken):
    obligation = forms.ChoiceField(label=_("What is said not to be kept"), choices=())
    claimant = text(_("Who says it"), help_text=_("The party for which it is said; with / between."))
    against = text(_("Of whom"), help_text=_("Whoever owes it, if you leave it empty."))
    field_order = ("obligation", "claimant", "against", *Spoken.VOICE)


class AnswerForm(Spoken):
    complaint = forms.ChoiceField(label=_("To what"), choices=())
    answer = forms.ChoiceField(
        label=_("What was said to it"), choices=[(each.value, ANSWERS[each.value]) for each in Answered]
    )
    answered_by = text(_("Who answers"), help_text=_("The party for which it is said; with / between."))
    field_order = ("complaint", "answer", "answered_by", *Spoken.VOICE)


class TurnForm(Spoken):
    agreement = forms.ChoiceField(label=_("Agreement"), choices=())
    turn = forms.ChoiceField(label=_("What is announced"), choices=[(each.value, TURNS[each.value]) for each in Turn])
    until = text(_("Until when"), help_text=_("3 Nov 2023 07:00"))
    obligation = forms.ChoiceField(label=_("Only of this obligation"), required=False, choices=())
    of = text(_("For whom it is announced"), help_text=_("Each side’s word is recorded apart; with / between."))
    occurred = text(_("From when it holds"), help_text=_("When it was said, if you leave it empty."))
    field_order = ("agreement", "turn", "until", "of", "obligation", "occurred", *Spoken.VOICE)


class RuleForm(Spoken):
    NEEDED = ("text", "speaker", "said")
    agreement = forms.ChoiceField(label=_("Agreement"), choices=())
    kind = forms.ChoiceField(label=_("What the rule does"), choices=list(RULE_CHOICES.items()))
    per = text(_("For each so many, or the ratio"), help_text=_("10, where each ten make it longer; 3 for 1."))
    adds = text(_("How much longer it lasts"), help_text=_("Only of what makes it longer: 1 day."))
    cap = text(_("At most by how much"), help_text=_("10 days"))
    between = forms.MultipleChoiceField(
        label=_("Between which obligations"), choices=(), required=False, widget=SomeOf({"class": "choices down"})
    )
    interpreter = text(_("Who may say how it is read"), help_text=_("With / between."))
    words = None  # type: ignore[assignment]  # these are the rule itself
    text = text(_("The rule, in the words used"), long=True)
    field_order = (
        "agreement", "kind", "text", "per", "adds", "cap", "between", "interpreter", "speaker", "party", "via", "said",
    )  # fmt: skip


class PowerForm(Spoken):
    NEEDED = ("holder", "speaker", "said")
    agreement = forms.ChoiceField(label=_("Agreement"), choices=())
    holder = text(_("Who may"), help_text=_("With / between."))
    power = forms.ChoiceField(label=_("What they may do"), choices=[(each.value, POWERS[each.value]) for each in Power])
    condition = text(_("Only when"))
    form = text(_("In which manner"), help_text=_("In writing, through Westland."))
    until = text(_("Until when they may"), help_text=_("3 Nov 2023 07:00"))
    field_order = ("agreement", "holder", "power", "condition", "form", "until", *Spoken.VOICE)
