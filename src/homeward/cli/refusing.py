"""How a command ends when it does not do what was asked: a message, an exit code, never a traceback."""

from __future__ import annotations

import json
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from homeward.cli import printing
from homeward.cli.telling import tell
from homeward.cli.text.findings import finding_json
from homeward.cli.text.letters import plain
from homeward.refusals import Grade, Refused, Unacceptable

DONE, REFUSED, USAGE, FOUND = 0, 1, 2, 3

# By name, since what raises them may never have been imported.
NO_ANSWER = "django.db.utils.OperationalError"
GONE_AWAY = "django.db.utils.InterfaceError"
WRONG_SETUP = "django.core.exceptions.ImproperlyConfigured"


def ended(fault: Exception, *, as_json: bool) -> int:
    """Tell why a command was not done, by what stopped it; gives the exit code."""
    if isinstance(fault, Refused):
        return refusal(fault, as_json=as_json)
    kinds = _kinds(fault)
    if NO_ANSWER in kinds:
        return refusal(Refused("The database does not answer.", instead=str(fault).strip()), as_json=as_json)
    if WRONG_SETUP in kinds:
        return refusal(Refused(str(fault).strip()), as_json=as_json)
    return unforeseen(fault)


def no_answer(fault: BaseException) -> bool:
    """Whether it is the database that does not answer, or that went away."""
    return bool({NO_ANSWER, GONE_AWAY} & _kinds(fault))


def refusal(refused: Refused, *, as_json: bool) -> int:
    """Tell a refusal on standard error, with every finding and its place; programs get it as their document too."""
    if as_json:
        printing.put(json.dumps(_document(refused), ensure_ascii=False, indent=2) + "\n")
    lines = [_sentence(refused)]
    if isinstance(refused, Unacceptable):
        lines += [f"  {f.grade:<6}{plain(f.where)}: {plain(f.message)} [{f.code}]" for f in refused.findings]
    tell("\n".join(lines))
    return REFUSED


def unforeseen(fault: BaseException) -> int:
    """Tell what nobody foresaw under a reference; the details go to a file that only the desk's account reads."""
    import traceback

    reference = secrets.token_hex(4)
    try:
        file = _log()
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8") as log:
            log.write(
                f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {reference}\n{''.join(traceback.format_exception(fault))}\n"
            )
        where = f"Details are in {file} under this reference."
    except OSError as unwritable:
        where = f"The details could not be kept: {unwritable}."
    tell(f"The desk did not foresee this: {type(fault).__name__}, reference {reference}. {where}")
    return REFUSED


def _kinds(fault: BaseException) -> set[str]:
    return {f"{kind.__module__}.{kind.__qualname__}" for kind in type(fault).__mro__}


def _sentence(refused: Refused) -> str:
    if isinstance(refused, Unacceptable):
        found = refused.findings
        counts = ", ".join(_count(len(found.of(grade)), grade) for grade in Grade if found.of(grade))
        advice = f" {refused.instead}" if refused.instead else ""
        return f"{refused.message or 'This was not accepted.'} ({counts}){advice}"
    return "\n".join(plain(line) for line in str(refused).splitlines())


def _count(number: int, grade: Grade) -> str:
    return f"{number:,} {grade}" if number == 1 else f"{number:,} {grade}s"


def _document(refused: Refused) -> dict[str, object]:
    findings = list(refused.findings) if isinstance(refused, Unacceptable) else []
    return {
        "refused": refused.message,
        "where": refused.where or None,
        "instead": refused.instead or None,
        "findings": [finding_json(finding) for finding in findings],
    }


def _log() -> Path:
    from homeward.postgres import data_folder

    folder = data_folder() / "log"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / "faults.log"
