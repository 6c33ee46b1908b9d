"""Every read of clearances; doors tell the log whom an answer showed (people.actions.note_reading)."""

from __future__ import annotations

from homeward.clearances.core.pace import Pace
from homeward.clearances.core.states import PENDING, State
from homeward.clearances.queries.authorities import funnel, of_authority
from homeward.clearances.queries.families import families
from homeward.clearances.queries.held import held, held_on
from homeward.clearances.queries.lapses import lapsing
from homeward.clearances.queries.list_views import PermissionLine, PermissionListView
from homeward.clearances.queries.named import NoSuchAuthority, NoSuchPermission, authority_named, permissions_named
from homeward.clearances.queries.paces import pace
from homeward.clearances.queries.permission_lists import Reading, permission_list, taken_from
from homeward.clearances.queries.persons import of_person, standing_of
from homeward.clearances.queries.requests import NoSuchBatch, batch_named, batches, request_letter
from homeward.clearances.queries.views import (
    AuthorityFunnel,
    AuthorityView,
    BatchView,
    FamiliesView,
    FamilyView,
    FunnelView,
    Held,
    HeldLine,
    Lapse,
    LapsingView,
    OfAuthority,
    PersonClearances,
    RequestLetter,
    WaitingPage,
    WaitingView,
    WithAuthority,
    WordView,
)
from homeward.clearances.queries.waiting import count_waiting, statements_waiting, waiting

__all__ = [
    "PENDING",
    "AuthorityFunnel",
    "AuthorityView",
    "BatchView",
    "FamiliesView",
    "FamilyView",
    "FunnelView",
    "Held",
    "HeldLine",
    "Lapse",
    "LapsingView",
    "NoSuchAuthority",
    "NoSuchBatch",
    "NoSuchPermission",
    "OfAuthority",
    "Pace",
    "PermissionLine",
    "PermissionListView",
    "PersonClearances",
    "Reading",
    "RequestLetter",
    "State",
    "WaitingPage",
    "WaitingView",
    "WithAuthority",
    "WordView",
    "authority_named",
    "batch_named",
    "batches",
    "count_waiting",
    "families",
    "funnel",
    "held",
    "held_on",
    "lapsing",
    "of_authority",
    "of_person",
    "pace",
    "permission_list",
    "permissions_named",
    "request_letter",
    "standing_of",
    "statements_waiting",
    "taken_from",
    "waiting",
]
