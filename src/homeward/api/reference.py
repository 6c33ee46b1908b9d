"""The page of the interface, from what it says itself: python -m homeward.api.reference > docs/reference/api.md"""

from __future__ import annotations

import os
import sys
from typing import Any

HEAD = """# The interface for programs

Everything that the pages and the command line show can be asked over HTTP, in JSON, under `/api/`. The same query and
the same words stand behind all three, so their numbers are the same. `/api/openapi.json` describes it for machines.

## Coming in

Send a token of the desk. `homeward token make --name charts --scope read` makes one and shows it once.

    curl -H "Authorization: Bearer $TOKEN" "http://localhost:8000/api/cases/gaza_2023_11/picture?as_of=2023-11-04"

A token has the scopes `read`, `write` or both, acts in the name of one person and sees what that person may see. A
person who is signed in at the desk may read in the browser too, and never writes without a token. Each request is one
transaction; what is refused leaves nothing behind.

## Asking

- `as_of` is the time of the world that is asked about, `known_at` what was known by then, `clock` by which time a
  statement counts as known: `said`, `published` or `recorded`. Left out, they are now, now, and the case's own clock.
- A time says its zone (`2023-11-04T12:00+02:00`, the plus written as `%2B`); a day alone is its end in the zone of the
  case. A time without zone is refused. Only `said_since` takes a day alone as its start.
- Every answer begins with the question: `case`, `title`, `compartment`, `zone`, `as_of`, `known_at`, `clock`, `past`.
- `lo` and `hi` are the closed interval that the words allow, open where null; `stated` is what was said. "More than
  500" has `lo` 501. Whole numbers are numbers; those with a fraction are exact decimal text.
- Papers and what is proposed of them are told as they are now, and their answers name `case` and `compartment` alone.
- Longer lists come in pages (`page`, `size`). `next` and `prev`, also in the header `Link`, name the moments, so that a
  walk along them is of one list, whatever is written meanwhile.
- A parameter that is not known, empty, or given twice is refused; nothing is guessed.
- Where cases of one name stand in several compartments, the one opened last answers; `compartment` names another.

## Asking again

Answers carry an `ETag`. Sent back as `If-None-Match` it brings 304 and no body when nothing changed. The tag is strong
when the question names `as_of` and `known_at`. Otherwise it is weak: two answers that differ only in what "now" was
have the same tag. Answers are `private, no-store`: nothing on the way keeps them; who keeps one does so knowingly.

## Acting

Acts are sent with POST and a token with the scope `write`. Whatever is recorded about a case brings a header
`Idempotency-Key` with a fresh UUID: sent again with the same key it records nothing more and has the same answer. A
case file and a report need none, since what came before changes nothing. A report is sent as JSON with its text or as
`multipart/form-data` with a `file`, of the size of uploads. What is proposed of it under `heard` can be sent back as it is
or mended. Bodies are JSON of at most 1 MB, case files of the size
of uploads (`HOMEWARD_UPLOAD_MB`). They are read strictly: a key given twice, NaN, NUL, a field that is not known is a
fault with its place. Times in what was heard are words, in the zone of the case.

## Being refused

    {"error": {"message", "where", "instead", "findings": [{"grade", "code", "where", "message"}]}}

| status | |
|---|---|
| 400 | The question or the body cannot be read; every fault is in `findings`. |
| 401 | Nobody is known by this token, or there is none. |
| 403 | You see this and may not do it, or the token has not the scope. |
| 404 | It is not there, or not for you: one answer for both, to the byte. |
| 405 | Another method; `Allow` lists which. |
| 409 | The same act is being recorded at this moment: send it again. Or somebody decided about this meanwhile: look again. |
| 413, 415 | The body is too large; it is no JSON. |
| 422 | It was read and cannot be done: faults of a case file, of what was heard, of an act. |
| 500 | The desk broke. `request`, also the header `X-Request-Id`, is the number under which its log has it. |
| 503 | The database does not answer; ask again after `Retry-After`. |
"""
SEEN = ("as_of", "known_at", "clock", "compartment")
"""Parameters of every question about a case, told above once."""


def reference() -> str:
    """The whole page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
    import django

    django.setup()
    from homeward.api.interface import api

    document = api.get_openapi_schema(path_prefix="/api/")
    told: dict[str, list[str]] = {"get": [], "post": []}
    for path, operations in document["paths"].items():
        for method, said in operations.items():
            told[method].append(_operation(method, path, said, document))
    return "\n".join([HEAD, "## What can be asked\n", *told["get"], "## What can be done\n", *told["post"]])


def _operation(method: str, path: str, said: dict[str, Any], document: dict[str, Any]) -> str:
    lines = [f"### {method.upper()} {path}\n", f"{said['description']}\n"]
    rows = [
        f"| `{each['name']}` | {_cell(each, document)} |"
        for each in said["parameters"]
        if each["in"] == "query" and not ("{case}" in path and each["name"] in SEEN)
    ]
    seen = [name for name in SEEN if any(each["name"] == name for each in said["parameters"])]
    if method == "get" and seen:
        lines.append(f"Takes {', '.join(f'`{name}`' for name in seen)}{' and:' if rows else '.'}\n")
    if rows:
        lines += ["| parameter | |", "|---|---|", *rows, ""]
    if form := _form(said.get("requestBody"), document):
        lines.append(_body(form))
    return "\n".join(lines)


def _body(schema: dict[str, Any]) -> str:
    """What a body is, and its fields: first those that are needed."""
    needed = schema.get("required", [])
    more = [name for name in schema["properties"] if name not in needed]
    told = f"Body: {schema['description']}"
    if needed:
        told += f" Needed: {', '.join(f'`{name}`' for name in needed)}."
    return f"{told} May be left out: {', '.join(f'`{name}`' for name in more)}.\n" if more else f"{told}\n"


def _form(body: dict[str, Any] | None, document: dict[str, Any]) -> dict[str, Any] | None:
    """The form of a body, where it has one: named, or written out where it stands."""
    schema: dict[str, Any] = body["content"]["application/json"]["schema"] if body else {}
    if name := str(schema.get("$ref", "")).rpartition("/")[2]:
        named: dict[str, Any] = document["components"]["schemas"][name]
        return named
    return schema if "properties" in schema else None


def _cell(parameter: dict[str, Any], document: dict[str, Any]) -> str:
    schema = parameter["schema"]
    words: str = parameter.get("description", "").rstrip(".") + "."
    if parameter["required"]:
        words += " Needed."
    elif schema.get("default") is not None:
        words += f" Default: {schema['default']}."
    if "minimum" in schema:
        words += f" From {schema['minimum']} to {schema['maximum']}."
    choices = _choices(schema, document)
    if choices:
        words += f" One of {', '.join(choices)}."
    return words.replace("|", "\\|")


def _choices(schema: dict[str, Any], document: dict[str, Any]) -> list[str]:
    """The closed list of a parameter, which may stand in its schema, beside null, or among the named forms."""
    if "$ref" in schema:
        return _choices(document["components"]["schemas"][schema["$ref"].rpartition("/")[2]], document)
    inner = [
        choice for each in (*schema.get("anyOf", []), *schema.get("allOf", [])) for choice in _choices(each, document)
    ]
    return inner or [str(each) for each in schema.get("enum", [])]


if __name__ == "__main__":
    sys.stdout.write(reference())
