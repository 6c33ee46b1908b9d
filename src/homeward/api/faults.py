"""What went wrong, said as an answer: one form, one table of statuses, never a trace of the inside."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from ninja.errors import AuthenticationError, HttpError, ValidationError

from homeward.access.actions import NotLetIn
from homeward.access.queries import NoSuchCompartment
from homeward.api.bodies import FileTooLarge, NotJson, TooLarge, Unreadable
from homeward.api.entering import NotAmongTheScopes, NotKnown
from homeward.api.parameters import BadQuestion
from homeward.api.sending import document
from homeward.briefing.queries import NoSuchCrossing
from homeward.clearances.actions import NothingOfThisKind
from homeward.clearances.queries import NoSuchBatch, NoSuchPermission
from homeward.crossings.actions.boarding import NoSuchWord
from homeward.crossings.actions.phones import HasExpired, NoSuchPhone, SetUpElsewhere, WasRevoked
from homeward.crossings.queries import NoSuchPlan, NoSuchRun, NoSuchWindow
from homeward.crossings.queries.boarding import NoPhone
from homeward.crossings.queries.manifests import NoManifest, NoSuchConvoy
from homeward.files.bounds import TooLarge as ReportTooLarge
from homeward.hostilities.actions import AlreadyReceived as SeriesIsHere
from homeward.hostilities.queries import NoSuchDataset
from homeward.hostilities.queries import NoSuchVersion as NoSuchSeriesVersion
from homeward.ledger.queries.cases import NoSuchCase
from homeward.ledger.queries.figures import NoSuchPopulation
from homeward.ledger.queries.sources import NoSuchSource
from homeward.ledger.queries.statements import NoSuchStatement
from homeward.lists.actions import AlreadyReceived, AlreadySettled, NoSuchLine
from homeward.lists.queries import NoSuchList, NoSuchUpload, NoSuchVersion
from homeward.matching.actions import NoSuchJudgement
from homeward.matching.queries import NoSuchPair
from homeward.people.queries import NoSuchPerson
from homeward.reading.actions import DecidedMeanwhile, NoSuchProposal
from homeward.reading.queries import NoSuchPaper
from homeward.refusals import Findings, Refused, Unacceptable
from homeward.talks.actions import NoSuchProof
from homeward.talks.queries import NoSuchAgreement, NoSuchChannel, NoSuchCondition, NoSuchMeeting, NoSuchObligation

log = logging.getLogger("homeward.api")


class NothingHere(Refused):
    """There is nothing at this address."""


class NotThisWay(Refused):
    """This address does not take this method."""


class BeingRecorded(Refused):
    """The same act is being recorded at this moment."""


class DatabaseAway(Refused):
    """The database does not answer at this moment; nothing was recorded."""


MISSING: dict[type[Refused], str] = {
    NoSuchCase: "case",
    NoSuchStatement: "statement",
    NoSuchSource: "source",
    NoSuchPopulation: "population",
    NoSuchCompartment: "compartment",
    NoSuchPaper: "document",
    NoSuchProposal: "proposal",
    NoSuchList: "list",
    NoSuchUpload: "upload",
    NoSuchVersion: "version",
    NoSuchLine: "line",
    NoSuchWindow: "window",
    NoSuchPlan: "plan",
    NoSuchRun: "run",
    NoSuchDataset: "dataset",
    NoSuchCrossing: "crossing",
    NoSuchSeriesVersion: "version",
    NoSuchConvoy: "convoy",
    NoManifest: "manifest",
    NoSuchPhone: "device",
    NoPhone: "device",
    NoSuchWord: "person",
    NoSuchBatch: "batch",
    NoSuchPermission: "statement",
    NothingOfThisKind: "statement",
    NoSuchPerson: "person",
    NoSuchPair: "pair",
    NoSuchJudgement: "judgement",
    NoSuchChannel: "channel",
    NoSuchMeeting: "meeting",
    NoSuchProof: "proof",
    NoSuchObligation: "obligation",
    NoSuchAgreement: "agreement",
    NoSuchCondition: "condition",
    NothingHere: "",
}
"""What is not there, or not for this asker: one body for both, which therefore never repeats what was asked for."""

STATUSES: dict[type[Refused], int] = {
    NotKnown: 401,
    NotLetIn: 403,
    NotAmongTheScopes: 403,
    NotThisWay: 405,
    BeingRecorded: 409,
    DecidedMeanwhile: 409,
    AlreadyReceived: 409,
    SeriesIsHere: 409,
    AlreadySettled: 409,
    SetUpElsewhere: 409,
    WasRevoked: 409,
    HasExpired: 409,
    TooLarge: 413,
    FileTooLarge: 413,
    ReportTooLarge: 413,
    NotJson: 415,
    BadQuestion: 400,
    Unreadable: 400,
    DatabaseAway: 503,
    Refused: 422,
}


def answer(request: HttpRequest, fault: Exception, number: str) -> HttpResponse:
    """The answer to a fault; one that nobody caused is logged under the number that the answer carries."""
    refused = _refusal(request, fault)
    if refused is None:
        log.error("request %s: %s %s broke", number, request.method, request.path, exc_info=fault)
        return document(500, {"error": {**_error(Refused("The desk could not answer this.")), "request": number}})
    if isinstance(refused, DatabaseAway):
        log.error("request %s: %s %s: the database does not answer: %s", number, request.method, request.path, fault)
    response = document(status_of(refused), {"error": _error(refused)})
    if response.status_code == 401:
        response["WWW-Authenticate"] = 'Bearer realm="homeward"'
    if response.status_code == 503:
        response["Retry-After"] = "2"
    return response


def status_of(refused: Refused) -> int:
    """The status of a refusal, by the nearest of its classes that has one."""
    if type(refused) in MISSING:
        return 404
    return next(STATUSES[kind] for kind in type(refused).__mro__ if kind in STATUSES)


def _refusal(request: HttpRequest, fault: Exception) -> Refused | None:
    """The fault in the words of a refusal, or nothing when it is our own."""
    match fault:
        case Refused():
            return fault
        case ValidationError():
            return _misread(fault)
        case AuthenticationError():
            return NotKnown("Nobody is known here without a token.", where="Authorization",
                            instead="Send: Authorization: Bearer, and a token of the desk.")  # fmt: skip
        case HttpError() if isinstance(fault.__cause__, Refused):
            return fault.__cause__
        case RequestDataTooBig():
            return TooLarge(instead="Send less at once.")
        case SuspiciousOperation() | UnreadablePostError():
            return BadQuestion(Findings(), "The request could not be read.")
        case Http404():
            return NothingHere(instead="The document /api/openapi.json lists what there is.")
        case DatabaseError() if getattr(fault.__cause__, "sqlstate", None) == "42501":
            # Row security or a grant said no; what may not be seen is not there.
            return NothingHere() if request.method == "GET" else NotLetIn(instead="Ask an administrator of the desk.")
        case IntegrityError() if getattr(fault.__cause__, "sqlstate", None) == "23505":
            return BeingRecorded(instead="Send it again in a moment; it counts once.")
        case OperationalError() | InterfaceError():
            return DatabaseAway(instead="Ask again in a moment.")
    return None


def _error(refused: Refused) -> dict[str, Any]:
    found = refused.findings if isinstance(refused, Unacceptable) else Findings()
    where = MISSING.get(type(refused), refused.where)
    return {
        "message": refused.message,
        "where": where or next((finding.where for finding in found), ""),
        "instead": refused.instead,
        "findings": findings(found),
    }


def findings(found: Any) -> list[dict[str, str]]:
    """Findings as answers carry them, in the order in which they were met."""
    return [{"grade": f.grade.value, "code": f.code, "where": f.where, "message": f.message} for f in found]


def _misread(fault: ValidationError) -> BadQuestion:
    found = Findings()
    for error in fault.errors:
        # The framework puts first where it looked; of a body also the name by which the code calls it.
        place = error["loc"][2:] if error["loc"][0] == "body" else error["loc"][1:]
        where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")
        found.fault(error["type"].replace("_", "-"), where or "the body", _in_our_words(error))
    return BadQuestion(found)


def _in_our_words(error: dict[str, Any]) -> str:
    more = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return "This is needed."
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return "This is not a whole number that can be used here."
        case "bool_parsing" | "bool_type":
            return "Write true or false."
        case "greater_than_equal":
            return f"The least is {more['ge']}."
        case "less_than_equal":
            return f"The most is {more['le']}."
        case "enum" | "literal_error":
            return f"It is one of {more['expected']}."
        case "uuid_parsing" | "uuid_type":
            return "This is not an id; ids look like 0b2f6f3e-4f0c-4f43-9a3e-0d6d6c1f6a52."
        case "string_too_long":
            return f"At most {more['max_length']} characters."
        case "string_too_short":
            return "This is empty."
        case "extra_forbidden":
            return "There is no field of this name."
        case "value_error":
            return str(more.get("error", error["msg"]))
        case _:
            return f"{error['msg']}."
