"""What one more place, quota or answer would be worth, as sentences for whoever asks for it next; no person stands in them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.crossings.queries import BoardView
from homeward.identity import countries
from homeward.moments import whole_day
from homeward.web import words

MOST = 8
UTC = ZoneInfo("UTC")
"""A local day is itself, whatever the zone in which it is written out."""


def priced(view: BoardView) -> list[str]:
    """The dearest first, then the answers of authorities."""
    windows = {str(each.id): f"{_day(each.on)} {each.opens}" for each in view.windows}
    told = [_place(each, windows) for each in view.prices.get("places", ())]
    asked = [_answer(each, view) for each in view.prices.get("authorities", ()) if each["worth"] > 0]
    return [*[each for each in told if each][:MOST], *asked[:MOST]]


def _place(price: dict[str, Any], windows: dict[str, str]) -> str:
    given = {"window": windows.get(price.get("window", ""), ""), "worth": f"{price['each']:,.1f}"}
    match price["of"]:
        case "window":
            return _("One more person let through in the window of %(window)s is worth %(worth)s.") % given
        case "desks":
            return _("One more person served by the desks in the window of %(window)s is worth %(worth)s.") % given
        case "quota":
            country = _("everybody") if price["nationality"] == "*" else countries.name(price["nationality"])
            more = {**given, "country": country, "day": _day(price["date"])}
            return _("One more in the quota for %(country)s on %(day)s is worth %(worth)s.") % more
        case "places":
            places = {"seat": _("seat"), "wheelchair": _("place for a wheelchair"), "stretcher": _("place to lie down")}
            more = {**given, "place": places.get(price.get("place", ""), "")}
            return _("One more %(place)s to the window of %(window)s is worth %(worth)s.") % more
        case "slots":
            return _("One more escorted convoy to the window of %(window)s is worth %(worth)s.") % given
        case "medics":
            return _("One more medic for the window of %(window)s is worth %(worth)s.") % given
        case "escorts":
            return _("One more escort for the window of %(window)s is worth %(worth)s.") % given
        case _:
            return ""


def _day(on: str) -> str:
    """A local day that is kept as text, in words."""
    return words.when(whole_day(date.fromisoformat(on), UTC), UTC)


def _answer(answer: dict[str, Any], view: BoardView) -> str:
    authority = view.authorities.get(UUID(answer["authority"]))
    return ngettext(
        "If %(authority)s said yes to the %(n)s person who waits for its answer, that could be worth %(worth)s at most.",
        "If %(authority)s said yes to the %(n)s people who wait for its answer, that could be worth %(worth)s at most.",
        answer["persons"],
    ) % {
        "authority": authority.name if authority else "–",
        "n": f"{answer['persons']:,}",
        "worth": f"{answer['worth']:,.0f}",
    }
