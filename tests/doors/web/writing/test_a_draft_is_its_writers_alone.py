from __future__ import annotations

import re
from uuid import uuid4

from django.test import Client

from homeward.ledger import queries
from tests.doors.web.writing.sheets import CALL, WRITE, press, record, shown


def save(client: Client, draft: str, **typed: str):
    return client.post(f"{WRITE}drafts/{draft}/", {"once": draft, **CALL, **typed})


def count(desk) -> int:
    with desk.acting():
        found = queries.statements.find(desk.ask("bridge"), queries.statements.Filters(kind="said.plain"))
    return found.count


def test_it_is_kept_with_the_time_listed_and_gone_on_with(officer):
    draft = str(uuid4())

    assert re.fullmatch(r"Saved \d\d:\d\d:\d\d", save(officer, draft).content.decode())

    listed = officer.get(WRITE).content.decode()
    assert "Forty are on the list" in listed
    assert f"{WRITE}?draft={draft}" in listed
    opened = officer.get(WRITE, {"draft": draft}).content.decode()
    assert f'name="once" value="{draft}"' in opened
    assert 'value="more than 40"' in opened
    assert 'value="the bridge is mended"' in opened


def test_nobody_else_sees_opens_changes_or_throws_it_away(officer, colleague):
    draft = str(uuid4())
    save(officer, draft)

    assert "Forty are on the list" not in colleague.get(WRITE).content.decode()
    assert "Forty are on the list" not in colleague.get(WRITE, {"draft": draft}).content.decode()
    assert save(colleague, draft, text="mine now").status_code == 204
    colleague.post(f"{WRITE}drafts/{draft}/throw-away")
    assert "Forty are on the list" in officer.get(WRITE, {"draft": draft}).content.decode()


def test_it_is_gone_once_it_is_recorded_and_a_late_saving_does_not_bring_it_back(officer):
    draft = str(uuid4())
    save(officer, draft)
    record(officer, once=draft)

    save(officer, draft)

    assert "Forty are on the list" not in officer.get(WRITE).content.decode()


def test_it_is_gone_once_it_is_thrown_away(officer):
    draft = str(uuid4())
    save(officer, draft)

    officer.post(f"{WRITE}drafts/{draft}/throw-away")

    assert "Forty are on the list" not in officer.get(WRITE).content.decode()


def test_faults_and_checks_keep_it_without_script(officer):
    press(officer, "check", said="the other day")
    press(officer, "check")

    assert officer.get(WRITE).content.decode().count("Throw away") == 2


def test_an_empty_sheet_is_no_draft(officer):
    fields = dict.fromkeys(CALL, "")

    assert officer.post(f"{WRITE}drafts/{uuid4()}/", fields).status_code == 204
    assert "Throw away" not in officer.get(WRITE).content.decode()


def test_a_correction_that_was_begun_leads_back_to_its_statement(officer):
    draft = str(uuid4())
    officer.post(f"{WRITE}drafts/{draft}/", {**CALL, "corrects": "s1", "figure": "2", "reason": "heard again"})

    page = officer.get(WRITE).content.decode()

    assert f"/c/bridge/statements/s1/correct/?draft={draft}&amp;figure=2" in page
    opened = officer.get("/c/bridge/statements/s1/correct/", {"draft": draft, "figure": "2"}).content.decode()
    assert "heard again" in opened


def test_whoever_is_signed_out_meanwhile_loses_nothing(officer, desk):
    before, stranger = count(desk), Client()

    assert save(stranger, str(uuid4())).status_code == 403
    answer = press(stranger, "record")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "What you typed is kept on this page." in page
    again = re.search(r'<form method="post" action="([^"]+again)"', page)[1]
    typed = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    assert typed["figures.0.lo"] == "more than 40"

    sheet = officer.post(again, typed).content.decode()

    assert 'value="more than 40"' in sheet
    assert count(desk) == before


def test_whoever_signed_in_anew_meanwhile_loses_nothing_and_records_nothing_unseen(officer, desk):
    before = count(desk)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies.update(officer.cookies)

    answer = press(strict, "record")
    assert answer.status_code == 403
    assert "What you typed is kept on this page." in answer.content.decode()
    sheet = strict.post(f"{WRITE}again", CALL).content.decode()

    assert "csrfmiddlewaretoken" in sheet
    assert 'value="more than 40"' in sheet
    assert count(desk) == before


def test_the_kept_page_is_a_page_of_the_desk(officer):
    assert "Go on with what I typed" in shown(press(Client(), "record"))
