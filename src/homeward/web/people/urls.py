"""Addresses of the register; none of them holds a name."""

from __future__ import annotations

from django.urls import path

from homeward.web.people import board, entering, forgetting, needs, pages, telling

urlpatterns = [
    path("c/<str:case>/people/", pages.people, name="people"),
    path("c/<str:case>/people/enter/", entering.enter, name="enter_person"),
    path("c/<str:case>/people/enter/again", entering.again, name="enter_person_again"),
    path("c/<str:case>/people/quality/", board.quality, name="people_quality"),
    path("c/<str:case>/people/quality/split/", board.split, name="split_households"),
    path("c/<str:case>/people/quality/<slug:mark>/", board.lacking, name="people_lacking"),
    path("c/<str:case>/people/needs/", needs.needs, name="need_list"),
    path("c/<str:case>/people/forgetting/", forgetting.waiting, name="forgetting"),
    path("c/<str:case>/people/forgetting/<str:ref>/", forgetting.agree, name="agree_forgetting"),
    path("c/<str:case>/people/<uuid:person>/", pages.person, name="person"),
    path("c/<str:case>/people/<uuid:person>/household/", pages.household, name="household"),
    path("c/<str:case>/people/<uuid:person>/forget/", forgetting.ask, name="ask_forgetting"),
    path("c/<str:case>/people/<uuid:person>/say/", telling.say, name="say_of_person"),
    path("c/<str:case>/people/<uuid:person>/whereabouts/", telling.whereabouts, name="tell_whereabouts"),
    path("c/<str:case>/people/<uuid:person>/kin/", telling.relate, name="relate_people"),
    path("c/<str:case>/people/<uuid:person>/need/", telling.need, name="tell_need"),
    path("c/<str:case>/people/<uuid:person>/clearance/", telling.clearance, name="tell_clearance"),
    path("c/<str:case>/people/<uuid:person>/consent/", telling.consent, name="tell_consent"),
    path("c/<str:case>/people/<uuid:person>/search/", telling.seek, name="seek_person"),
    path("c/<str:case>/people/<uuid:person>/<slug:act>/again", telling.again, name="tell_again"),
]
