"""Pairs by command: which wait, one with its evidence in words, a judgement, and taking it back; each reading leaves a line."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from homeward.access import actions as access
from homeward.matching.core.fields import FIELDS
from homeward.matching.models import Pair
from homeward.people.core.identities import pair_of
from tests.cast import PASSWORD, opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database
from tests.spec.matching.rooms import Room

CASE = ("--case", "crossing-test")
JSON = ("--format", "json")
LEVELS = {"given": "same", "family": "alike", "birth": "same day", "sex": "other"}
BITS = {"given": 0.4, "family": 4.0, "birth": 10.5, "sex": -5.4}
Two = tuple[UUID, UUID]


@pytest.fixture(scope="module")
def room(module_database: Database) -> Room:
    made = Room.of(opened())
    with made.desk.acting() as by:
        agnes = access.make_person(name="agnes", password=PASSWORD, by=by, at=made.desk.now)
        rita = access.make_person(name="rita", password=PASSWORD, by=by, at=made.desk.now)
        for who, may_write in ((agnes, True), (rita, False)):
            access.grant(actor=who, compartment=made.desk.compartment, may_write=may_write, by=by, at=made.desk.now)
    return made


def found(room: Room, one: str, other: str, per_mille: int) -> Two:
    two = pair_of(room.tells(one, birth="3 Apr 1985"), room.tells(other, birth="3 Apr 1985"))
    room.near(*two, per_mille)
    with room.desk.acting():
        Pair.objects.filter(one_id=two[0], other_id=two[1]).update(
            levels=[LEVELS.get(each, "missing") for each in FIELDS], bits=[BITS.get(each, 0.0) for each in FIELDS]
        )
    return two


def ids(two: Two) -> tuple[str, str]:
    return str(two[0]), str(two[1])


def test_the_pairs_that_wait_are_told_with_their_evidence_in_words(homeward: Command, room: Room) -> None:
    two = found(room, "Lamia Darvish", "Lamiya Darwish", 800)

    view = homeward("matching", "pairs", *CASE, *JSON).document
    line = next(each for each in view["pairs"] if each["one"]["person"] == str(two[0]))
    assert (line["per_mille"], line["standing"]) == (800, "open")
    assert [each["field"] for each in line["evidence"]] == ["birth", "sex", "family", "given"], "what says most first"
    assert line["evidence"][0] == {
        "field": "birth",
        "level": "same day",
        "tenths_of_bits": 105,
        "says": "strongly for",
        "words": "Both give the same day of birth: speaks strongly for one person.",
    }

    told = homeward("matching", "pairs", *CASE).out
    assert "800 of 1,000 that they are one person" in told and "Lamiya Darwish" in told and str(two[1]) in told
    assert "They are given as of different sex: speaks against one person." in told


def test_one_pair_is_shown_with_all_that_is_known_of_both(homeward: Command, room: Room) -> None:
    two = found(room, "Omar Haddad", "Umar Hadad", 700)

    view = homeward("matching", "pair", *ids(two), *CASE, *JSON).document

    assert {each for side in ("one", "other") for each in view[side]["names"]} == {"Omar Haddad", "Umar Hadad"}
    assert view["second_for"] == [] and view["judged"] == []
    told = homeward("matching", "pair", *ids(two), *CASE).out
    assert "Umar Hadad" in told and "nobody judged it yet" in told and "speaks strongly for one person" in told


def test_a_pair_is_judged_and_taken_back(homeward: Command, room: Room) -> None:
    two = found(room, "Nura Third", "Noura Third", 900)
    key = str(uuid4())

    done = homeward("matching", "judge", *ids(two), "same", *CASE, "--once", key, *JSON).document
    again = homeward("matching", "judge", *ids(two), "same", *CASE, "--once", key, *JSON).document
    assert done == again and done["waiting"] == []
    assert homeward("matching", "pair", *ids(two), *CASE, *JSON).document["standing"] == "same"
    twice = homeward("matching", "judge", *ids(two), "same", *CASE)
    assert (twice.code, done["statement"] in twice.err) == (1, True)

    back = homeward("matching", "take-back", done["statement"], *CASE, "--reason", "They are cousins.")
    assert back.code == 0 and "Both stay in the ledger" in back.out
    assert homeward("matching", "pair", *ids(two), *CASE, *JSON).document["standing"] == "open"
    gone = homeward("matching", "take-back", "j0nowhere", *CASE, "--reason", "They are cousins.")
    assert gone.code == 1 and "no judgement" in gone.err


def test_against_the_evidence_it_takes_two_persons_and_a_reason(homeward: Command, room: Room) -> None:
    two = found(room, "Ivan Fourth", "Iwan Vierth", 100)

    asked = homeward("matching", "judge", *ids(two), "same", *CASE)
    assert asked.code == 1 and "Say why" in asked.err
    first = homeward("matching", "judge", *ids(two), "same", *CASE, "--reason", "Both voices said so.")
    assert "It waits for a second person" in first.out
    mine = homeward("matching", "judge", *ids(two), "same", *CASE, "--reason", "Once more.")
    assert mine.code == 1 and "Ask somebody else" in mine.err
    assert ids(two)[0] in homeward("matching", "pairs", *CASE, "--standing", "second").out
    second = homeward("matching", "judge", *ids(two), "same", *CASE, "--reason", "I saw it.", "--as", "agnes", *JSON)
    assert second.document["waiting"] == []


def test_who_may_read_alone_judges_nothing_and_takes_nothing_back(homeward: Command, room: Room) -> None:
    two = found(room, "Dora Fifth", "Dorah Fifth", 900)

    assert homeward("matching", "pair", *ids(two), *CASE, "--as", "rita").code == 0
    refused = homeward("matching", "judge", *ids(two), "same", *CASE, "--as", "rita")
    assert refused.code == 1 and "may not do this" in refused.err
    ref = homeward("matching", "judge", *ids(two), "same", *CASE, *JSON).document["statement"]
    assert homeward("matching", "take-back", ref, *CASE, "--reason", "So.", "--as", "rita").code == 1


def test_two_whom_nobody_held_to_be_one_are_no_pair(homeward: Command, room: Room) -> None:
    two = room.tells("Anna Sixth"), room.tells("Boris Seventh")

    refused = homeward("matching", "pair", *ids(two), *CASE)

    assert refused.code == 1 and "not held to be one" in refused.err
    assert homeward("matching", "judge", *ids(two), "perhaps", *CASE).code == 2


def test_each_reading_leaves_a_line(homeward: Command, room: Room, module_database: Database) -> None:
    two = found(room, "Elias Eighth", "Elyas Eighth", 800)

    def lines(view: str) -> int:
        told = module_database.superuser(
            f"SELECT count(*) FROM access_event WHERE kind = 'people.read' AND entry LIKE '%{view}%'"
        )
        return int(told)

    before = lines("pairs to be judged"), lines("pair of people")
    homeward("matching", "pairs", *CASE)
    homeward("matching", "pair", *ids(two), *CASE)

    assert (lines("pairs to be judged"), lines("pair of people")) == (before[0] + 1, before[1] + 1)
