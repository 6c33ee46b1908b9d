"""What to look for among the statements of a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.ledger.queries import finding, sources
from homeward.ledger.queries.statements import Filters
from homeward.ledger.queries.views import Asked, SourceView
from homeward.moments import day_of, dial, typed
from homeward.refusals import Refused
from homeward.web import signs

NOBODY = UUID(int=0)
MOST_NAMED = 6


class FindForm(forms.Form):
    """Words and filters; what cannot be read is told beside its field and does not narrow the list."""

    use_required_attribute = False

    q = forms.CharField(
        label=_("Words"),
        help_text=_('They are found by their beginnings; "in quotes" as one phrase, -without.'),
        required=False,
        max_length=400,
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off"}),
    )
    speaker = forms.CharField(
        label=_("Speaker"),
        help_text=_("The name or a part of it."),
        required=False,
        max_length=300,
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off"}),
    )
    party = forms.ChoiceField(
        label=_("Party"), required=False, error_messages={"invalid_choice": _("Choose one of these.")}
    )
    modality = forms.ChoiceField(label=_("How it was put"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    said_since = forms.CharField(
        label=_("Said since"),
        help_text=_("For example 28 Oct, or 1 Nov 12:00."),
        required=False,
        max_length=100,
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off"}),
    )
    said_until = forms.CharField(
        label=_("Said until"),
        help_text=_("A day means its end."),
        required=False,
        max_length=100,
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off"}),
    )

    def __init__(self, asked: Asked, given: Mapping[str, str]) -> None:
        super().__init__({name: given.get(name, "") for name in self.base_fields})
        self.asked = asked
        self.everyone = sources.sources(asked)
        self.origin = _uuid(given.get("origin", ""))
        self.several: tuple[SourceView, ...] = ()
        parties = [source for source in self.everyone.values() if source.kind == "party"]
        self._choose("party", [(str(party.id), party.name) for party in parties])
        self._choose("modality", [(word, sign.word) for word, sign in signs.MODALITIES.items()])
        self._choose("topic", [(topic, topic) for topic in finding.topics(asked)])
        self._choose("kind", signs.KINDS.items())

    def clean_speaker(self) -> SourceView | None:
        """The one source of this id or name; several of a name are named, so that one can be chosen."""
        words = " ".join(self.cleaned_data["speaker"].split())
        if not words:
            return None
        if (known := self.everyone.get(_uuid(words) or NOBODY)) is not None:
            return known
        among = _called(words, self.everyone.values())
        if len(among) == 1:
            return among[0]
        if not among:
            raise forms.ValidationError(_now("Nobody of this name speaks in the case."))
        self.several = tuple(among[:MOST_NAMED])
        raise forms.ValidationError(_now("Several are called so; choose one, or write more of the name."))

    def clean_said_since(self) -> datetime | None:
        """A day means its beginning here."""
        words = self.cleaned_data["said_since"].strip()
        end = self._read(words)
        return (typed(words, self._zone, reference=self._today).start or end) if end else None

    def clean_said_until(self) -> datetime | None:
        return self._read(self.cleaned_data["said_until"].strip())

    @property
    def filters(self) -> Filters:
        """What could be read."""
        given = getattr(self, "cleaned_data", {})
        speaker, party = given.get("speaker"), given.get("party")
        return Filters(
            words=given.get("q", ""),
            speaker=speaker.id if speaker else None,
            party=UUID(party) if party else None,
            modality=given.get("modality", ""),
            kind=given.get("kind", ""),
            topic=given.get("topic", ""),
            said_since=given.get("said_since"),
            said_until=given.get("said_until"),
            origin=self.origin,
        )

    @property
    def _today(self) -> date:
        return day_of(min(self.asked.as_of, self.asked.known_at), self._zone)

    @property
    def _zone(self) -> ZoneInfo:
        return self.asked.case.zone

    def _read(self, words: str) -> datetime | None:
        if not words:
            return None
        try:
            return dial(words, self._zone, reference=self._today)
        except Refused as refused:
            raise forms.ValidationError(f"{refused.message} {refused.instead}".strip()) from refused

    def _choose(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Offer these, and what was chosen although it is not among them: a choice without results stays chosen."""
        offered = list(choices)
        given = str(self.data.get(name, ""))
        if given and given not in {value for value, _word in offered} and name != "party":
            offered.append((given, given))
        field: Any = self.fields[name]
        field.choices = [("", pgettext_lazy("choice", "any")), *offered]


def _called(words: str, everyone: Iterable[SourceView]) -> list[SourceView]:
    wanted = words.casefold()
    holding = [source for source in everyone if wanted in source.name.casefold()]
    return [source for source in holding if source.name.casefold() == wanted] or holding


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
