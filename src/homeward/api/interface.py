"""The interface for programs as one thing: its routers, who is let in, and how it describes itself."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema, get_schema

from homeward.api import (
    agreements,
    boarding,
    cases,
    channels,
    clearances,
    crossings,
    entering,
    faults,
    figures,
    held,
    hostilities,
    judging,
    lists,
    loading,
    matching,
    me,
    outlook,
    papers,
    people,
    picture,
    sources,
    statements,
    talks,
    writing,
)
from homeward.api.bodies import StrictParser

ABOUT = """
The record of a desk that brings people home: who said what, via whom, when, how sure.

Every reading question takes `as_of` (the time of the world), `known_at` (what was known by then) and `clock`, and
every answer says which it answers. A time says its zone; a date alone is the end of that local day of the case.
Numbers are the closed interval that the words allow (`lo`, `hi`), with what was said beside them (`stated`), and every
number names its statement.

Send `Authorization: Bearer` and a token of the desk. What does not exist and what you may not see are the same 404.
Answers carry an `ETag`; send it back as `If-None-Match`. What is refused has one form, with every fault named.
""".strip()


class Interface(NinjaAPI):
    """It works out once how it describes itself: two seconds, and the same whoever asks and whenever."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        return _described(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)


@cache
def _described(interface: Interface, prefix: str) -> OpenAPISchema:
    return get_schema(api=interface, path_prefix=prefix)


api = Interface(
    title="Homeward",
    version="1",
    description=ABOUT,
    urls_namespace="api",
    docs_url=None,  # the documentation page of the framework loads from another host
    auth=entering.READ,
    parser=StrictParser(),
)
api.add_decorator(entering.in_one_transaction, mode="view")
READ_FROM = (
    me.router,
    cases.router,
    picture.router,
    figures.router,
    sources.router,
    papers.router,
    people.router,
    lists.router,
    hostilities.router,
    matching.router,
    boarding.router,
    clearances.router,
    talks.router,
    judging.router,
    crossings.router,
    outlook.router,
    channels.router,
    held.router,
    agreements.router,
)
for router in READ_FROM:
    api.add_router("", router, auth=entering.READ)
# Acts before statements: a statement's short name may hold a slash, so its address takes all that follows.
for router in (loading.router, writing.router):
    api.add_router("", router, auth=entering.WRITE)
api.add_router("", statements.router, auth=entering.READ)


def _answer(request: HttpRequest, fault: Any) -> HttpResponse:
    return faults.answer(request, fault, request.homeward_number)  # type: ignore[attr-defined]


for fault in (Exception, HttpError, AuthenticationError, ValidationError):
    api.add_exception_handler(fault, _answer)
