"""Tags of talks: gates in words, findings, who could clear something, and what a condition would free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from homeward.talks.queries.views import FindingView, GateView, LeafView, Whom
from homeward.web import signs
from homeward.web.talks import words
from homeward.web.talks.why import why
from homeward.web.templatetags.components import _linked
from homeward.web.templatetags.desk import mark
from homeward.web.words import digits, figure_words, reads_english

register = template.Library()


@register.filter
def op_words(gate: GateView) -> str:
    """ALL OF, ANY OF, 2 OF 3."""
    return words.op_words(gate)


@register.filter
def nature_words(nature: str) -> str:
    return str(words.NATURES.get(nature, nature))


@register.filter
def goal_sentence(value: str) -> str:
    """What the value of a goal says, as a sentence."""
    return str(words.GOALS.get(str(value), ""))


@register.filter
def finding_words(finding: FindingView) -> str:
    return words.finding_words(finding.code, finding.words)


@register.filter
def left_out_words(words_of_it: str) -> str:
    """What was not looked at."""
    return (
        words_of_it if reads_english() else gettext("More was said than is looked at at once; some of it is left out.")
    )


@register.filter
def together(leaves: tuple[Any, ...]) -> str:
    """How many free a goal together."""
    return words.together_words(len(leaves))


@register.filter
def way_out(words_of_it: str) -> str:
    """A known way out of a deadlock, in the language of the reader."""
    return words.way_out(words_of_it)


@register.filter
def gate_words(gate: GateView) -> str:
    """What a gate is called."""
    return words.gate_words(gate)


@register.simple_tag(takes_context=True)
def with_refs(context: template.Context, sentence: str) -> SafeString:
    """A sentence in which the short names of statements lead to them."""
    return _linked(context, sentence, _refs(context))


@register.simple_tag(takes_context=True)
def people_said(context: template.Context, of: Any) -> SafeString:
    """How many people stand behind a goal, as said, each number with what it counts and its statement."""
    if reads_english() or not of.people_figures:
        return _linked(context, of.people, _refs(context))
    said = [
        (figure_words(each), each.measure, _linked(context, each.ref, _refs(context))) for each in of.people_figures
    ]
    return format_html_join(pgettext("numbers of people", " or "), "<bdi>{}</bdi> (<bdi>{}</bdi> {})", said)


@register.filter
def of_id(named: Mapping[UUID, Any], id: UUID) -> Any:
    """What has this id."""
    return named.get(id)


@register.filter
def is_gate(thing: Any) -> bool:
    return isinstance(thing, GateView)


@register.filter
def in_words(whoms: Iterable[Whom]) -> tuple[str, ...]:
    """Whom a text names, as it names them."""
    return tuple(whom.words for whom in whoms)


@register.filter
def words_of(line: str) -> list[str]:
    return line.split()


@register.filter
def plain(number: int) -> str:
    """A whole number as machines write it, the same in every language."""
    return f"{number:d}"


@register.filter
def value_word(value: str) -> str:
    """Met, unmet, unknown, contested in the language of the reader."""
    return str(signs.sign(signs.CONDITIONS, value).word)


@register.simple_tag
def counted_value(value: str, count: int) -> SafeString:
    """How many conditions are said to be so: mark, number, word."""
    sign = signs.sign(signs.CONDITIONS, value)
    return format_html(
        '<span class="marked {}">{}<span>{} {}</span></span>', sign.family, mark(sign.mark), digits(count), sign.word
    )


@register.simple_tag(takes_context=True)
def why_so(context: template.Context, leaf: LeafView) -> SafeString:
    """Who asks for a condition, what is said of it and what hangs on it, in one sentence with its statements."""
    return _linked(context, why(leaf, context["view"]), _refs(context))


def _refs(context: template.Context) -> frozenset[str]:
    """The short names that sentences of this page may name; where none are known, those of figures lead there all the same."""
    found: frozenset[str] | None = context.get("refs")
    return found or frozenset()
