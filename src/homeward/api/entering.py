"""Who asks, and the one transaction in which they are answered: nothing is read before access knows for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from homeward.access import actions, queries
from homeward.api import parameters
from homeward.refusals import Refused

if TYPE_CHECKING:  # doors name the actor and touch no table
    from homeward.access.models import Actor


class NotKnown(Refused):
    """Nobody is known by this token, or it has ended."""


class NotAmongTheScopes(Refused):
    """This token may not do this."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: an actor of the desk, by a token or a signed-in session, and what this way in may do."""

    actor_id: UUID
    name: str
    scopes: tuple[str, ...]


class BearerToken:
    """Lets in whoever brings a token that holds and has the scope; without a header it says nothing."""

    openapi_security_schema: ClassVar[dict[str, str]] = {
        "type": "http",
        "scheme": "bearer",
        "description": "A token of the desk, made by `homeward token`; its scopes are `read`, `write` or both.",
    }

    def __init__(self, scope: str) -> None:
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Asker | None:
        header = request.headers.get("Authorization", "")
        if not header:
            return None
        kind, _, secret = header.partition(" ")
        found = queries.actor_of_token(actions.token_digest(secret.strip()), datetime.now(UTC))
        if kind.lower() != "bearer" or found is None:
            raise NotKnown(where="Authorization", instead="Send: Authorization: Bearer, and a token that holds.")
        actor, scopes = found
        if self.scope not in scopes:
            raise NotAmongTheScopes(where="Authorization", instead=f"Use a token with the scope {self.scope}.")
        actions.enter(actor.id)
        return Asker(actor.id, str(actor), scopes)


class SignedInSession:
    """Lets a person who is signed in read in the browser; writing needs a token, so no page elsewhere can do it."""

    openapi_security_schema: ClassVar[dict[str, str]] = {
        "type": "apiKey",
        "in": "cookie",
        "name": settings.SESSION_COOKIE_NAME,
        "description": "The session of the desk in the browser; it reads and never writes.",
    }

    def __call__(self, request: HttpRequest) -> Asker | None:
        if "Authorization" in request.headers or not request.user.is_authenticated:
            return None
        actions.enter(request.user.id)
        return Asker(request.user.id, str(request.user), ("read",))


LOGGED = frozenset({"people", "lists", "matching"})
"""The tags of operations whose reading itself leaves a line in the log, which needs to see the line before it."""
READ: list[Callable[[HttpRequest], Asker | None]] = [BearerToken("read"), SignedInSession()]
WRITE: list[Callable[[HttpRequest], Asker | None]] = [BearerToken("write")]


def asker(request: HttpRequest) -> Asker:
    """Who was let in to ask this."""
    return request.auth  # type: ignore[attr-defined, no-any-return]  # set by the framework once one of the above let them in


def actor(request: HttpRequest) -> Actor:
    """The actor who acts; somebody who was let go meanwhile is not known any more."""
    found = queries.actor(asker(request).actor_id)
    if found is None:
        raise NotKnown(where="Authorization")
    return found


def in_one_transaction(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Run an operation in one transaction, which a refusal undoes; a reading one sees one state throughout, unless it is logged."""
    operation = run.__self__  # type: ignore[attr-defined]

    @wraps(run)
    def answered(request: HttpRequest, **in_path: Any) -> HttpResponse:
        parameters.check(request, operation, in_path)
        outermost = not connection.in_atomic_block
        with transaction.atomic():
            if outermost and request.method == "GET" and LOGGED.isdisjoint(operation.tags or ()):
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            response = run(request, **in_path)
            if response.status_code >= 400:
                transaction.set_rollback(True)
        return response

    return answered
