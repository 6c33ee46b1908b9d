"""The desk's own words for what views hold, in the language of who reads; quotes and names stay as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from decimal import Decimal
from types import MappingProxyType
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from homeward import moments
from homeward.moments import Interval

Number = int | Decimal


class Counted(Protocol):
    """What these words need of a figure."""

    @property
    def op(self) -> str: ...
    @property
    def lo(self) -> Number | None: ...
    @property
    def hi(self) -> Number | None: ...
    @property
    def stated_lo(self) -> Number | None: ...
    @property
    def stated_hi(self) -> Number | None: ...
    @property
    def words(self) -> str: ...
    @property
    def interval_words(self) -> str: ...


_PUT: Mapping[str, Promise] = MappingProxyType(
    {
        "gt": _("more than %(number)s"),
        "ge": _("at least %(number)s"),
        "lt": _("fewer than %(number)s"),
        "le": _("at most %(number)s"),
        "about": _("about %(number)s"),
        "nearly": _("nearly %(number)s"),
    }
)


def reads_english() -> bool:
    return (get_language() or "en").startswith("en")


def digits(number: Number) -> str:
    """A number in groups of three, the same in every language of the interface: 1,204."""
    return f"{number:,}" if isinstance(number, int) else f"{number.normalize():,f}"


def figure_words(figure: Counted) -> str:
    """What was said: "more than 500". In English as the ledger says it, else put anew from sign and number."""
    said = figure.stated_lo if figure.stated_lo is not None else figure.stated_hi
    if reads_english() or said is None or figure.op in ("vague", "share"):
        return figure.words
    last = figure.stated_hi
    if last is not None and last != said:
        return gettext("%(lo)s to %(hi)s") % {"lo": digits(said), "hi": digits(last)}
    put = _PUT.get(figure.op)
    return str(put) % {"number": digits(said)} if put else digits(said)


def interval_words(figure: Counted) -> str:
    """What the words allow: "501 or more", "540 to 660"."""
    if reads_english() or figure.op == "share":
        return figure.interval_words
    return span_words(figure.lo, figure.hi)


def span_words(lo: Number | None, hi: Number | None) -> str:
    """A closed range in words, open where an end is None."""
    if lo is None and hi is None:
        return gettext("no number")
    if hi is None:
        return gettext("%(number)s or more") % {"number": digits(lo or 0)}
    if lo is None or (lo == 0 and hi != 0):
        return gettext("up to %(number)s") % {"number": digits(hi)}
    if lo == hi:
        return digits(lo)
    return gettext("%(lo)s to %(hi)s") % {"lo": digits(lo), "hi": digits(hi)}


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: A; A and B; A, B and C."""
    if len(names) < 2:
        return "".join(names)
    most = gettext(", ").join(names[:-1])
    return gettext("%(most)s and %(last)s") % {"most": most, "last": names[-1]}


def days_words(days: int) -> str:
    return ngettext("%(count)s day, nothing said", "%(count)s days, nothing said", days) % {"count": digits(days)}


def when(interval: Interval, zone: tzinfo) -> str:
    """An interval in words; words that nobody could read stay as they were written."""
    said = moments.in_words(interval, zone)
    unread = interval.start is None and interval.until is None
    return said if unread else localised(said)


def moment(at: datetime, zone: tzinfo) -> str:
    """An instant in words; the first instant of a day is the end of the day before, as whoever asked meant it."""
    local = at.astimezone(zone)
    if local.hour or local.minute or local.second:
        return localised(moments.moment_in_words(at, zone))
    day, _space, _time = moments.moment_in_words(at - timedelta(minutes=1), zone).rpartition(" ")
    return gettext("end of %(day)s") % {"day": localised(day)}


# The forms in which `moments` says a time; what stands in them is said in one of them again, or is days and months.
_FORMS = (
    (re.compile(r"about (?P<when>.+)"), pgettext_lazy("time", "about %(when)s")),
    (re.compile(r"from (?P<when>.+)"), pgettext_lazy("time", "from %(when)s")),
    (re.compile(r"until (?P<when>.+)"), pgettext_lazy("time", "until %(when)s")),
    (re.compile(r"week of (?P<when>.+)"), pgettext_lazy("time", "week of %(when)s")),
    (re.compile(r"early (?P<when>.+)"), pgettext_lazy("time", "early %(when)s")),
    (re.compile(r"mid (?P<when>.+)"), pgettext_lazy("time", "mid %(when)s")),
    (re.compile(r"late (?P<when>.+)"), pgettext_lazy("time", "late %(when)s")),
    (re.compile(r"(?P<first>.+) to (?P<last>.+)"), pgettext_lazy("time", "%(first)s to %(last)s")),
)
_MONTHS: Mapping[str, Promise] = MappingProxyType(
    {
        "Jan": pgettext_lazy("month", "Jan"),
        "Feb": pgettext_lazy("month", "Feb"),
        "Mar": pgettext_lazy("month", "Mar"),
        "Apr": pgettext_lazy("month", "Apr"),
        "May": pgettext_lazy("month", "May"),
        "Jun": pgettext_lazy("month", "Jun"),
        "Jul": pgettext_lazy("month", "Jul"),
        "Aug": pgettext_lazy("month", "Aug"),
        "Sep": pgettext_lazy("month", "Sep"),
        "Oct": pgettext_lazy("month", "Oct"),
        "Nov": pgettext_lazy("month", "Nov"),
        "Dec": pgettext_lazy("month", "Dec"),
    }
)
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")


def localised(said: str) -> str:
    """Put a time that `moments` said in English into the language of the reader."""
    if reads_english():
        return said
    for form, put in _FORMS:
        if found := form.fullmatch(said):
            return str(put) % {name: localised(part) for name, part in found.groupdict().items()}
    return _MONTH.sub(lambda name: str(_MONTHS[name[0]]), said)


def day_short(at: datetime, zone: tzinfo) -> str:
    """A local day without its year, for axes: 4 Nov."""
    day, _space, _year = moments.moment_in_words(at, zone).rpartition(" ")[0].rpartition(" ")
    return localised(day)


def not_said() -> str:
    """What stands in the place of a time that nobody gave; never an empty cell."""
    return pgettext("time", "not said")
