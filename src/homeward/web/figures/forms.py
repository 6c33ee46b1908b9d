from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from homeward.ledger.queries import figures as queries
from homeward.ledger.queries.views import Asked, PopulationView
from homeward.web.acts import ActForm, Reason, Typed


class RelateForm(ActForm):
    """How one population stands to another, and why somebody says so."""

    relation_said = forms.ChoiceField(
        label=_("How they stand to each other"),
        choices=[
            ("part", _("these are part of the others")),
            ("whole", _("the others are part of these")),
            ("equal", _("both names count the same people")),
        ],
        widget=forms.RadioSelect({"class": "choices down"}),
        error_messages={
            "required": _("Choose how they stand to each other."),
            "invalid_choice": _("Choose one of these."),
        },
    )
    other = Typed(
        label=_("The others"),
        help_text=_("A population of this case, by its name."),
        widget=forms.TextInput({"dir": "auto", "list": "populations", "autocomplete": "off"}),
        error_messages={"required": _("Name the other population.")},
    )
    reason = Reason()

    def __init__(self, asked: Asked, chosen: PopulationView, data: Mapping[str, Any] | None) -> None:
        super().__init__(data)
        self.chosen = chosen
        self.others = [each for each in queries.all_populations(asked) if each.id != chosen.id]

    def clean_other(self) -> UUID:
        typed = self.cleaned_data["other"]
        for other in self.others:
            if typed in (other.name, str(other.id)):
                return other.id
        raise forms.ValidationError(
            _now("There is no other population of this name in the case; choose one of the list.")
        )

    @property
    def relation(self) -> str:
        return "equal" if self.cleaned_data["relation_said"] == "equal" else "part_of"

    @property
    def part(self) -> UUID:
        return self.cleaned_data["other"] if self.cleaned_data["relation_said"] == "whole" else self.chosen.id

    @property
    def whole(self) -> UUID:
        return self.chosen.id if self.cleaned_data["relation_said"] == "whole" else self.cleaned_data["other"]
