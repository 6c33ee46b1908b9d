"""Which moment a page shows rides on every link; here it is read from an address or the dials, and put back on one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from urllib.parse import urlencode

from homeward.ledger.queries import cases
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock, day_of, dial, moment_in_words
from homeward.refusals import Refused

FIELDS = ("as_of", "known_at", "clock")


class NoSuchClock(Refused):
    """There is no such clock."""


@dataclass(frozen=True, slots=True)
class AskedHere(Asked):
    """A question on a page, with the other cases of its name: where there are any, addresses say which is meant."""

    namesakes: tuple[CaseView, ...] = ()


def about(slug: str, given: Mapping[str, str], *, now: datetime) -> AskedHere:
    """The case at an address, of several with one name the one whose compartment is given, and the moment shown."""
    wanted = given.get("compartment", "")
    among = cases.cases_named(slug)
    meant = [case for case in among if not wanted or wanted in (case.compartment_slug, str(case.compartment_id))]
    if not meant:
        raise cases.NoSuchCase(where=slug, instead="The list of cases shows those you may see.")
    chosen = meant[0]
    question = read(given, chosen, now=now)
    return AskedHere(
        case=chosen,
        as_of=question.as_of,
        known_at=question.known_at,
        clock=question.clock,
        past=question.past,
        as_of_given=question.as_of_given,
        known_at_given=question.known_at_given,
        clock_given=question.clock_given,
        namesakes=tuple(case for case in among if case.id != chosen.id),
    )


def read(given: Mapping[str, str], case: CaseView, *, now: datetime) -> Asked:
    """Read the moment from an address or from the dials, in local time of the case; refuses what it cannot read."""
    clock = given.get("clock", "").strip()
    if clock and clock not in list(Clock):
        raise NoSuchClock(where="clock", instead=f"Choose one of {', '.join(Clock)}.")
    return cases.ask(
        case,
        now=now,
        as_of=_dial(given, "as_of", case.zone, now),
        known_at=_dial(given, "known_at", case.zone, now),
        clock=Clock(clock) if clock else None,
    )


def _dial(given: Mapping[str, str], name: str, zone: tzinfo, now: datetime) -> datetime | None:
    words = given.get(name, "").strip()
    if not words or words.casefold() == "now":
        return None
    try:
        return dial(words, zone, reference=day_of(now, zone))
    except Refused as refused:
        refused.where = name
        raise


def query(asked: Asked) -> dict[str, str]:
    """What an address carries so that it opens the same case at the same moment; what was not chosen stays open."""
    chosen = {
        "as_of": in_address(asked.as_of, asked.case.zone) if asked.as_of_given else "",
        "known_at": in_address(asked.known_at, asked.case.zone) if asked.known_at_given else "",
        "clock": asked.clock.value if asked.clock_given else "",
        "compartment": asked.case.compartment_slug if getattr(asked, "namesakes", ()) else "",
    }
    return {name: value for name, value in chosen.items() if value}


def in_address(moment: datetime, zone: tzinfo) -> str:
    """The instant in ISO form with the local offset, as short as it can be."""
    local = moment.astimezone(zone)
    whole_minutes = not (local.second or local.microsecond)
    return local.isoformat(timespec="minutes" if whole_minutes else "auto")


def in_dial(moment: datetime, zone: tzinfo) -> str:
    """The instant as one would type it into a dial, which reads it back to the same instant."""
    local = moment.astimezone(zone)
    happened_twice = local.replace(fold=1 - local.fold).utcoffset() != local.utcoffset()
    if local.second or local.microsecond or happened_twice:
        return in_address(moment, zone)
    if local.hour or local.minute:
        return moment_in_words(moment, zone)
    return moment_in_words(moment - timedelta(minutes=1), zone).rpartition(" ")[0]


def carry(address: str, asked: Asked | None, **more: str) -> str:
    """An address of the desk with the moment on it."""
    carried = {**(query(asked) if asked else {}), **{name: value for name, value in more.items() if value}}
    return with_questions(address, urlencode(carried))


def with_questions(address: str, questions: str) -> str:
    """An address that asks these questions too, written as addresses write them."""
    path, hash_sign, fragment = address.partition("#")
    joiner = "&" if "?" in path else "?"
    return f"{path}{joiner}{questions}{hash_sign}{fragment}" if questions else address
