"""Where the pages of who is who lie, and the way back from the judgement that was recorded before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from homeward.people import queries as people
from homeward.people.queries import JudgementView
from homeward.web import frame
from homeward.web.asked import FIELDS, AskedHere, carry

JUDGED = "judged"
"""The part of an address that names the judgement which was recorded last."""


def pair_address(asked: AskedHere, pair: tuple[UUID, UUID], **more: str) -> str:
    """Where a pair is looked at."""
    return carry(reverse("review_pair", args=[asked.case.slug, *pair]), asked, **more)


def page_of(
    request: HttpRequest,
    asked: AskedHere,
    template: str,
    context: dict[str, Any],
    *,
    here: str = "review",
    formats: frame.Formats | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page of these rooms."""
    return frame.page(
        request, template, context, here=here, case=asked.case, asked=asked, formats=formats, status=status
    )


def behind(asked: AskedHere, ref: str) -> list[JudgementView]:
    """The judgements that a statement made, as far as they hold or wait."""
    return [each for each in people.all_identities(asked).judgements if each.ref == ref]


def may_write(asked: AskedHere) -> bool:
    """Whether somebody may judge here and now."""
    return asked.case.may_write and not asked.past


def undo(request: HttpRequest, asked: AskedHere) -> frame.Undo | None:
    """The way back from the judgement that was recorded before this page; none once it was taken back."""
    ref = request.GET.get(JUDGED, "")
    if not frame.SHORT_NAME.fullmatch(ref) or not may_write(asked) or not behind(asked, ref):
        return None
    rest = {name: str(value) for name, value in request.GET.items() if name != JUDGED and name not in FIELDS}
    return frame.Undo(
        ref=ref,
        address=carry(reverse("take_back_judgement", args=[asked.case.slug, ref]), asked),
        open=carry(reverse("statement", args=[asked.case.slug, ref]), asked),
        dismiss=carry(request.path, asked, **rest),
    )
