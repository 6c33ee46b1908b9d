"""Who works at the desk and what each may see: accounts, compartments, grants, tokens."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from homeward.cli.asking import Answer, Form, Who
from homeward.cli.entering import entered
from homeward.cli.printing import answer
from homeward.cli.telling import tell
from homeward.refusals import Refused

account = typer.Typer(name="account", help="Accounts of people.", no_args_is_help=True, rich_markup_mode=None)
access = typer.Typer(name="access", help="Who may see which compartment.", no_args_is_help=True, rich_markup_mode=None)
compartment = typer.Typer(name="compartment", help="Compartments.", no_args_is_help=True, rich_markup_mode=None)
token = typer.Typer(name="token", help="Keys for programs.", no_args_is_help=True, rich_markup_mode=None)
groups = (account, access, compartment, token)

LEAST_OF_AN_ID = 4
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name with which they sign in.")]
Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The compartment's short name.")]


class NoPassword(Refused):
    """No password was given."""


class PasswordsDiffer(Refused):
    """The two passwords differ."""


class NoSuchToken(Refused):
    """No key of yours that still holds is called so."""


class SeveralTokens(Refused):
    """Several keys are called so."""


class NoGrant(Refused):
    """There is no such grant to end."""


@account.command("make", epilog="Example: homeward account make anna --password-file /run/secrets/anna")
def make_account(
    name: Name,
    administrator: Annotated[bool, typer.Option("--administrator", help="May give accounts and grants.")] = False,
    password_file: Annotated[
        Path | None, typer.Option("--password-file", metavar="FILE", help="Its first line. Default: asked for, unseen.")
    ] = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Make an account for a person; it sees nothing until it is granted something."""
    password = _password(password_file)
    with entered(who) as seat:
        from homeward.access import actions

        made = actions.make_person(
            name=name, password=password, administrator=administrator, by=seat.actor, at=seat.now
        ).name
    answer(form, lambda: {"account": made}, lambda paper: paper.line(f"Made the account {made}. It sees nothing yet."))


@access.command("grant", epilog="Example: homeward access grant anna desk --write")
def grant(
    name: Name,
    slug: Slug,
    write: Annotated[bool, typer.Option("--write", help="May write in it too.")] = False,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Let somebody see a compartment, and perhaps write in it; what was granted before ends."""
    with entered(who) as seat:
        from homeward.access import actions, queries

        actions.grant(
            actor=queries.actor_named(name), compartment=queries.compartment_named(slug), may_write=write,
            by=seat.actor, at=seat.now,
        )  # fmt: skip
    may = "write" if write else "read"
    answer(
        form,
        lambda: {"account": name, "compartment": slug, "may": may},
        lambda paper: paper.line(f"{name} may {'see and write in' if write else 'see'} {slug}."),
    )


@access.command("end", epilog="Example: homeward access end anna desk")
def end_grant(name: Name, slug: Slug, who: Who = None, form: Answer = Form.TEXT) -> None:
    """End what somebody may see; what was seen before stays in the log."""
    with entered(who) as seat:
        from homeward.access import actions, queries

        room = queries.compartment_named(slug)
        held = [one for one in queries.grants_of(queries.actor_named(name).id) if one.compartment_id == room.id]
        if not held:
            raise NoGrant(where=f"{name} {slug}")
        actions.end_grant(grant_id=held[0].id, by=seat.actor, at=seat.now)
    answer(
        form, lambda: {"account": name, "compartment": slug}, lambda paper: paper.line(f"{name} no longer sees {slug}.")
    )


@compartment.command("make", epilog='Example: homeward compartment make medical --name "Medical files"')
def make_compartment(
    slug: Slug,
    name: Annotated[str, typer.Option("--name", help="What it is called.")] = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Make a compartment; whoever makes it may write in it."""
    with entered(who) as seat:
        from homeward.access import actions

        actions.make_compartment(slug=slug, name=name or slug, by=seat.actor, at=seat.now)
    answer(form, lambda: {"compartment": slug}, lambda paper: paper.line(f"Made the compartment {slug}."))


@compartment.command("list", epilog="Example: homeward compartment list")
def list_compartments(who: Who = None, form: Answer = Form.TEXT) -> None:
    """The compartments that you may see."""
    with entered(who):
        from homeward.access import queries

        found = queries.compartments()

    def document() -> dict[str, Any]:
        return {"compartments": [{"compartment": c.slug, "name": c.name, "may_write": c.may_write} for c in found]}

    def write(paper: Any) -> None:
        for c in found:
            paper.row(c.slug, f"{c.name}{'' if c.may_write else ' (to read only)'}", at=24)

    answer(form, document, write)


@token.command("make", epilog="Example: homeward token make --name charts --scope read --days 30")
def make_token(
    name: Annotated[str, typer.Option("--name", help="What it is for.")],
    scope: Annotated[list[str] | None, typer.Option("--scope", help="read, write; may be given twice.")] = None,
    days: Annotated[int, typer.Option("--days", min=1, max=366, help="How long it holds.")] = 30,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Make a key by which a program asks in your name (--as); it is shown this once."""
    with entered(who) as seat:
        from homeward.access import actions

        secret = actions.make_token(name=name, scopes=tuple(scope or ["read"]), days=days, by=seat.actor, at=seat.now)
    tell("Keep it now: the desk keeps only its digest.")
    answer(form, lambda: {"token": secret}, lambda paper: paper.line(secret))


@token.command("list", epilog="Example: homeward token list")
def list_tokens(who: Who = None, form: Answer = Form.TEXT) -> None:
    """The keys that ask in your name (--as), the newest first, and until when each holds."""
    with entered(who) as seat:
        from homeward.access import queries
        from homeward.moments import stamp

        found: list[dict[str, Any]] = [
            {
                "token": str(one.id),
                "name": one.name,
                "scopes": one.scopes.split(),
                "made_at": stamp(one.made_at),
                "expires_at": stamp(one.expires_at),
                "holds": one.ended_at is None and one.expires_at > seat.now,
            }
            for one in queries.tokens_of(seat.actor.id)
        ]

    def write(paper: Any) -> None:
        for one in found:
            until = f"holds until {one['expires_at'][:10]}" if one["holds"] else "ended"
            paper.row(one["token"][:8], f"{one['name']}: {' '.join(one['scopes'])}, {until}", at=12)
        if not found:
            paper.line("No key asks in your name.")

    answer(form, lambda: {"tokens": found}, write)


@token.command("end", epilog="Example: homeward token end charts")
def end_token(
    key: Annotated[str, typer.Argument(metavar="TOKEN", help="Its name, or the beginning of its id in the list.")],
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """End a key at once: whoever holds it asks no more."""
    with entered(who) as seat:
        from homeward.access import actions, queries

        live = [one for one in queries.tokens_of(seat.actor.id) if one.ended_at is None]
        named = [one for one in live if key in (one.name, str(one.id))]
        meant = named or [one for one in live if len(key) >= LEAST_OF_AN_ID and str(one.id).startswith(key)]
        if not meant:
            raise NoSuchToken(where=key, instead="See: homeward token list")
        if len(meant) > 1:
            raise SeveralTokens(where=key, instead="Give the beginning of one id: homeward token list")
        actions.end_token(token_id=meant[0].id, by=seat.actor, at=seat.now)
        ended = {"token": str(meant[0].id), "name": meant[0].name}
    answer(form, lambda: ended, lambda paper: paper.line(f"Ended the key {ended['name']}."))


def _password(file: Path | None) -> str:
    if file is not None:
        try:
            given = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as fault:
            raise NoPassword(f"The password cannot be read: {fault}.", where=str(file)) from fault
        if not given or not given[0]:
            raise NoPassword(where=str(file), instead="Its first line is the password.")
        return given[0]
    if not sys.stdin.isatty():
        raise NoPassword(instead="Give --password-file FILE, or run this on a terminal.")
    password = getpass.getpass("Password (15 characters or more): ")
    if getpass.getpass("The password again: ") != password:
        raise PasswordsDiffer
    return password
