"""The tree of RFC 9162 section 2.1 over salted leaves, and its tiles of 256 hashes.

Positions start at 1, indexes at 0: the leaf at index i stands for position i + 1. A tile holds 256 consecutive hashes
of one level; level 0 are the leaves, and hash i of level L + 1 is the root of the full tile i of level L. So a proof
over a million leaves reads three tiles and the right edge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

HASH = 32
SALT = 16
WIDTH = 256
_WIDTH_BITS = 8

EMPTY_ROOT = sha256(b"").digest()

# (level, number, width) -> the first `width` hashes of that tile, one after the other. `width` is under 256 only at the
# right edge, where no tile is stored: at level 0 these are leaves, above it the roots of the full tiles below.
TileReader = Callable[[int, int, int], bytes]
_Span = Callable[[int, int], bytes]


def leaf_hash(salt: bytes, position: int, recorded_us: int, entry: str) -> bytes:
    """The leaf of one row; `recorded_us` counts microseconds since 1970 UTC."""
    if len(salt) != SALT:
        raise ValueError(f"a salt has {SALT} bytes, not {len(salt)}")
    numbers = position.to_bytes(8, "big", signed=True) + recorded_us.to_bytes(8, "big", signed=True)
    return sha256(b"\x00" + salt + numbers + entry.encode()).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two neighbours."""
    return sha256(b"\x01" + left + right).digest()


def root(hashes: Sequence[bytes]) -> bytes:
    """The root over these leaves; of none, the hash of nothing."""
    return _root(len(hashes), _over(hashes))


def tile_root(hashes: bytes) -> bytes:
    """The root of one full tile, given as its 256 hashes one after the other."""
    if len(hashes) != WIDTH * HASH:
        raise ValueError(f"a full tile has {WIDTH * HASH} bytes, not {len(hashes)}")
    return _fold(_cut(hashes))


def inclusion_path(hashes: Sequence[bytes], index: int, size: int) -> list[bytes]:
    """The proof that leaf `index` stands in the tree of the first `size` leaves (RFC 9162 section 2.1.3.1)."""
    return _inclusion(index, size, _over(hashes))


def consistency_path(hashes: Sequence[bytes], old: int, size: int) -> list[bytes]:
    """The proof that the tree of `old` leaves is the beginning of that of `size` (RFC 9162 section 2.1.4.1)."""
    return _consistency(old, size, _over(hashes))


def root_from_tiles(size: int, tile_reader: TileReader) -> bytes:
    """The root over the first `size` leaves, reading one partial tile a level."""
    return _root(size, _Tiles(size, tile_reader).span)


def inclusion_from_tiles(index: int, size: int, tile_reader: TileReader) -> list[bytes]:
    """The inclusion proof of leaf `index`, reading one tile a level and the right edge."""
    return _inclusion(index, size, _Tiles(size, tile_reader).span)


def consistency_from_tiles(old: int, size: int, tile_reader: TileReader) -> list[bytes]:
    """The consistency proof between two sizes, read from tiles."""
    return _consistency(old, size, _Tiles(size, tile_reader).span)


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], expected: bytes) -> bool:
    """Whether the path leads from the leaf to the root (RFC 9162 section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, reached = index, size - 1, leaf
    for step in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            reached = node_hash(step, reached)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            reached = node_hash(reached, step)
        at, last = at >> 1, last >> 1
    return last == 0 and reached == expected


def verify_consistency(old: int, size: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the tree with `old_root` is the beginning of the one with `new_root` (RFC 9162 section 2.1.4.2)."""
    if not 0 <= old <= size:
        return False
    if old == 0:
        return not path and old_root == EMPTY_ROOT
    if old == size:
        return not path and old_root == new_root
    steps = list(path) if old & (old - 1) else [old_root, *path]
    if not steps or (not path and old & (old - 1)):
        return False
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    then = now = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            then, now = node_hash(step, then), node_hash(step, now)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            now = node_hash(now, step)
        at, last = at >> 1, last >> 1
    return last == 0 and then == old_root and now == new_root


def _over(hashes: Sequence[bytes]) -> _Span:
    return lambda start, end: _fold(hashes[start:end])


def _fold(hashes: Sequence[bytes]) -> bytes:
    """The root of one or more neighbours: pairs level by level; a last one without a partner goes up as it is."""
    level = list(hashes)
    while len(level) > 1:
        pairs = [node_hash(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        level = pairs + level[len(pairs) * 2 :]
    return level[0]


def _cut(hashes: bytes) -> list[bytes]:
    return [hashes[at : at + HASH] for at in range(0, len(hashes), HASH)]


def _split(count: int) -> int:
    """The largest power of two smaller than `count`."""
    return 1 << (count - 1).bit_length() - 1


def _root(size: int, span: _Span) -> bytes:
    return span(0, size) if size else EMPTY_ROOT


def _inclusion(index: int, size: int, span: _Span) -> list[bytes]:
    if not 0 <= index < size:
        raise IndexError(f"no leaf {index} in a tree of {size}")
    path: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(span(middle, end))
            end = middle
        else:
            path.append(span(start, middle))
            start = middle
    return path[::-1]


def _consistency(old: int, size: int, span: _Span) -> list[bytes]:
    if not 0 <= old <= size:
        raise IndexError(f"no tree of {old} in a tree of {size}")
    if old in (0, size):
        return []
    path: list[bytes] = []
    start, end = 0, size
    while end > old:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(span(middle, end))
            end = middle
        else:
            path.append(span(start, middle))
            start = middle
    # The old root itself need not be told when it is a whole left subtree.
    if start:
        path.append(span(start, end))
    return path[::-1]


class _Tiles:
    """Spans of a tree of which only the tiles are read, each once."""

    def __init__(self, size: int, reader: TileReader) -> None:
        self.size = size
        self.reader = reader
        self.read: dict[tuple[int, int], list[bytes]] = {}

    def span(self, start: int, end: int) -> bytes:
        count = end - start
        if count & (count - 1):
            middle = start + _split(count)
            return node_hash(self.span(start, middle), self.span(middle, end))
        level = (count.bit_length() - 1) // _WIDTH_BITS
        first, last = start >> level * _WIDTH_BITS, end >> level * _WIDTH_BITS
        offset = first % WIDTH
        return _fold(self.tile(level, first // WIDTH)[offset : offset + last - first])

    def tile(self, level: int, number: int) -> list[bytes]:
        if (level, number) not in self.read:
            width = min(WIDTH, (self.size >> level * _WIDTH_BITS) - number * WIDTH)
            hashes = _cut(self.reader(level, number, width))
            if len(hashes) != width:
                raise ValueError(f"tile {level}/{number} gave {len(hashes)} hashes, not {width}")
            self.read[level, number] = hashes
        return self.read[level, number]
