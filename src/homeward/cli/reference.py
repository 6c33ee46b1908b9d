"""The page of all commands, from what they say themselves: python -m homeward.cli.reference > docs/reference/cli.md"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from typer.core import TyperGroup
from typer.main import get_command

from homeward.cli.commands import app

if TYPE_CHECKING:  # Typer names the class of its commands nowhere else
    from typer._click.core import Command

HEAD = """# Commands

Every command: `--help`; exit code 0 done, 1 refused, 2 wrong usage, 3 found something wrong. Answers stand on standard
output, all else on standard error. `--format json` answers with one document. A time needs its zone
(`2023-11-04T12:00+02:00`); a day alone means its end, in the zone of the case. Without `DATABASE_URL` a command works
on the desk's own embedded database in `HOMEWARD_DATA`, and makes it when it is not there.
"""


def reference() -> str:
    """The page as text in Markdown."""
    root = get_command(app)
    assert isinstance(root, TyperGroup)
    return "\n".join([HEAD, *_sections(root, "homeward")])


def _sections(group: TyperGroup, before: str) -> Iterator[str]:
    for name, command in group.commands.items():
        path = f"{before} {name}"
        if isinstance(command, TyperGroup):
            yield from _sections(command, path)
        else:
            yield _section(command, path)


def _section(command: Command, path: str) -> str:
    context = command.make_context(path, [], resilient_parsing=True)
    taken = " ".join(piece for piece in command.collect_usage_pieces(context) if piece != "[OPTIONS]")
    about = "\n\n".join(" ".join(part.split()) for part in (command.help or "").split("\n\n"))
    example = (command.epilog or "").removeprefix("Example: ")
    records = [record for param in command.params if (record := param.get_help_record(context))]
    rows = ["| option | |", "|---|---|", *(f"| `{name}` | {told} |" for name, told in map(_cells, records)), ""]
    return "\n".join([f"## {path} {taken}".rstrip(), "", about, "", *(rows if records else []), f"    {example}", ""])


def _cells(record: tuple[str, str]) -> tuple[str, str]:
    name, told = record
    return name.replace("|", "\\|"), " ".join(told.split()).replace("|", "\\|")


if __name__ == "__main__":
    print(reference(), end="")
