"""Two people who decide about the same words at the same moment: one does, the other is told to look again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connections

from homeward.access.models import Actor
from homeward.ledger.queries.views import CaseView
from homeward.reading import actions
from homeward.refusals import Refused
from tests.apps.reading.papers import REPORT, opened_case, proposed, received
from tests.cast import Desk, opened
from tests.grounds.databases import Database

Act = Callable[[CaseView, UUID, UUID, Actor, Desk], object]


def confirm(case: CaseView, document: UUID, proposal: UUID, by: Actor, desk: Desk) -> object:
    return actions.confirm(case=case, document=document, proposal=proposal, by=by, at=desk.now)


def refuse(case: CaseView, document: UUID, proposal: UUID, by: Actor, desk: Desk) -> object:
    return actions.refuse(case=case, document=document, proposal=proposal, by=by, at=desk.now)


def at_once(desk: Desk, *acts: tuple[Actor, Callable[[Actor], object]]) -> list[str]:
    """Do these at the same moment, each in a transaction of its own; what came of each, sorted."""
    came: list[str] = []
    ready = threading.Barrier(len(acts))

    def run(who: Actor, act: Callable[[Actor], object]) -> None:
        try:
            ready.wait(30)
            with desk.acting(who):
                act(who)
            came.append("done")
        except Refused as refused:
            came.append(type(refused).__name__)
        except Exception as fault:  # told by its name, and not lost in the thread
            came.append(f"broke: {fault!r}")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return sorted(came)


@pytest.mark.parametrize("acts", [(confirm, confirm), (confirm, refuse)], ids=["both confirm", "one refuses"])
def test_one_of_two_is_told_that_somebody_was_quicker(fresh_database: Database, acts: tuple[Act, Act]) -> None:
    desk = opened()
    case = opened_case(desk)
    document = received(desk, case)
    proposal = proposed(desk, case, document, "границу пересекли").id
    with desk.acting():
        other = desk.person("Vera", may="write")

    came = at_once(
        desk,
        (desk.operator, lambda who: acts[0](case, document, proposal, who, desk)),
        (other, lambda who: acts[1](case, document, proposal, who, desk)),
    )

    assert came == ["DecidedMeanwhile", "done"]
    assert fresh_database.superuser("SELECT count(*) FROM reading_decision") == "1\n"
    said = fresh_database.superuser("SELECT count(*) FROM ledger_statement WHERE kind = 'said.plain'")
    told = fresh_database.superuser("SELECT count(*) FROM ledger_statement WHERE kind = 'done.reading_confirmed'")
    assert said == told
    assert said in ("0\n", "1\n")


def test_one_person_who_presses_twice_at_once_records_once(fresh_database: Database) -> None:
    desk = opened()
    case = opened_case(desk)
    document = received(desk, case)
    proposal = proposed(desk, case, document, "границу пересекли").id

    def act(who: Actor) -> object:
        return confirm(case, document, proposal, who, desk)

    came = at_once(desk, (desk.operator, act), (desk.operator, act))

    assert came == ["done", "done"]
    assert fresh_database.superuser("SELECT count(*) FROM reading_decision") == "1\n"
    assert fresh_database.superuser("SELECT count(*) FROM ledger_statement WHERE kind = 'said.plain'") == "1\n"


def test_the_same_file_sent_twice_at_once_is_kept_once(fresh_database: Database) -> None:
    desk = opened()
    case = opened_case(desk)

    def act(who: Actor) -> object:
        return actions.receive(case=case, name="a.txt", data=REPORT.encode(), outlet="Вестник", by=who, at=desk.now)

    came = at_once(desk, (desk.operator, act), (desk.operator, act))

    assert came == ["done", "done"]
    assert fresh_database.superuser("SELECT count(*) FROM ledger_document") == "1\n"


def test_near_copies_confirmed_at_once_share_their_origin(fresh_database: Database) -> None:
    desk = opened()
    case = opened_case(desk)
    more = "\n".join(f"Строка {number}: у переправы тихо, колонна стоит на прежнем месте." for number in range(9))
    documents = [received(desk, case, REPORT + more), received(desk, case, "Заря\n\n" + REPORT + more, outlet="Заря")]
    pairs = [(each, proposed(desk, case, each, "границу пересекли").id) for each in documents]
    with desk.acting():
        other = desk.person("Vera", may="write")

    came = at_once(
        desk,
        (desk.operator, lambda who: confirm(case, *pairs[0], who, desk)),
        (other, lambda who: confirm(case, *pairs[1], who, desk)),
    )

    assert came == ["done", "done"]
    origins = fresh_database.superuser("SELECT DISTINCT origin_id FROM ledger_statement WHERE kind = 'said.plain'")
    assert len(origins.split()) == 1
