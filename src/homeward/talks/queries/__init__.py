"""Every read about talks, worked out for whoever asks from what was said by the time asked."""

from __future__ import annotations

from homeward.talks.queries.agreements import (
    NoSuchAgreement,
    NoSuchObligation,
    agreement,
    agreement_named,
    agreements,
    agreements_and_plans,
    obligation_named,
    obligations,
    plans,
)
from homeward.talks.queries.channel_views import ChannelView, LineView, MeetingView, PositionView, TopicView
from homeward.talks.queries.channels import NoSuchChannel, NoSuchMeeting, channel, channels, meeting, meetings
from homeward.talks.queries.duties import duties
from homeward.talks.queries.positions import positions
from homeward.talks.queries.written_agreements import agreements_json, duties_json, obligations_json

__all__ = [
    "ChannelView",
    "LineView",
    "MeetingView",
    "NoSuchAgreement",
    "NoSuchChannel",
    "NoSuchMeeting",
    "NoSuchObligation",
    "PositionView",
    "TopicView",
    "agreement",
    "agreement_named",
    "agreements",
    "agreements_and_plans",
    "agreements_json",
    "channel",
    "channels",
    "duties",
    "duties_json",
    "meeting",
    "meetings",
    "obligation_named",
    "obligations",
    "obligations_json",
    "plans",
    "positions",
]
