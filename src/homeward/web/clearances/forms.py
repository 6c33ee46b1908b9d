"""The forms of clearances: whom to ask an authority about, how a list is read, what a file is for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.web.acts import LONGEST_REASON, ActForm, Typed
from homeward.web.matching.words import LANGUAGES


class AskForm(ActForm):
    """Which authority is asked, for what, through whom, about whom."""

    authority = Typed(
        label=_("Which authority"),
        help_text=_("A source of the case, or a new one."),
        widget=forms.TextInput({"dir": "auto", "list": "authorities", "autocomplete": "off"}),
        error_messages={"required": _("Name the authority that is asked.")},
    )
    purpose = Typed(
        label=_("For what"),
        help_text=_("As in: exit through the southern crossing. It stays readable for ever, so name nobody in it."),
        longest=300,
        error_messages={"required": _("Say for what.")},
    )
    via = Typed(label=_("Through whom"), required=False, help_text=_("Several are parted by commas."))
    asked = Typed(label=_("When it was asked"), required=False, help_text=_("Left empty: now."))
    whom = forms.ChoiceField(label=_("About whom"), choices=(), required=False)
    again = forms.BooleanField(
        label=_("Also those whom this authority was asked about before, or who hold a clearance of it"), required=False
    )

    def __init__(self, data: Any = None, *, lists: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["whom"].choices = [("", "–"), *lists]  # type: ignore[attr-defined]

    @property
    def hands(self) -> tuple[str, ...]:
        return tuple(each.strip() for each in self.cleaned_data["via"].split(",") if each.strip())


class GoingForm(forms.Form):
    """In which language a request goes out, in which form, and for what the file is."""

    use_required_attribute = False
    language = forms.ChoiceField(
        label=_("In which language it is written"),
        choices=list(LANGUAGES.items()),
        error_messages={"invalid_choice": _("Letters are written in English, Arabic, Hebrew and Russian.")},
    )
    purpose = Typed(
        longest=LONGEST_REASON,
        label=_("For what it leaves the desk"),
        required=False,
        help_text=_("It stands in the log beside who took it out, how many people it names and which file it was."),
    )
