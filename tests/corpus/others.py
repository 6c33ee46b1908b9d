"""OpenDocument sheets, PDF, the containers of old office files, and pictures, written byte by byte."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.corpus.workbooks import packed

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(*tables: str, parts: dict[str, str | bytes] | None = None, styles: str = "") -> bytes:
    """An OpenDocument sheet of these tables."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return packed({"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest} | (parts or {}))


def ods_table(rows: Sequence[str], name: str = "List", style: str = "", columns: str = "") -> str:
    """A table of rows that are written out."""
    styled = f" table:style-name={quoteattr(style)}" if style else ""
    return f"<table:table table:name={quoteattr(name)}{styled}>{columns}{''.join(rows)}</table:table>"


def ods_row(cells: Sequence[str], about: str = "") -> str:
    """A row of cells that are written out."""
    return f"<table:table-row {about}>{''.join(cells)}</table:table-row>"


def ods_words(*cells: str) -> list[str]:
    """Cells of words, those that are days as days."""
    return [ods_cell(cell) for cell in cells]


def ods_cell(words: str, about: str = "", inside: str = "") -> str:
    if len(words) == 10 and words[4] == words[7] == "-":
        shown = "/".join(reversed(words.split("-")))
        kind = f'office:value-type="date" office:date-value="{words}"'
        return f"<table:table-cell {kind} {about}>{inside}<text:p>{shown}</text:p></table:table-cell>"
    kind = 'office:value-type="string"' if words else ""
    return f"<table:table-cell {kind} {about}>{inside}{f'<text:p>{escape(words)}</text:p>' if words else ''}</table:table-cell>"


# ---- PDF


def pdf_of(pages: Sequence[Sequence[tuple[float, float, str]]], *, extra: bytes = b"", size: float = 10) -> bytes:
    """A PDF whose pages have words at places; every sign has its own number, and the file says which letter it is."""
    signs = sorted({sign for page in pages for _, _, words in page for sign in words})
    numbers = {sign: at for at, sign in enumerate(signs, 1)}
    contents = []
    for page in pages:
        shown = [
            f"BT /F1 {size:g} Tf 1 0 0 1 {x:g} {y:g} Tm <{''.join(f'{numbers[sign]:04x}' for sign in words)}> Tj ET"
            for x, y, words in page
        ]
        contents.append("\n".join(shown).encode() + extra)
    return pdf_file(contents, _font(signs, numbers))


def _font(signs: Sequence[str], numbers: dict[str, int]) -> list[bytes]:
    known = "\n".join(f"<{numbers[sign]:04x}> <{sign.encode('utf-16-be').hex()}>" for sign in signs)
    meaning = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(signs)} beginbfchar\n{known}\nendbfchar\nendcmap end end"
    ).encode()
    return [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
            b"/Supplement 0 >> /FontDescriptor 5 0 R /DW 500 >>"
        ),
        (
            b"<< /Type /FontDescriptor /FontName /Helvetica /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 "
            b"/Descent -200 /CapHeight 700 /StemV 80 >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(meaning), meaning),
    ]


def pdf_file(contents: Sequence[bytes], font: Sequence[bytes], *, kids: bytes = b"", deflated: bool = False) -> bytes:
    """A PDF of pages with these contents."""
    first = 3 + len(font)
    listed = kids or b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(contents)))
    things = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(contents)),
        *font,
    ]
    for at, content in enumerate(contents):
        stream, how = (zlib.compress(content, 9), b"/Filter /FlateDecode") if deflated else (content, b"")
        things += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (first + 1 + 2 * at),
            b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), how, stream),
        ]
    made, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (
        len(things) + 1,
        b"".join(b"%010d 00000 n \n" % at for at in places),
    )
    return made + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(things) + 1, start)


# ---- containers of old office files


def container(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams, each at least of the size that is kept in whole sectors."""
    sectors: list[bytes] = []
    starts: dict[str, tuple[int, int]] = {}
    chains: list[int] = []
    for name, stream in streams.items():
        stream = stream.ljust(4096, b"\0")
        count = -(-len(stream) // 512)
        starts[name] = len(sectors), len(stream)
        chains += [*range(len(sectors) + 1, len(sectors) + count), 0xFFFFFFFE]
        sectors += [stream[at * 512 : at * 512 + 512].ljust(512, b"\0") for at in range(count)]
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    entries += [
        _entry(name, 2, *starts[name], right=at + 1 if at < len(names) else 0xFFFFFFFF)
        for at, name in enumerate(names, 1)
    ]
    while len(entries) % 4:
        entries.append(_entry("", 0, 0, 0))
    directory = len(sectors)
    blocks = len(entries) // 4
    sectors += [b"".join(entries[at * 4 : at * 4 + 4]) for at in range(blocks)]
    chains += [*range(directory + 1, directory + blocks), 0xFFFFFFFE]
    tables = -(-(len(chains) + 2) // 127)
    table = len(sectors)
    chains += [0xFFFFFFFD] * tables
    chains += [0xFFFFFFFF] * (tables * 128 - len(chains))
    sectors += [struct.pack("<128I", *chains[at * 128 : at * 128 + 128]) for at in range(tables)]
    head = struct.pack(
        "<8s16sHHHHH6s9I",
        *(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            bytes(16),
            0x3E,
            3,
            0xFFFE,
            9,
            6,
            bytes(6),
            0,
            tables,
            directory,
            0,
            4096,
        ),
        *(0xFFFFFFFE, 0, 0xFFFFFFFE, 0),
    )
    listed = [*range(table, table + tables), *[0xFFFFFFFF] * (109 - tables)]
    return head + struct.pack("<109I", *listed) + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    words = name.encode("utf-16-le")
    length = len(words) + 2 if name else 0
    entry = words.ljust(64, b"\0") + struct.pack("<HBBIII", length, kind, 1, 0xFFFFFFFF, right, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)


def locked_office(seed: int = 11) -> bytes:
    """What office programs write under a password: a container with a sealed package."""
    rolled = random.Random(seed)
    about = struct.pack("<HHI", 4, 4, 0x40) + (
        b'<?xml version="1.0"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption">'
        b'<keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" '
        b'cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="AAAAAAAAAAAAAAAAAAAAAA=="/></encryption>'
    )
    return container({"EncryptionInfo": about, "EncryptedPackage": struct.pack("<Q", 9_000) + rolled.randbytes(9_008)})


# ---- pictures


def png() -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, words: bytes) -> bytes:
        return struct.pack(">I", len(words)) + kind + words + struct.pack(">I", zlib.crc32(kind + words))

    rows = b"".join(b"\0" + bytes([200] * 16) for _ in range(16))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def jpeg_with_place() -> bytes:
    """A picture's head that says where it was taken."""
    entries = struct.pack("<HHII", 0x8825, 4, 1, 26)
    place = struct.pack("<HHHI4s", 1, 1, 2, 2, b"N\0\0\0") + struct.pack("<I", 0)
    tiff = b"II*\0" + struct.pack("<IH", 8, 1) + entries + struct.pack("<I", 0) + place
    exif = b"Exif\0\0" + tiff
    made = io.BytesIO()
    made.write(b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif)
    made.write(b"\xff\xdb\x00\x43\x00" + bytes([16] * 64) + b"\xff\xd9")
    return made.getvalue()
