"""Which page of many rows is shown, and the way to the others."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.ledger.queries.views import Asked
from homeward.web.asked import carry

PAGE = 50
MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """Rows `first` to `last` of `all`, with the addresses of the pages beside; "" where there is none."""

    first: int
    last: int
    all: int
    before: str
    after: str


def number(typed: str, *, most: int = MOST) -> int:
    """The number of a page as an address gives it."""
    return max(1, min(int(typed), most)) if typed.isascii() and typed.isdigit() and len(typed) < 8 else 1


def pages(count: int, size: int = PAGE) -> int:
    return max(1, -(-count // size))


def place(
    asked: Asked, address: str, page: int, count: int, *, size: int = PAGE, name: str = "page", **more: str
) -> Place | None:
    """Where this page stands among the others; None when it is the only one."""
    if count <= size:
        return None

    def at(to: int) -> str:
        return carry(address, asked, **{**more, name: str(to) if to > 1 else ""})

    return Place(
        first=(page - 1) * size + 1,
        last=min(page * size, count),
        all=count,
        before=at(page - 1) if page > 1 else "",
        after=at(page + 1) if page * size < count else "",
    )
