"""Tags of boarding: how it stands with somebody, what a place is called."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from homeward.web import signs
from homeward.web.boarding import words
from homeward.web.templatetags.desk import mark

register = template.Library()


@register.simple_tag
def boarding_state(state: str) -> SafeString:
    """Boarded, not come, in conflict and so on: mark and word."""
    sign = signs.sign(words.STATES, str(state))
    return format_html('<span class="marked {}">{}<span>{}</span></span>', sign.family, mark(sign.mark), sign.word)


@register.filter
def state_words(state: str) -> str:
    return str(words.STATES[str(state)].word)


@register.filter
def place_words(place: str) -> str:
    return str(words.PLACES.get(str(place), place))


@register.filter
def recipient_words(recipient: str) -> str:
    return str(words.RECIPIENTS.get(str(recipient), recipient))
