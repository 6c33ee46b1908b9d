"""Every read of hostilities, as far as the actor may see."""

from __future__ import annotations

from homeward.hostilities.queries.datasets import (
    NoSuchDataset,
    NoSuchVersion,
    dataset_named,
    datasets,
    version_of,
)
from homeward.hostilities.queries.naming import NoSuchDyad, NoSuchPlace, dyads, place_named, places
from homeward.hostilities.queries.series import NoDays, NoSuchMeasure, series
from homeward.hostilities.queries.views import (
    ApartView,
    DatasetView,
    DayValue,
    DyadView,
    PlaceView,
    SeriesView,
    VersionView,
)

__all__ = [
    "ApartView",
    "DatasetView",
    "DayValue",
    "DyadView",
    "NoDays",
    "NoSuchDataset",
    "NoSuchDyad",
    "NoSuchMeasure",
    "NoSuchPlace",
    "NoSuchVersion",
    "PlaceView",
    "SeriesView",
    "VersionView",
    "dataset_named",
    "datasets",
    "dyads",
    "place_named",
    "places",
    "series",
    "version_of",
]
