from __future__ import annotations

from uuid import uuid4

import pytest

from homeward.crossings.actions import manifests, seating
from homeward.ledger import actions as ledger
from tests.apps.crossings.boarded import Trip


def test_who_signs_first_does_not_publish(trip: Trip) -> None:
    trip.seat("Anna")
    trip.does(manifests.sign_manifest, convoy=trip.convoy)

    with pytest.raises(manifests.SecondMustBeAnother):
        trip.does(manifests.publish_manifest, convoy=trip.convoy)

    trip.does(manifests.publish_manifest, by=trip.second, convoy=trip.convoy)
    published = trip.manifest().published
    assert published
    assert published.published
    assert (published.number, published.people, published.published.recorded_by) == (1, 1, "Bela Second")


def test_a_change_is_a_new_version_and_the_one_before_stays(trip: Trip) -> None:
    trip.publish("Anna")
    trip.seat("Boris")

    assert trip.manifest().changed
    assert trip.manifest().published.number == 1  # type: ignore[union-attr]
    trip.does(manifests.sign_manifest, convoy=trip.convoy)
    trip.does(manifests.publish_manifest, by=trip.second, convoy=trip.convoy)

    assert [(v.number, v.people, v.holds) for v in trip.manifest().versions] == [(1, 1, False), (2, 2, True)]
    assert not trip.manifest().changed


def test_what_was_changed_after_signing_is_not_published(trip: Trip) -> None:
    trip.seat("Anna")
    trip.does(manifests.sign_manifest, convoy=trip.convoy)
    trip.seat("Boris")

    with pytest.raises(manifests.ChangedSinceSigned):
        trip.does(manifests.publish_manifest, by=trip.second, convoy=trip.convoy)


def test_an_empty_manifest_or_the_same_one_is_not_signed(trip: Trip) -> None:
    with pytest.raises(manifests.NothingToSign):
        trip.does(manifests.sign_manifest, convoy=trip.convoy)

    trip.publish("Anna")
    with pytest.raises(manifests.NothingToSign):
        trip.does(manifests.sign_manifest, convoy=trip.convoy)


def test_pressing_twice_signs_and_publishes_once(trip: Trip) -> None:
    trip.seat("Anna")
    first, second = uuid4(), uuid4()

    for _ in range(2):
        trip.does(manifests.sign_manifest, convoy=trip.convoy, once=first)
    for _ in range(2):
        trip.does(manifests.publish_manifest, by=trip.second, convoy=trip.convoy, once=second)

    assert len(trip.manifest().versions) == 1


def test_a_publication_that_is_taken_back_holds_no_more(trip: Trip) -> None:
    trip.publish("Anna")
    published = trip.manifest().published
    assert published
    assert published.published

    trip.does(ledger.withdraw, ref=published.published.ref, reason="The window was misread.")

    assert trip.manifest().published is None


def test_a_seat_is_let_go_and_is_free_again(trip: Trip) -> None:
    trip.seat("Anna", "Boris")

    trip.bare(seating.let_seat_go, convoy=trip.convoy, person=trip.people["Anna"])

    assert trip.seat("Vera") == (1,)
    with pytest.raises(seating.NotSeated):
        trip.bare(seating.let_seat_go, convoy=trip.convoy, person=trip.people["Anna"])


def test_a_family_is_called_forward_by_a_person_and_only_once_published(trip: Trip) -> None:
    trip.seat("Anna")
    who = [trip.people["Anna"]]
    with pytest.raises(manifests.NotPublished):
        trip.does(manifests.call_forward, convoy=trip.convoy, who=who, language="ar", by_way_of="by telephone")

    trip.publish()
    trip.does(manifests.call_forward, convoy=trip.convoy, who=who, language="ar", by_way_of="by telephone")

    (seat,) = trip.manifest().seats
    assert seat.called
    assert seat.called.recorded_by
