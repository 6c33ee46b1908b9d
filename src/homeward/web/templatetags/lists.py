"""Tags of the room of lists, and of where somebody stands on lists."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from homeward.lists import queries
from homeward.web.asked import carry
from homeward.web.lists import words

register = template.Library()


@register.filter
def change_words(change: str) -> str:
    """What became of a row."""
    return str(words.CHANGES.get(change, change))


@register.filter
def state_words(state: str) -> str:
    """How far a file is."""
    return str(words.STATES.get(state, state))


@register.filter
def column_words(field: str) -> str:
    """What a column holds."""
    return str(words.FIELDS.get(field, field))


@register.simple_tag
def column_choices() -> list[tuple[str, Any]]:
    """Everything that a column can hold, to choose from."""
    return list(words.FIELDS.items())


@register.filter
def nonzero(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Kinds of change that somebody is of, in the order in which they are told."""
    return [(name, counts[name]) for name in words.ORDER if counts.get(name)]


@register.simple_tag(takes_context=True)
def person_address(context: template.Context, person: object) -> str:
    """The page of somebody in the register; nothing where there is nobody or no such page."""
    frame = context.get("frame")
    case = getattr(frame, "case", None)
    if not person or case is None:
        return ""
    try:
        return carry(reverse("person", args=[case.slug, person]), getattr(frame, "asked", None))
    except NoReverseMatch:
        return ""


@register.simple_tag
def row_words(sheet: str | int, row: int) -> str:
    """Where a row stands in its file; a file of one table has no name for it."""
    if not row:
        return _("in no row")
    at = {"sheet": sheet, "row": f"{row:,}"}
    return (_("sheet %(sheet)s, row %(row)s") if sheet else pgettext("list", "row %(row)s")) % at


@register.inclusion_tag("lists/_stands.html", takes_context=True)
def stands_on(context: template.Context, person: UUID) -> dict[str, Any]:
    """On which lists somebody stands: since when, until when, in which row; of versions that had come in by then."""
    frame = context["frame"]
    found = queries.stands(frame.asked.case, person, known_at=frame.asked.known_then)
    return {"frame": frame, "request": context.get("request"), "stands": found}
