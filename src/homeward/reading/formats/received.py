"""The one door for files: bytes in, papers out; what kind a file is, its content says, never its name alone."""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.files.bounds import FILE, Foreign, Locked, NoText, fits
from homeward.files.kinds import Kind, also, head, heads_of_mail, kind_of
from homeward.files.packed import Packed
from homeward.files.visible import visible
from homeward.reading.formats import docx, eml, feed, html, pdf, plain
from homeward.reading.formats.bounds import PART
from homeward.reading.formats.paper import ATOM, DOCX, HTML, MAIL, PDF, RSS, TEXT, Paper
from homeward.refusals import Finding, Grade

_PACKED = "Save what is inside as .docx, PDF or text, and send that."
_KNOWN = "The desk reads text, web pages, mails, PDF, Word files (.docx) and feeds."
_INSTEAD = {
    Kind.RTF: "Save it as .docx or as text.",
    Kind.GZIP: "Unpack it and send what is inside.",
    Kind.SEVEN: "Unpack it and send what is inside.",
    Kind.RAR: "Unpack it and send what is inside.",
    Kind.OUTLOOK: "Save it as .eml, or paste its words.",
    Kind.OLD_OFFICE: "Save it as .docx or PDF.",
    Kind.OLD_WORKBOOK: "Save it as .docx or PDF.",
    Kind.XML: _KNOWN,
    Kind.DATABASE: _KNOWN,
    Kind.PROGRAM: _KNOWN,
}
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
    kind = kind_of(data)
    match kind:
        case Kind.PDF:
            return [pdf.paper(data, where=where)]
        case Kind.WORD:
            return [docx.paper(Packed(data, where, most=PART))]
        case Kind.FEED:
            return feed.papers(data, where=where)
        case Kind.PAGE:
            return [html.paper(data, encoding=encoding, where=where)]
        case Kind.MAIL:
            return [eml.paper(data, encoding=encoding, where=where)]
        case Kind.TEXT:
            return [_named(data, encoding, where)]
        case Kind.LOCKED_OFFICE:
            raise Locked(where=where, instead="Save it without a password, and send that.")
    if data.startswith(b"PK"):
        Packed(data, where, most=PART)  # says so when it is locked or damaged
    instead = "Its words have to be typed." if kind.pictured else _INSTEAD.get(kind, _PACKED)
    raise Foreign(f"This is {kind}.", where=where, instead=instead)


def _named(data: bytes, encoding: str, where: str) -> Paper:
    """What by its content is only text: its name may say that it is a mail or a page without the usual signs of one."""
    beginning = head(data)
    if where.lower().endswith(".eml") and heads_of_mail(beginning) >= 2:
        return eml.paper(data, encoding=encoding, where=where)
    if where.lower().endswith((".html", ".htm")) and re.search("<[a-zA-Z!/]", beginning):
        return html.paper(data, encoding=encoding, where=where)
    return plain.paper(data, encoding=encoding, where=where)


def _told_of_all(name: str, data: bytes, kind: str, where: str) -> list[Finding]:
    told = []
    ending = re.search(r"\.[a-z]+$", name.strip().lower())
    named = _NAMED.get(ending[0]) if ending else None
    if named and named != kind and {named, kind} != {RSS, ATOM}:
        told.append(Finding(Grade.NOTE, "other-kind", where, f"Its name says {named}; by its content it is {kind}."))
    if kind == PDF and also(data, Kind.PDF):
        told.append(Finding(Grade.DOUBT, "two-kinds", where, "This file can also be unpacked; only the PDF was read."))
    return told
