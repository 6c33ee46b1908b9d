"""Addresses of the pages."""

from __future__ import annotations

from django.urls import path

from homeward.web.choices import pages as choices
from homeward.web.design import pages as design
from homeward.web.sign_in import pages as sign_in

urlpatterns = [
    path("sign-in", sign_in.sign_in, name="sign_in"),
    path("sign-out", sign_in.sign_out, name="sign_out"),
    path("first-run", sign_in.first_run, name="first_run"),
    path("choose", choices.choose, name="choose"),
    path("dial", choices.read_dial, name="dial"),
    path("about/design/", design.components, name="design"),
]
