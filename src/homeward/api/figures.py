"""Figures and the populations they count."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from homeward.api import asking, sending
from homeward.api.asking import Moment
from homeward.api.shapes.figures import Figures, Populations
from homeward.api.shapes.told import READING, UNCHANGED
from homeward.briefing.formats import answers
from homeward.ledger.queries import figures as queries
from homeward.ledger.queries.sums import sums

router = Router(tags=["figures"])


class Question(Moment):
    """The figures of a case, or of one population."""

    population: str | None = Field(
        None,
        description="The name or id of one population; its wholes and parts come along.",
        examples=["Russian citizens on the list"],
    )
    measure: str | None = Field(None, description="Only this measure.", examples=["listed"])


@router.get("/cases/{case}/figures", response={200: Figures, **UNCHANGED, **READING}, operation_id="figures")
def figures(request: HttpRequest, case: str, question: Query[Question]) -> HttpResponse:
    """Give the figures of a case by population and measure: current ones, rivals, verdicts, independent origins."""
    asked, _ = asking.about(case, question)
    groups = queries.groups(
        asked, population=question.population or "", measure=question.measure or "", with_history=True
    )
    added = sums(asked)
    body = {**answers.figures_json(asked, groups, added.faults), "sums": answers.sums_json(added)}
    return sending.answer(request, body, asked=asked)


@router.get(
    "/cases/{case}/populations", response={200: Populations, **UNCHANGED, **READING}, operation_id="populations"
)
def populations(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """List the populations counted in a case, by name."""
    asked, _ = asking.about(case, moment)
    named = [{"id": str(view.id), "name": view.name} for view in queries.all_populations(asked)]
    return sending.answer(request, {**answers.asked_json(asked), "populations": named}, asked=asked)
