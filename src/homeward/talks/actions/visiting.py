"""Visits to people who are held, as voices tell of them: of each of the five rules whether it was kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.ledger.core import kinds, writing
from homeward.ledger.core.held import Kept
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval
from homeward.talks.actions.saying import Act, Done
from homeward.talks.actions.voicing import Telling, Voicing
from homeward.talks.core.meetings import ends_before_it_begins, stretch, surely_ahead
from homeward.talks.queries.stated import Said, stated
from homeward.talks.records.spoken import VISIT, at_present, by_subject, rooms_of, spoken

MOST_NAMED = 50
TOPIC = "access"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a voice says of each rule of a visit: kept, not_kept or not_said."""

    all_detainees: str = Kept.NOT_SAID.value
    all_premises: str = Kept.NOT_SAID.value
    private_interview: str = Kept.NOT_SAID.value
    repeat_visits: str = Kept.NOT_SAID.value
    registration: str = Kept.NOT_SAID.value


@transaction.atomic
def say_visit(
    *,
    begins: str,
    ends: str = "",
    place: str = "",
    population: str = "",
    visitors: Sequence[str] = (),
    holder: str = "",
    rules: Rules = Rules(),
    obligation: str = "",
    agreement: str = "",
    visit: UUID | None = None,
    voice: Telling,
    **act: Unpack[Act],
) -> Done:
    """Record that a voice tells of a visit; `visit` names one that another voice told of, `obligation` what owed it.

    Each voice is kept for itself. It stands in the compartment of what it is tied to, or a narrower one.
    """
    tied = _Tied(act, obligation, agreement, visit)
    act["room"] = act.get("room") or tied.room
    sheet = Voicing("say_visit", **act)
    tied.check(sheet)
    begun, ended = _days(sheet, begins, ends)
    where, whom = sheet.line(place, "place"), sheet.line(population, "population")
    if not where and not whom:
        sheet.findings.fault("empty", "place", "Name the place that was visited, or the people.")
    told = _told(sheet, rules)
    said = sheet.said(voice)
    _check_said(sheet, begun, said)
    named = _named(sheet, visitors, "visitors", SourceKind.BODY)
    held_by = _named(sheet, [holder], "holder", SourceKind.PARTY)
    sheet.refuse_faults()
    assert begun is not None
    own = visit or sheet.minted("visit")
    content = kinds.AccessVisitTold(
        visit=own,
        begins=begun,
        ends=ended,
        place=where,
        population=whom,
        visitors=named,
        holder=held_by,
        obligation=tied.owed[1].obligation if tied.owed else None,
        agreement=tied.agreed,
        **told,
    )
    text = ", ".join(each for each in (f"Visit: {begun.words}", where, whom) if each)
    return sheet.say(content, text, voice, said=said, about=own, occurred=stretch(begun, ended), topic=TOPIC)


class _Tied:
    """The obligation, the agreement and the visit that a form names, and where they stand."""

    def __init__(self, act: Act, obligation: str, agreement: str, visit: UUID | None) -> None:
        self.typed, self.visit = {"obligation": obligation.strip(), "agreement": agreement.strip()}, visit
        now = at_present(act["case"])
        known = stated(now) if any(self.typed.values()) else None
        self.owed = _by_name(known.obligations, self.typed["obligation"]) if known else None
        self.under = _by_name(known.agreements, self.typed["agreement"]) if known else None
        self.visits = by_subject(spoken(now, VISIT), "visit") if visit else {}
        self.agreed = self.under[1].agreement if self.under else (self.owed[1].agreement if self.owed else None)
        views: dict[str, StatementView] = {}
        if self.owed:
            views["obligation"] = self.owed[0]
        if self.under:
            views["agreement"] = self.under[0]
        if visit in self.visits:
            views["visit"] = self.visits[visit][0]
        rooms = rooms_of([each.id for each in views.values()])
        self.rooms = {where: rooms[each.id] for where, each in views.items()}
        narrower = [room for room in self.rooms.values() if room != act["case"].compartment_id]
        self.room = narrower[0] if narrower else None

    def check(self, sheet: Voicing) -> None:
        """Gather a fault for each that is not there, and for each that fewer people may see than this."""
        for where, found in (("obligation", self.owed), ("agreement", self.under)):
            if self.typed[where] and found is None:
                sheet.findings.fault(f"no-such-{where}", where, f"There is no such {where}, or none that you may see.")
        if self.visit is not None and self.visit not in self.visits:
            sheet.findings.fault("no-such-visit", "visit", "There is no such visit, or none that you may see.")
        if self.owed and self.under and self.owed[1].agreement != self.under[1].agreement:
            sheet.findings.fault("other-agreement", "obligation", "This obligation is of another agreement.")
        for where, room in self.rooms.items():
            sheet.must_stay_as_narrow(room, where)


def _by_name(things: dict[UUID, Said], name: str) -> Said | None:
    """The thing of this id, or the one that was said by the statement of this short name."""
    return next((said for id, said in things.items() if name and name in (str(id), said[0].ref)), None)


def _days(sheet: Voicing, begins: str, ends: str) -> tuple[Interval | None, Interval | None]:
    begun, ended = sheet.when(begins, "begins"), sheet.when(ends, "ends")
    if not begins.strip():
        sheet.findings.fault("empty", "begins", "Say when it began, as exactly as is known: 3 Nov 2023, Nov 2023.")
    if begun is not None and surely_ahead(begun, sheet.at):
        sheet.findings.fault("in-the-future", "begins", "This visit has not begun; what was promised is an obligation.")
    if ended is not None and surely_ahead(ended, sheet.at):
        sheet.findings.fault(
            "in-the-future", "ends", "It has not ended; leave this out until somebody says that it has."
        )
    if begun is not None and ended is not None and ends_before_it_begins(begun, ended):
        sheet.findings.fault("ends-before", "ends", "It ends before it begins.")
    return begun, ended


def _told(sheet: Voicing, rules: Rules) -> dict[str, Kept]:
    told = {
        name: writing.among(Kept, getattr(rules, name), name, sheet.findings) or Kept.NOT_SAID
        for name in Rules.__dataclass_fields__
    }
    if not sheet.findings.faults and set(told.values()) == {Kept.NOT_SAID}:
        sheet.findings.doubt("no-rule", "rules", "Of none of the five rules it is said whether it was kept.")
    return told


def _check_said(sheet: Voicing, begun: Interval | None, said: Interval | None) -> None:
    if begun and said and begun.start and said.until and said.until <= begun.start and said != begun:
        sheet.findings.fault("before-the-visit", "said", f"This was said before the visit began: {begun.words}.")


def _named(sheet: Voicing, typed: Sequence[str], where: str, kind: SourceKind) -> tuple[kinds.Named, ...]:
    names = [" ".join(each.split()) for each in typed if each.strip()]
    if len(names) > MOST_NAMED:
        sheet.findings.fault("too-many", where, f"At most {MOST_NAMED}.")
        return ()
    lines = list(dict.fromkeys(sheet.line(each, where) for each in names))
    if sheet.findings.faults:
        return ()
    return tuple(kinds.Named(words=each, source=sheet.source(each, where, kind)) for each in lines)
