"""The keys of a desk are made once, kept to itself, and refused when others could read them."""

import os
from pathlib import Path

import pytest

from homeward.seals import boxes, keys
from homeward.seals.keys import BrokenKeys, LooseKeys


def test_keys_are_made_once_and_found_again(tmp_path: Path) -> None:
    made = keys.open_or_make(tmp_path / "desk" / "keys")
    found = keys.open_or_make(tmp_path / "desk" / "keys")

    assert found.fields == made.fields
    assert found.key_id == made.key_id
    assert found.public_keys() == {made.key_id: made.public.public_bytes_raw().hex()}
    assert keys.open_or_make(tmp_path / "other").key_id != made.key_id


def test_nobody_else_may_enter(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    before = os.umask(0)
    try:
        keys.open_or_make(folder)
    finally:
        os.umask(before)

    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()} == {
        "signing.key": 0o600,
        "fields.key": 0o600,
    }


@pytest.mark.parametrize(("name", "mode"), [("", 0o750), ("", 0o701), ("signing.key", 0o640), ("fields.key", 0o604)])
def test_loose_rights_are_refused(tmp_path: Path, name: str, mode: int) -> None:
    folder = tmp_path / "keys"
    keys.open_or_make(folder)
    (folder / name).chmod(mode)

    with pytest.raises(LooseKeys) as refusal:
        keys.open_or_make(folder)

    assert refusal.value.where == str(folder / name)
    assert refusal.value.instead.startswith("Run: chmod ")


def test_a_key_that_is_only_a_link_is_refused(tmp_path: Path) -> None:
    keys.open_or_make(tmp_path / "keys")
    (tmp_path / "keys" / "signing.key").rename(tmp_path / "elsewhere")
    (tmp_path / "keys" / "signing.key").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(LooseKeys):
        keys.open_or_make(tmp_path / "keys")


def test_a_new_master_key_leaves_old_boxes_open(tmp_path: Path) -> None:
    old = keys.open_or_make(tmp_path / "keys")
    box = boxes.seal(old.newest, b"Anna", "a.b:1")

    new = keys.add_field_key(tmp_path / "keys")

    assert [key.number for key in new.fields] == [1, 2]
    assert new.newest.number == 2
    assert new.newest.secret != old.newest.secret
    assert boxes.unseal(new.fields, box, "a.b:1") == b"Anna"
    assert keys.open_or_make(tmp_path / "keys").fields == new.fields


def test_master_keys_end_at_255(tmp_path: Path) -> None:
    keys.open_or_make(tmp_path / "keys")
    (tmp_path / "keys" / "fields.key").write_bytes(bytes([255]) + bytes(32))

    with pytest.raises(BrokenKeys, match="no number left"):
        keys.add_field_key(tmp_path / "keys")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("signing.key", b""),
        ("signing.key", bytes(31)),
        ("signing.key", bytes(33)),
        ("fields.key", b""),
        ("fields.key", bytes(32)),
        ("fields.key", bytes(34)),
        ("fields.key", bytes(66)),
    ],
)
def test_a_broken_key_file_is_refused_and_not_replaced(tmp_path: Path, name: str, content: bytes) -> None:
    keys.open_or_make(tmp_path / "keys")
    (tmp_path / "keys" / name).write_bytes(content)

    with pytest.raises(BrokenKeys) as refusal:
        keys.open_or_make(tmp_path / "keys")

    assert refusal.value.where == str(tmp_path / "keys" / name)
    assert (tmp_path / "keys" / name).read_bytes() == content


def test_keys_do_not_show_in_a_traceback(tmp_path: Path) -> None:
    ring = keys.open_or_make(tmp_path / "keys")

    assert "secret" not in repr(ring)
    assert "Ed25519" not in repr(ring)
