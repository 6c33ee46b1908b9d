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
from homeward.hostilities.queries.naming import (
    NoSuchDyad,
    NoSuchPlace,
    dyads,
    pair_names,
    place_named,
    place_names,
    places,
)
from homeward.hostilities.queries.proofs import Proof, proved
from homeward.hostilities.queries.series import NoDays, NoSuchMeasure, series
from homeward.hostilities.queries.spots import NoSpots, Spot, SpotsView, spots
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
    "NoSpots",
    "NoStudy",
    "NoSuchDataset",
    "NoSuchDyad",
    "NoSuchMeasure",
    "NoSuchPlace",
    "NoSuchVersion",
    "PlaceView",
    "Proof",
    "SeriesView",
    "Spot",
    "SpotsView",
    "StudyView",
    "VersionView",
    "around",
    "bands",
    "change",
    "dataset_named",
    "datasets",
    "dyads",
    "level",
    "pair_names",
    "place_named",
    "place_names",
    "places",
    "proved",
    "quiet",
    "series",
    "spots",
    "version_of",
]
