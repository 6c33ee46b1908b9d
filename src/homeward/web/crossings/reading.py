"""Causes and prices as sentences in the language of who reads. A cause tells of nobody but those it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from homeward.crossings.queries.views import Named
from homeward.identity import countries
from homeward.web.crossings.words import REASONS


def cause_words(why: Any, authorities: Mapping[UUID, Named]) -> str:
    """Why not: the sentence of the code, and whose permission, which quota or what kind of place it is about."""
    sentence = str(REASONS.get(why.code, why.code))
    authority = _authority(why.authority, authorities)
    if authority:
        sentence += " " + _("It is that of %(authority)s.") % {"authority": authority}
    if why.nationality:
        sentence += " " + _("It is that for: %(country)s.") % {"country": _country(why.nationality)}
    if why.place:
        sentence += " " + _("Lacking are: %(place)s.") % {"place": _place(why.place)}
    return sentence


def _authority(given: Any, authorities: Mapping[UUID, Named]) -> str:
    if isinstance(given, Named):
        return given.name
    return authorities[given].name if given in authorities else ""


def _country(code: str) -> str:
    return _("everybody") if code == "*" else countries.name(code)


def _place(place: str) -> str:
    return {
        "seat": _("seats"),
        "wheelchair": _("places for wheelchairs"),
        "stretcher": _("places to lie down"),
    }.get(place, place)
