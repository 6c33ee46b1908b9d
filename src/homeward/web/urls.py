"""Addresses of the pages."""

from __future__ import annotations

from django.urls import path

from homeward.web.agreements import urls as agreements
from homeward.web.boarding import urls as boarding
from homeward.web.cases import urls as cases
from homeward.web.channels import urls as channels
from homeward.web.choices import pages as choices
from homeward.web.clearances import urls as clearances
from homeward.web.crossings import urls as crossings
from homeward.web.design import pages as design
from homeward.web.figures import urls as figures
from homeward.web.hostilities import urls as hostilities
from homeward.web.inbox import urls as inbox
from homeward.web.lists import urls as lists
from homeward.web.matching import urls as matching
from homeward.web.outlook import urls as outlook
from homeward.web.people import urls as people
from homeward.web.picture import urls as picture
from homeward.web.reading import urls as reading
from homeward.web.sign_in import pages as sign_in
from homeward.web.sources import urls as sources
from homeward.web.statements import urls as statements
from homeward.web.talks import urls as talks
from homeward.web.write import urls as write

urlpatterns = [
    path("sign-in", sign_in.sign_in, name="sign_in"),
    path("sign-out", sign_in.sign_out, name="sign_out"),
    path("first-run", sign_in.first_run, name="first_run"),
    path("choose", choices.choose, name="choose"),
    path("dial", choices.read_dial, name="dial"),
    path("about/design/", design.components, name="design"),
    *cases.urlpatterns,
    *picture.urlpatterns,
    *figures.urlpatterns,
    *sources.urlpatterns,
    *inbox.urlpatterns,
    *lists.urlpatterns,
    *matching.urlpatterns,
    *clearances.urlpatterns,
    *crossings.urlpatterns,
    *channels.urlpatterns,
    *agreements.urlpatterns,
    *boarding.urlpatterns,
    *talks.urlpatterns,
    *hostilities.urlpatterns,
    *outlook.urlpatterns,
    *reading.urlpatterns,
    *people.urlpatterns,
    *write.urlpatterns,
    *statements.urlpatterns,  # last: a statement may be called anything
]
