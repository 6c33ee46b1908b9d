"""Every single byte of an export, changed: the verifier finds it.

The findings about a row depend on the row and on position and time of the row before, nothing else. So a row is read
by the same `Log.read` that `verify` calls, set to the row before, instead of verifying the whole export for each byte;
that both agree is tested on whole exports. EXHAUSTIVE=1 adds every byte of 1,000 rows, and all 255 changes of each byte
of a few rows (some minutes).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

import ledger_verifier as verifier
from tests.verifier import exported
from tests.verifier.exported import Copy, Desk, desk

ROWS = ["statements.tsv", "access.tsv"]
BREAKING = b'\t\n\\\0\xff"N0 '
Change = tuple[int, int, int]

large = pytest.mark.skipif("EXHAUSTIVE" not in os.environ, reason="set EXHAUSTIVE=1 to change every byte of 1,000 rows")


@cache
def a_desk(size: int) -> Desk:
    return desk(size, access=max(7, size // 50))


def changes(content: bytes, *, step: int = 1, every: bool = False) -> Iterator[tuple[int, bytes]]:
    """Each byte as its neighbour, as the same letter in the other case, and as one that breaks something; or as any."""
    for at in range(0, len(content), step):
        old = content[at]
        some = old ^ 1, old ^ 0x20, BREAKING[(at + old) % len(BREAKING)]
        for new in set(range(256) if every else some) - {old}:
            yield at, content[:at] + bytes([new]) + content[at + 1 :]


def a_log(file: str) -> verifier.Log:
    if file == "access.tsv":
        return verifier.Log(file, verifier.ACCESS, verifier.access, verifier.Report())
    return verifier.Log(file, verifier.STATEMENTS, verifier.statement, verifier.Report())


def logs(copy: Copy) -> tuple[verifier.Log, verifier.Log]:
    """Both logs, read whole and without a finding."""
    made = a_log("statements.tsv"), a_log("access.tsv")
    for _, told in verifier.rows(copy.lines("heads.tsv"), "", verifier.HEADS, verifier.Report()):
        made[0].wanted.add(told[0])
        made[1].wanted.add(told[2])
    for log in made:
        log.read(copy.lines(log.file))
        assert log.report.ok
    return made


def unfound_in_rows(copy: Copy, file: str, *, every: bool) -> list[Change]:
    header, *lines = copy.lines(file)
    times = [-(1 << 63)] + [int(copy.row(file, row)["recorded_us"]) for row in range(1, len(lines) + 1)]
    unfound = [(0, at, 0) for at, changed in changes(header) if not found_in_row(file, 0, 0, changed + lines[0])]
    for row, line in enumerate(lines, 1):
        following = lines[row] if row < len(lines) else b""
        for at, changed in changes(line, every=every):
            # When the end of the line goes, the next line joins it.
            read = header + changed + (following if at == len(line) - 1 else b"")
            if not found_in_row(file, row - 1, times[row - 1], read):
                unfound.append((row, at, changed[at]))
    return unfound


def found_in_row(file: str, position: int, recorded: int, read: bytes) -> bool:
    log = a_log(file)
    log.position, log.recorded = position, recorded
    log.read(BytesIO(read))
    return not log.report.ok


def unfound_in(content: bytes, check: Callable[[BytesIO], verifier.Report], *, step: int = 1) -> list[tuple[int, int]]:
    assert check(BytesIO(content)).ok
    return [(at, changed[at]) for at, changed in changes(content, step=step) if check(BytesIO(changed)).ok]


def tiles_checked(given: BytesIO, log: verifier.Log, tiles: dict[tuple[int, int], bytes]) -> verifier.Report:
    log.report, log.tiles = verifier.Report(), dict(tiles)
    verifier.check_tiles(given, "tiles.tsv", log)
    return log.report


def documents_checked(given: BytesIO, log: verifier.Log, received: dict[str, verifier.Fields]) -> verifier.Report:
    log.report, log.received = verifier.Report(), dict(received)
    verifier.check_documents(given, "documents.tsv", log)
    return log.report


def plans_checked(given: BytesIO, log: verifier.Log, planned: dict[str, verifier.Fields]) -> verifier.Report:
    log.report, log.planned = verifier.Report(), dict(planned)
    verifier.check_plans(given, "plans.tsv", log)
    return log.report


def heads_checked(given: BytesIO, both: tuple[verifier.Log, verifier.Log], keys: verifier.Keys) -> verifier.Report:
    both[0].report = verifier.Report()
    verifier.check_heads(given, "heads.tsv", both, keys)
    return both[0].report


@pytest.mark.parametrize("file", ROWS)
@pytest.mark.parametrize(
    ("size", "every"),
    [(20, False), pytest.param(1000, False, marks=large), pytest.param(6, True, marks=large)],
)
def test_every_byte_of_every_row(size: int, every: bool, file: str) -> None:
    assert unfound_in_rows(a_desk(size).copy(), file, every=every) == []


@pytest.mark.parametrize(("size", "step"), [(260, 23), pytest.param(1000, 1, marks=large)])
def test_every_byte_of_the_tiles(size: int, step: int) -> None:
    copy = a_desk(size).copy()
    log, _ = logs(copy)
    tiles = dict(log.tiles)

    assert tiles
    assert unfound_in(copy.files["tiles.tsv"], lambda given: tiles_checked(given, log, tiles), step=step) == []


@pytest.mark.parametrize("size", [20, pytest.param(1000, marks=large)])
def test_every_byte_of_the_documents(size: int) -> None:
    copy = a_desk(size).copy()
    log, _ = logs(copy)
    received = dict(log.received)

    assert received
    assert unfound_in(copy.files["documents.tsv"], lambda given: documents_checked(given, log, received)) == []


def test_every_byte_of_the_plans() -> None:
    made = desk(9, documents=1)
    for at, seed in ((3, 8), (5, 9)):
        exported.makes(made, at, seed=seed)
    copy = made.copy()
    log, _ = logs(copy)
    planned = dict(log.planned)

    assert len(planned) == 2
    assert unfound_in(copy.files["plans.tsv"], lambda given: plans_checked(given, log, planned)) == []


@pytest.mark.parametrize("size", [20, pytest.param(1000, marks=large)])
def test_every_byte_of_the_heads(size: int, tmp_path: Path) -> None:
    copy = a_desk(size).copy()
    both = logs(copy)
    keys = verifier.known_keys(copy.write(tmp_path) / "public_keys.json", verifier.Report())

    assert unfound_in(copy.files["heads.tsv"], lambda given: heads_checked(given, both, keys)) == []


def test_every_byte_of_the_public_keys(tmp_path: Path) -> None:
    copy = a_desk(3).copy()
    file = copy.write(tmp_path) / "public_keys.json"
    for at, changed in changes(copy.files["public_keys.json"]):
        # A space between two tokens says nothing, and what replaces it may say nothing either.
        if copy.files["public_keys.json"][at : at + 1] != b" ":
            file.write_bytes(changed)
            assert not verifier.verify(tmp_path).ok, (at, changed)


def test_every_byte_of_a_saved_head(tmp_path: Path) -> None:
    made = a_desk(3)
    folder = made.copy().write(tmp_path / "export")
    text = made.head(2, 1).text().encode()
    saved = tmp_path / "head.json"
    saved.write_bytes(text)
    assert verifier.verify(folder, saved).ok
    for at, changed in changes(text):
        saved.write_bytes(changed)
        with suppress(verifier.NothingToVerify):
            assert not verifier.verify(folder, saved).ok, (at, changed)


@pytest.mark.parametrize(("size", "samples"), [(20, 300), pytest.param(1000, 1000, marks=large)])
def test_whole_exports_agree(tmp_path: Path, size: int, samples: int) -> None:
    copy = a_desk(size).copy()
    copy.write(tmp_path)
    dice = Random(7)
    assert verifier.verify(tmp_path).ok
    for _ in range(samples):
        file = dice.choice([name for name in copy.files if name.endswith(".tsv")])
        changed = bytearray(copy.files[file])
        at = dice.randrange(len(changed))
        changed[at] ^= dice.randrange(1, 256)
        (tmp_path / file).write_bytes(changed)
        assert not verifier.verify(tmp_path).ok, (file, at, changed[at])
        (tmp_path / file).write_bytes(copy.files[file])
