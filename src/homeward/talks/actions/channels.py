"""Channels are opened, described anew and closed; each may stand in a compartment of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.ledger.core import kinds, writing
from homeward.ledger.core.channels import Medium
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.queries.views import StatementView
from homeward.talks.actions.saying import Act, Done
from homeward.talks.actions.voicing import Voicing
from homeward.talks.core.meetings import ends_before_it_begins
from homeward.talks.records.spoken import CHANNEL, at_present, by_subject, rooms_of, spoken


@transaction.atomic
def open_channel(
    *,
    name: str,
    parties: Sequence[str] = (),
    mediators: Sequence[str] = (),
    covers: str = "",
    medium: str = "",
    opened: str = "",
    closed: str = "",
    channel: UUID | None = None,
    **act: Unpack[Act],
) -> Done:
    """Open a channel between parties; with `channel`, what holds of that one now, such as when it was closed.

    It stands in the compartment of the case, or with `room` in a narrower one: who may not see that sees no trace of it. What is
    described anew stays in the compartment in which it was opened.
    """
    known = by_subject(spoken(at_present(act["case"]), CHANNEL), "channel")
    if channel in known and not act.get("room"):
        act["room"] = rooms_of([known[channel][-1].id]).get(known[channel][-1].id)
    sheet = Voicing("open_channel", **act)
    own = channel or sheet.minted("channel")
    if channel is not None and channel not in known:
        sheet.findings.fault("no-such-channel", "channel", "There is no such channel, or none that you may see.")
    elif channel is not None:
        sheet.must_stay_as_narrow(rooms_of([known[channel][-1].id]).get(known[channel][-1].id), "channel")
    called = sheet.line(name, "name", needed="Give the channel a name.")
    _refuse_a_second_of_the_name(sheet, called, own, known)
    whom = {
        "parties": _named(sheet, parties, "parties", SourceKind.PARTY),
        "mediators": _named(sheet, mediators, "mediators", SourceKind.BODY),
    }
    if len(whom["parties"]) < 2:
        sheet.findings.fault("too-few", "parties", "A channel runs between two parties at least; name both.")
    for number, each in enumerate(whom["mediators"]):
        if each.source in {party.source for party in whom["parties"]}:
            sheet.findings.fault("twice", f"mediators.{number}", f"{each.words} is named as a party already.")
    by = writing.among(Medium, medium, "medium", sheet.findings) if medium.strip() else None
    since, until = sheet.when(opened, "opened"), sheet.when(closed, "closed")
    if since is not None and until is not None and ends_before_it_begins(since, until):
        sheet.findings.fault("ends-before", "closed", "It was closed before it was opened.")
    content = kinds.ChannelDescribed(
        channel=own,
        name=called,
        covers=sheet.line(covers, "covers", longest=2_000),
        medium=by,
        opened=since,
        closed=until,
        **whom,
    )
    return sheet.do(content, called, about=own)


def _refuse_a_second_of_the_name(
    sheet: Voicing, called: str, own: UUID, known: Mapping[UUID, list[StatementView]]
) -> None:
    for other, words in known.items():
        if other != own and words[-1].content.name.casefold() == called.casefold():
            sheet.findings.fault(
                "named-already",
                "name",
                "A channel of this name is there already; change that one, or add what tells them apart.",
            )


def _named(sheet: Voicing, names: Sequence[str], where: str, kind: SourceKind) -> tuple[kinds.Named, ...]:
    """Each of these once; a name given twice is a fault of its line."""
    found: dict[UUID, kinds.Named] = {}
    for number, words in enumerate(name for name in names if name.strip()):
        source = sheet.source(words, f"{where}.{number}", kind)
        if source in found:
            sheet.findings.fault("twice", f"{where}.{number}", f"{words.strip()} is named twice.")
        if source is not None:
            found[source] = kinds.Named(words=" ".join(words.split()), source=source)
    return tuple(found.values())
