"""Tags of hostilities: numbers that may not be there, days together, how a crossing stood, what a mark is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from homeward.briefing.queries.movement import Kind, State
from homeward.hostilities.core.buckets import By
from homeward.hostilities.queries import SeriesView
from homeward.web import words

register = template.Library()
#: A series longer than this has years on its axis, and no days.
LONG = timedelta(days=500)


@register.simple_tag
def whole(number: int | None) -> SafeString | str:
    """A number, or that the maker gave none."""
    if number is None:
        return format_html('<span class="absent">{}</span>', pgettext("hostilities", "not given"))
    return words.digits(number)


@register.filter
def unlocal(number: float) -> str:
    """A length for a drawing, with a point in every language."""
    return f"{number:.1f}"


@register.simple_tag
def by_words(by: By) -> str:
    """How many days stand together."""
    return {
        By.DAY: pgettext("hostilities", "by day"),
        By.WEEK: pgettext("hostilities", "by week"),
        By.MONTH: pgettext("hostilities", "by month"),
    }[by]


@register.simple_tag
def quiet_words(by: By, number: int) -> str:
    """How many days, weeks or months are not listed, since nothing is recorded of them."""
    told = {
        By.DAY: ngettext(
            "%(n)s day without a recorded death is not listed.",
            "%(n)s days without a recorded death are not listed.",
            number,
        ),
        By.WEEK: ngettext(
            "%(n)s week without a recorded death is not listed.",
            "%(n)s weeks without a recorded death are not listed.",
            number,
        ),
        By.MONTH: ngettext(
            "%(n)s month without a recorded death is not listed.",
            "%(n)s months without a recorded death are not listed.",
            number,
        ),
    }
    return told[by] % {"n": words.digits(number)}


@register.simple_tag
def tick_format(series: SeriesView) -> str:
    """How days are written on the axis."""
    return "M Y" if series.until - series.since > LONG else "j M"


@register.simple_tag
def stood_words(state: State) -> str:
    """How somebody said that a crossing was."""
    return {
        State.OPEN: pgettext("crossing", "open"),
        State.RESTRICTED: pgettext("crossing", "open with restrictions"),
        State.CLOSED: pgettext("crossing", "closed"),
        State.WINDOW: _("a window stood"),
        State.CALLED_OFF: _("a window was called off"),
    }[state]


@register.simple_tag
def mark_words(kind: Kind) -> str:
    """What a mark on the time axis is."""
    return {
        Kind.AGREEMENT: pgettext("hostilities", "agreement"),
        Kind.MEETING: pgettext("hostilities", "meeting"),
    }[kind]


@register.filter
def plain(value: Any) -> str:
    """A number of a study as it is given, in Latin digits; a dash where there is none."""
    if value is None:
        return "\u2013"
    return f"{value:.3g}" if isinstance(value, float) else str(value)


@register.simple_tag
def study_value(value: Any) -> str:
    """A number of a study, or several of them: a band by the names of its parts, a list one after the other."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {plain(each)}" for name, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(plain, value)) or "\u2013"
    return plain(value)
