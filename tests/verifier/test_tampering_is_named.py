"""What somebody may do to an export, and what the verifier says: file, row, column."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import ledger_verifier as verifier
from tests.verifier import exported
from tests.verifier.exported import DAY, Copy, Desk, desk, us

STATEMENTS, ACCESS, HEADS, DOCUMENTS = "statements.tsv", "access.tsv", "heads.tsv", "documents.tsv"
HEX = "\\\\x"
SPELLING, TIME = "ValueError('it is spelled otherwise')", "ValueError('a time is spelled otherwise')"


@cache
def a_desk(size: int = 20) -> Desk:
    return desk(size)


@cache
def a_true_copy(size: int) -> Copy:
    return a_desk(size).copy()


def a_copy(size: int = 20) -> Copy:
    return Copy(dict(a_true_copy(size).files))


def found(copy: Copy, tmp_path: Path, saved_head: Path | None = None) -> list[str]:
    findings = verifier.verify(copy.write(tmp_path / "export"), saved_head).findings
    assert all(bool(finding.row) == bool(finding.column) for finding in findings)
    return [str(finding) for finding in findings]


def roots(*rows: int) -> list[str]:
    """The findings of heads whose rows were changed."""
    sizes = {1: 5, 2: 10, 3: 19, 4: 20}
    return [f"heads.tsv: row {row}, root: is not that of the first {sizes[row]} rows of statements.tsv" for row in rows]


UNSIGNED = [f"heads.tsv: row {row}, signature: is not that of a known key over this head" for row in (1, 3)]
CUT = "heads.tsv: row 4, size: statements.tsv ends at row 19: what came after it was cut off"


# Rows


def test_a_deleted_row(tmp_path: Path) -> None:
    copy = a_copy()
    lines = copy.lines(STATEMENTS)
    copy.put(STATEMENTS, lines[:6] + lines[7:])

    assert found(copy, tmp_path) == ["statements.tsv: row 6, position: is 7 where 6 is due", *roots(2, 3), CUT]


def test_a_row_put_in_the_place_of_the_next(tmp_path: Path) -> None:
    copy = a_copy()
    lines = copy.lines(STATEMENTS)
    copy.put(STATEMENTS, [*lines[:7], lines[8], lines[7], *lines[9:]])

    assert found(copy, tmp_path) == [
        "statements.tsv: row 7, position: is 8 where 7 is due",
        "statements.tsv: row 8, position: is 7 where 9 is due",
        "statements.tsv: row 8, recorded_us: is earlier than that of the row before",
        "statements.tsv: row 9, position: is 9 where 8 is due",
        *roots(2, 3, 4),
    ]


def test_two_rows_that_changed_places_and_were_numbered_again(tmp_path: Path) -> None:
    copy = a_copy()
    lines = copy.lines(STATEMENTS)
    copy.put(STATEMENTS, [*lines[:7], lines[8], lines[7], *lines[9:]])
    copy.forge(STATEMENTS, 7, position="7", recorded_us=copy.row(STATEMENTS, 6)["recorded_us"])
    copy.forge(STATEMENTS, 8, position="8", recorded_us=copy.row(STATEMENTS, 9)["recorded_us"])

    assert found(copy, tmp_path) == roots(2, 3, 4)


def test_a_row_that_stands_twice(tmp_path: Path) -> None:
    copy = a_copy()
    lines = copy.lines(STATEMENTS)
    copy.put(STATEMENTS, [*lines[:8], lines[7], *lines[8:]])

    assert found(copy, tmp_path) == [
        "statements.tsv: row 8, position: is 7 where 8 is due",
        "statements.tsv: row 8, id: stands twice",
        *roots(2, 3, 4),
        "heads.tsv: rows 21 to 21 of statements.tsv are under no head",
    ]


def test_a_row_put_in_at_the_end(tmp_path: Path) -> None:
    copy = a_copy()
    copy.put(STATEMENTS, copy.lines(STATEMENTS) + desk(21, seed=9).copy().lines(STATEMENTS)[-1:])

    assert found(copy, tmp_path) == ["heads.tsv: rows 21 to 21 of statements.tsv are under no head"]


def test_a_row_of_the_access_log_taken_out(tmp_path: Path) -> None:
    copy = a_copy()
    lines = copy.lines(ACCESS)
    copy.put(ACCESS, lines[:2] + lines[3:])

    assert found(copy, tmp_path) == [
        "access.tsv: row 2, position: is 3 where 2 is due",
        "heads.tsv: row 2, access_root: is not that of the first 3 rows of access.tsv",
        "heads.tsv: row 3, access_root: is not that of the first 6 rows of access.tsv",
        "heads.tsv: row 4, access_size: access.tsv ends at row 6: what came after it was cut off",
    ]


def test_the_last_row_cut_off_without_its_head(tmp_path: Path) -> None:
    copy = a_copy()
    copy.put(STATEMENTS, copy.lines(STATEMENTS)[:-1])

    assert found(copy, tmp_path) == [CUT]


def test_an_early_time_with_its_leaf(tmp_path: Path) -> None:
    copy = a_copy()
    copy.forge(STATEMENTS, 20, recorded_us=str(us(DAY)))

    assert found(copy, tmp_path) == [
        "statements.tsv: row 20, recorded_us: is earlier than that of the row before",
        *roots(4),
    ]


@pytest.mark.parametrize("column", verifier.STATEMENTS[5:])
def test_a_derived_column(tmp_path: Path, column: str) -> None:
    copy = a_copy()
    copy.change(STATEMENTS, 9, **{column: "1"})

    assert found(copy, tmp_path) == [f"statements.tsv: row 9, {column}: is not what the entry says"]


@pytest.mark.parametrize("column", verifier.STATEMENTS[5:])
@pytest.mark.parametrize("row", [1, 2])
def test_nothing_in_place_of_something_and_the_other_way_round(tmp_path: Path, row: int, column: str) -> None:
    copy = a_copy()
    told = copy.row(STATEMENTS, row)[column]
    copy.change(STATEMENTS, row, **{column: "\\N" if told != "\\N" else ""})

    assert found(copy, tmp_path) == [f"statements.tsv: row {row}, {column}: is not what the entry says"]


@pytest.mark.parametrize("column", ["id", "actor_id", "kind"])
def test_a_derived_column_of_the_access_log(tmp_path: Path, column: str) -> None:
    copy = a_copy()
    copy.change(ACCESS, 3, **{column: "\\N"})

    assert found(copy, tmp_path) == [f"access.tsv: row 3, {column}: is not what the entry says"]


@pytest.mark.parametrize("escape", ["\\x09", "\\011", "\t", "\\\t", "\\\\t"])
def test_a_text_that_is_escaped_otherwise(tmp_path: Path, escape: str) -> None:
    copy = a_copy()
    lines = copy.lines(STATEMENTS)
    assert b"\\tand" in lines[1]
    copy.put(STATEMENTS, [lines[0], lines[1].replace(b"\\tand", escape.encode() + b"and"), *lines[2:]])

    assert found(copy, tmp_path)[0].startswith("statements.tsv: row 1, ")


@pytest.mark.parametrize(
    ("row", "column", "told", "said"),
    [
        (1, "leaf", HEX + "00" * 32, "leaf: is not the hash of position, time, salt and entry"),
        (1, "position", "01", "row: its position, time or salt cannot be read"),
        (1, "position", "1.0", "row: its position, time or salt cannot be read"),
        (1, "position", str(1 << 63), "row: its position, time or salt cannot be read"),
        (1, "recorded_us", "\\N", "row: its position, time or salt cannot be read"),
        (1, "recorded_us", str(1 << 63), "row: its position, time or salt cannot be read"),
        (1, "salt", "00" * 16, "row: its position, time or salt cannot be read"),
        (1, "salt", HEX + "AB" * 16, "row: its position, time or salt cannot be read"),
        (1, "salt", HEX + "ab " * 16, "row: its position, time or salt cannot be read"),
    ],
)
def test_truth_that_is_no_truth(tmp_path: Path, row: int, column: str, told: str, said: str) -> None:
    copy = a_copy()
    copy.change(STATEMENTS, row, **{column: told})

    assert found(copy, tmp_path)[0] == f"statements.tsv: row {row}, {said}"


def test_a_row_that_cannot_be_read_leaves_the_others_readable(tmp_path: Path) -> None:
    copy = a_copy()
    copy.change(STATEMENTS, 20, salt="")

    assert found(copy, tmp_path) == [
        "statements.tsv: row 20, row: its position, time or salt cannot be read",
        *roots(4),
    ]


@pytest.mark.parametrize("length", [15, 17, 0])
def test_a_salt_of_another_length_with_its_leaf(tmp_path: Path, length: int) -> None:
    copy = a_copy()
    copy.forge(STATEMENTS, 20, salt=HEX + "ab" * length)

    assert found(copy, tmp_path) == ["statements.tsv: row 20, salt: has not 16 bytes", *roots(4)]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda entry: entry.replace('"version":1', '"version": 1'), SPELLING),
        (lambda entry: entry.replace('"version":1', '"version":1.0'), "ValueError('1.0 has more than one spelling')"),
        (lambda entry: entry.replace('"version":1', '"version":NaN'), "NaN has more than one spelling"),
        (lambda entry: entry.replace('"version":1', '"version":-0'), SPELLING),
        (
            lambda entry: entry.replace('"version":1', '"version":1,"version":1'),
            SPELLING,
        ),
        (lambda entry: entry.replace('"version":1', '"a":1,"version":1'), SPELLING),
        (lambda entry: entry.replace("said.plain", "said\\\\u002eplain"), SPELLING),
        (lambda entry: entry + " ", SPELLING),
        (lambda entry: " " + entry, "Expecting value"),
        (lambda entry: entry[:-1], "Expecting ',' delimiter"),
        (lambda entry: "[]", "list indices must be integers"),
        (lambda entry: "{}", "KeyError('id')"),
        (lambda entry: "[" * 100_000, "RecursionError"),
        (lambda entry: entry.replace('"case"', '"cause"'), "KeyError('case')"),
        (lambda entry: entry.replace('"ref":"s18"', '"ref":18'), "TypeError"),
        (
            lambda entry: entry.replace('"from":null', '"from":"2023-11-04"'),
            TIME,
        ),
        (
            lambda entry: entry.replace('"from":null', '"from":"2023-11-04T10:00:00.00000Z"'),
            TIME,
        ),
        (
            lambda entry: entry.replace('"from":null', '"from":"2023-11-04T10:00:00.000000z"'),
            TIME,
        ),
        (
            lambda entry: entry.replace('"from":null', '"from":"2023-11-04 10:00:00.000000Z"'),
            TIME,
        ),
        (
            lambda entry: entry.replace('"from":null', '"from":"2023-11-04T10:00:00.000000+02:00"'),
            TIME,
        ),
        (
            lambda entry: entry.replace('"from":null', '"from":"2023-11-٠4T10:00:00.000000Z"'),
            TIME,
        ),
        (lambda entry: entry.replace('"from":null', '"from":"2023-11-31T10:00:00.000000Z"'), "day is out of range"),
        (lambda entry: entry.replace('"from":null', '"from":5'), "TypeError"),
        (lambda entry: entry.replace('"from":null,', ""), "KeyError('from')"),
    ],
)
def test_an_entry_that_is_none_with_its_leaf(tmp_path: Path, change: Callable[[str], str], problem: str) -> None:
    copy = a_copy()
    copy.forge(STATEMENTS, 18, entry=change(copy.row(STATEMENTS, 18)["entry"]))

    told = found(copy, tmp_path)

    assert told[0].startswith("statements.tsv: row 18, entry: is no canonical entry: ")
    assert problem in told[0]
    assert told[1:] == roots(3, 4)


def test_an_entry_with_an_escape_that_copy_does_not_write(tmp_path: Path) -> None:
    copy = a_copy()
    entry = copy.row(STATEMENTS, 1)["entry"]
    assert "\\\\t" in entry
    copy.forge(STATEMENTS, 1, entry=entry.replace("\\\\t", "\\t"))

    assert found(copy, tmp_path)[0].endswith(
        "row 1, entry: is no canonical entry: ValueError('it is spelled otherwise')"
    )


def test_a_row_that_is_wrong_in_two_ways(tmp_path: Path) -> None:
    copy = a_copy()
    copy.forge(STATEMENTS, 20, salt=HEX + "ab" * 15, entry="{}")

    assert found(copy, tmp_path) == [
        "statements.tsv: row 20, salt: has not 16 bytes",
        "statements.tsv: row 20, entry: is no canonical entry: KeyError('id')",
        *roots(4),
    ]


def test_two_rows_without_an_id_are_not_one_that_stands_twice(tmp_path: Path) -> None:
    copy = a_copy()
    for row in (19, 20):
        copy.forge(STATEMENTS, row, entry="{}")

    assert found(copy, tmp_path) == [
        "statements.tsv: row 19, entry: is no canonical entry: KeyError('id')",
        "statements.tsv: row 20, entry: is no canonical entry: KeyError('id')",
        *roots(3, 4),
    ]


@pytest.mark.parametrize("id", ["one", "g0000000-0000-4000-8000-000000000000"])
def test_an_id_that_is_none_with_its_leaf(tmp_path: Path, id: str) -> None:
    copy = a_copy()
    told = copy.row(STATEMENTS, 18)
    copy.forge(STATEMENTS, 18, entry=told["entry"].replace(told["id"], id), id=id)

    assert found(copy, tmp_path)[0].startswith("statements.tsv: row 18, entry: is no canonical entry: ValueError(")


@pytest.mark.parametrize(
    ("change", "row"),
    [
        (lambda lines: [*lines[:3], lines[3][:-1] + b"\t\n", *lines[4:]], 3),
        (lambda lines: [*lines[:3], lines[3].replace(b"\t", b" ", 1), *lines[4:]], 3),
        (lambda lines: [*lines[:3], b"\n", *lines[4:]], 3),
        (lambda lines: [*lines[:3], lines[3].replace(b"said", b"s\xffid"), *lines[4:]], 3),
        (lambda lines: [*lines[:-1], lines[-1][:-1]], 20),
    ],
)
def test_a_line_that_is_no_row(tmp_path: Path, change: Callable[[list[bytes]], list[bytes]], row: int) -> None:
    copy = a_copy()
    copy.put(STATEMENTS, change(copy.lines(STATEMENTS)))

    said = f"statements.tsv: row {row}, row: is cut, is no UTF-8, or has too many or too few columns"
    assert found(copy, tmp_path)[0] == said


@pytest.mark.parametrize("file", ["tiles.tsv", "access_tiles.tsv", HEADS, DOCUMENTS])
def test_a_line_that_is_no_row_of_another_file(tmp_path: Path, file: str) -> None:
    copy = a_copy(256)
    copy.put(file, [*copy.lines(file), b"cut"])

    rows = len(copy.lines(file)) - 1
    assert found(copy, tmp_path)[0] == f"{file}: row {rows}, row: {verifier.CUT}"


# Files


@pytest.mark.parametrize(
    ("file", "columns"),
    [
        (STATEMENTS, verifier.STATEMENTS),
        (ACCESS, verifier.ACCESS),
        ("tiles.tsv", verifier.TILES),
        ("access_tiles.tsv", verifier.TILES),
        (HEADS, verifier.HEADS),
        (DOCUMENTS, verifier.DOCUMENTS),
    ],
)
def test_a_file_that_is_missing_empty_or_has_other_columns(tmp_path: Path, file: str, columns: verifier.Fields) -> None:
    said = f"{file}: is missing, or its columns are not {', '.join(columns)}"
    for header in [b"", b"\t".join(map(str.encode, columns[1:])) + b"\n", b"\t".join(map(str.encode, columns))]:
        copy = a_copy()
        copy.put(file, [header])
        assert said in found(copy, tmp_path)
    (tmp_path / "export" / file).unlink()
    assert said in [str(finding) for finding in verifier.verify(tmp_path / "export").findings]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda row, other: row | {"root": other["root"]}, "root: is not that of the rows"),
        (lambda row, other: row | {"root": row["root"][1:]}, "root: is not that of the rows"),
        (lambda row, other: row | {"hashes": other["hashes"]}, "hashes: are not those of the rows"),
        (lambda row, other: row | {"hashes": row["hashes"] + "ab" * 32}, "hashes: are not those of the rows"),
        (lambda row, other: row | {"hashes": row["hashes"] + "ab"}, "hashes: are not those of the rows"),
        (lambda row, other: row | {"hashes": row["hashes"][:-64]}, "hashes: are not those of the rows"),
        (lambda row, other: row | {"hashes": HEX + row["root"][3:]}, "hashes: are not those of the rows"),
        (lambda row, other: row | {"hashes": HEX}, "hashes: are not those of the rows"),
        (lambda row, other: row | {"hashes": row["hashes"][1:]}, "row: is no full tile of this log, or stands twice"),
        (lambda row, other: row | {"number": "2"}, "row: is no full tile of this log, or stands twice"),
        (lambda row, other: row | {"level": "1"}, "row: is no full tile of this log, or stands twice"),
        (lambda row, other: row | {"level": "00"}, "row: is no full tile of this log, or stands twice"),
    ],
)
def test_a_changed_tile(tmp_path: Path, change: Callable[..., dict[str, str]], said: str) -> None:
    copy = a_copy(520)
    row, other = copy.row("tiles.tsv", 1), copy.row("tiles.tsv", 2)
    copy.change("tiles.tsv", 1, **change(row, other))

    told = found(copy, tmp_path)

    assert told[0] == f"tiles.tsv: row 1, {said}"
    gone = ["tiles.tsv: tile 0 of level 0 is missing"] if "number" in said or change(row, other)["level"] != "0" else []
    assert told[1:] in ([], gone, ["tiles.tsv: tile 0 of level 0 is missing"])


def test_a_tile_that_is_missing_or_stands_twice(tmp_path: Path) -> None:
    copy = a_copy(520)
    header, first, _ = copy.lines("tiles.tsv")
    copy.put("tiles.tsv", [header, first, first])

    assert found(copy, tmp_path) == [
        "tiles.tsv: row 2, row: is no full tile of this log, or stands twice",
        "tiles.tsv: tile 1 of level 0 is missing",
    ]


def test_tiles_of_the_access_log(tmp_path: Path) -> None:
    copy = desk(3, access=256).copy()
    copy.put("access_tiles.tsv", copy.lines("access_tiles.tsv")[:1])

    assert found(copy, tmp_path) == ["access_tiles.tsv: tile 0 of level 0 is missing"]


@pytest.mark.parametrize("column", [*verifier.DOCUMENTS[1:]])
def test_a_changed_document(tmp_path: Path, column: str) -> None:
    copy = a_copy()
    told = copy.row(DOCUMENTS, 1)[column]
    copy.change(DOCUMENTS, 1, **{column: HEX + "00" if told.startswith(HEX) else "x"})

    assert found(copy, tmp_path) == [f"documents.tsv: row 1, {column}: is not what the receiving entry says"]


@pytest.mark.parametrize(
    ("column", "change"),
    [
        ("text", lambda told: ""),
        ("text", lambda told: told + "\v"),
        ("text", lambda told: told.replace("\\\\", "\\")),
        ("text", lambda told: told + "\\"),
        ("text", lambda told: told + "\\v"),
        ("text", lambda told: "\\N"),
        ("bytes", lambda told: HEX),
        ("bytes", lambda told: told.replace(HEX, "\\x")),
        ("bytes", lambda told: "\\N"),
        ("digest", lambda told: told.removeprefix(HEX)),
        ("id", lambda told: "1"),
    ],
)
def test_a_document_as_copy_would_not_write_it(tmp_path: Path, column: str, change: Callable[[str], str]) -> None:
    copy = a_copy()
    copy.change(DOCUMENTS, 2, **{column: change(copy.row(DOCUMENTS, 2)[column])})

    assert found(copy, tmp_path)[0].startswith("documents.tsv: row 2, ")


def test_a_text_in_another_spelling(tmp_path: Path) -> None:
    made = desk(3, documents=1)
    made.documents[0]["text"] = "one\btwo"
    made.statements[0].entry["content"]["text_digest"] = sha256(b"one\btwo").hexdigest()
    copy = made.copy()
    assert found(copy, tmp_path) == []
    copy.change(DOCUMENTS, 1, text="one\x08two")

    assert found(copy, tmp_path) == ["documents.tsv: row 1, text: is not what the receiving entry says"]


def test_a_document_in_no_named_language(tmp_path: Path) -> None:
    made = desk(3, documents=1)
    del made.statements[0].entry["language"]
    made.documents[0]["language"] = ""

    assert found(made.copy(), tmp_path) == []


def test_an_empty_text_in_another_spelling(tmp_path: Path) -> None:
    made = desk(3, documents=1)
    made.documents[0]["text"] = ""
    made.statements[0].entry["content"]["text_digest"] = sha256(b"").hexdigest()
    assert found(made.copy(), tmp_path) == []
    made.statements[0].entry["content"]["text_digest"] = sha256(b"x").hexdigest()

    assert found(made.copy(), tmp_path) == ["documents.tsv: row 1, text: is not what the receiving entry says"]


def test_a_paper_out_of_a_file_of_several_stands_with_its_text_alone(tmp_path: Path) -> None:
    made = desk(5, documents=2)
    made.statements[0].entry["content"]["part"] = 0  # the file itself
    file, paper = made.documents
    made.statements[2].entry["content"] |= {"part": 1, "digest": sha256(file["bytes"]).hexdigest()}
    paper |= {"digest": file["digest"], "bytes": b"", "part": 1}
    assert found(made.copy(), tmp_path) == []

    paper["part"] = 2
    assert found(made.copy(), tmp_path) == ["documents.tsv: row 2, part: is not what the receiving entry says"]
    paper["part"], paper["bytes"] = 1, file["bytes"]
    assert found(made.copy(), tmp_path) == ["documents.tsv: row 2, bytes: is not what the receiving entry says"]
    paper["bytes"], file["bytes"] = b"", b""
    assert found(made.copy(), tmp_path) == ["documents.tsv: row 1, bytes: is not what the receiving entry says"]


def test_a_document_may_be_received_again_and_not_as_another(tmp_path: Path) -> None:
    made = desk(5, documents=1)
    first = made.statements[0].entry
    again = {name: first[name] for name in ("kind", "content", "case", "compartment", "language")}
    made.statements[2].entry |= {**again, "content": first["content"] | {"publication": first["id"]}}
    assert found(made.copy(), tmp_path) == []

    made.statements[2].entry["content"]["media_type"] = "text/html"

    assert found(made.copy(), tmp_path) == [
        "statements.tsv: row 3, entry: receives a document otherwise than an entry before"
    ]


def test_documents_that_are_missing_strange_or_doubled(tmp_path: Path) -> None:
    copy = a_copy()
    header, first, second = copy.lines(DOCUMENTS)
    strange = copy.row(DOCUMENTS, 2)["id"]
    copy.put(DOCUMENTS, [header, first, first, second.replace(strange.encode(), b"00000000")])

    assert found(copy, tmp_path) == [
        *[
            f"documents.tsv: row {row}, row: cannot be read, stands twice, or no entry says that it was received"
            for row in (2, 3)
        ],
        f"documents.tsv: document {strange} is missing",
    ]


@pytest.mark.parametrize("lost", ["document", "digest", "text_digest", "media_type"])
def test_an_entry_that_receives_nothing(tmp_path: Path, lost: str) -> None:
    made = desk(3, documents=1)
    del made.statements[0].entry["content"][lost]

    said = f"statements.tsv: row 1, entry: is no canonical entry: KeyError('{lost}')"
    assert found(made.copy(), tmp_path)[0] == said


# Heads


@pytest.mark.parametrize(
    ("row", "change", "said"),
    [
        (1, {"root": HEX + "00" * 32}, ["root: is not that of the first 5 rows of statements.tsv", "signature"]),
        (
            1,
            {"access_root": HEX + "00" * 32},
            ["access_root: is not that of the first 1 rows of access.tsv", "signature"],
        ),
        (1, {"size": "4"}, ["root: is not that of the first 4 rows of statements.tsv", "signature"]),
        (1, {"access_size": "2"}, ["access_root: is not that of the first 2 rows of access.tsv", "signature"]),
        (2, {"root": HEX + "00" * 32}, ["root: is not that of the first 10 rows of statements.tsv"]),
        (2, {"access_root": HEX}, ["access_root: is not that of the first 3 rows of access.tsv"]),
        (1, {"size": "5 "}, ["row: a size or a root cannot be read"]),
        (2, {"size": "010"}, ["row: a size or a root cannot be read"]),
        (2, {"access_size": "x"}, ["row: a size or a root cannot be read"]),
        (2, {"root": "\\N"}, ["row: a size or a root cannot be read"]),
        (2, {"access_root": "\\N"}, ["row: a size or a root cannot be read"]),
        (1, {"signed_us": "\\N"}, ["signature: is not that of a known key over this head"]),
        (1, {"signed_us": "1"}, ["signature: is not that of a known key over this head"]),
        (1, {"signed_us": "1" * 30}, ["signature: is not that of a known key over this head"]),
        (1, {"key_id": "\\N"}, ["signature: is not that of a known key over this head"]),
        (1, {"signature": "\\N"}, ["signature: is not that of a known key over this head"]),
        (1, {"signature": HEX + "00" * 64}, ["signature: is not that of a known key over this head"]),
        (2, {"signed_us": "1"}, ["signature: is not that of a known key over this head"]),
        (2, {"key_id": ""}, ["signature: is not that of a known key over this head"]),
    ],
)
def test_a_changed_head(tmp_path: Path, row: int, change: dict[str, str], said: list[str]) -> None:
    copy = a_copy()
    copy.change(HEADS, row, **change)

    told = found(copy, tmp_path)

    assert len(told) == len(said)
    for finding, beginning in zip(told, said, strict=True):
        assert finding.startswith(f"heads.tsv: row {row}, {beginning}")


def test_a_time_of_signing_is_bound_as_it_is_spelled(tmp_path: Path) -> None:
    copy = a_copy()
    copy.change(HEADS, 1, signed_us="0" + copy.row(HEADS, 1)["signed_us"])

    assert found(copy, tmp_path) == ["heads.tsv: row 1, signature: is not that of a known key over this head"]


def test_heads_out_of_order_or_doubled(tmp_path: Path) -> None:
    copy = a_copy()
    lines = copy.lines(HEADS)
    copy.put(HEADS, [lines[0], lines[2], lines[1], lines[3], lines[4], lines[4]])

    assert found(copy, tmp_path) == [
        "heads.tsv: row 2, size: is not larger than that of the head before",
        "heads.tsv: row 5, size: is not larger than that of the head before",
    ]


def test_heads_when_only_one_log_grew(tmp_path: Path) -> None:
    made = deepcopy(a_desk())
    made.heads = [(0, 1, False), (0, 2, True), (20, 2, True), (20, 3, False), (20, 7, True)]
    assert found(made.copy(), tmp_path) == []

    made.heads = [(20, 3, True), (20, 2, False)]
    assert found(made.copy(), tmp_path) == ["heads.tsv: row 2, size: is not larger than that of the head before"]
    made.heads = [(20, 3, True), (20, 3, False)]
    assert found(made.copy(), tmp_path) == ["heads.tsv: row 2, size: is not larger than that of the head before"]
    made.heads = [(20, 3, True), (19, 4, False)]
    assert found(made.copy(), tmp_path) == [
        "heads.tsv: row 2, size: is not larger than that of the head before",
        "heads.tsv: rows 20 to 20 of statements.tsv are under no head",
    ]


def test_rows_under_no_head(tmp_path: Path) -> None:
    copy = a_copy()
    copy.put(HEADS, copy.lines(HEADS)[:3])
    assert found(copy, tmp_path) == ["heads.tsv: rows 11 to 20 of statements.tsv are under no head"]

    copy.put(HEADS, copy.lines(HEADS)[:1])
    assert found(copy, tmp_path) == ["heads.tsv: rows 1 to 20 of statements.tsv are under no head"]


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b'{"a":1}', b'{"0000000000000000":"ab"}', b'{"fb8e20fc2e4c3f24":"ab"}', b"\xff", b'{"a":1.0}'],
)
def test_keys_that_are_none(tmp_path: Path, content: bytes) -> None:
    copy = a_copy()
    copy.files["public_keys.json"] = content

    assert found(copy, tmp_path) == ["public_keys.json: is missing, or a key is not what its name says", *UNSIGNED]


def test_keys_of_somebody_else(tmp_path: Path) -> None:
    copy = a_copy()
    copy.files["public_keys.json"] = b'{"66687aadf862bd77":"' + b"00" * 32 + b'"}'

    assert found(copy, tmp_path) == UNSIGNED


def test_former_keys_are_known_too(tmp_path: Path) -> None:
    copy = a_copy()
    copy.files["public_keys.json"] = b'{"66687aadf862bd77":"' + b"00" * 32 + b'",' + copy.files["public_keys.json"][1:]

    assert found(copy, tmp_path) == []


def test_a_key_under_a_name_that_is_not_its_own(tmp_path: Path) -> None:
    copy = a_copy()
    copy.files["public_keys.json"] = copy.files["public_keys.json"][:-1] + b',"66687aadf862bd78":"' + b"00" * 32 + b'"}'

    assert found(copy, tmp_path) == ["public_keys.json: is missing, or a key is not what its name says"]


def test_keys_that_are_missing(tmp_path: Path) -> None:
    folder = a_copy().write(tmp_path / "export")
    (folder / "public_keys.json").unlink()

    assert [str(finding) for finding in verifier.verify(folder).findings][:1] == [
        "public_keys.json: is missing, or a key is not what its name says"
    ]


# A head kept elsewhere


def kept(made: Desk, tmp_path: Path, size: int = 20, access: int = 7) -> Path:
    file = tmp_path / "kept.json"
    file.write_text(made.head(size, access).text() + "\n", encoding="utf-8")
    return file


def test_a_saved_head_of_a_true_export(tmp_path: Path) -> None:
    for size, access in [(20, 7), (1, 0), (7, 5)]:
        assert found(a_copy(), tmp_path, kept(a_desk(), tmp_path, size, access)) == []


def test_the_tail_cut_from_every_file(tmp_path: Path) -> None:
    shorter = deepcopy(a_desk())
    del shorter.statements[18:]
    del shorter.access[6:]
    shorter.heads = [(5, 1, True), (18, 6, True)]
    assert found(shorter.copy(), tmp_path) == []

    file = kept(a_desk(), tmp_path)
    assert found(shorter.copy(), tmp_path, file) == [
        f"{file}: row 1, size: statements.tsv ends at row 18: what came after it was cut off",
        f"{file}: row 1, access_size: access.tsv ends at row 6: what came after it was cut off",
    ]


def test_everything_rebuilt_by_somebody_who_has_the_key(tmp_path: Path) -> None:
    rebuilt = deepcopy(a_desk())
    rebuilt.statements[3].entry["text"] = "Nobody may cross."
    rebuilt.access[0].entry["by"] = rebuilt.access[1].entry["by"]
    assert found(rebuilt.copy(), tmp_path) == []

    file = kept(a_desk(), tmp_path)
    assert found(rebuilt.copy(), tmp_path, file) == [
        f"{file}: row 1, root: is not that of the first 20 rows of statements.tsv",
        f"{file}: row 1, access_root: is not that of the first 7 rows of access.tsv",
    ]


def test_everything_rebuilt_longer_than_before(tmp_path: Path) -> None:
    rebuilt = desk(30, seed=1)
    rebuilt.statements[3].entry["text"] = "Nobody may cross."
    file = kept(a_desk(), tmp_path)

    assert f"{file}: row 1, root: is not that of the first 20 rows of statements.tsv" in found(
        rebuilt.copy(), tmp_path, file
    )


def test_signed_again_with_another_key(tmp_path: Path) -> None:
    other = deepcopy(a_desk())
    other.key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    resigned = other.copy()
    own_keys = resigned.files["public_keys.json"]
    resigned.files["public_keys.json"] = a_copy().files["public_keys.json"]
    assert found(resigned, tmp_path) == UNSIGNED

    # Whoever also gives out another list of keys is found by the head that was kept.
    resigned.files["public_keys.json"] = own_keys
    assert found(resigned, tmp_path) == []
    file = kept(a_desk(), tmp_path)
    assert found(resigned, tmp_path, file) == [f"{file}: row 1, signature: is not that of a known key over this head"]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "",
        lambda text: "[]",
        lambda text: "\xff",
        lambda text: text.replace("homeward/1", "homeward/2"),
        lambda text: text.replace('"size"', '"length"'),
        lambda text: text.replace('"access_root"', '"root2"'),
        lambda text: text.replace('"signature":"', '"signature":1,"s":"'),
        lambda text: text.replace('"root":"', '"root":1,"s":"'),
        lambda text: text.replace("2023-", "23-"),
        lambda text: text.replace('"size":20', '"size":2e1'),
    ],
)
def test_a_file_that_is_no_head(tmp_path: Path, change: Callable[[str], str]) -> None:
    file = kept(a_desk(), tmp_path)
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="latin-1")

    with pytest.raises(verifier.NothingToVerify, match=f"^{file} holds no signed head.$"):
        found(a_copy(), tmp_path, file)


def test_a_saved_head_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(verifier.NothingToVerify, match="holds no signed head"):
        found(a_copy(), tmp_path, tmp_path / "nowhere")


def test_a_saved_head_that_was_never_signed(tmp_path: Path) -> None:
    file = kept(a_desk(), tmp_path)
    text = file.read_text(encoding="utf-8")
    i = text.index('"signature":"') + len('"signature":"')
    file.write_text(text[:i] + "00" * 64 + text[i + 128 :], encoding="utf-8")

    assert found(a_copy(), tmp_path, file) == [f"{file}: row 1, signature: is not that of a known key over this head"]


LIST_OF = "the rows of list {} are not those that its entry tells of"


def with_lists(rows: int = 4) -> tuple[Desk, str]:
    made = desk(9, documents=1)
    exported.reads(made, 3, rows)
    return made, made.statements[3].entry["id"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "11111111-1111-4111-8111-111111111111"),
        ("person_id", "11111111-1111-4111-8111-111111111111"),
        ("instead_of_id", "11111111-1111-4111-8111-111111111111"),
        ("box", "\\\\x00"),
    ],
)
def test_a_changed_column_of_a_row_of_a_list(tmp_path: Path, column: str, value: str) -> None:
    made, name = with_lists()
    copy = made.copy()
    copy.change("records.tsv", 2, **{column: value})

    assert found(copy, tmp_path) == [f"records.tsv: row 1, row: {LIST_OF.format(name)}"]


def test_a_row_of_a_list_in_another_place_of_the_desk(tmp_path: Path) -> None:
    made, _ = with_lists()
    copy = made.copy()
    copy.change("records.tsv", 2, case_id="11111111-1111-4111-8111-111111111111")
    copy.change("records.tsv", 3, compartment_id="11111111-1111-4111-8111-111111111111")

    message = "case_id, compartment_id: are not those of the entry"
    assert found(copy, tmp_path) == [f"records.tsv: row {row}, {message}" for row in (2, 3)]


def test_a_row_of_a_list_that_is_gone_or_all_of_them(tmp_path: Path) -> None:
    made, name = with_lists()
    copy, lines = made.copy(), made.copy().lines("records.tsv")
    copy.put("records.tsv", lines[:-1])
    assert found(copy, tmp_path) == [f"records.tsv: row 1, row: {LIST_OF.format(name)}"]

    copy.put("records.tsv", lines[:1])
    assert found(copy, tmp_path) == [f"records.tsv: the rows of list {name} are missing"]

    (tmp_path / "export" / "records.tsv").unlink()
    del copy.files["records.tsv"]
    assert found(copy, tmp_path)[0].startswith("records.tsv: is missing, or its columns are not id, ")


def test_rows_of_a_list_out_of_order_twice_and_unreadable(tmp_path: Path) -> None:
    made, name = with_lists(3)
    header, one, two, three = made.copy().lines("records.tsv")
    copy = made.copy()
    copy.put("records.tsv", [header, two, one, three])
    assert found(copy, tmp_path) == [
        "records.tsv: row 2, number: is not larger than that of the row before",
        f"records.tsv: row 1, row: {LIST_OF.format(name)}",
    ]

    copy.put("records.tsv", [header, one, one, two, three])
    assert found(copy, tmp_path)[0] == "records.tsv: row 2, number: is not larger than that of the row before"

    copy.put("records.tsv", [header, one, two.replace(b"\t2\t", b"\t02\t"), three])
    assert found(copy, tmp_path) == [
        "records.tsv: row 2, row: cannot be read",
        f"records.tsv: row 1, row: {LIST_OF.format(name)}",
    ]


def test_rows_of_a_list_that_nobody_read_or_that_stand_apart(tmp_path: Path) -> None:
    made, name = with_lists(3)
    header, one, two, three = made.copy().lines("records.tsv")
    strange = one.replace(name.encode(), b"11111111-1111-4111-8111-111111111111")
    copy = made.copy()
    copy.put("records.tsv", [header, one, two, three, strange])
    message = "statement_id: no entry says that this list was read, or its rows stand apart"
    assert found(copy, tmp_path) == [f"records.tsv: row 4, {message}"]

    copy.put("records.tsv", [header, one, strange, two, three])
    assert f"records.tsv: row 3, {message}" in found(copy, tmp_path)


def test_an_entry_that_tells_of_no_rows_and_another_root(tmp_path: Path) -> None:
    made, name = with_lists(0)
    made.statements[3].entry["content"]["root"] = "00"

    assert found(made.copy(), tmp_path) == [f"records.tsv: the rows of list {name} are missing"]


def test_the_only_row_of_a_list_that_cannot_be_read(tmp_path: Path) -> None:
    made, name = with_lists(1)
    copy = made.copy()
    copy.change("records.tsv", 1, number="one")

    assert found(copy, tmp_path) == [
        "records.tsv: row 1, row: cannot be read",
        f"records.tsv: row 1, row: {LIST_OF.format(name)}",
    ]


OTHER = "11111111-1111-4111-8111-111111111111"
KEPT_OF = "what is kept of version {} is not what its entry tells of"


def version_of(made: Desk) -> str:
    return str(made.statements[3].entry["content"]["version"])


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (1, "word", "00" * 32),
        (1, "box", "00" * 32),
        (2, "case_id", OTHER),
        (2, "compartment_id", OTHER),
        (2, "part", "gone"),
        (2, "sheet", "2"),
        (2, "number", "77"),
        (2, "kept_id", OTHER),
        (3, "person_id", OTHER),
        (3, "word", "same"),
        (3, "before_record_id", OTHER),
        (3, "fields", "[]"),
        (6, "word", "total"),
        (6, "box", "01"),
    ],
)
def test_a_changed_column_of_what_is_kept_of_a_list(tmp_path: Path, row: int, column: str, value: str) -> None:
    made, _ = with_lists()
    copy = made.copy()
    copy.change("lists.tsv", row, **{column: value})

    assert found(copy, tmp_path) == [f"lists.tsv: row 1, row: {KEPT_OF.format(version_of(made))}"]


def test_a_kept_line_of_a_list_that_is_gone_twice_cut_or_all_of_them(tmp_path: Path) -> None:
    made, _ = with_lists(2)
    header, one, *rest = made.copy().lines("lists.tsv")
    wrong = f"lists.tsv: row 1, row: {KEPT_OF.format(version_of(made))}"
    copy = made.copy()
    for lines in ([header, *rest], [header, one, *rest[:-1]], [header, one, one, *rest]):
        copy.put("lists.tsv", lines)
        assert found(copy, tmp_path) == [wrong]

    copy.put("lists.tsv", [header, one, rest[0].replace(b"\t", b" ", 1), *rest[1:]])
    assert found(copy, tmp_path)[-1] == wrong and len(found(copy, tmp_path)) == 2

    copy.put("lists.tsv", [header])
    assert found(copy, tmp_path) == [f"lists.tsv: what is kept of version {version_of(made)} is missing"]


def test_kept_lines_of_a_version_that_nobody_read_or_that_stand_apart(tmp_path: Path) -> None:
    made, _ = with_lists(2)
    header, *lines = made.copy().lines("lists.tsv")
    strange = lines[1].replace(version_of(made).encode(), OTHER.encode())
    copy = made.copy()
    copy.put("lists.tsv", [header, *lines, strange])
    message = "version_id: no entry says that this version was read, or its lines stand apart"
    assert found(copy, tmp_path) == [f"lists.tsv: row {len(lines) + 1}, {message}"]

    copy.put("lists.tsv", [header, lines[0], strange, *lines[1:]])
    assert found(copy, tmp_path)[1:] == [f"lists.tsv: row {row}, {message}" for row in (2, 3)]


def test_an_entry_that_tells_of_no_kept_lines(tmp_path: Path) -> None:
    made, _ = with_lists(2)
    del made.statements[3].entry["content"]["kept"]

    assert found(made.copy(), tmp_path) == [
        "lists.tsv: row 1, version_id: no entry says that this version was read, or its lines stand apart"
    ]


def test_one_version_read_twice_under_two_roots(tmp_path: Path) -> None:
    made, _ = with_lists(2)
    exported.reads(made, 5, 0, seed=6)
    made.statements[5].entry["content"]["version"] = version_of(made)

    assert "statements.tsv: row 6, entry: reads a version otherwise than an entry before" in found(
        made.copy(), tmp_path
    )


def with_series(rows: int = 4) -> tuple[Desk, str]:
    made = desk(9, documents=1)
    return made, exported.reads_series(made, 3, rows)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("case_id", OTHER),
        ("compartment_id", OTHER),
        ("part", "pair"),
        ("number", "77"),
        ("sub", "1"),
        ("told", "(1,event,,,7)"),
    ],
)
def test_a_changed_column_of_what_is_kept_of_a_series(tmp_path: Path, column: str, value: str) -> None:
    made, version = with_series()
    copy = made.copy()
    copy.change("series.tsv", 2, **{column: value})

    assert found(copy, tmp_path) == [f"series.tsv: row 1, row: {KEPT_OF.format(version)}"]


def test_kept_lines_of_a_series_that_are_gone_twice_strange_or_missing(tmp_path: Path) -> None:
    made, version = with_series()
    header, one, *rest = made.copy().lines("series.tsv")
    copy = made.copy()
    for lines in ([header, *rest], [header, one, one, *rest]):
        copy.put("series.tsv", lines)
        assert found(copy, tmp_path) == [f"series.tsv: row 1, row: {KEPT_OF.format(version)}"]

    copy.put("series.tsv", [header, one, *rest, one.replace(version.encode(), OTHER.encode())])
    message = "version_id: no entry says that this version was read, or its lines stand apart"
    assert found(copy, tmp_path) == [f"series.tsv: row 5, {message}"]

    copy.put("series.tsv", [header])
    assert found(copy, tmp_path) == [f"series.tsv: what is kept of version {version} is missing"]


def test_an_entry_that_reads_a_version_of_a_series_otherwise(tmp_path: Path) -> None:
    made, version = with_series()
    other = made.statements[5].entry
    other["kind"], other["content"] = "done.series_read", {"version": version, "root": "00" * 32}

    assert "statements.tsv: row 6, entry: reads a version otherwise than an entry before" in found(
        made.copy(), tmp_path
    )
