"""Every read of talks, worked out for whoever asks from what was said by the time asked."""

from __future__ import annotations

from homeward.talks.queries.agreements import (
    NoSuchAgreement,
    NoSuchObligation,
    agreement,
    agreement_named,
    agreements,
    agreements_and_plans,
    obligation_named,
    obligations,
    plans,
)
from homeward.talks.queries.duties import duties
from homeward.talks.queries.written_agreements import agreements_json, duties_json, obligations_json

__all__ = [
    "NoSuchAgreement",
    "NoSuchObligation",
    "agreement",
    "agreement_named",
    "agreements",
    "agreements_and_plans",
    "agreements_json",
    "duties",
    "duties_json",
    "obligation_named",
    "obligations",
    "obligations_json",
    "plans",
]
