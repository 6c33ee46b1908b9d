"""When what an agreement promised will have come, batch by batch; made of what voices counted so far, and frozen."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.crossings.queries.plans import position_of
from homeward.ledger.queries.views import CaseView
from homeward.outlook.actions.freezing import (
    HORIZON,
    MOST_SEED,
    digest,
    frozen,
    held,
    keep,
    now,
    one_after_another,
    refuse_empty,
    whole,
    worked_out,
)
from homeward.outlook.queries.made import next_number
from homeward.outlook.records.batches import batches_of
from homeward.outlook.records.fierce import NOBODY_SAID, Series, fierce


@transaction.atomic
def forecast_exchange(
    *,
    case: CaseView,
    obligation: str,
    share_percent: str = "100",
    seed: str = "0",
    belongs: Series | None = None,
    once: UUID,
    by: Actor,
    at: datetime,
) -> str:
    """When so many of 100 of what an obligation promised will have come; gives the short name of the statement.

    It goes by the least that voices counted of each day. Refuses an obligation that names no number.
    """
    access.require(by, "outlook.forecast", case.compartment_id)
    share, start = whole(share_percent, "share", 1, 100), whole(seed, "seed", 0, MOST_SEED)
    id = uuid5(case.id, f"outlook.forecast|{once}")
    if ref := held(case, uuid5(id, "made")):
        return ref
    access.enter(by.id, only={case.compartment_id})
    asked = now(case, at)
    batches = batches_of(asked, obligation)
    hostile = fierce(asked, belongs, batches.first, batches.today) if belongs else NOBODY_SAID
    days = len(batches.came)
    given = {
        "came": list(batches.came),
        "promised": batches.promised,
        "planned": list(batches.planned),
        "hostility": [hostile.on(day, days) for day in range(days)],
    }
    found = worked_out(given, {"work": "exchange", "share": share / 100, "seed": start, "horizon": HORIZON})
    refuse_empty(found)
    one_after_another(case)
    content = frozen(
        found,
        forecast=id,
        number=next_number(case),
        subject="exchange",
        question=f"until {found['target']:,} of {found['people']:,} have come: {batches.words}",
        unit="days",
        on=batches.today.isoformat(),
        position=position_of(case),
        inputs_digest=digest(given),
        seed=start,
        horizon=Decimal(HORIZON),
        never_per_mille=round(1000 * found["never"]),
        obligation=batches.obligation,
        hostilities=hostile.words,
        people=found["people"],
        target=found["target"],
        crossed=found["crossed"],
        inputs=(*batches.statements, *hostile.statements),
        findings=(*batches.findings, *hostile.findings, *found["findings"]),
    )
    return keep(case, uuid5(id, "made"), content, f"forecast {content.number}: {content.question}", by=by, at=at)
