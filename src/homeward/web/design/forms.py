from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class SpecimenForm(forms.Form):
    """A form with one of each kind of field, to be seen with and without faults."""

    use_required_attribute = False

    speaker = forms.CharField(
        label=_("Who said it"),
        help_text=_("A name or a body, as it was given to you."),
        widget=forms.TextInput({"dir": "auto"}),
    )
    said = forms.CharField(
        label=_("When it was said"),
        help_text=_("For example 4 Nov 12:00, late October, about 4 Nov."),
        widget=forms.TextInput({"dir": "auto"}),
    )
    how = forms.ChoiceField(
        label=_("How it was put"),
        choices=[("asserted", _("asserted")), ("possible", _("possible")), ("promised", _("promised"))],
        widget=forms.RadioSelect({"class": "choices"}),
    )
    words = forms.CharField(label=_("The words"), required=False, widget=forms.Textarea({"rows": 3, "dir": "auto"}))
