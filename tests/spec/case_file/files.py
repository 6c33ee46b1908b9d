"""An invented case in which every part of the form stands, and how tests change it and read what was found."""

from __future__ import annotations

import copy
import json
import pathlib
from typing import Any

from homeward.ledger.formats import case1
from homeward.refusals import Findings

Path = tuple[str | int, ...]

WHOLE: dict[str, Any] = json.loads((pathlib.Path(__file__).parent / "harbour.json").read_bytes())

GONE = object()
"""In place of a new value: take the field away."""


def changed(*changes: tuple[Path, Any]) -> dict[str, Any]:
    """The invented case with some of its values replaced, added or taken away."""
    case = copy.deepcopy(WHOLE)
    for path, value in changes:
        holder: Any = case
        for step in path[:-1]:
            holder = holder[step]
        if value is GONE:
            del holder[path[-1]]
        elif isinstance(holder, list) and path[-1] == len(holder):
            holder.append(copy.deepcopy(value))
        else:
            holder[path[-1]] = copy.deepcopy(value)
    return case


def found(*changes: tuple[Path, Any]) -> Findings:
    """What is found in the invented case so changed."""
    return findings_of(json.dumps(changed(*changes)).encode())


def findings_of(data: bytes) -> Findings:
    case, findings = case1.parse(data)
    assert (case is None) == bool(findings.faults)
    return findings


def read(*changes: tuple[Path, Any]) -> case1.CaseFile:
    """The invented case so changed, read without a fault."""
    case, findings = case1.parse(json.dumps(changed(*changes)).encode())
    assert case is not None, [str(finding) for finding in findings.faults]
    return case


def told(findings: Findings) -> list[tuple[str, str, str]]:
    """Grade, code and place of each finding."""
    return [(finding.grade.value, finding.code, finding.where) for finding in findings]
