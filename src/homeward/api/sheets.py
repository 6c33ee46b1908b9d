"""A paper and what was read in it, as programs are told of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from homeward.api.faults import findings
from homeward.api.sending import Json
from homeward.briefing.formats.notation import when
from homeward.ledger.core.heard import Heard
from homeward.ledger.queries.views import CaseView
from homeward.moments import stamp
from homeward.reading.actions import Received
from homeward.reading.queries.views import DecisionView, PaperView, PlaceView, ProposalView, SheetOfReading


def paper_json(view: PaperView, case: CaseView) -> Json:
    """A paper as the inbox shows it."""
    return {
        "document": str(view.document_id),
        "title": view.title,
        "outlets": list(view.outlets),
        "url": view.url or None,
        "published": when(view.published, case.zone),
        "media_type": view.media_type,
        "language": view.language,
        "received_at": stamp(view.received_at),
        "received_by": view.received_by,
        "state": view.state,
        "why": view.why or None,
        "proposed": view.proposed,
        "confirmed": view.confirmed,
        "refused": view.refused,
        "missed": view.missed,
        "open": view.open,
        "near_copies": view.copies,
    }


def sheet_json(sheet: SheetOfReading, case: CaseView) -> Json:
    """A paper with its text, and all that was read in it and decided about it."""
    return {
        **paper_json(sheet.paper, case),
        "published_on": sheet.published_on.isoformat() if sheet.published_on else None,
        "text": sheet.text,
        "readings": [
            {
                **{
                    name: getattr(each, name)
                    for name in ("reader", "model", "language", "built_in", "state", "asked_by")
                },
                "why": each.why or None,
                "told": list(each.told),
                "asked_at": stamp(each.asked_at),
                "done_at": stamp(each.done_at) if each.done_at else None,
            }
            for each in sheet.readings
        ],
        "proposals": [_proposal(each) for each in sheet.proposals],
        "unread": [_place(each) for each in sheet.unread],
        "copies": [
            {
                "document": str(each.document_id),
                "title": each.title,
                "outlet": each.outlet,
                "share": _decimal(each.share),
                "earlier": each.earlier,
            }
            for each in sheet.copies
        ],
        "may_ask_model": sheet.may_ask_model,
        "model": sheet.model_name or None,
    }


def received_json(received: Received) -> Json:
    """What came of one paper of what was sent."""
    return {
        "document": str(received.document),
        "title": received.title,
        "new": received.new,
        "further_outlet": received.further or None,
        "findings": findings(received.findings),
    }


def _proposal(view: ProposalView) -> Json:
    return {
        "proposal": str(view.id),
        "number": view.number,
        "source": [_place(each) for each in view.source],
        "cue": [_place(each) for each in view.cue],
        "content": [_place(each) for each in view.content],
        "confidence": _decimal(view.confidence),
        "reasons": view.reasons,
        "heard": heard_json(view.heard),
        "readers": list(view.readers),
        "others": [
            {
                "reader": each.reader,
                "proposal": str(each.proposal_id),
                "same_places": each.same_places,
                "differences": [asdict(one) for one in each.differences],
            }
            for each in view.others
        ],
        "decision": _decision(view.decision) if view.decision else None,
    }


def heard_json(heard: Heard) -> Json:
    """What confirming records, in the form in which a program sends it back."""
    told: Json = asdict(heard)
    told["via"] = list(heard.via)
    told["conditions"] = [asdict(each) for each in heard.conditions]
    told["figures"] = [{**asdict(each), "lo": _number(each.lo), "hi": _number(each.hi)} for each in heard.figures]
    return told


def _decision(view: DecisionView) -> Json:
    return {
        "verdict": view.verdict,
        "statement": view.ref or None,
        "reason": view.reason or None,
        "changed": list(view.changed),
        "by": view.by,
        "at": stamp(view.at),
    }


def _place(view: PlaceView) -> Json:
    return {"start": view.start, "end": view.end, "text": view.text}


def _number(digits: str) -> int | str | None:
    """A number as typed: whole ones as numbers, others as exact text."""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else digits or None


def _decimal(share: float) -> Any:
    return format(share, ".3f")
