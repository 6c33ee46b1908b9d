"""The clock of duties: each with how far it is, what of it came by whose words, and where it is told in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from homeward.talks import queries
from homeward.talks.queries.views import AgreementView, DutyView, ObligationView, PlanView, StageView
from homeward.web.agreements import sentences, shown, words
from homeward.web.asked import AskedHere

SOON = 2
"""Days within which a duty stands on the first pages."""


@dataclass(frozen=True, slots=True)
class Due:
    """One duty: of an obligation, of a plan, or of an agreement that runs out and `why` then; `refs` name its statements."""

    view: DutyView
    far: str
    agreement: AgreementView | None
    obligation: ObligationView | None
    plan: PlanView | None
    why: str
    refs: Mapping[UUID, str]

    @property
    def anchor(self) -> str:
        return f"obligation-{self.obligation.id}" if self.obligation else ""

    @property
    def came(self) -> StageView | None:
        """What came of the obligation at the stage at which it counts."""
        if self.obligation is None:
            return None
        return next((each for each in self.obligation.stages if each.stage == self.obligation.counts_at), None)

    @property
    def share(self) -> str:
        owed = self.obligation
        told = owed is not None and (owed.share_lo, owed.share_hi) != (None, None)
        return words.share_words(owed.share_lo, owed.share_hi) if owed is not None and told else ""

    @property
    def late(self) -> str:
        owed = self.obligation
        return words.late_words(owed.late_days_lo, owed.late_days_hi) if owed else ""


def due(asked: AskedHere, *, days: int = SOON) -> list[Due]:
    """The duties of so many days, what is overdue first."""
    views, plans = queries.agreements_and_plans(asked)
    return of(asked, views, plans, days=days)


def of(asked: AskedHere, views: Sequence[AgreementView], plans: Sequence[PlanView], *, days: int = SOON) -> list[Due]:
    """The same of agreements and plans that were read already."""
    found = queries.due_among(asked, list(views), list(plans), days=days)
    if not found:
        return []
    refs = shown.names_of(asked, views, plans)
    under = {each.id: each for each in views}
    owed = {each.id: each for view in views for each in view.obligations}
    planned = {each.id: each for each in plans}
    zone = asked.case.zone
    return [
        Due(
            view=each,
            far=words.far_words(each.due, asked.as_of),
            agreement=under.get(each.of) if each.of else None,
            obligation=owed.get(each.obligation) if each.obligation else None,
            plan=planned.get(each.plan) if each.plan else None,
            why=sentences.sentences(under[each.of].ends_told, sentences.ENDS, zone) if each.of in under else "",
            refs=refs,
        )
        for each in found
    ]
