"""Whatever is asked, by the names of the interface's own description, is answered or refused in one form."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.api.interface import api
from homeward.api.shapes.told import Refusal
from homeward.seals import strict
from tests.doors.api.callers import CANARY, House
from tests.doors.api.test_hidden_is_missing import BODIES

DOCUMENT: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/")))
READING = [(path.removeprefix("/api/"), ops["get"]) for path, ops in DOCUMENT["paths"].items() if "get" in ops]
ACTING = [(path.removeprefix("/api/"), ops["post"]) for path, ops in DOCUMENT["paths"].items() if "post" in ops]
# What breaks programs: nothing, much, other scripts, controls, signs of other languages, numbers and times at edges.
ODD = st.sampled_from(
    [
        *("", " ", "\0", "\n", "\x7f", "\u202e", "\U0001f600", "a" * 5000, "%", "%00", "..", "../../etc/passwd"),
        *("-1", "0", "1", "200", "201", "9999999999999999999999", "1e9", "NaN", "null", "true", "[]", "{}"),
        *(
            "' OR 1=1 --",
            "{{7*7}}",
            "<script>",
            "s1",
            "s1#1",
            "c1",
            "harbour",
            "harbour-south",
            "bridge",
            "north",
            "south",
        ),
        *("2026-01-04", "2026-01-04T12:00Z", "2026-01-04T12:00+02:00", "2026-01-04T12:00", "1800-01-01", "2199-12-31"),
        *("2199-12-31T23:59:59.999999-14:00", "1800-01-01T00:00+14:00", "9999-12-31", "0000-00-00", "2026-W01"),
        *("2026-01-~04", str(UUID(int=0)), str(UUID(int=2**128 - 1)), "said", "recorded", "asserted", "said.plain"),
        *(
            "done.case_opened",
            "known",
            "party",
            "\u05e7\u05d5",
            "\u0642\u0627\u0626\u0645\u0629",
            "\u0441\u043f\u0438\u0441\u043e\u043a",
        ),
    ]
)
TEXT = ODD | st.text(max_size=30)
TRIES = settings(
    max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FITTING = {"case": ["harbour", "bridge"], "statement": ["s1", "s2", "c1"], "source": [str(uuid4())]}
PAPER = {"document": [str(uuid4()), str(UUID(int=8))], "proposal": [str(uuid4()), str(UUID(int=9))]}
NAMED = {
    name: [str(uuid4()), str(UUID(int=8))]
    for name in (
        *("list", "version", "upload", "line", "person", "one", "other"),
        *(
            "authority",
            "batch",
            "window",
            "notice",
            "run",
            "plan",
            "convoy",
            "device",
            "forecast",
            "agreement",
            "meeting",
            "proof",
        ),
    )
}
NAMED |= {"look": ["around", "level", "change", "quiet"]}
NAMED |= {"asked": ["d1", str(uuid4())], "judgement": ["j1", str(uuid4())], "condition": ["c1", str(uuid4())]}
FITTING |= PAPER | NAMED


@st.composite
def questions(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """An address of the interface with odd values, mostly for parameters it has."""
    path, operation = draw(st.sampled_from(READING))
    for parameter in operation["parameters"]:
        if parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", draw(st.sampled_from(FITTING[parameter["name"]]) | TEXT))
    names = [parameter["name"] for parameter in operation["parameters"] if parameter["in"] == "query"]
    asked: dict[str, Any] = {name: draw(TEXT) for name in names if draw(st.integers(0, 3)) == 0}
    if draw(st.integers(0, 9)) == 0:
        asked[draw(TEXT)] = draw(TEXT | st.lists(TEXT, max_size=3))
    return path, asked


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


@st.composite
def acts(draw: st.DrawFn) -> tuple[str, Any]:
    """An act with a body that is right but for one odd value, or odd altogether."""
    path, operation = draw(st.sampled_from(ACTING))
    case = draw(st.sampled_from(["harbour", "bridge"]) | TEXT)
    path = path.replace("{case}", case).replace("{statement}", draw(st.sampled_from(["s1", "s2"]) | TEXT))
    path = path.replace("{source}", draw(st.just(str(uuid4())) | TEXT))
    for name, values in (PAPER | NAMED).items():
        path = path.replace("{" + name + "}", draw(st.sampled_from(values) | TEXT))
    right = BODIES.get(operation["operationId"], {"slug": "fuzz", "title": "Fuzz", "zone": "UTC"})
    if draw(st.booleans()):
        field = draw(st.sampled_from(sorted(right)) | TEXT if right else TEXT)
        return path, right | {field: draw(JSON)}
    return path, draw(JSON | st.binary(max_size=60))


@TRIES
@given(question=questions())
def test_any_question_is_answered_or_refused(house: House, question: tuple[str, dict[str, Any]]) -> None:
    path, asked = question

    well_formed(house.anna.ask(path, **asked), path)


@TRIES
@given(act=acts())
def test_any_act_is_done_or_refused(house: House, act: tuple[str, Any]) -> None:
    path, body = act

    well_formed(house.anna.send(path, body), path)


FIELDS = st.dictionaries(
    st.sampled_from(["outlet", "published", "url", "language", "encoding", "name", "file", "odd"]) | TEXT,
    TEXT,
    max_size=4,
)


@TRIES
@given(data=st.binary(max_size=200) | TEXT.map(str.encode), fields=FIELDS, name=TEXT)
def test_any_report_in_a_form_is_taken_in_or_refused(
    house: House, data: bytes, fields: dict[str, str], name: str
) -> None:
    file = BytesIO(data)
    file.name = name or "x"
    sent = {key: value for key, value in fields.items() if key} | {"file": file}

    response = Client().post("/api/cases/bridge/papers", sent, headers={"Authorization": f"Bearer {house.anna.token}"})

    well_formed(response, name)  # type: ignore[arg-type]


@TRIES
@given(body=st.binary(max_size=120) | TEXT.map(str.encode), kind=st.sampled_from(["b", "", 'b"', "b; x=y"]))
def test_any_broken_form_is_refused(house: House, body: bytes, kind: str) -> None:
    response = house.anna.send("cases/bridge/papers", body, kind=f"multipart/form-data; boundary={kind}")

    well_formed(response, "form")
    assert response.status_code >= 400


@TRIES
@given(data=st.binary(max_size=200) | TEXT.map(str.encode))
def test_any_file_is_taken_in_or_refused(house: House, data: bytes) -> None:
    assert house.anna.send("case-files", data).status_code in (400, 422)


HEADERS = ["Authorization", "If-None-Match", "Content-Type", "Accept", "X-Forwarded-Proto"]


@TRIES
@given(header=st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=40), name=st.sampled_from(HEADERS))
def test_any_header_is_borne(house: House, header: str, name: str) -> None:
    well_formed(house.anna.ask("cases/harbour", headers={name: header}), name)


def well_formed(response: HttpResponse, about: str) -> None:
    """Neither broken nor telling of elsewhere; what is refused is refused in the one form."""
    assert response.status_code < 500, (about, response.content)
    assert CANARY not in response.content.decode()
    assert "Traceback" not in response.content.decode()
    if response.status_code == 304:
        return
    read = strict.loads(response.content)
    if response.status_code >= 400:
        Refusal.model_validate(read)
    else:
        assert response.status_code in (200, 201)
