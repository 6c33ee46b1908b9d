"""A file becomes a version of a dataset, and its series is asked by frame, pair and day, as known at a time."""

from __future__ import annotations

import csv
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from homeward.access import actions as access
from homeward.hostilities import actions, queries
from homeward.hostilities.core import codes, frames
from homeward.hostilities.queries.sealed import contents
from homeward.ledger import actions as ledger
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.refusals import Unacceptable
from tests.cast import Desk
from tests.spec.hostilities.files import event, opened_case, received, shared, written

Told = list[tuple[str, int | None, int | None, int | None, int, bool]]


@pytest.fixture
def case(desk: Desk) -> CaseView:
    return opened_case(desk)


def series(desk: Desk, known_at: str = "", as_of: str = "", **asked: object) -> queries.SeriesView:
    with desk.acting():
        return queries.series(desk.ask("crossing", known_at=known_at, as_of=as_of), **asked)  # type: ignore[arg-type]


def days(view: queries.SeriesView) -> Told:
    return [(str(day.date), day.low, day.best, day.high, day.events, day.gap) for day in view.days]


def test_the_city_of_aleppo_by_day_is_what_was_worked_out_by_hand(desk: Desk, case: CaseView) -> None:
    received(desk, case, shared("ged_syria_2016_2018h1.csv"), maker="UCDP", version="19.1", country="Syria")
    box = frames.box(south=36.10, north=36.32, west=37.0, east=37.30, date_prec=2, where_prec=3)
    pair, until = "Government of Syria - Syrian insurgents", date(2017, 6, 30)
    view = series(desk, dataset="UCDP", frame=box, dyad=pair, since=date(2016, 1, 1), until=until)

    with shared("aleppo_city_daily.csv").open() as file:
        due = [
            (row["date"], int(row["low"]), int(row["best"]), int(row["high"]), int(row["events"]), False)
            for row in csv.DictReader(file)
        ]
    assert days(view) == due
    assert [len(day.rows) for day in view.days] == [day.events for day in view.days]
    first_day = next(each for each in view.apart if each.code == "first-day")
    assert first_day.counted and first_day.rows > 0

    whole = series(desk, frame=frames.place(frames.Level.COUNTRY, "Syria"), until=date(2016, 12, 31))
    coarse = next(each for each in whole.apart if each.code == "coarse-day")
    assert whole.days[0].best is not None and whole.days[0].best < 200, "no massacre is made up on 1 January"
    assert coarse.best is not None and coarse.best >= 11_541 and coarse.high is not None and coarse.high >= 16_517


def test_a_day_without_an_event_is_one_without_recorded_deaths_and_days_not_covered_are_gaps(
    desk: Desk, case: CaseView
) -> None:
    received(desk, case, written([event(1, deaths=4), event(2, day="2016-05-03", deaths=2)]))
    view = series(desk, since=date(2016, 4, 30), until=date(2016, 5, 4))

    assert days(view) == [
        ("2016-04-30", None, None, None, 0, True),
        ("2016-05-01", 4, 4, 4, 1, False),
        ("2016-05-02", 0, 0, 0, 0, False),
        ("2016-05-03", 2, 2, 2, 1, False),
        ("2016-05-04", None, None, None, 0, True),
    ]
    assert (view.days[1].rows, view.version.ref[0]) == ((2,), "h")
    told = received(
        desk, case, written([event(9, deaths=1)]), maker="Another", covers_from="2016-04-29", covers_until="2016-05-02"
    )
    wide = series(desk, dataset=str(told.dataset))
    assert [day.best for day in wide.days] == [0, 0, 1, 0] and not wide.version.covers_inferred


def test_rows_of_a_month_or_a_wider_place_stand_apart_and_in_no_day(desk: Desk, case: CaseView) -> None:
    rows = [
        event(1, deaths=1),
        event(2, deaths=70, date_prec=4, date_start="2016-05-01", date_end="2016-05-31"),
        event(3, deaths=8, where_prec=6, adm_1="", adm_2=""),
        event(4, deaths=5, where_prec=4, adm_2=""),
        event(5, deaths=3, latitude="0", longitude="0"),
    ]
    received(desk, case, written(rows), country="Northland")

    district = series(desk, frame=frames.place(frames.Level.ADM_2, "Verba district"))
    assert (district.days[0].best, {each.code: each.best for each in district.apart}) == (
        4,
        {"coarse-day": 70, "wider-place": 5},
    )
    province = series(desk, frame=frames.place(frames.Level.ADM_1, "Verba province"))
    assert (province.days[0].best, {each.code: each.best for each in province.apart}) == (
        9,
        {"coarse-day": 70, "wider-place": 8},
    )
    country = series(desk, frame=frames.place(frames.Level.COUNTRY, "Northland"))
    assert (country.days[0].best, {each.code: each.best for each in country.apart}) == (17, {"coarse-day": 70})
    box = series(desk, frame=frames.box(south=-1, north=40, west=-1, east=40))
    assert (box.days[0].best, {each.code: each.best for each in box.apart}) == (
        1,
        {"coarse-day": 70, "coarse-place": 13, "doubtful-point": 3},
    )
    exact = frames.place(frames.Level.COUNTRY, "Northland", where_prec=5)
    assert series(desk, frame=exact).days[0].best == 9


def test_daily_reports_keep_their_gaps_and_never_make_them_zero(desk: Desk, case: CaseView) -> None:
    data = (
        b"report_date,report_source,report_period,killed,killed_cum,ext_killed\n"
        b"2023-11-01,ministry,24,5,5,5\n2023-11-02,missing,24,,5,0\n2023-11-03,ministry,24,0,5,0\n"
        b"2023-11-05,ministry,48,9,14,9\n2023-11-06,ministry,24,-2,12,-2\n2023-11-07,missing,24,7,19,7\n"
    )
    received(desk, case, data, maker="A ministry")
    view = series(desk)

    assert [(day.date.day, day.best, day.gap) for day in view.days] == [
        (1, 5, False), (2, None, True), (3, 0, False), (4, None, True), (5, None, True), (6, None, True), (7, None, True),
    ]  # fmt: skip
    assert {each.code: (each.rows, each.best) for each in view.apart} == {
        "several-days": (1, 9),
        "correction": (1, -2),
        "no-reporter": (1, 7),
        "interpolated": (1, 0),
    }


def test_where_one_of_two_places_is_silent_their_sum_is_a_gap(desk: Desk, case: CaseView) -> None:
    received(desk, case, b"date,place,killed\n2023-11-01,North,4\n2023-11-01,South,2\n2023-11-02,North,5\n")
    view = series(desk)

    assert [(day.best, day.gap) for day in view.days] == [(6, False), (None, True)]
    assert "On 1 days some places reported and others did not: these are gaps." in view.words


def test_a_newer_version_counts_from_when_it_came_in_and_the_one_before_stays(lasting_desk: Desk) -> None:
    desk, case = lasting_desk, opened_case(lasting_desk)
    first = received(desk, case, written([event(1, deaths=4)]), version="22.1")
    with desk.acting():
        before = Statement.objects.get(ref=first.ref).recorded_at.isoformat()
    second = received(desk, case, written([event(1, deaths=6)]), version="23.1")

    assert (first.dataset, first.number, second.number) == (second.dataset, 1, 2)
    assert series(desk).days[0].best == 6
    assert series(desk, known_at=before).days[0].best == 4
    assert series(desk, version="22.1").days[0].best == 4
    assert series(desk, as_of="2016-05-01", since=date(2016, 4, 30)).until == date(2016, 5, 1)


def test_an_older_version_that_comes_in_later_waits_for_a_yes_and_goes_on_to_be_the_older_one(
    desk: Desk, case: CaseView
) -> None:
    received(desk, case, written([event(1, deaths=6)]), version="23.1")
    older = written([event(1, deaths=4)])
    with pytest.raises(actions.NeedsAYes) as waits:
        received(desk, case, older, version="9.1")
    assert [finding.code for finding in waits.value.findings] == ["older-than-the-last"]

    received(desk, case, older, version="9.1", accept_warnings=True)
    assert series(desk).days[0].best == 6


def test_a_version_that_is_taken_back_counts_no_more(desk: Desk, case: CaseView) -> None:
    received(desk, case, written([event(1, deaths=4)]), version="22.1")
    wrong = received(desk, case, written([event(1, deaths=6)]), version="23.1")
    with desk.acting() as by:
        ledger.withdraw(case=case, ref=wrong.ref, reason="Another file.", once=wrong.version, by=by, at=desk.now)

    assert series(desk).days[0].best == 4
    again = received(desk, case, written([event(1, deaths=6)]), version="23.1")
    assert again.number == 3 and series(desk).days[0].best == 6


def test_the_same_bytes_again_change_nothing(desk: Desk, case: CaseView) -> None:
    data = written([event(1)])
    received(desk, case, data)
    with desk.acting():
        before = Statement.objects.count()

    with pytest.raises(actions.AlreadyReceived, match=r"is here already, as version 1\.0 of An institute, GED"):
        received(desk, case, data, version="2.0")
    with desk.acting():
        assert Statement.objects.count() == before


def test_what_is_doubtful_as_a_whole_waits_for_a_yes_and_nothing_is_stored(desk: Desk, case: CaseView) -> None:
    data = written([event(1), event(1, deaths=9)])
    with pytest.raises(actions.NeedsAYes) as waits:
        received(desk, case, data)
    assert [finding.code for finding in waits.value.findings] == ["set-aside"]
    with desk.acting(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM hostilities_value")
        assert cursor.fetchone() == (0,)

    done = received(desk, case, data, accept_warnings=True)
    assert (done.reading.report.stored, len(done.reading.report.aside)) == (1, 1)


def test_what_is_told_of_a_file_is_checked_all_at_once(desk: Desk, case: CaseView) -> None:
    with pytest.raises(Unacceptable) as refused:
        received(desk, case, written([event(1)]), maker=" ", version="", downloaded="2027-01-01", covers_from="May")
    told = {(finding.where, finding.code) for finding in refused.value.findings}
    assert told == {
        ("maker", "empty"),
        ("version", "empty"),
        ("downloaded", "in-the-future"),
        ("covers_from", "no-such-day"),
    }


def test_a_file_of_which_nothing_can_be_kept_is_refused(desk: Desk, case: CaseView) -> None:
    with pytest.raises(actions.NothingInIt, match="nothing was stored"):
        received(desk, case, written([]))


def test_files_and_values_are_those_of_the_ledger_and_nobody_changes_them(desk: Desk, case: CaseView) -> None:
    data = written([event(1, where_coordinates='A "town",\nby the river'), event(2, day="2016-05-02"), event(2)])
    done = received(desk, case, data, accept_warnings=True)
    with desk.acting():
        assert queries.proved(desk.ask("crossing")) == queries.Proof(1, ())
        with connection.cursor() as cursor:
            cursor.execute("SELECT original_id FROM hostilities_version")
            assert contents(cursor.fetchone()[0]) == data
    for table in ("original", "piece", "place", "pair", "source", "value", "setaside"):
        with pytest.raises(DatabaseError), transaction.atomic(), desk.acting(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM hostilities_{table}")
    assert done.reading.report.values == 2


def test_who_may_not_see_the_compartment_sees_no_dataset_and_takes_none_in(desk: Desk, case: CaseView) -> None:
    received(desk, case, written([event(1)]))
    with desk.acting():
        stranger, reader = desk.person("stranger"), desk.person("reader", may="read")

    with pytest.raises(access.NotLetIn):
        received(desk, case, written([event(3)]), by=reader)
    with desk.acting(stranger), connection.cursor() as cursor:
        for table in ("original", "piece", "place", "pair", "source", "value", "dataset", "version", "daily"):
            cursor.execute(f"SELECT count(*) FROM hostilities_{table}")
            assert cursor.fetchone() == (0,), table
    with desk.acting(reader):
        assert len(queries.datasets(desk.ask("crossing"))) == 1


def test_places_and_pairs_are_told_with_what_they_come_to(desk: Desk, case: CaseView) -> None:
    other = {"dyad_new_id": "78", "dyad_name": "Front A - Front B", "side_a": "Front A", "side_b": "Front B"}
    received(desk, case, written([event(1, deaths=4), event(2, deaths=3, **other)]), country="Northland")
    with desk.acting():
        asked = desk.ask("crossing")
        places = [(view.level, view.name, view.within, view.best) for view in queries.places(asked)]
        dyads = [(view.key, view.name, view.events, view.best) for view in queries.dyads(asked)]
        with pytest.raises(queries.NoSuchDyad, match="Perhaps: Front A - Front B"):
            queries.series(asked, dyad="Front A - Front C")
        with pytest.raises(queries.NoSuchPlace, match="Perhaps: Verba province"):
            queries.place_named(asked, "Verba provinz", level=frames.Level.ADM_1)

    assert places == [
        ("country", "Northland", "", 7),
        ("adm1", "Verba province", "Northland", 7),
        ("adm2", "Verba district", "Verba province", 7),
    ]
    assert dyads == [("78", "Front A - Front B", 1, 3), ("77", "Government of Northland - Southern Front", 1, 4)]
    assert series(desk, dyad="78").days[0].best == 3


def test_bands_lie_within_the_ranges_of_the_maker_and_come_out_the_same_again(desk: Desk, case: CaseView) -> None:
    rows = [event(1), event(2, low=0, best=4, high=40, deaths_b=3), event(3, day="2016-05-03", deaths=2)]
    received(desk, case, written(rows))
    with desk.acting():
        asked = desk.ask("crossing")
        one, again = (queries.bands(asked, draws=300, seed=7) for _ in range(2))

    assert one == again
    (low, middle, high) = one.days[0][1] or ()
    assert 2 <= low <= middle <= high <= 45 and low < high
    assert [values for _, values in one.days[1:]] == [(0, 0, 0), (2, 2, 2)]


def test_a_sum_by_country_is_that_of_its_rows(desk: Desk, case: CaseView) -> None:
    rows = [event(at, deaths=at, day=str(date(2016, 5, 1) + timedelta(days=at % 9))) for at in range(1, 60)]
    received(desk, case, written(rows), country="Northland")

    quick = series(desk, frame=frames.place(frames.Level.COUNTRY, "Northland"))
    close = series(desk, frame=frames.place(frames.Level.COUNTRY, "Northland", where_prec=5))
    assert days(quick) == days(close) and sum(day.best or 0 for day in quick.days) == sum(range(1, 60))


def test_the_projection_knows_which_numbers_stand_on_no_day() -> None:
    assert codes.ON_NO_DAY == 3_670_016, "the same number stands in project.sql, and bits keep their meaning for ever"
