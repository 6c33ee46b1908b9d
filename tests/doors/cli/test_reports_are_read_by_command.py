"""A report is read by command: its proposals with their places, what was not read, nothing recorded and nobody asked."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from homeward.reading.engines.reader import LONGEST
from tests.doors.cli.conftest import Command
from tests.spec.reading.reading import HAS_MODEL

REPORT = """Министр обороны заявил в понедельник, что более 500 человек перешли мост.
Агентство «Вести» со ссылкой на губернатора сообщило, что колонна может выйти завтра, если откроют мост.
Сообщил ли об этом кто-то ещё, осталось неясным.
"""
MORE = "Министр сказал, что мост открыт."
HEBREW = "הדוברת אמרה כי השער לא ייפתח היום. גם היא לא ידעה מתי."
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Ворота</title>
<item><title>Первая</title><pubDate>Wed, 08 Nov 2023 10:00:00 +0200</pubDate><description>{first}</description></item>
<item><title>Вторая</title><description>{second}</description></item></channel></rss>"""


@pytest.fixture
def report(tmp_path: Path) -> str:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    return str(file)


def pieces(told: Any) -> Iterator[dict[str, Any]]:
    """Everything in a document that has a place."""
    if isinstance(told, list):
        for each in told:
            yield from pieces(each)
    elif isinstance(told, dict):
        if {"text", "start", "end"} <= told.keys():
            yield told
        for each in told.values():
            yield from pieces(each)


def test_the_page_shows_who_through_whom_what_when_and_how_sure(homeward: Command, report: str) -> None:
    done = homeward("read", report, "--published", "2023-11-08", "--outlet", "Ворота")

    assert done.code == 0
    assert "Ворота · published 8 Nov 2023 · Russian" in done.out
    assert "1 · asserted · sure 0." in done.out
    assert "more than 500 person" in done.out
    assert "6 Nov 2023 (в понедельник)" in done.out
    assert "губернатора (106 to 117) → Агентство «Вести» (74 to 91)" in done.out
    assert "если откроют мост (160 to 177) · requires" in done.out
    assert "Nothing was recorded." in done.out


def test_what_was_not_read_is_shown_as_well(homeward: Command, report: str) -> None:
    page, document = homeward("read", report), homeward("read", report, "--format", "json").document

    last = "Сообщил ли об этом кто-то ещё, осталось неясным."
    assert "Not read: 1 sentence in which somebody seems to say something" in page.out
    assert last in page.out
    assert [piece["text"] for piece in document["unread"]] == [last]


def test_the_document_has_each_field_at_its_place(homeward: Command, report: str) -> None:
    told = homeward("read", report, "--published", "2023-11-08T10:00+02:00", "--format", "json").document

    assert told["reader"].keys() == {"name", "hash"}
    assert (told["language"], told["published"], told["outlet"]) == ("ru", "2023-11-08", None)
    assert (told["read_until"], told["length"], told["text"]) == (len(REPORT), len(REPORT), REPORT)
    first, second = told["statements"]
    assert first["said"] == {"from": "2023-11-06", "to": "2023-11-06", "precision": "day"}
    assert [(figure["op"], figure["lo"], figure["hi"]) for figure in first["figures"]] == [("gt", 500, None)]
    assert [link["text"] for link in second["chain"]] == ["Агентство «Вести»", "губернатора"]
    assert (second["modality"], len(second["conditions"])) == ("conditional", 1)
    assert all(0 < statement["confidence"] <= 1 for statement in told["statements"])
    assert all(REPORT[piece["start"] : piece["end"]] == piece["text"] for piece in pieces(told))


def test_a_report_may_come_by_standard_input(homeward: Command) -> None:
    done = homeward("read", "-", given=MORE.encode())

    assert done.code == 0
    assert "standard input" in done.out


def test_the_day_and_the_outlet_are_the_file_s_own_unless_they_are_given(homeward: Command, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html><head><meta property="og:site_name" content="Ворота">'
        '<meta property="article:published_time" content="2023-11-08T23:30:00+02:00"></head>'
        f"<body><p>{MORE}</p></body></html>",
        encoding="utf-8",
    )

    own = homeward("read", str(page))
    given = homeward("read", str(page), "--published", "2023-11-09", "--outlet", "Мост")

    assert "Ворота · published 8 Nov 2023, as it says itself" in own.out
    assert "Мост · published 9 Nov 2023 ·" in given.out


def test_a_time_without_its_zone_is_refused(homeward: Command, report: str) -> None:
    done = homeward("read", report, "--published", "2023-11-08T10:00")

    assert done.code == 1
    assert "--published 2023-11-08T10:00: This time does not say its zone." in done.err


def test_a_language_that_nothing_reads_is_refused_with_what_can_be_done(homeward: Command) -> None:
    done = homeward("read", "-", given=HEBREW.encode())

    assert done.code == 1
    assert "This looks like Hebrew, which is not read" in done.err
    assert "Read a translation" in done.err


def test_a_feed_gives_a_reading_for_each_item_and_one_that_is_not_read_stops_no_other(homeward: Command) -> None:
    feed = FEED.replace("{first}", MORE).replace("{second}", HEBREW).encode()

    first, second = homeward("read", "-", "--format", "json", given=feed).document["papers"]

    assert (first["title"], first["published"], len(first["statements"])) == ("Первая", "2023-11-08", 1)
    assert (second["title"], second["statements"]) == ("Вторая", [])
    assert "Hebrew" in second["refused"]


def test_a_line_of_ten_megabytes_is_read_to_a_bound_that_is_told(homeward: Command) -> None:
    done = homeward("read", "-", given=f"{MORE} {'а' * 5_000_000}".encode())

    assert done.code == 0
    assert f"Read up to character {LONGEST:,} of 5,000,033: the rest was not read." in done.out


def test_many_articles_are_written_line_by_line_as_corpora_have_them(homeward: Command) -> None:
    articles = [{"id": 7, "text": MORE, "title": "x"}, {"id": "b", "text": REPORT}]

    done = homeward("read", "--attributions", "-", given="\n".join(map(json.dumps, articles)).encode())

    first, second = map(json.loads, done.out.splitlines())
    assert first == {"id": 7, "attributions": [{"source": [[0, 7]], "cue": [[8, 14]], "content": [[16, 31]]}]}
    assert (second["id"], len(second["attributions"])) == ("b", 2)
    assert "2 articles read" in done.err


def test_a_line_that_is_no_article_is_refused_by_its_number(homeward: Command) -> None:
    done = homeward("read", "--attributions", "-", given=b'{"id": 1, "text": "' + MORE.encode() + b'"}\n{"id": 2}\n')

    assert done.code == 1
    assert "line 2" in done.err


@pytest.mark.parametrize("words", [["read"], ["read", "a.txt", "--attributions", "b.jsonl"]])
def test_a_report_or_articles_are_read_and_not_both(homeward: Command, words: list[str]) -> None:
    assert homeward(*words).code == 2


def test_no_network_is_asked(homeward: Command, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object, **__: object) -> None:
        raise AssertionError("a reader asked the network")

    monkeypatch.setattr(socket, "socket", asked)
    monkeypatch.setattr(socket, "create_connection", asked)
    monkeypatch.setattr(socket, "getaddrinfo", asked)

    assert homeward("read", report).code == 0


def test_nothing_is_recorded_since_no_ledger_is_opened(report: str) -> None:
    code = (
        "import sys; from homeward.cli.commands import app\n"
        f"app(['read', {report!r}], standalone_mode=False)\n"
        "print(sorted({'django', 'psycopg', 'onnxruntime'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(not HAS_MODEL, reason="the model that reads English is not here")
def test_english_is_read_by_a_model_that_ships(homeward: Command) -> None:
    text = "The mayor of Esk said on Monday that more than 500 people had crossed the bridge."

    told = homeward("read", "-", "--published", "2023-11-08", "--format", "json", given=text.encode()).document

    (statement,) = told["statements"]
    assert told["reader"]["name"].startswith("homeward english")
    assert (statement["source"]["text"], statement["cue"]["text"]) == ("The mayor of Esk", "said")
    assert [(figure["op"], figure["lo"]) for figure in statement["figures"]] == [("gt", 500)]
