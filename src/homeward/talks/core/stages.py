"""How far a count reaches by the word it is counted under: "flown" is handed over, "to release" is a promise and no count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from homeward.ledger.core.agreements import Stage

ORDER: Mapping[Stage, int] = MappingProxyType({stage: number for number, stage in enumerate(Stage)})
# The words of reports, as the desk reads them: a convention, so it stands in one place.
_COUNTED: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.OFFERED: "offered proposed",
        Stage.LISTED: "listed",
        Stage.CLEARED: "cleared approved permitted authorised authorized",
        Stage.DISPATCHED: "dispatched sent departed left loaded shipped embarked",
        Stage.INSPECTED: "inspected screened scanned",
        Stage.ENTERED: "entered crossed admitted passed",
        Stage.HANDED_OVER: "released freed flown evacuated transferred exchanged liberated rescued swapped",
        Stage.RECEIVED: "received arrived returned repatriated reached collected delivered landed unloaded offloaded",
        Stage.DISTRIBUTED: "distributed",
    }
)
_STAGE_OF: Mapping[str, Stage] = MappingProxyType(
    {word: stage for stage, words in _COUNTED.items() for word in words.split()}
)
_PHRASES: Mapping[str, Stage] = MappingProxyType(
    {
        "handed over": Stage.HANDED_OVER,
        "hand over": Stage.HANDED_OVER,
        "let go": Stage.HANDED_OVER,
        "set free": Stage.HANDED_OVER,
        "brought out": Stage.HANDED_OVER,
        "let out": Stage.HANDED_OVER,
        "came out": Stage.HANDED_OVER,
        "got out": Stage.HANDED_OVER,
        "gave back": Stage.RECEIVED,
        "given back": Stage.RECEIVED,
        "came back": Stage.RECEIVED,
        "came home": Stage.RECEIVED,
        "brought in": Stage.ENTERED,
        "came in": Stage.ENTERED,
        "went in": Stage.ENTERED,
        "gone in": Stage.ENTERED,
        "taken out": Stage.HANDED_OVER,
        "turned over": Stage.HANDED_OVER,
        "let in": Stage.ENTERED,
        "handed out": Stage.DISTRIBUTED,
    }
)
_PROMISED: Mapping[str, Stage] = MappingProxyType(
    {
        **dict.fromkeys(
            "release releases free frees evacuate exchange transfer return repatriate liberate swap fly".split(),
            Stage.HANDED_OVER,
        ),
        **dict.fromkeys("enter enters entry admit cross pass".split(), Stage.ENTERED),
        **dict.fromkeys("deliver delivers supply receive".split(), Stage.RECEIVED),
        **dict.fromkeys("send dispatch ship".split(), Stage.DISPATCHED),
        **dict.fromkeys("distribute distributes".split(), Stage.DISTRIBUTED),
        **dict.fromkeys("list lists".split(), Stage.LISTED),
        **dict.fromkeys("clear approve permit".split(), Stage.CLEARED),
        **dict.fromkeys("inspect screen".split(), Stage.INSPECTED),
    }
)
_NOT = frozenset("not no never un awaiting waiting remaining refused denied blocked still yet".split())
# What is counted of people and is no step of a delivery, whatever was promised of them.
_NO_DELIVERY = frozenset(
    "held killed died dead deaths wounded injured missing arrested detained abducted kidnapped taken attacked burned fired"
    " expected requested applied registered show shows left-behind stayed remained evacuable eligible possible extension"
    " conditions violations complaints".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def stage_of_measure(measure: str) -> Stage | None:
    """The stage that a count of this name has reached; none for one that is no delivery: held, remaining, to release."""
    plain = " ".join(measure.casefold().replace("_", " ").replace("-", " ").split())
    words = _WORD.findall(plain)
    if not words or words[0] == "to" or _NOT.intersection(words):
        return None
    for phrase, stage in _PHRASES.items():
        if phrase in plain:
            return stage
    return next((_STAGE_OF[word] for word in words if word in _STAGE_OF), None)


def may_be_a_stage(measure: str) -> bool:
    """Whether a count of this name may be one of what was delivered, under a word that the desk does not know."""
    words = _WORD.findall(measure.casefold().replace("_", " "))
    if not words or words[0] == "to" or stage_of_measure(measure) is not None:
        return False
    return not (_NOT | _NO_DELIVERY).intersection(words)


def stage_of_plan(measure: str) -> Stage | None:
    """The stage that a plan speaks of: "to fly", "to evacuate"."""
    plain = " ".join(measure.casefold().replace("_", " ").split())
    words = _WORD.findall(plain)
    if not words or _NOT.intersection(words):
        return None
    return stage_of_action(plain) or stage_of_measure(plain.removeprefix("to be ").removeprefix("to "))


def stage_of_action(action: str) -> Stage | None:
    """The stage at which an obligation of this action counts, by its first word that says one; none where none does."""
    plain = " ".join(action.casefold().split())
    for phrase, stage in _PHRASES.items():
        if plain.startswith(phrase):
            return stage
    words = _WORD.findall(plain)
    if words[:1] in (["let"], ["allow"], ["permit"], ["admit"]):
        return _of_leave(words)
    return next((_PROMISED[word] for word in words if word in _PROMISED), None)


def _of_leave(words: list[str]) -> Stage | None:
    """What "let them leave" and "allow fuel in" count by."""
    if {"leave", "go", "out", "exit"}.intersection(words):
        return Stage.HANDED_OVER
    return Stage.ENTERED if {"in", "into", "enter", "entry", "through", "pass"}.intersection(words) else None


def in_words(stage: Stage | str) -> str:
    """A stage as it is said: "handed over"."""
    return str(stage).replace("_", " ")


def counted_in_words(told: str, stage: Stage | str, unit: str = "") -> str:
    """So many at a stage: "869 handed over"; visits are told, wherever the visitors went: "2 visits told"."""
    if unit == "visit":
        return f"{told} visit told" if told == "1" else f"{told} visits told"
    return f"{told} {in_words(stage)}"
