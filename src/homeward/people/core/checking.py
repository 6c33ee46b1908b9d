"""The checks on what is told about a person: every fault named with its field; of doubtful words nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from homeward import names
from homeward.ledger.core import writing
from homeward.ledger.core.voices import Modality, SourceKind
from homeward.people.core.told import Told
from homeward.people.core.values import Values
from homeward.refusals import Findings

LONGEST_NAME, LONGEST_FIELD, LONGEST_WORDS = 1_000, 4_000, 50_000
MOST_OF_A_KIND = 40
SHORTEST_PART = 3
"""Letters of a name part that is looked for in what is written beside a person; shorter ones stand in many words."""


def check_told(told: Told, *, zone: ZoneInfo, at: datetime, findings: Findings) -> None:
    """Gather every fault of who said it, when and how sure."""
    if not told.speaker.strip() and told.told_by is None:
        findings.fault("empty", "speaker", "Say who told it: a source by name, or a person of the register.")
    if told.speaker.strip() and told.told_by is not None:
        findings.fault("two-speakers", "told_by", "Either a source by name or a person of the register, not both.")
    writing.among(Modality, told.modality, "modality", findings)
    writing.among(SourceKind, told.speaker_kind, "speaker_kind", findings)
    writing.among(SourceKind, told.via_kind, "via_kind", findings)
    said = writing.when(told.said, "said", zone=zone, at=at, findings=findings)
    if not told.said.strip():
        findings.fault("empty", "said", "Say when it was said, as exactly as is known.")
    if said is not None and said.start is not None and said.start > at + writing.SOON:
        findings.fault("in-the-future", "said", "This has not been said yet.")
    writing.when(told.occurred, "occurred", zone=zone, at=at, findings=findings)
    for name in ("speaker", "capacity", "party", "said", "occurred", "language"):
        _check_text(getattr(told, name), name, LONGEST_NAME, findings)
    for number, hand in enumerate(told.via):
        _check_text(hand, f"via.{number}", LONGEST_NAME, findings)
    _check_text(told.words, "words", LONGEST_WORDS, findings)


def check_values(values: Values, findings: Findings) -> None:
    """Gather every fault of facts: nothing given, more than can be looked at, letters that no text may hold."""
    written = values.as_json()
    if not written:
        findings.fault("empty", "values", "Give at least one fact about the person.")
    for name, value in written.items():
        if isinstance(value, list) and len(value) > MOST_OF_A_KIND:
            findings.fault("too-many", name, f"At most {MOST_OF_A_KIND} are kept in one statement.")
        for where, words in _texts(value, name):
            _check_text(words, where, LONGEST_NAME if name == "names" else LONGEST_FIELD, findings)
    for number, name_given in enumerate(values.names):
        if not names.key(name_given.words):
            findings.fault("empty", f"names.{number}", "This name has no letter; leave it out.")


def check_words(words: str, where: str, findings: Findings) -> None:
    """Gather the faults of a text that is sealed: too long, or a letter that no text may hold."""
    _check_text(words, where, LONGEST_FIELD, findings)


def names_somebody(words: str, known: Iterable[Values]) -> bool:
    """Whether words that stay readable for ever tell who a person is: part of a name, or the number of a paper."""
    said = set(names.key(words).split())
    joined = "".join(letter for letter in words.casefold() if letter.isalnum())
    for values in known:
        parts = {part for name in values.names for part in names.key(name.words).split()}
        if any(len(part) >= SHORTEST_PART and part in said for part in parts):
            return True
        for document in values.documents:
            number = "".join(letter for letter in document.number.casefold() if letter.isalnum())
            if len(number) >= SHORTEST_PART and number in joined:
                return True
    return False


def _texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, f"{where}.{number}")
    else:
        for name, each in value.items():
            yield from _texts(each, f"{where}.{name}")


def _check_text(words: str, where: str, longest: int, findings: Findings) -> None:
    if len(words) > longest:
        findings.fault("too-long", where, f"At most {longest:,} characters are kept here.")
    if "\0" in words:
        findings.fault("nul", where, "There is a character here that no text may hold (NUL).")
    if any("\ud800" <= letter <= "\udfff" for letter in words):
        findings.fault("half-a-letter", where, "There is half of a letter here, which no text may hold.")
