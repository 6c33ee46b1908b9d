"""The form `case/1`: a case as attributed statements with figures, conditions and agreements."""

from __future__ import annotations

from homeward.ledger.formats.case1.form import CaseFile
from homeward.ledger.formats.case1.reading import LIMIT, SCHEMA, CaseFileRefused, parse, read

__all__ = ["LIMIT", "SCHEMA", "CaseFile", "CaseFileRefused", "parse", "read"]
