from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from homeward.refusals import Refused
from homeward.web import errors

REQUEST = RequestFactory().get("/")
ANSWERS = [
    (errors.bad_request, 400),
    (errors.not_let_in, 403),
    (errors.form_expired, 403),
    (errors.not_found, 404),
    (errors.broken, 500),
]


@pytest.mark.parametrize(("answer", "status"), ANSWERS, ids=lambda given: getattr(given, "__name__", given))
def test_each_says_what_happened_and_the_way_on_without_script(answer, status):
    shown = answer(REQUEST)
    page = shown.content.decode()

    assert shown.status_code == status
    assert "<script" not in page
    assert 'href="/"' in page
    assert shown["Cache-Control"] == "no-store"


def test_a_refusal_is_told_in_its_own_words():
    page = errors.refused(REQUEST, Refused("This time cannot be read.", instead="Write 4 Nov 12:00.")).content.decode()

    assert "This time cannot be read." in page
    assert "Write 4 Nov 12:00." in page


@pytest.mark.django_db
def test_what_does_not_exist_is_told_in_a_page_of_the_desk():
    answer = Client(raise_request_exception=False).get("/nowhere/")

    assert answer.status_code == 404
    assert "There is nothing at this address, or nothing that you may see." in answer.content.decode()
