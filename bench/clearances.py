"""What clearances cost at a size, and closing a large convoy: python -m bench.clearances [--people N] [--convoy N].

A permission list of invented people makes the register and is taken, a second authority answers one by one, a second person
confirms in bulk, and every page of clearances is asked for. Then some are seated, signed, boarded, and the boarding closed.
Seconds are those of the processor, of this process and of its server, since neighbours make any other seconds longer.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4, uuid5

from bench import cost
from bench.desk import PASSWORD, Desk, opened
from bench.intake import case_named, say, worker
from bench.registers import register
from bench.war_room import line, question

HEADINGS = ("Name", "Date of birth", "Passport", "Sex", "Family number")
AUTHORITIES = ("The border authority", "The interior ministry")
DECISIONS = ("approved", "approved", "approved", "approved", "refused", "under review")
BUS, TOGETHER, BATCH, ASKED = 50, 50, 250, 5_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.clearances", description="Measures clearances at a size.")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--convoy", type=int, default=600)
    parser.add_argument("--keep", type=Path, help="a folder whose desk stays, and is asked again if it is there")
    given = parser.parse_args()
    say(f"{os.cpu_count()} cores, load average {cost.load_average():.1f}; seconds of this process + of its server")
    with opened(given.keep) as desk:
        case = case_named(desk, "crossing")
        second = another(desk)
        if not everybody(desk, case):
            filled(desk, case, second, given.people)
        asked(desk, case, second)
        if given.convoy:
            closed(desk, case, second, given.convoy)


def filled(desk: Desk, case: Any, second: Any, people: int) -> None:
    """The permits of one authority make the register and are taken; the other is asked, answers, and most is confirmed."""
    from homeward.clearances import actions, queries
    from homeward.clearances.core.decisions import Meaning
    from homeward.clearances.queries import Reading
    from homeward.ledger.actions.recording import record

    rows = [line(row) for row in register("invented", people, 10, seed=1).left]
    until = [(date.today() + timedelta(days=3 + at % 40)).isoformat() for at in range(len(rows))]
    table = [(*row, DECISIONS[at % len(DECISIONS)], until[at]) for at, row in enumerate(rows)]
    version = took_in(desk, case, table, AUTHORITIES[0])
    those = everybody(desk, case)
    reading = Reading(
        Meaning.of({"approved": "granted", "refused": "refused", "under review": "acknowledged"}),
        until_column="Permit until",
    )
    with counted("list of permissions taken"), desk.acting() as by:
        taken = actions.take(case=case, version=version, reading=reading, once=uuid4(), by=by, at=now())
    say(f"    {taken.counts}")
    with counted(f"{AUTHORITIES[1]} asked of {len(those):,}, {ASKED:,} at a time"), desk.acting() as by:
        for at in range(0, len(those), ASKED):
            actions.ask(
                case=case, people_asked=those[at : at + ASKED], authority=AUTHORITIES[1],
                purpose="exit through the southern crossing", once=uuid4(), by=by, at=now(),
            )  # fmt: skip
    with counted("its answers recorded"), desk.acting() as by:
        record(answers(case, those, by))
    with desk.acting():
        waiting = [each.word.statement for each in queries.statements_waiting(question(case))]
    most = len(waiting) - len(waiting) // 10
    with counted(f"{most:,} confirmed in bulk"), desk.acting(second) as by:
        for at in range(0, most, ASKED):
            actions.confirm(case=case, permissions=waiting[at : min(most, at + ASKED)], once=uuid4(), by=by, at=now())
    with desk.acting(), cursor() as analysing:
        analysing.execute("ANALYZE")


def answers(case: Any, those: Sequence[UUID], by: Any) -> Iterator[Any]:
    """What the second authority says of everybody, as if each had been told by telephone."""
    from homeward.clearances.queries import authority_named
    from homeward.ledger.actions.naming import short_names
    from homeward.ledger.core import kinds
    from homeward.ledger.core.clearance import Permission
    from homeward.ledger.core.entry import Entry
    from homeward.ledger.core.voices import FACTUALITY_OF_THE_SPEAKER, Modality
    from homeward.moments import Interval, Precision

    authority = authority_named(case, AUTHORITIES[1])
    moment, ids = now(), {person: uuid4() for person in those}
    named = short_names(case.id, ids.values(), "p")
    for at, (person, id) in enumerate(ids.items()):
        until = moment + timedelta(days=3 + at % 40)
        state = Permission.REFUSED if at % 9 == 0 else Permission.GRANTED
        yield Entry(
            id=id, ref=named[id], case=case.id, compartment=case.compartment_id, by=by.id, at=moment,
            content=kinds.PermissionTold(
                person=person, authority=authority, state=state,
                valid=Interval(None, until, Precision.OPEN, "until then"),
            ),
            speaker=authority, origin=uuid4(), modality=Modality.ASSERTED, factuality=FACTUALITY_OF_THE_SPEAKER[Modality.ASSERTED],
            said=Interval.at(moment), topic="register",
        )  # fmt: skip


def asked(desk: Desk, case: Any, second: Any) -> None:
    """Every page of clearances, once."""
    from homeward.clearances import queries

    people = everybody(desk, case)
    with desk.acting():
        funnel = queries.funnel(question(case))
    authority = funnel.authorities[0].authority.id
    say(f"{len(people):,} people; {funnel.authorities[0].counts}")
    pages: dict[str, Callable[[], object]] = {
        "funnel": lambda: queries.funnel(question(case)),
        "page of an authority": lambda: queries.of_authority(question(case), authority),
        "page of an authority, granted": lambda: queries.of_authority(question(case), authority, state="granted"),
        "what lapses in 14 days": lambda: queries.lapsing(question(case), date.today() + timedelta(days=14)),
        "what waits for a second person": lambda: queries.waiting(question(case), actor=second.id),
        "how many wait": lambda: queries.count_waiting(question(case)),
        "families": lambda: queries.families(question(case)),
        "pace": lambda: queries.pace(question(case)),
        "batches": lambda: queries.batches(question(case)),
        "what everybody holds": lambda: queries.held(question(case), people),
        "one person": lambda: queries.of_person(question(case), people[0]),
    }
    for name, page in pages.items():
        with desk.acting(), counted(name):
            page()


def closed(desk: Desk, case: Any, second: Any, size: int) -> None:
    """A window with one convoy of so many people, from the first seat to its closing."""
    from homeward.crossings import actions, queries
    from homeward.crossings.actions import Voice, boarding, closing, manifests, phones, seating
    from homeward.crossings.records.aliases import Aliases

    def does(action: Any, by: Any = None, **what: Any) -> Any:
        with desk.acting(by) as actor:
            return action(case=case, by=actor, at=now(), **what)

    day = (datetime.now(case.zone) + timedelta(days=1)).date().isoformat()
    voice = Voice(speaker=AUTHORITIES[0], said=datetime.now(case.zone).date().isoformat())
    crossing = does(
        actions.name_crossing, name=f"The bridge {uuid4().hex[:6]}", authorities=AUTHORITIES, once=uuid4()
    ).about
    window = does(
        actions.announce_window, crossing=crossing, on=day, opens="08:30", closes="16:30", capacity=str(size), voice=voice,
        once=uuid4(),
    ).about  # fmt: skip
    pickup = does(
        actions.name_pickup, name=f"The school {uuid4().hex[:6]}", minutes={crossing: "60"}, once=uuid4()
    ).about
    buses = -(-size // BUS)
    convoy = does(
        actions.set_convoy, window=window, pickup=pickup, departs="07:30", most_vehicles=str(buses), once=uuid4()
    ).about
    with desk.acting(), counted("who waits, and is cleared for the window"):
        waiting = queries.waiting(question(case))
        queries.cleared(question(case), waiting)
    those = waiting[:size]
    with counted(f"{len(those):,} seated"):
        for at in range(0, len(those), TOGETHER):
            bus = does(actions.enter_vehicle, name=f"Bus {uuid4().hex[:6]}", seats=str(BUS), once=uuid4()).about
            does(seating.hold_seats, convoy=convoy, who=those[at : at + TOGETHER], vehicle=bus)
    with counted("signed"):
        does(manifests.sign_manifest, convoy=convoy, once=uuid4())
    with counted("published"):
        does(manifests.publish_manifest, by=second, convoy=convoy, once=uuid4())
    phone = does(phones.prepare_phone, convoy=convoy, name="A", once=uuid4())
    with desk.acting():
        aliases = Aliases(case.compartment_id, convoy)
        called = [aliases.alias(each) for each in those]
    words = [(at, person, state) for state in ("boarded", "crossed") for at, person in enumerate(called)]
    with counted(f"{len(words):,} words handed over"):
        for start in range(0, len(words), BATCH):
            part = [
                {"id": str(uuid5(phone.device, f"{number}")), "sequence": number, "person": str(person), "state": state}
                for number, (_, person, state) in enumerate(words[start : start + BATCH], start + 1)
            ]
            does(boarding.take_check_offs, device=phone.device, words=part)
    with counted(f"a boarding of {len(those):,} closed"):
        does(closing.close_boarding, convoy=convoy, once=uuid4())


def took_in(desk: Desk, case: Any, rows: Sequence[tuple[str, ...]], authority: str) -> UUID:
    """A list that is taken in; gives its version. Nobody searches for who is one with whom: that is measured elsewhere."""
    from homeward.lists import actions, queries

    data = "".join(";".join(cells) + "\r\n" for cells in ((*HEADINGS, "Decision", "Permit until"), *rows)).encode()
    with desk.acting() as by:
        upload = actions.receive(
            case=case, authority=authority, title="Permits", name="list.csv", data=data, by=by, at=now()
        ).upload
    worker()
    with desk.acting() as by:
        actions.take_in(
            case=case,
            upload=upload,
            accept_warnings=True,
            gone="removed",
            reason="They were taken off.",
            by=by,
            at=now(),
        )
    with desk.acting():
        lists = queries.lists(case)
    if not lists:
        worker()
    with desk.acting():
        version: UUID = queries.versions(case, queries.lists(case)[0].id)[0].id
        return version


def everybody(desk: Desk, case: Any) -> list[UUID]:
    from homeward.people import queries

    with desk.acting():
        return sorted(queries.people_known(question(case)))


def another(desk: Desk) -> Any:
    """A second person who may write."""
    from homeward.access import actions as access
    from homeward.access.models import Actor, Compartment

    with desk.acting() as by:
        found = Actor.objects.filter(name="Second").first()
        if found is None:
            found = access.make_person(name="Second", password=PASSWORD, by=by, at=now())
            for room in Compartment.objects.all():
                access.grant(actor=found, compartment=room, may_write=True, by=by, at=now())
    return found


@contextmanager
def counted(name: str) -> Iterator[None]:
    """Tell what a block cost: seconds of the processor on both sides, and how many questions the database was asked."""
    from django.db import connection

    questions = 0

    def one_more(execute: Any, *given: Any) -> Any:
        nonlocal questions
        questions += 1
        return execute(*given)

    with connection.execute_wrapper(one_more), cost.measured() as spent:
        yield
    say(f"  {name}: {spent.client:.2f} + {spent.backend:.2f} s, {questions:,} questions")


def cursor() -> Any:
    from django.db import connection

    return connection.cursor()


def now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    main()
