"""Sentences that talks work out are put anew for readers of other languages: each code has its words, each word its values."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from string import ascii_letters

import pytest
from django.test import Client
from django.utils import translation

from homeward.ledger.core.agreements import Stage
from homeward.moments import Interval, Precision
from homeward.talks import queries
from homeward.talks.core.quantities import Amount
from homeward.talks.core.sentences import in_english, sentence
from homeward.talks.queries.views import FindingView
from homeward.web.agreements import sentences
from tests.apps.talks.promised_days import TITLE, Pause
from tests.doors.web.agreements.conftest import SLUG

SOURCE = Path(queries.__file__).parent
FIFTH = Interval(datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 1, 6, tzinfo=UTC), Precision.DAY, "5 Jan 2026")


def codes(*made_by: str) -> set[str]:
    """Every code that the queries of talks about agreements write out."""
    text = "\n".join(
        (SOURCE / f"{name}.py").read_text()
        for name in ("terms", "ruled", "obliged", "promises", "delivered", "agreements")
    )
    return {code for made in made_by for code in re.findall(made + r'\(\s*"([a-z-]+)"', text)}


def test_every_code_has_words_of_its_own() -> None:
    told = {*sentences.ENDS, *sentences.RULES}
    assert codes("sentence") - told == set()
    assert codes(r"\.find", "FindingView") - set(sentences.FINDINGS) == set()


@pytest.mark.parametrize(
    "table", [sentences.ENDS, sentences.RULES, sentences.FINDINGS], ids=["ends", "rules", "findings"]
)
def test_in_arabic_each_names_the_same_things_as_in_english(table: dict[str, object]) -> None:
    for code, pattern in table.items():
        english = set(re.findall(r"%\((\w+)\)s", str(pattern)))
        with translation.override("ar"):
            arabic = str(pattern)
        assert set(re.findall(r"%\((\w+)\)s", arabic)) == english, code
        assert not set(re.sub(r"%\(\w+\)s", "", arabic)) & set(ascii_letters), code


def test_what_stands_in_a_sentence_is_put_as_its_reader_knows_it() -> None:
    told = sentence("longer", "2 to 3 days longer", longer=(timedelta(days=2), timedelta(days=3)))
    extended = sentence("extended", "extended until 5 Jan 2026", until=FIFTH, who=("Northland", "Southland"))
    found = FindingView("only-parts", "entered: only parts were counted", (), (("stage", Stage.ENTERED),))
    with translation.override("ar"):
        assert sentences.sentences((extended, told), sentences.ENDS, UTC) == (
            "مُدّد حتى 5 يناير 2026، أعلنه Northland وSouthland؛ أطول بمقدار من يومين (2) إلى 3 أيام بحسب قاعدة التمديد"
        )
        assert sentences.finding(found, UTC).startswith("دخل:")
        assert sentences.put(Amount(Decimal(501), None), UTC) == "501 أو أكثر"
        assert sentences.put(date(2026, 1, 5), UTC) == "5 يناير 2026"
        assert sentences.put((), UTC) == "أحدهم"
    assert sentences.sentences((extended, told), sentences.ENDS, UTC) == "extended until 5 Jan 2026; 2 to 3 days longer"


def test_sentences_follow_each_other_as_they_did() -> None:
    assert (
        in_english([sentence("a", "X against Y."), sentence("b", "one"), sentence("c", "two")])
        == "X against Y. one; two"
    )
    assert in_english([]) == ""


def test_the_pages_of_a_promise_hold_no_english_sentence_for_arabic_readers(pause: Pause, officer: Client) -> None:
    officer.cookies["django_language"] = "ar"
    for page in (
        f"agreements/{pause.agreement}/?as_of=2026-01-06",
        "agreements/?as_of=2026-01-06",
        "duties/?as_of=2026-01-04",
    ):
        words = officer.get(f"/c/{SLUG}/talks/{page}").content.decode()
        for english in ("announced by", "nobody has said", "It runs out", "promised,", "late by", "said by"):
            assert english not in words, (page, english)


def test_what_is_due_within_two_days_stands_on_the_first_pages_and_leads_to_who_said_it(
    pause: Pause, officer: Client
) -> None:
    for page in ("", "talks/"):
        shown = officer.get(f"/c/{SLUG}/{page}?as_of=2026-01-04").content.decode()
        assert "Overdue, or due within two days" in shown, page
        for ref in ("pa", "po", "pd0", "pc", "pn"):
            assert f"/c/{SLUG}/statements/{ref}/" in shown, (page, ref)
        assert TITLE in shown
    assert "1 duty is overdue or falls due within two days" in officer.get("/").content.decode()
    quiet = officer.get(f"/c/{SLUG}/?as_of=2025-12-31").content.decode()
    assert "Overdue, or due within two days" not in quiet
