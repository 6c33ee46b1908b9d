"""A plan is worked out in a process of its own (homeward.files.apart): an instance goes in, how far it is and the plan come out.

It yields `{"progress": ...}` whenever there is something new, an empty value now and then so that whoever waits can ask for an
end, and last `{"plan": ..., "prices": ..., "stand_by": ...}`. The process is ended by whoever asked; it keeps nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from math import isfinite
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from homeward.crossings.core import planning, prices, standby
from homeward.crossings.core.instance import Instance
from homeward.crossings.core.plan import Progress
from homeward.crossings.formats import instance as form
from homeward.crossings.formats import plan as plans

PRICING = 0.15
"""The share of the time that is given beyond it to find out what one more of something would be worth."""
BEAT = 0.25
"""Seconds after which whoever waits hears something, also when nothing is new."""


def answers(data: bytes, asked: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Work out the plan that is asked for: `seconds`, `seed`, `pinned` (group to window), `least_change`."""
    told: SimpleQueue[dict[str, Any]] = SimpleQueue()
    work = Thread(target=_work, args=(data, asked, told), daemon=True)
    work.start()
    while True:
        try:
            each = told.get(timeout=BEAT)
        except Empty:
            yield {}
            continue
        if "fault" in each:
            raise each["fault"]
        yield each
        if "plan" in each:
            return


def _work(data: bytes, asked: Mapping[str, Any], told: SimpleQueue[dict[str, Any]]) -> None:
    try:
        told.put(_planned(form.read(data), asked, told))
    except BaseException as fault:  # whatever stops a thread is told where somebody waits for it
        told.put({"fault": fault})


def _planned(instance: Instance, asked: Mapping[str, Any], told: SimpleQueue[dict[str, Any]]) -> dict[str, Any]:
    def progress(at: Progress) -> None:
        told.put({"progress": _finite(asdict(at))})

    plan = planning.plan(
        instance,
        seconds=float(asked["seconds"]),
        seed=int(asked["seed"]),
        pinned=dict(asked.get("pinned", {})),
        least_change=bool(asked.get("least_change", False)),
        progress=progress,
    )
    made: dict[str, Any] = {"plan": plans.as_json(plan)}
    if asked.get("prices"):
        worth = prices.prices(instance, seconds=PRICING * float(asked["seconds"]))
        made["prices"] = {
            "places": [_plain(asdict(each)) for each in worth.places],
            "authorities": [_plain(asdict(each)) for each in worth.authorities],
        }
        made["stand_by"] = {
            each.convoy: [list(group) for group in each.groups] for each in standby.stand_by(instance, plan)
        }
    return made


def _plain(told: dict[str, Any]) -> dict[str, Any]:
    """The fields that say something, days as texts."""
    found = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in told.items()}
    return {name: value for name, value in found.items() if value is not None}


def _finite(told: dict[str, Any]) -> dict[str, Any]:
    """What can be written as JSON: a value that nobody knows yet is none."""
    return {name: None if isinstance(value, float) and not isfinite(value) else value for name, value in told.items()}
