"""Addresses of who is who; none of them holds a name."""

from __future__ import annotations

from django.urls import path

from homeward.web.lists.urls import VERSION
from homeward.web.matching import acting, crossed, letters, review, war_room

REVIEW = "c/<str:case>/review/"
PAIR = f"{REVIEW}<uuid:one>/<uuid:other>/"
WAR_ROOM = f"{VERSION}war-room/"

urlpatterns = [
    path(REVIEW, review.queue, name="review"),
    path(f"{REVIEW}next", review.first, name="review_next"),
    path(f"{REVIEW}alike", acting.judge_alike, name="judge_alike"),
    path(f"{REVIEW}judgements/<str:ref>/take-back/", acting.take_back, name="take_back_judgement"),
    path(PAIR, review.pair, name="review_pair"),
    path(WAR_ROOM, war_room.war_room, name="war_room"),
    path(f"{WAR_ROOM}families/", war_room.families, name="split_by_list"),
    path(f"{WAR_ROOM}letter/", letters.letter, name="list_letter"),
    path(f"{WAR_ROOM}letter/save", letters.save, name="save_letter"),
    path("c/<str:case>/matrix/", crossed.matrix, name="matrix"),
    path("c/<str:case>/funnel/", crossed.funnel, name="funnel"),
]
