"""What an authority said of a person: its state, the days it is in force, on what conditions, and the words that show it."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homeward.clearances import actions
from homeward.clearances.core.window import window
from homeward.ledger.core.clearance import Permission
from homeward.people.actions import PersonTold
from homeward.reading import queries as reading
from homeward.reading.queries import NoSuchPaper
from homeward.refusals import Findings
from homeward.web.people import given
from homeward.web.people.checked import Line
from homeward.web.people.forms import ClearanceRow, ToldRow
from homeward.web.people.sheet import Sheet
from homeward.web.people.sitting import Act, Sitting, corrected
from homeward.web.people.words import PERMISSIONS


def _check(sheet: Sheet, sitting: Sitting) -> None:
    if not sheet.said("authority"):
        sheet.put("authority", gettext("Name the authority whose permission it is."))
    if sheet.said("state") not in list(Permission):
        sheet.put("state", gettext("Choose what the authority said."))
    findings = Findings()
    window(
        sheet.said("valid_from"),
        sheet.said("valid_until"),
        zone=sitting.asked.case.zone,
        at=sitting.at,
        findings=findings,
    )
    for fault in findings.faults:
        sheet.put(fault.where, fault.message)
    if sheet.said("quote") and _shown(sheet, sitting) is None:
        sheet.put("quote", gettext("Choose the paper, and copy the words as they stand in it."))


def _lines(sheet: Sheet, sitting: Sitting) -> list[Line]:
    named = (
        ("authority", _("Authority")),
        ("valid_from", _("First valid day")),
        ("valid_until", _("Last valid day")),
    )
    lines = [Line("state", _("What it said"), str(PERMISSIONS.get(sheet.said("state"), "")))]
    lines += [Line(name, label, sheet.said(name)) for name, label in named if sheet.said(name)]
    lines += [Line("conditions", _("Condition"), each) for each in conditions(sheet)]
    if sheet.said("quote"):
        lines.append(Line("quote", _("The words that show it"), sheet.said("quote")))
    if sheet.said("reason"):
        lines.append(Line("reason", _("Why it is put right"), sheet.said("reason")))
    return lines


def _record(sheet: Sheet, sitting: Sitting) -> PersonTold:
    return actions.tell(
        person=sitting.view.id,
        authority=sheet.said("authority"),
        state=Permission(sheet.said("state")),
        valid_from=sheet.said("valid_from"),
        valid_until=sheet.said("valid_until"),
        conditions=conditions(sheet),
        shown=_shown(sheet, sitting),
        instead_of=corrected(sitting.request),
        reason=sheet.said("reason"),
        told=given.told(sheet, asserted=True),
        **sitting.common,
    )


def conditions(sheet: Sheet) -> tuple[str, ...]:
    """One condition a line."""
    return tuple(each.strip() for each in sheet.typed.get("conditions", "").splitlines() if each.strip())


def _shown(sheet: Sheet, sitting: Sitting) -> actions.Shown | None:
    """Where the words stand in the paper that was chosen; none where they do not."""
    document, quote = given.uuid_of(sheet.said("document")), sheet.said("quote")
    if document is None or not quote:
        return None
    try:
        start = reading.text_of(sitting.asked.case, document).find(quote)
    except NoSuchPaper:
        return None
    return actions.Shown(document, start, start + len(quote)) if start >= 0 else None


CLEARING = Act(
    _("Tell what an authority said"),
    _("Its word about this person. A grant counts once a second person of the desk has confirmed it."),
    _("Record what it said"), "people/_clearance_form.html", {"clearance": ClearanceRow, "told": ToldRow},
    _check, _lines, _record, asserted=True, back="person_clearances",
)  # fmt: skip
