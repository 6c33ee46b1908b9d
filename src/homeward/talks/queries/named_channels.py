"""Channels and meetings by their name or id, as somebody types them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from homeward.talks.queries.channel_views import ChannelView, MeetingView
from homeward.talks.queries.channels import NoSuchChannel, NoSuchMeeting


def channel_named(views: Sequence[ChannelView], words: str) -> UUID:
    """The channel of this name or id; without words the only one there is."""
    wanted = " ".join(words.split()).casefold()
    found = [each for each in views if wanted in (str(each.id), each.ref.casefold(), each.name.casefold())]
    if not wanted and len(views) == 1:
        found = list(views)
    if len(found) != 1:
        there = ", ".join(each.name for each in views)
        raise NoSuchChannel(
            where=words, instead=f"There are: {there}." if there else "Open one: homeward talks open-channel."
        )
    return found[0].id


def meeting_named(views: Sequence[MeetingView], words: str) -> UUID:
    """The meeting of this id or short name."""
    wanted = words.strip().casefold()
    found = [each for each in views if wanted in (str(each.id), each.ref.casefold(), *(w.ref for w in each.before))]
    if len(found) != 1:
        raise NoSuchMeeting(where=words, instead="See them: homeward talks meetings.")
    return found[0].id
