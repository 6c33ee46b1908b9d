"""What falls due next: of obligations, of agreements that run out, of plans; what is overdue stands first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from homeward import moments
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import Asked, CaseView
from homeward.talks.core.obligations import State
from homeward.talks.queries.agreements import agreements_and_plans
from homeward.talks.queries.views import AgreementView, DutyView, PlanView

DAYS = 14
DONE = frozenset({State.DONE, State.WAIVED, State.EXPIRED, State.SUPERSEDED, State.DRAFT})
KINDS = ("said.agreement", "said.obligation")
_FAR = datetime.max.replace(tzinfo=UTC)


def duties(asked: Asked, *, days: int = DAYS) -> list[DutyView]:
    """The duties due within so many days of the time asked, the overdue first, then by when they fall due."""
    return due_among(asked, *agreements_and_plans(asked), days=days)


def due_among(asked: Asked, views: list[AgreementView], plans: list[PlanView], *, days: int = DAYS) -> list[DutyView]:
    """The same of agreements and plans that were read already."""
    found = list(_of_plans(asked, plans))
    for view in views:
        found += [*_of_obligations(asked, view), *_of_the_end(asked, view)]
    bound = asked.as_of + timedelta(days=days)
    near = [duty for duty in found if duty.overdue or _at(duty) <= bound]
    return sorted(near, key=lambda duty: (not duty.overdue, _at(duty), duty.words))


def are_there(case: CaseView) -> bool:
    """Whether anything was said of agreements or obligations in this case that the reader may see."""
    return Statement.objects.filter(case_id=case.id, kind__in=KINDS).exists()


def _at(duty: DutyView) -> datetime:
    return duty.due.until or duty.due.start or _FAR


def _of_obligations(asked: Asked, view: AgreementView) -> Iterator[DutyView]:
    for each in view.obligations:
        if each.due is None or each.state in DONE or each.due.until is None:
            continue
        yield DutyView(
            due=each.due,
            obligation=each.id,
            agreement=view.title,
            words=f"{each.action} {each.object}".strip() + f": {each.words}",
            by=each.bearer,
            overdue=each.due.until <= asked.as_of,
            of=view.id,
        )


def _of_the_end(asked: Asked, view: AgreementView) -> Iterator[DutyView]:
    """An agreement that runs out is a duty of those who may extend it."""
    ends = view.ends
    if ends is None or ends.until is None or view.actual_end is not None or ends.until <= asked.as_of:
        return
    may = tuple(whom for power in view.powers if power.power == "extend" for whom in power.holder)
    on = moments.in_words(ends, asked.case.zone)
    yield DutyView(ends, None, view.title, f"It runs out {on}: {view.ends_why}", may or view.parties, False, of=view.id)


def _of_plans(asked: Asked, plans: list[PlanView]) -> Iterator[DutyView]:
    for plan in plans:
        if plan.due is not None and plan.due.until is not None and plan.open is not None:
            words = f"{plan.population}: {plan.words}"
            yield DutyView(plan.due, None, "", words, (), plan.due.until <= asked.as_of, plan=plan.id)
