"""A report as somebody brings it: pasted or as a file, with what they know of it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.files.bounds import FILE
from homeward.files.letters import UndecidedLetters, shown_piece
from homeward.refusals import Refused, Unacceptable
from homeward.web.acts import ActForm
from homeward.web.write.forms import line

LONGEST_PASTED = 2_000_000
#: Bytes of a file that the page carries while a question about it is answered; a larger one is chosen again.
CARRIED = 4 * 1024 * 1024
LANGUAGES = (
    ("", pgettext_lazy("language", "as its letters tell")),
    ("ar", _("Arabic")),
    ("en", _("English")),
    ("ru", _("Russian")),
    ("he", _("Hebrew: kept, not read")),
)
PASTED = "pasted.txt"


class TakeInForm(ActForm):
    """One report, or a feed of many. What is said of it counts before what the file says of itself."""

    text = forms.CharField(
        label=_("Paste the text"),
        required=False,
        strip=False,
        max_length=LONGEST_PASTED,
        widget=forms.Textarea({"rows": 10, "dir": "auto", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or choose a file"),
        help_text=_("Text, a web page, a mail (.eml), PDF, Word (.docx) or a feed. Nothing in it is fetched or run."),
        required=False,
        allow_empty_file=True,
    )
    outlet = line(_("Outlet"), _("Who published it."), list="outlets")
    published = line(_("When it was published"))
    url = line(_("Address of the page"), dir="ltr", inputmode="url")
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)
    encoding = forms.ChoiceField(
        label=_("Which of these is right?"), required=False, widget=forms.RadioSelect({"class": "choices down"})
    )
    carried = forms.CharField(required=False, widget=forms.HiddenInput)
    carried_name = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, files: Any = None) -> None:
        super().__init__(data, files)
        for name in ("outlet", "published", "url"):
            self.fields[name].required = False
        chosen = str(self.data.get("encoding", ""))
        self._offer([(chosen, chosen)] if chosen else [])

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        most = min(settings.UPLOAD_BYTES, FILE)
        if file and file.size > most:
            raise forms.ValidationError(_now("This file is larger than %(most)s.") % {"most": filesizeformat(most)})
        return file

    def clean_carried(self) -> bytes:
        try:
            return base64.b64decode(self.cleaned_data["carried"], validate=True)
        except (binascii.Error, ValueError) as broken:
            raise forms.ValidationError(_now("Choose the file again.")) from broken

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        text, file = str(given.get("text") or "").strip(), given.get("file")
        if text and file:
            self.add_error("file", _now("Paste the text or choose a file, not both."))
        if not (text or file or given.get("carried") or self.errors):
            self.add_error("text", _now("Paste the text of the report, or choose a file."))
        return given

    @property
    def asks_encoding(self) -> bool:
        return bool(self._offered)

    def sent(self) -> tuple[str, bytes]:
        """The name of what came, and its bytes; a pasted text is one of UTF-8."""
        given = self.cleaned_data
        if file := given.get("file"):
            self._sent = (str(file.name), bytes(file.read()))
        elif given.get("text", "").strip():
            self._sent = (PASTED, given["text"].replace("\r\n", "\n").encode())
        else:
            self._sent = (str(given.get("carried_name") or PASTED), bytes(given["carried"]))
        return self._sent

    def tell(self, refused: Refused) -> None:
        """Put what the desk refused beside the fields it names; letters that nobody can tell become a question."""
        if isinstance(refused, Unacceptable):
            for finding in refused.findings.faults:
                self.add_error(finding.where if finding.where in self.fields else None, finding.message)
            return
        came_as = "text" if self._sent[0] == PASTED else "file"
        if isinstance(refused, UndecidedLetters) and refused.readings:
            self._offer([(one.encoding, f"{one.encoding} · {shown_piece(one.sample)}") for one in refused.readings])
            self.add_error("encoding", _now("Nobody can tell in which code page this file was written."))
            self._carry()
            return
        self.add_error(came_as, f"{refused.message} {refused.instead}".strip())

    def _offer(self, offered: list[tuple[str, str]]) -> None:
        self._offered = offered
        field: Any = self.fields["encoding"]
        field.choices = offered

    def _carry(self) -> None:
        """Bring the file back with the question, so that it need not be chosen again."""
        name, data = self._sent
        if len(data) > CARRIED:
            self.add_error("file", _now("Choose the file again."))
            return
        self.data = {**self.data, "carried": base64.b64encode(data).decode("ascii"), "carried_name": name}
