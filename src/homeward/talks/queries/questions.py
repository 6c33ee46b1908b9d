"""What is asked beside an agreement: counts that can be put to no obligation, and what sides say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from homeward.ledger.core.figures import in_digits
from homeward.ledger.queries.views import Asked, FigureView
from homeward.moments import Interval
from homeward.talks.queries.counts import Counts
from homeward.talks.queries.terms import Terms
from homeward.talks.queries.unkept import said_not_kept
from homeward.talks.queries.views import AgreementView, FindingView

MOST_QUESTIONS = 50
LONGEST_WORDS = 200
AFTERWARDS = timedelta(days=14)
"""So long after an agreement ended what is said is still asked about beside it."""


def with_questions(
    asked: Asked, views: list[AgreementView], counts: Counts, terms: Mapping[UUID, Terms]
) -> list[AgreementView]:
    """The agreements, each with what is asked at it: at the last of those that were running when it was said."""
    if not views:
        return views
    found: dict[UUID, list[FindingView]] = {view.id: [] for view in views}
    for code, figures, question in (
        ("question", counts.questions, "for which obligation does it count?"),
        ("question-of-stage", counts.unread, "at which stage does it count?"),
        ("question-of-unit", counts.unlike, "told in another unit, or as a share; how many is that?"),
    ):
        for figure in figures:
            told = f"{figure.words} {figure.population.name or figure.unit} {figure.measure} ({figure.ref})"
            for id in _running(_when(figure), terms):
                found[id].append(
                    FindingView(code, f"{told}: {question}", (figure.statement_id,), (("figure", figure),))
                )
    for figure in counts.stray_outside:
        told = f"{figure.words} {figure.population.name} ({figure.ref}): said to lie outside; counted for nothing."
        for id in _running(_when(figure), terms):
            found[id].append(FindingView("outside", told, (figure.statement_id,), (("figure", figure),)))
    for id, findings in found.items():
        if len(findings) > MOST_QUESTIONS:
            left = len(findings) - MOST_QUESTIONS
            words = f"{in_digits(left)} more such counts."
            findings[MOST_QUESTIONS:] = [FindingView("more-questions", words, (id,), (("count", left),))]
    _put_unkept(asked, terms, found)
    return [replace(view, findings=(*view.findings, *found[view.id])) for view in views]


def _put_unkept(asked: Asked, terms: Mapping[UUID, Terms], found: dict[UUID, list[FindingView]]) -> None:
    said, complete = said_not_kept(asked)
    for view in said:
        source = view.party or view.speaker
        who, text = source.name if source else "somebody", view.text[:LONGEST_WORDS]
        told = f'{who} ({view.ref}): "{text}"; of which obligation is it said?'
        values = (("who", who), ("ref", view.ref), ("text", text))
        for id in _running(view.occurred or view.said, terms):
            found[id].append(FindingView("said-not-kept", told, (view.id,), values))
    if not complete:
        for id, findings in found.items():
            if any(each.code == "said-not-kept" for each in findings):
                words = "More may have been said of what was not kept than is looked at here; search for it."
                findings.append(FindingView("not-all", words, (id,)))


def _when(figure: FigureView) -> Interval | None:
    return figure.window or figure.asof


def _running(when: Interval | None, terms: Mapping[UUID, Terms]) -> list[UUID]:
    """The last of the agreements that were running then, or had ended not long before."""
    running = []
    for id, found in terms.items():
        runs = found.runs
        if runs is None or when is None:
            continue
        if runs.start and when.until and when.until <= runs.start:
            continue
        if runs.until and when.start and when.start >= runs.until + AFTERWARDS:
            continue
        running.append(id)
    return running[-1:]
