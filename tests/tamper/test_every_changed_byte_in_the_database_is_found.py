"""Single bytes at random places of every kept column. TAMPER_CHANGES=1000 (make tamper) makes it a thousand."""

from __future__ import annotations

import os
from collections import Counter
from random import Random

import pytest

from homeward.ledger import actions
from tests.cast import Desk
from tests.grounds.databases import Database
from tests.tamper.intruder import KEPT, Intruder

pytestmark = pytest.mark.long

CHANGES = int(os.environ.get("TAMPER_CHANGES", "40"))
SEED = int(os.environ.get("TAMPER_SEED", "2023"))


def test_each_is_found_and_nothing_else_is(desk: Desk, module_database: Database) -> None:
    actions.sign_heads(at=desk.now)
    assert actions.verify().ok
    intruder, chance, made = Intruder(module_database), Random(SEED), Counter[str]()

    while made.total() < CHANGES:
        change = intruder.some_byte(chance, KEPT[made.total() % len(KEPT)])
        undo = intruder.make(change)
        if undo is None:
            continue
        assert not actions.verify().ok, f"seed {SEED}: not found: {change}"
        intruder.make(undo)
        made[f"{change.table}.{change.column}"] += 1

    assert actions.verify().ok
    print(f"\nseed {SEED}: {made.total()} changed bytes in {len(made)} columns, every one found")
    for column, times in sorted(made.items()):
        print(f"  {column} {times}")
