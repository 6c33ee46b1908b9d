"""What is doubtful in a value, in a sentence: days, numbers of papers, countries, machine-readable zones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

DEFAULT = "default-day"

DAYS: Mapping[str, str | Promise] = MappingProxyType(
    {
        DEFAULT: _("A day that offices fill in when nobody knows it."),
        "missing": pgettext_lazy("day", "Nothing is given."),
        "unread": _("This could not be read as a day."),
        "no-such-day": _("This day does not exist."),
        "day-order": _("Day and month may stand in either order; nobody has said which."),
        "two-digit-year": _("The year is written with two digits."),
        "calendar": _("The calendar is not named, and the year is not one of the common calendar."),
        "hijri": _("Counted from the Hijri calendar; the real day may lie up to two days away."),
        "solar-hijri": _("Counted from the solar Hijri calendar of Iran and Afghanistan."),
        "hebrew": _("Counted from the Hebrew calendar, whose days begin on the evening before."),
        "buddhist": _("Counted from the Buddhist calendar of Thailand."),
        "adar": _("That year had two months of Adar."),
        "about": _("The words say that this is about right."),
        "either": _("The words give more than one time."),
        "partial": _("Only a part of the day is given."),
        "compact": _("Eight digits without anything between them."),
        "serial": _("A number that a spreadsheet counts days by."),
        "bare-number": _("A number alone may be an age, a year or a count of days."),
        "time": _("A time of day stands beside the day, which was taken as written."),
        "age": _("Counted back from an age."),
        "no-reference": _("An age, but nobody said on which day."),
        "implausible-age": _("Nobody has this age."),
        "future": _("This day has not come yet."),
        "over-120": _("More than 120 years ago."),
    }
)
PAPERS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "missing": _("No number is given."),
        "on-another": _("This person travels on the paper of somebody else."),
        "no-digits": _("These words hold no number."),
        "label": _("Words before the number were set aside for comparing."),
        "several": _("More than one number stands here."),
        "damaged": _("A spreadsheet shortened this number; its last digits are lost."),
        "decimal": _("A spreadsheet put a decimal point after this number."),
        "mixed-script": _("Latin letters stand beside letters of another script that look like them."),
        "implausible": _("This looks like a number made up to fill the cell."),
        "short": _("This is short for the number of a paper."),
        "long": _("This is long for the number of a paper."),
        "check-digit": _("The check digit of this national number does not hold."),
        "born-after-issue": _("The paper was issued before this person was born."),
        "expired": _("The paper has expired."),
        "expires-before-issue": _("The paper expires before it was issued."),
        "issued-in-future": _("The paper is issued on a day that has not come yet."),
        "other-birth": _("The day of birth inside of the number is another one."),
    }
)
COUNTRIES: Mapping[str, str | Promise] = MappingProxyType(
    {
        "missing": _("No nationality is given."),
        "unknown": _("At least one word for a nationality is not known."),
        "former-country": _("This country is no more; which one came after is for a person to say."),
        "several-meanings": _("These words stand for more than one country."),
        "several": _("More than one nationality is given."),
        "stateless": _("Stateless, a refugee, or of a nationality that is not stated."),
    }
)
ZONES: Mapping[str, str | Promise] = MappingProxyType(
    {
        "names-truncated": _("The names fill their field and may be cut."),
        "no-given-name": _("There is no given name."),
        "stateless": COUNTRIES["stateless"],
        "no-birth": _("The day of birth is not known, or only a part of it."),
        "unread-birth": _("The day of birth is no day."),
        "unread-expiry": _("The day of expiry is no day."),
        "two-digit-year": _("The year of birth may be of this century or the last."),
        "digit-in-name": _("A digit stands in the names."),
        "unknown-country": _("The code of a country is not known."),
        "check-digit": _("A check digit does not hold."),
    }
)
#: What each check digit of a zone is for.
CHECKS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "number": pgettext_lazy("check digit", "number"),
        "birth": pgettext_lazy("check digit", "day of birth"),
        "expires": pgettext_lazy("check digit", "last day"),
        "optional": pgettext_lazy("check digit", "further field"),
        "composite": pgettext_lazy("check digit", "all together"),
    }
)


def told(flags: Iterable[str], of: Mapping[str, str | Promise]) -> tuple[str | Promise, ...]:
    """The sentences of these flags; a flag that this page does not know yet is shown as itself."""
    return tuple(of.get(flag, flag.replace("-", " ")) for flag in flags)
