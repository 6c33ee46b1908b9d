"""Names of one file are found in another by command, without a database."""

from __future__ import annotations

import json
from pathlib import Path

from tests.doors.cli.conftest import Command


def test_each_query_is_answered_by_one_line(homeward: Command, tmp_path: Path) -> None:
    (tmp_path / "candidates").write_text("Samir Haddad\nAnna Sokolova\n", encoding="utf-8")
    (tmp_path / "queries").write_text("Соколова Анна\nسمير حداد\n", encoding="utf-8")

    done = homeward(
        "names",
        "search",
        "--candidates",
        str(tmp_path / "candidates"),
        "--queries",
        str(tmp_path / "queries"),
        "-k",
        "1",
    )

    assert done.code == 0
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [(line["query"], line["hits"][0]["index"], line["hits"][0]["name"]) for line in lines] == [
        ("Соколова Анна", 1, "Anna Sokolova"),
        ("سمير حداد", 0, "Samir Haddad"),
    ]
    assert all(set(line["hits"][0]) == {"index", "name", "score", "why"} for line in lines)


def test_bytes_that_are_no_text_are_refused_with_their_line(homeward: Command, tmp_path: Path) -> None:
    (tmp_path / "candidates").write_bytes(b"Samir\nHaddad \xf8\x88\n")

    done = homeward(
        "names", "search", "--candidates", str(tmp_path / "candidates"), "--queries", str(tmp_path / "candidates")
    )

    assert done.code == 1
    assert "line 2" in done.err
