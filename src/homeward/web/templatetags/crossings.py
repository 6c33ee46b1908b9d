"""Tags of crossings: how a crossing is, days, why not, what a run found out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms, template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.crossings import queries
from homeward.identity import countries
from homeward.moments import whole_day
from homeward.people import queries as people
from homeward.web import signs
from homeward.web import words as desk_words
from homeward.web.crossings import words
from homeward.web.crossings.reading import cause_words
from homeward.web.people.looking import note
from homeward.web.templatetags.components import _inherit
from homeward.web.templatetags.desk import _zone, mark

register = template.Library()


def _marked(sign: signs.Sign) -> SafeString:
    return format_html('<span class="marked {}">{}<span>{}</span></span>', sign.family, mark(sign.mark), sign.word)


@register.simple_tag
def crossing_status(status: str) -> SafeString:
    """Open, restricted or closed: mark and word."""
    return _marked(signs.sign(words.STATUSES, status))


@register.simple_tag
def ticked(word: str) -> SafeString:
    return _marked(signs.sign(words.TICKED, word))


@register.simple_tag
def run_state(state: str) -> SafeString:
    return _marked(signs.sign(words.RUN_STATES, str(state)))


@register.simple_tag
def signed(sign: signs.Sign) -> SafeString:
    """Any word that comes with its mark."""
    return _marked(sign)


@register.filter
def beside_words(why: str) -> str:
    return str(words.BESIDE.get(why, why))


@register.filter
def apart_words(scope: str) -> str:
    return str(words.APART.get(scope, scope))


@register.filter
def purpose_words(purpose: str) -> str:
    return str(words.PURPOSES.get(str(purpose), purpose))


@register.filter
def step_words(step: str) -> str:
    return str(words.STEPS.get(step, ""))


@register.filter
def class_words(cls: int) -> str:
    return str(words.CLASSES.get(int(cls), cls))


@register.filter
def answered_words(answered: str) -> str:
    return str(words.ANSWERED.get(answered, answered))


@register.filter
def choice_words(choice: str) -> str:
    """Which families of a board are shown."""
    return {
        "all": _("all families"),
        "planned": _("planned"),
        "not planned": _("not planned"),
        "moved": _("not on the date they were told"),
    }.get(choice, choice)


@register.filter
def is_tick(bound: BoundField) -> bool:
    return isinstance(bound.field, forms.BooleanField)


@register.filter
def shorter(seconds: float, most: int) -> str:
    """How far a run is, for a bar: never past its end."""
    return str(min(int(seconds), int(most)))


@register.filter
def named(lines: Mapping[UUID, Any], person: UUID) -> tuple[str, ...]:
    """The names of somebody among these lines."""
    return tuple(lines[person].names) if person in lines else ()


@register.simple_tag(takes_context=True)
def local_day(context: template.Context, day: date) -> SafeString:
    """A local day in words, with the day for machines."""
    zone = context["frame"].zone
    return format_html(
        '<time datetime="{}"><bdi>{}</bdi></time>', day.isoformat(), desk_words.when(whole_day(day, zone), zone)
    )


@register.simple_tag(takes_context=True)
def local_day_of(context: template.Context, on: str) -> SafeString:
    """A local day that is kept as text."""
    found: SafeString = local_day(context, date.fromisoformat(on))
    return found


@register.simple_tag
def percent(per_mille: int) -> str:
    return f"{per_mille / 10:g} %"


@register.simple_tag
def gap_of(made: Any) -> str:
    """How far at most a better plan could lie above this one."""
    if made.bound is None or (not made.bound and made.value):
        return _("no bound is proven")
    share = max(0, (made.bound - made.value) / abs(made.bound)) if made.bound else 0
    return _("at most %(share)s %% below the best") % {"share": f"{100 * share:.2f}"}


@register.simple_tag(takes_context=True)
def window_words(context: template.Context, window: Any) -> SafeString:
    """A window by its day and hour, where the page knows it."""
    known = context.get("windows_by_id") or {}
    found = known.get(str(window))
    if found is None:
        return format_html('<span class="absent">{}</span>', _("a window"))
    zone = _zone(context)
    day = desk_words.when(whole_day(date.fromisoformat(found.on), zone), zone)
    return format_html('<bdi>{}</bdi> <bdi dir="ltr">{}</bdi>', day, found.opens)


@register.simple_tag(takes_context=True)
def why_cell(context: template.Context, why: Any) -> SafeString:
    """Why a family is not in a window: a short word, and the whole sentence on hover and focus."""
    board = context["board"]
    sign, family = words.REASON_SIGNS.get(why.code, words.FULL)
    return format_html(
        '<span class="why"><button type="button" class="why-short marked {}">{}<span>{}</span></button>'
        '<span role="tooltip" class="why-long">{}</span></span>',
        family,
        mark(sign),
        words.SHORT.get(why.code, why.code),
        cause_words(why, board.authorities),
    )


@register.simple_tag
def value_change(before: float, after: float) -> str:
    """What a pin costs, in the value by which plans are weighed."""
    if abs(before - after) < 0.05:
        return _("It costs nothing: the plan is worth as much.")
    if after < before:
        return _("The plan is worth %(loss)s less: %(after)s in place of %(before)s.") % {
            "loss": f"{before - after:,.1f}",
            "after": f"{after:,.1f}",
            "before": f"{before:,.1f}",
        }
    return _("The plan is worth %(gain)s more; the one before was not the best.") % {"gain": f"{after - before:,.1f}"}


@register.simple_tag
def weight_input(line: Any, may_set: bool) -> SafeString:
    """A weight as it may be typed, or as it stands."""
    if not may_set:
        return format_html('<bdi dir="ltr">{}</bdi>', line.shown)
    wrong = SafeString(' aria-invalid="true"') if line.errors else ""
    return format_html(
        '<input id="w-{}" name="{}" value="{}" dir="ltr" autocomplete="off" class="short" aria-label="{}"{}>',
        line.name,
        line.name,
        line.shown,
        line.label,
        wrong,
    )


@register.inclusion_tag("crossings/_of_person.html", takes_context=True)
def crossing_of_person(context: template.Context, person: Any) -> dict[str, Any]:
    """What stands between somebody and a crossing; nothing where the case has none."""
    frame, request = context["frame"], context["request"]
    if not queries.has_crossings(frame.asked):
        return {"view": None}
    view = queries.crossing_of(frame.asked, person.id)
    named = {each.other for each in view.apart} | set(view.beside.any_of if view.beside else ())
    lines = {line.id: line for line in people.people_of(frame.asked, sorted(named))}
    note(request, frame.asked, [person.id, *named], "crossing of a person")
    told = {"view": view, "lines": lines, "may_write": context.get("may_write"), "person": person}
    return {**_inherit(context), **told}


@register.filter
def state_of_permission(state: str) -> str:
    """How somebody stands with an authority."""
    return {
        "": _("not asked"),
        "requested": _("asked, no answer"),
        "acknowledged": _("in hand"),
        "granted": _("granted"),
        "unconfirmed": _("granted, not confirmed by a second person"),
        "refused": _("refused"),
        "withdrawn": _("withdrawn"),
        "lapsed": _("lapsed"),
    }.get(state, state)


@register.filter
def country_words(code: str) -> str:
    return _("everybody") if code == "*" else countries.name(code)


@register.simple_tag
def cause(each: Any) -> str:
    """Why not, in a sentence that tells of nobody else."""
    return cause_words(each, {})


@register.simple_tag
def remedy(each: Any) -> str:
    """What would change it."""
    return str(words.CHANGES.get(each.code, ""))


@register.filter
def windows_in_words(windows: Any) -> str:
    """How many windows a cause closes."""
    return ngettext("%(n)s window", "%(n)s windows", len(windows)) % {"n": f"{len(windows):,}"}
