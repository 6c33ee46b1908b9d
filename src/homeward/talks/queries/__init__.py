"""Every read about talks; all of it is worked out for who asks, from the statements they may see."""

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
from homeward.talks.queries.blockers import blockers, goals, party_named, supposed, viewpoints
from homeward.talks.queries.channel_views import ChannelView, LineView, MeetingView, PositionView, TopicView
from homeward.talks.queries.channels import NoSuchChannel, NoSuchMeeting, channel, channels, meeting, meetings
from homeward.talks.queries.duties import are_there as duties_are_there
from homeward.talks.queries.duties import due_among, duties
from homeward.talks.queries.held import proofs, visits
from homeward.talks.queries.held_views import ProofsView, ProofView, SilenceView, VisitView
from homeward.talks.queries.naming import NoSuchCondition, NoSuchGoal, NoSuchParty, NotASupposition, SeveralGoals
from homeward.talks.queries.positions import positions
from homeward.talks.queries.written_agreements import agreements_json, duties_json, obligations_json

__all__ = [
    "ChannelView",
    "LineView",
    "MeetingView",
    "NoSuchAgreement",
    "NoSuchChannel",
    "NoSuchCondition",
    "NoSuchGoal",
    "NoSuchMeeting",
    "NoSuchObligation",
    "NoSuchParty",
    "NotASupposition",
    "PositionView",
    "ProofView",
    "ProofsView",
    "SeveralGoals",
    "SilenceView",
    "TopicView",
    "VisitView",
    "agreement",
    "agreement_named",
    "agreements",
    "agreements_and_plans",
    "agreements_json",
    "blockers",
    "channel",
    "channels",
    "due_among",
    "duties",
    "duties_are_there",
    "duties_json",
    "goals",
    "meeting",
    "meetings",
    "obligation_named",
    "obligations",
    "obligations_json",
    "party_named",
    "plans",
    "positions",
    "proofs",
    "supposed",
    "viewpoints",
    "visits",
]
