"""Who is counted, by whom, and how the numbers stand to each other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from homeward.ledger import actions
from homeward.ledger.core.populations import Standing
from homeward.ledger.queries import figures as queries
from homeward.ledger.queries.views import Asked, PopulationView
from homeward.web import acts, frame, programs
from homeward.web.figures.forms import RelateForm
from homeward.web.figures.sections import blocks, sections
from homeward.web.inside import in_case

#: Names that are only listed, because what is said of them lies further back than the figures shown.
MOST_NAMED = 200


@require_GET
@in_case
def figures(request: HttpRequest, asked: Asked) -> HttpResponse:
    """All populations of a case, each with what is said of it now."""
    words = request.GET.get("q", "").strip()
    found = blocks(asked, queries.groups(asked))
    shown = [block for block in found if words.casefold() in block.population.name.casefold()]
    named = {block.population.id for block in found}
    silent = [
        population
        for population in queries.all_populations(asked)
        if population.id not in named and words.casefold() in population.name.casefold()
    ]
    context = {
        "blocks": shown,
        "silent": silent[:MOST_NAMED],
        "more_silent": max(0, len(silent) - MOST_NAMED),
        "words": words,
        "all": len(found),
    }
    formats = frame.Formats(json=programs.address(asked, "figures"), command=programs.command(asked, "figures"))
    return frame.page(
        request, "figures/figures.html", context, here="figures", case=asked.case, asked=asked, formats=formats
    )


@require_GET
@in_case
def population(request: HttpRequest, asked: Asked, population: str) -> HttpResponse:
    """One population: over time or by origin, with every rival, and the same as a table."""
    chosen = queries.population_named(asked, population)
    measure = request.GET.get("measure", "")
    groups = queries.groups(asked, population=str(chosen.id), measure=measure, with_history=True)
    parts, wholes, equals = _relatives(asked, chosen)
    context = {
        "population": chosen,
        "sections": [section for group in groups for section in sections(asked, group)],
        "measure": measure,
        "by_origin": request.GET.get("by") == "origin",
        "parts": parts,
        "wholes": wholes,
        "equals": equals,
    }
    formats = frame.Formats(
        json=programs.address(asked, "figures", population=chosen.name, measure=measure),
        command=programs.command(asked, "figures", population=chosen.name, measure=measure),
    )
    return frame.page(
        request, "figures/population.html", context, here="figures", case=asked.case, asked=asked, formats=formats
    )


@require_http_methods(["GET", "POST"])
@in_case
def relate(request: HttpRequest, asked: Asked, population: str) -> HttpResponse:
    """Say that two populations are equal, or that one is part of the other, with a reason."""
    chosen = queries.population_named(asked, population)
    if (closed := acts.closed(request, asked, here="figures")) is not None:
        return closed
    form = RelateForm(asked, chosen, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        done = acts.attempt(
            form,
            lambda: actions.relate_populations(
                case=asked.case,
                part=form.part,
                whole=form.whole,
                relation=form.relation,
                reason=form.cleaned_data["reason"],
                once=acts.once(request),
                by=acts.actor(request),
                at=frame.clock_now(),
            ),
        )
        if done is not None:
            return acts.done(request, asked, done.ref, "population", str(chosen.id))
    context = {"form": form, "population": chosen, "others": form.others}
    return frame.page(
        request,
        "figures/relate.html",
        context,
        here="figures",
        case=asked.case,
        asked=asked,
        status=422 if form.errors else 200,
    )


def _relatives(
    asked: Asked, chosen: PopulationView
) -> tuple[list[PopulationView], list[PopulationView], list[PopulationView]]:
    """Its parts, its wholes, and what was said to be the same people."""
    stated = queries.populations(asked)
    found: dict[Standing, list[PopulationView]] = {}
    for other in queries.all_populations(asked):
        if other.id != chosen.id:
            found.setdefault(stated.standing(str(other.id), str(chosen.id)), []).append(other)
    return found.get(Standing.PART, []), found.get(Standing.WHOLE, []), found.get(Standing.SAME, [])
