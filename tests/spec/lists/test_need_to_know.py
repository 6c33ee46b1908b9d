"""Who may not see a compartment sees nothing of its lists; who may only read changes nothing; what is read leaves a line."""

from __future__ import annotations

import pytest

from homeward.access.actions import NotLetIn
from homeward.lists import actions, models, queries
from homeward.people.actions import note_reading
from tests.spec.lists.lists import AMAL, EVERYBODY, NAMELESS, opened_case, sent, taken

TABLES = [model for model in vars(models).values() if isinstance(model, type) and hasattr(model, "objects")]


def test_a_stranger_sees_no_row_of_any_table(desk, case):
    taken(desk, case, [*EVERYBODY, NAMELESS])
    stranger = desk.person("stranger")

    with desk.acting(stranger):
        assert [model.__name__ for model in TABLES if model.objects.exists()] == []
        assert queries.lists(case) == [] and queries.uploads(case, waiting=False) == []
    with desk.acting(stranger), pytest.raises(queries.NoSuchList):
        queries.list_named(case, "Crossing list")


def test_who_only_reads_takes_nothing_in(desk, case):
    reader = desk.person("reader", may="read")
    received = sent(desk, case, [AMAL])

    with pytest.raises(NotLetIn):
        sent(desk, case, EVERYBODY, by=reader)
    with desk.acting(reader) as by, pytest.raises(NotLetIn):
        actions.take_in(case=case, upload=received.upload, by=by, at=desk.now)


def test_an_original_leaves_only_for_a_purpose_and_with_a_line_in_the_log(lasting_desk, fresh_database):
    case = opened_case(lasting_desk)
    version = taken(lasting_desk, case, EVERYBODY)

    with lasting_desk.acting() as by, pytest.raises(actions.NeedsAPurpose):
        actions.export_original(case=case, upload=version.id, purpose=" ", by=by, at=lasting_desk.now)
    with lasting_desk.acting() as by:
        file = actions.export_original(
            case=case, upload=version.id, purpose="asked by court", by=by, at=lasting_desk.now
        )

    assert b"Amal Haddad" in file.data
    told = fresh_database.superuser("SELECT entry FROM access_event WHERE kind = 'list.original_exported'")
    assert "asked by court" in told and "Amal" not in told


def test_whom_a_page_showed_can_be_told_to_the_log(desk, case):
    version = taken(desk, case, EVERYBODY)

    with desk.acting() as by:
        shown = queries.rows(case, version.id)
        note_reading(case=case, people=shown.people, view="list", by=by, at=desk.now)

    assert len(shown.people) == 6
