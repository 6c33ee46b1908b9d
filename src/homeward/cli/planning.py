"""Who crosses when: a plan made from a file and written to a file, checked before it is; needs no database, records nothing."""

from __future__ import annotations

import os
import resource
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any

import typer

from homeward.cli.asking import Answer, Form
from homeward.cli.printing import answer, put
from homeward.cli.taking import contents
from homeward.cli.telling import tell, tell_amid
from homeward.refusals import Refused

if TYPE_CHECKING:  # not worth their time for --help
    from homeward.crossings.core.instance import Instance
    from homeward.crossings.core.plan import Plan, Progress

LARGEST = 256 * 1024 * 1024
"""Bytes of an instance; the form refuses no less."""
STANDARD_OUTPUT = "-"
ONE_CORE = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class CannotBeWritten(Refused):
    """The plan cannot be written there."""


class PinnedStrangely(Refused):
    """A pin names a group and a window: GROUP=WINDOW."""


class BreaksARule(Refused):
    """The plan that was found breaks a rule, so it was not written."""


def plan(
    instance: Annotated[
        str,
        typer.Argument(metavar="INSTANCE", help="An instance of the form crossing-instance/1; - reads standard input."),
    ],
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="PLAN", help="Where the plan is written; - writes standard output.")
    ],
    seconds: Annotated[
        float | None,
        typer.Option(
            "--seconds",
            metavar="S",
            min=0.5,
            max=86_400,
            help="How long to look, reading included. Default: 60; 120 from 3,000 people on, 480 from 30,000.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="Where chance begins.")] = 1,
    pin: Annotated[
        list[str] | None, typer.Option("--pin", metavar="GROUP=WINDOW", help="This group in this window.")
    ] = None,
    least_change: Annotated[
        bool, typer.Option("--least-change", help="A date that was told is moved only for ten times as much.")
    ] = False,
    alone: Annotated[
        bool, typer.Option("--alone", help="Without the plans of a desk that has no planner beside it.")
    ] = False,
    form: Answer = Form.TEXT,
) -> None:
    """Who crosses when and in which vehicle, how far from the best at most, and why the others do not; Ctrl-C keeps the best."""
    for name in ONE_CORE:  # before numpy is first imported
        os.environ.setdefault(name, "1")
    began = monotonic()
    pinned = _pins(pin or [])

    from homeward.crossings.core.defects import defects
    from homeward.crossings.formats import instance as instances

    taken = instances.read(contents(instance, LARGEST))
    found = defects(taken)
    allowed = _usual(len(taken.persons)) if seconds is None else seconds
    made, findings = _made(taken, max(0.5, allowed - (monotonic() - began)), seed, pinned, least_change)

    from homeward.crossings.formats.plan import written

    _write(out, written(made))

    from homeward.cli.text.planned import document, planned_page

    took = monotonic() - began
    beside = {} if alone else _beside(taken)
    told = document(taken, made, findings, found, beside, seconds=took, megabytes=_megabytes())
    if out == STANDARD_OUTPUT:
        tell(f"{made.instance}: {told['objective']} of at most {told['upper_bound']}.")
        return
    answer(form, lambda: told, lambda paper: planned_page(paper, told, out))


def _usual(people: int) -> float:
    """Seconds after which more of them add next to nothing."""
    return 60.0 if people < 3_000 else 120.0 if people < 30_000 else 480.0


def _made(taken: Instance, seconds: float, seed: int, pinned: dict[str, str], least_change: bool) -> tuple[Plan, Any]:
    from homeward.crossings.core.checking import check
    from homeward.crossings.core.planning import plan as planned

    with _stoppable() as stopped:
        made = planned(
            taken,
            seconds=seconds,
            seed=seed,
            pinned=pinned,
            least_change=least_change,
            progress=_said,
            cancelled=lambda: bool(stopped),
        )
    findings = check(taken, made)
    if not findings.sound:
        raise BreaksARule(
            where=str(findings.broken[0]), instead="This is a fault of the planner: keep the instance and tell of it."
        )
    return made, findings


def _said(progress: Progress) -> None:
    """How far the planner is, on standard error."""
    best = "" if progress.objective is None else f", {progress.objective:,.1f} for {progress.persons:,} people"
    bound = "" if progress.upper_bound is None else f", at most {progress.upper_bound:,.1f}"
    tell(f"{progress.seconds:7.1f} s  {progress.step.value}{best}{bound}")


@contextmanager
def _stoppable() -> Iterator[list[int]]:
    """Ctrl-C, or a request to end, stops the search, and the best plan so far is kept; a second one ends the command."""
    stopped: list[int] = []

    def told(sign: int, frame: object) -> None:
        if stopped:
            raise KeyboardInterrupt
        stopped.append(sign)
        tell_amid("Stopping: the best plan so far is explained and written.")

    former = {sign: signal.signal(sign, told) for sign in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stopped
    finally:
        for sign, before in former.items():
            signal.signal(sign, before)


def _pins(given: list[str]) -> dict[str, str]:
    pins = {}
    for each in given:
        group, sign, window = each.partition("=")
        if not (group and sign and window):
            raise PinnedStrangely(where=f"--pin {each}")
        pins[group] = window
    return pins


def _beside(taken: Instance) -> dict[str, tuple[float, int]]:
    """What a desk without a planner would reach, and for how many people."""
    from homeward.crossings.core.planning import Baseline, baseline

    found = {}
    for which in Baseline:
        made = baseline(taken, which, explained=False)
        found[which.value] = (made.objective, sum(len(trip.persons) for trip in made.trips))
    return found


def _write(out: str, data: bytes) -> None:
    """Write a whole plan or nothing: it takes the place of what was there only when it is complete."""
    if out == STANDARD_OUTPUT:
        put(data.decode())
        return
    target = Path(out)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(target)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise CannotBeWritten(where=out, instead=f"{fault.strerror}.") from fault


def _megabytes() -> int:
    """The most memory this process held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
