"""What all peers share: how pairs are given back, and one form of names and numbers for libraries that read none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from bench.linkage_rows import Row


@dataclass(slots=True)
class Pairs:
    """Scored pairs by the places of their rows; `said` where the system itself says "same"; `compared` where it tells all pairs."""

    left: np.ndarray
    right: np.ndarray
    score: np.ndarray
    scale: str = "score"
    said: np.ndarray | None = None
    compared: tuple[np.ndarray, np.ndarray] | None = None
    nobody: np.ndarray | None = None
    told: dict[str, object] = field(default_factory=dict)


def plain(text: str) -> str:
    """Any script in small Latin letters, words apart."""
    from anyascii import anyascii

    text = anyascii(text.replace("-", " ")).casefold()
    return " ".join(re.sub(r"[^a-z ]", "", text).split())


def comparable(row: Row) -> str:
    """The first number that looks like one; a paper that only one office knows is none."""
    for number, kind, _ in row.numbers:
        key = re.sub(r"[^A-Z0-9]", "", number.upper())
        if "facilitation" not in kind and any(c.isdigit() for c in key) and len(set(key)) > 2:
            return key
    return ""
