"""The values that comparison works on: a figure with its context, the ten verdicts, and how two figures stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from homeward.ledger.core.figures import FigureKind, Number, Quantity, in_words
from homeward.ledger.core.timing import last_day
from homeward.ledger.core.units import converted
from homeward.ledger.core.voices import Modality
from homeward.moments import Interval

Count = tuple[str, str]


class Verdict(StrEnum):
    """How two figures stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    PART_OF = "part_of"
    STALE = "stale"
    CORRECTED = "corrected"
    DIFFERENT_SPLIT = "different_split"
    NOT_COMPARABLE = "not_comparable"
    CONFLICT = "conflict"
    ARITHMETIC_FAULT = "arithmetic_fault"
    CANNOT_TELL = "cannot_tell"


class Step(StrEnum):
    """Which question settled it."""

    MEASURE = "measure"
    POPULATION = "population"
    SAID_SO = "said_so"
    ORIGIN = "origin"
    UNIT = "unit"
    KIND = "kind"
    TIME = "time"
    SPEAKER = "speaker"
    COUNTING = "counting"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One figure with what is needed to hold it against another.

    `ref` is "s02#1", `statement` "s02"; `population` is an id, `part_of` that of the whole the statement names.
    `asof` is when the number stood, `window` the stretch in which a flow was counted or that a total covers.
    `counting` names the counting rule, `by` whose count of the utterance it is. `corrects` holds refs of the statements
    or figures that this one replaces; `derived` marks counters that repeat somebody else.
    """

    ref: str
    statement: str
    measure: str
    population: str
    unit: str
    kind: FigureKind
    quantity: Quantity
    speaker: str
    origin: str
    population_name: str = ""
    asof: Interval | None = None
    asof_inferred: bool = False
    window: Interval | None = None
    part_of: str | None = None
    basis: str = ""
    counting: str = ""
    by: str = ""
    speaker_name: str = ""
    party: str | None = None
    modality: Modality | None = None
    origin_doubtful: bool = False
    derived: bool = False
    said: Interval | None = None
    corrects: frozenset[str] = frozenset()
    retracted: bool = False

    @property
    def count(self) -> Count:
        """What is counted, and in which unit it is compared."""
        return _plain(self.measure), converted(self.unit)[0]

    @property
    def name(self) -> str:
        """What the population is called, for sentences."""
        return self.population_name or self.population

    @property
    def words(self) -> str:
        """The number as it was put, with its unit."""
        return in_words(self.quantity, self.unit)

    @property
    def stood(self) -> Interval | None:
        """When the number stood: its as-of, else the last day of its window."""
        return self.asof or last_day(self.window)

    @property
    def stretch(self) -> Interval | None:
        """In which time it was counted: its window, else its as-of."""
        return self.window or self.asof


@dataclass(frozen=True, slots=True)
class Relation:
    """How figure `a` stands to figure `b`, and why; symmetric but for the names.

    `about` is the figure of which the verdict speaks: the part, the older, the replaced one. `gap` is how far two that
    do not overlap lie apart; `step` is the question that settled it.
    """

    a: str
    b: str
    verdict: Verdict
    why: str
    step: Step
    gap: Number | None = None
    about: str = ""


@lru_cache(maxsize=4096)
def _plain(measure: str) -> str:
    """A measure as it is compared: files mix capitals and spaces."""
    return " ".join(measure.casefold().split())
