from __future__ import annotations

from uuid import uuid4

import pytest

from homeward.ledger import queries
from tests.doors.web.writing.sheets import record, shown

FIGURES = "/c/bridge/figures/"


@pytest.fixture
def ids(desk, case):
    """The ids of sources and populations by name."""
    with desk.acting():
        asked = desk.ask(case)
        sources = {each.name: str(each.id) for each in queries.sources.sources(asked).values()}
        return sources | {each.name: str(each.id) for each in queries.figures.all_populations(asked)}


def test_each_population_stands_with_its_measure_and_what_each_said_last(reader):
    page = shown(reader.get(FIGURES))

    for words in (
        "villagers",
        "listed",
        "more than 500 (501 or more)",
        "about 600 (540 to 660)",
        "2 independent origins",
    ):
        assert words in page
    assert "part of villagers" in page


def test_a_population_is_found_by_words_of_its_name(reader):
    page = shown(reader.get(FIGURES, {"q": "CHILDREN"}))

    assert "children of the village" in page
    assert "about 600" not in page
    assert "No population has these words in its name." in shown(reader.get(FIGURES, {"q": "camels"}))


@pytest.mark.parametrize("by", ["", "origin"])
def test_a_population_shows_every_rival_the_verdict_and_the_same_as_a_table(reader, ids, by):
    for address in (f"{FIGURES}villagers/", f"{FIGURES}{ids['villagers']}/"):
        answer = reader.get(address, {"by": by} if by else {})
        page = shown(answer)

        assert "s1#1 and s2#1 overlap: 540 to 660." in page
        assert "parts of it children of the village" in page
        assert "2 independent origins" in page
        for cell in ("Ministry of Northland", "501", "open", "540", "660", "at that time", "overlap s2#1"):
            assert cell in page
        assert "/c/bridge/statements/s1/#1" in answer.content.decode()


def test_what_was_corrected_is_in_the_table_with_its_word_and_in_no_drawing(officer):
    ref = record(officer, figures__0__population="villagers", figures__0__lo="300", figures__0__measure="listed")
    officer.post(f"/c/bridge/statements/{ref}/withdraw/", {"once": str(uuid4()), "reason": "another call"})

    page = officer.get(f"{FIGURES}villagers/").content.decode()

    drawing, table = page.split("<table>")
    assert f"{ref}#1" not in drawing.split("</figcaption>")[0].split("<figure")[1]
    assert f"{ref}#1" in table
    assert "withdrawn" in table


def test_two_populations_are_related_with_a_reason_and_figures_are_held_against_each_other(officer, ids):
    record(officer, figures__0__measure="listed", figures__0__lo="900")
    address = f"{FIGURES}{ids['villagers']}/relate/"
    other = {"other": "people of the upper village", "once": str(uuid4())}

    missing = officer.post(address, {**other, "other": "nobody"})
    assert missing.status_code == 422
    for words in ("Choose how they stand", "There is no other population of this name", "Say why"):
        assert words in shown(missing)
    done = officer.post(address, {**other, "relation_said": "part", "reason": "the register says so"}, follow=True)

    page = shown(done)
    assert "Recorded as d" in page
    assert "part of people of the upper village" in page


def test_sources_stand_by_kind_with_whom_they_act_for(reader):
    page = shown(reader.get("/c/bridge/sources/"))

    assert "Parties 2" in page
    assert "Ministry of Northland" in page
    assert "Envoy of Southland" in page
    assert "An agency" in page
    assert "Envoy" not in shown(reader.get("/c/bridge/sources/", {"q": "ministry"})).split("Find")[2]


def test_a_source_shows_its_last_word_on_each_topic_and_leads_to_all_of_them(reader, ids):
    answer = reader.get(f"/c/bridge/sources/{ids['Envoy of Southland']}/")

    assert "It is about 600." in shown(answer)
    assert f"/c/bridge/statements/?speaker={ids['Envoy of Southland']}" in answer.content.decode()
    assert "Nobody has judged it." in shown(answer)


def test_reliability_is_judged_by_topic_and_time_and_stands_with_the_name_of_who_judged(officer, ids):
    address = f"/c/bridge/sources/{ids['Envoy of Southland']}/"
    fields = {"letter": "B", "topic": "lists", "during": "since October 2025", "once": str(uuid4())}

    assert officer.post(f"{address}judge/", {**fields, "during": "whenever"}).status_code == 422
    page = shown(officer.post(f"{address}judge/", {**fields, "reason": "right twice"}, follow=True))

    assert "B lists right twice Olga Officer" in page
    assert "it says nothing of any one statement" in page


def test_who_a_speaker_is_is_settled_after_what_changes_was_shown(officer, ids, desk):
    record(officer)
    with desk.acting():
        spokeswoman = next(
            each.id for each in queries.sources.sources(desk.ask("bridge")).values() if "spokeswoman" in each.name
        )
    address = f"/c/bridge/sources/{spokeswoman}/"
    fields = {"settled_as": "envoy of southland", "reason": "she said so", "once": str(uuid4())}

    assert "There is no other source of this name" in shown(
        officer.post(f"{address}settle/", {**fields, "settled_as": "x"})
    )
    changes = shown(officer.post(f"{address}settle/", {**fields, "do": "show"}))
    assert "What changes" in changes
    assert "Forty are on the list" in changes
    assert "settled as" not in shown(officer.get(address))
    page = shown(officer.post(f"{address}settle/", {**fields, "do": "record"}, follow=True))

    assert "settled as Envoy of Southland" in page
