"""Files of the corpus with bytes changed, missing or put in twice give a book or a refusal, never anything else."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.lists.formats import parsing
from homeward.lists.formats.making import Making
from homeward.lists.formats.received import book
from homeward.refusals import Refused
from tests.corpus.make import LISTS

SMALL = sorted(file.name for file in LISTS.iterdir() if file.suffix != ".tsv" and 0 < file.stat().st_size < 40_000)
IN_C = (".pdf",)  # read by a library that may take its process down; only apart


def spoiled(data: bytes, rolled: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(rolled.randrange(1, 12)):
        made[rolled.randrange(len(made))] = rolled.randrange(256)
    start = rolled.randrange(len(made))
    match rolled.randrange(4):
        case 0:
            del made[start : start + rolled.randrange(1, 60)]
        case 1:
            made[start:start] = made[start : start + rolled.randrange(1, 200)] * rolled.randrange(1, 4)
        case 2:
            del made[max(1, start) :]
    return bytes(made)


def held(data: bytes, encoding: str) -> None:
    """Read as the process apart does, where a fault shows with its place."""
    try:
        told = {answer[0] for answer in parsing.answers(data, {"where": "a", "encoding": encoding})}
    except Refused as refused:
        stands = bool(refused.where and refused.instead and refused.message)
    else:
        stands = told <= {"kind", "sheet", "lines", "about", "finding", "question"}
    assert stands


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([name for name in SMALL if not name.endswith(IN_C) and "pdf" not in name]),
    st.randoms(use_true_random=False),
    st.sampled_from(["", "", "", "windows-1256", "utf-8", "utf-16"]),
)
def test_a_changed_file_is_read_or_refused(name: str, rolled: random.Random, encoding: str) -> None:
    held(spoiled((LISTS / name).read_bytes(), rolled), encoding)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(
        [name for name in SMALL if name.startswith(("clean", "d", "f0")) and name.endswith((".xlsx", ".ods"))]
    ),
    st.randoms(use_true_random=False),
)
def test_a_packed_file_with_a_changed_part_is_read_or_refused(name: str, rolled: random.Random) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(LISTS / name) as whole, zipfile.ZipFile(made, "w") as changed:
        chosen = rolled.choice(whole.namelist())
        for part in whole.namelist():
            words = b"" if name.startswith("f09") else whole.read(part)
            changed.writestr(part, spoiled(words, rolled) if part == chosen and words else words)

    held(made.getvalue(), "")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["utf-8", "utf-16", "cp1256", "koi8-r"]))
def test_any_text_is_read_or_refused(words: str, codec: str) -> None:
    held(words.encode(codec, "replace") or b"x", "")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(["a", '"', '""', "b c", "1.", "x\ty", ";", "\n", "’"]), max_size=6), max_size=12)
)
def test_no_words_of_a_text_list_are_lost(rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows)
    made = Making("a")
    try:
        told = [*parsing.read(text.encode() or b"x", made), *made.out()]
    except Refused:
        return

    cells = "".join(cell for answer in told if answer[0] == "lines" for line in answer[1] for cell in line[3])
    assert cells.count("a") == text.count("a")
    assert cells.count("’") == text.count("’")


@pytest.mark.parametrize("seed", range(30))
def test_a_changed_pdf_is_read_or_refused_by_the_process_apart(seed: int) -> None:
    """Fewer, as each is a process of its own."""
    rolled = random.Random(seed)
    name = rolled.choice([name for name in SMALL if name.endswith(IN_C)])

    try:
        read = book(name, spoiled((LISTS / name).read_bytes(), rolled))
    except Refused as refused:
        stands = bool(refused.where and refused.instead)
    else:
        stands = bool(read.sheets)
    assert stands
