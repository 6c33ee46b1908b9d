from __future__ import annotations

from uuid import uuid4

import pytest

from homeward.ledger import queries
from tests.doors.web.writing.sheets import CALL, WRITE, press, record, shown


def statements(desk, kind="said.plain"):
    with desk.acting():
        return queries.statements.find(desk.ask("bridge"), queries.statements.Filters(kind=kind)).statements


def test_the_sheet_offers_what_the_case_knows(officer):
    page = officer.get(WRITE).content.decode()

    assert '<option value="Ministry of Northland">' in page
    assert '<option value="villagers">' in page
    assert '<option value="Southland">' in page


def test_before_anything_is_recorded_all_is_shown_as_it_was_understood(officer, desk):
    before = len(statements(desk))
    page = shown(press(officer, said="late December 2025"))

    for words in (
        "Nothing is recorded yet.",
        "the ministry's spokeswoman · spokeswoman · for Northland",
        "An agency",
        "late Dec 2025 21 Dec 2025 00:00 to 1 Jan 2026 00:00",
        "conditional",
        "Forty are on the list",
        "more than 40 (41 or more) people of the upper village",
        "stands in the way of exit of villagers",
    ):
        assert words in page
    assert len(statements(desk)) == before


def test_what_is_recorded_says_all_that_was_typed(officer, desk):
    ref = record(officer)

    told = next(each for each in statements(desk) if each.ref == ref)
    assert (told.speaker.name, told.capacity, told.party.name) == (
        "the ministry's spokeswoman",
        "spokeswoman",
        "Northland",
    )
    assert [hand.source.name for hand in told.chain] == ["An agency"]
    assert (told.said.words, told.occurred.words, told.modality) == ("4 Jan 2026 18:30", "4 Jan 2026", "conditional")
    assert [(f.words, f.population.name, f.measure) for f in told.figures] == [
        ("more than 40", "people of the upper village", "listed")
    ]
    assert told.recorded_by == "Olga Officer"
    (condition,) = statements(desk, "said.condition")
    assert (condition.text, condition.topic) == ("the bridge is mended", "exit of villagers")


def test_a_double_press_records_once(officer, desk):
    once = str(uuid4())

    assert record(officer, once=once) == record(officer, once=once)
    assert len(statements(desk)) == 3


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("more than 500", "more than 500 (501 or more)"),
        (">= 1,200", "at least 1,200 (1,200 or more)"),
        ("up to 30", "up to 30"),
        ("5 to 6", "5 to 6"),
        ("5-6", "5 to 6"),
        ("~600", "about 600 (540 to 660)"),
        ("dozens", "dozens (24 to 96)"),
        ("أكثر", ""),
        ("٤٠", "40"),
        ("48", "48"),
    ],
)
def test_a_number_is_typed_as_it_was_said(officer, typed, words):
    answer = press(officer, figures__0__lo=typed)

    assert answer.status_code == (200 if words else 422)
    assert words in shown(answer)


def test_a_sign_that_was_chosen_is_taken_before_the_words(officer):
    assert "at most 30" in shown(press(officer, figures__0__lo="30", figures__0__op="le")) or "up to 30" in shown(
        press(officer, figures__0__lo="30", figures__0__op="le")
    )


def test_all_faults_are_told_at_once_each_beside_its_field_and_nothing_typed_is_lost(officer):
    answer = press(
        officer,
        speaker="",
        said="the other day",
        modality="",
        text=" ",
        language="Arabic, I think",
        figures__0__lo="forty or so",
        figures__0__population="",
        conditions__0__gates="",
        conditions__0__text="a truce of 72 hours",
    )
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Error:" in page.split("</title>")[0]
    for where in (
        "id_speaker",
        "id_said",
        "id_modality",
        "id_text",
        "id_language",
        "id_figures.0.lo",
        "id_figures.0.population",
        "id_conditions.0.gates",
    ):
        assert f'<li><a href="#{where}">' in page
        assert f'id="{where}"' in page
    assert page.count('class="wrong-words"') == 8
    assert 'value="forty or so"' in page
    assert 'value="a truce of 72 hours"' in page


def test_with_several_figures_a_fault_says_which_one(officer):
    page = shown(press(officer, figures__1__lo="9 to 5", figures__1__population="guests", figures__1__measure="listed"))

    assert "No. 2: The lower number is above the upper one." in page


def test_rows_come_and_go_without_script_and_keep_what_was_typed(officer):
    more = press(officer, "add figures").content.decode()
    assert 'id="id_figures.1.lo"' in more
    assert (
        "autofocus"
        in more.split('id="id_figures.1.lo"')[0].rsplit("<input", 1)[1] + more.split('id="id_figures.1.lo"')[1][:80]
    )
    assert CALL["conditions.0.text"] in more

    less = press(officer, "drop conditions 0").content.decode()
    assert 'id="id_conditions.0.text"' not in less
    assert 'value="more than 40"' in less


def test_change_leads_back_to_the_field_with_everything_in_it(officer):
    page = press(officer, "change figures.0.lo").content.decode()
    field = page[page.rindex("<input", 0, page.index(chr(105) + 'd="id_figures.0.lo"')) :].split(">")[0]

    assert "autofocus" in field
    assert 'value="more than 40"' in field
    assert "Forty are on the list" in page


def test_a_time_is_read_back_while_it_is_typed(officer):
    read = officer.get("/time-read", {"zone": "Asia/Gaza", "said": "late October 2023"})
    unread = officer.get("/time-read", {"zone": "Asia/Gaza", "said": "soon, they say"})

    assert "read as late Oct 2023" in shown(read)
    assert "This cannot be read as a time" in shown(unread)


def test_words_that_hang_on_today_are_kept_as_a_date(officer):
    page = press(officer, "add via", said="yesterday 18:00").content.decode()

    assert 'value="yesterday 18:00"' not in page
    assert "18:00" in page


def test_the_bar_after_recording_takes_it_back_with_its_condition_and_both_stay(officer, desk):
    ref = record(officer)
    bar = shown(officer.get(f"{WRITE}?recorded={ref}"))
    assert f"Recorded as {ref}" in bar
    assert "Undo withdraws it; both stay in the ledger." in bar

    undone = officer.post(f"/c/bridge/statements/{ref}/undo/", {"once": str(uuid4())}, follow=True)

    assert f"{ref} is withdrawn. Both stay in the ledger." in shown(undone)
    assert {each.standing for each in statements(desk) if each.ref == ref} == {"retracted"}
    assert {each.standing for each in statements(desk, "said.condition")} == {"retracted"}
    again = officer.get(WRITE, {"from": ref}).content.decode()
    assert "Forty are on the list" in again
    assert 'value="more than 40"' in again


def test_undo_of_what_somebody_else_recorded_asks_for_a_reason(officer, colleague, desk):
    ref = record(officer)

    answer = colleague.post(f"/c/bridge/statements/{ref}/undo/", {"once": str(uuid4())})

    assert answer.headers["Location"] == f"/c/bridge/statements/{ref}/withdraw/"
    assert {each.standing for each in statements(desk) if each.ref == ref} == {"current"}


def test_a_sheet_that_was_begun_in_another_case_of_this_name_is_not_recorded(officer, desk):
    before = len(statements(desk))
    answer = press(officer, "record", case=str(uuid4()))

    assert answer.status_code == 422
    assert "begun in another case of the same name" in shown(answer)
    assert len(statements(desk)) == before
