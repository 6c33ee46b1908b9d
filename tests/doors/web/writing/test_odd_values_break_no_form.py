"""Whatever arrives in a field, the desk answers with a page: it records it as it is, or says what is wrong with it."""

from __future__ import annotations

from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.ledger import queries
from homeward.web.write.numbers import put
from homeward.web.write.sheet import Sheet, change
from tests.doors.web.writing.sheets import CALL, WRITE, shown

ODD = {
    "nul": "a\0b",
    "bidi": "\u202eabc\u2066\u2069\u200f",
    "too large": "1e400",
    "not a number": "-NaN",
    "tiny": "-1e-400",
    "eastern digits": "٤٠٠",
    "very long": "x" * 20_001,
    "markup": "<script>alert(1)</script>'\"{{ 7 }}{% now %}",
    "newlines": "a\r\nb\n\n\tc",
    "many digits": "9" * 400,
    "percent": "%s %(x)s %00",
    "date": "99999-99-99T99:99:99+99:99",
}
FIELDS = (*CALL, "note", "language", "reason", "figures.0.op", "figures.0.hi", "figures.0.unit", "figures.0.kind")
ACTS = {
    "statements/s1/correct/": FIELDS,
    "statements/s1/withdraw/": ("reason",),
    "statements/s1/doubt/": ("figure", "reason"),
    "statements/s1/link/": ("stance", "to", "reason"),
    "statements/s1/judge/": ("number", "reason"),
    "figures/villagers/relate/": ("relation_said", "other", "reason"),
    "sources/{source}/judge/": ("letter", "topic", "during", "reason"),
    "sources/{source}/settle/": ("settled_as", "reason"),
}


def sent(officer, odd: str, source: object):
    """Every form of the case with this in all its fields, and in one at a time where the rest is as it should be."""
    everywhere = {**dict.fromkeys(FIELDS, odd), "do": "record"}
    yield officer.post(WRITE, {"once": odd, **everywhere})
    yield officer.post(f"{WRITE}again", everywhere)
    for name in ("text", "speaker", "figures.0.lo"):
        yield officer.post(WRITE, {"once": str(uuid4()), **CALL, "do": "record", name: odd})
    for path, fields in ACTS.items():
        yield officer.post(
            "/c/bridge/" + path.format(source=source), {**dict.fromkeys(fields, odd), "do": "record", "once": odd}
        )
    yield officer.post(f"{WRITE}drafts/{uuid4()}/", everywhere)
    yield officer.get("/time-read", {"said": odd, "zone": odd})
    yield officer.get(WRITE, {"draft": odd, "recorded": odd})
    yield officer.get("/c/bridge/figures/", {"q": odd})
    yield officer.get("/c/bridge/sources/", {"q": odd})
    yield officer.get(f"/c/bridge/figures/{odd.strip() or '-'}/")


def test_in_any_field_of_any_form_it_is_recorded_or_refused_in_words(officer, desk):
    with desk.acting():
        source = next(iter(queries.sources.sources(desk.ask("bridge"))))

    broken = [
        (name, answer.request["PATH_INFO"], answer.status_code)
        for name, odd in ODD.items()
        for answer in sent(officer, odd, source)
        if answer.status_code >= 500 or "<script>alert(1)" in answer.content.decode()
    ]

    assert broken == []


def test_bytes_that_are_no_text_are_answered(officer):
    answer = officer.post(WRITE, b"text=%FF%FE%ED%B3%BF&speaker=%00&do=record", "application/x-www-form-urlencoded")

    assert answer.status_code == 422


def test_a_form_without_any_field_is_answered_with_all_that_is_missing(officer):
    answer = officer.post(WRITE, {})

    assert answer.status_code == 422
    for words in ("Write what was said.", "Name who said it", "Say when it was said", "Choose how it was put."):
        assert words in shown(answer)


def test_a_field_that_is_sent_twice_counts_as_it_was_sent_last(officer):
    answer = officer.post(WRITE, {**CALL, "do": "check", "topic": ["first", "second"]})

    assert "second" in shown(answer)


def test_more_rows_than_a_statement_may_have_are_refused_and_not_dropped_unseen(officer):
    rows = {f"figures.{n}.lo": str(n) for n in range(45)}

    answer = officer.post(WRITE, {**CALL, **rows})

    assert answer.status_code == 422
    assert "At most 40 of these in one statement." in shown(answer)


names = st.sampled_from([*FIELDS, "figures.7.lo", "via.999999.name", "conditions.3.text", "figures.x.lo", "do", ""])


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(names, st.text(st.characters(codec="utf-8"), max_size=60)))
def test_any_sheet_can_be_shown_again_as_it_was_typed(typed):
    sheet = Sheet(typed)
    again = Sheet(sheet.flat)

    assert again.flat == sheet.flat
    assert sheet.heard_values() == again.heard_values()


@given(st.text(max_size=40))
def test_any_words_for_a_number_and_any_button_are_read(typed):
    assert put(typed).op
    assert change(typed).verb in ("check", "add", "drop", "change", "record")
