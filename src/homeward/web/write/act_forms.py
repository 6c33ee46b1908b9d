from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.ledger.queries.views import StatementView
from homeward.web.acts import ActForm, Reason, Typed

CREDIBILITY = (
    ("1", _("1 · borne out by others who are independent")),
    ("2", _("2 · probably so")),
    ("3", _("3 · possibly so")),
    ("4", _("4 · doubtful")),
    ("5", _("5 · improbable")),
    ("6", _("6 · cannot be judged")),
)


class WithdrawForm(ActForm):
    reason = Reason()


class DoubtForm(ActForm):
    """Why a statement, or one of its figures, is doubted."""

    figure = forms.ChoiceField(label=_("What is doubted"), widget=forms.RadioSelect({"class": "choices down"}))
    reason = Reason()

    def __init__(self, statement: StatementView, data: Mapping[str, Any] | None, figure: str = "") -> None:
        super().__init__(data, initial={"figure": figure or "0"})
        figures = [
            (str(each.number), f"#{each.number} · {each.words} · {each.population.name}") for each in statement.figures
        ]
        self.fields["figure"].choices = [("0", _("the whole statement")), *figures]  # type: ignore[attr-defined]
        self.fields["figure"].required = bool(figures)


class LinkForm(ActForm):
    """How one statement stands to another."""

    stance = forms.ChoiceField(
        label=_("This statement"),
        choices=[("supports", _("supports")), ("denies", _("denies")), ("contradicts", _("contradicts"))],
        widget=forms.RadioSelect({"class": "choices"}),
        error_messages={
            "required": _("Choose how it stands to the other."),
            "invalid_choice": _("Choose one of these."),
        },
    )
    to = Typed(
        label=_("the other statement"),
        help_text=_("Its short id, for example s02."),
        widget=forms.TextInput({"dir": "ltr", "list": "others", "autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"required": _("Name the other statement.")},
    )
    reason = Reason()


class CredibilityForm(ActForm):
    """How far one statement is borne out, apart from who said it."""

    number = forms.ChoiceField(
        label=_("How far it is borne out"),
        choices=CREDIBILITY,
        widget=forms.RadioSelect({"class": "choices down"}),
        error_messages={"required": _("Choose a number."), "invalid_choice": _("Choose one of these.")},
    )
    reason = Reason()
