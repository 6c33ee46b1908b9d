"""Forecasts as programs get them and send them. Numbers are sent as texts: they are read as somebody types them."""

from __future__ import annotations

from typing import Any, Literal

from ninja import Field, Schema
from pydantic import ConfigDict

from homeward.api.shapes.told import Asked, Told

Parts = list[dict[str, Any]]


class Forecasts(Asked):
    """Every forecast as it was frozen."""

    forecasts: Parts = Field(description="Each with its quantiles, what it was made of, simple rules, and its score.")


class OneForecast(Asked):
    """One forecast as it was frozen, whole."""

    forecast: dict[str, Any]


class Scores(Asked):
    """How all forecasts did, by subject, and every forecast behind it."""

    subjects: Parts = Field(description="Scored and not scored, mean CRPS beside simple rules, coverage, PIT.")
    forecasts: Parts


class Offers(Asked):
    """Forecasts whose truth the ledger itself tells and that nobody has scored by it."""

    offers: Parts = Field(description="Each with the truth, why it is so, and the statements that say it.")


class ScoredAll(Told):
    """The scores that were recorded; none where nothing was told anew."""

    case: str
    statements: list[str]


class Made(Told):
    """What was recorded."""

    case: str
    statement: str


class Sent(Schema):
    """What is sent; it has these fields and no others."""

    model_config = ConfigDict(extra="forbid")


class SentTold(Sent):
    """Which forecast is to be scored by what the ledger tells; all of them when none is named."""

    forecast: str = ""


class SentSeries(Sent):
    """The series of hostilities that you say belongs to a crossing; it is named with the forecast."""

    dataset: str = ""
    place: str = ""
    level: Literal["country", "adm1", "adm2"] = "country"
    within: str = ""
    dyad: str = ""
    measure: str = ""


class SentCompletion(Sent):
    """What is asked of a completion: of which crossing, and for how many of 100."""

    crossing: str = ""
    share: str = "90"
    seed: str = "0"
    hostilities: SentSeries | None = None


class SentExchange(Sent):
    """What is asked of an exchange: of which obligation, and for how many of 100 of what was promised."""

    obligation: str
    share: str = "100"
    seed: str = "0"
    hostilities: SentSeries | None = None


class SentViolence(Sent):
    """What is asked of a series: which dataset and place, how many months after its last whole one."""

    dataset: str = ""
    place: str = ""
    level: Literal["country", "adm1", "adm2"] = "country"
    within: str = ""
    dyad: str = ""
    measure: str = ""
    ahead: str = "1"
    seed: str = "0"


class SentScore(Sent):
    """The truth (a day, "never", or a number), and the short names of the statements that tell it."""

    truth: str
    said_in: list[str]
