"""Answers carry a tag; who sends it back is told when nothing changed, and nothing on the way may keep a copy."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.doors.api.callers import House

THEN = {"as_of": "2026-02-01", "known_at": "2026-02-01"}
SPOKEN = {"text": "words", "speaker": "Somebody", "said": "2026-01-05"}


@pytest.mark.parametrize(
    "address", ["/picture", "/figures", "/statements", "/statements/s1", "/sources", "/timeline", ""]
)
def test_the_same_question_asked_again_is_not_answered_again(house: House, address: str) -> None:
    first = house.anna.ask(f"cases/harbour{address}", **THEN)
    again = house.anna.ask(f"cases/harbour{address}", headers={"If-None-Match": first["ETag"]}, **THEN)

    assert first["ETag"].startswith('"'), "the question names its moments, so the tag is strong"
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


@pytest.mark.parametrize("address", ["/picture", "/statements?size=2", "/sources?size=2", "/figures"])
def test_as_of_now_a_weak_tag_says_that_nothing_but_the_moment_changed(house: House, address: str) -> None:
    path, _, size = address.partition("?size=")
    asked = {"size": size} if size else {}
    first = house.anna.ask(f"cases/harbour{path}", **asked)
    again = house.anna.ask(f"cases/harbour{path}", headers={"If-None-Match": first["ETag"]}, **asked)

    assert first["ETag"].startswith('W/"')
    assert again.status_code == 304


def test_a_new_statement_changes_the_tag(house: House) -> None:
    tag = house.anna.ask("cases/bridge/statements")["ETag"]

    assert house.anna.send("cases/bridge/statements", SPOKEN).status_code == 201

    changed = house.anna.ask("cases/bridge/statements", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed["ETag"] != tag


def test_any_of_several_tags_will_do_and_a_star_means_any(house: House) -> None:
    tag = house.anna.ask("cases/harbour/picture", **THEN)["ETag"]

    for sent in (f'"other", {tag}', f"W/{tag}", "*"):
        assert house.anna.ask("cases/harbour/picture", headers={"If-None-Match": sent}, **THEN).status_code == 304
    for sent in ('"other"', "", "nonsense", tag.strip('"')):
        assert house.anna.ask("cases/harbour/picture", headers={"If-None-Match": sent}, **THEN).status_code == 200


def test_nothing_on_the_way_keeps_an_answer(house: House) -> None:
    for response in (house.anna.ask("cases"), house.anna.ask("cases/none"), house.gleb.ask("nowhere")):
        assert response["Cache-Control"] == "private, no-store"
        assert {"Authorization", "Cookie"} <= {each.strip() for each in response["Vary"].split(",")}


def test_every_answer_has_a_number_of_its_own(house: House) -> None:
    assert house.anna.ask("cases")["X-Request-Id"] != house.anna.ask("cases")["X-Request-Id"]


def test_asking_for_the_head_alone_gives_the_same_head(house: House) -> None:
    whole = house.anna.ask("cases/harbour/picture", **THEN)
    head = house.anna._call("HEAD", "cases/harbour/picture", b"", headers={}, asked=THEN)

    assert (head.status_code, head.content) == (200, b"")
    assert (head["ETag"], head["Content-Length"]) == (whole["ETag"], str(len(whole.content)))


def test_an_answer_has_one_spelling(house: House) -> None:
    from homeward.seals import canonical, strict

    response = house.anna.ask("cases/harbour/picture", **THEN)

    assert canonical.dumps(strict.loads(response.content)).encode() == response.content


def test_a_refused_act_has_no_tag(house: House) -> None:
    assert "ETag" not in house.anna.send("cases/harbour/statements", SPOKEN | {"text": ""}, key=uuid4())
