"""Tags of the register: where somebody is, who gave a fact, how days and papers are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

from homeward.people.core.values import DayGiven
from homeward.people.queries.views import GivenView, StageView
from homeward.web.people import shown, voices, words
from homeward.web.templatetags.components import _inherit, standing_word
from homeward.web.templatetags.desk import mark

register = template.Library()


@register.filter
def state_words(state: str) -> str:
    """Where somebody is said to be."""
    return str(words.STATES.get(state, state))


@register.filter
def other_is(view: Any) -> str:
    """What the other one is to the person shown."""
    return str(words.OTHER_IS.get((view.relation, view.direction), view.relation))


@register.filter
def relation_words(relation: str) -> str:
    return str(words.RELATIONS.get(relation, relation))


@register.filter
def scope_words(scope: str) -> str:
    return str(words.SCOPES.get(scope, scope))


@register.filter
def consent_words(state: str) -> str:
    return str(words.CONSENT_STATES.get(state, state))


@register.filter
def consent_by(who: str) -> str:
    return str(words.CONSENT_BY.get(who, who))


@register.filter
def request_words(state: str) -> str:
    return str(words.REQUEST_STATES.get(state, state))


@register.filter
def lacking_words(mark: str) -> str:
    return str(words.MARKS.get(mark, mark))


@register.filter
def country_words(code: str) -> str:
    """A country by its code."""
    return shown.country_words(code)


@register.filter
def anchor(given: GivenView) -> str:
    return voices.anchor(given)


@register.filter
def called(labels: dict[str, str]) -> str:
    """What a need is called in the language of the page, else in English."""
    language = (get_language() or "en").partition("-")[0]
    return labels.get(language) or labels.get("en") or next(iter(labels.values()), "")


@register.inclusion_tag("people/_given.html", takes_context=True)
def given(context: template.Context, given: GivenView, whole: bool = False) -> dict[str, Any]:
    """Who gave it and when, in a line; `whole` tells all of it."""
    return {**_inherit(context), "given": given, "whole": whole, "person": context.get("person")}


@register.inclusion_tag("people/_gave.html", takes_context=True)
def gave(context: template.Context, given: Sequence[GivenView]) -> dict[str, Any]:
    """Everybody who gave just this, in a list."""
    return {**_inherit(context), "everybody": given, "person": context.get("person")}


@register.inclusion_tag("people/_stage.html", takes_context=True)
def stage(context: template.Context, stage: StageView, short: bool = False) -> dict[str, Any]:
    """Where somebody is said to be, by whom, and who says what cannot be so beside it."""
    return {**_inherit(context), "stage": stage, "short": short, "person": context.get("person")}


@register.simple_tag
def holds(paper: shown.ShownPaper) -> SafeString:
    """Whether a paper holds on the day asked about: mark and word."""
    return format_html('<span class="marked {}">{}<span>{}</span></span>', paper.mark, mark(paper.mark), paper.holds)


@register.simple_tag
def read_day(given: DayGiven) -> str:
    """How a day is read."""
    return shown.day(given)[0]


@register.simple_tag
def marks_file() -> str:
    """The sprite of marks, for drawings that place them."""
    return static("icons/marks.svg")


@register.filter
def standing_word_of_row(standing: str) -> str:
    """What became of a row: in a later version of its list it reads otherwise, or the reading was taken back."""
    return pgettext("row of a list", "reads otherwise now") if standing == "superseded" else standing_word(standing)


@register.filter
def of(found: dict[Any, Any], which: Any) -> Any:
    """What stands under a key, nothing where there is none."""
    return found.get(which, ())
