"""The cases that the asker may see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from homeward.api import asking, sending
from homeward.api.asking import Moment
from homeward.api.shapes.sources import Cases, OneCase
from homeward.api.shapes.told import READING, UNCHANGED
from homeward.briefing.formats import answers
from homeward.ledger.queries import cases

router = Router(tags=["cases"])


@router.get("/cases", response={200: Cases, **UNCHANGED, **READING}, operation_id="cases")
def listed(request: HttpRequest) -> HttpResponse:
    """List the cases that you may see, the latest opened first."""
    return sending.answer(request, {"cases": [answers.case_json(case) for case in cases.cases()]})


@router.get("/cases/{case}", response={200: OneCase, **UNCHANGED, **READING}, operation_id="case")
def one(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """Show one case, and how a question about it would be understood: its moments in UTC, its clock, its zone."""
    asked, _ = asking.about(case, moment)
    body = {**answers.asked_json(asked), "details": answers.case_json(asked.case)}
    return sending.answer(request, body, asked=asked)
