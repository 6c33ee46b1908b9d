"""Every read of the register; doors tell the log whom an answer showed (people.actions.note_reading)."""

from __future__ import annotations

from homeward.people.queries.consents import agreed
from homeward.people.queries.counting import (
    KinOf,
    erased,
    given_of,
    household_words,
    kinship,
    names_in_rows,
    people_known,
    told_beside,
)
from homeward.people.queries.counts import RegisterCount, register
from homeward.people.queries.everybody import (
    GivenOf,
    Somebody,
    changed_since,
    compartments_of,
    everybody,
    kin_pairs,
    last_change,
    lists_read,
    on_one_list,
    registers_changed,
)
from homeward.people.queries.finding import FoundView, TooLittleToFind, found
from homeward.people.queries.forgetting import ClosingView, ErasureView, closing, waiting
from homeward.people.queries.households import HouseholdView, count_households, household_of, split_households
from homeward.people.queries.identities import Identities, JudgementView, all_identities, holding, identities
from homeward.people.queries.needs import codes
from homeward.people.queries.people import people_of, person, stages_of
from homeward.people.queries.quality import QualityView, people_with, quality
from homeward.people.queries.records import RecordView, records
from homeward.people.queries.register import NoSuchPerson, known_among, room_of, rooms_of
from homeward.people.queries.travelling import known_since, needs_told
from homeward.people.queries.views import GivenView, PersonLine, PersonView, StageView

__all__ = [
    "ClosingView",
    "ErasureView",
    "FoundView",
    "GivenOf",
    "GivenView",
    "HouseholdView",
    "Identities",
    "JudgementView",
    "KinOf",
    "NoSuchPerson",
    "PersonLine",
    "PersonView",
    "QualityView",
    "RecordView",
    "RegisterCount",
    "Somebody",
    "StageView",
    "TooLittleToFind",
    "agreed",
    "all_identities",
    "changed_since",
    "closing",
    "codes",
    "compartments_of",
    "count_households",
    "erased",
    "everybody",
    "found",
    "given_of",
    "holding",
    "household_of",
    "household_words",
    "identities",
    "kin_pairs",
    "kinship",
    "known_among",
    "known_since",
    "last_change",
    "lists_read",
    "names_in_rows",
    "needs_told",
    "on_one_list",
    "people_known",
    "people_of",
    "people_with",
    "person",
    "quality",
    "records",
    "register",
    "registers_changed",
    "room_of",
    "rooms_of",
    "split_households",
    "stages_of",
    "told_beside",
    "waiting",
]
