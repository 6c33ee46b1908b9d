"""Everything that somebody who has broken in could read: the database, the files, and each box that any key still opens."""

from __future__ import annotations

import base64
import gzip
import io
import json
import subprocess
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

from homeward.access.models import Key
from homeward.ledger.actions.keeping.copying import server_version
from homeward.ledger.models import Statement
from homeward.ledger.queries.personal import binding
from homeward.lists.models import Keying, Original, SetAside, Upload
from homeward.lists.queries.sealed import binding as list_binding
from homeward.people.models import Record
from homeward.people.queries.records import record_binding
from homeward.postgres.admission import BOOTSTRAP
from homeward.postgres.programs import program
from homeward.refusals import Refused
from homeward.seals import boxes, keys
from tests.grounds.databases import Database

ALPHABETS = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "cp1255", "cp1256")


def forms(words: str) -> set[bytes]:
    """How words may lie in bytes: in the usual alphabets, spelled out in JSON, in hex as a dump writes it, in base64."""
    found = set()
    for alphabet in ALPHABETS:
        try:
            found.add(words.encode(alphabet))
        except UnicodeEncodeError:
            continue
    plain = words.encode()
    found |= {json.dumps(words)[1:-1].encode(), plain.hex().encode()}
    found |= {base64.b64encode(b" " * shift + plain)[4:-4] for shift in range(3)}
    return {form.lower() for form in found}


def holding(words: str, texts: Iterable[tuple[str, bytes]]) -> list[str]:
    """Where these words stand, in any of their forms, packed or not."""
    looked_for = forms(words)
    return [where for where, data in texts if any(form in data for form in looked_for)]


def unpacked(where: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes in small letters, and what is packed in them."""
    yield where, data.lower()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield from unpacked(f"{where}/{name}", packed.read(name))
    elif data.startswith(b"\x1f\x8b"):
        yield from unpacked(f"{where}/unpacked", gzip.decompress(data))
    elif data[:2] in (b"\x78\x01", b"\x78\x9c", b"\x78\xda"):
        try:
            yield from unpacked(f"{where}/unpacked", zlib.decompress(data))
        except zlib.error:
            return


def dumped(database: Database) -> Iterator[tuple[str, bytes]]:
    """The whole database as a superuser dumps it."""
    command = [program("pg_dump", least=server_version()), "--inserts", database.server.url(BOOTSTRAP, database.name)]
    yield "dump", subprocess.run(command, check=True, capture_output=True).stdout.lower()


def backed_up(folder: Path) -> Iterator[tuple[str, bytes]]:
    """A backup with its dump taken apart."""
    command = [program("pg_restore", least=server_version()), "--file=-", folder / "database.dump"]
    yield "backup", subprocess.run(command, check=True, capture_output=True).stdout.lower()
    yield from files(folder)


def files(folder: Path, *, of: Database | None = None) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder, and what is packed in it; `of` leaves out those of other databases of the same cluster."""
    own = of.superuser("SELECT oid FROM pg_database WHERE datname = current_database()").strip() if of else ""
    for file in sorted(folder.rglob("*")):
        elsewhere = bool(own) and file.parent.parent.name == "base" and file.parent.name != own
        if file.is_file() and not file.is_symlink() and not elsewhere:
            yield from unpacked(str(file.relative_to(folder)), file.read_bytes())


def opened() -> list[tuple[str, bytes]]:
    """Every box of people and lists that any key opens, of those that the actor sees."""
    known = list(_keys())
    found = []
    for bound_to, box in _boxes():
        for key in known:
            try:
                plain = boxes.unseal([key], box, bound_to)
            except Refused:
                continue
            found += list(unpacked(bound_to, plain))
    return found


def _keys() -> Iterator[boxes.Key]:
    master = keys.open_or_make(settings.HOMEWARD_KEYS).fields
    for row in Key.objects.all():
        yield boxes.unwrap(master, bytes(row.wrapped), f"access_key.wrapped:{row.id}")


def _boxes() -> Iterator[tuple[str, bytes]]:
    for record in Record.objects.all():
        yield record_binding(record.id), bytes(record.box)
    for id, entry in Statement.objects.values_list("id", "entry"):
        for value in json.loads(entry).get("sealed", ()):
            yield binding(id, value["field"]), bytes.fromhex(value["box"])
    for original in Original.objects.all():
        yield list_binding("original", "box", original.id), bytes(original.box)
    for upload in Upload.objects.all():
        for field in ("name_box", "answers_box", "report_box"):
            if box := getattr(upload, field):
                yield list_binding("upload", field, upload.id), bytes(box)
    for line in SetAside.objects.all():
        yield list_binding("setaside", "box", line.id), bytes(line.box)
    for keying in Keying.objects.all():
        yield list_binding("keying", "box", keying.id), bytes(keying.box)
