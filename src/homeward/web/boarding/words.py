"""The closed words of boarding as they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.web.signs import Sign

STATES: Mapping[str, Sign] = MappingProxyType(
    {
        "waiting": Sign("unknown", "unknown", pgettext_lazy("boarding", "nobody has said")),
        "boarded": Sign("met", "met", pgettext_lazy("boarding", "boarded")),
        "no_show": Sign("unmet", "unmet", pgettext_lazy("boarding", "not come")),
        "refused": Sign("denied", "not", pgettext_lazy("boarding", "not let on")),
        "crossed": Sign("met", "met", pgettext_lazy("boarding", "crossed")),
        "turned_back": Sign("unmet", "unmet", pgettext_lazy("boarding", "turned back")),
        "contested": Sign("contested", "contested", pgettext_lazy("boarding", "in conflict")),
    }
)
PLACES: Mapping[str, Promise] = MappingProxyType(
    {"seat": _("seat"), "wheelchair": _("wheelchair"), "stretcher": _("lying down")}
)
RECIPIENTS: Mapping[str, Promise] = MappingProxyType(
    {
        "authority": _("the authority at the crossing"),
        "receiving": _("the consulate that receives them"),
        "medic": _("the medic"),
        "driver": _("the driver"),
        "team": _("the boarding team, with tags and boxes to tick"),
    }
)
