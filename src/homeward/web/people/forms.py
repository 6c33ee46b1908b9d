from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.people.core.needs import NeedCode
from homeward.web.acts import LONGEST_REASON, ActForm, Reason, Typed
from homeward.web.people.words import (
    CONSENT_BY,
    CONSENT_STATES,
    PERMISSIONS,
    RELATIONS,
    REQUEST_STATES,
    SCOPES,
    SEXES,
    STATES,
)
from homeward.web.write.forms import NEW_VOICES, HandRow, Row, line

LONGEST_WORDS = 50_000
NOT_SAID = pgettext_lazy("choice", "not said")
CHOOSE = pgettext_lazy("choice", "choose")


def choice(label: Any, choices: Iterable[tuple[str, Any]], first: str | Promise = CHOOSE, hint: Any = "") -> Any:
    """One of a closed list; nothing is chosen beforehand."""
    return forms.CharField(label=label, help_text=hint, widget=forms.Select(choices=[("", first), *choices]))


def words(label: Any, hint: Any = "", rows: int = 3, longest: int = LONGEST_WORDS) -> Typed:
    return Typed(
        label=label, help_text=hint, widget=forms.Textarea({"rows": rows, "dir": "auto"}), longest=longest, strip=False
    )


def ticked(scope: str) -> Any:
    """A box for one of those with whom something is shared."""
    label: Any = SCOPES[scope]
    return forms.BooleanField(label=label)


class ToldRow(Row):
    """Who says it, in what capacity, through whom, when and how sure."""

    MAIN = "speaker"

    speaker = line(
        _("Who says so"),
        _(
            "A source of the case, or words such as “a relative on the telephone”. Private people are named in the register only."
        ),
        list="speakers",
    )
    speaker_kind = forms.ChoiceField(
        label=_("What it is"), help_text=_("Counts for a voice that is new."), choices=NEW_VOICES
    )
    told_by = forms.CharField(
        label=_("Or somebody of the register"), help_text=_("Themselves or kin: then no source is named.")
    )
    capacity = line(_("In what capacity"))
    party = line(_("For whom"), list="parties")
    said = line(_("When it was said"))
    occurred = line(_("When it happened"))
    modality = Typed(label=_("How it was put"))
    language = line(_("Language"), _("As a code: ar, en, he, ru."), dir="ltr")
    words = words(_("The words"), _("As they came. They are sealed with the person, as everything here is."))

    def __init__(self, typed: Mapping[str, str], where: str = "", who: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(typed, where)
        self.fields["told_by"].widget = forms.Select(choices=[("", _("nobody of the register")), *who])


class NameRow(Row):
    """One name, in the letters in which it was given."""

    MAIN = "words"

    words = line(_("Name"))
    label = line(_("Which name"), _("Where there are several: English, mother's, also called."), list="name-labels")


class PaperRow(Row):
    """One paper."""

    MAIN = "number"

    number = line(_("Number"), dir="ltr", autocapitalize="characters")
    kind = line(_("What it is"), list="paper-kinds")
    country = line(_("Issued by"), list="countries")
    issued = line(_("Issued on"))
    expires = line(_("Last day"))


class FactsRow(Row):
    """What is told of a person beside names and papers."""

    MAIN = "birth"

    birth = line(_("Birth, as written"), _("A day, a year, an age; in any calendar."))
    order = choice(_("Order of day and month"), [("day", _("day first")), ("month", _("month first"))], NOT_SAID)
    sex = choice(_("Sex"), list(SEXES.items()), NOT_SAID)
    nationality = line(_("Nationality"), _("Several are parted by commas."), list="countries")
    place = line(_("Place"), _("Where they live or wait."))
    contact = line(_("Contact"), dir="auto")
    household = line(_("Household in the list"))
    remarks = words(_("Remarks"), rows=2)


class ZoneRow(Row):
    """The machine-readable zone of a paper, to be pasted."""

    MAIN = "mrz"

    mrz = Typed(
        label=_("Machine-readable zone"),
        help_text=_(
            "The two or three lines at the foot of a passport or on the back of a card. They fill what is empty below."
        ),
        widget=forms.Textarea({"rows": 3, "dir": "ltr", "class": "code", "spellcheck": "false", "autocomplete": "off"}),
        longest=400,
        strip=False,
    )


class WhyRow(Row):
    """Why something is corrected."""

    MAIN = "reason"

    reason = words(
        _("Why it is corrected"),
        _("It stays readable for ever: no name and no number of the person."),
        2,
        LONGEST_REASON,
    )


class WhereaboutsRow(Row):
    MAIN = "state"

    state = choice(_("Where the person is said to be"), [(key, word) for key, word in STATES.items() if key])
    place = line(_("Place"))
    holder = line(_("In whose hands"), _("Who holds or has the care of the person, in the words used."))


class WhomRow(Row):
    """Another person of the register, found by name or number."""

    MAIN = "whom"

    whom = line(_("The other person"), _("A name in any script, or the whole number of a paper."))
    other = forms.CharField(label=_("Which of these"), widget=forms.HiddenInput)


class KinRow(Row):
    MAIN = "relation"

    relation = choice(_("Relation"), list(RELATIONS.items()))
    direction = choice(
        _("Which way"),
        [("to", _("the person of this page … the other")), ("from", _("the other … the person of this page"))],
    )


class NeedRow(Row):
    MAIN = "need"

    code = forms.CharField(label=_("Need of the list"))
    need = words(_("In words"), _("What exactly, how often, until when it lasts."), 2, 4_000)

    def __init__(self, typed: Mapping[str, str], where: str = "", codes: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(typed, where)
        self.fields["code"].widget = forms.Select(choices=[("", NOT_SAID), *codes])


class ConsentRow(Row):
    """Who agrees to share with whom, and until when."""

    MAIN = "given_by"

    state = choice(_("Consent"), list(CONSENT_STATES.items()))
    given_by = choice(_("Who agrees"), list(CONSENT_BY.items()))
    until = line(_("Until"))
    authorities = ticked("authorities")
    parties = ticked("parties")
    mediators = ticked("mediators")
    neutral_body = ticked("neutral_body")
    care = ticked("care")
    family = ticked("family")
    public = ticked("public")

    @property
    def scopes(self) -> list[forms.BoundField]:
        return [self[name] for name in SCOPES]


class ClearanceRow(Row):
    """What an authority said of a person, with the days it is in force and the words that show it."""

    MAIN = "authority"

    authority = line(
        _("Authority"),
        _("Whose permission it is. It speaks for itself unless another is named."),
        list="speakers",
    )
    state = choice(_("What it said"), list(PERMISSIONS.items()))
    valid_from = line(_("First valid day"), _("As in 4 Nov 2023; left empty where nobody gave one."))
    valid_until = line(_("Last valid day"))
    conditions = words(_("On what conditions"), _("One a line. They are sealed with the person."), rows=3)
    document = choice(_("The paper that shows it"), (), NOT_SAID)
    quote = line(_("The words in it that show it"), _("Copied as they stand in the paper; sealed with the person."))
    reason = line(_("Why it is put right"), _("Only where an earlier word is corrected; name nobody."))

    def __init__(self, typed: Mapping[str, str], where: str = "", papers: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(typed, where)
        self.fields["document"].widget = forms.Select(choices=[("", NOT_SAID), *papers])


class SoughtRow(Row):
    MAIN = "state"

    state = choice(_("The search is"), list(REQUEST_STATES.items()))
    request = forms.CharField(label=_("Which request"))

    def __init__(self, typed: Mapping[str, str], where: str = "", requests: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(typed, where)
        self.fields["request"].widget = forms.Select(choices=[("", _("a new one")), *requests])


class ForgetForm(ActForm):
    """Why a person is to be forgotten; it stays readable when everything else is closed."""

    reason = Reason()

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["reason"].help_text = _(
            "It stays readable for ever: no name and no number of the person, only the ground, such as “asked for by themselves”."
        )


class NeedForm(ActForm):
    """A line of the list of needs: the code, and what it is called."""

    code = Typed(
        label=_("Code"),
        help_text=_("Two to eight capital letters and digits, as in SM or SM-DIAL."),
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off", "autocapitalize": "characters", "class": "short"}),
        error_messages={"required": _("Give the code.")},
    )
    en = Typed(label=_("In English"), required=False, widget=forms.TextInput({"lang": "en", "dir": "ltr"}))
    ar = Typed(label=_("In Arabic"), required=False, widget=forms.TextInput({"lang": "ar", "dir": "rtl"}))
    ru = Typed(label=_("In Russian"), required=False, widget=forms.TextInput({"lang": "ru", "dir": "ltr"}))
    in_use = forms.BooleanField(label=_("May be chosen"), required=False, initial=True)

    @classmethod
    def of(cls, line: NeedCode) -> NeedForm:
        """Filled with a line that is there."""
        return cls(initial={"code": line.code, **line.labels, "in_use": line.in_use})


__all__ = [
    "ClearanceRow", "ConsentRow", "FactsRow", "ForgetForm", "HandRow", "KinRow", "NameRow", "NeedForm", "NeedRow", "PaperRow",
    "SoughtRow", "ToldRow", "WhereaboutsRow", "WhomRow", "WhyRow", "ZoneRow",
]  # fmt: skip
