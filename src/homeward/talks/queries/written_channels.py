"""Channels, meetings and positions as plain values, in the one JSON form that commands and the API give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval, stamp
from homeward.talks.queries.channel_views import ChannelView, LineView, MeetingView, PositionView, TopicView
from homeward.talks.queries.views import Whom

Json = dict[str, Any]


def channels_json(views: Iterable[ChannelView]) -> Json:
    """Every channel with who talks through whom."""
    return {"channels": [_channel(each) for each in views]}


def meetings_json(views: Iterable[MeetingView]) -> Json:
    """Every meeting with each side's own account."""
    return {"meetings": [meeting_json(each) for each in views]}


def positions_json(views: Iterable[TopicView]) -> Json:
    """Every topic with each party's positions over time."""
    return {"topics": [{"topic": each.topic, "parties": [_line(line) for line in each.lines]} for each in views]}


def meeting_json(view: MeetingView) -> Json:
    """One meeting: when and where, who was there, and what each side said of it, apart."""
    return {
        "id": str(view.id),
        "channel": str(view.channel),
        "channel_name": view.channel_name,
        "place": view.place,
        "begins": view.begins.as_json(),
        "ends": _when(view.ends),
        "course": view.course.value,
        "attendees": [{**_whom(each.who), "capacity": each.capacity} for each in view.attendees],
        "sides": [
            {"side": _whom(each.side), "readouts": [said_json(told) for told in each.readouts]} for each in view.sides
        ],
        "silent": [_whom(each) for each in view.silent],
        "said": said_json(view.statement),
        "before": [said_json(each) for each in view.before],
    }


def said_json(view: StatementView) -> Json:
    """A statement in short: its name, who spoke, when, and the words."""
    return {
        "statement": view.ref,
        "speaker": view.speaker.name if view.speaker else None,
        "party": view.party.name if view.party else None,
        "capacity": view.capacity,
        "modality": view.modality or None,
        "said": _when(view.said),
        "recorded_at": stamp(view.recorded_at),
        "recorded_by": view.recorded_by,
        "standing": view.standing,
        "text": view.text,
    }


def _channel(view: ChannelView) -> Json:
    return {
        "id": str(view.id),
        "name": view.name,
        "parties": [_whom(each) for each in view.parties],
        "mediators": [_whom(each) for each in view.mediators],
        "covers": view.covers,
        "medium": view.medium.value if view.medium else None,
        "opened": _when(view.opened),
        "closed": _when(view.closed),
        "is_closed": view.is_closed,
        "meetings": view.meetings,
        "positions": view.positions,
        "compartment": view.compartment_slug,
        "said": said_json(view.statement),
        "before": [said_json(each) for each in view.before],
    }


def _line(view: LineView) -> Json:
    return {
        "party": _whom(view.party),
        "standing": [each.ref for each in view.standing],
        "positions": [_position(each) for each in view.positions],
    }


def _position(view: PositionView) -> Json:
    return {
        "stance": view.stance.value,
        "firmness": view.firmness.value,
        "about": [
            {"what": each.what, "id": str(each.id), "statement": each.ref, "words": each.words} for each in view.about
        ],
        "channel": str(view.channel) if view.channel else None,
        "meeting": str(view.meeting) if view.meeting else None,
        "replaces": view.replaces or None,
        "stands": view.stands,
        "changes": [each.value for each in view.changes],
        "since": view.before or None,
        "said": said_json(view.statement),
    }


def _whom(view: Whom) -> Json:
    return {"words": view.words, "source": str(view.source) if view.source else None}


def _when(interval: Interval | None) -> dict[str, Any] | None:
    return interval.as_json() if interval else None
