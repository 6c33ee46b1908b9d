"""Addresses of the reading screen."""

from __future__ import annotations

from django.urls import path

from homeward.web.reading import deciding, pages, sheets

PAPER = "c/<str:case>/reading/<uuid:document>/"

urlpatterns = [
    path(PAPER, pages.reading, name="reading"),
    path(f"{PAPER}state", pages.state, name="reading_state"),
    path(f"{PAPER}read", deciding.read_now, name="read_now"),
    path(f"{PAPER}ask-model", deciding.ask_model, name="ask_model"),
    path(f"{PAPER}missed/", sheets.missed, name="missed"),
    path(f"{PAPER}missed/again", sheets.again, name="missed_again"),
    path(f"{PAPER}<uuid:proposal>/accept", deciding.accept, name="accept"),
    path(f"{PAPER}<uuid:proposal>/refuse", deciding.refuse, name="refuse_proposal"),
    path(f"{PAPER}<uuid:proposal>/take-back", deciding.take_back, name="take_back"),
    path(f"{PAPER}<uuid:proposal>/edit/", sheets.edit, name="edit_proposal"),
    path(f"{PAPER}<uuid:proposal>/edit/again", sheets.again, name="edit_proposal_again"),
]
