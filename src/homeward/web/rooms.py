"""The rooms of the desk in the direction of the data; a room is shown once it is built and may be entered."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Room:
    """One entry of the rail: where it leads and which keys lead there."""

    name: str
    label: str | Promise
    keys: str
    in_case: bool = True


@dataclass(frozen=True, slots=True)
class Door:
    """A room as it stands on a page."""

    name: str
    label: str | Promise
    keys: str
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Group:
    label: str | Promise
    doors: tuple[Door, ...]


GROUPS: tuple[tuple[str | Promise, tuple[Room, ...]], ...] = (
    ("", (Room("today", _("Today"), "g t", in_case=False),)),
    (pgettext_lazy("rooms", "Case"), (Room("picture", _("Picture"), "g p"),)),
    (
        pgettext_lazy("rooms", "In"),
        (
            Room("inbox", _("Inbox"), "g i"),
            Room("write", _("Write down"), "w"),
            Room("lists", _("Lists"), "g l"),
            Room("set_aside", pgettext_lazy("rooms", "Set aside"), "g a"),
        ),
    ),
    (
        pgettext_lazy("rooms", "Known"),
        (
            Room("statements", _("Statements"), "g s"),
            Room("figures", _("Figures"), "g f"),
            Room("sources", _("Sources"), ""),
        ),
    ),
    (
        pgettext_lazy("rooms", "People"),
        (
            Room("people", _("People"), "g e"),
            Room("review", pgettext_lazy("rooms", "Review"), "g r"),
            Room("matrix", pgettext_lazy("rooms", "People and lists"), "g m"),
            Room("clearances", pgettext_lazy("rooms", "Clearances"), "g k"),
            Room("people_quality", _("What is lacking"), ""),
        ),
    ),
    (
        pgettext_lazy("rooms", "Moves"),
        (
            Room("crossings", pgettext_lazy("rooms", "Crossings"), "g c"),
            Room("talks", pgettext_lazy("rooms", "Talks"), "g b"),
            Room("hostilities", pgettext_lazy("rooms", "Hostilities"), "g h"),
            Room("outlook", pgettext_lazy("rooms", "Outlook"), "g o"),
        ),
    ),
    (
        pgettext_lazy("rooms", "Desk"),
        (Room("cases", _("Open a case"), "", in_case=False), Room("design", _("Components"), "", in_case=False)),
    ),
)
#: The three main acts, in the bar at the foot of a phone.
MAIN_ACTS = ("picture", "write", "statements")


def groups(*, case_slug: str | None, here: str) -> tuple[Group, ...]:
    """The rail of one page."""
    found = (Group(label, tuple(_doors(rooms, case_slug, here))) for label, rooms in GROUPS)
    return tuple(group for group in found if group.doors)


def _doors(rooms: tuple[Room, ...], case_slug: str | None, here: str) -> list[Door]:
    if case_slug is None:
        rooms = tuple(room for room in rooms if not room.in_case)
    addresses = [(room, _address(room, case_slug)) for room in rooms]
    return [
        Door(room.name, room.label, room.keys, address, room.name == here) for room, address in addresses if address
    ]


def _address(room: Room, case_slug: str | None) -> str | None:
    try:
        return reverse(room.name, args=[case_slug] if room.in_case else [])
    except NoReverseMatch:
        return None
