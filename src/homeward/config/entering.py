"""One request, one transaction, one actor: who asks is said to the database before anything is read."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from homeward.access import actions as access

PROGRAMS = "/api/"
"""Where the door opens its own transaction: a token may say who asks, and a question sees one state throughout."""


class Entering:
    """Middleware after authentication: opens the transaction and enters as the person who is signed in, or as nobody.

    A fault of the house takes everything back; a refusal keeps what was recorded before it (a try to sign in, say).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(PROGRAMS):
            return self.get_response(request)
        with transaction.atomic():
            access.enter(request.user.pk if request.user.is_authenticated else None)
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response
