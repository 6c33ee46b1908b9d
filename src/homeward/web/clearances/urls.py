"""Addresses of clearances; none of them holds a name."""

from __future__ import annotations

from django.urls import path

from homeward.web.clearances import asking, confirming, listing, pages

ROOM = "c/<str:case>/clearances/"
LIST = f"{ROOM}lists/<uuid:version>/"
BATCH = f"{ROOM}requests/<uuid:batch>/"

urlpatterns = [
    path(ROOM, pages.room, name="clearances"),
    path(f"{ROOM}authority/<uuid:authority>/", pages.authority, name="clearances_of_authority"),
    path(f"{ROOM}lapsing/", pages.lapsing, name="clearances_lapsing"),
    path(f"{ROOM}families/", pages.families, name="families_by_clearance"),
    path(f"{ROOM}waiting/", confirming.waiting, name="clearances_waiting"),
    path(f"{ROOM}ask/", asking.ask, name="ask_for_clearance"),
    path(BATCH, asking.letter, name="clearance_request"),
    path(f"{BATCH}save", asking.save, name="save_clearance_request"),
    path(f"{ROOM}lists/", listing.lists, name="permission_lists"),
    path(LIST, listing.permission_list, name="permission_list"),
    path("c/<str:case>/people/<uuid:person>/clearances/", pages.person, name="person_clearances"),
]
