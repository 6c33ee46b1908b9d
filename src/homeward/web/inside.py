"""Inside a case: signed in, the case found, the moment read; what is hidden is answered as what does not exist."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page

from homeward.clearances.queries import NoSuchBatch, NoSuchPermission
from homeward.crossings.actions import NoSuchThing
from homeward.crossings.actions.boarding import NoSuchWord
from homeward.crossings.actions.phones import NoSuchPhone
from homeward.crossings.queries import NoSuchPlan, NoSuchRun, NoSuchWindow
from homeward.crossings.queries.manifests import NoManifest, NoSuchConvoy
from homeward.ledger.queries.cases import NoSuchCase
from homeward.ledger.queries.figures import NoSuchPopulation
from homeward.ledger.queries.sources import NoSuchSource
from homeward.ledger.queries.statements import NoSuchStatement
from homeward.lists.actions import NoSuchLine
from homeward.lists.queries import NoSuchList, NoSuchUpload, NoSuchVersion
from homeward.matching.actions import NoSuchJudgement
from homeward.matching.queries.review import NoSuchPair
from homeward.people.queries import NoSuchPerson
from homeward.reading.actions import NoSuchProposal
from homeward.reading.queries import NoSuchPaper
from homeward.refusals import Refused
from homeward.talks.queries import NoSuchAgreement, NoSuchChannel, NoSuchMeeting
from homeward.web import errors
from homeward.web.asked import AskedHere, about
from homeward.web.frame import clock_now

More = ParamSpec("More")
MISSING = (
    NoSuchCase, NoSuchStatement, NoSuchSource, NoSuchPopulation, NoSuchPaper, NoSuchProposal,
    NoSuchList, NoSuchUpload, NoSuchVersion, NoSuchLine, NoSuchPerson, NoSuchPair,
    NoSuchJudgement, NoSuchBatch, NoSuchPermission, NoSuchThing, NoSuchPlan, NoSuchRun, NoSuchWindow,
    NoSuchConvoy, NoManifest, NoSuchPhone, NoSuchWord, NoSuchChannel, NoSuchMeeting, NoSuchAgreement,
)  # fmt: skip


def in_case(page: Callable[Concatenate[HttpRequest, AskedHere, More], HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a page of a case from one that takes the question asked: its address names the case as `case`.

    It travels compressed, a ninth of its size. What BREACH needs (CVE-2013-3587), answers asked from elsewhere with the
    reader's cookie, SameSite keeps away; Django masks the form's key anew each time and pads the length.
    """

    @wraps(page)
    @gzip_page
    @login_required
    def answered(request: HttpRequest, case: str, *args: More.args, **more: More.kwargs) -> HttpResponse:
        _refuse_what_cannot_be_stored(case, *more.values(), *request.GET.values())
        try:
            answer = page(request, about(case, request.GET, now=clock_now()), *args, **more)
        except MISSING as hidden:
            raise Http404 from hidden
        except Refused as refused:
            return errors.refused(request, refused)
        answer.setdefault("Cache-Control", "no-store")
        return answer

    return answered


def _refuse_what_cannot_be_stored(*given: object) -> None:
    """No text of the desk holds NUL, so nothing is found by it; the database would take it for a fault."""
    if any("\0" in text for text in given if isinstance(text, str)):
        raise Http404
