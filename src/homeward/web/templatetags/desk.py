"""Small tags that every template needs: marks, ids, times, and links that carry the moment."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from homeward.moments import Interval, stamp
from homeward.web import signs, words
from homeward.web.asked import carry, with_questions
from homeward.web.drawing.strips import SAID_TO_BE

register = template.Library()


@register.simple_tag
def mark(name: str, mirrors: bool = False) -> SafeString:
    """A mark of the sprite; the word always stands beside it, so it is silent."""
    return _use(name, "mark mirrors" if mirrors else "mark")


@register.simple_tag
def icon(name: str, mirrors: bool = False) -> SafeString:
    return _use(f"icon-{name}", "icon mirrors" if mirrors else "icon")


def _use(name: str, classes: str) -> SafeString:
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', classes, static("icons/marks.svg"), name
    )


@register.simple_tag
def modality(word: str) -> SafeString:
    return _marked(signs.sign(signs.MODALITIES, word))


@register.simple_tag
def condition(word: str) -> SafeString:
    return _marked(signs.sign(signs.CONDITIONS, word))


def _marked(sign: signs.Sign) -> SafeString:
    return format_html(
        '<span class="marked {}">{}<span>{}</span></span>', sign.family, mark(sign.mark, sign.mirrors), sign.word
    )


@register.filter
def is_said(modality: str) -> bool:
    """Whether a voice says that it is so; all else has its word before the number."""
    return modality in SAID_TO_BE


@register.filter
def family(word: str) -> str:
    """The family of a modality, as the class that colours it."""
    return signs.sign(signs.MODALITIES, word).family


@register.filter
def clock_words(clock: str) -> str:
    return str(signs.CLOCKS.get(clock, clock))


@register.simple_tag(takes_context=True)
def ident(context: template.Context, ref: str) -> SafeString:
    """The short id of a statement or figure (`s02`, `s02#1`), leading to it; always in Latin order."""
    case = getattr(context.get("frame"), "case", None)
    if case is None or not ref:
        return format_html('<bdi dir="ltr" class="id">{}</bdi>', ref)
    statement, _, figure = ref.partition("#")
    address = reverse("statement", args=[case.slug, statement]) + (f"#{figure}" if figure else "")
    return format_html('<a class="id" href="{}"><bdi dir="ltr">{}</bdi></a>', _carried(context, address), ref)


@register.filter
def count(number: int) -> str:
    """How many rows or papers there are; figures that somebody said go through the figure tag."""
    return words.digits(number)


@register.filter
def code(value: object) -> SafeString:
    """Something that is written the same in every language: an id, a key, a path."""
    return format_html('<bdi dir="ltr">{}</bdi>', value)


@register.simple_tag(takes_context=True)
def when(context: template.Context, interval: Interval | None) -> SafeString:
    """An interval in words, with its first instant for machines."""
    if interval is None:
        return format_html('<span class="absent">{}</span>', words.not_said())
    said = words.when(interval, _zone(context))
    if interval.start is None:
        return format_html("<bdi>{}</bdi>", said)
    return format_html('<time datetime="{}"><bdi>{}</bdi></time>', stamp(interval.start), said)


@register.simple_tag(takes_context=True)
def moment(context: template.Context, at: datetime | None) -> SafeString:
    if at is None:
        return format_html('<span class="absent">{}</span>', words.not_said())
    return format_html('<time datetime="{}"><bdi>{}</bdi></time>', stamp(at), words.moment(at, _zone(context)))


@register.simple_tag(takes_context=True)
def moment_words(context: template.Context, at: datetime) -> str:
    """An instant in words alone, for titles and buttons."""
    return words.moment(at, _zone(context))


@register.simple_tag
def moment_in(at: datetime, zone: tzinfo) -> str:
    """An instant in words, in a zone of its own."""
    return words.moment(at, zone)


def _zone(context: template.Context) -> tzinfo:
    return getattr(context.get("frame"), "zone", None) or UTC


@register.simple_tag(takes_context=True)
def to(context: template.Context, name: str, *args: object, **query: str) -> str:
    """The address of a page, with the moment shown riding on it: `{% to "figures" case.slug population=p.slug %}`."""
    return _carried(context, reverse(name, args=args), **query)


@register.simple_tag(takes_context=True)
def carried(context: template.Context, address: str) -> str:
    """An address made elsewhere, with the moment on it."""
    return _carried(context, address)


@register.simple_tag(takes_context=True)
def but(context: template.Context, **changes: object) -> str:
    """This same address with some of its questions changed; an empty value takes one away."""
    given = context["request"].GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            given.pop(name, None)
        else:
            given[name] = str(value)
    return f"?{given.urlencode()}" if given else context["request"].path


def _carried(context: template.Context, address: str, **query: str) -> str:
    frame = context.get("frame")
    if not query:
        return with_questions(address, getattr(frame, "riding", ""))
    return carry(address, getattr(frame, "asked", None), **query)
