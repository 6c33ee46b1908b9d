"""Files made for tests: small ones of every kind, whose people and outlets are invented."""

from __future__ import annotations

import io
import zipfile
import zlib
from email.message import EmailMessage

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SAID = "The harbour office said on Monday that the northern gate would open for two hours."


def page(body: str, head: str = "", lang: str = "en") -> bytes:
    """A web page."""
    return f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def packed(**parts: str) -> bytes:
    """A packed file with these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, words in parts.items():
            file.writestr(name, words)
    return made.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word file, with further parts."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": document, **parts})


def paragraph(words: str, looks: str = "") -> str:
    """A paragraph of a Word file with one run."""
    return f"<w:p><w:r><w:rPr>{looks}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def lines(*said: str, top: int = 720, looks: str = "") -> bytes:
    """Lines of a page of a PDF, 14 points apart, painted as `looks` says."""
    shown = b"".join(b"(%s) Tj T* " % one.encode("cp1252") for one in said)
    return b"BT /F1 12 Tf %s 1 0 0 1 72 %d Tm 14 TL %sET\n" % (looks.encode(), top, shown)


PICTURE = b"q 600 0 0 700 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q\n"


def pdf(*pages: bytes, deflated: bool = False, about: bytes = b"") -> bytes:
    """A PDF with a page for each content."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * at) for at in range(len(pages)))
    things = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< %s >>" % about,
    ]
    for at, content in enumerate(pages):
        stream = zlib.compress(content, 9) if deflated else content
        how = b"/Filter /FlateDecode" if deflated else b""
        things += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (6 + 2 * at),
            b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), how, stream),
        ]
    made, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(things) + 1, table)
    return made + b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(things) + 1, start)


def mail(text: str = SAID, subject: str = "The gate", html: str = "") -> EmailMessage:
    """A mail from an invented outlet."""
    made = EmailMessage()
    made["From"] = "Lantern Wire <desk@lantern.example>"
    made["Date"] = "Mon, 06 Nov 2023 09:12:00 +0200"
    made["Subject"] = subject
    made["Message-ID"] = "<1@lantern.example>"
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def rss(*items: str, head: str = "<title>Lantern Wire</title><language>en</language>") -> bytes:
    """An RSS feed."""
    spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel>{head}{inside}</channel></rss>'.encode()
