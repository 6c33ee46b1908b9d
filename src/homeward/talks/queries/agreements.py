"""Agreements as asked: their times, obligations, rules and turns, each worked out from what was said by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.ledger.queries import statements
from homeward.ledger.queries.views import Asked, FigureView, StatementView
from homeward.moments import Interval
from homeward.refusals import Refused
from homeward.talks.core.promised import amount_in_words
from homeward.talks.core.quantities import Amount, total
from homeward.talks.core.sentences import in_english
from homeward.talks.queries.counts import Counts, Owed
from homeward.talks.queries.obliged import obliged
from homeward.talks.queries.phased import phase_findings, phase_views
from homeward.talks.queries.placing import Placing
from homeward.talks.queries.planned import plans as plans_of
from homeward.talks.queries.questions import with_questions
from homeward.talks.queries.reading import Reading
from homeward.talks.queries.ruled import Ruling, longer, rule_view
from homeward.talks.queries.stated import Said, Stated, stated
from homeward.talks.queries.terms import Terms, ends, late_start, terms
from homeward.talks.queries.views import (
    AgreementView,
    FindingView,
    ObligationView,
    PlanView,
    PowerView,
    TurnView,
)
from homeward.talks.queries.wholes import owed_of, wholes


class NoSuchAgreement(Refused):
    """There is no such agreement, or none that you may see."""


class NoSuchObligation(Refused):
    """There is no such obligation, or none that you may see."""


def agreements(asked: Asked) -> list[AgreementView]:
    """Every agreement of the case that was announced by the time asked, the first announced first."""
    return agreements_and_plans(asked)[0]


def agreement(asked: Asked, id: UUID) -> AgreementView:
    """One agreement."""
    for view in agreements(asked):
        if view.id == id:
            return view
    raise NoSuchAgreement(where=str(id), instead="See what is there: homeward talks agreements.")


def agreement_named(asked: Asked, name: str) -> UUID:
    """The agreement of this short name, id or title in the case."""
    plain = " ".join(name.split()).casefold()
    for said in stated(asked).agreements.values():
        view, content = said
        called = {view.ref.casefold(), view.ref.casefold().removeprefix("agreement-"), str(content.agreement)}
        if plain in called or plain == content.title.casefold():
            return content.agreement  # type: ignore[no-any-return]
    raise NoSuchAgreement(where=name, instead="See what is there: homeward talks agreements.")


def obligation_named(asked: Asked, name: str) -> UUID:
    """The obligation of this short name or id in the case."""
    plain = " ".join(name.split()).casefold()
    for view, content in stated(asked).obligations.values():
        if plain in (view.ref.casefold(), view.ref.casefold().removeprefix("obligation-"), str(content.obligation)):
            return content.obligation  # type: ignore[no-any-return]
    raise NoSuchObligation(where=name, instead="See what is there: homeward talks obligations.")


def obligations(asked: Asked, *, agreement: UUID | None = None) -> list[ObligationView]:
    """The obligations of the case, or of one agreement; the whole that somebody stated stands before its parts."""
    return [
        each for view in agreements(asked) if agreement in (None, view.id) for each in view.obligations
    ]  # fmt: skip


def plans(asked: Asked) -> list[PlanView]:
    """What was planned beside the obligations, in the case as a whole."""
    return _Assembly(asked).plans()


def agreements_and_plans(asked: Asked) -> tuple[list[AgreementView], list[PlanView]]:
    """Agreements and plans out of one reading."""
    assembly = _Assembly(asked)
    made = assembly.plans()
    return assembly.agreements(made), made


@dataclass(slots=True)
class _Assembly:
    """One reading of a case, out of which all its agreements are made."""

    asked: Asked
    stated: Stated = field(init=False)
    counts: Counts = field(init=False)
    terms: dict[UUID, Terms] = field(init=False)
    found: list[tuple[Said, UUID, FigureView]] = field(default_factory=list)
    taken: frozenset[UUID] = frozenset()
    planned: list[FigureView] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stated = stated(self.asked)
        self.terms = {id: terms(self.stated, said) for id, said in self.stated.agreements.items()}

    def agreements(self, made: list[PlanView]) -> list[AgreementView]:
        whole_of = {agreement: (whole, figure) for whole, agreement, figure in self.found}
        views = [self._agreement(id, said, whole_of.get(id), made) for id, said in self.stated.agreements.items()]
        return with_questions(self.asked, views, self.counts, self.terms)

    def plans(self) -> list[PlanView]:
        self._place()
        return plans_of(self.stated, self.counts, self.taken, list(self.terms.items()), self._read(self.planned))

    def _place(self) -> None:
        """Put every count to the obligation that it speaks of."""
        placing = Placing(self.stated, [self._owed(content) for _, content in self.stated.obligations.values()])
        self.planned = placing.read()
        self.found = wholes(self.stated, self.planned)
        for whole, agreement, figure in self.found:
            placing.owed.append(owed_of(whole, figure, self._runs(agreement), self._since(whole[1])))
        self.counts = placing.place()
        self.taken = frozenset(id for each in placing.owed for id in each.populations)

    def _owed(self, content: kinds.Obligation) -> Owed:
        runs = content.window or self._runs(content.agreement)
        unit = getattr(content, "unit", "") or ""
        return Owed(content.obligation, content.agreement, content.object, runs, since=self._since(content), unit=unit)

    def _runs(self, agreement: UUID) -> Interval | None:
        return self.terms[agreement].runs if agreement in self.terms else None

    def _since(self, content: kinds.Obligation) -> datetime | None:
        """From when on something may count for an obligation: the start of its time, else when its agreement was announced."""
        if content.window is not None and content.window.start is not None:
            return content.window.start
        said = self.stated.agreements.get(content.agreement)
        announced = said[1].announced if said else None
        return announced.start if announced is not None else None

    def _read(self, figures: list[FigureView]) -> dict[UUID, StatementView]:
        ids = list(dict.fromkeys(figure.statement_id for figure in figures))
        return {view.id: view for view in statements.statements(self.asked, ids)}

    def _agreement(
        self, id: UUID, said: Said, whole: tuple[Said, FigureView] | None, made: list[PlanView]
    ) -> AgreementView:
        view, content = said
        found, zone = self.terms[id], self.asked.case.zone
        those = self._obligations(id, ends(found, None, zone)[0], whole)
        ruling = Ruling(self.stated, self.counts, those)
        rules = [each for each in self.stated.rules.values() if each[1].agreement == id]
        until, why = ends(found, self._longer(ruling, rules), zone)
        if until != ends(found, None, zone)[0]:
            those = self._obligations(id, until, whole)
            ruling = Ruling(self.stated, self.counts, those)
        whom = self.stated.whom
        return AgreementView(
            id=id,
            ref=view.ref,
            title=content.title,
            announced=content.announced,
            planned_start=content.planned_start,
            actual_start=found.actual_start,
            actual_end=found.actual_end,
            suspended=found.suspended,
            deadline=content.deadline,
            deadline_text=content.deadline_text,
            started_late_days=late_start(found, zone),
            ends=until,
            ends_why=in_english(why),
            ends_told=why,
            phases=tuple((phase.key, phase.text) for phase in found.phases),
            obligations=tuple(those),
            rules=tuple(rule_view(ruling, each) for each in rules),
            turns=tuple(self._turns(id)),
            findings=tuple(self._findings(id, content)),
            statement=view,
            plans=tuple(each for each in made if each.agreement == id),
            powers=tuple(
                PowerView(p.power.value, whom(p.holder), p.condition, p.until, said_by)
                for said_by, p in self.stated.powers
                if p.agreement == id
            ),
            parties=whom(getattr(content, "parties", ())),
            mediators=whom(getattr(content, "mediators", ())),
            guarantors=whom(getattr(content, "guarantors", ())),
            phase_times=phase_views(found.phases),
        )

    def _obligations(
        self, id: UUID, until: Interval | None, whole: tuple[Said, FigureView] | None
    ) -> list[ObligationView]:
        """The obligations in their order; one that is owed by ratio is made after that for which it is owed."""
        those = self.stated.obligations_of(id)
        made: dict[UUID, ObligationView] = {}
        others: dict[UUID, Amount | None] = {}
        done: dict[UUID, bool] = {}
        waiting = sorted(those, key=lambda said: bool(said[1].ratio or getattr(said[1], "of", None)))
        for _ in range(2):
            for view, content in waiting:
                reading = Reading(
                    self.stated, self.counts, view, content, self.terms.get(id), self._title(id), until,
                    others, done,
                )  # fmt: skip
                shown = obliged(reading)
                made[content.obligation] = shown
                others[content.obligation] = Ruling(self.stated, self.counts, ()).amount(shown)
                done[content.obligation] = shown.state == "done"
        found = [made[content.obligation] for _, content in those]
        if whole is not None:
            (view, content), figure = whole
            stating = self._read([figure]).get(figure.statement_id, view)
            reading = Reading(
                self.stated, self.counts, stating, content, self.terms.get(id), self._title(id), until,
                inferred=True,
            )  # fmt: skip
            shown = obliged(reading)
            found.insert(0, replace(shown, findings=(*shown.findings, *self._parts_and_whole(shown, found))))
        return found

    def _parts_and_whole(self, whole: ObligationView, parts: list[ObligationView]) -> Iterator[FindingView]:
        """Where all parts were counted and do not come to the whole, that is told; it is nobody's fault, and nothing is mended."""
        ruling = Ruling(self.stated, self.counts, ())
        owed = [each for each in parts if each.promised is not None and each.promised.unit != "share"]
        came = [ruling.amount(each) for each in owed]
        together = ruling.amount(whole)
        if together is None or None in came or not came:
            return
        added = total(amount for amount in came if amount is not None)
        if not added.meets(together):
            words = f"Counts of its parts come to {amount_in_words(added)}, those of the whole to {amount_in_words(together)}."
            about = tuple(each.statement.id for each in (whole, *owed))
            yield FindingView("parts-and-whole", words, about, (("parts", added), ("whole", together)))

    def _title(self, id: UUID) -> str:
        said = self.stated.agreements.get(id)
        return said[1].title if said else ""

    def _longer(self, ruling: Ruling, rules: list[Said]) -> tuple[timedelta, timedelta | None] | None:
        for view, content in rules:
            if content.rule_kind == "extension":
                found = longer(ruling, content, view.text)
                if found is not None:
                    return found[0], found[1]
        return None

    def _turns(self, id: UUID) -> Iterator[TurnView]:
        for view, content in self.stated.turns:
            if content.agreement == id:
                by = self.stated.whom(content.by) or self.stated.voice(view)
                yield TurnView(content.turn.value, content.until, view, by)

    def _findings(self, id: UUID, content: object) -> Iterator[FindingView]:
        if not self.stated.complete or not self.counts.complete:
            yield FindingView("not-all", "There is more than is read at once; this answer is not complete.", (id,))
        found = self.terms[id]
        yield from phase_findings(found.phases, id)
        start, end = found.began, found.actual_end or found.planned_end
        if start and end and start.start and end.until and end.until <= start.start:
            yield FindingView(
                "ends-before-it-starts", "It is said to end before it starts: ask which day holds.", (id,)
            )
