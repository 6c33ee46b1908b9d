"""A small desk's export, true in every byte, made with the product's own seals; the verifier shares no line with it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from homeward.lists.core import kept
from homeward.seals import canonical, heads, tree

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = datetime(2023, 11, 4, 10, 0, 0, 250, tzinfo=UTC)
STATEMENTS = [
    *("position", "id", "recorded_us", "salt", "entry", "leaf", "case_id", "compartment_id", "ref", "kind"),
    *("speaker_id", "party_id", "origin_id", "modality", "topic", "language", "recorded_by"),
    *("occurred_from_us", "occurred_until_us", "said_from_us", "said_until_us"),
    *("published_from_us", "published_until_us", "text"),
]
ACCESS = ["position", "id", "recorded_us", "salt", "entry", "leaf", "actor_id", "kind"]
HEADS = ["size", "root", "access_size", "access_root", "signed_us", "key_id", "signature"]
DOCUMENTS = ["id", "case_id", "compartment_id", "digest", "media_type", "language", "text", "bytes", "part"]
SERIES = ["version_id", "case_id", "compartment_id", "part", "number", "sub", "told"]
LISTS = [
    "version_id", "case_id", "compartment_id", "part", "sheet", "number", "kept_id", "person_id", "word", "before_record_id",
    "fields", "box",
]  # fmt: skip
RECORDS = ["id", "case_id", "compartment_id", "person_id", "statement_id", "number", "instead_of_id", "box"]
TILES = ["level", "number", "hashes", "root"]
TEXTS = [
    "About 500 people may cross.",
    'He said: "all of them"\tand a tab, a line\nand a back\\slash \\n \\N',
    "слова, كلمات, מילים, 言葉 \U0001f54a",
    "\b\v\f\r edges \x7f \x1f of \u2028 text",
    "",
]


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def us(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def copied(value: Any) -> str:
    """One field as PostgreSQL's COPY writes it."""
    if value is None:
        return "\\N"
    if isinstance(value, bytes):
        value = "\\x" + value.hex()
    text = str(value).replace("\\", "\\\\")
    for letter, escape in (("\b", "b"), ("\t", "t"), ("\n", "n"), ("\v", "v"), ("\f", "f"), ("\r", "r")):
        text = text.replace(letter, "\\" + escape)
    return text


@dataclass(slots=True)
class Copy:
    """An export in the hands of somebody who may change every byte of it."""

    files: dict[str, bytes]

    def lines(self, file: str) -> list[bytes]:
        """The lines with their ends; line 0 is the header."""
        return self.files[file].splitlines(keepends=True)

    def put(self, file: str, lines: Sequence[bytes]) -> None:
        self.files[file] = b"".join(lines)

    def row(self, file: str, row: int) -> dict[str, str]:
        """The fields of a row as they stand."""
        lines = self.lines(file)
        return dict(zip(*(lines[at].decode().rstrip("\n").split("\t") for at in (0, row)), strict=True))

    def change(self, file: str, row: int, **fields: str) -> None:
        lines = self.lines(file)
        lines[row] = ("\t".join((self.row(file, row) | fields).values()) + "\n").encode()
        self.put(file, lines)

    def forge(self, file: str, row: int, **truth: str) -> None:
        """Change position, time, salt or entry of a row, and give it the leaf that is right for them."""
        told = self.row(file, row) | truth
        salt, entry = bytes.fromhex(told["salt"][3:]), told["entry"].replace("\\\\", "\\").encode()
        numbers = b"".join(int(told[name]).to_bytes(8, "big", signed=True) for name in ("position", "recorded_us"))
        leaf = sha256(b"\0" + salt + numbers + entry).hexdigest()
        self.change(file, row, **truth, leaf="\\\\x" + leaf)

    def write(self, folder: Path) -> Path:
        folder.mkdir(exist_ok=True)
        for name, content in self.files.items():
            (folder / name).write_bytes(content)
        return folder


@dataclass(slots=True)
class Row:
    """What the database keeps of one row: position and leaf follow from it."""

    entry: dict[str, Any]
    recorded_us: int
    salt: bytes


@dataclass(slots=True)
class Desk:
    """Rows, documents and moments at which heads are made; `write` gives the export that is true to them."""

    key: Ed25519PrivateKey
    statements: list[Row] = field(default_factory=list)
    access: list[Row] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)
    records: list[dict[str, Any]] = field(default_factory=list)
    lists: list[dict[str, Any]] = field(default_factory=list)
    series: list[dict[str, Any]] = field(default_factory=list)
    heads: list[tuple[int, int, bool]] = field(default_factory=list)

    def leaves(self, log: list[Row]) -> list[bytes]:
        return [
            tree.leaf_hash(row.salt, position, row.recorded_us, canonical.dumps(row.entry))
            for position, row in enumerate(log, 1)
        ]

    def head(self, size: int, access_size: int) -> heads.Signed:
        """A signed head over the first rows of both logs."""
        roots = tree.root(self.leaves(self.statements)[:size]), tree.root(self.leaves(self.access)[:access_size])
        return heads.sign(heads.Head(size, roots[0], access_size, roots[1], DAY + timedelta(seconds=size)), self.key)

    def copy(self) -> Copy:
        """The export, file by file."""
        said, seen = self.leaves(self.statements), self.leaves(self.access)
        statements = [
            _statement(n, row, leaf) for n, (row, leaf) in enumerate(zip(self.statements, said, strict=True), 1)
        ]
        access = [_access(n, row, leaf) for n, (row, leaf) in enumerate(zip(self.access, seen, strict=True), 1)]
        told = [_head(self.head(size, access_size), signed) for size, access_size, signed in self.heads]
        names = {heads.key_id(self.key.public_key()): self.key.public_key().public_bytes_raw().hex()}
        files = {
            "statements.tsv": table(STATEMENTS, statements),
            "tiles.tsv": table(TILES, tiles(said)),
            "heads.tsv": table(HEADS, told),
            "access.tsv": table(ACCESS, access),
            "access_tiles.tsv": table(TILES, tiles(seen)),
            "documents.tsv": table(DOCUMENTS, self.documents),
            "records.tsv": table(RECORDS, self.records),
            "lists.tsv": table(LISTS, self.lists),
            "series.tsv": table(SERIES, self.series),
            "public_keys.json": json.dumps(names).encode(),
        }
        return Copy(files)


def table(columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> bytes:
    lines = ["\t".join(columns), *("\t".join(copied(row[column]) for column in columns) for row in rows)]
    return "".join(f"{line}\n" for line in lines).encode()


def tiles(leaves: Sequence[bytes]) -> list[dict[str, Any]]:
    """The full tiles over these leaves, level by level."""
    made: list[dict[str, Any]] = []
    level, hashes = 0, list(leaves)
    while len(hashes) >= 256:
        whole = [hashes[at : at + 256] for at in range(0, len(hashes) - 255, 256)]
        roots = [tree.root(tile) for tile in whole]
        for number, (tile, root) in enumerate(zip(whole, roots, strict=True)):
            made.append({"level": level, "number": number, "hashes": b"".join(tile), "root": root})
        level, hashes = level + 1, roots
    return made


def desk(size: int, *, seed: int = 1, access: int = 7, documents: int = 2) -> Desk:
    """A desk of so many statements, every shape of entry among them, under heads of which not all are signed."""
    dice = Random(seed)
    made = Desk(Ed25519PrivateKey.from_private_bytes(dice.randbytes(32)))
    for position in range(1, size + 1):
        made.statements.append(Row(_entry(dice, position), us(DAY) + position // 2, dice.randbytes(16)))
    for position in range(1, access + 1):
        entry = {"id": _uuid(dice), "kind": "signed_in", "at": stamp(DAY), "about": TEXTS[position % 5]}
        if position != 4:  # nobody acts when a sign-in is refused
            entry["by"] = _uuid(dice)
        made.access.append(Row(entry, us(DAY) + position // 2, dice.randbytes(16)))
    for number in range(documents):
        _receive(made, dice, number)
    made.heads = _some_heads(size, access)
    return made


def reads(made: Desk, at: int, rows: int, *, seed: int = 5) -> list[dict[str, Any]]:
    """Let the statement at this place tell of a list with so many rows; gives them as they stand there."""
    dice, entry = Random(seed), made.statements[at].entry
    records = [
        {
            "id": _uuid(dice),
            "case_id": entry["case"],
            "compartment_id": entry["compartment"],
            "person_id": _uuid(dice),
            "statement_id": entry["id"],
            "number": number * 2,
            "instead_of_id": None if number % 3 else _uuid(dice),
            "box": dice.randbytes(40),
        }
        for number in range(rows)
    ]
    version, place = _uuid(dice), {"case_id": entry["case"], "compartment_id": entry["compartment"]}
    lines = [
        {"part": "file", "kept_id": _uuid(dice), "word": dice.randbytes(32).hex(), "box": dice.randbytes(32).hex()},
        *(
            {"part": "row", "sheet": 1, "number": row["number"], "kept_id": row["id"], "person_id": row["person_id"],
             "word": "changed", "fields": '["birth", "a\\b\tc"]'}
            for row in records
        ),
        {"part": "set aside", "sheet": 1, "number": 999, "kept_id": _uuid(dice), "word": "no-name", "box": "00"},
    ]  # fmt: skip
    lines = [dict.fromkeys(LISTS) | {"version_id": version} | place | line for line in lines]
    entry["kind"] = "done.list_read"
    entry["content"] = {
        "records": rows,
        "root": tree.root([_leaf(row) for row in records]).hex(),
        "version": version,
        "kept": kept.root("\t".join(copied(line[column]) for column in LISTS).encode() for line in lines),
    }
    made.lists += lines
    made.records = sorted([*made.records, *records], key=lambda row: (row["statement_id"], row["number"]))
    return records


def reads_series(made: Desk, at: int, rows: int, *, seed: int = 5) -> str:
    """Let the statement at this place tell of a series with so many values; gives the version that it became."""
    dice, entry = Random(seed), made.statements[at].entry
    version = _uuid(dice)
    lines = [
        {
            "version_id": version,
            "case_id": entry["case"],
            "compartment_id": entry["compartment"],
            "part": "value",
            "number": number,
            "sub": 0,
            "told": f'({number},event,"a\\b\tc",,{dice.randrange(40)})',
        }
        for number in range(rows)
    ]
    root = kept.root("\t".join(copied(line[column]) for column in SERIES).encode() for line in lines)
    entry["kind"], entry["content"] = "done.series_read", {"version": version, "root": root}
    made.series += lines
    return version


def _leaf(row: dict[str, Any]) -> bytes:
    told = {"record": row["id"], "person": row["person_id"], "number": row["number"]}
    told |= {"box": sha256(row["box"]).hexdigest()}
    told |= {"instead_of": row["instead_of_id"]} if row["instead_of_id"] else {}
    return sha256(b"\0" + canonical.dumps(told).encode()).digest()


def _some_heads(size: int, access: int) -> list[tuple[int, int, bool]]:
    """One early and signed, one in the middle, one signed before the end, one over all."""
    sizes = sorted({size // 4, size // 2, size - 1, size} - {0, -1})
    signed = {size // 4, size - 1}
    return [(at, min(access, at * access // size), at in signed) for at in sizes]


def _uuid(dice: Random) -> str:
    return str(UUID(int=dice.getrandbits(128), version=4))


def _entry(dice: Random, position: int) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": _uuid(dice),
        "kind": "said.plain",
        "version": 1,
        "ref": f"s{position:02}",
        "case": _uuid(dice),
        "compartment": _uuid(dice),
        "by": _uuid(dice),
        "at": stamp(DAY),
        "text": TEXTS[position % len(TEXTS)],
    }
    if position % 2:
        entry |= {"speaker": _uuid(dice), "modality": "asserted", "language": "en", "topic": "a\\b"}
        entry["occurred"] = {
            "from": stamp(DAY),
            "until": stamp(DAY + timedelta(days=1)),
            "precision": "day",
            "words": "4 Nov",
        }
    if position % 3 == 0:
        entry |= {"party": _uuid(dice), "origin": _uuid(dice)}
        entry["said"] = {"from": stamp(DAY), "until": None, "precision": "open", "words": "since 4 Nov"}
        entry["published"] = {
            "from": None,
            "until": stamp(datetime(1969, 12, 31, tzinfo=UTC)),
            "precision": "open",
            "words": "",
        }
    if position % 5 == 0:
        entry["figures"] = [{"lo": 500, "hi": None, "of": ["people", True, False]}]
    return entry


def _receive(made: Desk, dice: Random, number: int) -> None:
    """Take a document in by the row that stands at this place."""
    text, kept, document = f"Line one.\n\\Line {number}\t🕊", dice.randbytes(40), _uuid(dice)
    entry = made.statements[number * 2].entry
    entry["kind"] = "done.document_received"
    entry["content"] = {
        "document": document,
        "digest": sha256(kept).hexdigest(),
        "text_digest": sha256(text.encode()).hexdigest(),
        "media_type": "text/plain",
    }
    row = {
        "id": document,
        "case_id": entry["case"],
        "compartment_id": entry["compartment"],
        "text": text,
        "bytes": kept,
        "part": 0,
    }
    row |= {"digest": sha256(kept).digest(), "media_type": "text/plain", "language": entry.get("language", "")}
    made.documents.append(row)


def _times(entry: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name in ("occurred", "said", "published"):
        for end in ("from", "until"):
            moment = entry.get(name, {}).get(end)
            told[f"{name}_{end}_us"] = None if moment is None else us(datetime.fromisoformat(moment))
    return told


def _truth(position: int, row: Row, leaf: bytes) -> dict[str, Any]:
    entry = canonical.dumps(row.entry)
    return {"position": position, "recorded_us": row.recorded_us, "salt": row.salt, "entry": entry, "leaf": leaf}


def _statement(position: int, row: Row, leaf: bytes) -> dict[str, Any]:
    entry = row.entry
    told = {"id": entry["id"], "case_id": entry["case"], "compartment_id": entry["compartment"], "kind": entry["kind"]}
    told |= {f"{name}_id": entry.get(name) for name in ("speaker", "party", "origin")}
    told |= {name: entry.get(name, "") for name in ("ref", "topic", "language", "text")}
    told |= {"modality": entry.get("modality"), "recorded_by": entry["by"]}
    return _truth(position, row, leaf) | told | _times(entry)


def _access(position: int, row: Row, leaf: bytes) -> dict[str, Any]:
    entry = row.entry
    return _truth(position, row, leaf) | {"id": entry["id"], "actor_id": entry.get("by"), "kind": entry["kind"]}


def _head(made: heads.Signed, signed: bool) -> dict[str, Any]:
    head = made.head
    told = {"size": head.size, "root": head.root, "access_size": head.access_size, "access_root": head.access_root}
    if signed:
        return told | {"signed_us": head.signed_us, "key_id": made.key_id, "signature": made.signature}
    return told | {"signed_us": None, "key_id": None, "signature": None}
