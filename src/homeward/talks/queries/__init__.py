"""Every read about talks; all of it is worked out for who asks, from the statements they may see."""

from __future__ import annotations

from homeward.talks.queries.blockers import blockers, goals, party_named, supposed, viewpoints
from homeward.talks.queries.channel_views import ChannelView, LineView, MeetingView, PositionView, TopicView
from homeward.talks.queries.channels import NoSuchChannel, NoSuchMeeting, channel, channels, meeting, meetings
from homeward.talks.queries.naming import NoSuchCondition, NoSuchGoal, NoSuchParty, NotASupposition, SeveralGoals
from homeward.talks.queries.positions import positions

__all__ = [
    "ChannelView",
    "LineView",
    "MeetingView",
    "NoSuchChannel",
    "NoSuchCondition",
    "NoSuchGoal",
    "NoSuchMeeting",
    "NoSuchParty",
    "NotASupposition",
    "PositionView",
    "SeveralGoals",
    "TopicView",
    "blockers",
    "channel",
    "channels",
    "goals",
    "meeting",
    "meetings",
    "party_named",
    "positions",
    "supposed",
    "viewpoints",
]
