"""The page of a person: what each voice gives stands side by side with who said it; nothing is merged."""

from __future__ import annotations

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.people import actions
from tests.apps.people.registers import named
from tests.doors.web.people.registered import ROOM
from tests.doors.web.seeing.looking import links_of, source_of, words_of

MOST_OF_A_HOUSEHOLD = 45
"""Questions that the page of a household may ask, whoever belongs to it."""


def shown(registered, client, who="lamia", query=""):
    return words_of(client.get(registered.at(who) + query), within="main")


def test_values_of_voices_stand_side_by_side_with_who_gave_each(registered, officer):
    page = shown(registered, officer)

    assert "Birth voices differ 03/04/1985" in page
    assert "3 May 1985 The consulate of Southland · row 1 of a list" in page
    assert "The ministry of Northland · said 4 Jan 2026" in page


def test_doubts_are_told_in_words(registered, officer):
    page = shown(registered, officer)

    assert "read as 3 Apr 1985 or 4 Mar 1985" in page
    assert "Day and month may stand in either order; nobody has said which." in page
    assert "has expired last day 1 Feb 2025" in page
    assert "A day that offices fill in when nobody knows it." in shown(registered, officer, "omar")


def test_the_stage_is_what_voices_say_and_a_contested_death_shows_both(registered, officer):
    page = shown(registered, officer)

    assert re.search(r"seen A delegate · said 4 Jan 2026 \w+ place: the bridge dead alleged A captor", page)
    assert "They cannot both be so. Both stand; the desk takes no side." in page


def test_the_chain_is_in_the_order_in_which_it_happened(registered, officer):
    page = shown(registered, officer)
    chain = page[page.index("Where the person was") :]

    assert [chain.index(word) for word in ("the mill", "alleged", "the bridge")] == sorted(
        chain.index(word) for word in ("the mill", "alleged", "the bridge")
    )
    assert "in the hands of armed men" in chain


def test_consent_names_for_whom_it_counts(registered, officer):
    page = shown(registered, officer)

    assert "the public: not covered" in page
    assert "a neutral body: not covered" not in page


def test_kin_lists_and_requests_lead_further(registered, officer):
    links = links_of(officer.get(registered.at("lamia")))

    assert registered.at("omar") in links
    assert registered.at("lamia", "household") in links


def test_no_name_stands_in_the_title_that_a_browser_remembers(registered, officer):
    title = re.search(r"<title>(.*?)</title>", source_of(officer.get(registered.at("lamia"))), re.DOTALL)[1]

    assert "Darvish" not in title
    assert "درويش" not in title


def test_in_the_past_forms_are_closed_and_what_was_not_known_is_not_shown(registered, officer):
    page = officer.get(registered.at("lamia") + "?as_of=2026-01-02")

    assert "You are looking at the past:" in words_of(page)
    assert "Forms are closed in the past." in words_of(page, within="main")
    assert registered.at("lamia", "say") not in links_of(page)
    assert "the bridge" not in words_of(page, within="main")
    assert officer.get(registered.at("lamia", "say") + "?as_of=2026-01-02").status_code == 409
    assert officer.get(registered.at("lamia") + "?known_at=2020-01-01&clock=recorded").status_code == 404


def test_who_may_only_read_is_offered_no_act(registered, reader):
    answer = reader.get(registered.at("lamia"))

    assert registered.at("lamia", "say") not in links_of(answer)
    assert reader.post(registered.at("lamia", "say"), {}).status_code == 403


def test_a_household_tells_who_is_on_which_list_and_what_each_lacks(registered, officer):
    page = words_of(officer.get(registered.at("omar", "household")), within="main")

    assert "2 people" in page
    assert "No country is that of all of them" in page
    assert page.count("on it") == 2
    assert "born on a day that is often filled in; no contact; no paper" in page


def test_a_larger_household_costs_no_query_more(registered, officer):
    def cost() -> int:
        officer.get(registered.at("omar", "household"))  # the register follows what changed
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(registered.at("omar", "household")).status_code == 200
        return len(queries)

    few = cost()
    register, omar = registered.register, registered.people["omar"]
    for number in range(4):
        child = register.enter(named(f"Child {number} Darvish"))
        register.does(actions.relate, person=omar, relation="household_with", other=child)

    assert (more := cost()) <= few, f"{few} queries became {more}"
    assert few <= MOST_OF_A_HOUSEHOLD, few


def test_the_board_counts_and_leads_to_the_people(registered, officer):
    board = officer.get(f"{ROOM}quality/")

    assert "no contact 3 of 3" in words_of(board, within="main")
    assert "Darvish" not in words_of(board)
    assert f"{ROOM}quality/no_contact/" in links_of(board)
    assert "Ivan Third" in words_of(officer.get(f"{ROOM}quality/no_birth/"), within="main")
    assert officer.get(f"{ROOM}quality/no_such_thing/").status_code == 404
