"""Tags of the sheet on which one writes down what was heard."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.forms import BoundField
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from homeward.moments import Interval, Precision, moment_in_words
from homeward.web import frame, words
from homeward.web.signs import MODALITIES
from homeward.web.write.times import understood

register = template.Library()

#: One letter for each way to put it, the first that is free in its word.
LETTERS = {
    "asserted": "a", "reported": "r", "alleged": "l", "possible": "p", "expected": "e", "conditional": "c", "promised": "m",
    "offered": "o", "demanded": "d", "denied": "n",
}  # fmt: skip
NEEDED = (
    "authority",
    "speaker",
    "said",
    "text",
    "reason",
    "lo",
    "population",
    "measure",
    "gates",
    "state",
    "relation",
    "direction",
    "given_by",
)


@register.inclusion_tag("write/_typed_field.html")
def typed_field(bound: BoundField, focus: str, first: bool = False) -> dict[str, Any]:
    """A field of the sheet with its label, its hint, what is wrong with it, and the focus where it belongs."""
    return _typed(bound, focus, first, {})


@register.inclusion_tag("write/_typed_field.html", takes_context=True)
def typed_time(context: template.Context, bound: BoundField, focus: str) -> dict[str, Any]:
    """A field for a time, which says how its words are read."""
    zone: ZoneInfo = context["frame"].zone
    asks = {
        "hx-get": f"{reverse('read_time')}?zone={zone}",
        "hx-trigger": "input changed delay:300ms",
        "hx-target": f'[id="{bound.id_for_label}-read"]',
        "hx-sync": "this:replace",
    }
    typed = bound.value() or ""
    at = understood(typed, zone, at=frame.clock_now())
    unread = at is not None and at.precision is Precision.UNREAD
    return {
        **_typed(bound, focus, False, asks),
        "timed": True,
        "at": at,
        "zone": zone,
        "unread": unread and not bound.errors,
    }


def _typed(bound: BoundField, focus: str, first: bool, more: dict[str, str]) -> dict[str, Any]:
    id = bound.id_for_label
    described = [f"{id}-{what}" for what, there in (("wrong", bound.errors), ("hint", bound.help_text)) if there]
    extra: dict[str, Any] = dict(more)
    if "hx-get" in more:
        described.append(f"{id}-read")
    if described:
        extra["aria-describedby"] = " ".join(described)
    if bound.errors:
        extra["aria-invalid"] = "true"
    if id == focus or (first and not focus):
        extra["autofocus"] = True
    return {
        "bound": bound,
        "id": id,
        "widget": bound.as_widget(attrs=extra),
        "optional": not bound.field.required and bound.name not in NEEDED,
    }


@register.inclusion_tag("write/_modality_choice.html")
def modality_choice(bound: BoundField, focus: str) -> dict[str, Any]:
    """How it was put: marks, words and letters; none is chosen beforehand."""
    first = bound.value() if bound.value() in MODALITIES else next(iter(MODALITIES))
    return {
        "bound": bound,
        "choices": tuple((word, LETTERS[word]) for word in MODALITIES),
        "focused": first if focus == "id_modality" else "",
    }


@register.filter
def says_more(row: Any) -> bool:
    """Whether a figure holds something in the fields that are folded away, or a fault."""
    usual = {"unit": ("", "person"), "kind": ("", "stock")}
    return any(
        row[name].errors or row[name].value() not in (None, *usual.get(name, ("",)))
        for name in ("op", "hi", "unit", "kind", "part_of", "basis")
    )


@register.inclusion_tag("write/_change.html", takes_context=True)
def change_button(context: template.Context, field: str) -> dict[str, Any]:
    """The way back to one field, with everything that was typed."""
    return _change(context, field, context["sheet"].heard.fields[field].label)


@register.inclusion_tag("write/_change.html", takes_context=True)
def change_row(context: template.Context, rows: str, number: int, field: str) -> dict[str, Any]:
    """The way back to a row of the sheet."""
    label = {"via": _("Via whom"), "figures": _("Figure"), "conditions": _("Condition")}[rows]
    return _change(context, f"{rows}.{number}.{field}", f"{label} {number + 1}")


def _change(context: template.Context, field: str, what: Any) -> dict[str, Any]:
    return {"field": field, "address": context["address"], "what": what}


@register.simple_tag(name="understood", takes_context=True)
def understood_words(context: template.Context, at: Interval | None) -> SafeString | str:
    """From when to when the desk takes it to be, where the words leave that open."""
    if at is None or at.precision is Precision.INSTANT or at.start is None or at.until is None:
        return ""
    zone: tzinfo = context["frame"].zone
    return format_html(
        ' <span class="meta">{}</span>',
        _("%(start)s to %(until)s")
        % {"start": moment_in_words(at.start, zone), "until": moment_in_words(at.until, zone)},
    )


@register.simple_tag
def interval_in(at: Interval, zone: tzinfo) -> str:
    return words.when(at, zone)
