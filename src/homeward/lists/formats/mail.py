"""Lists that come by mail: in its words, in a table of its words, or attached to it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from email.message import Message

from homeward.files.bounds import PARTS, Locked, NoText, fits
from homeward.files.kinds import Kind, kind_of
from homeward.files.mail import Mail, content, header, locked, on_one_line, parsed
from homeward.lists.formats import delimited, html, pasted, text
from homeward.lists.formats.lettered import lettered
from homeward.lists.formats.making import TAKE_OR_STOP, Answer, Making
from homeward.refusals import Refused

Reader = Callable[[bytes, Making, str], Iterator[Answer]]

MEDIA_TYPE = "message/rfc822"
_OPENED = (
    *(Kind.WORKBOOK, Kind.WITH_MACROS, Kind.OLD_WORKBOOK, Kind.OPEN_SHEET),
    *(Kind.PDF, Kind.TEXT, Kind.PAGE, Kind.LOCKED_OFFICE),
)
_INSTEAD = "Save the list that is attached, and send that; or copy it and paste it."


def read(data: bytes, book: Making, encoding: str, *, inside: Reader) -> Iterator[Answer]:
    """Read the lists in a mail: those attached to it, which `inside` reads, and those in its words."""
    mail = parsed(data, book.where)
    if locked(mail):
        raise Locked("This mail is encrypted.", where=book.where, instead="Open it, and save the list that is in it.")
    bodies, attached = _sorted(mail, book.where)
    found = 0
    for part in attached:
        found += yield from _attached(part, book, encoding, inside)
    for part in bodies:
        found += yield from _body(part, book, encoding, alone=not found)
    if any(part.defects for part in mail.walk()):
        book.note("broken-mail", "", "The mail is broken or was cut short; compare the list with it.")
    if not found:
        raise NoText("There is no list in this mail.", where=book.where, instead=_INSTEAD)
    if found > 1 or (attached and found):
        words = f"Lists in this mail: {found}. Say whether all of them are to be taken in."
        book.ask("mail", "", words, TAKE_OR_STOP)
    if said := header(mail, "Date"):
        book.note("sent", "", f"The mail says that it was sent on {said[:60]}.")
    book.kind(MEDIA_TYPE, encoding)


def _sorted(mail: Mail, where: str) -> tuple[list[Mail], list[Mail]]:
    """Parts that are the words of the mail, and those attached; of alternatives the page, as only it has tables."""
    bodies: list[Mail] = []
    attached: list[Mail] = []
    waiting, count = [mail], 0
    while waiting:
        part, count = waiting.pop(), count + 1
        fits(count, PARTS, "parts", where)
        kind = part.get_content_type()
        inner = [one for one in part.get_payload() if isinstance(one, Message)] if part.is_multipart() else []
        if kind == "multipart/alternative":
            pages = [one for one in inner if one.get_content_type() != "text/plain"]
            waiting += (pages or inner)[-1:]
        elif inner:
            waiting += reversed(inner)
        elif part.get_content_disposition() == "attachment" or part.get_filename():
            attached.append(part)
        elif kind in ("text/plain", "text/html"):
            bodies.append(part)
        elif kind.partition("/")[0] != "multipart":
            attached.append(part)
    return bodies, attached


def _attached(part: Mail, book: Making, encoding: str, inside: Reader) -> Generator[Answer, None, bool]:
    """Read an attachment; whether a list was in it."""
    name = on_one_line(str(part.get_filename() or "without a name"))[:100]
    data, _ = content(part, book.where)
    kind = kind_of(data)
    if kind not in _OPENED:
        book.note("attachment", "", f"Attached and not opened: {name} ({kind}).")
        return False
    book.note("attachment", "", f"Attached, and read: {name} ({kind}).")
    inner = Making(f"{book.where}, {name}", within=name)
    try:
        yield from inside(data, inner, encoding)
    except Refused as refused:
        if kind not in (Kind.TEXT, Kind.PAGE):
            raise
        book.note("attachment", "", f"There is no list in {name}: {refused.message}")
        return False
    yield from inner.out()
    return True


def _body(part: Mail, book: Making, encoding: str, *, alone: bool) -> Generator[Answer, None, bool]:
    """Read the words of the mail, when they hold a list; whether they do."""
    data, declared = content(part, book.where)
    if not data.strip():
        return False
    found = lettered(data, book, encoding=encoding, declared=declared)
    if part.get_content_type() == "text/html":
        if "<table" not in "\n".join(found.lines).lower() and not alone:
            return False
        yield from html.tables(found, book, "the mail")
        return True
    form = delimited.form(found.lines)
    if not pasted.is_numbered(found.lines, form) and (form is None or form.share < 0.6 or not alone):
        return False
    text.sheet_of(found, book, "the mail")
    yield from book.out()
    return True
