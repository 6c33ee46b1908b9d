"""Addresses of lists; none of them holds a name."""

from __future__ import annotations

from django.urls import path

from homeward.web.lists import aside, coming, differing, keying, pages, versions

LISTS = "c/<str:case>/lists/"
FILE = f"{LISTS}files/<uuid:upload>/"
VERSION = f"{LISTS}versions/<uuid:version>/"
LINE = f"{LISTS}aside/<uuid:line>/"

urlpatterns = [
    path(LISTS, pages.room, name="lists"),
    path(f"{LISTS}of/<uuid:list_id>/", pages.one_list, name="list"),
    path(f"{LISTS}receive/", coming.receive, name="receive_list"),
    path(FILE, coming.file, name="list_file"),
    path(f"{FILE}state", coming.state, name="list_file_state"),
    path(f"{FILE}answer", coming.answer, name="answer_list"),
    path(f"{FILE}columns", coming.settle_columns, name="settle_columns"),
    path(f"{FILE}ask-again", coming.ask_again, name="ask_again"),
    path(f"{FILE}take-in", coming.take_in, name="take_in_list"),
    path(f"{FILE}give-up", coming.give_up, name="give_up_list"),
    path(f"{FILE}key/", keying.key, name="key_list"),
    path(f"{FILE}key/again", keying.again, name="key_list_again"),
    path(f"{FILE}picture", keying.picture, name="list_picture"),
    path(VERSION, versions.version, name="list_version"),
    path(f"{VERSION}original", versions.original, name="list_original"),
    path(f"{VERSION}withdraw/", versions.withdraw, name="withdraw_list"),
    path(f"{LISTS}differences/<uuid:one>/<uuid:other>/", differing.difference, name="list_difference"),
    path(f"{LISTS}aside/", aside.aside, name="set_aside"),
    path(LINE, aside.line, name="settle_line"),
    path(f"{LINE}again", aside.again, name="settle_line_again"),
    path(f"{LINE}leave-out", aside.leave_out, name="leave_line"),
    path(f"{LINE}reopen", aside.reopen, name="reopen_line"),
]
