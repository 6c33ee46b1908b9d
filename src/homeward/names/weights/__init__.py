"""The files that training wrote; see docs/reference/names-model-card.md."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt


def load(name: str) -> dict[str, npt.NDArray[Any]]:
    """All arrays of one file; nothing in it can run."""
    with (files(__name__) / name).open("rb") as file, np.load(file, allow_pickle=False) as kept:
        return {each: kept[each] for each in kept.files}
