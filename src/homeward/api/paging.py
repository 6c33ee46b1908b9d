"""Parts of longer lists."""

from __future__ import annotations

from ninja import Field, Schema

from homeward.api.parameters import bad
from homeward.ledger.queries.statements import PAGE

MOST_PAGES = 10_000
LARGEST = 200


class Page(Schema):
    """Which part of a longer list."""

    page: int = Field(1, ge=1, le=MOST_PAGES, description="Which page, from 1.")
    size: int = Field(PAGE, ge=1, le=LARGEST, description="How many on a page.")


def within(page: int, pages: int) -> None:
    """Refuse a page after the last one; to give another in its place would be to guess."""
    if page > pages:
        raise bad("page", f"The last page is {pages}.", "no-such-page")
