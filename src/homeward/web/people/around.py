"""What is told around a person: whereabouts, kin, needs, consent, and that somebody looks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homeward.ledger.core.persons import ConsentBy, ConsentState, Relation, RequestState, Scope, State
from homeward.people import actions
from homeward.people.actions import PersonTold
from homeward.people.core.told import Told
from homeward.web.people import given
from homeward.web.people.checked import Line
from homeward.web.people.forms import ConsentRow, KinRow, NeedRow, SoughtRow, ToldRow, WhereaboutsRow, WhomRow
from homeward.web.people.sheet import Sheet
from homeward.web.people.sitting import Act, Sitting
from homeward.web.people.words import CONSENT_BY, CONSENT_STATES, RELATIONS, REQUEST_STATES, SCOPES, STATES


def _check_whereabouts(sheet: Sheet, sitting: Sitting) -> None:
    if sheet.said("state") not in list(State):
        sheet.put("state", gettext("Choose where the person is said to be."))


def _whereabouts(sheet: Sheet, sitting: Sitting) -> list[Line]:
    named = (("place", _("Place")), ("holder", _("In whose hands")))
    return [
        Line("state", _("Where the person is said to be"), str(STATES.get(sheet.said("state"), ""))),
        *(Line(name, label, sheet.said(name)) for name, label in named if sheet.said(name)),
    ]


def _record_whereabouts(sheet: Sheet, sitting: Sitting) -> PersonTold:
    return actions.tell_whereabouts(
        person=sitting.view.id,
        state=State(sheet.said("state")),
        told=given.told(sheet),
        place=sheet.said("place"),
        holder=sheet.said("holder"),
        **sitting.common,
    )


# Kin.


def _check_kin(sheet: Sheet, sitting: Sitting) -> None:
    if sheet.said("relation") not in list(Relation):
        sheet.put("relation", gettext("Choose the relation."))
    if sheet.said("direction") not in ("to", "from"):
        sheet.put("direction", gettext("Choose which way it goes."))
    other = given.uuid_of(sheet.said("other"))
    if other is None or other not in sitting.called or other == sitting.view.id:
        sheet.put("whom", gettext("Find the other person and choose one."))


def _kin(sheet: Sheet, sitting: Sitting) -> list[Line]:
    other, here = sitting.name_of(given.uuid_of(sheet.said("other"))), " · ".join(sitting.view.names)
    one, two = (here, other) if sheet.said("direction") == "to" else (other, here)
    return [
        Line("relation", _("The first"), one),
        Line("relation", _("Relation"), str(RELATIONS.get(sheet.said("relation"), ""))),
        Line("whom", _("The second"), two),
    ]


def _record_kin(sheet: Sheet, sitting: Sitting) -> PersonTold:
    here, other = sitting.view.id, given.uuid_of(sheet.said("other")) or sitting.view.id
    first, second = (here, other) if sheet.said("direction") == "to" else (other, here)
    return actions.relate(
        person=first, relation=Relation(sheet.said("relation")), other=second, told=given.told(sheet), **sitting.common
    )


# Needs.


def _check_need(sheet: Sheet, sitting: Sitting) -> None:
    if not sheet.said("code") and not sheet.said("need"):
        sheet.put("code", gettext("Choose a need of the list, write what is needed, or both."))


def _need(sheet: Sheet, sitting: Sitting) -> list[Line]:
    chosen = dict(sheet.part["need"].fields["code"].widget.choices).get(sheet.said("code"), "")
    lines = [Line("code", _("Need of the list"), str(chosen))] if sheet.said("code") else []
    return [*lines, Line("need", _("In words"), sheet.said("need"))] if sheet.said("need") else lines


def _record_need(sheet: Sheet, sitting: Sitting) -> PersonTold:
    return actions.need(
        person=sitting.view.id,
        code=sheet.said("code"),
        words=sheet.said("need"),
        told=given.told(sheet, asserted=True),
        **sitting.common,
    )


# Consent.


def scope(sheet: Sheet) -> tuple[Scope, ...]:
    """With whom, as it was ticked."""
    return tuple(each for each in Scope if sheet.typed.get(each.value))


def check_consent(sheet: Sheet) -> None:
    """Whether it is said who agrees, to what, with whom."""
    if sheet.said("state") not in list(ConsentState):
        sheet.put("state", gettext("Choose whether somebody agrees, or no longer."))
    if sheet.said("given_by") not in list(ConsentBy):
        sheet.put("given_by", gettext("Choose who agrees."))
    if not scope(sheet):
        sheet.put("authorities", gettext("Tick with whom it may be shared."))


def consent_lines(sheet: Sheet) -> list[Line]:
    """Consent as it will be recorded."""
    lines = [
        Line("given_by", _("Consent"), f"{CONSENT_BY[sheet.said('given_by')]} {CONSENT_STATES[sheet.said('state')]}"),
        Line("authorities", _("With whom"), ", ".join(str(SCOPES[each]) for each in scope(sheet))),
    ]
    return [*lines, Line("until", _("Until"), sheet.said("until"))] if sheet.said("until") else lines


def record_consent(sheet: Sheet, person: UUID, told: Told, common: Mapping[str, Any]) -> PersonTold:
    return actions.consent(
        person=person,
        state=ConsentState(sheet.said("state")),
        given_by=ConsentBy(sheet.said("given_by")),
        scope=scope(sheet),
        until=sheet.said("until"),
        told=told,
        **common,
    )


# Tracing requests.


def _check_sought(sheet: Sheet, sitting: Sitting) -> None:
    if sheet.said("state") not in list(RequestState):
        sheet.put("state", gettext("Choose how far the search is."))
    if sheet.said("whom") and given.uuid_of(sheet.said("other")) not in sitting.called:
        sheet.put("whom", gettext("Find the other person and choose one."))
    if not sheet.said("request") and sheet.said("state") in ("answered", "closed"):
        sheet.put("request", gettext("Choose the request that is answered or closed."))


def _sought(sheet: Sheet, sitting: Sitting) -> list[Line]:
    lines = [Line("state", _("The search is"), str(REQUEST_STATES.get(sheet.said("state"), "")))]
    if inquirer := given.uuid_of(sheet.said("other")):
        lines.append(Line("whom", _("Who asks"), sitting.name_of(inquirer)))
    chosen = dict(sheet.part["sought"].fields["request"].widget.choices).get(sheet.said("request"), "")
    return [*lines, Line("request", _("Which request"), str(chosen))]


def _record_sought(sheet: Sheet, sitting: Sitting) -> PersonTold:
    return actions.seek(
        sought=sitting.view.id,
        inquirer=given.uuid_of(sheet.said("other")),
        request=given.uuid_of(sheet.said("request")),
        state=RequestState(sheet.said("state")),
        told=given.told(sheet, asserted=True),
        **sitting.common,
    )


WHEREABOUTS = Act(
    _("Tell whereabouts"),
    _("Where a voice says that the person is or was. The stage follows from all that is said; nobody sets it."),
    _("Record whereabouts"), "people/_whereabouts_form.html", {"whereabouts": WhereaboutsRow, "told": ToldRow},
    _check_whereabouts, _whereabouts, _record_whereabouts,
)  # fmt: skip
RELATING = Act(
    _("Relate to somebody"), _("How the person stands to another one of the register, as a voice says."), _("Record the relation"),
    "people/_kin_form.html", {"kin": KinRow, "whom": WhomRow, "told": ToldRow}, _check_kin, _kin, _record_kin,
)  # fmt: skip
NEEDING = Act(
    _("Tell a need"), _("A need of the list, words, or both. Both are sealed with the person."), _("Record the need"),
    "people/_need_form.html", {"need": NeedRow, "told": ToldRow}, _check_need, _need, _record_need, asserted=True,
)  # fmt: skip
CONSENTING = Act(
    _("Record consent"), _("Who agrees that what is known of the person is shared, and with whom; or agrees no longer."),
    _("Record consent"), "people/_consent_form.html", {"consent": ConsentRow, "told": ToldRow},
    lambda sheet, _sitting: check_consent(sheet), lambda sheet, _sitting: consent_lines(sheet),
    lambda sheet, sitting: record_consent(sheet, sitting.view.id, given.told(sheet, asserted=True), sitting.common), asserted=True,
)  # fmt: skip
SEEKING = Act(
    _("Tracing request"),
    _("Somebody looks for the person; or an earlier request was answered or closed."), _("Record the request"),
    "people/_sought_form.html", {"sought": SoughtRow, "whom": WhomRow, "told": ToldRow}, _check_sought, _sought, _record_sought,
    asserted=True,
)  # fmt: skip
