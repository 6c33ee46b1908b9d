"""Lists held against the register, for people: the war-room, families, people against lists, letters."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from homeward.cli.text.letters import apart, plain
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count, joined
from homeward.matching.core.funnel import Step
from homeward.matching.core.places import Cell, Stand
from homeward.matching.formats.letters import as_text
from homeward.matching.queries import (
    DuplicateLine,
    EntryLine,
    FunnelView,
    LetterView,
    MatrixView,
    MemberView,
    NearView,
    ShownView,
    SplitsView,
    SplitView,
    WarRoomView,
)

SORTED = {"matched": "ours", "doubtful": "to judge", "new": "not ours", "closed": "forgotten"}
BESIDE = {"added": "came", "changed": "say something else", "duplicates": "twice, or perhaps"}
AT = 30


def war_room_page(paper: Paper, view: WarRoomView) -> None:
    """The numbers of a version, then the families it takes apart, then the part that was asked for."""
    version = view.version
    paper.line(
        f"{apart(version.title)}, {apart(version.authority)}: version {version.number} "
        f"of {plain(version.declared.words) if version.declared else 'no named day'}",
        style=BOLD,
    )
    if version.withdrawn:
        paper.line("This version was taken back.")
    counted = " + ".join(f"{view.counts[name]:,} {words}" for name, words in SORTED.items())
    paper.line(f"{view.entries:,} = {counted} ({view.ref})")
    if view.kept or view.settled:
        paper.faint(
            f"{version.stored:,} rows of the file, {view.kept:,} kept though no row gives them, "
            f"{view.settled:,} put right by hand"
        )
    if view.open_lines:
        paper.line(f"{count(view.open_lines, 'line')} set aside and waiting: nobody knows yet whom they name.")
    if view.before:
        beside = [f"{view.counts['gone']:,} went ({view.gone_ours:,} of them ours)"]
        beside += [f"{view.counts[name]:,} {words}" for name, words in BESIDE.items()]
        paper.line(f"Since version {view.before.number}: {', '.join(beside)}.")
    families_page(paper, view.families)
    if view.part:
        paper.heading(f"{view.part.capitalize()}: {view.count:,}")
    for line in view.lines:
        _entry(paper, line)
    for pair in view.duplicates:
        _duplicate(paper, pair)


def families_page(paper: Paper, view: SplitsView) -> None:
    """The families that a version takes apart."""
    told = f"{view.separated:,} with children and parents apart, {view.near:,} of near misses only"
    paper.heading(f"Families of which version {view.version.number} names some: {view.count:,} ({told})")
    for number, family in enumerate(view.families, 1):
        _family(paper, number, family)


def matrix_page(paper: Paper, view: MatrixView) -> None:
    """Everybody with what each list says."""
    paper.line(f"{view.count:,} people against {count(len(view.lists), 'list')}", style=BOLD)
    for version in view.lists:
        paper.faint(f"{apart(version.title)}, {apart(version.authority)}: version {version.number}")
    for line in view.lines:
        paper.gap()
        paper.line(_name(line.person))
        for version in view.lists:
            paper.row(apart(version.title), _cell(line.cells[version.list]), indent=2, at=AT)


def funnel_page(paper: Paper, view: FunnelView) -> None:
    """From the register to all lists, in numbers."""
    numbers = view.numbers
    paper.row("In the register", f"{numbers.people:,}", at=AT, style=BOLD)
    paper.row("On any list", _step(numbers.on_any), at=AT)
    for version in view.lists:
        told = f"{_step(numbers.on_each[version.list])}; version {version.number} ({view.refs[version.list]})"
        paper.row(apart(version.title), told, indent=2, at=AT)
    paper.row(f"On all of {len(view.counting):,}", _step(numbers.on_all), at=AT)
    paper.faint(view.definition)


def letter_page(paper: Paper, view: LetterView) -> None:
    """The letter as text."""
    for line in as_text(view.letter).splitlines():
        if line:
            paper.line(line, under=2 if line.startswith("- ") else None)
        else:
            paper.gap()


def _family(paper: Paper, number: int, family: SplitView) -> None:
    paper.gap()
    apart_ = ": children and parents apart" if family.separated else ""
    missing = f"{len(family.missing):,} not on it" + (f", {len(family.doubtful):,} perhaps" if family.doubtful else "")
    paper.line(f"Family {number}{apart_} ({missing})", style=BOLD)
    names = {each.person.id: each.person for each in family.members}
    for member in family.members:
        paper.row(_where(member), _member(member, names), indent=2, at=AT)
        for near in member.may_be:
            paper.faint(f"may be {_near(near)}", indent=AT)
        if member.lines:
            paper.faint(f"may be named in {_rows(member.lines)}: nobody has settled whom it names", indent=AT)


def _member(member: MemberView, names: dict[UUID, ShownView]) -> str:
    age = member.age
    years = "" if age is None else f"age {age.least}" if age.least == age.most else f"age {age.least} to {age.most}"
    ties = [f"child of {_name(names[each])}" for each in member.child_of if each in names]
    ties += [f"in the care of {_name(names[each])}" for each in member.ward_of if each in names]
    stage = f"said to be {member.stage.state.replace('_', ' ')}" if member.stage.state else ""
    contested = ", which others contest" if stage and member.stage.contested else ""
    return joined([_name(member.person), years, *ties, stage + contested])


def _where(member: MemberView) -> str:
    if member.away:
        return "away"
    if member.stand is Stand.DOUBTFUL:
        return "perhaps on it"
    if member.stand is Stand.IN:
        return _rows(member.rows) or "on it, without a row"
    return "never on it" if member.since is None else f"out since version {member.since}"


def _entry(paper: Paper, line: EntryLine) -> None:
    told = "ours" if line.ours else "judgements contradict each other" if line.contested else ""
    refs = ", ".join([*(each.ref for each in line.judgements), *line.told[:3]])
    paper.row(_row(line.sheet, line.row), joined([_name(line.person), told, refs]), indent=2, at=AT)
    for near in line.near:
        paper.faint(f"may be {_near(near)}", indent=AT)


def _duplicate(paper: Paper, pair: DuplicateLine) -> None:
    likely = f"{pair.per_mille / 10:.1f} %" if pair.per_mille is not None else "one by judgement or by the list"
    paper.row(
        f"{_rows(pair.rows)} and {_rows(pair.other_rows)}",
        joined([_name(pair.one), _name(pair.other) if pair.other.id != pair.one.id else "", likely]),
        indent=2,
        at=AT,
    )


def _near(near: NearView) -> str:
    unsure = "judged that nobody can tell" if near.unsure else ""
    return joined([_name(near.other), _rows(near.rows), f"{near.per_mille / 10:.1f} %", unsure])


def _cell(cell: Cell) -> str:
    since = f" since version {cell.since}" if cell.since is not None else ""
    words = {Stand.IN: "in", Stand.OUT: "out", Stand.NEVER: "never", Stand.DOUBTFUL: "perhaps"}[cell.stand]
    return joined([words + (since if cell.stand in (Stand.IN, Stand.OUT) else ""), _rows(cell.rows)])


def _step(step: Step) -> str:
    return f"{step.inside:,} in, {step.doubtful:,} perhaps, {step.gone:,} no more, {step.never:,} never"


def _name(shown: ShownView) -> str:
    return " / ".join(apart(name) for name in shown.names[:2]) or "forgotten"


def _rows(rows: Iterable[tuple[int, int]]) -> str:
    return ", ".join(_row(sheet, row) for sheet, row in rows)


def _row(sheet: int, row: int) -> str:
    if not row:
        return "no row"
    return f"row {row:,}" if sheet <= 1 else f"sheet {sheet}, row {row:,}"
