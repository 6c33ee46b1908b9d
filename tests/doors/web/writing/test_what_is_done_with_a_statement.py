from __future__ import annotations

from uuid import uuid4

import pytest

from homeward.ledger import queries
from homeward.ledger.queries import conditions
from tests.doors.web.writing.sheets import press, record, shown

AT = "/c/bridge/statements/s1/"


def told(desk, ref="s1"):
    with desk.acting():
        return queries.statements.statement(desk.ask("bridge"), ref)


def act(client, name: str, **fields: str):
    return client.post(f"{AT}{name}/", {"once": str(uuid4()), **fields})


def test_a_correction_begins_with_what_was_said(officer):
    page = officer.get(f"{AT}correct/").content.decode()

    for typed in ("Ministry of Northland", "more than 500", "villagers", "children of the village"):
        assert f'value="{typed}"' in page
    assert "More than 500 are on the list, 40 of them children." in page


def test_one_figure_alone_is_corrected_and_the_other_stays(officer, desk):
    page = officer.get(f"{AT}correct/?figure=2").content.decode()
    assert 'value="40"' in page
    assert 'value="more than 500"' not in page
    fields = {"figures__0__lo": "44", "figures__0__population": "children of the village", "figure": "2"}

    unsaid = press(officer, "record", to=f"{AT}correct/", **fields)
    assert unsaid.status_code == 422
    assert "Say why" in shown(unsaid)
    checked = press(officer, to=f"{AT}correct/", reason="counted again", **fields)
    assert "Check the correction of s1 #2" in shown(checked)
    done = press(officer, "record", to=f"{AT}correct/", reason="counted again", **fields)

    assert done.status_code == 302
    assert [(f.words, f.standing) for f in told(desk).figures] == [("more than 500", "current"), ("40", "corrected")]
    assert told(desk).standing == "current"


def test_a_corrected_figure_that_is_undone_stands_again(officer, desk):
    done = press(
        officer, "record", to=f"{AT}correct/", reason="counted again", figure="1", figures__0__population="villagers"
    )
    ref = done.headers["Location"].split("/statements/")[1].split("/")[0]
    assert told(desk).figures[0].standing == "corrected"

    back = officer.post(f"/c/bridge/statements/{ref}/undo/", {"once": str(uuid4())})

    assert back.headers["Location"] == AT
    assert told(desk).figures[0].standing == "current"


def test_it_is_withdrawn_doubted_linked_and_judged_with_a_reason(officer, desk):
    assert act(officer, "doubt", figure="0", reason="hearsay").headers["Location"].startswith(f"{AT}?recorded=d")
    assert told(desk).standing == "doubted"
    assert act(officer, "judge", number="3", reason="one origin").status_code == 302
    assert [(mark.mark, mark.by) for mark in told(desk).credibility] == [("3", "Olga Officer")]
    assert act(officer, "link", stance="contradicts", to="s2", reason="other numbers").status_code == 302
    assert ("contradicts", "in", "s1") in {(x.stance, x.direction, x.ref) for x in told(desk, "s2").links}
    assert act(officer, "withdraw", reason="another call").status_code == 302
    assert told(desk).standing == "retracted"


def test_the_same_press_counts_once(officer, desk):
    once = str(uuid4())
    first = officer.post(f"{AT}doubt/", {"once": once, "figure": "0", "reason": "hearsay"})
    again = officer.post(f"{AT}doubt/", {"once": once, "figure": "0", "reason": "hearsay"})

    assert first.headers["Location"] == again.headers["Location"]
    assert len([link for link in told(desk).links if link.stance == "doubts"]) == 1


@pytest.mark.parametrize(
    ("name", "fields", "words"),
    [
        ("withdraw", {"reason": " "}, "Say why; whoever reads this later will ask."),
        ("doubt", {"figure": "7", "reason": "so"}, "Select a valid choice"),
        ("link", {"reason": "so", "to": "s2"}, "Choose how it stands to the other."),
        (
            "link",
            {"reason": "so", "to": "s99", "stance": "denies"},
            "There is no such statement, or none that you may see.",
        ),
        ("judge", {"reason": "so", "number": "7"}, "Choose one of these."),
        ("judge", {"reason": "a\0b", "number": "1"}, "There is a character here that no text may hold (NUL)."),
    ],
)
def test_what_is_refused_is_told_beside_its_field_and_what_was_typed_stays(officer, desk, name, fields, words):
    answer = act(officer, name, **fields)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert words in shown(answer)
    assert 'class="field wrong"' in page
    assert 'role="alert"' in page
    assert told(desk).standing == "current"


def test_an_act_of_the_desk_is_withdrawn_and_not_corrected(officer, desk):
    act(officer, "doubt", figure="0", reason="hearsay")
    (doubt,) = (link.ref for link in told(desk).links if link.stance == "doubts")

    assert officer.get(f"/c/bridge/statements/{doubt}/correct/").status_code == 422
    officer.post(f"/c/bridge/statements/{doubt}/undo/", {"once": str(uuid4())})

    assert told(desk).standing == "current"


def test_a_condition_is_corrected_as_a_condition(officer, desk):
    record(officer)
    with desk.acting():
        ((condition,),) = queries.words.read(desk.ask("bridge"), conditions.conditions(desk.ask("bridge")))

    page = officer.get(f"/c/bridge/statements/{condition.statement.ref}/correct/").content.decode()

    assert 'value="exit of villagers"' in page
    assert 'value="Southland"' in page
