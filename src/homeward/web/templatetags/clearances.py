"""Tags of clearances: how somebody stands, in mark and word; and the clearances on the page of a person."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from homeward.clearances import queries
from homeward.clearances.core import named
from homeward.clearances.queries import Held
from homeward.people.queries import PersonView
from homeward.web.clearances import words
from homeward.web.signs import Sign
from homeward.web.templatetags.desk import _marked

register = template.Library()


@register.simple_tag
def standing(held: Held) -> SafeString:
    """How somebody stands with an authority, as mark and word."""
    return _marked(words.sign_of(held.state.value, confirmed=held.confirmed))


@register.simple_tag
def state_sign(state: str, confirmed: bool = True) -> SafeString:
    """A state by its word; "" where there is none."""
    return _marked(words.sign_of(state, confirmed=confirmed)) if state in words.STATES else SafeString("")


@register.filter
def state_label(state: str) -> Any:
    """The word of a state."""
    found: Sign | None = words.STATES.get(state)
    return found.word if found else state


@register.filter
def would_words(would: str) -> str:
    """What would become of a row."""
    return str(words.WOULD.get(would, would))


@register.inclusion_tag("clearances/_of_person.html", takes_context=True)
def clearances_of(context: template.Context, person: PersonView) -> dict[str, Any]:
    """How somebody stands with every authority, on their page."""
    frame = context["frame"]
    found = queries.standing_of(frame.asked, person.id)
    told = {"person": person, "standings": found, "may_write": context.get("may_write")}
    return {"frame": frame, "request": context.get("request"), **told}


@register.filter
def of(held: dict[Any, Any], key: Any) -> Any:
    """What somebody holds of an authority, if anything."""
    return held.get(key)


@register.filter
def whole(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without those that are only parts of another one beside them."""
    return named.whole(names)
