"""The forms of who is who: an answer about a pair, one about several, and taking a judgement back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.access import queries as access
from homeward.ledger.core.persons import Judgement
from homeward.matching.actions import NowhereToStand
from homeward.refusals import Refused
from homeward.web.acts import LONGEST_REASON, ActForm, Reason, Typed, key


class JudgeForm(ActForm):
    """What somebody says of two people, and why where it must be said."""

    judgement = forms.ChoiceField(
        choices=[(each.value, each.value) for each in Judgement],
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Say which: the same person, different people, or unsure."),
            "invalid_choice": _("Say which: the same person, different people, or unsure."),
        },
    )
    reason = Typed(
        longest=LONGEST_REASON,
        label=_("Why"),
        required=False,
        help_text=_("What you know beside the evidence. It stays readable for ever, so name nobody in it."),
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )
    room = forms.ChoiceField(
        label=_("Where it stands"),
        required=False,
        choices=(),
        help_text=_("The two stand in different compartments. Choose one that only those may see who see both."),
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.asks_room = bool(data and data.get("room"))
        self.asks_why = False
        if data and data.get("reason", "").strip():
            self.ask_why()
        rooms = [(str(each.id), each.name) for each in access.compartments() if each.may_write]
        self.fields["room"].choices = [("", "–"), *rooms]  # type: ignore[attr-defined]

    def ask_why(self) -> None:
        """Show the field for the reason, and begin in it."""
        self.asks_why = True
        self.fields["reason"].widget.attrs["autofocus"] = True

    @property
    def chosen(self) -> Judgement:
        return Judgement(self.cleaned_data["judgement"])

    @property
    def in_room(self) -> UUID | None:
        return key(self.cleaned_data.get("room") or "")

    def tell(self, refused: Refused) -> None:
        """Put what the desk refused beside the field that mends it."""
        self.asks_room = self.asks_room or isinstance(refused, NowhereToStand)
        where = refused.where if refused.where in ("reason", "room") else None
        self.add_error(where, f"{refused.message} {refused.instead}".strip())


class BulkForm(ActForm):
    """One answer about several pairs of the very same evidence; which ones is chosen one by one."""

    judgement = forms.ChoiceField(
        choices=[(each.value, each.value) for each in Judgement],
        error_messages={"required": _("Say which: the same person, different people, or unsure.")},
    )
    pair = forms.MultipleChoiceField(error_messages={"required": _("Choose the pairs that you looked at.")})

    def __init__(self, data: Any, offered: list[str]) -> None:
        super().__init__(data)
        self.fields["pair"].choices = [(each, each) for each in offered]  # type: ignore[attr-defined]

    def ask_why(self) -> None:
        """Several pairs are judged alike only where no reason is needed; what is refused says so."""

    def tell(self, refused: Refused) -> None:
        """What the desk refused stands at the top."""
        self.add_error(None, f"{refused.message} {refused.instead}".strip())


class TakeBackForm(ActForm):
    """Why a judgement does not hold."""

    reason = Reason()


def pair_value(one: UUID, other: UUID) -> str:
    """Two people as a form carries them."""
    return f"{one}.{other}"
