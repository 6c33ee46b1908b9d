"""What kind of file bytes are, by their content: never by a name or by what a sender declared."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from io import BytesIO

_HEAD = 4_096  # bytes that are looked at for signs of text
_CENTRAL = 70_000  # bytes at the end in which the list of parts of a packed file may begin


class Kind(StrEnum):
    """A kind of file, in words that end the sentence “this is …”."""

    EMPTY = "an empty file"
    TEXT = "text"
    PAGE = "a web page"
    FEED = "a feed"
    XML = "XML"
    MAIL = "a mail"
    OUTLOOK = "a mail as Outlook keeps it (.msg)"
    PDF = "a PDF"
    WORD = "a Word file (.docx)"
    WORKBOOK = "a workbook (.xlsx)"
    WITH_MACROS = "a workbook with macros (.xlsm)"
    BINARY_WORKBOOK = "a binary workbook (.xlsb)"
    OLD_WORKBOOK = "an old workbook (.xls)"
    OPEN_SHEET = "an OpenDocument sheet (.ods)"
    OPEN_DOCUMENT = "an OpenDocument file"
    SLIDES = "slides"
    NUMBERS = "a sheet of Numbers or Pages"
    OLD_OFFICE = "a file of an old office program"
    LOCKED_OFFICE = "an office file with a password"
    PACKED = "a packed folder (zip)"
    RTF = "RTF"
    JPEG = "a picture (JPEG)"
    PNG = "a picture (PNG)"
    GIF = "a picture (GIF)"
    TIFF = "a picture (TIFF)"
    WEBP = "a picture (WebP)"
    HEIC = "a picture (HEIC)"
    BMP = "a picture (BMP)"
    GZIP = "packed (gzip)"
    SEVEN = "packed (7z)"
    RAR = "packed (RAR)"
    DATABASE = "a database"
    PROGRAM = "a program"

    @property
    def pictured(self) -> bool:
        """Whether it is a picture and nothing else."""
        return self in (Kind.JPEG, Kind.PNG, Kind.GIF, Kind.TIFF, Kind.WEBP, Kind.HEIC, Kind.BMP)


_SIGNS = (
    (b"{\\rtf", Kind.RTF),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG", Kind.PNG),
    (b"GIF8", Kind.GIF),
    (b"II*\0", Kind.TIFF),
    (b"MM\0*", Kind.TIFF),
    (b"\x1f\x8b", Kind.GZIP),
    (b"7z\xbc\xaf", Kind.SEVEN),
    (b"Rar!", Kind.RAR),
    (b"SQLite format 3", Kind.DATABASE),
    (b"\x7fELF", Kind.PROGRAM),
    (b"MZ\x90", Kind.PROGRAM),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", Kind.LOCKED_OFFICE),
    ("Workbook", Kind.OLD_WORKBOOK),
    ("Book", Kind.OLD_WORKBOOK),
    ("__substg1.0", Kind.OUTLOOK),
)
_BARE_SHEETS = (b"\x09\x08\x08\x00", b"\x09\x08\x10\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_COMMENTS = re.compile("<!--.*?-->", re.DOTALL)
_PAGE = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?"
    r"<(!doctype\s+html|html|head|body|title|meta|p|div|span|article|section|table|h[1-6]|br|script|style|a|ul|center|font)\b",
    re.IGNORECASE,
)
_FEED = re.compile(r"<([\w.-]+:)?(rss|feed|RDF)[\s>/]")
_MAIL = re.compile(r"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_MAIL_SIGNS = re.compile(
    r"^(message-id|mime-version|received|return-path|dkim-signature|x-mailer):", re.IGNORECASE | re.MULTILINE
)
_MAIL_HEADS = re.compile(r"^(from|to|date|subject):", re.IGNORECASE | re.MULTILINE)


def kind_of(data: bytes) -> Kind:
    """What the bytes are; text when nothing says that they are more."""
    if not data.strip(b"\0 \t\r\n"):
        return Kind.EMPTY
    if data.startswith(b"PK\x03\x04"):
        return _unpacked(data)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(_OLD_OFFICE):
        return _old_office(data)
    if data.startswith(_BARE_SHEETS):
        return Kind.OLD_WORKBOOK
    if sign := next((kind for sign, kind in _SIGNS if data.startswith(sign)), None):
        return sign
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return Kind.HEIC
    if data[:2] == b"BM" and data[6:10] == bytes(4) and data[14:18] in (b"\x28\0\0\0", b"\x6c\0\0\0", b"\x7c\0\0\0"):
        return Kind.BMP
    return _written(head(data))


def also(data: bytes, kind: Kind) -> Kind | None:
    """What else a reader of another kind could take the same bytes for."""
    if kind not in (Kind.WORKBOOK, Kind.WITH_MACROS, Kind.OPEN_SHEET, Kind.WORD, Kind.PACKED, Kind.OPEN_DOCUMENT):
        if b"PK\x05\x06" in data[-_CENTRAL:] and zipfile.is_zipfile(BytesIO(data)):
            return Kind.PACKED
    elif b"%PDF-" in data[:1024]:
        return Kind.PDF
    return None


def head(data: bytes) -> str:
    """The beginning of a file as far as its signs are ASCII, whatever its code page."""
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[2 : 2 * _HEAD].decode(name, "replace")
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def heads_of_mail(beginning: str) -> int:
    """How many heads that every mail has stand at the beginning, or none when it does not begin with heads."""
    found = _MAIL.match(beginning.replace("\r\n", "\n"))
    return len(_MAIL_HEADS.findall(found[0])) if found else 0


def _written(beginning: str) -> Kind:
    if _FEED.search(beginning) and beginning.lstrip().startswith("<"):
        return Kind.FEED
    if _PAGE.match(_COMMENTS.sub("", beginning)):
        return Kind.PAGE
    if beginning.lstrip().startswith("<?xml"):
        return Kind.XML
    found = _MAIL.match(beginning.replace("\r\n", "\n"))
    if found and _MAIL_HEADS.search(found[0]) and _MAIL_SIGNS.search(found[0]):
        return Kind.MAIL
    return Kind.TEXT


def _unpacked(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
            typed = _typed(packed)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, RuntimeError, LookupError):
        return Kind.PACKED
    known = {name.lower() for name in names}
    if "xl/workbook.xml" in known:
        return Kind.WITH_MACROS if any("vbaproject" in name for name in known) else Kind.WORKBOOK
    if "word/document.xml" in known:
        return Kind.WORD
    if "xl/workbook.bin" in known:
        return Kind.BINARY_WORKBOOK
    if "ppt/presentation.xml" in known:
        return Kind.SLIDES
    if any(name.endswith(".iwa") for name in known):
        return Kind.NUMBERS
    if "content.xml" in known:
        return Kind.OPEN_SHEET if "spreadsheet" in typed or not typed else Kind.OPEN_DOCUMENT
    return Kind.PACKED


def _typed(packed: zipfile.ZipFile) -> str:
    """What an OpenDocument file says of itself."""
    if "mimetype" not in packed.namelist():
        return ""
    with packed.open("mimetype") as part:
        return part.read(200).decode("latin-1")


def _old_office(data: bytes) -> Kind:
    for name, kind in _STREAMS:
        if name.encode("utf-16-le") in data:
            return kind
    return Kind.OLD_OFFICE
