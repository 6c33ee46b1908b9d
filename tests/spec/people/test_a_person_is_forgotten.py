"""One asks, another agrees, and nothing that says who a person was can be opened again; the ledger still verifies."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from homeward.ledger import actions as ledger
from homeward.ledger.actions.keeping.copying import server_version
from homeward.ledger.core.heard import Heard
from homeward.people import actions, queries
from homeward.people.actions import AnotherMustAgree, NamesThePerson, WasForgotten
from homeward.postgres.programs import program
from homeward.refusals import Refused
from tests.apps.people.registers import Register, born, named, paper
from tests.cast import once
from tests.grounds.databases import Database

SECRETS = ("Xanthippe", "Qzelinska", "ZQX998877", "Wolfsbridge", "penicillin-zz", "greencoat-yy", "Hollowmere")


def full(register: Register) -> tuple[UUID, UUID]:
    """A person of whom every kind of value is kept, and a relative."""
    relative = register.enter(named("Omar Tell"))
    person = register.enter(
        named(
            "Xanthippe Qzelinska",
            birth=born("3 May 1990", "1990-05-03", "1990-05-04"),
            documents=(paper("ZQX998877"),),
            place="Wolfsbridge",
        ),
        words="She wears a greencoat-yy.",
    )
    register.takes(
        (person, named("Xanthippe Qzelinska", documents=(paper("ZQX998877"),))), (relative, named("O. Tell"))
    )
    register.whereabouts(person, "held", place="the mill of Hollowmere")
    register.does(actions.need, person=person, code="SM", words="penicillin-zz")
    register.does(actions.relate, person=relative, relation="sibling_of", other=person)
    register.does(
        actions.seek, sought=person, inquirer=relative, speaking={"told_by": relative, "words": "Is she at Hollowmere?"}
    )
    return person, relative


def test_who_asks_does_not_agree(register: Register) -> None:
    person, _ = full(register)
    ref = register.does(actions.ask_erasure, person=person, reason="Asked for by themselves.")

    with pytest.raises(AnotherMustAgree):
        register.does(actions.agree_erasure, ref=ref)
    assert register.person(person).names


def test_a_reason_that_names_the_person_is_refused(register: Register) -> None:
    person, _ = full(register)

    for reason in ("Xanthippe asked for it.", "The holder of zqx 998877 asked.", " "):
        with pytest.raises(Refused) as refused:
            register.does(actions.ask_erasure, person=person, reason=reason)
        assert isinstance(refused.value, NamesThePerson) == bool(reason.strip())


def test_what_was_asked_can_be_taken_back(register: Register) -> None:
    person, _ = full(register)
    ref = register.does(actions.ask_erasure, person=person, reason="Asked for by themselves.")
    with register.desk.acting() as actor:
        ledger.withdraw(case=register.case(), ref=ref, reason="They stay.", once=once(), by=actor, at=register.desk.now)
        assert queries.waiting(register.case()) == []

    with pytest.raises(Refused, match="Nobody asks"):
        register.does(actions.agree_erasure, by=register.desk.person("Agnes Second", may="write"), ref=ref)


def test_a_forgotten_person_is_shown_as_such_with_links_and_without_values(register: Register) -> None:
    person, relative = full(register)
    assert register.found("Xanthippe Qzelinska") == [person]

    done = register.forgets(person)

    view = register.person(person)
    assert view.forgotten is not None
    assert (view.forgotten.asked_by, view.forgotten.agreed_by) == ("operator", "Agnes Second")
    assert (view.names, view.fields, view.words, view.closed) == ((), (), (), 2)
    assert [(each.place, each.state) for each in view.whereabouts] == [(None, "held")]
    assert [(each.other, each.other_names) for each in view.kin] == [(relative, ("Omar Tell", "O. Tell"))]
    assert [(each.code, each.words) for each in view.needs] == [(None, None)]
    assert [each.other_names for each in register.person(relative).kin] == [()]
    assert register.found("Xanthippe Qzelinska") == []
    assert register.found("ZQX998877") == []
    assert (done.keys, len(done.refs)) == (1, 1)


def test_nothing_is_written_about_somebody_forgotten(register: Register) -> None:
    person, relative = full(register)
    register.forgets(person)

    for act in (
        lambda: register.does(actions.say, person=person, values=named("Again")),
        lambda: register.whereabouts(person, "home"),
        lambda: register.does(actions.relate, person=relative, relation="sibling_of", other=person),
        lambda: register.takes((person, named("Again"))),
        lambda: register.does(actions.ask_erasure, person=person, reason="Once more."),
    ):
        with pytest.raises(WasForgotten):
            act()


def test_others_keep_all_that_is_known_of_them(register: Register) -> None:
    person, relative = full(register)

    register.forgets(person)

    assert register.person(relative).names == ("Omar Tell", "O. Tell")
    assert register.person(relative).closed == 0


def test_every_compartment_in_which_the_one_who_agrees_writes_is_closed(register: Register) -> None:
    person, _ = full(register)
    room = register.room("medical")
    register.does(actions.need, person=person, words="penicillin-zz", room=room.id)
    other = register.desk.person("Agnes Second", may="write")
    ref = register.does(actions.ask_erasure, person=person, reason="Asked for by themselves.")

    done = register.does(actions.agree_erasure, by=other, ref=ref)

    assert done.keys == 1
    assert [need.words for need in register.person(person).needs] == [None, "penicillin-zz"]


def test_where_else_values_lie_is_closed_by_those_who_hold_them(register: Register, settings: Any) -> None:
    settings.FORGETTING = ["tests.spec.people.holding"]
    person, _ = full(register)
    with register.desk.acting():
        told = queries.closing(register.asked(), person)

    done = register.forgets(person)

    assert told.closes == (f"the file that names {person}",)
    assert done.closed == (f"a file that named {person}",)


def test_what_goes_on_naming_somebody_in_plain_words_is_told_before(register: Register) -> None:
    person, _ = full(register)
    with register.desk.acting() as actor:
        written = ledger.write_down(
            case=register.case(),
            once=once(),
            heard=Heard(text="They spoke of Xanthippe Qzelinska.", speaker="An envoy", said="4 Jan 2026"),
            by=actor,
            at=register.desk.now,
        )
        assert queries.closing(register.asked(), person).statements == (written.ref,)


def test_nothing_of_somebody_forgotten_is_left_anywhere(
    lasting_register: Register, fresh_database: Database, tmp_path: Path
) -> None:
    register = lasting_register
    person, _ = full(register)
    before = dumped(fresh_database)

    assert keyed(fresh_database, person)
    register.forgets(person)
    ledger.backup(
        folder=tmp_path / "backup", keys_to=tmp_path / "keys", by=register.desk.operator, at=register.desk.now
    )

    copies = restored(tmp_path / "backup" / "database.dump") + (tmp_path / "keys" / "data-keys.tsv").read_bytes()
    for secret in SECRETS:
        assert secret.encode() not in before + dumped(fresh_database) + copies
    assert not keyed(fresh_database, person)
    assert str(person).encode() not in (tmp_path / "keys" / "data-keys.tsv").read_bytes()
    assert ledger.verify().ok
    assert ledger.replay(check=True).ok


def dumped(database: Database) -> bytes:
    """All of the database as text, boxes in hex."""
    tables = database.superuser(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    return "\n".join(database.superuser(f"TABLE public.{table}") for table in tables.split()).encode()


def restored(dump: Path) -> bytes:
    """What is in a backup, as text."""
    command = [program("pg_restore", least=server_version()), "--file=-", dump]
    return subprocess.run(command, check=True, capture_output=True).stdout


def keyed(database: Database, person: UUID) -> bool:
    """Whether a key of this person is left."""
    return database.superuser(f"SELECT count(*) FROM access_key WHERE person_id = '{person}'").strip() != "0"
