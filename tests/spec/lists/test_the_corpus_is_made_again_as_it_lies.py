"""The files of the corpus are those that its making gives, byte by byte."""

from __future__ import annotations

from tests.corpus.make import LISTS, TABLE, files
from tests.corpus.making import Expected


def test_the_same_files_come_out_each_time() -> None:
    table = [Expected.of(row) for row in TABLE.read_text().splitlines()[1:]]

    made = list(files())

    assert [expected for expected, _ in made] == table
    assert [expected.file for expected, data in made if (LISTS / expected.file).read_bytes() != data] == []
