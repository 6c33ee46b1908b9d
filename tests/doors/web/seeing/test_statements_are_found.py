from __future__ import annotations

import pytest

from tests.doors.web.seeing.looking import GAZA, NOON, for_programs, links_of, rows_of, source_of, words_of

LIST = f"{GAZA}statements/"


def found(house, asked: str):
    return house.reader.get(f"{LIST}?{asked}")


@pytest.mark.parametrize(
    ("asked", "refs"),
    [
        ("q=ambulances", {"c1", "r08", "r09"}),
        ("q=lists&modality=asserted", {"s01", "s04"}),
        ("speaker=Zaripova", {"s01", "s02"}),
        ("topic=halt+of+hostilities", {"q03"}),
        ("kind=said.rule", {"rr1", "rr2"}),
        ("said_since=27+Oct+2023&said_until=27+Oct+2023&kind=said.plain", {"h02"}),
    ],
)
def test_by_words_speaker_modality_topic_kind_and_dates(house, asked, refs):
    page = found(house, f"{asked}&known_at=2023-11-30")

    assert {one["statement"] for one in for_programs(house.reader, page)["statements"]} == refs
    listed = [link.split("/statements/")[1].split("/")[0] for link in links_of(page) if "/statements/" in link]
    assert refs <= set(listed)


def test_by_party(house):
    page = found(house, "q=foreigners")
    party = source_of(page).split('name="party"')[1].split(">Egypt<")[0].rsplit('value="', 1)[1].split('"')[0]

    answer = for_programs(house.reader, found(house, f"party={party}"))

    assert answer["count"]
    assert all(one["party"]["name"] == "Egypt" for one in answer["statements"])


def test_what_was_chosen_stands_as_a_chip_that_lets_it_go(house):
    page = found(house, f"q=list&modality=asserted&{NOON}")

    assert "Words: list" in words_of(page)
    assert "How it was put: asserted" in words_of(page)
    without = [
        link for link in links_of(page) if link.startswith(f"{LIST}?") and "modality" not in link and "q=" in link
    ]
    assert without
    assert all("as_of=2023-11-04" in link for link in without)


def test_nothing_found_is_told_apart_from_nothing_there(house):
    assert "Nothing matches these filters." in words_of(found(house, "q=zzzz"))
    assert "At this moment nothing of this case was known." in words_of(found(house, "known_at=2001-01-01"))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("said_since=soon", "Write, for example, 4 Nov 12:00"),
        ("said_until=2023-13-45", "The calendar has no such day."),
        ("party=nobody", "Choose one of these."),
        ("speaker=Nobody+at+all", "Nobody of this name speaks in the case."),
        ("speaker=Russian", "Several are called so; choose one, or write more of the name."),
    ],
)
def test_what_cannot_be_searched_for_is_told_beside_its_field(house, asked, told):
    page = found(house, asked)

    assert page.status_code == 422
    assert told in words_of(page, within="error-summary")
    assert "<title>Error:" in source_of(page)
    assert 'id="found"' not in source_of(page)


def test_of_several_with_a_name_one_can_be_chosen(house):
    page = found(house, "speaker=Russian")

    one = next(link for link in links_of(page) if "speaker=" in link and "Russian" not in link)
    assert house.reader.get(f"{LIST}{one}").status_code == 200


def test_topics_not_spoken_of_by_then_are_not_offered(house):
    offered = source_of(found(house, "known_at=2023-10-25"))

    assert '<option value="evacuation list"' in offered
    assert "halt of hostilities" not in offered


def test_the_table_of_a_page_holds_its_statements(house):
    page = found(house, f"q=list&{NOON}")
    table = house.reader.get(next(link for link in links_of(page) if ".csv" in link))

    shown = [one["statement"] for one in for_programs(house.reader, page)["statements"]]
    assert [row["statement"] for row in rows_of(table)] == shown
    assert rows_of(table)[0]["as_of"] == "2023-11-04T10:00:00.000000Z"
    assert table["Content-Type"] == "text/csv; charset=utf-8"
    assert 'attachment; filename="gaza_2023_11-statements.csv"' in table["Content-Disposition"]


@pytest.mark.parametrize("page", ["", "statements/s02/"])
def test_the_table_of_figures_holds_the_numbers_of_the_page(house, page):
    shown = house.reader.get(f"{GAZA}{page}?{NOON}")
    answer = for_programs(house.reader, shown)
    table = rows_of(house.reader.get(next(link for link in links_of(shown) if ".csv" in link)))

    figures = answer.get("figures") or [one for group in answer["populations"] for one in group["current"]]
    assert {(row["ref"], row["lo"], row["hi"], row["words"], row["outlook"]) for row in table} == {
        (one["ref"], str(one["lo"]), "" if one["hi"] is None else str(one["hi"]), one["words"], one["outlook"] or "")
        for one in figures
    }


def test_the_palette_leads_to_statements_sources_and_populations(house):
    def offered(typed: str) -> str:
        return words_of(house.reader.post(f"{GAZA}palette?{NOON}", {"q": typed}))

    assert "s02 Over 900 people" in offered("s02")
    assert "statement" in offered("s02")
    assert "Aliya Zaripova, Russian mission to the PNA source" in offered("zaripova")
    assert "Russian citizens on the list population" in offered("citizens on")
    assert offered("x") == ""
    assert house.outsider.post(f"{GAZA}palette", {"q": "s02"}).status_code == 404
