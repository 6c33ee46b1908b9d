"""Tags of channels, meetings and positions: how words go, how a meeting stands, where a party stands."""

from __future__ import annotations

from typing import Any

from django import forms, template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from homeward.web import signs
from homeward.web.channels import words
from homeward.web.templatetags.components import _inherit
from homeward.web.templatetags.desk import mark

register = template.Library()


@register.filter
def medium_words(medium: str) -> str:
    return str(words.MEDIA.get(str(medium), medium))


@register.simple_tag
def course(word: str) -> SafeString:
    """Ahead, begun, over or called off: mark and word."""
    return _marked(signs.sign(words.COURSES, str(word)))


@register.simple_tag
def stance_of(word: str) -> SafeString:
    """What a party does with a topic: mark and word."""
    return _marked(signs.sign(words.STANCES, str(word)))


@register.filter
def stance_family(word: str) -> str:
    return signs.sign(words.STANCES, str(word)).family


@register.filter
def firmness_words(word: str) -> str:
    return str(words.FIRMNESSES.get(str(word), word))


@register.filter
def change_words(word: str) -> str:
    return str(words.CHANGES.get(str(word), word))


@register.filter
def kept_words(told: str) -> str:
    return str(words.KEPT.get(str(told), told))


@register.filter
def visit_rule_words(rule: str) -> str:
    return str(words.VISIT_RULES.get(str(rule), rule))


@register.filter
def sign_medium_words(medium: str) -> str:
    return str(words.SIGN_MEDIA.get(str(medium), medium))


@register.filter
def found_words(found: str) -> str:
    return str(words.FOUND.get(str(found), found))


@register.filter
def silence_days(view: Any) -> str:
    """The least and the most of the whole days, one number where they are the same."""
    ends = [str(each) for each in (view.least, view.most) if each is not None]
    return "–".join(dict.fromkeys(ends))


@register.filter
def is_box(bound: BoundField) -> bool:
    """Whether a field is one box to tick."""
    return isinstance(bound.field, forms.BooleanField)


@register.filter
def is_needed(bound: BoundField) -> bool:
    """Whether nothing is recorded without this field."""
    return bound.name in getattr(bound.form, "NEEDED", ())


@register.inclusion_tag("channels/_said.html", takes_context=True)
def said_by(context: template.Context, statement: Any) -> dict[str, Any]:
    """Who said it, when, and the short name that leads to it."""
    return _inherit(context, statement=statement)


def _marked(sign: signs.Sign) -> SafeString:
    return format_html(
        '<span class="marked {}">{}<span>{}</span></span>', sign.family, mark(sign.mark, sign.mirrors), sign.word
    )
