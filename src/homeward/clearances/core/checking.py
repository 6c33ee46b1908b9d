"""The checks on what an authority is said to have said: every fault named with its field."""

from __future__ import annotations

from collections.abc import Sequence

from homeward.ledger.core.voices import Modality
from homeward.people.core.checking import check_words
from homeward.refusals import Findings

MOST_CONDITIONS = 20
LONGEST_PURPOSE = 300
SAID_SO = frozenset({Modality.ASSERTED.value, Modality.REPORTED.value})
"""How a permission is said. What is promised, possible or denied is none, and belongs among the statements of the day."""


def check_conditions(conditions: Sequence[str], findings: Findings) -> tuple[str, ...]:
    """The conditions without empty ones."""
    kept = tuple(" ".join(each.split()) for each in conditions if each.strip())
    if len(kept) > MOST_CONDITIONS:
        findings.fault("too-many", "conditions", f"At most {MOST_CONDITIONS} are kept of one permission.")
    for number, each in enumerate(kept):
        check_words(each, f"conditions.{number}", findings)
    return kept


def check_modality(modality: str, findings: Findings) -> None:
    """A permission is said to be so; whatever else is said of one is a statement and no permission."""
    if modality not in SAID_SO:
        findings.fault(
            "no-permission",
            "modality",
            "Only what was said to be so (asserted, reported) is a permission; write others down.",
        )


def check_purpose(purpose: str, findings: Findings) -> str:
    """For what an authority is asked, in few words that stay readable for ever."""
    kept = " ".join(purpose.split())
    if not kept:
        findings.fault("empty", "purpose", "Say for what: exit through the southern crossing, transit to the airport.")
    if len(kept) > LONGEST_PURPOSE:
        findings.fault("too-long", "purpose", f"At most {LONGEST_PURPOSE} characters are kept here.")
    check_words(kept, "purpose", findings)
    return kept
