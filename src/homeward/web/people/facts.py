"""Facts about a person, and facts in the place of what was written down wrongly."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homeward.ledger.queries.views import Asked
from homeward.moments import day_of
from homeward.people import actions, queries
from homeward.people.actions import PersonTold
from homeward.people.core.checking import check_values
from homeward.people.core.values import Values
from homeward.refusals import Findings, Unacceptable
from homeward.web.people import given
from homeward.web.people.checked import Line, value_lines
from homeward.web.people.forms import FactsRow, ToldRow, WhyRow
from homeward.web.people.sheet import Sheet
from homeward.web.people.sitting import FIELDS, Act, Sitting, corrected


def before(asked: Asked, person: UUID, corrects: str) -> Values | None:
    if not corrects:
        return None
    view = queries.person(asked, person)
    of = {each.ref: each.statement for field in view.fields for value in field.values for each in value.given}
    wanted = of.get(corrects)
    records = queries.records(asked.case, [person]) if wanted else []
    return next((each.values for each in records if each.statement == wanted and each.number is None), None)


def _check_facts(sheet: Sheet, sitting: Sitting) -> None:
    findings = Findings()
    check_values(given.values(sheet, zone=sitting.asked.case.zone, at=sitting.at), findings)
    sheet.tell(Unacceptable(findings), FIELDS)


def _check_correction(sheet: Sheet, sitting: Sitting) -> None:
    _check_facts(sheet, sitting)
    if not sheet.said("reason"):
        sheet.put("reason", gettext("Say why; whoever reads this later will ask."))


def _facts(sheet: Sheet, sitting: Sitting) -> list[Line]:
    lines = value_lines(
        given.values(sheet, zone=sitting.asked.case.zone, at=sitting.at), day_of(sitting.at, sitting.asked.case.zone)
    )
    if "why" in sheet.part:
        lines.insert(0, Line("reason", _("Why it is corrected"), sheet.said("reason")))
    return lines


def _record_facts(sheet: Sheet, sitting: Sitting) -> PersonTold:
    values = given.values(sheet, zone=sitting.asked.case.zone, at=sitting.at)
    corrects = corrected(sitting.request)
    stood = before(sitting.asked, sitting.view.id, corrects)
    if stood is not None:
        # What the sheet has no field for stays as it was given.
        values = replace(
            values,
            age=stood.age,
            relation=stood.relation,
            needs=stood.needs,
            decision=stood.decision,
            more=stood.more,
        )
    return actions.say(
        person=sitting.view.id,
        values=values,
        told=given.told(sheet),
        instead_of=corrects,
        reason=sheet.said("reason"),
        **sitting.common,
    )


SAYING = Act(
    _("Add a fact"), _("What a voice says of the person stands beside what others say; nothing is replaced."), _("Record the fact"),
    "people/_facts.html", {"facts": FactsRow, "told": ToldRow}, _check_facts, _facts, _record_facts, ("via", "names", "documents"),
)  # fmt: skip
CORRECTING = Act(
    _("Correct what was written down"),
    _("For what the desk wrote down wrongly. What stood there stays, and counts no more."), _("Record the correction"),
    "people/_facts.html", {"why": WhyRow, "facts": FactsRow, "told": ToldRow}, _check_correction, _facts, _record_facts,
    ("via", "names", "documents"),
)  # fmt: skip
