"""A true export passes, whatever its size and its texts, and the report tells what was looked at."""

import json
import runpy
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ledger_verifier as verifier
from homeward.people.core import roots
from homeward.seals import canonical, tree
from tests.verifier import exported
from tests.verifier.exported import Copy, copied, desk, tiles

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("size", [1, 2, 3, 20, 255, 256, 257, 512, 600])
def test_an_export_of_any_size(tmp_path: Path, size: int) -> None:
    made = desk(size, access=256 if size == 256 else 7, documents=min(2, (size + 1) // 2))
    report = verifier.verify(made.copy().write(tmp_path))

    assert report.findings == []
    assert report.ok
    assert (report.statements, report.access) == (size, len(made.access))
    assert (report.heads, report.documents) == (len(made.heads), len(made.documents))
    assert report.signed == max([at for at, _, signed in made.heads if signed], default=0)
    assert report.access_signed == max([at for _, at, signed in made.heads if signed], default=0)


def test_an_empty_desk(tmp_path: Path) -> None:
    made = desk(0, access=0, documents=0)
    made.heads = []
    assert verifier.verify(made.copy().write(tmp_path)) == verifier.Report()

    made.heads = [(0, 0, True)]
    assert verifier.verify(made.copy().write(tmp_path)) == verifier.Report(heads=1)


def test_the_order_of_the_columns_does_not_matter(tmp_path: Path) -> None:
    copy = desk(3).copy()
    for file in [name for name in copy.files if name.endswith(".tsv")]:
        turned = [line.rstrip(b"\n").split(b"\t")[::-1] for line in copy.lines(file)]
        copy.put(file, [b"\t".join(line) + b"\n" for line in turned])

    assert verifier.verify(copy.write(tmp_path)).ok


def test_rows_of_one_time_are_in_order(tmp_path: Path) -> None:
    made = desk(4)
    for row in made.statements:
        row.recorded_us = -5

    assert verifier.verify(made.copy().write(tmp_path)).ok


def test_tiles_of_two_levels() -> None:
    leaves = [sha256(number.to_bytes(4, "big")).digest() for number in range(65_536 + 300)]
    log = verifier.Log("statements.tsv", verifier.STATEMENTS, verifier.statement, verifier.Report())
    for leaf in leaves:
        log.add(leaf)

    assert log.tiles == {(tile["level"], tile["number"]): tile["root"] for tile in tiles(leaves)}
    assert (1, 0) in log.tiles


@pytest.mark.parametrize("part", [1, 256])
def test_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    monkeypatch.setattr(verifier, "PART", part)
    copy = desk(20).copy()
    assert verifier.verify(copy.write(tmp_path), None, 2) == verifier.verify(tmp_path)

    lines = copy.lines("statements.tsv")
    copy.put("statements.tsv", [*lines[:5], lines[6], lines[5], lines[9], lines[2], *lines[9:14], b"\n", *lines[14:]])
    for row in (7, 9, 20):
        copy.change("statements.tsv", row, kind="said.other")
    alone = verifier.verify(copy.write(tmp_path))

    assert len(alone.findings) > 10
    assert verifier.verify(tmp_path, None, 2) == alone


def test_parts_are_taken_only_a_few_ahead() -> None:
    taken, at_work, most = [], 0, 0

    class Pool(Executor):
        def submit(self, work: Any, /, part: Any) -> Any:  # type: ignore[override]
            nonlocal at_work, most
            at_work += 1
            most = max(most, at_work)
            return self

        def result(self) -> list[int]:
            nonlocal at_work
            at_work -= 1
            return [len(taken)]

    def parts() -> Iterator[list[bytes]]:
        for part in range(40):
            taken.append(part)
            yield [b"x"]

    seen = list(verifier.in_turn(len, parts(), Pool()))  # type: ignore[arg-type]

    assert most == verifier.AHEAD == 8
    assert len(seen) == 40
    assert seen[0] == 8  # type: ignore[comparison-overlap]


def test_two_processes_are_a_pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    class Pool(Executor):
        def __init__(self, processes: int) -> None:
            made.append(processes)

        def submit(self, work: Any, /, part: Any) -> Any:  # type: ignore[override]
            done: Future[Any] = Future()
            done.set_result(work(part))
            return done

    monkeypatch.setattr(verifier, "ProcessPoolExecutor", Pool)

    assert verifier.verify(desk(5).copy().write(tmp_path), None, 2).ok
    assert made == [2]


def test_rows_are_examined_in_parts() -> None:
    parts: list[int] = []
    log = verifier.Log("statements.tsv", verifier.STATEMENTS, verifier.statement, verifier.Report())

    class Pool(Executor):
        def submit(self, work: Any, /, part: Any) -> Any:  # type: ignore[override]
            parts.append(len(part))
            done: Future[Any] = Future()
            done.set_result(work(part))
            return done

    log.read(desk(300).copy().lines("statements.tsv"), Pool())

    assert parts == [256, 44]
    assert log.size == 300


def test_the_command_uses_every_core(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(
        verifier, "verify", lambda folder, head, processes: asked.append(processes) or verifier.Report()
    )
    for cores in (3, None):
        monkeypatch.setattr(verifier.os, "cpu_count", lambda cores=cores: cores)
        verifier.main([str(tmp_path)])
    verifier.main([str(tmp_path), "--processes", "5"])

    assert asked == [3, 1, 5]


@pytest.mark.parametrize("processes", [0, 1])
def test_one_process_needs_no_pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    monkeypatch.delattr(verifier, "ProcessPoolExecutor")

    assert verifier.verify(desk(3).copy().write(tmp_path), None, processes).ok
    assert verifier.verify(tmp_path).ok


def test_only_the_roots_that_a_head_speaks_of_are_kept() -> None:
    made = desk(20)
    log = verifier.Log("statements.tsv", verifier.STATEMENTS, verifier.statement, verifier.Report())
    log.wanted |= {"3", "20"}
    log.read(made.copy().lines("statements.tsv"))

    assert log.roots == {size: made.head(size, 0).head.root for size in (0, 3, 20)}


@given(st.dictionaries(texts, values, max_size=4), texts, st.binary(min_size=16, max_size=16), st.integers(0, 1 << 62))
@settings(max_examples=200, deadline=None)
def test_any_entry_the_product_writes_is_understood(content: Any, text: str, salt: bytes, recorded: int) -> None:
    row = desk(1, documents=0).statements[0]
    try:
        entry = canonical.dumps(row.entry | {"content": content, "text": text, "topic": text[::-1]})
    except canonical.NotCanonical:
        return
    leaf = tree.leaf_hash(salt, 1, recorded, entry)
    copy = desk(1, documents=0).copy()
    fields = {"entry": copied(entry), "text": copied(text), "topic": copied(text[::-1]), "leaf": copied(leaf)}
    copy.change("statements.tsv", 1, **fields, salt=copied(salt), recorded_us=str(recorded))
    log = verifier.Log("statements.tsv", verifier.STATEMENTS, verifier.statement, verifier.Report())

    log.read(copy.lines("statements.tsv"))

    assert log.report.findings == []
    assert log.frontier == [leaf]


@given(st.dictionaries(texts, values, max_size=3), st.data())
@settings(max_examples=200, deadline=None)
def test_any_other_spelling_of_an_entry_is_found(content: Any, data: st.DataObject) -> None:
    entry = desk(1, documents=0).statements[0].entry | {"content": content}
    ways = {"indent": st.sampled_from([None, 0]), "ensure_ascii": st.booleans(), "sort_keys": st.booleans()}
    how = {name: data.draw(way) for name, way in ways.items()}
    separators = data.draw(st.sampled_from([(",", ":"), (", ", ":"), (",", ": ")]))
    text = json.dumps(entry, separators=separators, **how)
    copy = desk(1, documents=0).copy()
    copy.forge("statements.tsv", 1, entry=copied(text))
    log = verifier.Log("statements.tsv", verifier.STATEMENTS, verifier.statement, verifier.Report())

    log.read(copy.lines("statements.tsv"))

    own = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert log.report.ok == (text == own)


# What it says


def tampered() -> Copy:
    copy = desk(20).copy()
    copy.change("statements.tsv", 2, kind="said.claim")
    return copy


def test_the_report_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verifier.main([str(desk(20).copy().write(tmp_path))]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "statements.tsv: rows 20 to 20 are not under a signed head",
        "access.tsv: rows 7 to 7 are not under a signed head",
        "20 statements, 7 in the access log, 2 documents, 4 heads: nothing was changed",
    ]

    assert verifier.main([str(tampered().write(tmp_path))]) == 3
    told = capsys.readouterr().out
    assert told.splitlines() == [
        "statements.tsv: row 2, kind: is not what the entry says",
        "statements.tsv: rows 20 to 20 are not under a signed head",
        "access.tsv: rows 7 to 7 are not under a signed head",
        "20 statements, 7 in the access log, 2 documents, 4 heads: 1 findings",
    ]

    assert verifier.main([str(tmp_path), "--format", "text"]) == 3
    assert capsys.readouterr().out == told


def test_the_report_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verifier.main([str(tampered().write(tmp_path)), "--format", "json"]) == 3
    written = capsys.readouterr().out
    told = json.loads(written)

    assert told == {
        "ok": False,
        "statements": 20,
        "access": 7,
        "heads": 4,
        "documents": 2,
        "records": 0,
        "lists": 0,
        "series": 0,
        "signed": 19,
        "access_signed": 6,
        "findings": [
            {"file": "statements.tsv", "row": 2, "column": "kind", "message": "is not what the entry says"},
        ],
        "unlisted": 0,
        "tails": [
            "statements.tsv: rows 20 to 20 are not under a signed head",
            "access.tsv: rows 7 to 7 are not under a signed head",
        ],
    }
    assert written == json.dumps(told, indent=2) + "\n"


def test_letters_stay_letters_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    report = verifier.Report()
    report.find("слово", 1, "é", "x")

    assert "слово" in report.as_json()


def test_a_saved_head_signs_what_it_covers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = desk(20)
    (tmp_path / "head.json").write_text(made.head(20, 7).text(), encoding="utf-8")
    arguments = [str(made.copy().write(tmp_path / "export")), "--head", str(tmp_path / "head.json")]

    assert verifier.main(arguments) == 0
    assert capsys.readouterr().out == (
        "20 statements, 7 in the access log, 2 documents, 4 heads: nothing was changed\n"
    )


def test_a_head_with_findings_signs_nothing(tmp_path: Path) -> None:
    copy = desk(20).copy()
    copy.change("statements.tsv", 7, kind="said.claim")
    copy.forge("statements.tsv", 7, recorded_us=copy.row("statements.tsv", 8)["recorded_us"])
    report = verifier.verify(copy.write(tmp_path))

    assert not report.ok
    assert (report.signed, report.access_signed) == (5, 1)


def test_the_highest_signed_head_counts_whatever_comes_after_it(tmp_path: Path) -> None:
    made = desk(20)
    (tmp_path / "head.json").write_text(made.head(5, 1).text(), encoding="utf-8")
    report = verifier.verify(made.copy().write(tmp_path / "export"), tmp_path / "head.json")

    assert (report.signed, report.access_signed) == (19, 6)


def test_a_thousand_findings_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    copy = desk(520).copy()
    lines = copy.lines("statements.tsv")
    copy.put("statements.tsv", [lines[0], *(line.replace(b"said.plain", b"said.other", 1) for line in lines[1:])])
    report = verifier.verify(copy.write(tmp_path))

    assert len(report.findings) == 1000
    assert report.findings[-1].file == "statements.tsv"
    assert report.unlisted > 0
    assert report.signed == 0
    count = len(report.findings) + report.unlisted
    assert report.as_text().splitlines()[1000] == f"{report.unlisted} more are not listed"
    assert report.as_text().endswith(f" {count} findings")


def test_a_head_signed_on_a_whole_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exported, "DAY", exported.DAY.replace(microsecond=0))
    report = verifier.verify(desk(20).copy().write(tmp_path))

    assert report.ok
    assert report.signed == 19


def test_a_head_signs_the_truth_of_rows_whose_other_columns_were_changed(tmp_path: Path) -> None:
    copy = desk(1020).copy()
    lines = copy.lines("statements.tsv")
    copy.put("statements.tsv", [lines[0], *(line[:-1] + b"x\n" for line in lines[1:])])
    report = verifier.verify(copy.write(tmp_path))

    assert (len(report.findings), report.unlisted) == (1000, 20)
    assert {finding.column for finding in report.findings} == {"text"}
    assert report.signed == 1019


@pytest.mark.parametrize("findings", [999, 1000, 1001])
def test_the_list_ends_at_a_thousand(findings: int) -> None:
    report = verifier.Report()
    for _ in range(findings):
        report.find("a.tsv", 1, "b", "c")

    assert len(report.findings) == min(findings, 1000)
    assert report.unlisted == max(0, findings - 1000)


def test_used_wrongly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verifier.main([str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err == f"{tmp_path / 'nowhere'} is no folder.\n"
    for arguments in ([], ["a", "b"], [str(tmp_path), "--format", "xml"]):
        with pytest.raises(SystemExit) as stopped:
            verifier.main(arguments)
        assert stopped.value.code == 2


def test_help_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        verifier.main(["--help"])

    told = capsys.readouterr().out
    for words in [
        "\nProves that an exported ledger was not changed.",
        " the folder of the export",
        " a signed head that was kept elsewhere",
        "{text,json}",
        " how many examine rows at the same time",
    ]:
        assert words in told


def test_it_runs_as_a_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["ledger_verifier.py", str(tampered().write(tmp_path))])

    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(verifier.__file__), run_name="__main__")

    assert stopped.value.code == 3


def test_it_imports_nothing_of_the_product() -> None:
    code = Path(str(verifier.__file__)).read_text(encoding="utf-8")

    assert "homeward." not in code
    assert "import homeward" not in code


def test_a_finding_is_a_value() -> None:
    finding = verifier.Finding("a.tsv", 0, "", "is missing")

    assert str(finding) == "a.tsv: is missing"
    assert hash(finding)
    assert not hasattr(finding, "__dict__")
    assert not hasattr(verifier.Report(), "__dict__")


@pytest.mark.parametrize("rows", [0, 1, 2, 3, 4, 7, 300])
def test_the_rows_of_lists_stand_under_the_roots_that_their_entries_tell(tmp_path: Path, rows: int) -> None:
    made = desk(9, documents=1)
    exported.reads(made, 3, rows)
    exported.reads(made, 5, 2, seed=6)
    report = verifier.verify(made.copy().write(tmp_path))

    assert report.findings == []
    assert report.records == rows + 2
    assert report.lists == rows + 2 + 4
    assert f", {rows + 2} records, {rows + 6} lines of lists, " in report.as_text()


@pytest.mark.parametrize("rows", [1, 2, 7, 300])
def test_the_values_of_series_stand_under_the_roots_that_their_entries_tell(tmp_path: Path, rows: int) -> None:
    made = desk(9, documents=1)
    exported.reads_series(made, 3, rows)
    exported.reads_series(made, 5, 2, seed=6)
    made.series.reverse()
    report = verifier.verify(made.copy().write(tmp_path))

    assert report.findings == []
    assert (report.series, report.lists) == (rows + 2, 0)
    assert f", {rows + 2} lines of series, " in report.as_text()


def test_the_lines_of_a_version_hold_in_any_order(tmp_path: Path) -> None:
    made = desk(9, documents=1)
    exported.reads(made, 3, 5)
    made.lists.reverse()

    assert verifier.verify(made.copy().write(tmp_path)).findings == []


def test_the_verifier_and_the_register_make_one_root(tmp_path: Path) -> None:
    made = desk(5, documents=1)
    rows = exported.reads(made, 3, 5)
    boxed = [
        roots.Boxed(
            UUID(row["id"]),
            UUID(row["person_id"]),
            row["number"],
            row["box"],
            UUID(row["instead_of_id"]) if row["instead_of_id"] else None,
        )
        for row in rows
    ]

    assert made.statements[3].entry["content"]["root"] == roots.root(reversed(boxed))
