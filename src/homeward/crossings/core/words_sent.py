"""Words as a phone sends them: read strictly, with every fault and its place; nothing is guessed, and its clock is only words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.ledger.core.boarding import State
from homeward.refusals import Findings

MOST_WORDS, HIGHEST, LONGEST = 2_000, 1_000_000, 80
NEEDED = frozenset({"id", "sequence", "person", "state"})
ALLOWED = NEEDED | {"vehicle", "at", "place"}


@dataclass(frozen=True, slots=True)
class WordSent:
    """One word; `person` is the id by which the phone knows somebody."""

    id: UUID
    sequence: int
    person: UUID
    state: State
    vehicle: UUID | None
    at: str
    place: str


def words_sent(words: Sequence[Any], findings: Findings) -> list[WordSent]:
    """The words of a batch that can be read; of each other one it is told what is wrong and where."""
    if len(words) > MOST_WORDS:
        findings.fault("too-many", "words", f"Send at most {MOST_WORDS:,} words at a time.")
        return []
    found = [_word(word, f"words.{number}", findings) for number, word in enumerate(words)]
    return [word for word in found if word is not None]


def _word(word: Any, where: str, findings: Findings) -> WordSent | None:
    before = len(findings.faults)
    if not isinstance(word, Mapping):
        findings.fault("form", where, "A word is an object.")
        return None
    for name in sorted(set(word) - ALLOWED):
        findings.fault("unknown", where, f"A word has no field {str(name)[:40]!r}.")
    for name in sorted(NEEDED - set(word)):
        findings.fault("missing", f"{where}.{name}", "This is missing.")
    id, person, vehicle = (_uuid(word.get(name), f"{where}.{name}", findings) for name in ("id", "person", "vehicle"))
    number = word.get("sequence")
    if "sequence" in word and (type(number) is not int or not 1 <= number <= HIGHEST):
        findings.fault("number", f"{where}.sequence", f"A phone counts from 1 to {HIGHEST:,}.")
    state = word.get("state")
    if "state" in word and state not in list(State):
        findings.fault("unknown-word", f"{where}.state", f"Say one of {', '.join(State)}.")
    at, place = (_line(word.get(name), f"{where}.{name}", findings) for name in ("at", "place"))
    if len(findings.faults) > before or id is None or person is None or type(number) is not int:
        return None
    return WordSent(id, number, person, State(str(state)), vehicle, at, place)


def _uuid(given: Any, where: str, findings: Findings) -> UUID | None:
    if given is None:
        return None
    try:
        if isinstance(given, str) and len(given) == 36:
            return UUID(given)
    except ValueError:
        pass
    findings.fault("id", where, "This is no id.")
    return None


def _line(given: Any, where: str, findings: Findings) -> str:
    if given is None:
        return ""
    if not isinstance(given, str) or len(given) > LONGEST or any(ord(letter) < 32 for letter in given):
        findings.fault("words", where, f"One line of at most {LONGEST} characters.")
        return ""
    return given
