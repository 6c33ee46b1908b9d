"""Somebody stands in lists, lines, pictures and statements; once forgotten, nothing that any key opens says who it was."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import xlsxwriter

from homeward.access import actions as access
from homeward.access.models import Actor, Compartment
from homeward.ledger import actions as ledger
from homeward.lists import actions as lists
from homeward.lists import queries as list_queries
from homeward.people import actions, queries
from homeward.people.core.values import DayGiven, DocumentGiven, NameGiven, Values
from tests.apps.people.registers import SLUG, Register
from tests.conftest import HOME
from tests.flows.opening import backed_up, dumped, files, holding, opened
from tests.grounds.databases import Database
from tests.spec.lists.lists import EVERYBODY, HEAD, JONAS, NADIA, by_name, sent, taken, written

pytestmark = pytest.mark.long

LATIN, ARABIC, CYRILLIC, HEBREW = "Xanthippe Qzelinska", "زنثيبا قزلنسكا", "Ксантиппа Кзелинская", "קסנתיפה קזלינסקה"
NUMBER, BORN, DAY = "ZQX998877", "23 Feb 1961", "1961-02-23"
THEIRS = (LATIN, "Qzelinska", ARABIC, CYRILLIC, NUMBER, BORN, DAY, "Hollowmere", "greencoat-yy", "Wolfsbridge-uu")
NARROW = (HEBREW, "penicillin-zz")
"""What is told of them in a narrower compartment alone."""
ENTRY = (LATIN, BORN, NUMBER, "waits")
PICTURE = bytes.fromhex("ffd8ffe000104a464946000101") + bytes(200)
GROUND = "Asked for by themselves."


@dataclass
class Stood:
    """A desk at which somebody stands everywhere that a person can stand."""

    register: Register
    person: UUID
    medical: Compartment

    def alike(self) -> tuple[UUID, ...]:
        """Other entries of the register that are told to be of the same name or paper."""
        with self.register.desk.acting():
            return queries.closing(self.register.asked(), self.person).alike

    def forgets(self, agrees: Actor) -> None:
        """The person, and whoever is told to be alike: a person judged that they are the same."""
        for each in (self.person, *self.alike()):
            ref = self.register.does(actions.ask_erasure, person=each, reason=GROUND)
            self.register.does(actions.agree_erasure, by=agrees, ref=ref)

    def seer(self, name: str, *, narrow: bool) -> Actor:
        """Somebody who writes in the compartment of the case and, or not, in the narrower one."""
        with self.register.desk.acting() as by:
            who = self.register.desk.person(name, may="write")
            if narrow:
                access.grant(actor=who, compartment=self.medical, may_write=True, by=by, at=self.register.desk.now)
        return who

    def openable(self) -> list[tuple[str, bytes]]:
        with self.register.desk.acting():
            return opened()


@pytest.fixture
def stood(lasting_register: Register) -> Stood:
    register = lasting_register
    desk = register.desk
    with desk.acting():
        case = register.case()
    first = taken(desk, case, workbook([*EVERYBODY, ENTRY]), title="One list")
    person = by_name(desk, case, first.id)[LATIN].person
    changed = (f"{ARABIC} / {LATIN}", BORN, NUMBER, "cleared")
    taken(desk, case, written([*EVERYBODY, changed]).decode().encode("utf-16"), title="One list")
    # A line that was set aside is said to be theirs.
    # Of another list, these rows are two others in the register: nobody joined them.
    taken(desk, case, [JONAS, ENTRY, ENTRY, ("", "1 Jan 1999", "G4410029", "")], title="Another list")
    settle(desk, case, person)
    # Files that wait: one in which the parts of the name stand the other way round, and a picture that one person typed.
    sent(desk, case, [NADIA, ("Qzelinska Xanthippe", "", "", "")], title="A third list")
    picture = sent(desk, case, PICTURE, title="A photo")
    with desk.acting() as by:
        typed = {1: {"name": LATIN, "birth": BORN, "document": NUMBER}}
        lists.key_by_hand(case=case, upload=picture.upload, rows=typed, by=by, at=desk.now)
    medical = register.room("medical")
    told(register, person, medical.id)
    return Stood(register, person, medical)


@pytest.fixture
def lasting_register(lasting_desk: Any) -> Register:
    return Register.of(lasting_desk)


def workbook(rows: Any) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("People")
    for at, row in enumerate((HEAD, *rows)):
        page.write_row(at, 0, row)
    book.close()
    return buffer.getvalue()


def settle(desk: Any, case: Any, person: UUID) -> None:
    with desk.acting() as by:
        line = next(each for each in list_queries.set_aside(case) if each.code == "no-name")
        typed = {"name": CYRILLIC, "birth": "1 Jan 1999", "document": "G4410029"}
        lists.settle_row(case=case, line=line.id, typed=typed, person=person, by=by, at=desk.now)


def told(register: Register, person: UUID, medical: UUID) -> None:
    relative = register.enter(Values(names=(NameGiven("Omar Tell"),)))
    values = Values(
        names=(NameGiven(CYRILLIC),), birth=DayGiven(BORN, DAY, "1961-02-24"), documents=(DocumentGiven(NUMBER),),
        place="Wolfsbridge-uu",
    )  # fmt: skip
    register.does(actions.say, person=person, values=values, speaking={"words": "She wears a greencoat-yy."})
    register.whereabouts(person, "held", place="the mill of Hollowmere")
    register.does(actions.relate, person=relative, relation="sibling_of", other=person)
    register.does(actions.consent, person=person, state="given", given_by="person", scope=("care",))
    words = {"told_by": relative, "words": f"Where is {LATIN}?"}
    register.does(actions.seek, sought=person, inquirer=relative, speaking=words)
    register.does(actions.say, person=person, values=Values(names=(NameGiven(HEBREW),)), room=medical)
    register.does(actions.need, person=person, code="SM", words="penicillin-zz", room=medical)


def test_each_value_lies_sealed_and_opens_before(stood: Stood, fresh_database: Database) -> None:
    openable = stood.openable()
    readable = [*dumped(fresh_database), *files(HOME, of=fresh_database)]

    for words in (*THEIRS, *NARROW):
        assert holding(words, openable), words
        assert holding(words, readable) == []


def test_nothing_is_left_once_somebody_agrees_who_writes_in_all(
    stood: Stood, fresh_database: Database, tmp_path: Path
) -> None:
    register = stood.register
    register.found(LATIN)

    stood.forgets(stood.seer("Bea Both", narrow=True))

    ledger.backup(folder=tmp_path / "data", keys_to=tmp_path / "keys", by=register.desk.operator, at=register.desk.now)
    readable = [
        *dumped(fresh_database),
        *files(HOME, of=fresh_database),
        *backed_up(tmp_path / "data"),
        *files(tmp_path / "keys"),
    ]
    openable = stood.openable()
    for words in (*THEIRS, *NARROW):
        assert holding(words, openable) == []
        assert holding(words, readable) == []
        if words != DAY:
            assert register.found(words) == []
    assert ledger.verify().ok
    assert ledger.replay(check=True).ok
    with register.desk.acting():
        assert list_queries.proved(register.case()).ok


def test_entries_of_other_lists_with_the_same_name_or_paper_are_told(stood: Stood) -> None:
    alike = stood.alike()

    assert len(alike) == 2
    for each in alike:
        assert LATIN in stood.register.person(each).names


def test_what_was_read_of_the_others_opens_as_before(stood: Stood) -> None:
    before = stood.openable()

    stood.forgets(stood.seer("Bea Both", narrow=True))

    after = stood.openable()
    for row in (*EVERYBODY, ("Omar Tell",)):
        assert holding(row[0], before)
        assert holding(row[0], after)


def test_what_is_hidden_from_the_one_who_agrees_is_left_until_it_is_asked_there(stood: Stood) -> None:
    stood.forgets(stood.seer("Agnes Second", narrow=False))

    openable = stood.openable()
    assert [words for words in THEIRS if holding(words, openable)] == []
    assert [words for words in NARROW if holding(words, openable)] == list(NARROW)

    stood.forgets(stood.seer("Bea Both", narrow=True))

    openable = stood.openable()
    assert [words for words in (*THEIRS, *NARROW) if holding(words, openable)] == []
    assert ledger.verify().ok


SEARCHING = """
import gc, sys
from uuid import UUID
import django; django.setup()
from datetime import UTC, datetime
from django.db import transaction
from homeward.access import actions as access
from homeward.ledger.queries import cases
from homeward.people import queries
from homeward.people.queries import memory
actor, slug = sys.argv[1:]
def everything(held):
    seen, waiting = set(), [held]
    while waiting:
        each = waiting.pop()
        if id(each) in seen: continue
        seen.add(id(each))
        if isinstance(each, str): yield each
        elif not isinstance(each, type) and type(each).__module__ not in ("builtins.module", "sys"):
            waiting += gc.get_referents(each)
for line in sys.stdin:
    with transaction.atomic():
        access.enter(UUID(actor))
        asked = cases.ask(cases.case(slug), now=datetime.now(UTC))
        found = queries.found(asked, line.strip())
    print(len(found), sum("qzelinska" in text.casefold() for text in everything(dict(memory._MEMORIES))), flush=True)
"""


@pytest.fixture
def second(stood: Stood, fresh_database: Database) -> Iterator[subprocess.Popen[str]]:
    """Another process of the desk that searches for what is written to it, and tells what it found and holds."""
    with subprocess.Popen(
        [sys.executable, "-c", SEARCHING, str(stood.register.desk.operator.id), SLUG],
        env={**fresh_database.environment, "DJANGO_SETTINGS_MODULE": "homeward.config.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def asked(process: subprocess.Popen[str], words: str) -> tuple[int, int]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{words}\n")
    process.stdin.flush()
    found, held = process.stdout.readline().split()
    return int(found), int(held)


def test_another_process_holds_nothing_after_its_next_search(stood: Stood, second: subprocess.Popen[str]) -> None:
    found, held = asked(second, LATIN)
    assert (found, held > 0) == (3, True)

    stood.forgets(stood.seer("Bea Both", narrow=True))

    assert asked(second, "Jonas Berg") == (2, 0)
    assert asked(second, LATIN) == (0, 0)
