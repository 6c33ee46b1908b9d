"""Small invented cases as pages: empty, doubled, many-voiced, withdrawn, oddly called."""

from __future__ import annotations

import json

import pytest

from homeward.access import actions as access
from homeward.ledger import actions, queries
from homeward.ledger.core.voices import Stance
from tests.cast import case_of, figure, once
from tests.doors.web.seeing.looking import for_programs, links_of, rows_of, source_of, words_of


def test_an_empty_case_leads_to_writing_down(empty_house):
    opened = empty_house.officer.post(
        "/cases/open",
        {"open-title": "Quiet", "open-slug": "quiet", "open-zone": "UTC", "open-compartment": _room(empty_house)},
    )
    assert opened.status_code == 302

    page = empty_house.officer.get(opened.headers["Location"])
    back_then = empty_house.officer.get("/c/quiet/?known_at=2020-01-01")

    assert "Nothing is recorded in this case yet." in words_of(page)
    assert "/c/quiet/write/" in links_of(page)
    assert "At this moment nothing of this case was known." in words_of(back_then)


def test_with_forty_populations_each_has_a_place_and_what_has_no_room_is_said(empty_house):
    rows = [
        {
            "speaker": f"Envoy {voice} of Northland",
            "text": f"{voice * 10} of village {village}.",
            "figures": [figure("listed", f"people of village {village}", "=", voice * 10)],
            "said_on": f"2026-01-{voice:02d}",
        }
        for village in range(40)
        for voice in range(1, 8)
    ]
    empty_house.desk.load(case_of(*rows, slug="villages"), accept_warnings=True)

    page = empty_house.reader.get("/c/villages/?as_of=2026-02-01&known_at=2026-02-01")

    people = words_of(page, within="people")
    assert all(f"people of village {village}" in people for village in range(40))
    assert people.count("3 more voices count them: all figures of this population") == 40
    assert len(page.content) < 400_000


def test_of_two_cases_with_one_name_the_page_says_which_and_names_the_other(empty_house):
    desk = empty_house.desk
    with desk.acting() as operator:
        other = access.make_compartment(slug="south", name="The south", by=operator, at=desk.now)
        reader = desk.people["Rosa Reader"]
        access.grant(actor=reader, compartment=other, may_write=False, by=operator, at=desk.now)
        access.grant(actor=operator, compartment=other, may_write=True, by=operator, at=desk.now)
    desk.load(case_of({"text": "said in the north"}, slug="twin"), accept_warnings=True)
    southern = {**case_of({"text": "said in the south"}, slug="twin"), "title": "The southern twin"}
    with desk.acting() as operator:
        actions.load_case(
            data=json.dumps(southern).encode(), compartment=other.id, accept_warnings=True, by=operator, at=desk.now
        )

    today = empty_house.reader.get("/")
    north = empty_house.reader.get("/c/twin/?compartment=desk")
    south = empty_house.reader.get("/c/twin/?compartment=south")

    assert {"/c/twin/?compartment=desk", "/c/twin/?compartment=south"} <= set(links_of(today))
    assert "Another case has the same name: The southern twin · The south" in words_of(north)
    assert "said in the north" in words_of(north)
    assert "said in the south" in words_of(south)
    assert all("compartment=south" in link for link in links_of(south) if "/statements/" in link)
    assert "said in the south" in words_of(empty_house.reader.get("/c/twin/statements/?compartment=south"))
    assert for_programs(empty_house.reader, south)["compartment"] == "south"


def _room(house) -> str:
    return str(house.desk.compartment.id)


def test_what_only_looks_like_an_address_is_no_link(empty_house):
    case = case_of({"text": "hidden in a paper"}, slug="paper")
    case["sources"]["wire"]["url"] = "javascript:alert(1)"
    empty_house.desk.load(case, accept_warnings=True)

    page = empty_house.reader.get("/c/paper/statements/s1/")

    assert "javascript:alert(1)" in words_of(page)
    assert not [link for link in links_of(page) if link.startswith("javascript")]


@pytest.fixture
def bridge(empty_house):
    said = {"text": "About 600 wait.", "figures": [figure("listed", "villagers", "~", 600)]}
    empty_house.desk.load(case_of(said, {"text": "More than 100 wait."}, slug="bridge"), accept_warnings=True)
    return empty_house


def act(house, name: str, **more):
    with house.desk.acting() as operator:
        return getattr(actions, name)(
            case=queries.cases.case("bridge"), once=once(), by=operator, at=house.desk.now, **more
        )


def test_what_was_withdrawn_says_so_on_top_and_stays_whole(bridge):
    recorded = act(bridge, "withdraw", ref="s1", reason="It was another village.")

    page = bridge.reader.get("/c/bridge/statements/s1/")

    main = words_of(page, within="main")
    assert main.index("withdrawn by") < main.index("About 600 wait.")
    assert "What was said stays as it was." in main
    assert "It was another village." in words_of(page, within="history")
    assert f"/c/bridge/statements/{recorded.ref}/" in links_of(page)


def test_a_link_shows_on_both_sides(bridge):
    act(bridge, "link", ref="s2", stance=Stance.CONTRADICTS, to="s1", reason="Both speak of one day.")

    assert "contradicts s1" in words_of(bridge.reader.get("/c/bridge/statements/s2/"), within="history")
    assert "contradicted by s2" in words_of(bridge.reader.get("/c/bridge/statements/s1/"), within="history")


def test_credibility_is_shown_with_who_judged_it_and_why(bridge):
    act(bridge, "judge_credibility", ref="s1", number=2, reason="Two others say the same.")

    assert "2 · by operator" in words_of(bridge.reader.get("/c/bridge/statements/s1/"), within="main")


def test_acts_are_offered_to_those_who_may_write_and_now(bridge):
    acts = [f"/c/bridge/statements/s1/{act}/" for act in ("correct", "doubt", "withdraw", "link", "judge")]

    def offered(browser, asked: str = "") -> list[str]:
        links = [link.partition("?")[0] for link in links_of(browser.get(f"/c/bridge/statements/s1/{asked}"))]
        return [link for link in links if link in acts]

    assert offered(bridge.officer) == acts
    assert offered(bridge.reader) == []
    assert offered(bridge.officer, "?known_at=2026-01-03") == []
    closed = words_of(bridge.officer.get("/c/bridge/statements/s1/?known_at=2026-01-03"))
    assert "Forms are closed in the past." in closed


def test_a_statement_may_be_called_anything(empty_house):
    odd = "minutes/3 (b)"
    empty_house.desk.load(case_of({"id": odd, "origin": odd, "text": "called oddly"}, slug="odd"), accept_warnings=True)

    listed = empty_house.reader.get("/c/odd/statements/")
    address = next(link for link in links_of(listed) if "minutes" in link)

    assert "called oddly" in words_of(empty_house.reader.get(address))


def test_long_lists_come_in_pages_of_fifty_and_keep_what_was_asked(empty_house):
    rows = [{"text": f"sentence {n}", "said_on": "2026-01-02"} for n in range(120)]
    empty_house.desk.load(case_of(*rows, slug="long"), accept_warnings=True)

    first = empty_house.reader.get("/c/long/statements/?q=sentence")
    after = next(link for link in links_of(first) if "page=2" in link)
    last = empty_house.reader.get("/c/long/statements/?q=sentence&page=3")
    beyond = empty_house.reader.get("/c/long/statements/?q=sentence&page=99999999999999999999")

    assert source_of(first).count('class="found-one') == 50
    assert "1 to 50 of 120" in words_of(first)
    assert "q=sentence" in after
    assert "101 to 120 of 120" in words_of(last)
    assert beyond.status_code == 200


def test_no_cell_of_a_table_runs_as_a_formula(empty_house):
    case = case_of(
        {"text": '=HYPERLINK("http://x.invalid";"more")', "speaker": "+1 Envoy", "topic": "@home",
         "figures": [figure("-listed", "=people", "=", 7)]},
        slug="sly",
    )  # fmt: skip
    empty_house.desk.load(case, accept_warnings=True)

    statements = rows_of(empty_house.reader.get("/c/sly/statements.csv"))
    figures = rows_of(empty_house.reader.get("/c/sly/picture.csv"))

    cells = [cell for row in (*statements, *figures) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert statements[0]["text"].startswith("'=HYPERLINK")
    assert figures[0]["lo"] == "7"
