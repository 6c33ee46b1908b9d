"""The tree: as RFC 9162 says, as another library builds it, and the same when read from tiles."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pymerkle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.seals import tree

# Leaves and roots of the test vectors that implementations of RFC 6962 and 9162 share.
INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
VECTOR = [sha256(b"\0" + bytes.fromhex(told)).digest() for told in INPUTS]


def leaves(count: int) -> list[bytes]:
    return [sha256(b"\0" + number.to_bytes(4, "big")).digest() for number in range(count)]


MANY = leaves(70_000)


def tiles_of(hashes: list[bytes], read: list[tuple[int, int]]) -> tree.TileReader:
    """Tiles as a database keeps them, noting which were read."""
    levels = [hashes]
    while len(levels[-1]) >= 256:
        below = levels[-1]
        levels.append([tree.root(below[at : at + 256]) for at in range(0, len(below) - 255, 256)])

    def reader(level: int, number: int, width: int) -> bytes:
        read.append((level, number))
        return b"".join(levels[level][number * 256 : number * 256 + width])

    return reader


@pytest.mark.parametrize("size", range(9))
def test_roots_are_those_of_the_shared_vectors(size: int) -> None:
    assert tree.root(VECTOR[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(
    ("index", "size", "path"),
    [
        (0, 1, []),
        (
            *(0, 8),
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            *(5, 8),
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    ],
)
def test_inclusion_proofs_are_those_of_the_shared_vectors(index: int, size: int, path: list[str]) -> None:
    assert [step.hex() for step in tree.inclusion_path(VECTOR, index, size)] == path


@pytest.mark.parametrize(
    ("old", "size", "path"),
    [
        (1, 1, []),
        (
            *(6, 8),
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (
            *(2, 5),
            [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ],
)
def test_consistency_proofs_are_those_of_the_shared_vectors(old: int, size: int, path: list[str]) -> None:
    assert [step.hex() for step in tree.consistency_path(VECTOR, old, size)] == path


def test_a_leaf_binds_salt_position_time_and_text() -> None:
    salt = bytes(range(16))
    expected = sha256(b"\0" + salt + b"\0\0\0\0\0\0\0\7" + b"\xff" * 8 + "ö".encode()).digest()

    assert tree.leaf_hash(salt, 7, -1, "ö") == expected
    with pytest.raises(ValueError, match="16"):
        tree.leaf_hash(salt[1:], 7, -1, "ö")


@given(st.lists(st.binary(min_size=1, max_size=8), min_size=1, max_size=70), st.data())
@settings(max_examples=60)
def test_another_library_builds_the_same_tree(entries: list[bytes], data: st.DataObject) -> None:
    other = pymerkle.InmemoryTree(algorithm="sha256")
    for entry in entries:
        other.append_entry(entry)
    hashes = [sha256(b"\0" + entry).digest() for entry in entries]
    size = data.draw(st.integers(1, len(entries)))
    index = data.draw(st.integers(0, size - 1))

    assert tree.root(hashes[:size]) == other.get_root(size)
    path = tree.inclusion_path(hashes, index, size)
    assert tree.verify_inclusion(hashes[index], index, size, path, other.get_root(size))
    # pymerkle's path begins with the leaf itself.
    assert path == [bytes(step) for step in other.prove_inclusion(index + 1, size).path][1:]
    assert tree.verify_consistency(
        index, size, other.get_root(index), other.get_root(size), tree.consistency_path(hashes, index, size)
    )


@given(st.integers(1, 600), st.data())
@settings(max_examples=150)
def test_proofs_hold_and_hold_for_nothing_else(size: int, data: st.DataObject) -> None:
    hashes = MANY[:size]
    index = data.draw(st.integers(0, size - 1))
    root = tree.root(hashes)
    path = tree.inclusion_path(hashes, index, size)
    other = data.draw(st.integers(0, size - 1).filter(lambda at: at != index)) if size > 1 else size

    assert tree.verify_inclusion(hashes[index], index, size, path, root)
    assert not tree.verify_inclusion(hashes[index], other, size, path, root)
    assert not tree.verify_inclusion(MANY[-1], index, size, path, root)
    assert not tree.verify_inclusion(hashes[index], index, size, path, MANY[-1])
    assert not tree.verify_inclusion(hashes[index], index, size, [*path, MANY[-1]], root)
    assert not path or not tree.verify_inclusion(hashes[index], index, size, path[:-1], root)
    assert not path or not tree.verify_inclusion(hashes[index], index, size, [MANY[-1], *path[1:]], root)


@given(st.integers(1, 600), st.data())
@settings(max_examples=150)
def test_a_beginning_is_proved_and_nothing_else_is(size: int, data: st.DataObject) -> None:
    hashes = MANY[:size]
    old = data.draw(st.integers(1, size))
    roots = tree.root(hashes[:old]), tree.root(hashes)
    path = tree.consistency_path(hashes, old, size)

    assert tree.verify_consistency(old, size, *roots, path)
    assert not tree.verify_consistency(old, size, MANY[-1], roots[1], path)
    assert not tree.verify_consistency(old, size, roots[0], MANY[-1], path)
    assert not tree.verify_consistency(old, size, *roots, [*path, MANY[-1]])
    assert not path or not tree.verify_consistency(old, size, *roots, path[:-1])
    assert not path or not tree.verify_consistency(old, size, *roots, [MANY[-1], *path[1:]])
    assert not tree.verify_consistency(size + 1, size, *roots, path)


def test_nothing_is_the_beginning_of_everything() -> None:
    assert tree.consistency_path(VECTOR, 0, 8) == []
    assert tree.verify_consistency(0, 8, tree.EMPTY_ROOT, tree.root(VECTOR), [])
    assert not tree.verify_consistency(0, 8, VECTOR[0], tree.root(VECTOR), [])


@pytest.mark.parametrize(
    "ask",
    [
        lambda: tree.inclusion_path(VECTOR, 8, 8),
        lambda: tree.inclusion_path(VECTOR, -1, 8),
        lambda: tree.consistency_path(VECTOR, 9, 8),
    ],
)
def test_there_is_no_proof_outside_the_tree(ask: Callable[[], Any]) -> None:
    with pytest.raises(IndexError):
        ask()


@given(st.one_of(st.integers(1, 2000), st.integers(65_500, 70_000)), st.data())
@settings(max_examples=25, deadline=None)
def test_tiles_give_the_same_root_and_proofs(size: int, data: st.DataObject) -> None:
    hashes, read = MANY[:size], list[tuple[int, int]]()
    reader = tiles_of(hashes, read)
    index = data.draw(st.integers(0, size - 1))

    assert tree.root_from_tiles(size, reader) == tree.root(hashes)
    assert len(read) <= 3
    read.clear()
    assert tree.inclusion_from_tiles(index, size, reader) == tree.inclusion_path(hashes, index, size)
    assert len(read) <= 6
    assert len(set(read)) == len(read)
    assert tree.consistency_from_tiles(index, size, reader) == tree.consistency_path(hashes, index, size)


def test_no_leaves_need_no_tiles() -> None:
    assert tree.root_from_tiles(0, tiles_of([], [])) == tree.EMPTY_ROOT


def test_a_tile_of_the_wrong_width_is_not_believed() -> None:
    with pytest.raises(ValueError, match="tile 0/0 gave 2 hashes, not 3"):
        tree.root_from_tiles(3, lambda level, number, width: b"".join(VECTOR[:2]))


def test_a_full_tile_has_one_root() -> None:
    assert tree.tile_root(b"".join(MANY[:256])) == tree.root(MANY[:256])
    with pytest.raises(ValueError, match="8192"):
        tree.tile_root(b"".join(MANY[:255]))
