"""A forecast stands in the ledger as it was made; only statements that came after it score it, and no score is left out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from homeward.access.actions import NotLetIn
from homeward.crossings import queries as crossings
from homeward.ledger.actions import withdraw
from homeward.ledger.core import kinds
from homeward.outlook import actions, queries
from homeward.outlook.actions import CannotForecast, NotScored
from homeward.outlook.queries import ForecastView, NoSuchForecast, ScoresView
from homeward.outlook.queries.written import forecast_json, offer_json, scores_json
from homeward.outlook.records.seen import seen
from tests.apps.crossings.planned import Waiting
from tests.cast import Desk


def forecast(waiting: Waiting, by: Any = None, **what: Any) -> str:
    with waiting.desk.acting(by) as actor:
        given = {"share_percent": "100", "seed": "7", "once": uuid4(), **what}
        return actions.forecast_completion(case=waiting.gate.case(), by=actor, at=waiting.desk.now, **given)


def made(waiting: Waiting, **when: str) -> list[ForecastView]:
    with waiting.desk.acting():
        return queries.forecasts(waiting.gate.asked(**when))


def table(waiting: Waiting, **when: str) -> ScoresView:
    with waiting.desk.acting():
        return queries.scores(waiting.gate.asked(**when))


def scored(waiting: Waiting, forecast: str = "1", truth: str = "2026-01-09", **what: Any) -> str:
    with waiting.desk.acting() as actor:
        given = {"said_in": (), "once": uuid4(), **what}
        return actions.score(
            case=waiting.gate.case(), forecast=forecast, truth=truth, by=actor, at=waiting.desk.now, **given
        )


def crosses(waiting: Waiting, name: str, day: str = "9 Jan 2026") -> str:
    """A voice says that somebody crossed, and the desk hears it that evening; gives the short name of the statement."""
    waiting.desk.now = max(waiting.desk.now, datetime(2026, 1, int(day.split()[0]), 20, tzinfo=UTC))
    return str(waiting.register.whereabouts(waiting.people[name], "crossed", occurred=day, said=day).ref)


@pytest.fixture
def ready(waiting: Waiting) -> Waiting:
    return prepared(waiting)


def prepared(waiting: Waiting) -> Waiting:
    """Two families wait, one of them cleared; the crossing was open on two days, and will be on a third."""
    waiting.opened("2026-01-03", "2026-01-04", "2026-01-06")
    for name, household in (("Lamia Darvish", ""), ("Omar Darvish", "Lamia Darvish"), ("Ivan Petrov", "")):
        waiting.enter(name, with_=household)
    waiting.clear("Lamia Darvish", "Omar Darvish")
    return waiting


def test_a_forecast_keeps_what_it_was_made_of(ready: Waiting) -> None:
    forecast(ready)
    (view,) = made(ready)
    told = view.made
    assert (told.number, told.subject, told.unit, told.on) == (1, "completion", "days", "2026-01-05")
    assert (told.people, told.target, told.crossed, told.cleared) == (3, 3, 0, 2)
    assert len(told.quantiles) == 99
    assert list(told.quantiles) == sorted(told.quantiles)
    assert 0 < told.position < view.given.position
    assert (told.seed, told.model, told.draws) == (7, "completion/2", 400)
    assert len(told.inputs_digest) == 64
    assert {each.name for each in told.baselines} == {"straight on", "straight on, last 7 days"}
    assert any("nobody has asked yet" in each for each in told.findings)
    assert forecast_json(view)["quantiles"]["50"] == str(view.quantile(50))


def test_the_same_form_sent_again_makes_no_second_forecast_and_the_same_seed_the_same_one(ready: Waiting) -> None:
    once = uuid4()
    assert forecast(ready, once=once) == forecast(ready, once=once)
    forecast(ready)
    second, first = made(ready)
    assert (first.made.number, second.made.number) == (1, 2)
    assert first.made.quantiles == second.made.quantiles
    assert first.made.inputs_digest == second.made.inputs_digest


def test_only_what_came_after_scores_it(ready: Waiting) -> None:
    before = crosses(ready, "Lamia Darvish", "4 Jan 2026")
    forecast(ready)
    with pytest.raises(NotScored, match="before the forecast"):
        scored(ready, said_in=[before])
    with pytest.raises(NotScored, match="Nobody is named"):
        scored(ready)
    after = [crosses(ready, name) for name in ("Omar Darvish", "Ivan Petrov")]
    scored(ready, said_in=after)
    (view,) = made(ready)
    assert view.score is not None
    assert view.score.scored.truth == Decimal(4)
    assert len(view.score.scored.truth_from) == 2
    assert view.score.scored.crps >= 0
    assert 0 <= view.score.scored.pit <= 1
    assert {each.name for each in view.score.scored.baselines} == {"straight on", "straight on, last 7 days"}


def test_a_forecast_is_not_changed_by_what_is_said_later(ready: Waiting) -> None:
    forecast(ready)
    (before,) = made(ready)
    ready.gate.window(on="2026-01-07")
    crosses(ready, "Lamia Darvish")
    (after,) = made(ready)
    assert after.made == before.made


def test_the_table_holds_a_bad_one_like_any_other_and_counts_those_without_a_score(ready: Waiting) -> None:
    forecast(ready)
    forecast(ready)
    scored(ready, "1", "never", said_in=[crosses(ready, "Lamia Darvish")])
    scored(ready, "1", "2026-08-01", said_in=[crosses(ready, "Omar Darvish")])
    (row,) = table(ready).subjects
    assert (row.subject, row.n, row.unscored) == ("completion", 1, 1)
    assert sum(row.pit) == 1
    assert row.covered in (Decimal(0), Decimal(1))
    assert {name for name, _, _ in row.baselines} == {"straight on", "straight on, last 7 days"}
    told = scores_json(table(ready))
    assert [each["number"] for each in told["forecasts"]] == [2, 1]
    assert told["forecasts"][1]["score"]["times"] == 2


def test_a_past_minute_shows_what_was_known_then(lasting_desk: Desk) -> None:
    ready = prepared(Waiting.of(lasting_desk))
    with ready.desk.acting():
        none_yet = ready.gate.asked().known_at
    forecast(ready)
    with ready.desk.acting():
        unscored = ready.gate.asked().known_at
    scored(ready, said_in=[crosses(ready, "Lamia Darvish")])
    assert made(ready, known_at=none_yet.isoformat()) == []
    (then,) = made(ready, known_at=unscored.isoformat())
    assert then.score is None
    assert made(ready)[0].score is not None


def test_what_the_truth_rests_on_can_fall_and_it_is_scored_again(ready: Waiting) -> None:
    forecast(ready)
    told = crosses(ready, "Lamia Darvish")
    ready.desk.now += timedelta(days=1)
    with ready.desk.acting() as actor:
        withdraw(case=ready.gate.case(), ref=told, reason="A slip.", once=uuid4(), by=actor, at=ready.desk.now)
    with pytest.raises(NotScored, match="counts no more"):
        scored(ready, said_in=[told])


@pytest.mark.parametrize(
    ("what", "word"),
    [
        ({"share_percent": "0"}, "number"),
        ({"share_percent": "x"}, "number"),
        ({"share_percent": "101"}, "number"),
        ({"seed": "-1"}, "number"),
        ({"seed": "٣"}, "number"),
    ],
)
def test_a_number_that_cannot_be_asked_for_is_refused(ready: Waiting, what: dict[str, str], word: str) -> None:
    with pytest.raises(CannotForecast, match=word):
        forecast(ready, **what)


def test_a_truth_that_is_none_is_refused_and_so_is_a_forecast_that_is_not_there(ready: Waiting) -> None:
    forecast(ready)
    later = crosses(ready, "Lamia Darvish")
    for truth in ("soon", "2026-01-01", "", "12"):
        with pytest.raises(NotScored):
            scored(ready, truth=truth, said_in=[later])
    with pytest.raises(NoSuchForecast):
        scored(ready, "9", said_in=[later])


def test_nobody_waiting_bears_no_forecast(waiting: Waiting) -> None:
    waiting.opened("2026-01-06")
    with pytest.raises(CannotForecast) as refused:
        forecast(waiting)
    assert "Nobody is waiting" in refused.value.instead


def test_who_may_only_read_makes_none_and_scores_none(ready: Waiting) -> None:
    forecast(ready)
    reader = ready.desk.person("Reader", may="read")
    with pytest.raises(NotLetIn):
        forecast(ready, by=reader)
    with pytest.raises(NotLetIn), ready.desk.acting(reader) as actor:
        actions.score(
            case=ready.gate.case(),
            forecast="1",
            truth="never",
            said_in=["s1"],
            once=uuid4(),
            by=actor,
            at=ready.desk.now,
        )


def told(waiting: Waiting, forecast: str = "") -> tuple[str, ...]:
    with waiting.desk.acting() as actor:
        return actions.score_what_is_told(case=waiting.gate.case(), forecast=forecast, by=actor, at=waiting.desk.now)


def offered(waiting: Waiting) -> list[dict[str, Any]]:
    with waiting.desk.acting():
        asked = waiting.gate.asked(as_of=waiting.desk.now.isoformat())
        return [offer_json(each) for each in queries.offers(asked)]


def test_it_tells_day_by_day_how_many_how_long_permissions_took_and_where_it_ends_if_nobody_else_is_cleared(
    ready: Waiting,
) -> None:
    forecast(ready)
    (view,) = made(ready)
    assert isinstance(view.made, kinds.ForecastInFull)
    assert view.made.before[-1] == kinds.DayBefore(day=0, people=0)
    assert view.made.ahead[0].day == 1
    assert [len(each.people) for each in view.made.ahead] == [5] * len(view.made.ahead)
    assert [(each.waiting, each.came) for each in view.made.waited][-1:] == [(1, 1)]
    assert forecast_json(view)["ends_if_nobody_else_is_cleared"] == 2
    assert view.made.hostilities == ""


def test_what_the_ledger_itself_tells_scores_it_once_and_names_who_said_so(ready: Waiting) -> None:
    forecast(ready)
    assert offered(ready) == []
    with pytest.raises(NotScored, match="tells no truth"):
        told(ready, "1")
    for name in ("Lamia Darvish", "Omar Darvish"):
        crosses(ready, name)
    assert offered(ready) == [], "one of three has not crossed"
    crosses(ready, "Ivan Petrov", "12 Jan 2026")
    (offer,) = offered(ready)
    assert (offer["truth"], offer["day"], len(offer["statements"])) == ("7", "2026-01-12", 3)
    assert len(told(ready)) == 1
    assert told(ready) == ()
    assert offered(ready) == []
    (view,) = made(ready)
    assert view.score is not None
    assert (view.score.scored.truth, len(view.score.scored.truth_from)) == (Decimal(7), 3)


def test_who_comes_later_is_not_counted_among_those_it_was_of(lasting_desk: Desk) -> None:
    ready = prepared(Waiting.of(lasting_desk))
    forecast(ready)
    ready.enter("Vera Late")
    for name in ("Lamia Darvish", "Omar Darvish", "Vera Late"):
        crosses(ready, name)
    assert offered(ready) == []


def test_when_its_time_has_passed_it_has_not_come_to_that(ready: Waiting) -> None:
    forecast(ready)
    ready.desk.now += timedelta(days=200)
    assert offered(ready) == []
    ready.desk.now += timedelta(days=50)
    (offer,) = offered(ready)
    assert (offer["truth"], offer["day"], offer["statements"]) == ("240", None, [])
    assert len(told(ready)) == 1


def test_what_was_so_before_the_forecast_is_never_told_as_never(ready: Waiting) -> None:
    for name in ("Lamia Darvish", "Omar Darvish", "Ivan Petrov"):
        crosses(ready, name, "4 Jan 2026")
    forecast(ready)
    (view,) = made(ready)
    assert (view.quantile(10), view.quantile(90)) == (0, 0)
    ready.desk.now += timedelta(days=300)
    assert offered(ready) == []


def test_what_went_in_as_known_at_a_minute_is_the_same_whatever_is_recorded_later(lasting_desk: Desk) -> None:
    ready = prepared(Waiting.of(lasting_desk))

    def went_in(known_at: str) -> Any:
        with ready.desk.acting():
            asked = ready.gate.asked(known_at=known_at, as_of="2026-01-05T20:00:00+02:00")
            calendar = crossings.calendar(asked)
            return seen(asked, calendar.crossings[0], calendar).history

    with ready.desk.acting():
        then = ready.gate.asked().known_at.isoformat()
    before = went_in(then)
    crosses(ready, "Lamia Darvish", "4 Jan 2026")
    ready.enter("Vera Late")
    ready.gate.window(on="2026-01-02")
    assert went_in(then) == before
    with ready.desk.acting():
        now = ready.gate.asked().known_at.isoformat()
    assert went_in(now) != before
