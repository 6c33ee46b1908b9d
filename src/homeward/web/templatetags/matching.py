"""Tags of who is who: how likely, who judged, where somebody stands on a list, the words of a letter."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from homeward.matching.queries.review import pairs_of
from homeward.web.matching import words
from homeward.web.matching.letters import apart
from homeward.web.people.looking import note
from homeward.web.templatetags.components import _inherit
from homeward.web.templatetags.desk import mark
from homeward.web.templatetags.lists import row_words

register = template.Library()


@register.filter
def likely_words(per_mille: int | None) -> str:
    """How likely two are one, in words."""
    return str(words.likely(per_mille))


@register.filter
def judgement_words(judgement: Any) -> str:
    """What was judged."""
    return str(words.JUDGEMENTS.get(str(judgement), judgement))


@register.filter
def part_words(part: str) -> str:
    return str(words.PARTS.get(part, part))


@register.simple_tag
def stands(stand: Any) -> SafeString:
    """Where somebody stands on a list: mark and word."""
    sign, family = words.STAND_MARKS[str(stand)]
    return format_html(
        '<span class="marked {} stand-{}">{}<span>{}</span></span>', family, stand, mark(sign), words.STANDS[str(stand)]
    )


@register.filter
def at_rows(rows: Any) -> str:
    """Where entries stand in a file of one table or several."""
    several = len({sheet for sheet, _row in rows}) > 1
    return ", ".join(dict.fromkeys(row_words(sheet if several else "", row) for sheet, row in rows)) or _("in no row")


@register.filter
def set_apart(said: str) -> SafeString:
    """Words of a letter; what stands for itself keeps its own direction."""
    return format_html_join(
        "", "{}", ((format_html("<bdi>{}</bdi>", piece) if alone else piece,) for alone, piece in apart(said))
    )


@register.inclusion_tag("matching/_judgements.html", takes_context=True)
def judgements(context: template.Context, person: Any) -> dict[str, Any]:
    """With whom somebody is one, who judged so, and what judgements deny."""
    return {**_inherit(context), "person": person, "may_write": context.get("may_write")}


@register.inclusion_tag("matching/_may_be.html", takes_context=True)
def may_be(context: template.Context, person: Any) -> dict[str, Any]:
    """Who may be the same person; whoever is shown by it is told to the log."""
    frame, request = context["frame"], context["request"]
    found = pairs_of(frame.asked, person.id)
    note(
        request,
        frame.asked,
        dict.fromkeys(id for pair in found for id in (pair.one.id, pair.other.id)),
        "pairs of a person",
    )
    return {**_inherit(context), "person": person, "pairs": found}
