"""Addresses of writing down, and of what is done with a statement."""

from __future__ import annotations

from django.urls import path

from homeward.web.write import drafts, pages, standing

urlpatterns = [
    path("time-read", pages.read_time, name="read_time"),
    path("c/<str:case>/write/", pages.write, name="write"),
    path("c/<str:case>/write/again", pages.again, name="write_again"),
    path("c/<str:case>/write/drafts/<uuid:draft>/", drafts.save, name="save_draft"),
    path("c/<str:case>/write/drafts/<uuid:draft>/throw-away", drafts.drop, name="drop_draft"),
    path("c/<str:case>/statements/<path:ref>/correct/", pages.correct, name="correct"),
    path("c/<str:case>/statements/<path:ref>/correct/again", pages.again, name="correct_again"),
    path("c/<str:case>/statements/<path:ref>/undo/", standing.undo, name="undo"),
    path("c/<str:case>/statements/<path:ref>/withdraw/", standing.withdraw, name="withdraw"),
    path("c/<str:case>/statements/<path:ref>/doubt/", standing.doubt, name="doubt"),
    path("c/<str:case>/statements/<path:ref>/link/", standing.link_statement, name="link_statement"),
    path("c/<str:case>/statements/<path:ref>/judge/", standing.judge_credibility, name="judge_credibility"),
]
