"""What came of an obligation, and who decided for what it counts: as voices say it."""

from __future__ import annotations

from decimal import Decimal
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.ledger.core import kinds, writing
from homeward.ledger.core.agreements import Completeness, Stage
from homeward.ledger.core.figures import in_words
from homeward.ledger.models import Statement
from homeward.talks.actions.saying import Act, Done, Many, NoSuchThing, Saying, Voice
from homeward.talks.core import stages

LIKE_DELIVERIES = ("said.plain", "said.delivery")


@transaction.atomic
def say_delivery(
    *,
    obligation: UUID,
    stage: str,
    many: Many,
    so_far: bool = False,
    unit: str = "",
    category: str = "",
    where: str = "",
    statement: str = "",
    voice: Voice,
    **act: Unpack[Act],
) -> Done:
    """Record that so much of an obligation reached a stage; when is the voice's `occurred`, else when it was said.

    `statement` ("s5", "s5#1") names what was said already: then it is that utterance put to this obligation, counted once.
    """
    saying = Saying("say_delivery", **act)
    owed = saying.obligation(obligation)[1]
    reached = writing.among(Stage, stage, "stage", saying.findings)
    if many.empty:
        saying.findings.fault("empty", "lo", "Say how many; none at all is 0.")
    quantity = None if many.empty else saying.many(many, unit=unit)
    told = _referred(saying, statement) if statement.strip() else (None, 0)
    kept = {"category": saying.words(category, "category"), "where": saying.words(where, "where")}
    counted = saying.words(unit, "unit")
    saying.heard(voice)
    saying.refuse_faults()
    assert reached is not None and quantity is not None
    content = kinds.DeliveryTold(
        delivery=saying.act,
        obligation=obligation,
        stage=reached,
        op=quantity.op.value,
        lo=Decimal(quantity.lo),
        hi=_decimal(quantity.hi),
        stated_lo=_decimal(quantity.stated_lo),
        stated_hi=_decimal(quantity.stated_hi),
        unit=counted,
        counts=Completeness.SO_FAR if so_far else Completeness.THEN,
        statement=told[0],
        figure=told[1],
        **kept,
    )
    _warn_of_more(saying, owed, content)
    what = owed.object or owed.action
    return saying.say(
        content, f"{what}: {in_words(quantity, unit)} {stages.in_words(reached)}", voice, about=obligation
    )


def _warn_of_more(saying: Saying, owed: kinds.Obligation, content: kinds.DeliveryTold) -> None:
    if owed.hi is not None and not owed.per and content.lo > owed.hi:
        saying.findings.doubt("over", "lo", f"This is more than was promised ({owed.hi}); it is shown as over.")


@transaction.atomic
def say_counting(
    *,
    statement: str,
    obligation: UUID | None,
    on: str = "",
    decided_by: str = "",
    voice: Voice,
    **act: Unpack[Act],
) -> Done:
    """Record who decided for which obligation and day a delivery, or the figure of a statement, counts; none: for none."""
    saying = Saying("say_counting", **act)
    if obligation is not None:
        saying.obligation(obligation)
    id, figure = _referred(saying, statement)
    day = saying.when(on, "on")
    deciding = saying.whom(decided_by, "decided_by")
    content = kinds.CountingDecided(statement=id, figure=figure, obligation=obligation, on=day, decided_by=deciding)
    counts = "counts" if obligation is not None else "counts for nothing"
    return saying.say(
        content, f"{statement.strip()} {counts}" + (f" on {on.strip()}" if on.strip() else ""), voice, about=obligation
    )


def _referred(saying: Saying, typed: str) -> tuple[UUID, int]:
    """The statement, and its figure counted from 1, that a short name gives: "s5", "s5#1"."""
    ref, _, number = typed.strip().partition("#")
    found = (
        Statement.objects.filter(case_id=saying.case.id, ref=ref, kind__in=LIKE_DELIVERIES).order_by("position").first()
    )
    if found is None:
        raise NoSuchThing(where="statement", instead="Name what was said, as s5 or s5#1.")
    if number and not (number.isascii() and number.isdecimal() and 0 < int(number[:6]) < 100_000):
        saying.findings.fault("figure", "statement", "Figures of a statement count from 1: s5#1.")
        return found.id, 0
    return found.id, int(number) if number else 0


def _decimal(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)
