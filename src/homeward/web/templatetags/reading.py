"""Tags of the inbox and of the reading screen."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.web import signs, words
from homeward.web.reading.cards import FIELDS, Card, Put

register = template.Library()

LANGUAGES = {
    "ar": gettext_lazy("Arabic"),
    "en": gettext_lazy("English"),
    "ru": gettext_lazy("Russian"),
    "he": gettext_lazy("Hebrew"),
    "uk": gettext_lazy("Ukrainian"),
    "fa": gettext_lazy("Persian"),
    "tr": gettext_lazy("Turkish"),
    "fr": gettext_lazy("French"),
    "es": gettext_lazy("Spanish"),
    "de": gettext_lazy("German"),
}
SHORT = 12


@register.filter
def language_words(code: str) -> str:
    """A language in the language of the page; a code that has no name here as itself."""
    return str(LANGUAGES.get(code.partition("-")[0].lower(), code))


@register.filter
def field_words(name: str) -> str:
    return str(FIELDS.get(name, name))


@register.filter
def short_hash(model: str) -> SafeString:
    """The first signs of what a reader is made of, as people compare them."""
    return (
        format_html('<bdi dir="ltr" class="id" title="{}">{}</bdi>', model, model[:SHORT]) if model else SafeString("")
    )


@register.simple_tag
def put_in_words(figure: Put) -> SafeString:
    """A number as it was put, and what it allows beside it; it is a proposal and on no record yet."""
    said, allowed = words.figure_words(figure), words.interval_words(figure)
    if said == allowed:
        return format_html("<b><bdi>{}</bdi></b>", said)
    return format_html('<b><bdi>{}</bdi></b> <span class="meta">(<bdi>{}</bdi>)</span>', said, allowed)


@register.simple_tag
def sure(card: Card) -> SafeString:
    """How sure the reader is, in a word; the number beside it for whoever asks."""
    return format_html(
        '<span class="sure {}" title="{}">{}</span>', card.sure, percent(card.view.confidence), card.sure_words
    )


@register.filter
def percent(share: float) -> str:
    return f"{round(share * 100)} %"


@register.filter
def difference_words(value: str, field: str) -> str:
    """What a reader has in a field, in the words of the page where they are closed ones."""
    return str(signs.sign(signs.MODALITIES, value).word) if field == "modality" and value in signs.MODALITIES else value


@register.simple_tag
def of_these(decided: int, count: int) -> str:
    return _("%(decided)s of %(count)s decided") % {"decided": words.digits(decided), "count": words.digits(count)}
