"""How versions of a dataset are ordered, and what is doubtful about a further one."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from homeward.hostilities.core.report import Report

_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Before:
    """The version of a dataset that counts before a further one comes in."""

    label: str
    rank: tuple[int, ...]
    downloaded: date
    countries: tuple[str, ...]


def rank(label: str) -> tuple[int, ...]:
    """The numbers of a version's name in their order, by which versions are ordered: "GED 23.1" is (23, 1)."""
    return tuple(int(number) for number in _NUMBER.findall(label))


def doubts(label: str, downloaded: date, countries: Collection[str], before: Before | None, report: Report) -> None:
    """Tell in the report what is doubtful about a version that is to follow another."""
    if before is None:
        return
    held = f"version {before.label}, downloaded {before.downloaded}"
    if (rank(label), downloaded) < (before.rank, before.downloaded):
        report.about(
            "older-than-the-last",
            f"{held.capitalize()} is here already and is newer: it goes on to count, this one is only kept.",
            doubt=True,
        )
    elif rank(label) == before.rank and downloaded == before.downloaded:
        report.about(
            "version-again", f"{held.capitalize()} is here already with other bytes: this one would count.", doubt=True
        )
    if countries and before.countries and not set(countries) & set(before.countries):
        report.about(
            "another-frame",
            f"It is about {', '.join(sorted(countries)[:5])}, the version before about "
            f"{', '.join(sorted(before.countries)[:5])}: name it as a dataset of its own with --dataset.",
            doubt=True,
        )
