"""What was typed about a person, as the register takes it: the words as given, and how each is read beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.identity.mrz import Mrz
from homeward.ledger.core import writing
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval, day_of
from homeward.people.core import readings
from homeward.people.core.told import Told
from homeward.people.core.values import CodeGiven, DayGiven, NameGiven, Values
from homeward.refusals import Findings
from homeward.web.acts import key
from homeward.web.people.sheet import Sheet
from homeward.web.write.forms import NEW_VOICES

SEX_WORDS = {"F": "female", "M": "male", "X": "X"}
ORDERS = {"day": True, "month": False}


def told(sheet: Sheet, *, asserted: bool = False) -> Told:
    """Who says it, when and how sure; `asserted` where the sheet does not ask how it was put."""
    kind, told_by = sheet.said("speaker_kind"), key(sheet.said("told_by"))
    # An authority whose permission is told speaks for itself where nobody else is named.
    itself = "" if sheet.said("speaker") or told_by else sheet.said("authority")
    return Told(
        speaker=sheet.said("speaker") or itself,
        speaker_kind="body" if itself else kind if kind in dict(NEW_VOICES) else "unnamed",
        told_by=told_by,
        capacity=sheet.said("capacity"),
        party=sheet.said("party"),
        via=tuple(row["name"] for row in sheet.every("via")),
        said=sheet.said("said"),
        occurred=sheet.said("occurred"),
        modality="asserted" if asserted else sheet.said("modality"),
        language=sheet.said("language"),
        words=sheet.typed.get("words", "").replace("\0", "").strip(),
    )


def time(words: str, case: CaseView, at: datetime) -> Interval | None:
    """A time as the desk reads it."""
    return writing.when(words, "", zone=case.zone, at=at, findings=Findings()) if words else None


def values(sheet: Sheet, *, zone: ZoneInfo, at: datetime) -> Values:
    """The facts as typed, each with its reading."""
    on = day_of(at, zone)
    birth, sex, countries = (sheet.said(name) for name in ("birth", "sex", "nationality"))
    return Values(
        names=tuple(NameGiven(row["words"], row.get("label", "")) for row in sheet.every("names") if row.get("words")),
        birth=readings.day(birth, ORDERS.get(sheet.said("order")), on) if birth else None,
        sex=CodeGiven(SEX_WORDS.get(sex, sex), sex) if sex in SEX_WORDS else readings.sex(sex) if sex else None,
        nationalities=readings.nationalities(countries)[0] if countries else (),
        documents=tuple(
            readings.document(
                row.get("number", ""),
                row.get("kind", ""),
                row.get("country", ""),
                _day(row.get("issued", "")),
                _day(row.get("expires", "")),
            )
            for row in sheet.every("documents")
        ),
        household=sheet.said("household"),
        place=sheet.said("place"),
        contact=sheet.said("contact"),
        remarks=sheet.said("remarks"),
        more=(("MRZ", sheet.said("mrz")),) if sheet.said("mrz") else (),
    )


def _day(words: str) -> DayGiven | None:
    return readings.day(words) if words else None


@dataclass(frozen=True, slots=True)
class ReadZone:
    """A machine-readable zone as it is read, and what it gives for fields and rows."""

    zone: Mrz
    typed: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, list[Mapping[str, str]]] = field(default_factory=dict)


def read_zone(text: str, *, on: date) -> ReadZone | None:
    """What a pasted zone gives, None when nobody can read it."""
    zone = readings.zone(text, on)
    if zone is None:
        return None
    name = " ".join(filter(None, (zone.given_names, zone.surname)))
    only = zone.birth.only
    typed = {
        "birth": only.start.isoformat() if only and (only.until - only.start).days == 1 else "",
        "sex": zone.sex,
        "nationality": zone.nationality,
    }
    last = zone.expires.only
    paper = {"number": zone.number, "kind": _kind(zone.code), "country": zone.issuer,
             "expires": last.start.isoformat() if last else ""}  # fmt: skip
    return ReadZone(
        zone,
        {name: value for name, value in typed.items() if value},
        {
            "names": [{"words": name, "label": "MRZ"}] if name else [],
            "documents": [{name: value for name, value in paper.items() if value}] if zone.number else [],
        },
    )


def _kind(code: str) -> str:
    return {"P": "passport", "I": "identity card", "A": "identity card", "C": "identity card", "V": "visa"}.get(
        code[:1], ""
    )


def as_typed(values: Values) -> tuple[dict[str, str], dict[str, list[dict[str, str]]]]:
    """The fields of a record as one would type them, to correct it."""
    typed = {
        "birth": values.birth.words if values.birth else "",
        "sex": values.sex.code or values.sex.words if values.sex else "",
        "nationality": ", ".join(dict.fromkeys(code.words for code in values.nationalities)),
        "household": values.household,
        "place": values.place,
        "contact": values.contact,
        "remarks": values.remarks,
    }
    rows = {
        "names": [{"words": name.words, "label": name.label} for name in values.names],
        "documents": [
            {
                "number": paper.number,
                "kind": paper.kind,
                "country": paper.country,
                "issued": paper.issued.words if paper.issued else "",
                "expires": paper.expires.words if paper.expires else "",
            }
            for paper in values.documents
        ],
    }
    return typed, rows


def as_flat(values: Values) -> dict[str, str]:
    """The same, as fields of the form."""
    typed, rows = as_typed(values)
    return {**typed, **dict(_flat(rows))}


def _flat(rows: Mapping[str, list[dict[str, str]]]) -> Iterator[tuple[str, str]]:
    for name, found in rows.items():
        for number, row in enumerate(found):
            for each, value in row.items():
                yield f"{name}.{number}.{each}", value


def uuid_of(words: str) -> UUID | None:
    """An id as a form carries it."""
    return key(words)
