"""What stands in a file of a manifest for one recipient: the columns that they need, one way of writing for all lists."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from homeward.crossings.core.manifests import COLUMNS, PERSONAL, Recipient, initials
from homeward.crossings.core.tags import short
from homeward.crossings.queries.calendar import Calendar
from homeward.crossings.queries.manifests import NoManifest, letters, place_of
from homeward.crossings.queries.views import ConvoyView, WindowView
from homeward.crossings.records.aliases import Aliases
from homeward.crossings.records.boarded import Boarded
from homeward.ledger.core import kinds
from homeward.ledger.queries.views import Asked
from homeward.people import queries as people
from homeward.people.core.values import Values
from homeward.people.queries import GivenView, PersonLine


@dataclass(frozen=True, slots=True)
class PaperView:
    """What stands in a file for one recipient: columns and rows as text, and the ids of those who stand in it."""

    window: WindowView
    convoy: ConvoyView
    version: int
    published: GivenView
    recipient: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tags: tuple[str, ...]
    people: tuple[UUID, ...]
    shows_names: bool


def paper(asked: Asked, convoy: UUID, recipient: Recipient) -> PaperView:
    """The version that holds, with the columns that this recipient needs and no other."""
    whole = Calendar(asked)
    window, to = place_of(whole, convoy)
    known = Boarded(asked, convoy)
    version = known.published
    if version is None or version.published is None:
        raise NoManifest(where=str(convoy), instead="Two people sign a manifest before anything goes out.")
    columns = COLUMNS[recipient]
    aliases = Aliases(known.rooms[version.signed.given.statement], convoy)
    written = _Written(asked, whole, version.seats, columns, aliases)
    return PaperView(
        window=window,
        convoy=to,
        version=version.number,
        published=version.published.given,
        recipient=recipient.value,
        columns=columns,
        rows=tuple(tuple(written.value(seat, column) for column in columns) for seat in version.seats),
        tags=tuple(aliases.tag(seat.person) for seat in version.seats) if "tag" in columns else (),
        people=tuple(seat.person for seat in version.seats),
        shows_names=bool(PERSONAL & set(columns)),
    )


class _Written:
    """The values of the rows as text; the register is opened for as much as the columns need."""

    def __init__(
        self, asked: Asked, whole: Calendar, seats: Collection[kinds.Seat], columns: Collection[str], aliases: Aliases
    ) -> None:
        self.aliases = aliases
        self.letters = letters(seats)
        self.vehicles = {each.id: each.name for each in whole.view().vehicles}
        self.lines: dict[UUID, PersonLine] = {}
        self.given: dict[UUID, list[Values]] = {}
        everyone = [seat.person for seat in seats]
        if {*PERSONAL, "initials"} & set(columns):
            self.lines = {line.id: line for line in people.people_of(asked, everyone)}
        if {"born", "nationalities", "documents"} & set(columns):
            known = people.all_identities(asked)
            own = {person: known.of(person) for person in everyone}
            opened = people.given_of(asked, [id for ids in own.values() for id in ids])
            self.given = {
                person: [each.values for id in sorted(ids) for each in opened.get(id, ())]
                for person, ids in own.items()
            }

    def value(self, seat: kinds.Seat, column: str) -> str:
        line = self.lines.get(seat.person)
        match column:
            case "row":
                return str(seat.row)
            case "family":
                return self.letters[seat.family]
            case "vehicle":
                return self.vehicles.get(seat.vehicle, "")
            case "place":
                return seat.place.value
            case "tag":
                return short(self.aliases.tag(seat.person))
            case "names":
                return line.names[0] if line and line.names else ""
            case "initials":
                return initials(line.names[0]) if line and line.names else ""
            case "born" | "nationalities" | "documents":
                given = [each for values in self.given.get(seat.person, ()) for each in _READ[column](values)]
                return ", ".join(dict.fromkeys(given))
            case _:
                return ""


def _born(values: Values) -> list[str]:
    """The day that the words surely mean, as an ISO day, else the words."""
    if values.birth is None:
        return []
    start, until = values.birth.start, values.birth.until
    one = bool(start and until) and date.fromisoformat(until) - date.fromisoformat(start) == timedelta(days=1)
    one = one and not values.birth.flags
    return [start if one else values.birth.words]


_READ: dict[str, Callable[[Values], list[str]]] = {
    "born": _born,
    "nationalities": lambda values: [each.code or each.words for each in values.nationalities],
    "documents": lambda values: [paper.number for paper in values.documents],
}
"""What a paper shows of one voice's values: one way of writing for all lists, and every value where voices differ."""
