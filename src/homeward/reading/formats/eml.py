"""Mails: the words of the message, who sent it and when as it says; what is attached is listed and not opened."""

from __future__ import annotations

import email
import email.errors
import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message
from typing import TypeAlias

from homeward.files.bounds import PARTS, Damaged, Locked, NoText, TooDeep, fits
from homeward.files.letters import Letters, letters
from homeward.files.visible import visible
from homeward.reading.formats import html
from homeward.reading.formats.bounds import Spent
from homeward.reading.formats.paper import MAIL, Paper
from homeward.refusals import Finding, Grade, Refused

_LISTED = 20  # attachments named one by one
_LONGEST_HEADER = 20_000  # characters
_NESTED = 40  # mails within parts within mails
_LEAST_SHARE = 3  # a plain part may be this many times shorter than the page beside it

_CONTENT = re.compile(rb"^content-[a-z-]+[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_LONGEST_CONTENT = 4_000  # bytes of one header about the content of a part
_HEADERS = 500_000  # bytes of all headers of the mail itself
_BORDERS = 20_000  # lines that may be borders of parts

Mail: TypeAlias = "Message[str, str]"


def paper(data: bytes, *, encoding: str = "", where: str = "") -> Paper:
    """A mail as a paper."""
    mail = _parsed(data, where)
    if mail.get_content_type() == "multipart/encrypted" or "enveloped-data" in str(mail.get("Content-Type", "")):
        raise Locked("This mail is encrypted.", where=where, instead="Open it in the mail program, and save its words.")
    told: list[Finding] = []
    spent = Spent()
    bodies, attached = _sorted(mail, where, spent)
    texts = [text for part in bodies if (text := _body(part, encoding, where, told, spent))]
    if not texts:
        raise NoText(where=where, instead="If the report is an attachment, save that and send it.")
    told += _attachments(attached, where)
    if any(part.defects for part in mail.walk()):
        told.append(
            Finding(Grade.DOUBT, "broken-mail", where, "The mail is broken or was cut short; compare the text with it.")
        )
    return Paper(
        text="\n".join(texts),
        media_type=MAIL,
        title=_header(mail, "Subject"),
        published=_header(mail, "Date"),
        author=_header(mail, "From"),
        url=_header(mail, "Archived-At").strip("<>"),
        language=_header(mail, "Content-Language"),
        warnings=tuple(told),
    )


def _parsed(data: bytes, where: str) -> Mail:
    _looked_over(data, where)
    try:
        mail = email.message_from_bytes(data)
        deepest = max(depth for depth, _ in _depths(mail))
    except RecursionError as fault:
        raise TooDeep(where=where, instead="Save the part that has the words.") from fault
    except Exception as fault:  # the library promises no closed list of what it raises for broken mails
        raise Damaged(where=where, instead="Save the mail again, or paste its words.") from fault
    if deepest > _NESTED:
        raise TooDeep(where=where, instead="Save the part that has the words.")
    return mail


def _looked_over(data: bytes, where: str) -> None:
    """Refuse what the library would take too long over: it goes over the words of a header again for each of them."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    longest = max((len(header[0]) for header in _CONTENT.finditer(lines)), default=0)
    fits(longest, _LONGEST_CONTENT, "letters in a header about its content", where)
    fits(len(lines.partition(b"\n\n")[0]), _HEADERS, "bytes of headers", where)
    fits(lines.count(b"\n--"), _BORDERS, "borders of parts", where)


def _depths(mail: Mail) -> Iterator[tuple[int, Mail]]:
    waiting = [(0, mail)]
    while waiting:
        depth, part = waiting.pop()
        yield depth, part
        if part.is_multipart():
            waiting += [(depth + 1, inner) for inner in part.get_payload() if isinstance(inner, Message)]


def _sorted(mail: Mail, where: str, spent: Spent) -> tuple[list[Mail], list[Mail]]:
    """The parts that are the message, in order, and those that are attached to it; of alternatives only the best."""
    bodies: list[Mail] = []
    attached: list[Mail] = []
    waiting, count = [mail], 0
    while waiting:
        part, count = waiting.pop(), count + 1
        fits(count, PARTS, "parts", where)
        kind = part.get_content_type()
        if part is not mail and (kind.startswith("message/") or part.get_content_disposition() == "attachment"):
            attached.append(part)
        elif part.is_multipart():
            inner = [one for one in part.get_payload() if isinstance(one, Message)]
            waiting += reversed(_best(inner, spent) if kind == "multipart/alternative" else inner)
        elif kind in ("text/plain", "text/html"):
            bodies.append(part)
        else:
            attached.append(part)
    return bodies, attached


def _best(alternatives: list[Mail], spent: Spent) -> list[Mail]:
    """Plain text, unless it cannot be read or is a stub beside a page; a part with further parts counts as a page."""
    texts = [part for part in alternatives if part.get_content_type() == "text/plain"]
    others = [part for part in alternatives if part.get_content_type() != "text/plain"]
    if texts and others:
        page = next((part for part in others if part.get_content_type() == "text/html"), None)
        return texts[:1] if _LEAST_SHARE * _length(texts[0], spent) >= max(1, _length(page, spent)) else [others[-1]]
    return texts[:1] or others[-1:]


def _length(part: Mail | None, spent: Spent) -> int:
    """How much a part says, or nothing when it cannot be read."""
    if part is None:
        return 0
    try:
        words = _decoded(part, "", "").text
        return len(
            html.read(words, whole=True, spent=spent).text if part.get_content_type() == "text/html" else words.strip()
        )
    except Refused:
        return 0


def _body(part: Mail, encoding: str, where: str, told: list[Finding], spent: Spent) -> str:
    read = _decoded(part, encoding, where)
    told += read.told
    if part.get_content_type() == "text/html":
        page = html.read(read.text, where=where, spent=spent)
        told += page.told
        return page.text
    text, unseen = visible(read.text, where)
    told += unseen
    return text.strip("\n") if text.strip() else ""


def _decoded(part: Mail, encoding: str, where: str) -> Letters:
    try:
        payload = part.get_payload(decode=True)
        declared = part.get_content_charset("")
    except Exception as fault:  # as above
        raise Damaged(where=where, instead="Save the mail again, or paste its words.") from fault
    return letters(payload if isinstance(payload, bytes) else b"", encoding=encoding, declared=declared, where=where)


def _attachments(attached: list[Mail], where: str) -> Iterator[Finding]:
    for part in attached[:_LISTED]:
        name = _clean(str(part.get_filename() or "without a name"))
        said = f"Attached and not opened: {name[:100]} ({part.get_content_type()[:60]})."
        yield Finding(Grade.NOTE, "attachment", where, said)
    if len(attached) > _LISTED:
        yield Finding(Grade.NOTE, "attachment", where, f"And {len(attached) - _LISTED} more, not opened.")


def _header(mail: Mail, name: str) -> str:
    """The words of a header, decoded; letters that cannot be read stand as U+FFFD."""
    raw = next((str(value) for known, value in mail.raw_items() if known.lower() == name.lower()), "")[:_LONGEST_HEADER]
    try:
        pieces = decode_header(raw)
    except (email.errors.HeaderParseError, ValueError):
        pieces = [(raw, None)]
    return _clean("".join(_piece(piece, charset) for piece, charset in pieces))


def _piece(piece: str | bytes, charset: str | None) -> str:
    data = piece.encode("utf-8", "surrogateescape") if isinstance(piece, str) else piece
    try:
        return letters(data, declared=charset or "").text
    except Refused:
        return data.decode("utf-8", "replace")


def _clean(words: str) -> str:
    return visible(re.sub(r"\s+", " ", words).strip())[0]
