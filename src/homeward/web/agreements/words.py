"""Closed words of agreements as they are shown, and sentences put together from what was worked out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from homeward.moments import Interval
from homeward.web.signs import Sign
from homeward.web.words import digits, span_words

STATES: Mapping[str, Sign] = MappingProxyType(
    {
        "draft": Sign("possible", "may", pgettext_lazy("obligation", "a draft")),
        "agreed": Sign("promised", "binds", pgettext_lazy("obligation", "agreed"), mirrors=True),
        "waiting": Sign("conditional", "may", pgettext_lazy("obligation", "waits for something else")),
        "due": Sign("expected", "may", pgettext_lazy("obligation", "due")),
        "partly_done": Sign("expected", "may", pgettext_lazy("obligation", "partly done")),
        "done": Sign("met", "met", pgettext_lazy("obligation", "done")),
        "late": Sign("unmet", "unmet", pgettext_lazy("obligation", "late")),
        "claimed_breached": Sign("contested", "contested", pgettext_lazy("obligation", "said not to be kept")),
        "suspended": Sign("conditional", "may", pgettext_lazy("obligation", "suspended")),
        "waived": Sign("denied", "quiet-verdict", pgettext_lazy("obligation", "waived")),
        "expired": Sign("stale", "quiet-verdict", pgettext_lazy("obligation", "its time is over")),
        "superseded": Sign("corrected", "quiet-verdict", pgettext_lazy("obligation", "replaced")),
    }
)
STAGES: Mapping[str, Promise] = MappingProxyType(
    {
        "offered": pgettext_lazy("stage of a delivery", "offered"),
        "listed": pgettext_lazy("stage of a delivery", "listed"),
        "cleared": pgettext_lazy("stage of a delivery", "cleared"),
        "dispatched": pgettext_lazy("stage of a delivery", "dispatched"),
        "inspected": pgettext_lazy("stage of a delivery", "inspected"),
        "entered": pgettext_lazy("stage of a delivery", "entered"),
        "handed_over": pgettext_lazy("stage of a delivery", "handed over"),
        "received": pgettext_lazy("stage of a delivery", "received"),
        "distributed": pgettext_lazy("stage of a delivery", "distributed"),
    }
)
TURNS: Mapping[str, Promise] = MappingProxyType(
    {
        "agreed": pgettext_lazy("turn", "agreed"),
        "extended": pgettext_lazy("turn", "extended"),
        "suspended": pgettext_lazy("turn", "suspended"),
        "resumed": pgettext_lazy("turn", "resumed"),
        "ended": pgettext_lazy("turn", "ended"),
        "waived": pgettext_lazy("turn", "waived"),
    }
)
POWERS: Mapping[str, Promise] = MappingProxyType(
    {
        "extend": pgettext_lazy("power", "may extend it"),
        "suspend": pgettext_lazy("power", "may suspend it"),
        "resume": pgettext_lazy("power", "may resume it"),
        "end": pgettext_lazy("power", "may end it"),
        "waive": pgettext_lazy("power", "may waive it"),
        "inspect": pgettext_lazy("power", "may inspect"),
        "count": pgettext_lazy("power", "may say how it counts"),
    }
)
ANSWERS: Mapping[str, Promise] = MappingProxyType(
    {
        "denied": pgettext_lazy("answer to a complaint", "denied"),
        "answered": pgettext_lazy("answer to a complaint", "answered"),
        "settled": pgettext_lazy("answer to a complaint", "settled"),
    }
)
OPS: Mapping[str, Promise] = MappingProxyType(
    {
        "eq": pgettext_lazy("amount", "just so many"),
        "gt": pgettext_lazy("amount", "more than"),
        "ge": pgettext_lazy("amount", "at least"),
        "lt": pgettext_lazy("amount", "fewer than"),
        "le": pgettext_lazy("amount", "at most"),
        "about": pgettext_lazy("amount", "about"),
        "nearly": pgettext_lazy("amount", "nearly"),
        "range": pgettext_lazy("amount", "from … to …"),
    }
)
LANES: Mapping[str, Promise] = MappingProxyType(
    {
        "announced": _("Announced"),
        "planned_start": _("Start, as planned"),
        "actual_start": _("Start, as it was"),
        "suspended": _("Suspended"),
        "deadline": _("Deadline"),
        "ends": _("Runs out"),
        "actual_end": _("Ended"),
    }
)
RULES: Mapping[str, Promise] = MappingProxyType(
    {
        "extension": pgettext_lazy("kind of rule", "extension"),
        "ratio": pgettext_lazy("kind of rule", "ratio"),
        "counting": pgettext_lazy("kind of rule", "counting"),
        "outside": pgettext_lazy("kind of rule", "outside"),
        "lockstep": pgettext_lazy("kind of rule", "lockstep"),
        "reciprocity": pgettext_lazy("kind of rule", "reciprocity"),
        "list": pgettext_lazy("kind of rule", "list"),
    }
)
#: The same as one chooses it in a form, each with what it says.
RULE_CHOICES: Mapping[str, Promise] = MappingProxyType(
    {
        "extension": _("so many make it last longer"),
        "ratio": _("so many for so many"),
        "lockstep": _("in step, batch against batch"),
        "reciprocity": _("the one moves where the other does"),
        "list": _("a list comes before"),
        "counting": _("how something counts"),
        "outside": _("what lies outside of it"),
    }
)


def stage_words(stage: str) -> str:
    return str(STAGES.get(stage, stage.replace("_", " ")))


def share_words(lo: Decimal | None, hi: Decimal | None) -> str:
    """How much of what was promised came, in percent; never rounded to more or less than the numbers allow."""
    least = None if lo is None else int((lo * 100).to_integral_value(ROUND_FLOOR))
    most = None if hi is None else int((hi * 100).to_integral_value(ROUND_CEILING))
    if least is None and most is None:
        return _now("cannot tell what share")
    if most is None:
        return _now("%(share)s%% or more") % {"share": digits(least or 0)}
    if lo == hi:
        near = int(((lo or Decimal(0)) * 100).to_integral_value())
        return _now("%(share)s%%") % {"share": digits(near)}
    return _now("%(lo)s%% to %(hi)s%%") % {"lo": digits(least or 0), "hi": digits(most)}


def late_words(lo: int | None, hi: int | None) -> str:
    """By how many days something is late; nothing when it is not, or nobody can tell."""
    if not lo and not hi:
        return ""
    if hi is None:
        return ngettext("late by %(n)s day or more", "late by %(n)s days or more", lo or 0) % {"n": digits(lo or 0)}
    if lo == hi:
        return ngettext("late by %(n)s day", "late by %(n)s days", hi) % {"n": digits(hi)}
    return _now("late by %(lo)s to %(hi)s days") % {"lo": digits(lo or 0), "hi": digits(hi)}


def far_words(due: Interval, as_of: datetime) -> str:
    """How far a moment lies from now, in whole hours or days, never rounded to nearer than it is."""
    until = due.until or due.start
    if until is None:
        return _now("nobody has said when")
    away = until - as_of
    if away < timedelta(0):
        return _now("overdue by %(time)s") % {"time": _long(-away)}
    if away == timedelta(0):
        return _now("due now")
    return _now("due within %(time)s") % {"time": _long(away)}


def pace_words(lo: Decimal | None, hi: Decimal | None) -> str:
    if lo is None and hi is None:
        return _now("cannot tell at which pace")
    return _now("%(amount)s a day") % {"amount": span_words(_rounded(lo), _rounded(hi))}


def against_deadline(done_from: datetime | None, done_until: datetime | None, due: Interval | None) -> str:
    """Whether at this pace it is done by its deadline; cannot tell where the two overlap or one is not known."""
    limit = due.until if due else None
    if limit is None or (done_from is None and done_until is None):
        return _now("whether that is in time nobody can tell")
    if done_until is not None and done_until <= limit:
        return _now("that is before the deadline")
    if done_from is not None and done_from > limit:
        return _now("that is after the deadline")
    return _now("that may be before or after the deadline")


def _rounded(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.quantize(Decimal("0.1")) if number % 1 else number


def _long(away: timedelta) -> str:
    if away < timedelta(hours=1):
        return _now("less than an hour")
    hours = int(away / timedelta(hours=1))
    if hours < 48:
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": digits(hours)}
    days = away.days
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": digits(days)}
