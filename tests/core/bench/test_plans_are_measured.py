"""What the bench tells of a plan is what the checker finds, and a lost day is planned around."""

from __future__ import annotations

from pathlib import Path

from bench import planning


def test_one_instance_is_planned_checked_and_planned_again(tmp_path: Path) -> None:
    told = planning.one(150, 1, None, 5.0)

    assert told["checked"].startswith("0/0/0/")
    assert told["objective"] <= told["bound"] + 1e-6
    assert all(worth <= told["bound"] + 1e-6 for worth in told["beside"].values())
    assert told["first"] <= told["wall"]
    again = told["again"]
    assert again["moved"] + again["dropped"] <= 0.1 * (again["kept"] + again["moved"] + again["dropped"])
    assert planning.row(told).startswith("   150    1 |")


def test_another_generator_is_taken_by_its_path(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.py"
    theirs.write_text(
        "import json\nfrom homeward.invented.crossing import crossing\n\n\n"
        "def generate(size, seed):\n    return json.loads(crossing(seed, {'s': 60}[size]))\n"
    )

    told = planning.one(900, 2, theirs, 5.0)

    assert told["people"] == 900
    assert told["persons"] <= 60
