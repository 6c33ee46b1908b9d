"""Closed words of channels, meetings and positions as they are shown: mark, family and word."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.web.signs import Sign

MEDIA: Mapping[str, Promise] = MappingProxyType(
    {
        "direct": pgettext_lazy("channel", "direct: they meet"),
        "indirect": pgettext_lazy("channel", "indirect: others carry the words"),
        "written": pgettext_lazy("channel", "in writing"),
        "hotline": pgettext_lazy("channel", "a line kept open"),
    }
)
COURSES: Mapping[str, Sign] = MappingProxyType(
    {
        "ahead": Sign("expected", "may", pgettext_lazy("meeting", "ahead")),
        "begun": Sign("asserted", "says", pgettext_lazy("meeting", "has begun")),
        "over": Sign("stale", "quiet-verdict", pgettext_lazy("meeting", "over")),
        "called_off": Sign("denied", "not", pgettext_lazy("meeting", "called off")),
    }
)
STANCES: Mapping[str, Sign] = MappingProxyType(
    {
        "demand": Sign("demanded", "binds", pgettext_lazy("stance", "demands"), mirrors=True),
        "offer": Sign("offered", "binds", pgettext_lazy("stance", "offers"), mirrors=True),
        "accept": Sign("met", "met", pgettext_lazy("stance", "accepts")),
        "reject": Sign("denied", "not", pgettext_lazy("stance", "rejects")),
        "reserve": Sign("conditional", "may", pgettext_lazy("stance", "reserves its answer")),
        "silent": Sign("unknown", "unknown", pgettext_lazy("stance", "is silent")),
    }
)
FIRMNESSES: Mapping[str, Promise] = MappingProxyType(
    {
        "red_line": pgettext_lazy("firmness", "said to be a red line"),
        "preference": pgettext_lazy("firmness", "said to be a preference"),
        "unclear": pgettext_lazy("firmness", "nobody has said how firm"),
    }
)
CHANGES: Mapping[str, Promise] = MappingProxyType(
    {
        "stance": _("another stance"),
        "firmer": _("firmer"),
        "softer": _("less firm"),
        "firmness": _("another firmness"),
        "about": _("about something else"),
        "words": _("other words"),
    }
)
WARNINGS: Mapping[str, Promise] = MappingProxyType(
    {
        "closed": _("Recorded. The channel was closed before this meeting."),
        "called-off": _("Recorded. The last word on this meeting is that it was called off."),
        "not-there": _("Recorded. Nobody has said that this side was there, and the channel does not name it."),
        "no-rule": _("Recorded. Of none of the five rules it is said whether it was kept."),
        "others-may-know": _("Recorded. Nobody says that only this person knows the answer."),
        "after-an-offer": _("Recorded. Nobody says that it was asked before any offer."),
        "own-entry": _("Recorded. You recorded this answer yourself; let somebody else look too."),
        "batches": _("Recorded. The batches do not come to the whole."),
        "no-start": _("Recorded. From when on it is owed is not known: give its time."),
        "over": _("Recorded. This is more than was promised; it is shown as over."),
        "replaced-already": _("Recorded. The earlier position was replaced before; both stand beside each other."),
    }
)
KEPT: Mapping[str, Promise] = MappingProxyType(
    {
        "kept": pgettext_lazy("rule of a visit", "kept"),
        "not_kept": pgettext_lazy("rule of a visit", "not kept"),
        "not_said": pgettext_lazy("rule of a visit", "nobody has said"),
    }
)
VISIT_RULES: Mapping[str, Promise] = MappingProxyType(
    {
        "all_detainees": pgettext_lazy("rule of a visit", "all places and all who are held"),
        "all_premises": pgettext_lazy("rule of a visit", "all premises"),
        "private_interview": pgettext_lazy("rule of a visit", "interviews in private"),
        "repeat_visits": pgettext_lazy("rule of a visit", "visits may be repeated"),
        "registration": pgettext_lazy("rule of a visit", "a list, or names taken down by the visitors"),
    }
)
SIGN_MEDIA: Mapping[str, Promise] = MappingProxyType(
    {
        "letter": pgettext_lazy("sign of life", "a letter"),
        "voice": pgettext_lazy("sign of life", "a voice"),
        "video": pgettext_lazy("sign of life", "moving pictures"),
        "visitor": pgettext_lazy("sign of life", "through a visitor"),
    }
)
FOUND: Mapping[str, Promise] = MappingProxyType(
    {
        "verified": pgettext_lazy("sign of life", "verified"),
        "not_verified": pgettext_lazy("sign of life", "not verified"),
    }
)
