"""Forecasts with odds, frozen when they are made, and their scores once the truth was said."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """What a simple rule would have said at the same moment: its quantiles, or one number."""

    name: str
    quantiles: tuple[Decimal, ...]


@kind_of("done.forecast_made")
@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastMade:
    """A forecast of one number, with what it was made of; it is never changed.

    `subject` is completion (the days from `on` until `target` of `people` have crossed) or violence (deaths of a month, `month`,
    at a place). `position` is the place in the ledger up to which its inputs were read, `inputs_digest` the SHA-256 of them as they
    went in, `inputs` the statements that they rest on where these are few. `quantiles` are 1 to 99 of 100; what lies past the
    `horizon` stands at it, and `never_per_mille` says how likely that is.
    """

    forecast: UUID
    number: int
    subject: str
    question: str
    unit: str
    on: str
    position: int
    inputs_digest: str
    model: str
    code: str
    seed: int
    draws: int
    quantiles: tuple[Decimal, ...]
    baselines: tuple[Baseline, ...] = ()
    horizon: Decimal | None = None
    never_per_mille: int = 0
    crossing: UUID | None = None
    people: int | None = None
    target: int | None = None
    crossed: int | None = None
    cleared: int | None = None
    place: str = ""
    month: str = ""
    inputs: tuple[UUID, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """Families after so many days: how many had waited so long, how many were cleared then, and of 1000 how many not yet.

    `modelled` is the same share as the fitted times have it.
    """

    day: int
    waiting: int
    came: int
    left: int
    modelled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAhead:
    """How many will have crossed by the end of a day: the numbers that 10, 25, 50, 75 and 90 of 100 paths stay at or below."""

    day: int
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBefore:
    """How many had crossed by the end of a day before the forecast, days counted backward from it."""

    day: int
    people: int


@kind_of("done.forecast_made", 2)
@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastInFull(ForecastMade):
    """A forecast of days with its fan, what was before it, how long families had waited, and whose hostilities went in.

    Its subject may be exchange: the days until `target` of the `people` promised by an `obligation` have come. `hostilities` names
    the series that somebody said belongs to the crossing; the version of it is among `inputs`. Of violence, `dataset` and the
    fields below it say which series is asked again when its month has come.
    """

    obligation: UUID | None = None
    hostilities: str = ""
    before: tuple[DayBefore, ...] = ()
    ahead: tuple[DayAhead, ...] = ()
    waited: tuple[Waited, ...] = ()
    dataset: UUID | None = None
    level: str = ""
    area: str = ""
    within: str = ""
    dyad: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineScore:
    """How a simple rule did on the same truth."""

    name: str
    crps: Decimal
    pinball: Decimal


@kind_of("done.forecast_scored")
@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastScored:
    """A forecast held against the truth as statements told it, each recorded after the forecast; the last score counts.

    `covered` is yes when the truth lies from the quantile of 10 to that of 90; `pit` is where it fell among the quantiles.
    """

    forecast: UUID
    made: UUID
    truth: Decimal
    truth_from: tuple[UUID, ...]
    crps: Decimal
    pinball: Decimal
    covered: str
    pit: Decimal
    baselines: tuple[BaselineScore, ...] = ()
    scorer: str = ""
