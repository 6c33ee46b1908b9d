"""Mails in their parts: looked over before they are taken apart, nested no deeper than people send them."""

from __future__ import annotations

import email
import email.errors
import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message
from typing import TypeAlias

from homeward.files.bounds import Damaged, TooDeep, fits
from homeward.files.letters import letters
from homeward.files.visible import visible
from homeward.refusals import Refused

Mail: TypeAlias = "Message[str, str]"

_CONTENT = re.compile(rb"^content-[a-z-]+[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_LONGEST_CONTENT = 4_000  # bytes of one header about the content of a part
_HEADERS = 500_000  # bytes of all headers of the mail itself
_BORDERS = 20_000  # lines that may be borders of parts
_NESTED = 40  # mails within parts within mails
_LONGEST_HEADER = 20_000  # characters


def parsed(data: bytes, where: str) -> Mail:
    """A mail in its parts."""
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


def locked(mail: Mail) -> bool:
    """Whether a mail is encrypted."""
    return mail.get_content_type() == "multipart/encrypted" or "enveloped-data" in str(mail.get("Content-Type", ""))


def content(part: Mail, where: str) -> tuple[bytes, str]:
    """The bytes of a part, and the code page that it declares."""
    try:
        payload = part.get_payload(decode=True)
        declared = part.get_content_charset("")
    except Exception as fault:  # as above
        raise Damaged(where=where, instead="Save the mail again, or paste its words.") from fault
    return payload if isinstance(payload, bytes) else b"", declared


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


def header(mail: Mail, name: str) -> str:
    """The words of a header, decoded; letters that cannot be read stand as U+FFFD."""
    raw = next((str(value) for known, value in mail.raw_items() if known.lower() == name.lower()), "")[:_LONGEST_HEADER]
    try:
        pieces = decode_header(raw)
    except (email.errors.HeaderParseError, ValueError):
        pieces = [(raw, None)]
    return on_one_line("".join(_piece(piece, charset) for piece, charset in pieces))


def _piece(piece: str | bytes, charset: str | None) -> str:
    data = piece.encode("utf-8", "surrogateescape") if isinstance(piece, str) else piece
    try:
        return letters(data, declared=charset or "").text
    except Refused:
        return data.decode("utf-8", "replace")


def on_one_line(words: str) -> str:
    """Words without ends of lines and without what cannot be seen."""
    return visible(re.sub(r"\s+", " ", words).strip())[0]
