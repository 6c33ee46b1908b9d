"""Names of two lists matched across scripts; needs no database."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from homeward.cli.printing import put
from homeward.cli.taking import CannotBeRead, contents

app = typer.Typer(name="names", help="Names in many scripts.", no_args_is_help=True, rich_markup_mode=None)
LARGEST = 256_000_000
"""Bytes of a file of names."""


@app.command(epilog="Example: homeward names search --candidates passports.txt --queries permits.txt -k 5")
def search(
    candidates: Annotated[str, typer.Option("--candidates", metavar="FILE", help="Names to search in, one a line.")],
    queries: Annotated[
        str, typer.Option("--queries", metavar="FILE", help="Names to find, one a line; - reads standard input.")
    ],
    k: Annotated[int, typer.Option("-k", min=1, max=1000, metavar="N", help="How many names for each query.")] = 10,
) -> None:
    """The likeliest names for each name asked, in any scripts, with the reasons: one JSON line for each query."""
    names, asked = _lines(candidates), _lines(queries)

    from homeward.names import Index

    for query, row in zip(asked, Index(names).search(asked, k), strict=True):
        hits = [{"index": hit.index, "name": hit.name, "score": round(hit.score, 4), "why": hit.why} for hit in row]
        put(json.dumps({"query": query, "hits": hits}, ensure_ascii=False) + "\n")


def _lines(file: str) -> list[str]:
    """The lines of a file, each as it stands; bytes that are no UTF-8 are refused with their place."""
    data = contents(file, LARGEST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise CannotBeRead(where=f"{file}, line {line}", instead="Save it in UTF-8.") from fault
    return [line.removesuffix("\r") for line in text.split("\n")][: -1 if text.endswith("\n") or not text else None]
