"""An answer costs the same number of queries for two statements as for fifty."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import case_of, figure
from tests.doors.api.callers import House

MOST = {"statements": 30, "timeline": 30, "sources": 15, "figures": 32, "picture": 80, "changes": 30, "populations": 12}
"""Queries of each answer; the framework's own among them (transaction, token, actor, grants)."""
NEEDED = {"changes": {"since": "2025-12-31"}}


def many(count: int, slug: str) -> dict[str, Any]:
    """A case in which each statement has figures, a speaker, a correction or a condition of its own."""
    rows: list[dict[str, Any]] = [
        {"text": f"number {n}", "said_on": "2026-01-01", "speaker": f"Speaker {n}",
         "figures": [figure("held", f"people {n % 4}", "=", n), figure("crossed", f"people {n % 4}", ">", n)],
         **({"corrects": f"s{n - 1}"} if n % 3 == 0 else {})}
        for n in range(1, count + 1)
    ]  # fmt: skip
    conditions = [
        {"id": f"c{n}", "text": f"condition {n}", "demanded_by": "N", "demanded_of": "S", "gates": "exit",
         "stated_on": "2026-01-01", "source": ["wire"]}
        for n in range(1, count // 4 + 1)
    ]  # fmt: skip
    return case_of(*rows, slug=slug, conditions=conditions)


@pytest.fixture(scope="module")
def sized(house: House) -> House:
    for count in (4, 50):
        house.load(many(count, f"of-{count}"), house.north, house.anna)
    return house


def cost(house: House, case: str, what: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        answer = house.anna.answer(f"cases/{case}/{what}", **NEEDED.get(what, {}))
    assert len(json.dumps(answer)) > 400
    return len(queries)


@pytest.mark.parametrize("what", sorted(MOST))
def test_ten_times_the_statements_cost_no_query_more(sized: House, what: str) -> None:
    few, lots = cost(sized, "of-4", what), cost(sized, "of-50", what)

    assert lots <= few + 2, f"{few} queries became {lots}"
    assert lots <= MOST[what]


def test_an_answer_sees_one_state_of_the_desk_throughout(house: House) -> None:
    with CaptureQueriesContext(connection) as queries:
        house.anna.answer("cases/harbour/picture")

    statements = [query["sql"] for query in queries.captured_queries if query["sql"] != "BEGIN"]
    assert statements[0] == "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
    assert [sql for sql in statements if sql == "COMMIT"] == ["COMMIT"]
    assert "access.enter" in next(sql for sql in statements if "ledger_" in sql or "access.enter" in sql)
