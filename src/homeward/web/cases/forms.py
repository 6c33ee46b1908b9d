"""A case comes in: an empty one that is opened, or a file that is loaded whole."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from homeward.access.queries import CompartmentView
from homeward.moments import zone
from homeward.refusals import Refused

SHORT_NAME = re.compile(r"[a-z0-9_-]+")
#: Bytes of a file that a check page carries itself; a larger one is chosen again.
CARRIED = 2 * 1024 * 1024


class IntoCompartment(forms.Form):
    """What goes into a compartment of the desk: those who may see it are those who may see the compartment."""

    use_required_attribute = False

    compartment = forms.ChoiceField(
        label=_("Compartment"),
        help_text=_("Who may see the compartment may see the case."),
        error_messages={"required": _("Choose a compartment."), "invalid_choice": _("Choose one of these.")},
    )

    def __init__(self, rooms: Sequence[CompartmentView], *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field: Any = self.fields["compartment"]
        field.choices = [(str(room.id), room.name) for room in rooms]

    @property
    def room(self) -> UUID:
        return UUID(self.cleaned_data["compartment"])


class OpenForm(IntoCompartment):
    """An empty case, to write down in by hand."""

    title = forms.CharField(
        label=_("Title"),
        help_text=_("What and when: Harbour of Vell, spring 2031."),
        max_length=300,
        widget=forms.TextInput({"dir": "auto"}),
        error_messages={"required": _("Give the case a title.")},
    )
    slug = forms.CharField(
        label=_("Short name"),
        help_text=_("It stands in addresses and commands: small letters, digits, - and _. No personal name."),
        max_length=80,
        widget=forms.TextInput({"dir": "ltr", "autocapitalize": "none", "spellcheck": "false", "class": "code"}),
        error_messages={"required": _("Give the case a short name.")},
    )
    zone = forms.CharField(
        label=_("Zone of its local times"),
        help_text=_("As the IANA data base names it: Asia/Gaza, Europe/Kyiv."),
        max_length=100,
        widget=forms.TextInput({"dir": "ltr", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Say by whose clocks its times are told.")},
    )
    about = forms.CharField(
        label=_("What it is about"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )
    field_order = ("title", "slug", "zone", "about", "compartment")

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"].lower()
        if not SHORT_NAME.fullmatch(slug):
            raise forms.ValidationError(_now("A name of small letters, digits, - and _."))
        return slug

    def clean_zone(self) -> str:
        try:
            return zone(self.cleaned_data["zone"])[0].key
        except Refused as unknown:
            raise forms.ValidationError(f"{unknown.message} {unknown.instead}".strip()) from unknown


class LoadForm(IntoCompartment):
    """A file of the form case/1; `carried` brings it back from the check page."""

    file = forms.FileField(
        label=_("Case file"),
        help_text=_("A file of the form case/1. It is read whole or not at all; loading it again changes nothing."),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file."), "invalid": _("Choose a file.")},
    )
    carried = forms.CharField(required=False, widget=forms.HiddenInput)
    accept = forms.BooleanField(required=False, widget=forms.HiddenInput)
    field_order = ("file", "compartment")

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["file"].required = not self.data.get(self.add_prefix("carried"))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > settings.UPLOAD_BYTES:
            most = filesizeformat(settings.UPLOAD_BYTES)
            raise forms.ValidationError(_now("This file is larger than %(most)s.") % {"most": most})
        return file

    def clean_carried(self) -> bytes:
        try:
            return base64.b64decode(self.cleaned_data["carried"], validate=True)
        except binascii.Error as broken:
            raise forms.ValidationError(_now("Choose the file again.")) from broken

    def sent(self) -> bytes:
        """The file as it came."""
        file = self.cleaned_data["file"]
        return bytes(file.read()) if file else bytes(self.cleaned_data["carried"])


def to_carry(data: bytes) -> str:
    """The file as a check page carries it, or nothing when it is too large for that."""
    return base64.b64encode(data).decode("ascii") if len(data) <= CARRIED else ""
