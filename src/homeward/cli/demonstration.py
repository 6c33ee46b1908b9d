"""The demonstration: its case on the desk's own private database, somebody to sign in as, the picture, the pages."""

from __future__ import annotations

import os
import secrets
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from homeward import postgres
from homeward.cli import asking
from homeward.cli.entering import bring_up, entered, sign
from homeward.cli.printing import answer, put
from homeward.cli.telling import tell
from homeward.refusals import Refused

if TYPE_CHECKING:  # needs Django up
    from homeward.access.models import Actor, Compartment

ROOM = "demonstration"
CASE = "gaza_2023_11"
AS_OF = "2023-11-04T12:00+02:00"
PERSON = "demo"
NOTE = "demonstration.sign-in"
COLLEAGUE = "demo-colleague"
"""Who confirms what gives and signs second: no act of the demonstration needs more than these two."""
COLLEAGUES_NOTE = "demonstration.sign-in.colleague"
WORDS = "abcdefghjkmnpqrstuvwxyz23456789"


class OtherDatabaseNamed(Refused):
    """The demonstration works on a database of its own, and DATABASE_URL names another."""


class HoldsMore(Refused):
    """This database holds more than the demonstration; it is not thrown away."""


def run(*, serve: bool, port: int | None, fresh: bool) -> None:
    """Make or find the demonstration, print its picture, and serve it."""
    if os.environ.get("DATABASE_URL"):
        raise OtherDatabaseNamed(instead="Unset DATABASE_URL, or load the case: homeward case load FILE")
    os.environ.setdefault("HOMEWARD_INSECURE_HTTP", "1")  # looked at on this machine only, without a certificate
    bring_up()
    from django.conf import settings

    folder = Path(settings.HOMEWARD_DATA)
    tell(f"Starting the database in {folder}; the first time takes a little.")
    server = postgres.ensure(folder)
    if fresh:
        _start_over(server, folder)
    _make()
    _bring_lists()
    _bring_crossing()
    _print_picture()
    _print_reading()
    if not serve:
        return
    from homeward.cli import serving, working

    sign_in = _sign_in(folder)

    def opened(address: str) -> None:
        working.beside()  # once the server has forked what answers: a thread of ours would be cut off in its copy
        _opened(address, sign_in)

    serving.run(host="127.0.0.1", port=port, workers=1, opened=opened)


def _start_over(server: postgres.Server, folder: Path) -> None:
    if _rows_elsewhere(server):
        raise HoldsMore(where=str(folder), instead="Set HOMEWARD_DATA to another folder, or remove this one yourself.")
    tell("Starting over: the demonstration's database is made anew.")
    postgres.remove(server)
    for note in (NOTE, COLLEAGUES_NOTE):
        (folder / note).unlink(missing_ok=True)
    postgres.ensure(folder)


def _rows_elsewhere(server: postgres.Server) -> bool:
    """Whether anything was recorded outside the demonstration; asked past all rights, since nobody may see all."""
    there = server.psql("SELECT to_regclass('ledger_statement') IS NOT NULL", database="homeward").strip() == "t"
    if not there:
        return False
    elsewhere = server.psql(
        "SELECT EXISTS (SELECT FROM ledger_statement s JOIN access_compartment c ON c.id = s.compartment_id "
        "WHERE c.slug <> :'room')",
        database="homeward",
        variables={"room": ROOM},
    )
    return elsewhere.strip() == "t"


def _make() -> None:
    """Load the case into its compartment; one that is there already stays as it is, whatever version loaded it."""
    with entered() as seat:
        from homeward.ledger import actions
        from homeward.ledger.queries import cases

        room = _room(seat.actor, seat.now)
        if any(case.compartment_id == room.id for case in cases.cases_named(CASE)):
            tell("The demonstration case is there.")
            return
        case = files("homeward").joinpath("examples", CASE, "case.json").read_bytes()
        loaded = actions.load_case(data=case, compartment=room.id, accept_warnings=True, by=seat.actor, at=seat.now)
    sign(seat)
    tell(f"Loaded the demonstration case: {loaded.added:,} rows.")


def _bring_lists() -> None:
    """Lists and people that nobody is: invented, and said to be so."""
    with entered() as seat:
        from homeward.cli.demonstrated import bring_lists
        from homeward.ledger.queries import cases
        from homeward.lists import queries

        case = cases.case(CASE, compartment=ROOM)
        if queries.lists(case):
            return
        tell("Invented people and lists come in; nobody on them is real.")
        families = bring_lists(seat, case)
    from homeward.matching.actions import search_as_the_desk

    tell("Everybody is held against everybody else, to find who may be one.")
    for found in search_as_the_desk(case=case.id, compartment=case.compartment_id, at=seat.now):
        tell(
            f"Of {found.people:,} people {found.pairs:,} pairs may be one; {found.joined:,} surely are, by the desk's own rule."
        )
    with entered() as seat:
        from homeward.cli.cleared import bring_clearances

        bring_clearances(seat, case, families)
    sign(seat)


def _bring_crossing() -> None:
    """A crossing with windows, quotas, vehicles and convoys: invented, and said to be so."""
    with entered() as seat:
        from homeward.cli.crossed import bring_crossing, bring_days_ahead
        from homeward.crossings import queries
        from homeward.ledger.queries import cases

        case = cases.case(CASE, compartment=ROOM)
        if not queries.has_crossings(cases.ask(case, now=seat.now)):
            bring_crossing(seat, case)
    with entered() as seat:
        bring_days_ahead(seat, cases.case(CASE, compartment=ROOM))
    sign(seat)


def _room(operator: Actor, now: datetime) -> Compartment:
    from homeward.access import actions, queries

    try:
        return queries.compartment_named(ROOM)
    except queries.NoSuchCompartment:
        return actions.make_compartment(slug=ROOM, name="Demonstration", by=operator, at=now)


def _print_picture() -> None:
    with entered() as seat:
        from homeward.briefing.queries import picture
        from homeward.cli.text.picture import picture_page

        question = asking.ask(seat, CASE, ROOM, AS_OF, None, None)
        found = picture(question)
    answer(asking.Form.TEXT, dict, lambda paper: picture_page(paper, found))
    put(f"\nThis picture again: homeward brief --case {CASE} --as-of {AS_OF}\n")


def _print_reading() -> None:
    """Read the reports of the case with the built-in reader, and tell what it finds of what people took from them."""
    with entered() as seat:
        from homeward.cli.text.compared import compared_page
        from homeward.ledger.queries import cases
        from homeward.reading import actions, queries

        case = cases.case(CASE, compartment=ROOM)
        for paper in queries.papers(case):
            if paper.state == "waiting":
                actions.read(case=case, document=paper.document_id, by=seat.actor, at=seat.now)
        found = [queries.compared(case, paper.document_id) for paper in queries.papers(case)]
    put("\n")
    answer(asking.Form.TEXT, dict, lambda paper: compared_page(paper, found))


def _sign_in(folder: Path) -> str:
    """The lines that say how to sign in as either of two people; each password is made once and kept beside the database."""
    # An administrator, for without one the pages would first ask to make one.
    first = _account(PERSON, folder / NOTE, administrator=True)
    second = _account(COLLEAGUE, folder / COLLEAGUES_NOTE, administrator=False)
    return f"{first}\nA second person confirms and signs. {second}"


def _account(name: str, note: Path, *, administrator: bool) -> str:
    with entered() as seat:
        from homeward.access import actions, queries

        try:
            queries.actor_named(name)
        except queries.NobodyOfThatName:
            password = "-".join("".join(secrets.choice(WORDS) for _ in range(5)) for _ in range(4))
            person = actions.make_person(
                name=name, password=password, administrator=administrator, by=seat.actor, at=seat.now
            )
            room = queries.compartment_named(ROOM)
            actions.grant(actor=person, compartment=room, may_write=True, by=seat.actor, at=seat.now)
            _keep(note, password)
    if not note.exists():
        return f"Sign in as {name}; its password is kept here no more. Another: homeward account make NAME"
    return f"Sign in as {name} with the password {note.read_text(encoding='ascii').strip()}"


def _keep(note: Path, password: str) -> None:
    with os.fdopen(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as out:
        out.write(password + "\n")


def _opened(address: str, sign_in: str) -> None:
    put(f"{sign_in}\nThe picture: {address}c/{CASE}/\nThe desk is open at {address}\n")
    tell("Ctrl-C closes it; homeward stop stops its database.")
