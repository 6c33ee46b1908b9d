"""What clearances answer with as plain values, in the one JSON form that commands and the API give."""

from __future__ import annotations

from datetime import date
from typing import Any

from homeward.clearances.queries.list_views import PermissionLine, PermissionListView
from homeward.clearances.queries.views import (
    AuthorityFunnel,
    AuthorityView,
    BatchView,
    FamiliesView,
    FamilyView,
    FunnelView,
    Held,
    HeldLine,
    LapsingView,
    OfAuthority,
    PersonClearances,
    RequestLetter,
    WaitingPage,
    WordView,
)
from homeward.matching.formats.letters import as_json
from homeward.moments import stamp
from homeward.people.queries.views import PersonLine

Json = dict[str, Any]


def held_json(held: Held) -> Json:
    """How somebody stands with one authority."""
    return {
        "state": held.state.value,
        "valid_from": _day(held.valid_from),
        "valid_until": _day(held.valid_until),
        "asked_on": _day(held.asked_on),
        "confirmed": held.confirmed,
        "conditions": list(held.conditions),
        "statement": str(held.statement),
    }


def person_json(view: PersonClearances) -> Json:
    """All clearances of one person."""
    return {
        **_person(view.person),
        "authorities": [
            {
                **_authority(each.authority),
                "held": [held_json(held) for held in each.held],
                "words": [_word(word) for word in each.words],
            }
            for each in view.authorities
        ],
    }


def funnel_json(view: FunnelView) -> Json:
    """The way of everybody through every authority."""
    return {
        "people": view.register,
        "day": view.day.isoformat(),
        "definition": view.definition,
        "authorities": [_funnel(each) for each in view.authorities],
    }


def authority_json(view: OfAuthority) -> Json:
    """The people of one authority."""
    return {
        **_funnel(view.funnel),
        "state": view.state or None,
        "count": view.count,
        "people_shown": [_line(each) for each in view.lines],
    }


def lapsing_json(view: LapsingView) -> Json:
    """What runs out by a day."""
    return {
        "by": view.by.isoformat(),
        "lapses": [
            {
                **_person(each.person),
                "on": each.on.isoformat(),
                "exact": each.exact,
                "authority": _authority(each.authority) if each.authority else None,
                "confirmed": each.confirmed,
                "paper": each.paper or None,
            }
            for each in view.lapses
        ],
    }


def waiting_json(view: WaitingPage) -> Json:
    """What waits for a second person."""
    return {
        "count": view.count,
        "waiting": [
            {
                **_person(each.person),
                **_authority(each.authority),
                "statement": each.ref,
                "valid_from": _day(each.valid_from),
                "valid_until": _day(each.valid_until),
                "conditions": list(each.conditions),
                "recorded_by": each.recorded_by,
                "own": each.own,
                "list": each.list or None,
                "version": str(each.version) if each.version else None,
            }
            for each in view.lines
        ],
    }


def families_json(view: FamiliesView) -> Json:
    """Families by who of them is cleared."""
    return {
        "count": view.count,
        "parted": view.parted,
        "authorities": [_authority(each) for each in view.authorities],
        "families": [_family(each) for each in view.families],
    }


def list_json(view: PermissionListView) -> Json:
    """What would become of the rows of a permission list."""
    return {
        "list": str(view.version.list),
        "list_title": view.version.title,
        "version": str(view.version.id),
        "number": view.version.number,
        "withdrawn": view.version.withdrawn,
        "statement": view.ref,
        **_authority(view.authority),
        "counts": dict(view.counts),
        "takes": view.takes,
        "asks": view.asks,
        "words": [{"words": each.words, "rows": each.count, "means": each.means or None} for each in view.words],
        "other_columns": list(view.headings),
        "faults": [{"where": where, "message": message} for where, message in view.faults],
        "part": view.part or None,
        "count": view.count,
        "rows": [_row(each) for each in view.lines],
    }


def batch_json(view: BatchView) -> Json:
    """What was asked at once."""
    return {
        "batch": str(view.batch),
        **_authority(view.authority),
        "purpose": view.purpose,
        "asked_on": view.asked_on.isoformat(),
        "via": list(view.via),
        "recorded_by": view.recorded_by,
        "people": [{"person": str(each), "statement": view.refs[each]} for each in view.people],
    }


def letter_json(view: RequestLetter) -> Json:
    """The letter about a batch, and who is left out of it."""
    told = as_json(view.letter)
    groups = [{"heading": each["heading"], "people": each["on_the_list"]} for each in told.pop("families")]
    return {
        "batch": str(view.batch.batch),
        "letter": {**told, "groups": groups},
        "without_consent": [{"person": str(each.id), "names": list(each.names)} for each in view.without_consent],
        "named_without_consent": [str(each) for each in view.named_without],
    }


def _word(word: WordView) -> Json:
    given = word.given
    return {
        "statement": word.ref,
        "state": word.state,
        "on": word.on.isoformat(),
        "counts": word.counts,
        "speaker": given.speaker if given and given.speaker else None,
        "via": list(given.via) if given else [],
        "standing": given.standing if given else None,
        "recorded_at": stamp(given.recorded_at) if given else None,
        "recorded_by": given.recorded_by if given else None,
        "purpose": word.purpose or None,
        "batch": str(word.batch) if word.batch else None,
        "valid_from": _day(word.valid_from),
        "valid_until": _day(word.valid_until),
        "conditions": None if word.closed else list(word.conditions),
        "shown_by": _shown_by(word),
        "confirmed": _confirmed(word),
    }


def _shown_by(word: WordView) -> Json | None:
    if word.document is not None:
        return {"document": str(word.document), "start": word.start, "end": word.end, "words": word.shown or None}
    if word.version is not None:
        return {"list": str(word.list), "version": str(word.version)}
    return None


def _confirmed(word: WordView) -> Json | None:
    if not word.confirmed_as or word.confirmed_at is None:
        return None
    return {"statement": word.confirmed_as, "by": word.confirmed_by, "at": stamp(word.confirmed_at)}


def _funnel(each: AuthorityFunnel) -> Json:
    pace = each.pace
    return {
        **_authority(each.authority),
        "people": each.people,
        "not_asked": each.not_asked,
        "counts": {state.value: count for state, count in each.counts.items()},
        "confirmed": each.confirmed,
        "pace": {
            "granted_per_mille": round(pace.probability * 1000),
            "median_hours": round(pace.median_days * 24),
            "answered": pace.answered,
            "waiting": pace.waiting,
        }
        if pace
        else None,
    }


def _family(view: FamilyView) -> Json:
    return {
        "cleared": {str(id): count for id, count in view.cleared.items()},
        "members": [
            {**_person(each), "held": {str(id): held_json(held) for id, held in view.held.get(each.id, {}).items()}}
            for each in view.members
        ],
    }


def _row(line: PermissionLine) -> Json:
    return {
        "record": str(line.record),
        "person": str(line.person),
        "names": list(line.names),
        "sheet": line.sheet or None,
        "row": line.row or None,
        "words": line.words,
        "would": line.would,
        "state": line.state or None,
        "valid_from": _day(line.valid_from),
        "valid_until": _day(line.valid_until),
        "before": line.before or None,
        "before_confirmed": line.before_confirmed,
        "why": line.why or None,
    }


def _line(line: HeldLine) -> Json:
    return {**_person(line.person), "held": [held_json(each) for each in line.held]}


def _person(line: PersonLine) -> Json:
    return {"person": str(line.id), "names": list(line.names)}


def _authority(view: AuthorityView) -> Json:
    return {"authority": str(view.id), "authority_name": view.name}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
