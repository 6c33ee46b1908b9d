"""Sentences that talks work out, said in the language of the reader from their code and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta, tzinfo
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from homeward.ledger.core.agreements import Stage
from homeward.ledger.queries.views import FigureView
from homeward.moments import Interval, whole_day
from homeward.talks.core.quantities import Amount
from homeward.talks.core.sentences import Sentence
from homeward.talks.queries.views import FindingView
from homeward.web.agreements.words import STAGES
from homeward.web.words import digits, figure_words, listed, reads_english, span_words, when

#: Why an agreement runs out when it does.
ENDS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "ended": _("it ended then"),
        "ended-by": _("ended, announced by %(who)s"),
        "planned-end": _("its planned end"),
        "length-from-actual": _("%(length)s from its actual start"),
        "length-from-planned": _("%(length)s from its planned start"),
        "length-from-announced": _("%(length)s from its announcement"),
        "end-of-phase": _("the end of its phase %(phase)s"),
        "end-of-phase-announced": _("the end of its phase %(phase)s, announced %(when)s"),
        "deadline": _("its deadline"),
        "deadline-text": "%(text)s",
        "extended": _("extended until %(until)s, announced by %(who)s"),
        "not-said-for": _("nobody has said it for %(who)s"),
        "longer": _("longer by %(longer)s by the rule of extension"),
    }
)
#: What a rule comes to.
RULES: Mapping[str, str | Promise] = MappingProxyType(
    {
        "extension-unread": _("For how many it is made longer, and by how much, cannot be told from its words."),
        "extension-of-what": _("For which deliveries it is made longer cannot be told: say of which obligation."),
        "extension": _("%(came)s counted: longer by %(longer)s"),
        "extension-at-most": _("%(came)s counted: longer by %(longer)s, at most %(cap)s"),
        "ratio-unread": _("Which is held against which, and how many for how many, cannot be told from its words."),
        "ratio-uncounted": _("%(agreed)s: nobody has counted both."),
        "ratio-holds": _("%(came)s for %(counted)s, %(agreed)s was agreed: kept by these counts."),
        "ratio-short": _("%(came)s for %(counted)s, %(agreed)s was agreed: short %(short)s by these counts."),
        "ratio-open": _("%(came)s for %(counted)s, %(agreed)s was agreed: cannot tell."),
        "batch": _("%(what)s: %(came)s of batch %(number)s of %(size)s"),
        "batch-uncounted": _("%(what)s: nobody has counted of batch %(number)s of %(size)s"),
        "batch-ahead": _("ahead in batch %(number)s: %(who)s"),
        "came": "%(what)s: %(came)s",
        "lockstep-uncounted": _("Nobody has counted what moved on either side."),
        "reciprocity-unread": _(
            "Which two flows it holds against each other cannot be told from its words: say which obligations."
        ),
        "reciprocity-uncounted": _("Nobody has counted either day by day."),
        "reciprocity": _("%(one)s against %(other)s."),
        "day-both": _("%(day)s: both moved or neither"),
        "day-one": _("%(day)s: one moved and the other did not"),
        "day-open": _("%(day)s: cannot tell"),
        "outside-none": _("Nobody has said that anything came outside of it."),
        "outside": _("%(figures)s: counts for nothing here."),
        "lists-none": _("Nobody has said that a list was given."),
        "lists": _("Lists by day:"),
        "list-of": "%(day)s: %(figures)s",
        "decisions": _("Decisions on how something counts: %(count)s"),
    }
)
#: What a person should look at, of agreements and obligations.
FINDINGS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "not-all": _("There is more than is read at once; this answer is not complete."),
        "ends-before-it-starts": _("It is said to end before it starts: ask which day holds."),
        "parts-and-whole": _("Counts of its parts come to %(parts)s, those of the whole to %(whole)s."),
        "question": _("%(figure)s: for which obligation does it count?"),
        "question-of-stage": _("%(figure)s: at which stage does it count?"),
        "question-of-unit": _("%(figure)s: told in another unit, or as a share; how many is that?"),
        "said-not-kept": _("%(who)s (%(ref)s): “%(text)s”; of which obligation is it said?"),
        "phase-ends-before-it-starts": _(
            "The phase %(phase)s is said to end before it starts; its end is left aside: ask which day holds."
        ),
        "outside": _("%(figure)s: said to lie outside; counted for nothing."),
        "more-questions": _("More such counts: %(count)s"),
        "no-bearer": _("Nobody is named who owes this: ask who does."),
        "before-it-was-agreed": _("Its time is over before the agreement was announced."),
        "batches": _("Its batches come to %(parts)s, the whole to %(whole)s."),
        "one-utterance-two-numbers": _(
            "%(stage)s: one utterance gives two numbers for one time; it counts once, and the amount spans both."
        ),
        "rivals": _("%(stage)s: voices give different numbers for one time; the amount spans them."),
        "fell": _("%(stage)s: an earlier count is above the last one; ask which holds."),
        "only-parts": _("%(stage)s: only parts were counted, so it is at least that many."),
        "counted-elsewhere": _("Nobody counted at this stage: %(wanted)s. Shown is: %(shown)s."),
        "ratio": _("%(text)s: no ratio that can be counted with; ask what was meant."),
        "ratio-of-what": _("For what this is owed cannot be told from its words: say of which obligation."),
        "no-amount": _("%(lo)s to %(hi)s is no amount: ask how much was promised."),
        "per": _("For each %(text)s: what that comes to by now cannot be told."),
        "rival-promises": _("Voices differ on what was promised: %(said)s."),
    }
)


def sentences(told: Iterable[Sentence], table: Mapping[str, str | Promise], zone: tzinfo) -> str:
    """Sentences one after the other, in English as the desk worked them out, else anew from what stands in them."""
    text = ""
    for each in told:
        text += ("" if not text else " " if text[-1] in ".:" else _now("; ")) + _said(each, table, zone)
    return text


def finding(view: FindingView, zone: tzinfo) -> str:
    """What a person should look at."""
    return _said(view, FINDINGS, zone)


def _said(told: Sentence | FindingView, table: Mapping[str, str | Promise], zone: tzinfo) -> str:
    pattern = table.get(told.code)
    if pattern is None or reads_english():
        return told.words
    return str(pattern) % {name: put(value, zone) for name, value in told.values}


def put(value: Any, zone: tzinfo) -> str:
    """One thing that stands in a sentence: names and quotes as they are, numbers and times as the reader knows them."""
    match value:
        case Interval():
            return when(value, zone)
        case date():
            return when(whole_day(value, zone), zone)
        case Amount():
            return span_words(value.lo, value.hi)
        case FigureView():
            return f"{figure_words(value)} {value.population.name or value.unit} ({value.ref})"
        case timedelta():
            return length_words(value)
        case Stage():
            return str(STAGES.get(value.value, value.value))
        case int() | Decimal():
            return digits(value)
        case (timedelta() as least, most):
            return _range(least, most)
        case tuple():
            return listed([put(each, zone) for each in value]) or _now("somebody")
        case _:
            return str(value)


def length_words(length: timedelta) -> str:
    """A length of time in whole days, else in hours."""
    if length % timedelta(days=1):
        hours = Decimal(str(length / timedelta(hours=1)))
        return ngettext("%(n)s hour", "%(n)s hours", int(hours)) % {"n": digits(hours)}
    return ngettext("%(n)s day", "%(n)s days", length.days) % {"n": digits(length.days)}


def _range(least: timedelta, most: timedelta | None) -> str:
    if most is None:
        return _now("%(length)s or more") % {"length": length_words(least)}
    if least == most:
        return length_words(least)
    return _now("%(lo)s to %(hi)s") % {"lo": length_words(least), "hi": length_words(most)}
