"""The samples that lie beside the repository: as good as the reference, within its bound, valid by its own validator.

They are no part of the repository: without them these tests are skipped.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from homeward.crossings.core.planning import Baseline, baseline, plan
from homeward.crossings.formats import instance as instances
from homeward.crossings.formats import plan as plans

pytestmark = pytest.mark.long

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "planning"
REFERENCE = {
    "sample-1-120": (468.9, 468.9, 475.0, 475.1),
    "sample-2-900": (7712.4, 7798.5, 7975.1, 7975.9),
    "sample-3-900-replan": (-8122.1, -8061.8, -7044.6, -7043.0),
}
"""First come first served, greedy by priority, the reference plan, and a little above its proven bound."""
needs_samples = pytest.mark.skipif(not SAMPLES.exists(), reason="needs the samples beside the repository")


@needs_samples
@pytest.mark.parametrize("name", REFERENCE)
def test_a_sample_is_planned_as_well_as_the_reference(name: str, tmp_path: Path) -> None:
    file = SAMPLES / f"{name}.json"
    first, greedy, reference, bound = REFERENCE[name]
    given = instances.read(file.read_bytes())

    found = plan(given, seconds=30.0)
    (tmp_path / "plan.json").write_bytes(plans.written(found))

    assert found.objective >= reference - 0.02 * abs(reference)  # a busy machine comes less near in the same seconds
    assert found.objective <= bound
    assert found.upper_bound is not None and found.upper_bound >= reference - 0.1
    assert baseline(given, Baseline.FIRST_COME).objective == pytest.approx(first, rel=0.01)
    assert baseline(given, Baseline.BY_PRIORITY).objective == pytest.approx(greedy, rel=0.01)
    words = [sys.executable, str(SAMPLES / "validate.py"), str(file), str(tmp_path / "plan.json"), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert (done.returncode, report["hard_violations"], report["unexplained_groups"], report["false_reasons"]) == (
        0,
        0,
        0,
        0,
    )
    assert report["objective"] == pytest.approx(found.objective, abs=0.01)
