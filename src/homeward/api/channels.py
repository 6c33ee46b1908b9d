"""Channels, meetings and positions: seen as of any moment, and told as somebody said them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, Query, Router

from homeward.access import queries as access
from homeward.api import asking, entering, sending
from homeward.api.asking import Moment, Which
from homeward.api.shapes import channels as shapes
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.api.writing import Key
from homeward.briefing.formats import answers
from homeward.ledger.queries import cases
from homeward.talks import actions, queries
from homeward.talks.queries import written_channels as written

router = Router(tags=["talks"])
TALKS = "/cases/{case}/talks"
READ = {**UNCHANGED, **READING}
RECORDED = {201: shapes.Recorded, **WRITING}


class Through(Moment):
    """Of which channel."""

    channel: UUID | None = Field(None, description="Of this channel alone; of all when it is left out.")


class Into(Which):
    """Where it is kept."""

    into: str | None = Field(
        None,
        description="A narrower compartment by its short name; that of the channel, else the case's, when left out.",
    )


@router.get(TALKS + "/channels", response={200: shapes.Channels, **READ}, operation_id="channels")
def channels(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """List the channels of a case: who talks through whom."""
    asked, _ = asking.about(case, moment)
    return sending.answer(
        request, {**answers.asked_json(asked), **written.channels_json(queries.channels(asked))}, asked=asked
    )


@router.get(TALKS + "/meetings", response={200: shapes.Meetings, **READ}, operation_id="meetings")
def meetings(request: HttpRequest, case: str, question: Query[Through]) -> HttpResponse:
    """List the meetings of a case, with what each side said of each, apart."""
    asked, _ = asking.about(case, question)
    views = queries.meetings(asked, channel=_channel(asked, question.channel))
    return sending.answer(request, {**answers.asked_json(asked), **written.meetings_json(views)}, asked=asked)


@router.get(TALKS + "/positions", response={200: shapes.Positions, **READ}, operation_id="positions")
def positions(request: HttpRequest, case: str, question: Query[Through]) -> HttpResponse:
    """List where each party stands on each topic, over time."""
    asked, _ = asking.about(case, question)
    views = queries.positions(asked, channel=_channel(asked, question.channel))
    return sending.answer(request, {**answers.asked_json(asked), **written.positions_json(views)}, asked=asked)


@router.post(TALKS + "/channels", response=RECORDED, operation_id="open_channel", auth=entering.WRITE)
def open_channel(
    request: HttpRequest, case: str, which: Query[Into], key: Key, body: Body[shapes.SentChannel]
) -> HttpResponse:
    """Open a channel between parties, or describe one anew."""
    told = {name: getattr(body, name) for name in type(body).model_fields}
    return did(case, "channels", actions.open_channel(**told, **act_of(request, case, which, key)))


@router.post(TALKS + "/meetings", response=RECORDED, operation_id="enter_meeting", auth=entering.WRITE)
def enter_meeting(
    request: HttpRequest, case: str, which: Query[Into], key: Key, body: Body[shapes.SentMeeting]
) -> HttpResponse:
    """Record that a voice tells of a meeting, past or ahead."""
    act = act_of(request, case, which, key)
    return did(case, "meetings", actions.enter_meeting(voice=body.voice(), **body.told(), **act))


@router.post(TALKS + "/meetings/{meeting}/readouts", response=RECORDED, operation_id="say_readout", auth=entering.WRITE)
def say_readout(
    request: HttpRequest, case: str, meeting: UUID, which: Query[Into], key: Key, body: Body[shapes.SentReadout]
) -> HttpResponse:
    """Record what one side says of a meeting; it stays apart from what the others say."""
    act = act_of(request, case, which, key)
    queries.meeting(cases.ask(act["case"], now=act["at"]), meeting)  # what is not at an address is not there
    return did(case, "meetings", actions.say_readout(meeting=meeting, voice=body.voice(), **body.told(), **act))


@router.post(TALKS + "/positions", response=RECORDED, operation_id="say_position", auth=entering.WRITE)
def say_position(
    request: HttpRequest, case: str, which: Query[Into], key: Key, body: Body[shapes.SentPosition]
) -> HttpResponse:
    """Record where a party stands on a topic."""
    act = act_of(request, case, which, key)
    return did(case, "positions", actions.say_position(voice=body.voice(), **body.told(), **act))


def _channel(asked: Any, id: UUID | None) -> UUID | None:
    return queries.channel(asked, id).id if id else None


def act_of(request: HttpRequest, case: str, which: Into, key: UUID) -> dict[str, Any]:
    """What every act needs: its case, where it is kept, its key, who acts and when."""
    view = asking.case(case, which)
    room = access.compartment_named(which.into).id if which.into else None
    return {"case": view, "room": room, "once": key, "by": entering.actor(request), "at": datetime.now(UTC)}


def did(case: str, where: str, done: actions.Done) -> HttpResponse:
    """What was recorded, and what somebody should look at."""
    body = {
        "case": case,
        "statement": done.ref,
        "about": str(done.about) if done.about else None,
        "warnings": [{"code": each.code, "where": each.where, "message": each.message} for each in done.warnings],
    }
    return sending.made(body, at=f"cases/{quote(case)}/talks/{where}")
