"""What is read off a report once it is known who says what in it, field by field, on reports of our own and shared ones.

Who says what is taken from the gold here; finding that is measured elsewhere. The scorer is the shared one.
"""

import importlib.util
import json
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from homeward.reading.core import english
from homeward.reading.core.layers import Found, Layers
from homeward.reading.core.words import words
from homeward.reading.formats.predictions import statements

HERE = Path(__file__).parent
SHARED = HERE.parents[3] / "shared"
SCORER = SHARED / "tools" / "score_report.py"
OURS, THEIRS = HERE / "reports", SHARED / "data" / "reports"

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="../shared/tools is not there")


def scorer() -> ModuleType:
    found = importlib.util.spec_from_file_location("score_report", SCORER)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def pieces(role):
    return tuple(map(tuple, role["spans"]))


def held(one, other):
    """Whether the first statement stands in the content of the second."""
    first, last = one["content"]["spans"][0], one["content"]["spans"][-1]
    return (
        one is not other and other["content"]["spans"][0][0] <= first[0] and last[1] <= other["content"]["spans"][-1][1]
    )


def layered(text, gold):
    """The gold's statements with everything but who says what read by the layers."""
    layers = Layers(words(text), english, lambda start, end: [], date.fromisoformat(gold["document"]["published"][:10]))
    told = [one for one in gold["statements"] if one["grade"] == "core" or one["id"].endswith("o")]
    found = {one["id"]: Found(*(pieces(one[role]) for role in ("source", "cue", "content")), 1.0) for one in told}
    beside = list(found.values())
    made = []
    for one in told:
        outer = next((other for other in told if held(one, other)), None)
        outside = layers.proposal(found[outer["id"]], [], (), beside, 0).chain if outer else ()
        inner = [found[other["id"]] for other in told if held(other, one)]
        made.append(layers.proposal(found[one["id"]], inner, outside, beside, 0))
    return {"reader": "the layers", "statements": statements(text, made)}


def scores(folder):
    """Right and all, by field, over the English reports of a folder."""
    program, total = scorer(), {}
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["document"]["language"] == "en":
            text = read(folder, gold)
            told = program.score(text, gold, layered(text, gold))
            assert told["faults"] == []
            program.add(
                total, json.loads(json.dumps({k: v for k, v in told.items() if k not in ("missed", "false_list")}))
            )
    return total


def read(folder, gold):
    with (folder / gold["document"]["file"]).open(encoding="utf-8", newline="") as file:
        return file.read()


@pytest.mark.parametrize("folder", [OURS, THEIRS], ids=["our own", "shared"])
def test_each_field_is_read_as_people_read_it(folder):
    found = scores(folder)

    def share(name):
        right, every = found["fields"][name]
        return right / every

    assert found["found"] == found["core"]
    assert share("chain") >= 0.85
    assert share("modality") >= 0.85
    assert share("said_when") >= 0.9
    assert share("said_exact") >= 0.85
    for name in ("figures", "conditions"):
        told = found[name]
        assert told["right"] / told["gold"] >= 0.85
        assert told["false"] / (told["right"] + told["false"]) <= 0.2
