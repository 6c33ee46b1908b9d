"""Invented people and lists for whoever tries the desk out; needs no database, and says that nobody is real."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from homeward.refusals import Refused

if TYPE_CHECKING:
    from homeward.invented.lists import Planned

app = typer.Typer(
    name="invent", help="Invented people and lists, to try the desk out.", no_args_is_help=True, rich_markup_mode=None
)
NOBODY = "EVERYTHING IN {out} IS INVENTED: no person, number or paper in it is real. Never mix it with a real case."
MOST = 1_000_000
Seed = Annotated[int, typer.Option("--seed", metavar="N", min=0, help="The same seed gives the same bytes.")]


class IsTaken(Refused):
    """There is something of this name, and nothing is overwritten."""


class CannotBeKept(Refused):
    """This cannot be written there."""


@app.command(epilog="Example: homeward invent people --seed 1 --size 930 people.jsonl")
def people(
    out: Annotated[str, typer.Argument(metavar="OUT", help="A file that is not there yet.")],
    seed: Seed = 1,
    size: Annotated[int, typer.Option("--size", metavar="N", min=1, max=MOST, help="How many people.")] = 930,
    flawed: Annotated[bool, typer.Option("--flawed", help="Papers as flawed as those of records of evacuees.")] = False,
) -> None:
    """Invented people in households, one JSON line each: names in four scripts, papers, relations, needs."""
    from homeward.invented import EVACUEES, USUAL, stream

    everybody = stream(seed, size, rates=EVACUEES if flawed else USUAL)
    _write(Path(out), ((json.dumps(person.as_json(), ensure_ascii=False) + "\n").encode() for person in everybody))
    _say(out)


@app.command(epilog="Example: homeward invent crossing --seed 1 --size 900 instance.json")
def crossing(
    out: Annotated[str, typer.Argument(metavar="OUT", help="A file that is not there yet.")],
    seed: Seed = 1,
    size: Annotated[int, typer.Option("--size", metavar="N", min=1, max=200_000, help="How many people wait.")] = 900,
    days: Annotated[
        int | None, typer.Option("--days", metavar="N", min=1, max=365, help="How many days. Default: by the people.")
    ] = None,
) -> None:
    """An invented crossing to be planned: who waits, with which papers, windows, quotas, convoys, vehicles."""
    from homeward.invented.crossing import crossing as invented

    _write(Path(out), (invented(seed, size, days=days),))
    _say(out)


@app.command(epilog="Example: homeward invent lists --seed 1 lists")
def lists(
    out: Annotated[str, typer.Argument(metavar="OUT", help="A folder that is not there yet.")],
    seed: Seed = 1,
    size: Annotated[
        int, typer.Option("--size", metavar="N", min=400, max=20_000, help="How many people the lists are about.")
    ] = 930,
    rows: Annotated[
        int | None,
        typer.Option("--rows", metavar="N", min=200, max=200_000, help="Instead: two versions of one list so long."),
    ] = None,
) -> None:
    """Five versions of the lists of three invented authorities with planted mistakes, and truth.json, which tells them all."""
    from homeward.invented import lists as invented

    folder = Path(out)
    try:
        folder.mkdir()
    except FileExistsError:
        raise IsTaken(where=out, instead="Name a folder that is not there yet.") from None
    except OSError as fault:
        raise CannotBeKept(where=out, instead=f"{fault.strerror}.") from fault
    made: Iterable[Planned] = (
        invented.demonstration(seed, size)
        if rows is None
        else (invented.large(seed, rows, version=version) for version in (1, 2))
    )
    told = []
    for planned in made:
        _write(folder / planned.file, (planned.content,))
        told.append(planned.as_json())
    truth = {"invented": True, "seed": seed, "lists": told}
    _write(folder / "truth.json", ((json.dumps(truth, ensure_ascii=False, indent=1) + "\n").encode(),))
    _say(out)


def _write(file: Path, content: Iterable[bytes]) -> None:
    try:
        with file.open("xb") as opened:
            opened.writelines(content)
    except FileExistsError:
        raise IsTaken(where=str(file), instead="Name a file that is not there yet.") from None
    except OSError as fault:
        raise CannotBeKept(where=str(file), instead=f"{fault.strerror}.") from fault


def _say(out: str) -> None:
    print(NOBODY.format(out=out), file=sys.stderr)
