"""XML as events: no document type, so no entities; bounded depth; every fault with its line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat  # nosec: no document type gets past `refuse`

from homeward.files.bounds import DEPTH, TAGS, Damaged, TooDeep, fits
from homeward.refusals import Refused

Attributes = dict[str, str]


class WithEntities(Refused):
    """The file brings a document type of its own, by which texts can be swollen or fetched."""


def walk(
    source: bytes,
    *,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
    where: str = "",
) -> None:
    """Call `start`, `end` and `text` for each event; names are `address local`, with a space between."""
    for _ in steps((source,), start=start, end=end, text=text, where=where):
        pass


def steps(
    source: Iterable[bytes],
    *,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
    where: str = "",
    tags: int = TAGS,
) -> Iterator[None]:
    """Walk a source that comes in pieces, and stop after each.

    They should be large: older releases of the parser go over a long token again for every piece.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 65_536
    depth = events = 0

    def begins(name: str, attributes: Attributes) -> None:
        nonlocal depth, events
        depth += 1
        events += 1
        if depth > DEPTH:
            raise TooDeep(where=f"{where}, line {parser.CurrentLineNumber}", instead="Copy its words and paste them.")
        if events > tags:
            fits(events, tags, "tags", where)
        start(name, attributes)

    def ends(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    def refuse(*_: object) -> None:
        raise WithEntities(where=where, instead="Save it again without one, or copy its words and paste them.")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begins, ends, text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        for piece in source:
            parser.Parse(piece, False)
            yield
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        place = f"{where}, line {fault.lineno}, column {fault.offset + 1}"
        raise Damaged(
            f"The file is damaged or was cut short: {expat.ErrorString(fault.code)}.",
            where=place,
            instead="Send it again.",
        ) from fault
    except (ValueError, LookupError) as fault:  # a code page that the parser does not know
        raise Damaged("Its code page is not known.", where=where, instead="Save it as UTF-8.") from fault
