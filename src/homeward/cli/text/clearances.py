"""Clearances for people: how somebody stands with each authority, how many come how far, what waits, what runs out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from homeward.clearances.queries import (
    AuthorityFunnel,
    BatchView,
    FamiliesView,
    FunnelView,
    Held,
    LapsingView,
    OfAuthority,
    PermissionListView,
    PersonClearances,
    RequestLetter,
    State,
    WaitingPage,
    WordView,
)
from homeward.cli.text.letters import apart
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count, joined
from homeward.matching.formats.letters import as_text
from homeward.people.queries import PersonLine

AT = 30
WOULD = {
    "new": "would be recorded, the first word of the authority",
    "changes": "would change how somebody stands",
    "again": "say what is known already",
    "taken": "were taken before",
    "unread": "ask: nobody has said what their words mean",
    "twice": "ask: one person with two answers",
    "defect": "ask: days that cannot be",
    "left": "left out, as their words were settled",
    "closed": "of people who were forgotten",
    "gone": "hold a grant by an earlier version and stand on this one no more; nothing follows by itself",
}


def person_page(paper: Paper, view: PersonClearances) -> None:
    """One person with every authority, and every word between."""
    paper.line(_name(view.person), style=BOLD)
    if not view.authorities:
        paper.line("Nobody has been asked, and no authority has said anything.")
    for each in view.authorities:
        paper.heading(apart(each.authority.name))
        for held in each.held:
            paper.line(held_in_words(held), indent=2)
        for word in each.words:
            paper.faint(_word(word), indent=4)


def funnel_page(paper: Paper, view: FunnelView) -> None:
    """Everybody by authority and stage."""
    paper.line(f"{count(view.register, 'person', 'people')} in the register, on {view.day.isoformat()}", style=BOLD)
    for each in view.authorities:
        _funnel(paper, each)
    if not view.authorities:
        paper.line("No authority was asked, and none has said anything.")
    paper.faint(view.definition)


def authority_page(paper: Paper, view: OfAuthority) -> None:
    """The people of one authority."""
    _funnel(paper, view.funnel)
    paper.heading(f"{view.state.capitalize() or 'Everybody'}: {view.count:,}")
    for line in view.lines:
        paper.row(_name(line.person), held_in_words(line.last), at=AT)


def waiting_page(paper: Paper, view: WaitingPage) -> None:
    """What waits for a second person."""
    paper.line(f"{count(view.count, 'permission')} waiting for a second person", style=BOLD)
    for each in view.lines:
        days = _days(each.valid_from, each.valid_until)
        own = "recorded by you: somebody else confirms it" if each.own else f"recorded by {each.recorded_by}"
        told = joined([f"{apart(each.authority.name)} {days}".strip(), *map(apart, each.conditions), own, each.ref])
        paper.row(_name(each.person), told, at=AT)


def lapsing_page(paper: Paper, view: LapsingView) -> None:
    """What runs out, the soonest first."""
    paper.line(f"{count(len(view.lapses), 'thing')} running out by {view.by.isoformat()}", style=BOLD)
    for each in view.lapses:
        what = apart(each.authority.name) if each.authority else f"paper {apart(each.paper)}, the last one"
        about = "" if each.exact else "perhaps earlier"
        paper.row(_name(each.person), joined([each.on.isoformat(), what, about]), at=AT)


def families_page(paper: Paper, view: FamiliesView) -> None:
    """Families by who of them is cleared."""
    paper.line(
        f"{count(view.count, 'family', 'families')}, {view.parted:,} of whom some are cleared and some are not",
        style=BOLD,
    )
    for family in view.families:
        paper.gap()
        told = [
            f"{apart(each.name)}: {family.cleared.get(each.id, 0)} of {len(family.members)}"
            for each in view.authorities
        ]
        paper.line(joined(told))
        for member in family.members:
            held = family.held.get(member.id, {})
            words = [
                f"{apart(each.name)} {held_in_words(held[each.id])}" for each in view.authorities if each.id in held
            ]
            paper.row(_name(member), "; ".join(words) or "nobody has asked", indent=2, at=AT)


def list_page(paper: Paper, view: PermissionListView) -> None:
    """What would become of a permission list."""
    version = view.version
    paper.line(f"{apart(version.title)}, {apart(version.authority)}: version {version.number} ({view.ref})", style=BOLD)
    for name, words in WOULD.items():
        if view.counts[name]:
            paper.row(f"{view.counts[name]:,}", words, indent=2, at=10)
    paper.heading("What its words are taken to mean")
    for met in view.words:
        words = apart(met.words) if met.words else "(no word)"
        paper.row(f"{words} ({met.count:,})", met.means or "nobody has said: --means WORDS=STATE", indent=2, at=AT)
    for where, message in view.faults:
        paper.line(f"{where}: {message}")
    if view.headings:
        paper.faint(f"Other columns: {', '.join(map(apart, view.headings))}")
    if view.part:
        paper.heading(f"{view.part.capitalize()}: {view.count:,}")
    for line in view.lines:
        row = f"row {line.row}" if line.row else "no row"
        name = " / ".join(map(apart, line.names[:2])) or "forgotten"
        change = f"{line.before or 'nothing'} to {line.state}" if line.state else apart(line.words)
        days = _days(line.valid_from, line.valid_until)
        paper.row(name, joined([row, f"{change} {days}".strip(), line.why, str(line.record)]), indent=2, at=AT)


def batches_page(paper: Paper, views: Iterable[BatchView]) -> None:
    """What was asked at once."""
    for view in views:
        via = f"via {', '.join(map(apart, view.via))}" if view.via else ""
        told = joined([apart(view.purpose), count(len(view.people), "person", "people"), via, str(view.batch)])
        paper.row(f"{view.asked_on.isoformat()} {apart(view.authority.name)}", told, at=AT + 8)


def letter_page(paper: Paper, view: RequestLetter) -> None:
    """The letter as text."""
    for line in as_text(view.letter).splitlines():
        if line:
            paper.line(line, under=2 if line.startswith("- ") else None)
        else:
            paper.gap()


def held_in_words(held: Held) -> str:
    """How somebody stands, in a few words."""
    waits = "waits for a second person" if held.state is State.GRANTED and not held.confirmed else ""
    days = _days(held.valid_from, held.valid_until)
    since = f"asked {held.asked_on.isoformat()}" if held.asked_on and held.state is State.REQUESTED else ""
    return joined([f"{held.state.value} {days}".strip(), waits, since, *map(apart, held.conditions)])


def _funnel(paper: Paper, each: AuthorityFunnel) -> None:
    paper.heading(apart(each.authority.name))
    for state, number in each.counts.items():
        if number:
            beside = f", {each.confirmed:,} of them confirmed" if state is State.GRANTED else ""
            paper.row(state.value, f"{number:,}{beside}", indent=2, at=AT)
    paper.row("not asked", f"{each.not_asked:,}", indent=2, at=AT)
    if each.pace:
        pace = each.pace
        paper.faint(
            f"grants about {pace.probability:.0%}, half of the answers within {pace.median_days:.1f} days "
            f"({pace.answered:,} answered, {pace.waiting:,} waiting; few answers say little)",
            indent=2,
        )


def _word(word: WordView) -> str:
    given = word.given
    said = f"said by {apart(given.speaker)}" if given and given.speaker and word.state != "requested" else ""
    via = f"via {', '.join(map(apart, given.via))}" if given and given.via else ""
    gone = "" if word.counts else "counts no more"
    confirmed = f"confirmed by {word.confirmed_by} ({word.confirmed_as})" if word.confirmed_as else ""
    state = f"{word.on.isoformat()} {word.state} {_days(word.valid_from, word.valid_until)}".strip()
    conditions = ["conditions closed"] if word.closed else list(map(apart, word.conditions))
    return joined([state, apart(word.purpose), said, via, *conditions, confirmed, gone, word.ref])


def _days(first: date | None, last: date | None) -> str:
    return " ".join(f"{word} {day.isoformat()}" for word, day in (("from", first), ("to", last)) if day)


def _name(person: PersonLine) -> str:
    return " / ".join(apart(name) for name in person.names[:2]) or "forgotten"
