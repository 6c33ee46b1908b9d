"""How an agreement is changed, and who may change it: as voices say it."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.ledger.core import kinds, writing
from homeward.ledger.core.agreements import Power, Turn
from homeward.talks.actions.saying import Act, Done, Saying, Voice


@transaction.atomic
def say_turn(
    *,
    agreement: UUID,
    turn: str,
    until: str = "",
    obligation: UUID | None = None,
    of: str = "",
    voice: Voice,
    **act: Unpack[Act],
) -> Done:
    """Record that a side announces that an agreement, or one obligation, is extended, suspended, resumed, ended or waived.

    Each side's word is its own statement; `of` names for whom it is announced, where that is not who speaks.
    """
    saying = Saying("say_turn", **act)
    title = saying.agreement(agreement)[1].title
    if obligation is not None and saying.obligation(obligation)[1].agreement != agreement:
        saying.findings.fault("elsewhere", "obligation", "This obligation belongs to another agreement.")
    said = writing.among(Turn, turn, "turn", saying.findings)
    end = saying.when(until, "until")
    if said is Turn.EXTENDED and end is None and not until.strip():
        saying.findings.fault("empty", "until", "Say until when it is extended.")
    if said is Turn.WAIVED and obligation is None:
        saying.findings.fault("empty", "obligation", "Say which obligation is waived.")
    by = saying.whom(of, "of")
    saying.refuse_faults()
    assert said is not None
    content = kinds.AgreementTurn(agreement=agreement, turn=said, obligation=obligation, until=end, by=by)
    return saying.say(content, f"{title}: {said.value}", voice, about=agreement)


@transaction.atomic
def say_power(
    *,
    agreement: UUID,
    power: str,
    holder: str,
    condition: str = "",
    form: str = "",
    until: str = "",
    voice: Voice,
    **act: Unpack[Act],
) -> Done:
    """Record who may extend, suspend, resume, end, waive, inspect or count under an agreement, and on what condition."""
    saying = Saying("say_power", **act)
    saying.agreement(agreement)
    may = writing.among(Power, power, "power", saying.findings)
    holders = saying.whom(holder, "holder", needed="Name who may.")
    words = {name: saying.words(typed, name) for name, typed in (("condition", condition), ("form", form))}
    end = saying.when(until, "until")
    saying.refuse_faults()
    assert may is not None
    content = kinds.PowerTold(agreement=agreement, power=may, holder=holders, until=end, **words)
    return saying.say(content, f"{', '.join(each.words for each in holders)} may {may.value}", voice, about=agreement)
