"""Components of the desk: each takes a view of the queries and shows it whole, with what it leads back to."""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django import template
from django.forms import BoundField
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from homeward.web import signs, words
from homeward.web.drawing.chains import Place
from homeward.web.drawing.chart import Chart
from homeward.web.drawing.strips import SAID_TO_BE
from homeward.web.drawing.timeline import Timeline
from homeward.web.templatetags.desk import ident, mark

register = template.Library()


class NumberWithoutStatement(TypeError):
    """A number may stand on a page only together with the statement that says it."""


@register.inclusion_tag("parts/_figure.html", takes_context=True)
def figure(
    context: template.Context, figure: Any, size: str = "", rivals: Any = (), about: bool = True, within: bool = False
) -> dict[str, Any]:
    """A figure with who said it and when; it takes a figure of the ledger, never a number.

    `within` a statement card the speaker stands above already; `about` off leaves out the population.
    """
    return _inherit(context, figure=_stated(figure), size=size, rivals=rivals, about=about, within=within)


@register.filter
def put(figure: Any) -> str:
    """The word that must stand before this number since nobody says that it is so: possible, planned, alleged."""
    said_to_be = figure.modality in SAID_TO_BE or not figure.modality
    return figure.outlook or ("" if said_to_be else figure.modality)


@register.filter
def figure_family(figure: Any) -> str:
    """The family that colours the strip of a figure."""
    word = put(figure)
    return signs.sign(signs.OUTLOOKS if word in signs.OUTLOOKS else signs.MODALITIES, word or "asserted").family


@register.simple_tag
def put_words(figure: Any) -> SafeString:
    """That word with its mark and a colon, or nothing."""
    word = put(figure)
    if not word:
        return SafeString("")
    sign = signs.sign(signs.OUTLOOKS if word in signs.OUTLOOKS else signs.MODALITIES, word)
    return format_html(
        '<span class="figure-put {}"><span class="marked {}">{}<span>{}:</span></span></span> ',
        sign.family, sign.family, mark(sign.mark, sign.mirrors), sign.word,
    )  # fmt: skip


@register.simple_tag
def figure_words(figure: Any) -> str:
    return words.figure_words(_stated(figure))


@register.simple_tag
def interval_words(figure: Any) -> str:
    return words.interval_words(_stated(figure))


@register.simple_tag
def bound(figure: Any, side: str) -> SafeString | str:
    """One end of what the words allow, for a table; an open end says so."""
    number = getattr(_stated(figure), side)
    return (
        format_html('<span class="absent">{}</span>', pgettext("range", "open"))
        if number is None
        else words.digits(number)
    )


@register.filter
def kind_words(kind: str) -> str:
    return str(signs.FIGURE_KINDS.get(kind, kind))


def _stated(figure: Any) -> Any:
    if not getattr(figure, "statement_ref", ""):
        raise NumberWithoutStatement(f"{figure!r} leads to no statement")
    return figure


@register.inclusion_tag("parts/_statement.html", takes_context=True)
def statement(context: template.Context, statement: Any, standing_ref: str = "", whole: bool = False) -> dict[str, Any]:
    """A statement card; `whole` shows it as the page of the statement itself does, without a link to itself."""
    return _inherit(context, statement=statement, standing_ref=standing_ref, whole=whole)


@register.filter
def statement_kind(kind: str) -> str:
    """What kind of statement it is: condition, arrangement, doubt of the desk."""
    return str(signs.KINDS.get(kind, kind.partition(".")[2].replace("_", " ")))


@register.filter
def factuality_words(factuality: str) -> str:
    return str(signs.FACTUALITY.get(factuality, factuality))


@register.filter
def verdict_word(verdict: str) -> str:
    """A verdict as one word, for a cell."""
    return str(signs.sign(signs.VERDICTS, verdict).word)


@register.filter
def standing_word(standing: str) -> str:
    """What became of a figure, as one word."""
    return str(signs.STANDING_WORDS.get(standing, standing))


@register.filter
def standing_words(standing: str) -> str:
    return str(signs.STANDINGS.get(standing, ""))


@register.simple_tag
def link_words(kind: str, direction: str) -> str:
    return str(signs.LINKS.get((kind, direction), kind))


@register.inclusion_tag("parts/_source.html", takes_context=True)
def source(context: template.Context, source: Any, capacity: str = "", party: Any = None) -> dict[str, Any]:
    """Who speaks: name, capacity, party, and a letter of reliability where a named person judged it."""
    return _inherit(context, source=source, capacity=capacity, party=party)


@register.inclusion_tag("parts/_chain.html", takes_context=True)
def chain(context: template.Context, statement: Any) -> dict[str, Any]:
    return _inherit(context, statement=statement)


@register.inclusion_tag("parts/_verdict.html", takes_context=True)
def verdict(
    context: template.Context, verdict: str, why: str = "", pairs: Sequence[Sequence[str]] = (), more: int = 0
) -> dict[str, Any]:
    """A verdict as mark, word and sentence; the short names in it lead there, and those it does not name follow it."""
    refs = {ref for pair in pairs for ref in pair}
    untold = [left for pair in pairs if (left := [ref for ref in pair if not _names(why, ref)])]
    return _inherit(
        context, sign=signs.sign(signs.AGAINST, verdict), why=_linked(context, why, refs), untold=untold, more=more
    )


def _names(sentence: str, ref: str) -> bool:
    return ref in _WORD.findall(sentence) if _WORD.fullmatch(ref) else ref in sentence


def _linked(context: template.Context, sentence: str, refs: Collection[str]) -> SafeString:
    """A sentence in which the short names lead to what they name; a word with a number sign is a figure in any case."""
    names = {name for ref in refs for name in (ref, ref.partition("#")[0])}
    return mark_safe(  # noqa: S308 - each part is escaped or made of escaped parts
        "".join(
            ident(context, part) if n % 2 and (part in names or "#" in part) else conditional_escape(part)
            for n, part in enumerate(_WORD.split(sentence))
        )
    )


#: A word of a sentence of the ledger, as short names are written.
_WORD = re.compile(r"([\w-]+(?:#[1-9][0-9]*)?)")


@register.inclusion_tag("parts/_strip.html")
def strip(strip: Any, axis: Any = None, family: str = "says", grid: str = "") -> dict[str, Any]:
    """A drawn range; the words stand beside it, so it is silent.

    Many strips on one axis share its lines: those drawn once by `grid_of` under the name given here.
    """
    return {"strip": strip, "axis": axis, "family": family, "grid": grid}


@register.inclusion_tag("parts/_grid.html")
def grid_of(axis: Any, name: str) -> dict[str, Any]:
    """The lines of an axis and its break, drawn once for all strips that name them."""
    return {"axis": axis, "name": name}


@register.inclusion_tag("parts/_chart.html", takes_context=True)
def chart(context: template.Context, chart: Chart, name: str, title: str, told: str) -> dict[str, Any]:
    """Figures over time; `told` says in a sentence what the drawing shows, and the table below holds the same data."""
    return _inherit(context, chart=chart, name=name, title=title, told=told)


@register.inclusion_tag("parts/_timeline.html", takes_context=True)
def timeline_strip(context: template.Context, drawn: Timeline) -> dict[str, Any]:
    """The drawing above a timeline list, which says the same in words."""
    return _inherit(context, drawn=drawn, marks=static("icons/marks.svg"))


@register.inclusion_tag("parts/_chain_drawn.html", takes_context=True)
def chain_drawn(context: template.Context, places: tuple[Place, ...]) -> dict[str, Any]:
    """The way from the voice to the papers, one place a row."""
    return _inherit(context, places=places, marks=static("icons/marks.svg"))


@register.simple_tag
def silence_words(days: int) -> str:
    return words.days_words(days)


@register.simple_tag(takes_context=True)
def tick_words(context: template.Context, at: datetime) -> str:
    """A day on a time axis: no year, no hour."""
    return words.day_short(at, context["frame"].zone)


@register.inclusion_tag("parts/_axis.html")
def axis(axis: Any) -> dict[str, Any]:
    return {"axis": axis}


@register.inclusion_tag("parts/_field.html")
def field(bound: BoundField, short: bool = False, quiet: bool = False) -> dict[str, Any]:
    """A field with its label, its hint and what is wrong with it, tied together for those who listen.

    `quiet` does not say that it is optional, where all of a form is.
    """
    described = [f"{bound.id_for_label}-hint"] if bound.help_text else []
    if bound.errors:
        described.insert(0, f"{bound.id_for_label}-wrong")
    extra: dict[str, Any] = {}
    if described:
        extra["aria-describedby"] = " ".join(described)
    if bound.errors:
        extra["aria-invalid"] = "true"
    if short:
        extra["class"] = "short"
    many = getattr(bound.field.widget, "input_type", "") in ("radio", "checkbox") and hasattr(
        bound.field.widget, "choices"
    )
    says_optional = not bound.field.required and not quiet
    return {"bound": bound, "many": many, "optional": says_optional, "widget": bound.as_widget(attrs=extra)}


@register.inclusion_tag("parts/_error_summary.html")
def error_summary(form: Any, title: str = "") -> dict[str, Any]:
    """All faults of a form at once, each leading to its field; `title` says what did not happen."""
    found = [(bound.id_for_label, error) for bound in form for error in bound.errors] if form.is_bound else []
    return {"title": title, "whole": form.non_field_errors() if form.is_bound else [], "found": found}


@register.simple_tag
def once_key() -> SafeString:
    """A key for one pressing of a form: pressed twice, it is recorded once."""
    return format_html('<input type="hidden" name="once" value="{}">', uuid.uuid4())


def _inherit(context: template.Context, **own: Any) -> dict[str, Any]:
    """What a component sees: its own values and the frame around it."""
    kept: Mapping[str, Any] = {name: context.get(name) for name in ("frame", "request", "csrf_token")}
    return {**kept, **own}
