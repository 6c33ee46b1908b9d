"""People of the register as documents for programs: each value with who gave it, nothing merged."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from homeward.briefing.formats.notation import Json
from homeward.briefing.formats.notation import when as interval_json
from homeward.moments import stamp
from homeward.people.core.values import as_plain

if TYPE_CHECKING:  # plain values, whose queries need a database
    from homeward.people.queries import (
        ErasureView,
        FoundView,
        GivenView,
        PersonLine,
        PersonView,
        QualityView,
        RegisterCount,
        StageView,
    )
    from homeward.people.queries.views import ForgottenView, SoughtView, WhereaboutsView


def person_json(view: PersonView, zone: ZoneInfo) -> Json:
    """All that is known of a person, each fact with who gave it."""

    def sought(each: SoughtView) -> Json:
        return {
            "request": str(each.request),
            "sought": str(each.sought),
            "inquirer": str(each.inquirer) if each.inquirer else None,
            "inquirer_names": list(each.inquirer_names),
            "state": each.state,
            "words": each.words,
            "given": given_json(each.given, zone),
        }

    return {
        "person": str(view.id),
        "names": list(view.names),
        "forgotten": forgotten_json(view.forgotten),
        "closed": view.closed,
        "stage": stage_json(view.stage, zone),
        "shared_with": list(view.shared_with),
        "fields": [
            {
                "field": field.name,
                "conflicting": field.conflicting,
                "values": [
                    {
                        "value": _plain(value.value),
                        "words": value.words,
                        "counts": value.counts,
                        "given": [given_json(given, zone) for given in value.given],
                    }
                    for value in field.values
                ],
            }
            for field in view.fields
        ],
        "papers": [{"number": paper.paper.number, "expiry": paper.expiry} for paper in view.papers],
        "whereabouts": [_whereabouts(each, zone) for each in view.whereabouts],
        "kin": [
            {
                "person": str(kin.other),
                "names": list(kin.other_names),
                "relation": kin.relation,
                "direction": kin.direction,
                "given": given_json(kin.given, zone),
            }
            for kin in view.kin
        ],
        "needs": [
            {"code": need.code, "labels": need.labels, "words": need.words, "given": given_json(need.given, zone)}
            for need in view.needs
        ],
        "consent": [
            {
                "state": consent.state,
                "given_by": consent.given_by,
                "scope": list(consent.scope),
                "holds": list(consent.holds),
                "until": stamp(consent.until) if consent.until else None,
                "given": given_json(consent.given, zone),
            }
            for consent in view.consent
        ],
        "sought": [sought(each) for each in view.sought],
        "seeks": [sought(each) for each in view.seeks],
        "words": [{"words": words, "given": given_json(given, zone)} for words, given in view.words],
    }


def line_json(line: PersonLine, zone: ZoneInfo) -> Json:
    """A person in a list of people."""
    return {
        "person": str(line.id),
        "names": list(line.names),
        "births": list(line.births),
        "nationalities": list(line.nationalities),
        "stage": stage_json(line.stage, zone),
        "forgotten": forgotten_json(line.forgotten),
    }


def found_people_json(found: list[FoundView], zone: ZoneInfo) -> list[Json]:
    """Who was found, by what and why; scores as hundredths, since texts hold no fractions."""
    return [
        {
            **line_json(each.person, zone),
            "by": each.by,
            "words": each.words,
            "score": round(each.score * 100),
            "why": each.why,
        }
        for each in found
    ]


def stage_json(stage: StageView, zone: ZoneInfo) -> Json:
    """The stage ("" while nobody has said), who says so, who contests it."""
    return {
        "state": stage.state,
        "contested": stage.contested,
        "said_by": [_whereabouts(each, zone) for each in stage.said_by],
        "against": [_whereabouts(each, zone) for each in stage.against],
    }


def given_json(given: GivenView, zone: ZoneInfo) -> Json:
    """Who gave a fact, when, in which statement or row of which list, and what became of it."""
    return {
        "statement": given.ref,
        "speaker": given.speaker,
        "party": given.party,
        "capacity": given.capacity,
        "via": list(given.via),
        "told_by": str(given.told_by) if given.told_by else None,
        "said": interval_json(given.said, zone),
        "occurred": interval_json(given.occurred, zone),
        "recorded_at": stamp(given.recorded_at),
        "recorded_by": given.recorded_by,
        "modality": given.modality,
        "standing": given.standing,
        "knowing": given.knowing,
        "list": str(given.list) if given.list else None,
        "row": given.row,
    }


def forgotten_json(view: ForgottenView | None) -> Json | None:
    """When a person was forgotten, who asked and who agreed; `in_part` when a compartment still opens something of them."""
    if view is None:
        return None
    return {
        "at": stamp(view.at),
        "asked_by": view.asked_by,
        "agreed_by": view.agreed_by,
        "reason": view.reason,
        "in_part": view.in_part,
    }


def waiting_json(view: ErasureView) -> Json:
    """What waits for somebody to agree."""
    return {
        "ref": view.ref,
        "person": str(view.person),
        "reason": view.reason,
        "asked_by": view.asked_by,
        "asked_at": stamp(view.asked_at),
    }


def register_json(count: RegisterCount, board: QualityView) -> Json:
    """The register in numbers."""
    return {
        "people": count.people,
        "forgotten": count.forgotten,
        "stages": count.stages,
        "contested": count.contested,
        "records": count.records,
        "definition": count.definition,
        "marks": {mark.value: people for mark, people in board.marks.items()},
        "records_by_source": board.by_source,
    }


def _whereabouts(view: WhereaboutsView, zone: ZoneInfo) -> Json:
    return {
        "state": view.state,
        "place": view.place,
        "holder": view.holder,
        "words": view.words,
        "given": given_json(view.given, zone),
    }


def _plain(value: object) -> object:
    """A value of a field as its record writes it."""
    return value if isinstance(value, str) else list(value) if isinstance(value, tuple) else as_plain(value)
