"""The parameters of a question, looked at before anything is read: each known, given once, not empty, plain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from django.http import HttpRequest
from ninja.operation import Operation

from homeward.refusals import Findings, Unacceptable

LONGEST = 2_000
"""Characters of the longest value; longer ones are refused before anything searches with them."""


class BadQuestion(Unacceptable):
    """The question cannot be read as it stands."""


def check(request: HttpRequest, operation: Operation, in_path: Mapping[str, Any]) -> None:
    """Refuse, with every fault named, a question that this operation could only misread."""
    findings = Findings()
    known = sorted(_query_names(operation))
    for name, values in request.GET.lists():
        if name not in known:
            findings.fault("unknown-parameter", _shown(name), unknown(name, known))
        elif len(values) > 1:
            findings.fault("given-twice", name, "It is given more than once; give it once.")
        else:
            _check_text(findings, name, values[0])
    for name, value in in_path.items():
        if isinstance(value, str):
            _check_text(findings, name, value)
    if findings:
        raise BadQuestion(findings)


def unknown(name: str, known: Iterable[str]) -> str:
    """The sentence about a name that is not there, with the nearest one that is."""
    names = list(known)
    near = get_close_matches(name, names, n=1)
    if near:
        return f"There is no parameter of this name; did you mean {near[0]}?"
    return (
        f"There is no parameter of this name; there are {', '.join(names)}." if names else "Nothing can be asked here."
    )


def bad(where: str, message: str, code: str = "unreadable") -> BadQuestion:
    """The refusal of one parameter."""
    findings = Findings()
    findings.fault(code, where, message)
    return BadQuestion(findings)


def _query_names(operation: Operation) -> set[str]:
    return {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in getattr(model, "__ninja_flatten_map__", {})
    }


def _check_text(findings: Findings, name: str, value: str) -> None:
    if not value.strip():
        findings.fault("empty", name, "It is empty; leave it out, or give it a value.")
    elif len(value) > LONGEST:
        findings.fault("too-long", name, f"It has {len(value)} characters; at most {LONGEST} are read.")
    elif any(ord(letter) < 32 or letter == "\x7f" for letter in value):
        findings.fault("control", name, "It holds a control character; write plain text.")


def _shown(name: str) -> str:
    """A name that came from outside, short and without anything that could not be printed."""
    return ascii(name[:60])[1:-1]
