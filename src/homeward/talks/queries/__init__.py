"""Every read of talks, worked out for whoever asks from what was said by the time asked."""

from __future__ import annotations

from homeward.talks.queries.agreements import (
    NoSuchAgreement,
    agreement,
    agreement_named,
    agreements,
    obligations,
    plans,
)
from homeward.talks.queries.duties import duties
from homeward.talks.queries.written_agreements import agreements_json, duties_json, obligations_json

__all__ = [
    "NoSuchAgreement",
    "agreement",
    "agreement_named",
    "agreements",
    "agreements_json",
    "duties",
    "duties_json",
    "obligations",
    "obligations_json",
    "plans",
]
