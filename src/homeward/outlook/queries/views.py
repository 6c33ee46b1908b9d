"""What is answered about forecasts: frozen values, each with the statement that it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.outlook.core.frozen import at
from homeward.people.queries import GivenView


@dataclass(frozen=True, slots=True)
class ScoreView:
    """How a forecast did, by the last score of it that counts; `times` it was scored."""

    scored: kinds.ForecastScored
    given: GivenView
    times: int


@dataclass(frozen=True, slots=True)
class ForecastView:
    """A forecast as it was frozen, and its score if it has one."""

    made: kinds.ForecastMade
    given: GivenView
    score: ScoreView | None

    @property
    def id(self) -> UUID:
        return self.made.forecast

    def quantile(self, level: int) -> Decimal:
        """The value that so many of 100 stay at or below."""
        return at(self.made.quantiles, level)

    def day(self, level: int) -> date | None:
        """The same as a day; none past the horizon, and of what is no day."""
        value = self.quantile(level)
        if self.made.unit != "days" or (self.made.horizon is not None and value >= self.made.horizon):
            return None
        return date.fromisoformat(self.made.on) + timedelta(days=int(value.to_integral_value(rounding="ROUND_CEILING")))


@dataclass(frozen=True, slots=True)
class SubjectScores:
    """All scored forecasts of one subject: mean CRPS beside that of each simple rule, coverage, PIT in ten parts.

    `unscored` are those that nobody has scored yet.
    """

    subject: str
    n: int
    unscored: int
    crps: Decimal | None
    pinball: Decimal | None
    covered: Decimal | None
    baselines: tuple[tuple[str, Decimal, int], ...]
    pit: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ScoresView:
    """The public table of scores, and every forecast behind it."""

    subjects: tuple[SubjectScores, ...]
    forecasts: tuple[ForecastView, ...]
