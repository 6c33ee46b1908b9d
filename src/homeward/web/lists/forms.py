"""The forms of lists: a file that comes in, what is said before it is taken in, a line that is put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.files.bounds import FILE
from homeward.lists.core.keyed import FIELDS
from homeward.refusals import Refused, Unacceptable
from homeward.web.acts import LONGEST_REASON, ActForm, Reason, Typed
from homeward.web.lists.words import FIELDS as NAMED
from homeward.web.lists.words import NOBODY, TYPED_FIRST
from homeward.web.write.forms import line

LONGEST_CELL = 65_536
#: Of a row that is typed: fields whose words run in no direction of their own.
LATIN = ("document", "second document", "machine-readable zone")


class ReceiveForm(ActForm):
    """A list as an authority gave it: the file, who gave it, what the desk calls it, the day that it is of."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "Excel, OpenDocument, CSV, a web page, a mail, PDF, or a picture. Nothing in it is fetched or run."
        ),
        allow_empty_file=True,
        error_messages={"required": _("Choose the file that has the list.")},
    )
    authority = line(_("Who gave the list"), list="authorities")
    title = line(_("What the desk calls the list"), _("The same name again makes it the next version."), list="titles")
    declared = line(_("Day that the list is of"), _("As the list says it. Leave it blank if it says none."))

    def __init__(self, data: Mapping[str, Any] | None = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, **more)
        self.fields["authority"].error_messages["required"] = _("Say who gave the list.")
        self.fields["title"].error_messages["required"] = _("Give the list a name.")
        self.fields["declared"].required = False

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        most = min(settings.UPLOAD_BYTES, FILE)
        if file and file.size > most:
            raise forms.ValidationError(_now("This file is larger than %(most)s.") % {"most": filesizeformat(most)})
        return file

    def tell(self, refused: Refused) -> None:
        """Put what the desk refused beside the fields it names."""
        if isinstance(refused, Unacceptable):
            for finding in refused.findings.faults:
                name = {"list": "title"}.get(finding.where, finding.where)
                self.add_error(name if name in self.fields else None, finding.message)
            return
        self.add_error("file", f"{refused.message} {refused.instead}".strip())


class TakeInForm(ActForm):
    """Before a file becomes a version: that its warnings were looked at, and what it means that so many are not on it."""

    gone = forms.ChoiceField(
        label=_("Were they taken off the list?"),
        required=False,
        choices=[
            ("removed", pgettext_lazy("answer", "yes, they were taken off")),
            ("part", pgettext_lazy("answer", "no, this is only a part of the list: they stay on it")),
        ],
        widget=forms.RadioSelect({"class": "choices down"}),
    )
    reason = Typed(
        longest=LONGEST_REASON,
        label=_("Why they were taken off, as far as the desk knows"),
        help_text=_("Without names: this stays readable for ever."),
        required=False,
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
    )
    accept_warnings = forms.BooleanField(
        label=_("I looked at the warnings and at the lines that are set aside"), required=False
    )

    def __init__(self, data: Any = None, *, shrunk: bool, warned: bool) -> None:
        super().__init__(data)
        if not shrunk:
            del self.fields["gone"], self.fields["reason"]
        if not warned:
            del self.fields["accept_warnings"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "gone" in self.fields and not given.get("gone") and "gone" not in self.errors:
            self.add_error("gone", _now("Say what became of those who are not on it."))
        if given.get("gone") == "removed" and not str(given.get("reason") or "").strip():
            self.add_error("reason", _now("Say why so many are on the list no more."))
        if "accept_warnings" in self.fields and not given.get("accept_warnings"):
            self.add_error("accept_warnings", _now("Look at what is told, then say so."))
        return given


class PurposeForm(ActForm):
    """For what an original is needed; who took it out, and for what, stays in the log."""

    purpose = Typed(
        longest=500,
        label=_("For what the file is needed"),
        help_text=_("Who took it out, when and for what stands in the log."),
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off"}),
        error_messages={"required": _("Say for what the file is needed.")},
    )


class WithdrawForm(ActForm):
    reason = Reason()


class NobodyForm(ActForm):
    """Why a line is no person's."""

    why = forms.ChoiceField(
        label=_("It is no person"),
        choices=[("", pgettext_lazy("choice", "choose why")), *NOBODY.items()],
        widget=forms.Select({"data-key": "x"}),
        error_messages={"required": _("Say why it is no person.")},
    )


class RowForm(ActForm):
    """One row as a person types it, field by field, in the direction of whatever is typed."""

    def __init__(self, data: Any = None, *, typed: Mapping[str, str] | None = None, prefix: str | None = None) -> None:
        super().__init__(data, prefix=prefix)
        held = typed or {}
        for field in FIELDS:
            direction = "ltr" if field.value in LATIN else "auto"
            long = field.value in ("remarks", "machine-readable zone") or "\n" in held.get(field.value, "")
            shape = {"dir": direction, "autocomplete": "off", "spellcheck": "false"}
            if field.value == TYPED_FIRST[0] and not prefix:
                shape["data-key"] = "e"
            made = Typed(
                longest=LONGEST_CELL,
                label=NAMED[field.value],
                required=False,
                initial=held.get(field.value, ""),
                widget=forms.Textarea({**shape, "rows": 2}) if long else forms.TextInput(shape),
            )
            self.fields[_name(field.value)] = made

    @property
    def typed(self) -> dict[str, str]:
        """What was typed, by the names of fields."""
        return {field.value: str(self.cleaned_data.get(_name(field.value)) or "") for field in FIELDS}

    @property
    def first(self) -> list[forms.BoundField]:
        """The fields that are typed most, and whatever holds something."""
        return [self[_name(each)] for each in TYPED_FIRST] + [each for each in self._others if each.value()]

    @property
    def more(self) -> list[forms.BoundField]:
        """The other fields."""
        return [each for each in self._others if not each.value()]

    @property
    def _others(self) -> Sequence[forms.BoundField]:
        return [self[_name(field.value)] for field in FIELDS if field.value not in TYPED_FIRST]

    def tell(self, refused: Refused) -> None:
        self.add_error(_name("name"), f"{refused.message} {refused.instead}".strip())


def _name(field: str) -> str:
    """A field's name as an address and an id may hold it."""
    return field.replace(" ", "-").replace("'", "")
