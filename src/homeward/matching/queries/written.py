"""What the war-room answers with as plain values, in the one JSON form that commands and the API give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from homeward.lists.queries import VersionView
from homeward.lists.queries.written import version_json
from homeward.matching.core.families import Age
from homeward.matching.core.funnel import Step
from homeward.matching.core.places import Cell
from homeward.matching.formats.letters import as_json
from homeward.matching.queries.views import (
    SORTS,
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

Json = dict[str, Any]
Rows = Iterable[tuple[int, int]]


def war_room_json(view: WarRoomView) -> Json:
    """A version held against the register: numbers with their source, the first families, and a page of one part."""
    return {
        "version": version_json(view.version),
        "statement": view.ref,
        "before": version_json(view.before) if view.before else None,
        "entries": view.entries,
        "kept": view.kept,
        "settled": view.settled,
        "open_lines": view.open_lines,
        "sorted": {name: view.counts[name] for name in SORTS},
        "beside": {name: count for name, count in view.counts.items() if name not in SORTS},
        "gone_ours": view.gone_ours,
        "families": families_json(view.families),
        "part": view.part or None,
        "count": view.count,
        "lines": [_line(line) for line in view.lines],
        "duplicates": [_duplicate(line) for line in view.duplicates],
    }


def families_json(view: SplitsView) -> Json:
    """A page of the families that a version takes apart, those with children and parents apart first."""
    return {
        "version": version_json(view.version),
        "statement": view.ref,
        "count": view.count,
        "separated": view.separated,
        "near_misses_only": view.near,
        "families": [_family(each) for each in view.families],
    }


def matrix_json(view: MatrixView) -> Json:
    """People against lists: of each person what each list says, by the list's id."""
    return {
        "chosen": view.chosen,
        "count": view.count,
        "lists": [_list(each) for each in view.lists],
        "people": [{**_shown(line.person), "lists": _cells(line.cells)} for line in view.lines],
    }


def funnel_json(view: FunnelView) -> Json:
    """The register against the lists, in numbers."""
    numbers = view.numbers
    return {
        "people": numbers.people,
        "on_any": _step(numbers.on_any),
        "lists": [
            {**_list(each), "statement": view.refs[each.list], **_step(numbers.on_each[each.list])}
            for each in view.lists
        ],
        "on_all": {**_step(numbers.on_all), "counting": [str(each) for each in view.counting]},
        "definition": view.definition,
    }


def letter_json(view: LetterView) -> Json:
    """A letter, and whom it leaves out because no consent to share with authorities is recorded."""
    return {
        "version": version_json(view.version),
        "letter": as_json(view.letter),
        "without_consent": [_shown(each) for each in view.without_consent],
        "named_without_consent": [str(each) for each in view.named_without],
    }


def _line(line: EntryLine) -> Json:
    return {
        **_place((line.sheet, line.row)),
        "change": line.change,
        **_shown(line.person),
        "ours": line.ours,
        "told": list(line.told),
        "judgements": [each.ref for each in line.judgements],
        "contested": line.contested,
        "may_be": [_near(each) for each in line.near],
    }


def _duplicate(line: DuplicateLine) -> Json:
    return {
        "one": {**_shown(line.one), "rows": _rows(line.rows)},
        "other": {**_shown(line.other), "rows": _rows(line.other_rows)},
        "per_mille": line.per_mille,
        "levels": list(line.levels),
        "judgements": [each.ref for each in line.judgements],
    }


def _family(family: SplitView) -> Json:
    return {
        "separated": family.separated,
        "children_alone": _ids(family.children_alone),
        "children_left": _ids(family.children_left),
        "missing": _ids(family.missing),
        "doubtful": _ids(family.doubtful),
        "members": [_member(each) for each in family.members],
    }


def _member(member: MemberView) -> Json:
    return {
        **_shown(member.person),
        "stands": member.stand.value,
        "since": member.since,
        "rows": _rows(member.rows),
        "age": _age(member.age),
        "child": member.is_child,
        "away": member.away,
        "stage": member.stage.state or None,
        "stage_contested": member.stage.contested,
        "child_of": _ids(member.child_of),
        "ward_of": _ids(member.ward_of),
        "spouse_of": _ids(member.spouse_of),
        "may_be": [_near(each) for each in member.may_be],
        "lines": _rows(member.lines),
        "lists": _cells(member.elsewhere),
    }


def _near(near: NearView) -> Json:
    return {
        **_shown(near.other),
        "per_mille": near.per_mille,
        "levels": list(near.levels),
        "rows": _rows(near.rows),
        "unsure": near.unsure,
    }


def _shown(shown: ShownView) -> Json:
    return {"person": str(shown.id), "ids": _ids(shown.ids), "names": list(shown.names), "births": list(shown.births)}


def _cells(cells: Mapping[UUID, Cell]) -> Json:
    return {
        str(id): {"stands": cell.stand.value, "since": cell.since, "rows": _rows(cell.rows)}
        for id, cell in cells.items()
    }


def _list(version: VersionView) -> Json:
    return {
        "list": str(version.list),
        "authority": version.authority,
        "title": version.title,
        "version": str(version.id),
        "number": version.number,
    }


def _step(step: Step) -> Json:
    return {"in": step.inside, "doubtful": step.doubtful, "gone": step.gone, "never": step.never}


def _age(age: Age | None) -> Json | None:
    return {"least": age.least, "most": age.most} if age else None


def _rows(rows: Rows) -> list[Json]:
    return [_place(row) for row in rows]


def _place(row: tuple[int, int]) -> Json:
    return {"sheet": row[0] or None, "row": row[1] or None}


def _ids(ids: Iterable[UUID]) -> list[str]:
    return [str(id) for id in ids]
