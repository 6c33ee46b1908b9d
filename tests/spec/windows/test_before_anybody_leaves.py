"""Vehicles, convoys, the checklist of a window and notices to the parties: what is set, and what somebody should look at."""

from __future__ import annotations

from uuid import uuid4

import pytest

from homeward.crossings import actions
from homeward.crossings.actions import NoSuchThing, NothingChanged, OnlyTheHead
from homeward.crossings.core.weights import STARTING, cls_of, place_of
from homeward.crossings.queries import policies, policy
from homeward.crossings.records.known import Known
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.core.crossings import Place
from tests.apps.crossings.gates import Gate, voice


def test_a_convoy_arrives_when_the_way_has_been_gone(gate: Gate) -> None:
    window, pickup = gate.window(), gate.pickup(minutes="90")
    gate.convoy(window, pickup, departs="07:00")

    (convoy,) = gate.shown(window).convoys

    assert convoy.arrives
    assert convoy.arrives.isoformat() == "2026-01-06T06:30:00+00:00"
    assert (convoy.pickup.name, convoy.late) == ("The school", False)


def test_a_convoy_that_arrives_at_a_closed_gate_is_told(gate: Gate) -> None:
    window, pickup = gate.window(), gate.pickup(minutes="90")

    done = gate.does(actions.set_convoy, window=window, pickup=pickup, departs="11:30")

    assert [each.code for each in done.warnings] == ["too-late"]
    assert gate.shown(window).convoys[0].late


def test_one_convoy_goes_from_a_place_to_a_window(gate: Gate) -> None:
    window, pickup = gate.window(), gate.pickup()
    first = gate.convoy(window, pickup)

    with pytest.raises(CannotBeRecorded):
        gate.convoy(window, pickup, departs="08:00")
    gate.convoy(window, pickup, departs="08:00", convoy=first)

    assert [each.departs for each in gate.shown(window).convoys] == ["08:00"]


def test_a_vehicle_has_its_places_and_days(gate: Gate) -> None:
    gate.does(
        actions.enter_vehicle, name="Bus 1", seats="٤٨", wheelchairs="2", trips="2", days=["6 Jan 2026", "2026-01-06"]
    )

    (bus,) = gate.calendar().vehicles

    assert (bus.seats, bus.wheelchairs, bus.stretchers, bus.trips, bus.days) == (48, 2, 0, 2, ("2026-01-06",))


def test_the_checklist_of_every_window_begins_open(gate: Gate) -> None:
    window = gate.window()
    check = gate.does(actions.list_check, name="Way looked at by the escort").about
    assert check
    assert gate.shown(window).open_checks == 1

    gate.does(actions.tick_check, check=check, window=window, ticked="done")
    assert gate.shown(window).open_checks == 0

    with pytest.raises(CannotBeRecorded, match="cannot be recorded"):
        gate.does(actions.tick_check, check=check, window=window, ticked="not_possible")


def test_a_notice_counts_until_it_expires(gate: Gate) -> None:
    window = gate.window()
    notice = gate.does(
        actions.notify_party, window=window, party="Northland", expires="6 Jan 2026 14:00", words="Two buses, white."
    ).about
    gate.does(actions.answer_notice, notice=notice, answered="acknowledged", voice=voice("Northland"))

    (holds,) = gate.shown(window, as_of="2026-01-06T12:00+02:00").notices
    (over,) = gate.shown(window, as_of="2026-01-06T15:00+02:00").notices

    assert (holds.party, holds.holds, holds.answered) == ("Northland", True, "acknowledged")
    assert not over.holds


def test_a_notice_that_is_over_before_the_window_closes_is_told(gate: Gate) -> None:
    done = gate.does(actions.notify_party, window=gate.window(), party="Northland", expires="6 Jan 2026 09:00")

    assert [each.code for each in done.warnings] == ["expires-early"]


@pytest.mark.parametrize("expires", ["", "for ever", "from 6 Jan 2026"])
def test_a_notice_without_an_end_is_refused(gate: Gate, expires: str) -> None:
    with pytest.raises(CannotBeRecorded):
        gate.does(actions.notify_party, window=gate.window(), party="Northland", expires=expires)


def test_a_notice_that_is_not_there_is_not_answered(gate: Gate) -> None:
    with pytest.raises(NoSuchThing):
        gate.does(actions.answer_notice, notice=uuid4(), answered="acknowledged")


def test_the_head_of_the_desk_sets_the_weights_and_every_version_is_kept(gate: Gate) -> None:
    gate.does(actions.set_policy, weights={"value.1": "200", "need.sm": "1 stretcher"}, reason="Agreed on 4 January.")
    gate.does(actions.set_policy, weights={"factor.4": "0,99"}, reason="Waiting costs less.")

    with gate.desk.acting():
        versions = policies(Known(gate.asked()))
        now = policy(gate.asked())

    assert [each.number for each in versions] == [0, 1, 2]
    assert [str(each.weights.values[0]) for each in versions] == ["100", "200", "200"]
    assert str(now.weights.daily_factors[3]) == "0.99"
    assert place_of(now.weights, ["SM"]) is Place.STRETCHER


def test_nobody_else_sets_weights(gate: Gate) -> None:
    officer = gate.desk.person("Vera Officer", may="write")

    with pytest.raises(OnlyTheHead):
        gate.does(actions.set_policy, by=officer, weights={"value.1": "200"}, reason="Because.")


def test_weights_that_are_none_are_refused_each_with_its_field(gate: Gate) -> None:
    typed = {
        "value.1": "-3", "factor.2": "1.5", "factor.3": "0", "value.9": "3", "minor_age": "20", "need.xx": "7 seat",
        "firm_days": "about 2",
    }  # fmt: skip
    with pytest.raises(CannotBeRecorded) as refused:
        gate.does(actions.set_policy, weights=typed, reason="Because.")

    assert {each.where for each in refused.value.findings.faults} == {
        "value.1", "factor.2", "factor.3", "value.9", "minor_age", "need.xx", "firm_days",
    }  # fmt: skip


def test_weights_that_hold_already_are_not_set_again(gate: Gate) -> None:
    with pytest.raises(NothingChanged):
        gate.does(actions.set_policy, weights={"value.1": "100"}, reason="Because.")


@pytest.mark.parametrize(
    ("needs", "age", "with_children", "cls", "place"),
    [
        ((), 40, False, 4, Place.SEAT),
        ((), 9, False, 3, Place.SEAT),
        ((), 40, True, 3, Place.SEAT),
        (("DS",), 40, False, 2, Place.WHEELCHAIR),
        (("DS", "SM"), None, True, 1, Place.WHEELCHAIR),
        (("UNHEARD-OF",), None, False, 4, Place.SEAT),
    ],
)
def test_needs_and_age_give_the_class_and_the_place(
    needs: tuple[str, ...], age: int | None, with_children: bool, cls: int, place: Place
) -> None:
    assert cls_of(STARTING, needs, age=age, with_children=with_children) == cls
    assert place_of(STARTING, needs) is place
