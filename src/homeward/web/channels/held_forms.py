"""The forms of access to people who are held: visits with their five rules, questions for a sign of life and what came of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.ledger.core.held import Found, Kept, SignMedium
from homeward.talks.actions import Rules
from homeward.web.acts import LONGEST_REASON, Typed
from homeward.web.channels.forms import Spoken, TalksForm, listed
from homeward.web.channels.words import FOUND, KEPT, SIGN_MEDIA, VISIT_RULES
from homeward.web.crossings.forms import text

RULES = tuple(Rules.__dataclass_fields__)


def told(label: Any) -> forms.ChoiceField:
    """Whether a rule was kept, as somebody says; nobody has said, unless somebody did."""
    choices = [(each.value, KEPT[each.value]) for each in Kept]
    return forms.ChoiceField(label=label, choices=choices, initial=Kept.NOT_SAID.value)


def sealed(label: Any, help_text: Any) -> Typed:
    """Words that are sealed with the person."""
    widget = forms.Textarea({"rows": 3, "dir": "auto", "autocomplete": "off"})
    return Typed(longest=LONGEST_REASON, label=label, help_text=help_text, required=False, widget=widget)


class VisitForm(Spoken):
    NEEDED = ("begins", "speaker", "said")
    begins = text(_("When it began"), help_text=_("3 Jan 2026, Jan 2026; as exactly as is known."))
    ends = text(_("When it ended"))
    place = text(_("Which place was visited"))
    population = text(_("Who is held there"), help_text=_("The place or these people; one of the two at least."))
    visitors = text(_("Who visited"), long=True, help_text=_("One on each line."))
    holder = text(_("Who holds them"))
    all_detainees = told(VISIT_RULES["all_detainees"])
    all_premises = told(VISIT_RULES["all_premises"])
    private_interview = told(VISIT_RULES["private_interview"])
    repeat_visits = told(VISIT_RULES["repeat_visits"])
    registration = told(VISIT_RULES["registration"])
    visit = forms.ChoiceField(
        label=_("Of which visit another voice told already"), required=False, choices=(),
        help_text=_("Each voice’s account stays apart. None: a visit of which nobody told yet."),
    )  # fmt: skip
    obligation = forms.ChoiceField(label=_("Which obligation owed it"), required=False, choices=())
    agreement = forms.ChoiceField(label=_("Under which agreement"), required=False, choices=())
    room = forms.ChoiceField(
        label=_("Who may see it"), required=False, choices=(),
        help_text=_("Who may not see this compartment sees no trace of it."),
    )  # fmt: skip
    field_order = (
        "begins", "ends", "place", "population", "visitors", "holder", *RULES, "speaker", "capacity", "via", "said",
        "words", "visit", "obligation", "agreement", "room",
    )  # fmt: skip

    @property
    def rules(self) -> Rules:
        return Rules(**{name: self.cleaned_data[name] for name in RULES})

    @property
    def seen_by(self) -> list[str]:
        return listed(self.cleaned_data["visitors"])


class QuestionForm(TalksForm):
    NEEDED = ("question", "holder")
    person = forms.ChoiceField(label=_("Of whom"), choices=())
    question = sealed(
        _("The question"),
        _("Only this person knows the answer. It is sealed with the person and opens with them alone."),
    )
    holder = text(
        _("Who holds them, and is asked"), help_text=_("As far as is known. Never by the name of who is held.")
    )
    channel = forms.ChoiceField(label=_("Through which channel"), required=False, choices=())
    asked = text(_("When it was asked"), help_text=_("3 Jan 2026 09:00; now, if you leave it empty."))
    only_they_know = told(_("That only they know the answer"))
    before_any_offer = told(_("That it was asked before any offer"))
    room = forms.ChoiceField(
        label=_("Who may see it"), required=False, choices=(),
        help_text=_("Who may not see this compartment sees no trace of it."),
    )  # fmt: skip


class ReplyForm(Spoken):
    NEEDED = ("answer", "received", "speaker", "said")
    proof = forms.ChoiceField(label=_("To which question"), choices=())
    medium = forms.ChoiceField(
        label=_("How it came"), choices=[(each.value, SIGN_MEDIA[each.value]) for each in SignMedium]
    )
    answer = sealed(
        _("What came"), _("As it came; of a picture or a voice what it shows. It is sealed with the person.")
    )
    received = text(_("When the desk got it"), help_text=_("3 Jan 2026 12:00"))
    field_order = ("proof", "medium", "answer", "received", "speaker", "capacity", "via", "said", "words")


class LookForm(TalksForm):
    NEEDED = ("reason",)
    proof = forms.ChoiceField(label=_("To which question"), choices=())
    answer = forms.ChoiceField(
        label=_("Which answer"), required=False, choices=(), help_text=_("None chosen: the last that came.")
    )
    found = forms.ChoiceField(label=_("What you found"), choices=[(each.value, FOUND[each.value]) for each in Found])
    reason = sealed(_("What it was held against"), _("It is sealed with the person."))
    looked = text(_("When you looked"), help_text=_("4 Jan 2026 08:00; now, if you leave it empty."))
