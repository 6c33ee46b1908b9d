"""Whatever was judged, told and taken in before and between: a judgement that is taken back leaves every room as it was.

A few random histories by default; JUDGEMENT_HISTORIES names another number (make judgements: ten thousand), JUDGEMENT_FIRST the
seed of the first, so that several processes can share them.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import combinations
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from homeward.ledger.core.persons import Judgement
from homeward.lists.queries import VersionView
from homeward.matching import queries
from homeward.people import actions as people
from homeward.people import queries as register
from homeward.refusals import Refused
from tests.cast import Desk
from tests.spec.matching.rooms import KARIM, NOOR, OMAR, SALMA, SAMI, Room

pytestmark = pytest.mark.long

HISTORIES = int(os.environ.get("JUDGEMENT_HISTORIES", "4"))
FIRST = int(os.environ.get("JUDGEMENT_FIRST", "0"))
WHOLE = 20 if HISTORIES > 100 else 1
"""Of so many histories one is looked at in every room, the others where identities are worked out, on some pages and in numbers."""
ACTS = (0, 5)
"""How many acts come before the judgement at least and at most, and between it and its taking back."""


class _Undone(Exception):
    """Ends a history, so that the next one begins where this one did."""


class History:
    """A case with a family on two lists and among the told, in which chance judges, tells and takes back."""

    def __init__(self, room: Room, last: VersionView, everyone: list[UUID], chance: random.Random) -> None:
        self.room, self.last, self.everyone, self.chance = room, last, everyone, chance
        self.judged: list[str] = []
        self.second = room.desk.person("Agnes Second", may="write")
        self.acts: Counter[str] = Counter()

    def pair(self) -> tuple[UUID, UUID]:
        one, other = self.chance.sample(self.everyone, 2)
        return one, other

    def act(self, *acts: str) -> None:
        """One act by chance; what the desk refuses is refused and changes nothing."""
        named = self.chance.choice(acts or ("judge", "judge", "rule", "back", "where", "kin", "need", "seek"))
        try:
            with transaction.atomic():
                getattr(self, f"_{named}")()
            self.acts[named] += 1
        except Refused:
            self.acts["refused"] += 1

    def judge(self) -> str:
        """Judge a pair by chance; gives the short name, or nothing where it was refused."""
        try:
            with transaction.atomic():
                done = self.room.judging.judge(
                    self.chance.choice(list(Judgement)),
                    self.pair(),
                    by=self.chance.choice([None, self.second]),
                    likely=self.chance.choice([None, 40, 480, 700, 960, 998]),
                    reason="Seen by chance.",
                )
        except Refused:
            self.acts["refused"] += 1
            return ""
        self.acts["judge"] += 1
        return done.ref

    def _judge(self) -> None:
        if ref := self.judge():
            self.judged.append(ref)

    def _rule(self) -> None:
        self.room.judging.by_rule(self.pair(), self.pair())

    def _back(self) -> None:
        if self.judged:
            self.room.judging.take_back(self.judged.pop(self.chance.randrange(len(self.judged))))

    def _where(self) -> None:
        self.room.register.whereabouts(
            self.chance.choice(self.everyone), self.chance.choice(["held", "crossed", "home", "dead", "seen"])
        )

    def _kin(self) -> None:
        one, other = self.pair()
        self.room.kin(one, self.chance.choice(["household_with", "parent_of", "spouse_of", "guardian_of"]), other)

    def _need(self) -> None:
        self.room.register.does(people.need, person=self.chance.choice(self.everyone), code="SM", words="insulin")

    def _seek(self) -> None:
        one, other = self.pair()
        self.room.register.does(people.seek, sought=one, inquirer=other)


def seen(room: Room, last: VersionView, everyone: list[UUID], some: list[UUID], *, whole: bool) -> dict[str, Any]:
    """What every room that stands on identities answers, the judgements that were taken back left out of sight.

    Of `some` the pages are looked at, of `everyone` where the `whole` is.
    """
    with room.desk.acting():
        asked = room.register.asked()
        # Asked by one moment: the pages tell it, and it is not what is compared.
        at = replace(asked, as_of=room.desk.now.replace(year=2030), known_at=room.desk.now.replace(year=2030))
        known = register.all_identities(at)
        answers: dict[str, Any] = {
            "identities": (known.standing, known.bundles, known.shown),
            "pages": [register.person(at, each) for each in (everyone if whole else some)],
            "lines": register.people_of(at, everyone),
            "funnel": queries.funnel(at),
        }
        if not whole:
            return answers
        now = room.register.asked()
        assert queries.count_open(now) == sum(each.standing != "unsure" for each in queries.open_pairs(now).pairs)
        return answers | {
            "found": [(each.person.id, each.words) for each in register.found(at, "Salma Darvish")],
            "counts": register.register(at),
            "quality": register.quality(at),
            "households": [register.household_of(at, each) for each in everyone],
            "war-room": queries.war_room(at, last.id),
            "families": queries.split_families(at, last.id),
            "matrix": queries.matrix(at, people_asked=tuple(everyone)),
            "pairs": queries.open_pairs(at),
            "reviews": [queries.review(at, one, other) for one, other in combinations(everyone[:4], 2)],
        }


@pytest.fixture
def held(desk: Desk) -> tuple[Room, VersionView, list[UUID]]:
    room = Room.of(desk)
    first = room.takes(SALMA, KARIM, NOOR, OMAR)
    last = room.takes(SALMA, NOOR, OMAR)
    other = room.takes(("Selma Derwisch", "4 May 1988", "", "7"), SAMI, title="Another list")
    names = ("Salma Darvish", "Karim Darvish", "Noor Darvish")
    everyone = [room.on(first, name) for name in names] + [room.on(other, "Selma Derwisch")]
    everyone += [room.tells("Salma D.", birth="1988"), room.tells("Karim Darwish"), room.tells("Nour Darvish")]
    for one, other_one in combinations(everyone, 2):
        room.near(one, other_one)
    room.register.found("Salma Darvish")
    return room, last, everyone


@contextmanager
def undone_afterwards() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
            raise _Undone
    except _Undone:
        pass


def test_judge_and_take_back_gives_an_equal_state(held: tuple[Room, VersionView, list[UUID]]) -> None:
    room, last, everyone = held
    done: Counter[str] = Counter()
    for seed in range(FIRST, FIRST + HISTORIES):
        some = random.Random(f"pages {seed}").sample(everyone, 2)
        looked = partial(seen, room, last, everyone, some, whole=seed % WHOLE == 0)
        history = History(room, last, everyone, random.Random(seed))
        with undone_afterwards():
            for _ in range(history.chance.randint(*ACTS)):
                history.act()
            before = looked()
            ref = history.judge()
            changed = bool(ref) and looked() != before
            if ref:
                room.judging.take_back(ref)
            after = looked()
            different = [name for name in before if before[name] != after[name]]
            assert not different, f"seed {seed}: {different}"
        done.update(history.acts, changed=changed)
    assert done["changed"] > HISTORIES / 4, done


def test_what_was_told_between_stays_with_whom_it_was_told_of(held: tuple[Room, VersionView, list[UUID]]) -> None:
    room, last, everyone = held
    for seed in range(FIRST, FIRST + HISTORIES // 3):
        with undone_afterwards():
            joined = History(room, last, everyone, random.Random(seed))
            ref = joined.judge()
            for _ in range(joined.chance.randint(*ACTS)):
                joined.act("where", "kin", "need", "seek")
            if ref:
                room.judging.take_back(ref)
            told = _told(room, everyone)
        with undone_afterwards():
            alone = History(room, last, everyone, random.Random(seed))
            with undone_afterwards():  # the same draws of chance, and nothing judged
                alone.judge()
            for _ in range(alone.chance.randint(*ACTS)):
                alone.act("where", "kin", "need", "seek")
            assert _told(room, everyone) == told, f"seed {seed}"


def _told(room: Room, everyone: list[UUID]) -> list[tuple[Any, ...]]:
    """What pages tell of each, without the ids of statements, which are new each time."""
    with room.desk.acting():
        asked = room.register.asked()
        pages = [register.person(asked, each) for each in everyone]
    return [
        (
            page.names,
            page.stage.state,
            [view.state for view in page.whereabouts],
            sorted((view.relation, view.direction, str(view.other)) for view in page.kin),
            [need.code for need in page.needs],
            len(page.sought),
            len(page.seeks),
            page.one_with,
        )
        for page in pages
    ]
