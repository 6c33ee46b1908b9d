"""Tags of agreements: how an obligation stands, stages, turns, amounts that lead to who said them, bars and times."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from homeward.moments import whole_day
from homeward.talks.queries.views import AgreementView, RuleView
from homeward.web import signs
from homeward.web import words as desk_words
from homeward.web.agreements import sentences, words
from homeward.web.drawing.terms import Drawn
from homeward.web.templatetags.components import NumberWithoutStatement, _inherit, _linked
from homeward.web.templatetags.desk import _zone, ident, mark

register = template.Library()


@register.simple_tag
def obligation_state(state: str) -> SafeString:
    """How an obligation stands: mark and word; never that anybody failed."""
    sign = signs.sign(words.STATES, state)
    return format_html(
        '<span class="marked {}">{}<span>{}</span></span>', sign.family, mark(sign.mark, sign.mirrors), sign.word
    )


@register.filter
def stage_words(stage: str) -> str:
    return words.stage_words(stage)


@register.filter
def turn_words(turn: str) -> str:
    return str(words.TURNS.get(turn, turn))


@register.filter
def power_words(power: str) -> str:
    return str(words.POWERS.get(power, power))


@register.filter
def rule_words(kind: str) -> str:
    return str(words.RULES.get(kind, kind.replace("_", " ")))


@register.filter
def lane_words(name: str) -> str:
    return str(words.LANES.get(name, ""))


@register.simple_tag(takes_context=True)
def amount(context: template.Context, quantity: Any, names: Mapping[UUID, str] | None = None) -> SafeString:
    """An amount as it was said, what the words allow, and the statements it was taken from; never without one."""
    if not quantity.statements:
        raise NumberWithoutStatement(f"{quantity!r} leads to no statement")
    refs = names if names is not None else context.get("refs") or {}
    range_words = desk_words.span_words(quantity.lo, quantity.hi)
    unit = quantity.unit if quantity.unit and quantity.unit not in range_words else ""
    led = format_html_join(
        " ", "{}", ((ident(context, refs[id]),) for id in dict.fromkeys(quantity.statements) if id in refs)
    )
    return format_html('<b><bdi>{}</bdi></b> <bdi>{}</bdi> <span class="meta">{}</span>', range_words, unit, led)


@register.simple_tag(takes_context=True)
def finding_words(context: template.Context, finding: Any) -> SafeString:
    """Something that a person should look at, with the short names in it leading to what they name."""
    return _linked(context, sentences.finding(finding, _zone(context)), set((context.get("refs") or {}).values()))


@register.simple_tag(takes_context=True)
def why_it_ends(context: template.Context, view: AgreementView) -> str:
    """Why an agreement runs out when it does."""
    return sentences.sentences(view.ends_told, sentences.ENDS, _zone(context))


@register.simple_tag(takes_context=True)
def what_it_comes_to(context: template.Context, rule: RuleView) -> SafeString:
    """What a rule comes to at the moment shown, with the short names in it leading to what they name."""
    words_of_it = sentences.sentences(rule.told, sentences.RULES, _zone(context))
    return _linked(context, words_of_it, set((context.get("refs") or {}).values()))


@register.simple_tag
def span_of(lo: Any, hi: Any) -> str:
    """A range in words, or that nobody has said."""
    return desk_words.span_words(lo, hi)


@register.inclusion_tag("agreements/_kept.html")
def kept_bar(drawn: Any, axis: Any) -> dict[str, Any]:
    """The promise in outline, what came in solid; the words stand beside it, so it is silent."""
    return {"drawn": drawn, "axis": axis}


@register.inclusion_tag("agreements/_terms.html", takes_context=True)
def terms_drawn(context: template.Context, drawn: Drawn, turns: Any) -> dict[str, Any]:
    """The times of an agreement on one axis; the list beside says the same in words."""
    by_ref = {turn.statement.ref: turn for turn in turns}
    rows = []
    for lane in drawn.lanes:
        kind, _dot, ref = lane.name.partition(".")
        rows.append(
            {"lane": lane, "label": words.LANES.get(kind, ""), "turn": by_ref.get(ref), "until": kind == "until"}
        )
    return _inherit(context, drawn=drawn, rows=rows)


@register.simple_tag
def bound_of(number: Any) -> SafeString | str:
    """One end of a range, for a table; an open end says so."""
    if number is None:
        return format_html('<span class="absent">{}</span>', pgettext("range", "open"))
    return desk_words.digits(number)


@register.filter
def answer_words(answer: Any) -> str:
    return str(words.ANSWERS.get(str(answer), answer))


@register.simple_tag(takes_context=True)
def local_date(context: template.Context, day: date) -> str:
    """A local day of the case in words."""
    zone = _zone(context)
    return desk_words.when(whole_day(day, zone), zone)


@register.filter
def named_as(names: Mapping[UUID, str], id: UUID) -> str:
    return names.get(id, "")
