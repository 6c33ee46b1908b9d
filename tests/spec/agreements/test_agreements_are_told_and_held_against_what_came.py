"""An invented truce told by command: ratio, extension, counting, turns, both sides' words, and what is refused."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.cast import Desk, case_of, figure, opened
from tests.doors.cli.conftest import Command, Done
from tests.doors.cli.conftest import homeward as homeward
from tests.grounds.databases import Database

CASE: list[str] = []
"""The case of the test that runs; each has one of its own in the database that they share."""
N, S = ("--speaker", "Northland", "--for", "N"), ("--speaker", "Southland", "--for", "S")
MEDIATOR = ("--speaker", "The mediator")
ANNOUNCED = ("--said", "22 Nov 2025")


@pytest.fixture(scope="module")
def opened_desk(module_database: Database) -> Desk:
    return opened()


@pytest.fixture
def desk(opened_desk: Desk) -> Desk:
    slug = f"talks-{uuid4().hex[:8]}"
    opened_desk.load(case_of({"said_on": "2025-11-20", "text": "talks go on"}, slug=slug, zone="UTC"))
    CASE[:] = ["--case", slug]
    return opened_desk


def tell(homeward: Command, *words: str) -> Any:
    done = homeward("talks", *words, *CASE, "--format", "json")
    assert done.code == 0, done.err
    return done.document


def refused(homeward: Command, *words: str) -> list[str]:
    done: Done = homeward("talks", *words, *CASE, "--format", "json")
    assert done.code == 1, done.out
    return [f"{finding['where']} {finding['code']}" for finding in done.document["findings"]]


def asked(homeward: Command, what: str, as_of: str, *more: str) -> Any:
    done = homeward("talks", what, *CASE, "--as-of", as_of, "--format", "json", *more)
    assert done.code == 0, done.err
    return done.document


@pytest.fixture
def truce(desk: Desk, homeward: Command) -> dict[str, str]:
    """Four days; Northland lets go 50 travellers, Southland 3 detainees for each; a day more for each ten beyond."""
    agreed = tell(
        homeward, "say-agreement", "The four days", *MEDIATOR, *ANNOUNCED, "--planned-start", "24 Nov 2025",
        "--actual-start", "24 Nov 2025", "--planned-end", "27 Nov 2025", "--parties", "N/S", "--mediators", "The mediator",
    )  # fmt: skip
    few = tell(
        homeward, "say-obligation", agreed["statement"], *MEDIATOR, *ANNOUNCED, "--action", "release", "--bearer", "N",
        "--beneficiary", "S", "--object", "travellers", "--lo", "50",
    )  # fmt: skip
    many = tell(
        homeward, "say-obligation", agreed["statement"], *MEDIATOR, *ANNOUNCED, "--action", "release", "--bearer", "S",
        "--object", "detainees", "--ratio", "3:1", "--of", few["statement"],
    )  # fmt: skip
    return {"agreement": agreed["statement"], "few": few["statement"], "many": many["statement"]}


def came(homeward: Command, obligation: str, day: str, lo: str, *more: str) -> Any:
    return tell(
        homeward, "say-delivery", obligation, "handed_over", *MEDIATOR, "--said", day, "--when", day, "--lo", lo, *more
    )


def by_ref(views: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {view["ref"]: view for view in views}


def test_what_is_owed_by_ratio_follows_what_the_other_side_did(truce: dict[str, str], homeward: Command) -> None:
    came(homeward, truce["few"], "24 Nov 2025", "13")
    came(homeward, truce["many"], "24 Nov 2025", "39")
    came(homeward, truce["few"], "25 Nov 2025", "13")

    first = by_ref(asked(homeward, "obligations", "2025-11-24"))
    second = by_ref(asked(homeward, "obligations", "2025-11-25"))
    assert (first[truce["many"]]["promised"]["lo"], first[truce["many"]]["delivered"]["handed_over"]["lo"]) == (39, 39)
    assert second[truce["many"]]["promised"]["lo"] == 78
    assert second[truce["many"]]["shortfall"]["lo"] == 39
    assert second[truce["many"]]["ratio"] == "3 for 1"
    assert second[truce["few"]]["delivered"]["handed_over"]["lo"] == 26


def test_two_let_go_on_one_day_count_for_the_next_once_somebody_decided_so(
    truce: dict[str, str], homeward: Command
) -> None:
    two = came(homeward, truce["few"], "25 Nov 2025", "2")
    tell(
        homeward, "say-counting", two["statement"], *MEDIATOR, "--said", "25 Nov 2025", "--obligation", truce["few"],
        "--on", "26 Nov 2025", "--decided-by", "The mediator",
    )  # fmt: skip

    view = by_ref(asked(homeward, "obligations", "2025-11-26"))[truce["few"]]
    assert [day["on"] for day in view["days"]] == ["2025-11-26"]
    assert view["counting"][0]["decided_by"] == ["The mediator"]


def test_an_extension_is_worked_out_and_capped(truce: dict[str, str], homeward: Command) -> None:
    tell(
        homeward, "say-rule", truce["agreement"], "extension", "a day more for each ten", *MEDIATOR, *ANNOUNCED,
        "--per", "10", "--adds", "1 day", "--cap", "3 days", "--between", truce["few"],
    )  # fmt: skip
    came(homeward, truce["few"], "24 Nov 2025", "29")
    (two_days,) = asked(homeward, "agreements", "2025-11-24")
    came(homeward, truce["few"], "25 Nov 2025", "40")
    (capped,) = asked(homeward, "agreements", "2025-11-25")

    assert two_days["ends"]["until"].startswith("2025-11-30T00:00")
    assert "2 days longer" in two_days["ends_why"]
    assert capped["ends"]["until"].startswith("2025-12-01T00:00")
    assert "69 counted: 3 days longer, at most 3 days" in capped["rules"][0]["comes_to"]


def test_an_extension_of_one_side_alone_is_told_as_that(truce: dict[str, str], homeward: Command) -> None:
    tell(homeward, "say-turn", truce["agreement"], "extended", *N, "--said", "27 Nov 2025", "--until", "29 Nov 2025")
    (one_side,) = asked(homeward, "agreements", "2025-11-27")
    tell(homeward, "say-turn", truce["agreement"], "extended", *S, "--said", "27 Nov 2025", "--until", "29 Nov 2025")
    (both,) = asked(homeward, "agreements", "2025-11-27")

    assert "nobody has said it for" in one_side["ends_why"]
    assert "nobody has said it for" not in both["ends_why"]
    assert [turn["by"] for turn in both["turns"]] == [["Northland"], ["Southland"]]


def test_a_suspension_holds_until_it_is_resumed_and_each_is_as_of_its_day(
    truce: dict[str, str], homeward: Command
) -> None:
    tell(homeward, "say-turn", truce["agreement"], "suspended", *N, "--said", "25 Nov 2025")
    tell(homeward, "say-turn", truce["agreement"], "resumed", *N, "--said", "26 Nov 2025")

    states = [by_ref(asked(homeward, "obligations", f"2025-11-{day}"))[truce["few"]]["state"] for day in (24, 25, 26)]
    assert states == ["due", "suspended", "due"]


def test_one_side_says_it_was_not_kept_the_other_denies_it_and_the_desk_measures(
    truce: dict[str, str], homeward: Command
) -> None:
    came(homeward, truce["few"], "27 Nov 2025", "40")
    said = tell(homeward, "say-unkept", truce["few"], *S, "--said", "28 Nov 2025", "--by", "S", "--against", "N")
    tell(homeward, "answer-unkept", said["about"], "denied", *N, "--said", "29 Nov 2025", "--by", "N")

    view = by_ref(asked(homeward, "obligations", "2025-11-29"))[truce["few"]]
    assert view["state"] == "claimed_breached"
    assert view["claims"][0]["claimant"] == ["Southland"]
    assert view["claims"][0]["answer"] == "denied by Northland"
    assert view["shortfall"]["lo"] == 10
    assert "said by Southland not to be kept on 28 Nov 2025, denied by Northland" in view["words"]

    before = by_ref(asked(homeward, "obligations", "2025-11-28"))[truce["few"]]
    assert before["claims"][0]["answer"] is None


def test_what_is_settled_is_no_longer_held_against_anybody(truce: dict[str, str], homeward: Command) -> None:
    said = tell(homeward, "say-unkept", truce["few"], *S, "--said", "25 Nov 2025")
    tell(homeward, "answer-unkept", said["about"], "settled", *MEDIATOR, "--said", "26 Nov 2025")

    assert by_ref(asked(homeward, "obligations", "2025-11-25"))[truce["few"]]["state"] == "claimed_breached"
    assert by_ref(asked(homeward, "obligations", "2025-11-26"))[truce["few"]]["state"] == "due"


def test_voices_that_differ_are_both_shown_and_the_amount_spans_them(truce: dict[str, str], homeward: Command) -> None:
    came(homeward, truce["few"], "24 Nov 2025", "13")
    tell(homeward, "say-delivery", truce["few"], "handed_over", *N, "--said", "24 Nov 2025", "--lo", "15")

    stage = by_ref(asked(homeward, "obligations", "2025-11-24"))[truce["few"]]["delivered"]["handed_over"]
    assert (stage["lo"], stage["hi"]) == (13, 15)
    assert sorted(rival["lo"] for rival in stage["rivals"]) == [13, 15]


def test_what_was_said_already_is_put_to_an_obligation_and_counts_once(desk: Desk, homeward: Command) -> None:
    desk.load(
        case_of(
            {
                "said_on": "2025-11-24",
                "text": "24 let go",
                "figures": [figure("released", "people of the valley", "=", 24, kind="flow")],
            },
            slug="valley",
            zone="UTC",
            agreements=[
                {"id": "v", "title": "Valley", "announced": "2025-11-20", "rules": [],
                 "obligations": [{"id": "o1", "bearer": "N", "action": "release", "object": "travellers",
                                  "quantity": {"op": "=", "lo": 50, "hi": 50}}]}
            ],
        )
    )  # fmt: skip
    case = ("--case", "valley")
    before = homeward("talks", "agreements", *case, "--as-of", "2025-11-25", "--format", "json").document[0]
    ref = before["findings"][0]["words"].split("(")[1].split(")")[0]
    for _ in range(2):
        done = homeward(
            "talks", "say-delivery", "o1", "handed_over", *case, *MEDIATOR, "--said", "24 Nov 2025", "--lo", "24",
            "--statement", ref,
        )  # fmt: skip
        assert done.code == 0, done.err
    after = homeward("talks", "agreements", *case, "--as-of", "2025-11-25", "--format", "json").document[0]

    assert before["findings"][0]["code"] == "question"
    assert before["obligations"][0]["delivered"] == {}
    assert after["findings"] == []
    assert after["obligations"][0]["delivered"]["handed_over"]["lo"] == 24
    assert after["obligations"][0]["delivered"]["handed_over"]["hi"] == 24
    assert after["obligations"][0]["delivered"]["handed_over"]["inferred"] is False


def test_a_form_sent_twice_is_recorded_once(truce: dict[str, str], homeward: Command) -> None:
    once = str(uuid4())
    first = came(homeward, truce["few"], "24 Nov 2025", "13", "--once", once)
    again = came(homeward, truce["few"], "24 Nov 2025", "13", "--once", once)
    other = homeward(
        "talks", "say-delivery", truce["few"], "handed_over", *CASE, *MEDIATOR, "--said", "24 Nov 2025", "--lo", "14",
        "--once", once,
    )  # fmt: skip

    assert first["statement"] == again["statement"]
    assert other.code == 1
    assert by_ref(asked(homeward, "obligations", "2025-11-24"))[truce["few"]]["delivered"]["handed_over"]["hi"] == 13


def test_every_fault_of_a_form_is_told_with_its_field(truce: dict[str, str], homeward: Command) -> None:
    assert refused(
        homeward, "say-obligation", truce["agreement"], "--speaker", "", "--said", "", "--action", " ", "--bearer", "",
        "--lo", "-3", "--ratio", "0:1", "--batch", "0", "--per", "truck", "--counts-at", "nowhere",
    ) == [
        "lo quantity", "action empty", "bearer empty", "per per", "counts_at unknown-word", "num not-above-nought",
        "batches.0 not-above-nought", "speaker empty", "said empty",
    ]  # fmt: skip
    assert refused(
        homeward, "say-agreement", "Back to front", *MEDIATOR, *ANNOUNCED, "--planned-start", "27 Nov 2025",
        "--planned-end", "24 Nov 2025",
    ) == ["planned_end ends-before-it-starts"]  # fmt: skip
    assert refused(homeward, "say-turn", truce["agreement"], "extended", *N, "--said", "27 Nov 2025") == ["until empty"]
    assert refused(homeward, "say-rule", truce["agreement"], "extension", "some days more", *N, *ANNOUNCED) == [
        "per extension"
    ]
    assert refused(homeward, "say-rule", truce["agreement"], "whim", "as it pleases", *N, *ANNOUNCED) == [
        "kind unknown-word"
    ]


def test_what_is_not_there_is_refused_with_a_way_on(truce: dict[str, str], homeward: Command) -> None:
    for words in (
        ("say-turn", "nothing", "ended", *N, *ANNOUNCED),
        ("say-delivery", "nothing", "listed", *N, *ANNOUNCED, "--lo", "1"),
        ("say-counting", "nothing", *N, *ANNOUNCED),
        ("answer-unkept", str(uuid4()), "denied", *N, *ANNOUNCED),
    ):
        done = homeward("talks", *words, *CASE)
        assert done.code == 1
        assert "Traceback" not in done.err


def test_what_is_more_than_promised_is_shown_as_over(truce: dict[str, str], homeward: Command) -> None:
    recorded = came(homeward, truce["few"], "24 Nov 2025", "53")

    view = by_ref(asked(homeward, "obligations", "2025-11-24"))[truce["few"]]
    assert [warning["code"] for warning in recorded["warnings"]] == ["over"]
    assert (view["state"], view["over"]["lo"]) == ("done", 3)


def test_who_may_extend_is_told_that_it_runs_out(truce: dict[str, str], homeward: Command) -> None:
    tell(homeward, "say-power", truce["agreement"], "extend", "The mediator", *MEDIATOR, *ANNOUNCED)

    (end,) = (duty for duty in asked(homeward, "duties", "2025-11-26") if duty["obligation"] is None)
    assert end["by"] == ["The mediator"]
    assert not end["overdue"]
