"""The one door for files: bytes in, papers out; what kind a file is, its content says, never its name alone."""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.formats import docx, eml, feed, html, pdf, plain
from homeward.reading.formats.bounds import FILE, Foreign, Locked, NoText, fits
from homeward.reading.formats.packed import Packed
from homeward.reading.formats.paper import ATOM, DOCX, HTML, MAIL, PDF, RSS, TEXT, Paper
from homeward.reading.formats.visible import visible
from homeward.refusals import Finding, Grade

_KNOWN = "The desk reads text, web pages, mails, PDF, Word files (.docx) and feeds."
_FOREIGN = (
    (b"{\\rtf", "This is RTF.", "Save it as .docx or as text."),
    (b"\xff\xd8\xff", "This is a picture (JPEG).", "Its words have to be typed."),
    (b"\x89PNG", "This is a picture (PNG).", "Its words have to be typed."),
    (b"GIF8", "This is a picture (GIF).", "Its words have to be typed."),
    (b"II*\0", "This is a picture (TIFF).", "Its words have to be typed."),
    (b"MM\0*", "This is a picture (TIFF).", "Its words have to be typed."),
    (b"\x1f\x8b", "This is packed (gzip).", "Unpack it and send what is inside."),
    (b"7z\xbc\xaf", "This is packed (7z).", "Unpack it and send what is inside."),
    (b"Rar!", "This is packed (RAR).", "Unpack it and send what is inside."),
    (b"SQLite format 3", "This is a database.", _KNOWN),
    (b"\x7fELF", "This is a program.", _KNOWN),
    (b"MZ\x90", "This is a program.", _KNOWN),
)
_OLD_OFFICE, _LOCKED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
_NAMED = {
    ".txt": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".eml": MAIL,
    ".pdf": PDF,
    ".docx": DOCX,
    ".rss": RSS,
    ".atom": ATOM,
}
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
_HEAD = 4_096


def taken(name: str, data: bytes, *, encoding: str = "") -> list[Paper]:
    """The papers in a file: one, or one for each item of a feed; anything else is a `Refused` that says what to do.

    `encoding` is a person's answer to `UndecidedLetters`. Nothing is fetched, run or written.
    """
    where = visible(" ".join(name.split()))[0][-100:] or "the file"
    fits(len(data), FILE, "bytes", where)
    if not data.strip(b"\0 \t\r\n"):
        raise NoText("This file is empty.", where=where, instead="Send the file that has the text.")
    papers = _papers(data, encoding, where)
    told = _told_of_all(name, data, papers[0].media_type, where)
    return [_clean(paper, told) for paper in papers]


def _clean(paper: Paper, told: list[Finding]) -> Paper:
    """The paper with what it says about itself freed of what cannot be seen, and with the warnings about the file."""
    return replace(
        paper,
        title=visible(paper.title)[0],
        published=visible(paper.published)[0],
        outlet=visible(paper.outlet)[0],
        author=visible(paper.author)[0],
        url=visible(paper.url)[0],
        language=visible(paper.language)[0],
        warnings=(*paper.warnings, *told),
    )


def _papers(data: bytes, encoding: str, where: str) -> list[Paper]:
    if b"%PDF-" in data[:1024] and not data.startswith(b"PK"):
        return [pdf.paper(data, where=where)]
    if data.startswith(b"PK\x03\x04"):
        return [_unpacked(data, where)]
    _refuse_foreign(data, where)
    head = _head(data)
    if _FEED.search(head) and head.lstrip().startswith("<"):
        return feed.papers(data, where=where)
    if _PAGE.match(_COMMENTS.sub("", head)):
        return [html.paper(data, encoding=encoding, where=where)]
    if head.lstrip().startswith("<?xml"):
        raise Foreign("This is XML, and neither a page nor a feed.", where=where, instead=_KNOWN)
    if _is_mail(head, where):
        return [eml.paper(data, encoding=encoding, where=where)]
    if where.lower().endswith((".html", ".htm")) and re.search("<[a-zA-Z!/]", head):
        return [html.paper(data, encoding=encoding, where=where)]
    return [plain.paper(data, encoding=encoding, where=where)]


def _head(data: bytes) -> str:
    """The beginning of a file as far as its signs are ASCII, whatever its code page."""
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[2 : 2 * _HEAD].decode(name, "replace")
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _is_mail(head: str, where: str) -> bool:
    found = _MAIL.match(head.replace("\r\n", "\n"))
    if not found:
        return False
    heads = len(_MAIL_HEADS.findall(found[0]))
    return bool(heads >= 1 and _MAIL_SIGNS.search(found[0])) or (heads >= 2 and where.lower().endswith(".eml"))


def _unpacked(data: bytes, where: str) -> Paper:
    packed = Packed(data, where)
    if docx.MAIN in packed.names:
        return docx.paper(packed)
    kinds = {"xl/workbook.xml": "a workbook", "ppt/presentation.xml": "slides", "content.xml": "an OpenDocument file"}
    kind = next((words for name, words in kinds.items() if name in packed.names), "a packed folder")
    raise Foreign(f"This is {kind}.", where=where, instead="Save what is inside as .docx, PDF or text, and send that.")


def _refuse_foreign(data: bytes, where: str) -> None:
    if data.startswith(_OLD_OFFICE):
        if _LOCKED_OFFICE in data:
            raise Locked(where=where, instead="Save it without a password, and send that.")
        raise Foreign(
            "This is a file of an old office program (.doc).", where=where, instead="Save it as .docx or PDF."
        )
    for sign, words, instead in _FOREIGN:
        if data.startswith(sign):
            raise Foreign(words, where=where, instead=instead)


def _told_of_all(name: str, data: bytes, kind: str, where: str) -> list[Finding]:
    told = []
    ending = re.search(r"\.[a-z]+$", name.strip().lower())
    named = _NAMED.get(ending[0]) if ending else None
    if named and named != kind and {named, kind} != {RSS, ATOM}:
        told.append(Finding(Grade.NOTE, "other-kind", where, f"Its name says {named}; by its content it is {kind}."))
    if kind == PDF and b"PK\x05\x06" in data[-70_000:]:
        told.append(Finding(Grade.DOUBT, "two-kinds", where, "This file can also be unpacked; only the PDF was read."))
    return told
