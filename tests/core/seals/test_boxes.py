"""Sealed values open in their own place under their own key, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.seals import boxes
from homeward.seals.boxes import CannotOpen, Key, UnknownKey, WrongBinding

OLD, NEW = Key(1, bytes(range(32))), Key(2, bytes(range(32, 64)))
PLACE = "people_person.name:0b7a"


@given(st.binary(max_size=200), st.text(max_size=20))
def test_what_was_sealed_opens_in_its_place(plain: bytes, place: str) -> None:
    assert boxes.unseal([OLD, NEW], boxes.seal(NEW, plain, place), place) == plain


def test_a_box_tells_its_key_and_nothing_else() -> None:
    box = boxes.seal(NEW, b"Anna", PLACE)

    assert box[0] == 2
    assert len(box) == 1 + 12 + len(b"Anna") + 16
    assert b"Anna" not in box
    assert box != boxes.seal(NEW, b"Anna", PLACE)


def test_a_box_moved_to_another_row_does_not_open() -> None:
    with pytest.raises(WrongBinding) as refusal:
        boxes.unseal([NEW], boxes.seal(NEW, b"Anna", PLACE), "people_person.name:0b7b")

    assert refusal.value.where == "people_person.name:0b7b"


def test_a_box_with_any_bit_changed_does_not_open() -> None:
    box = boxes.seal(NEW, b"Anna", PLACE)

    for at in range(len(box) * 8):
        changed = bytearray(box)
        changed[at // 8] ^= 1 << at % 8
        with pytest.raises(CannotOpen):
            boxes.unseal([OLD, NEW], bytes(changed), PLACE)


def test_a_box_whose_key_was_destroyed_stays_shut() -> None:
    with pytest.raises(UnknownKey):
        boxes.unseal([OLD], boxes.seal(NEW, b"Anna", PLACE), PLACE)


def test_a_box_under_another_secret_of_the_same_number_stays_shut() -> None:
    with pytest.raises(WrongBinding):
        boxes.unseal([Key(2, OLD.secret)], boxes.seal(NEW, b"Anna", PLACE), PLACE)


@pytest.mark.parametrize("length", [0, 1, 28])
def test_a_cut_box_does_not_open(length: int) -> None:
    with pytest.raises(CannotOpen, match="cut short"):
        boxes.unseal([NEW], boxes.seal(NEW, b"", PLACE)[:length], PLACE)


def test_an_empty_value_may_be_sealed() -> None:
    assert boxes.unseal([NEW], boxes.seal(NEW, b"", PLACE), PLACE) == b""


def test_a_data_key_travels_under_a_master_key() -> None:
    data_key = boxes.fresh_key(7)

    assert (
        boxes.unwrap([OLD, NEW], boxes.wrap(NEW, data_key, "access_key.wrapped:1"), "access_key.wrapped:1") == data_key
    )
    with pytest.raises(WrongBinding):
        boxes.unwrap([NEW], boxes.wrap(NEW, data_key, "access_key.wrapped:1"), "access_key.wrapped:2")


def test_a_value_is_no_key() -> None:
    with pytest.raises(CannotOpen, match="no key"):
        boxes.unwrap([NEW], boxes.seal(NEW, b"Anna", PLACE), PLACE)


def test_equal_texts_are_found_again_by_their_blind_index() -> None:
    assert boxes.blind_index(OLD, "Anna") == boxes.blind_index(OLD, "Anna")
    assert len(boxes.blind_index(OLD, "Anna")) == 32
    others = [(OLD, "Anne", ""), (NEW, "Anna", ""), (OLD, "Anna", "people_person.name")]
    assert boxes.blind_index(OLD, "Anna") not in [boxes.blind_index(k, text, column=c) for k, text, c in others]


def test_a_key_does_not_show_its_secret() -> None:
    assert repr(Key(3, b"x" * 32)) == "Key(number=3)"


@pytest.mark.parametrize(("number", "length"), [(-1, 32), (256, 32), (0, 31), (0, 33)])
def test_what_is_no_key_is_refused(number: int, length: int) -> None:
    with pytest.raises(ValueError, match="a key's"):
        Key(number, bytes(length))


def test_fresh_keys_differ() -> None:
    assert boxes.fresh_key() != boxes.fresh_key()
