"""What the forms of all acts share: who acts, once, with a reason, and what the desk answers beside each field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from homeward.access import queries as access
from homeward.access.actions import NotLetIn
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.queries.views import Asked
from homeward.refusals import Refused
from homeward.web import frame
from homeward.web.asked import carry

if TYPE_CHECKING:  # a door may name the type of what it hands on
    from homeward.access.models import Actor

LONGEST_LINE = 300
LONGEST_REASON = 2_000
Done = TypeVar("Done")


class Typed(forms.CharField):
    """A line as somebody typed it; what no text of the ledger may hold is named here, before anything else asks."""

    def __init__(self, *, longest: int = LONGEST_LINE, **named: Any) -> None:
        self.longest = longest
        super().__init__(**named)
        self.validators = [self._holds]

    def _holds(self, typed: str) -> None:
        for fault in unacceptable(typed, self.longest):
            raise forms.ValidationError(fault)


class Reason(Typed):
    """Why somebody does it; there is no act without one."""

    def __init__(self) -> None:
        super().__init__(
            longest=LONGEST_REASON,
            label=_("Why"),
            help_text=_("Whoever reads this later will ask."),
            widget=forms.Textarea({"rows": 3, "dir": "auto"}),
            error_messages={"required": _("Say why; whoever reads this later will ask.")},
        )


class ActForm(forms.Form):
    """The form of one act; its key stays the same while faults are mended, so that it is recorded once."""

    use_required_attribute = False

    @property
    def once_value(self) -> str:
        return str(key(self.data.get("once", "")) or uuid4())


def unacceptable(typed: str, longest: int) -> list[str]:
    """What is wrong with a text as such."""
    found = []
    if "\0" in typed:
        found.append(_now("There is a character here that no text may hold (NUL)."))
    if len(typed) > longest:
        found.append(_now("At most %(count)s characters.") % {"count": f"{longest:,}"})
    return found


def closed(request: HttpRequest, asked: Asked, *, here: str) -> HttpResponse | None:
    """Why nothing can be written here now, and what to do; None when it can."""
    if asked.case.may_write and not asked.past:
        return None
    context = {"past": asked.past and asked.case.may_write}
    return frame.page(
        request,
        "write/closed.html",
        context,
        here=here,
        case=asked.case,
        asked=asked,
        status=409 if context["past"] else 403,
    )


def actor(request: HttpRequest) -> Actor:
    """Who is signed in, as the access app knows them."""
    found = access.actor(cast(UUID, request.user.pk))
    if found is None:
        raise NotLetIn(instead="Ask an administrator of the desk.")
    return found


def once(request: HttpRequest) -> UUID:
    """The key of one pressing; a form that was sent without one is a pressing of its own."""
    return key(request.POST.get("once", "")) or uuid4()


def key(typed: str) -> UUID | None:
    """A key as a form carries it."""
    try:
        return UUID(typed)
    except ValueError:
        return None


def attempt(form: forms.Form, act: Callable[[], Done]) -> Done | None:
    """Do it, or put every fault beside its field."""
    try:
        return act()
    except NotLetIn:
        raise
    except Refused as refused:
        tell(form, refused)
        return None


def tell(form: forms.Form, refused: Refused, fields: Mapping[str, str] | None = None) -> None:
    """Put what the desk refused beside the fields it names; what has no field stands at the top."""
    faults = (
        [(each.where, each.message) for each in refused.findings.faults]
        if isinstance(refused, CannotBeRecorded)
        else []
    )
    for where, words in faults or [(refused.where, f"{refused.message} {refused.instead}".strip())]:
        name = (fields or {}).get(where, where)
        form.add_error(name if name in form.fields else None, words)


def done(request: HttpRequest, asked: Asked, ref: str, name: str, *args: str) -> HttpResponse:
    """Back to where it shows, with the way to undo it."""
    return HttpResponseRedirect(carry(reverse(name, args=[asked.case.slug, *args]), asked, recorded=ref))
