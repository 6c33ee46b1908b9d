"""Proves that an exported ledger was not changed, without the program that wrote it.

    python ledger_verifier.py FOLDER [--head FILE] [--format json] [--processes N]

Every row of statements.tsv and access.tsv is made again, byte for byte, from its position, time, salt and entry. The
tree of RFC 9162 over the rows is built again and compared with the tiles, with every head and with a head that was kept
elsewhere.
Exit code: 0 nothing found, 3 something found, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import nullcontext, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial, reduce
from hashlib import sha256
from itertools import groupby, islice, repeat
from math import inf
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, Never

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

NULL, HEX = "\\N", "\\\\x"  # nothing, and the beginning of bytes, as COPY writes them
TRUTH = ("position", "recorded_us", "salt", "entry", "leaf")
MUST = {"id": "id", "case_id": "case", "compartment_id": "compartment", "kind": "kind", "recorded_by": "by"}
MAY = {"speaker_id": "speaker", "party_id": "party", "origin_id": "origin", "modality": "modality"}
EMPTY = ("ref", "topic", "language", "text")
TIMES = tuple((name, end) for name in ("occurred", "said", "published") for end in ("from", "until"))
STATEMENTS = (*TRUTH, *MUST, *EMPTY, *MAY, *(f"{name}_{end}_us" for name, end in TIMES))
of_must = itemgetter(*MUST.values())
ACCESS = (*TRUTH, "id", "actor_id", "kind")
TILES = ("level", "number", "hashes", "root")
HEADS = ("size", "root", "access_size", "access_root", "signed_us", "key_id", "signature")
DOCUMENTS = ("id", "case_id", "compartment_id", "digest", "media_type", "language", "text", "bytes", "part")
RECORDS = ("id", "case_id", "compartment_id", "person_id", "statement_id", "number", "instead_of_id", "box")
OF_LIST = ("version_id", "case_id", "compartment_id", "part", "sheet", "number", "kept_id")
LISTS = (*OF_LIST, "person_id", "word", "before_record_id", "fields", "box")
SERIES = ("version_id", "case_id", "compartment_id", "part", "number", "sub", "told")
LEDGER, RECEIVED, READ, SERIES_READ = "homeward/1", "done.document_received", "done.list_read", "done.series_read"
HASH, SALT, WIDTH, LISTED = 32, 16, 256, 1000
EPOCH, MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
ESCAPES = {"\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r"}
LETTERS = {escape: letter for letter, escape in ESCAPES.items()}
SPECIAL, ESCAPE = re.compile(r"[\\\x08-\x0d]"), re.compile(r"\\.")
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
MALFORMED = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)

OTHERS, CUT = "is missing, or its columns are not ", "is cut, is no UTF-8, or has too many or too few columns"
PART, AHEAD = 256, 8  # lines examined at once, and how many such parts may wait

Fields = tuple[str, ...]
Derive = Callable[[dict[str, Any]], Fields]
Order = Callable[[list[str]], Fields]


class NothingToVerify(Exception):
    """What was named is no export, or no head."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong and where; rows count from 1 under the header, row 0 is the file as a whole."""

    file: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: " + (f"row {self.row}, {self.column}: " if self.row else "") + self.message


@dataclass(slots=True)
class Report:
    """What was looked at and what was found; rows after `signed` are not yet under a signed head."""

    statements: int = 0
    access: int = 0
    heads: int = 0
    documents: int = 0
    records: int = 0
    lists: int = 0
    series: int = 0
    signed: int = 0
    access_signed: int = 0
    findings: list[Finding] = field(default_factory=list)
    unlisted: int = 0

    @property
    def ok(self) -> bool:
        return not self.findings

    @property
    def tails(self) -> list[str]:
        """The rows that no signed head covers yet, in words."""
        sizes = ("statements", self.signed, self.statements), ("access", self.access_signed, self.access)
        words = "{}.tsv: rows {} to {} are not under a signed head"
        return [words.format(name, signed + 1, size) for name, signed, size in sizes if signed != size]

    def as_json(self) -> str:
        return json.dumps({"ok": self.ok, **asdict(self), "tails": self.tails}, ensure_ascii=False, indent=2)

    def as_text(self) -> str:
        count = len(self.findings) + self.unlisted
        more = [f"{self.unlisted} more are not listed"] if self.unlisted else []
        sizes = f"{self.statements} statements, {self.access} in the access log, {self.documents} documents"
        sizes += f", {self.records} records" if self.records else ""
        sizes += f", {self.lists} lines of lists" if self.lists else ""
        sizes += f", {self.series} lines of series" if self.series else ""
        verdict = f"{sizes}, {self.heads} heads: " + (f"{count} findings" if count else "nothing was changed")
        return "\n".join([*map(str, self.findings), *more, *self.tails, verdict])

    def find(self, file: str, row: int, column: str, message: str) -> None:
        if len(self.findings) == LISTED:
            self.unlisted += 1
        else:
            self.findings.append(Finding(file, row, column, message))


def refuse(number: str) -> Never:
    raise ValueError(f"{number} has more than one spelling")


decode = json.JSONDecoder(parse_float=refuse, parse_constant=refuse).raw_decode
encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def copied(texts: Sequence[str]) -> Fields:
    """Texts as COPY writes them."""
    together = "".join(texts)
    if "\\" in together or not together.isprintable():  # most need no escape, and this is quick to see
        return tuple([SPECIAL.sub(lambda found: ESCAPES[found[0]], text) for text in texts])
    return tuple(texts)


def unhex(told: str) -> bytes:
    """Bytes as COPY writes them, and spelled in no other way."""
    plain = bytes.fromhex(told[len(HEX) :])
    if told != HEX + plain.hex():
        raise ValueError
    return plain


def number(told: str) -> int:
    """A whole number, spelled in no other way."""
    value = int(told)
    if told != str(value):
        raise ValueError
    return value


remembering = lru_cache(4096)


@remembering
def instant(stamp: str) -> int:
    """Microseconds since 1970 of a time of an entry."""
    if not STAMP.fullmatch(stamp):
        raise ValueError("a time is spelled otherwise")
    return (datetime.fromisoformat(stamp) - EPOCH) // MICROSECOND


@remembering
def microseconds(stamp: str) -> str:
    """A time of an entry as its column shows it."""
    # Days and times of day return far more often than moments, so each is read apart and kept.
    return str(instant(stamp[:11] + "00:00:00.000000Z") + instant("1970-01-01T" + stamp[11:]))


def statement(entry: dict[str, Any]) -> Fields:
    """The columns that an entry of the ledger says."""
    texts = copied([*of_must(entry), *map(entry.get, EMPTY, repeat(""))])
    ends = [entry[name][end] if name in entry else None for name, end in TIMES]
    times = [NULL if end is None else microseconds(end) for end in ends]
    return (*texts, *map(entry.get, MAY.values(), repeat(NULL)), *times)


def access(entry: dict[str, Any]) -> Fields:
    """The columns that an entry of the access log says."""
    name, kind = copied([entry["id"], entry["kind"]])
    return name, entry.get("by", NULL), kind  # nobody acts when a sign-in is refused


def lines(path: Path) -> Iterator[bytes]:
    """The lines of a file; none when it cannot be read, which its header then tells."""
    with suppress(OSError), path.open("rb") as file:
        yield from file


def fields(line: bytes) -> list[str]:
    """The fields of one line, escapes as they stand; none when it is cut or no UTF-8."""
    try:
        return line[:-1].decode().split("\t") if line.endswith(b"\n") else []
    except UnicodeDecodeError:
        return []


def in_order(header: bytes, columns: Fields) -> Order | None:
    """What puts the fields of a line into the order of `columns`; nothing when other columns stand in the header."""
    names = fields(header)
    return itemgetter(*map(names.index, columns)) if sorted(names) == sorted(columns) else None


def rows(given: Iterable[bytes], file: str, columns: Fields, report: Report) -> Iterator[tuple[int, Fields]]:
    """The rows under the header, each with its number and its fields in the order of `columns`."""
    rest = iter(given)
    order = in_order(next(rest, b""), columns)
    if order is None:
        report.find(file, 0, "", OTHERS + ", ".join(columns))
        return
    for row, line in enumerate(rest, 1):
        if len(told := fields(line)) == len(columns):
            yield row, order(told)
        else:
            report.find(file, row, "row", CUT)


class Row(NamedTuple):
    """What a row says by itself and what is wrong in it, by column; it has no position when it cannot be read."""

    wrong: list[tuple[str, str]]
    position: int | None = None
    recorded: int = 0
    leaf: bytes = b""
    name: int | None = None
    received: tuple[str, Fields] | None = None
    listed: tuple[str, Fields, str, str] | None = None
    series: tuple[str, str] | None = None


def canonical(text: str, told: str) -> dict[str, Any]:
    """The entry of this text, which is its only spelling, as the column is the only one of the text."""
    entry, _ = decode(text)
    if encode(entry) != text or text.replace("\\", "\\\\") != told:
        raise ValueError("it is spelled otherwise")
    return entry  # type: ignore[no-any-return]


def received(entry: dict[str, Any]) -> tuple[str, Fields]:
    """The document that an entry says was received, and what its columns are to be."""
    said = entry["content"]
    document, *shown = copied([said["document"], said["media_type"], entry.get("language", "")])
    # A paper out of a file of several stands there with its text alone; part 0 is the file and holds the bytes of all.
    kept = sha256().hexdigest() if said.get("part") else said["digest"]
    return document, (
        entry["case"],
        entry["compartment"],
        HEX + said["digest"],
        HEX + kept,
        said["text_digest"],
        f"{said.get('part', 0)}",
        *shown,
    )


def listed(entry: dict[str, Any]) -> tuple[str, Fields, str, str]:
    """The list that an entry says was read: where its records stand, how many, the root over them; the version and its root."""
    said = entry["content"]
    records = entry["case"], entry["compartment"], f"{said['records']}", said["root"]
    return entry["id"], records, said["version"], said.get("kept", "")


def differing(columns: Fields, told: Fields, due: Sequence[str | bool]) -> list[str]:
    return [name for name, one, other in zip(columns, told, due, strict=True) if one != other]


def examine(told: Fields, columns: Fields, derive: Derive) -> Row:
    """Make the leaf and the columns of a row again from its position, time, salt and entry."""
    wrong, text = [], told[3].replace("\\\\", "\\")
    try:
        position, recorded, salt = number(told[0]), number(told[1]), unhex(told[2])
        numbers = position.to_bytes(8, "big", signed=True) + recorded.to_bytes(8, "big", signed=True)
    except MALFORMED:
        return Row([("row", "its position, time or salt cannot be read")])
    leaf = sha256(b"\x00" + salt + numbers + text.encode()).digest()
    if len(salt) != SALT:
        wrong.append(("salt", f"has not {SALT} bytes"))
    if told[4] != HEX + leaf.hex():
        wrong.append(("leaf", "is not the hash of position, time, salt and entry"))
    try:
        entry = canonical(text, told[3])
        due = told[: len(TRUTH)] + derive(entry)
        if told != due:
            wrong += [(column, "is not what the entry says") for column in differing(columns, told, due)]
        name = int(entry["id"].replace("-", ""), 16)
        kept = received(entry) if entry["kind"] == RECEIVED else None
        lists = listed(entry) if entry["kind"] == READ else None
        series = (entry["content"]["version"], entry["content"]["root"]) if entry["kind"] == SERIES_READ else None
        return Row(wrong, position, recorded, leaf, name, kept, lists, series)
    except MALFORMED as problem:
        return Row([*wrong, ("entry", f"is no canonical entry: {problem!r}")], position, recorded, leaf)


def examine_all(columns: Fields, derive: Derive, order: Order, part: list[bytes]) -> list[Row]:
    """Examine lines whose fields `order` puts in order; knows nothing of those before and after."""
    told = [order(names) if len(names := fields(line)) == len(columns) else None for line in part]
    return [examine(one, columns, derive) if one else Row([("row", CUT)]) for one in told]


def in_turn(
    work: Callable[[list[bytes]], list[Row]], parts: Iterator[list[bytes]], pool: Executor | None
) -> Iterator[Row]:
    """The rows of all parts in their order, worked on in other processes when there is a pool, a few parts ahead."""
    ahead: deque[Future[list[Row]]] = deque()
    for part in parts:
        if pool is None:
            yield from work(part)
        else:
            ahead.append(pool.submit(work, part))
        if len(ahead) == AHEAD:
            yield from ahead.popleft().result()
    for future in ahead:
        yield from future.result()


class Log:
    """One log as its rows stream past; keeps the roots of its full tiles and those at wanted sizes."""

    def __init__(self, file: str, columns: Fields, derive: Derive, report: Report) -> None:
        self.file, self.columns, self.derive, self.report = file, columns, derive, report
        self.position = self.size = 0
        self.recorded = -inf
        self.frontier: list[bytes] = []
        self.tiles: dict[tuple[int, int], bytes] = {}
        self.wanted: set[str] = set()
        self.roots = {0: sha256().digest()}
        self.ids: set[int] = set()
        self.received: dict[str, Fields] = {}
        self.listed: dict[str, Fields] = {}
        self.kept: dict[str, str] = {}
        self.series: dict[str, str] = {}

    def read(self, given: Iterable[bytes], pool: Executor | None = None) -> None:
        """Take in all rows."""
        rest = iter(given)
        order = in_order(next(rest, b""), self.columns)
        if order is None:
            self.report.find(self.file, 0, "", OTHERS + ", ".join(self.columns))
            return
        parts = iter(lambda: list(islice(rest, PART)), [])
        for row in in_turn(partial(examine_all, self.columns, self.derive, order), parts, pool):
            self.take(row)

    def take(self, row: Row) -> None:
        """Put a row behind those before it."""
        find = partial(self.report.find, self.file, self.size + 1)
        self.position += 1
        if row.position is not None:
            if row.position != self.position:
                find("position", f"is {row.position} where {self.position} is due")
            if row.recorded < self.recorded:
                find("recorded_us", "is earlier than that of the row before")
            self.position, self.recorded = row.position, row.recorded
        for column, message in row.wrong:
            find(column, message)
        if row.name is not None:
            if row.name in self.ids:
                find("id", "stands twice")
            self.ids.add(row.name)
        if row.received is not None:
            document, kept = row.received
            if self.received.setdefault(document, kept) != kept:
                find("entry", "receives a document otherwise than an entry before")
        if row.listed is not None:
            statement_id, records, version, root = row.listed
            self.listed[statement_id] = records
            if root and self.kept.setdefault(version, root) != root:
                find("entry", "reads a version otherwise than an entry before")
        if row.series is not None:
            version, root = row.series
            if self.series.setdefault(version, root) != root:
                find("entry", "reads a version otherwise than an entry before")
        self.add(row.leaf)

    def add(self, leaf: bytes) -> None:
        """Put a leaf behind those before it (RFC 9162 section 2.1.1)."""
        height = 0
        while self.size >> height & 1:
            leaf = node(self.frontier.pop(), leaf)
            height += 1
            if height % 8 == 0:
                self.tiles[height // 8 - 1, self.size >> height] = leaf
        self.frontier.append(leaf)
        self.size += 1
        if str(self.size) in self.wanted:
            self.roots[self.size] = reduce(lambda right, left: node(left, right), reversed(self.frontier))


Logs = tuple[Log, Log]
Keys = dict[str, Ed25519PublicKey]


def check_tiles(given: Iterable[bytes], file: str, log: Log) -> None:
    """Each full tile of the log stands there once, with its hashes and its root."""
    find = log.report.find
    for row, told in rows(given, file, TILES, log.report):
        try:
            root, hashes = log.tiles.pop((number(told[0]), number(told[1]))), unhex(told[2])
        except MALFORMED:
            find(file, row, "row", "is no full tile of this log, or stands twice")
            continue
        level = [hashes[at : at + HASH] for at in range(0, len(hashes), HASH)]
        whole = len(level) == WIDTH
        while len(level) > 1:
            level = list(map(node, level[::2], level[1::2]))
        if not whole or level != [root]:
            find(file, row, "hashes", "are not those of the rows")
        if told[3] != HEX + root.hex():
            find(file, row, "root", "is not that of the rows")
    for height, place in log.tiles:
        find(file, 0, "", f"tile {place} of level {height} is missing")


def check_documents(given: Iterable[bytes], file: str, ledger: Log) -> None:
    """Each document that an entry says was received stands there once, as it came."""
    find = ledger.report.find
    for row, told in rows(given, file, DOCUMENTS, ledger.report):
        ledger.report.documents += 1
        try:
            case, compartment, digest, bytes_digest, text_digest, part, *shown = ledger.received.pop(told[0])
            text, kept = ESCAPE.sub(lambda found: LETTERS[found[0]], told[6]), unhex(told[7])
        except MALFORMED:
            find(file, row, "row", "cannot be read, stands twice, or no entry says that it was received")
            continue
        as_said = sha256(text.encode()).hexdigest() == text_digest and copied([text]) == (told[6],)
        kept_as_said = HEX + sha256(kept).hexdigest() == bytes_digest
        due = told[0], case, compartment, digest, *shown, as_said and told[6], kept_as_said and told[7], part
        for column in differing(DOCUMENTS, told, due):
            find(file, row, column, "is not what the receiving entry says")
    for document in ledger.received:
        find(file, 0, "", f"document {document} is missing")


def root_over(hashes: list[bytes]) -> bytes:
    """The root of RFC 9162 over these leaves: pairs level by level, the odd one out goes up as it is."""
    while len(hashes) > 1:
        hashes = [*map(node, hashes[::2], hashes[1::2]), *hashes[len(hashes) // 2 * 2 :]]
    return hashes[0] if hashes else sha256().digest()


def record(told: Fields) -> tuple[int, bytes]:
    """The number of a row of a list, and its leaf: over the box as it lies there, so that it holds when the key is gone."""
    name, _, _, person, _, place, instead_of, box = told
    text: dict[str, Any] = {"record": name, "person": person, "number": number(place)}
    text |= {"box": sha256(unhex(box)).hexdigest()} | ({} if instead_of == NULL else {"instead_of": instead_of})
    return text["number"], sha256(b"\x00" + encode(text).encode()).digest()


def check_records(given: Iterable[bytes], file: str, ledger: Log) -> None:
    """The rows of each list that an entry says was read stand there together in their order, under the root that it tells."""
    find = ledger.report.find
    for statement_id, together in groupby(rows(given, file, RECORDS, ledger.report), key=lambda row: row[1][4]):
        due = ledger.listed.pop(statement_id, None)
        leaves: list[bytes] = []
        last, first = -inf, 0
        for row, told in together:
            ledger.report.records += 1
            first = first or row
            try:
                place, leaf = record(told)
            except MALFORMED:
                find(file, row, "row", "cannot be read")
                continue
            if place <= last:
                find(file, row, "number", "is not larger than that of the row before")
            if due and told[1:3] != due[:2]:
                find(file, row, "case_id, compartment_id", "are not those of the entry")
            leaves.append(leaf)
            last = place
        if due is None:
            find(file, first, "statement_id", "no entry says that this list was read, or its rows stand apart")
        elif (f"{len(leaves)}", root_over(leaves).hex()) != due[2:]:
            find(file, first, "row", f"the rows of list {statement_id} are not those that its entry tells of")
    for statement_id, due in ledger.listed.items():
        if due[2:] != ("0", sha256().hexdigest()):
            find(file, 0, "", f"the rows of list {statement_id} are missing")


def check_lists(given: Iterable[bytes], file: str, columns: Fields, roots: dict[str, str], report: Report) -> int:
    """What is kept of each version stands there together, in any order, under the root that its reading tells; how many lines."""
    find, before = report.find, 0
    for version, together in groupby(rows(given, file, columns, report), key=lambda row: row[1][0]):
        due, first = roots.pop(version, None), before + 1
        leaves = [sha256(b"\x00" + "\t".join(told).encode()).digest() for _, told in together]
        before += len(leaves)
        if due is None:
            find(file, first, "version_id", "no entry says that this version was read, or its lines stand apart")
        elif root_over(sorted(leaves)).hex() != due:
            find(file, first, "row", f"what is kept of version {version} is not what its entry tells of")
    for version in roots:
        find(file, 0, "", f"what is kept of version {version} is missing")
    return before


def check_head(file: str, row: int, told: Fields, logs: Logs, keys: Keys) -> tuple[int, int] | None:
    """The sizes of a head that can be read; its roots are those of the rows, and a known key signed it if it says so."""
    report = logs[0].report
    before = len(report.findings) + report.unlisted
    try:
        sizes, roots = (number(told[0]), number(told[2])), (unhex(told[1]), unhex(told[3]))
    except MALFORMED:
        report.find(file, row, "row", "a size or a root cannot be read")
        return None
    for log, size, root, name in zip(logs, sizes, roots, ("", "access_"), strict=True):
        if size not in log.roots:
            report.find(file, row, f"{name}size", f"{log.file} ends at row {log.size}: what came after it was cut off")
        elif root != log.roots[size]:
            report.find(file, row, f"{name}root", f"is not that of the first {size} rows of {log.file}")
    if told[4:] == (NULL, NULL, NULL):
        return sizes
    try:
        moment = EPOCH + number(told[4]) * MICROSECOND
        text: dict[str, Any] = {
            "ledger": LEDGER,
            "signed_at": moment.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        }
        text |= {"size": sizes[0], "root": roots[0].hex(), "access_size": sizes[1], "access_root": roots[1].hex()}
        keys[told[5]].verify(unhex(told[6]), encode(text).encode())
    except (*MALFORMED, InvalidSignature):
        report.find(file, row, "signature", "is not that of a known key over this head")
    if len(report.findings) + report.unlisted == before:
        report.signed, report.access_signed = max(report.signed, sizes[0]), max(report.access_signed, sizes[1])
    return sizes


def check_heads(given: Iterable[bytes], file: str, logs: Logs, keys: Keys) -> None:
    """Each head holds, one log or both grew since the last one, and the last covers all statements."""
    last, report = None, logs[0].report
    for row, told in rows(given, file, HEADS, report):
        report.heads += 1
        sizes = check_head(file, row, told, logs, keys)
        if sizes is None:
            continue
        if last and (sizes == last or sizes[0] < last[0] or sizes[1] < last[1]):
            report.find(file, row, "size", "is not larger than that of the head before")
        last = sizes
    covered = last[0] if last else 0
    if covered < logs[0].size:
        report.find(file, 0, "", f"rows {covered + 1} to {logs[0].size} of {logs[0].file} are under no head")


def saved(path: Path) -> Fields:
    """A head that was kept elsewhere, as the columns of heads.tsv."""
    try:
        told, _ = decode(path.read_text(encoding="utf-8"))
        head = told["head"]
        if head["ledger"] != LEDGER:
            raise ValueError
        roots = HEX + head["root"], HEX + head["access_root"]
        signed = microseconds(head["signed_at"]), told["key_id"], HEX + told["signature"]
        return str(head["size"]), roots[0], str(head["access_size"]), roots[1], *signed
    except (*MALFORMED, OSError) as problem:
        raise NothingToVerify(f"{path} holds no signed head.") from problem


def known_keys(path: Path, report: Report) -> Keys:
    """The public keys of the desk; a key's name is the beginning of its hash."""
    keys = {}
    try:
        for name, told in decode(path.read_text(encoding="utf-8"))[0].items():
            raw = unhex(HEX + told)
            if sha256(raw).hexdigest()[:16] != name:
                raise ValueError
            keys[name] = Ed25519PublicKey.from_public_bytes(raw)
    except (*MALFORMED, OSError):
        report.find(path.name, 0, "", "is missing, or a key is not what its name says")
    return keys


def verify(folder: Path, saved_head: Path | None = None, processes: int = 1) -> Report:
    """Everything that is wrong with an export, also as seen from a head that was kept elsewhere."""
    if not folder.is_dir():
        raise NothingToVerify(f"{folder} is no folder.")
    report = Report()
    logs = Log("statements.tsv", STATEMENTS, statement, report), Log("access.tsv", ACCESS, access, report)
    elsewhere = [saved(saved_head)] if saved_head else []
    for _, told in (*rows(lines(folder / "heads.tsv"), "", HEADS, Report()), *enumerate(elsewhere)):
        logs[0].wanted.add(told[0])
        logs[1].wanted.add(told[2])
    with ProcessPoolExecutor(processes) if processes > 1 else nullcontext() as pool:
        for log in logs:
            log.read(lines(folder / log.file), pool)
    report.statements, report.access = logs[0].size, logs[1].size
    for log, file in zip(logs, ("tiles.tsv", "access_tiles.tsv"), strict=True):
        check_tiles(lines(folder / file), file, log)
    check_documents(lines(folder / "documents.tsv"), "documents.tsv", logs[0])
    check_records(lines(folder / "records.tsv"), "records.tsv", logs[0])
    report.lists = check_lists(lines(folder / "lists.tsv"), "lists.tsv", LISTS, logs[0].kept, report)
    report.series = check_lists(lines(folder / "series.tsv"), "series.tsv", SERIES, logs[0].series, report)
    keys = known_keys(folder / "public_keys.json", report)
    check_heads(lines(folder / "heads.tsv"), "heads.tsv", logs, keys)
    for told in elsewhere:
        check_head(str(saved_head), 1, told, logs, keys)
    return report


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Proves that an exported ledger was not changed.")
    parser.add_argument("folder", type=Path, help="the folder of the export")
    parser.add_argument("--head", type=Path, help="a signed head that was kept elsewhere")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--processes", type=int, default=os.cpu_count() or 1, help="how many examine rows at the same time"
    )
    asked = parser.parse_args(arguments)
    try:
        report = verify(asked.folder, asked.head, asked.processes)
    except NothingToVerify as problem:
        print(problem, file=sys.stderr)
        return 2
    print({"text": report.as_text, "json": report.as_json}[asked.format]())
    return 0 if report.ok else 3


if __name__ == "__main__":
    sys.exit(main())
