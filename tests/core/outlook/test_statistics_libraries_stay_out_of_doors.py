"""Libraries of statistics take seconds to load: only the modules that reckon with them import them, and no door imports those."""

from __future__ import annotations

import ast
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[3] / "src" / "homeward"
LIBRARIES = {"lifelines", "pandas", "ruptures", "scipy", "scoringrules", "statsmodels"}


def imported(file: Path) -> set[str]:
    """What a module imports when it is loaded itself, and not in the midst of a function."""
    found = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{each.name}" for each in node.names}
    return found


MODULES = {
    ".".join(file.relative_to(HOUSE.parent).with_suffix("").parts): imported(file) for file in HOUSE.rglob("*.py")
}
HEAVY = {name for name, of in MODULES.items() if LIBRARIES & {each.partition(".")[0] for each in of}}


def test_only_cores_of_statistics_and_forecasts_load_them() -> None:
    assert HEAVY
    assert all(name.startswith(("homeward.hostilities.core.statistics.", "homeward.outlook.core.")) for name in HEAVY)


def test_nothing_but_these_cores_loads_such_a_module() -> None:
    cores = ("homeward.hostilities.core.statistics.", "homeward.outlook.core.")
    others = {name for name, of in MODULES.items() if of & HEAVY and not name.startswith(cores)}
    assert others == set()
