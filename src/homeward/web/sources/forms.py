from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from homeward.ledger.core import writing
from homeward.ledger.queries.views import CaseView, SourceView
from homeward.moments import Interval
from homeward.refusals import Findings
from homeward.web.acts import ActForm, Reason, Typed

LETTERS = (
    ("A", _("A · proved right throughout")),
    ("B", _("B · mostly proved right")),
    ("C", _("C · often enough proved right")),
    ("D", _("D · mostly not proved right")),
    ("E", _("E · proved wrong")),
    ("F", _("F · cannot be judged")),
)


class ReliabilityForm(ActForm):
    """How far a source proved right, on what, and when."""

    letter = forms.ChoiceField(
        label=_("How far it proved right"),
        choices=LETTERS,
        widget=forms.RadioSelect({"class": "choices down"}),
        error_messages={"required": _("Choose a letter."), "invalid_choice": _("Choose one of these.")},
    )
    topic = Typed(
        label=_("On what"),
        help_text=_("A topic of the case; empty means on everything."),
        required=False,
        widget=forms.TextInput({"dir": "auto", "list": "topics", "autocomplete": "off"}),
    )
    during = Typed(
        label=_("In which time"),
        help_text=_("For example since October 2023, or 1 Oct 2023 to 4 Nov 2023."),
        required=False,
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off"}),
    )
    reason = Reason()

    def __init__(self, case: CaseView, at: datetime, data: Mapping[str, Any] | None) -> None:
        super().__init__(data)
        self.case, self.at = case, at

    def clean_during(self) -> Interval | None:
        findings = Findings()
        read = writing.when(self.cleaned_data["during"], "during", zone=self.case.zone, at=self.at, findings=findings)
        for fault in findings.faults:
            raise forms.ValidationError(fault.message)
        return read


class SettleForm(ActForm):
    """Who a speaker is."""

    settled_as = Typed(
        label=_("This speaker is"),
        help_text=_("Another source of this case, by its name."),
        widget=forms.TextInput({"dir": "auto", "list": "others", "autocomplete": "off"}),
        error_messages={"required": _("Name the other source.")},
    )
    reason = Reason()

    def __init__(self, others: Sequence[SourceView], data: Mapping[str, Any] | None) -> None:
        super().__init__(data)
        self.others = others
        self.found: SourceView | None = None

    def clean_settled_as(self) -> UUID:
        typed = " ".join(self.cleaned_data["settled_as"].split()).casefold()
        found = [each for each in self.others if typed in (each.name.casefold(), str(each.id))]
        if not found:
            raise forms.ValidationError(
                _now(
                    "There is no other source of this name in the case; choose one of the list, or write down first what it said."
                )
            )
        if len(found) > 1:
            raise forms.ValidationError(
                _now("Several sources have this name; open the one you mean and take its id from the address.")
            )
        self.found = found[0]
        return found[0].id
