from __future__ import annotations

import re

import pytest

from tests.doors.web.seeing.looking import GAZA, NOON, for_programs, source_of, words_of


def statement(house, ref: str, asked: str = NOON):
    return house.officer.get(f"{GAZA}statements/{ref}/?{asked}")


def test_who_said_it_in_which_words_and_through_whom(house):
    page = words_of(statement(house, "s02"), within="main")

    assert "Aliya Zaripova, Russian mission to the PNA" in page
    assert "spokeswoman of the mission · for Foreign Ministry of Russia" in page or "spokeswoman of the mission" in page
    assert (
        "Over 900 people are on the Russian list for evacuation, more than 500 of whom are citizens of Russia." in page
    )
    assert "told TASS" in page
    assert "One utterance, counted once, with s03" in page


def test_its_four_times_and_who_recorded_it(house):
    page = words_of(statement(house, "s02"), within="main")

    assert "occurred 1 Nov 2023 said 1 Nov 2023 published 1 Nov 2023 recorded" in page
    assert "recorded by operator" in page
    assert page.count("not judged") == 2


def test_its_figures_stand_beside_those_of_others(house):
    page = statement(house, "s02")

    assert "s02#2 and s04#1 overlap: 540 to 660." in words_of(page, within="main")
    assert "s01#1 is older: as of 21 Oct 2023." in words_of(page, within="main")
    assert 'id="1"' in source_of(page)
    assert 'id="2"' in source_of(page)
    shown = for_programs(house.officer, page)
    assert all(one["words"] in words_of(page) for one in shown["figures"])


def test_the_passage_is_marked_in_the_original_with_what_stands_around_it(house):
    page = source_of(statement(house, "s02"))

    marked = re.search(r'<p class="original" dir="auto" lang="en">(.*?)</p>', page, re.DOTALL)
    assert marked
    assert "<mark>over 900 people were on the Russian list for evacuation" in marked[1].replace("\n", " ")
    assert "Aliya Zaripova, who speaks for the" in marked[1]
    assert "the kept text has these words here" in page


def test_an_original_keeps_its_own_language_and_direction(house):
    assert 'class="original" dir="auto" lang="ar"' in source_of(statement(house, "r07"))
    assert 'class="original" dir="auto" lang="ru"' in source_of(statement(house, "s04"))


def test_an_address_outside_is_shown_as_text_and_its_link_says_that_it_leaves(house):
    page = source_of(statement(house, "s02"))

    out = re.findall(r'<a href="(https?://[^"]+)" rel="([^"]+)">([^<]+)</a>', page)
    assert out
    assert all("noreferrer" in rel and "leaves the desk" in words for _address, rel, words in out)
    assert all(f'<bdi dir="ltr">{address}</bdi>' in page for address, _rel, _words in out)


@pytest.mark.parametrize("ref", ["s99", "s02%00", "%2e%2e", "s02/unknown", "x" * 3000])
def test_what_is_not_there_is_not_found(house, ref):
    assert house.officer.get(f"{GAZA}statements/{ref}/").status_code == 404
