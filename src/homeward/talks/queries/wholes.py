"""The whole of an agreement: where somebody stated how many its obligations come to, that is promised and counted too."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from homeward.ledger.core import kinds
from homeward.ledger.core.figures import Op
from homeward.ledger.queries.views import FigureView, StatementView
from homeward.moments import Interval
from homeward.talks.core import naming
from homeward.talks.core.quantities import Amount, total
from homeward.talks.queries.counts import Owed, amount_of
from homeward.talks.queries.stated import Said, Stated


def wholes(stated: Stated, plans: list[FigureView]) -> list[tuple[Said, UUID, FigureView]]:
    """For each agreement the plan that its obligations add up to, as an obligation of all who bear them; at most one each."""
    found = []
    for agreement in stated.agreements:
        those = stated.obligations_of(agreement)
        parts = [(said, amount) for said in those if (amount := _amount(said[1])) is not None]
        if len(parts) < 2:
            continue
        together = total(amount for _, amount in parts)
        stating = [
            figure
            for figure in plans
            if amount_of(figure) == together
            and figure.modality != "denied"
            and not any(naming.same_words(said[1].object, figure.population.name) for said in those)
        ]
        populations = {figure.population.id for figure in stating}
        if len(populations) == 1:
            found.append((_whole(agreement, [said for said, _ in parts], stating[0], together), agreement, stating[0]))
    return found


def _amount(content: kinds.Obligation) -> Amount | None:
    if content.lo is None or content.op == Op.SHARE.value or content.per or content.lo < 0:
        return None
    return Amount(content.lo, content.hi) if content.hi is None or content.hi >= content.lo else None


def _whole(agreement: UUID, parts: list[Said], figure: FigureView, together: Amount) -> Said:
    view: StatementView = parts[0][0]
    bearers = {named: None for _, content in parts for named in content.bearer}
    actions = {content.action: None for _, content in parts}
    content = kinds.Obligation(
        obligation=uuid5(agreement, f"whole|{figure.population.id}"),
        agreement=agreement,
        action=" and ".join(actions),
        bearer=tuple(bearers),
        object=figure.population.name,
        op=Op.RANGE.value,
        lo=together.lo,
        hi=together.hi,
    )
    return view, content


def owed_of(whole: Said, figure: FigureView, runs: Interval | None, since: datetime | None) -> Owed:
    """The whole as counts are put to it."""
    content = whole[1]
    populations = frozenset({figure.population.id})
    return Owed(content.obligation, content.agreement, content.object, runs, populations, since)
