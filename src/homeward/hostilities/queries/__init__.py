"""Every read of hostilities, as far as the actor may see."""

from __future__ import annotations

from homeward.hostilities.queries.bands import NoBands, bands
from homeward.hostilities.queries.datasets import (
    NoSuchDataset,
    NoSuchVersion,
    dataset_named,
    datasets,
    version_of,
)
from homeward.hostilities.queries.naming import NoSuchDyad, NoSuchPlace, dyads, place_named, places
from homeward.hostilities.queries.proofs import Proof, proved
from homeward.hostilities.queries.series import NoDays, NoSuchMeasure, series
from homeward.hostilities.queries.studies import NoStudy, StudyView, around, change, level, quiet
from homeward.hostilities.queries.views import (
    ApartView,
    BandsView,
    DatasetView,
    DayValue,
    DyadView,
    PlaceView,
    SeriesView,
    VersionView,
)

__all__ = [
    "ApartView",
    "BandsView",
    "DatasetView",
    "DayValue",
    "DyadView",
    "NoBands",
    "NoDays",
    "NoStudy",
    "NoSuchDataset",
    "NoSuchDyad",
    "NoSuchMeasure",
    "NoSuchPlace",
    "NoSuchVersion",
    "PlaceView",
    "Proof",
    "SeriesView",
    "StudyView",
    "VersionView",
    "around",
    "bands",
    "change",
    "dataset_named",
    "datasets",
    "dyads",
    "level",
    "place_named",
    "places",
    "proved",
    "quiet",
    "series",
    "version_of",
]
