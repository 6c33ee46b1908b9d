"""Mails: the words of the message, who sent it and when as it says; what is attached is listed and not opened."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message

from homeward.files.bounds import PARTS, Locked, NoText, fits
from homeward.files.letters import Letters, letters
from homeward.files.mail import Mail, content, header, locked, on_one_line, parsed
from homeward.files.visible import visible
from homeward.reading.formats import html
from homeward.reading.formats.bounds import Spent
from homeward.reading.formats.paper import MAIL, Paper
from homeward.refusals import Finding, Grade, Refused

_LISTED = 20  # attachments named one by one
_LEAST_SHARE = 3  # a plain part may be this many times shorter than the page beside it


def paper(data: bytes, *, encoding: str = "", where: str = "") -> Paper:
    """A mail as a paper."""
    mail = parsed(data, where)
    if locked(mail):
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
        title=header(mail, "Subject"),
        published=header(mail, "Date"),
        author=header(mail, "From"),
        url=header(mail, "Archived-At").strip("<>"),
        language=header(mail, "Content-Language"),
        warnings=tuple(told),
    )


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
    payload, declared = content(part, where)
    return letters(payload, encoding=encoding, declared=declared, where=where)


def _attachments(attached: list[Mail], where: str) -> Iterator[Finding]:
    for part in attached[:_LISTED]:
        name = on_one_line(str(part.get_filename() or "without a name"))
        said = f"Attached and not opened: {name[:100]} ({part.get_content_type()[:60]})."
        yield Finding(Grade.NOTE, "attachment", where, said)
    if len(attached) > _LISTED:
        yield Finding(Grade.NOTE, "attachment", where, f"And {len(attached) - _LISTED} more, not opened.")
