from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.ledger.core.writing import LONGEST_TEXT
from homeward.web.acts import LONGEST_REASON, Typed
from homeward.web.signs import FIGURE_KINDS

#: How a number was put, in the order in which one meets it on the telephone; first the way that needs no choice.
OPS = (
    ("", _("as typed")),
    ("eq", _("exactly")),
    ("gt", _("more than")),
    ("ge", _("at least")),
    ("lt", _("fewer than")),
    ("le", _("at most")),
    ("about", _("about")),
    ("nearly", _("nearly")),
    ("range", _("from … to …")),
    ("share", _("a share of")),
    ("vague", _("in words")),
)
NEW_VOICES = (
    ("unnamed", _("not named")),
    ("person_in_office", _("a person in office")),
    ("body", _("a body")),
    ("party", _("a party")),
    ("outlet", _("an outlet")),
)


class Row(forms.Form):
    """One part of the sheet, filled with what was typed so far; `where` is how the desk names it in a refusal."""

    use_required_attribute = False
    MAIN = ""

    def __init__(self, typed: Mapping[str, str], where: str = "") -> None:
        self.where = where
        super().__init__(dict(typed))
        for field in self.fields.values():
            field.required = False

    def add_prefix(self, field_name: str) -> str:
        return f"{self.where}.{field_name}" if self.where else field_name

    @property
    def empty(self) -> bool:
        return not any(self[name].value() for name in self.fields if name not in ("op", "unit", "kind"))


def line(label: Any, hint: Any = None, **more: str) -> Typed:
    """A line of text in the direction of whatever is typed."""
    return Typed(
        label=label, help_text=hint or "", widget=forms.TextInput({"dir": "auto", "autocomplete": "off", **more})
    )


class HeardForm(Row):
    """One voice: who, in what capacity, for whom, when, how sure, and the words."""

    MAIN = "text"

    speaker = line(
        _("Who said it"), _("A source of the case, or a new one; “a diplomatic source” is a name too."), list="speakers"
    )
    speaker_kind = forms.ChoiceField(
        label=_("What it is"), help_text=_("Counts for a voice that is new."), choices=NEW_VOICES
    )
    capacity = line(_("In what capacity"))
    party = line(_("For whom"), list="parties")
    said = line(_("When it was said"))
    occurred = line(_("When it happened"))
    modality = Typed(label=_("How it was put"))
    text = Typed(
        label=_("The words"),
        help_text=_("As near as you can. Quotation marks where you quote."),
        widget=forms.Textarea({"rows": 4, "dir": "auto"}),
        longest=LONGEST_TEXT,
        strip=False,
    )
    topic = line(_("Topic"), list="topics")
    language = line(_("Language"), _("As a code: ar, en, he, ru."), list="languages", dir="ltr")
    note = Typed(
        label=_("Note of the desk"),
        help_text=_("What you add yourself; it is shown as yours."),
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
        longest=LONGEST_TEXT,
    )
    reason = Typed(
        label=_("Why it is corrected"),
        help_text=_("Whoever reads this later will ask."),
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
        longest=LONGEST_REASON,
    )


class HandRow(Row):
    """One hand between the speaker and the desk."""

    MAIN = "name"

    name = line(_("Via whom"), list="speakers")


class FigureRow(Row):
    """One number, as it was said."""

    MAIN = "lo"

    lo = line(_("Number"))
    op = forms.CharField(label=_("Put as"), widget=forms.Select(choices=OPS))
    hi = line(_("to"))
    population = line(_("Of whom"), list="populations")
    measure = line(_("What is counted"), list="measures")
    unit = line(_("Unit"), list="units")
    kind = forms.CharField(label=_("Kind of count"), widget=forms.Select(choices=list(FIGURE_KINDS.items())))
    asof = line(_("As of"))
    part_of = line(_("Part of"), list="populations")
    basis = line(_("In which words, or on what it rests"))


class ConditionRow(Row):
    """One thing that is said to stand in the way of another."""

    MAIN = "text"

    text = line(_("Condition, in the words used"))
    gates = line(_("It stands in the way of"), list="gates")
    demanded_of = line(_("Asked of"), list="parties")
    demanded_by = line(_("Asked by"), list="parties")
