"""Two people who confirm at the same moment, each over a connection of their own: once each, and nobody meets an error."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

from django.db import connections

from homeward.access.models import Actor
from homeward.clearances import actions, queries
from homeward.clearances.models import Confirmation
from tests.apps.people.clearing import Clearing
from tests.apps.people.registers import named


def told(clearing: Clearing, count: int) -> list[UUID]:
    """Grants that wait, of so many people."""
    people = [clearing.register.enter(named(f"Person {number}")) for number in range(count)]
    return [clearing.tell(person, "granted").statement for person in people]


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What comes of acts that begin at the same moment, each in a thread with a connection of its own."""
    gate = Barrier(len(acts))

    def own(act: Callable[[], Any]) -> Any:
        try:
            gate.wait(30)
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [each.result() for each in [pool.submit(own, act) for act in acts]]


def confirming(clearing: Clearing, who: Actor, permissions: list[UUID], once: UUID) -> Callable[[], Any]:
    desk = clearing.register.desk
    with desk.acting():
        case = clearing.register.case()

    def act() -> actions.Confirmed:
        with desk.acting(who) as actor:
            return actions.confirm(case=case, permissions=permissions, once=once, by=actor, at=desk.now)

    return act


def confirmed(clearing: Clearing) -> list[UUID]:
    with clearing.register.desk.acting():
        return list(Confirmation.objects.order_by("permission_id").values_list("permission_id", flat=True))


def test_two_people_confirm_the_same_grants_and_each_is_confirmed_once(lasting_clearing: Clearing) -> None:
    grants = told(lasting_clearing, 6)
    desk = lasting_clearing.register.desk
    with desk.acting():
        both = [desk.person(name, may="write") for name in ("Bela Second", "Agnes Third")]

    for _ in range(3):
        done = at_once(*(confirming(lasting_clearing, who, grants, uuid4()) for who in both))
        assert sum(each.permissions for each in done) in (0, 6)

    assert confirmed(lasting_clearing) == sorted(grants)


def test_two_people_confirm_grants_that_overlap(lasting_clearing: Clearing) -> None:
    grants = told(lasting_clearing, 6)
    desk = lasting_clearing.register.desk
    with desk.acting():
        one, other = (desk.person(name, may="write") for name in ("Bela Second", "Agnes Third"))

    done = at_once(
        confirming(lasting_clearing, one, grants[:4], uuid4()), confirming(lasting_clearing, other, grants[2:], uuid4())
    )

    assert sum(each.permissions for each in done) == 6
    assert confirmed(lasting_clearing) == sorted(grants)


def test_one_form_that_is_sent_twice_at_once_confirms_once(lasting_clearing: Clearing) -> None:
    grants, once = told(lasting_clearing, 3), uuid4()
    desk = lasting_clearing.register.desk
    with desk.acting():
        second = desk.person("Bela Second", may="write")

    done = at_once(*(confirming(lasting_clearing, second, grants, once) for _ in range(4)))

    assert sorted(each.permissions for each in done) == [0, 0, 0, 3]
    assert confirmed(lasting_clearing) == sorted(grants)


def test_a_grant_that_is_taken_back_while_somebody_confirms_it_never_counts(lasting_clearing: Clearing) -> None:
    person = lasting_clearing.register.enter(named("Person"))
    done = lasting_clearing.tell(person, "granted")
    desk = lasting_clearing.register.desk
    with desk.acting():
        second = desk.person("Bela Second", may="write")

    def confirms() -> str:
        try:
            confirming(lasting_clearing, second, [done.statement], uuid4())()
        except actions.NoLongerSo:
            return "told"
        return "confirmed"

    at_once(confirms, lambda: lasting_clearing.take_back(done.ref))

    with desk.acting():
        held = queries.held(lasting_clearing.register.asked(), [person])[person]
    assert held == ()
