"""The first run, signing in and out, and choosing how to read."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

from homeward.web.sign_in import code

PASSWORD = "four grey herons at noon"
FIRST = {"name": "Desk officer A", "password": PASSWORD, "again": PASSWORD}

pytestmark = pytest.mark.django_db


@pytest.fixture
def keys(tmp_path):
    with override_settings(HOMEWARD_KEYS=tmp_path):
        yield tmp_path


@pytest.fixture
def client(keys) -> Client:
    return Client()


@pytest.fixture
def with_administrator(client) -> Client:
    client.get("/first-run")
    client.post("/first-run", {**FIRST, "code": code.code()})
    return client


def test_an_empty_desk_leads_to_its_first_run(client):
    assert client.get("/sign-in").headers["Location"] == "/first-run"
    assert client.get("/first-run").status_code == 200


def test_the_code_lies_in_a_file_for_the_servers_account_alone(client, keys):
    client.get("/first-run")

    assert (keys / "first-run.code").stat().st_mode & 0o077 == 0
    assert code.code() not in client.get("/first-run").content.decode()


def test_a_stranger_without_the_code_makes_no_account(client):
    answer = client.post("/first-run", {**FIRST, "code": "abcde-fghjk-mnpqr-stuvw"})

    assert answer.status_code == 422
    assert "This is not the code of this server" in answer.content.decode()
    assert client.get("/first-run").status_code == 200


def test_all_faults_of_the_first_run_are_said_at_once_and_the_name_stays(client):
    answer = client.post("/first-run", {"code": "", "name": "Desk officer A", "password": "short", "again": "other"})

    page = answer.content.decode()
    assert "Write the code that the server printed." in page
    assert "The two passwords differ." in page
    assert 'value="Desk officer A"' in page
    assert "<title>Error:" in page


@pytest.mark.parametrize("weak", ["short", "desk officer a 1"])
def test_a_password_that_is_easy_to_guess_is_refused_beside_its_field(client, weak):
    client.get("/first-run")

    answer = client.post("/first-run", {**FIRST, "code": code.code(), "password": weak, "again": weak})

    assert answer.status_code == 422
    assert 'id="id_password-wrong"' in answer.content.decode()


def test_the_first_run_happens_once(with_administrator):
    assert not code.code_file().exists()
    assert with_administrator.get("/first-run").headers["Location"] == "/sign-in"
    again = with_administrator.post("/first-run", {**FIRST, "code": "x"})
    assert again.headers["Location"] == "/sign-in"


def test_who_has_a_name_and_a_password_comes_in_and_goes_out(with_administrator):
    answer = with_administrator.post("/sign-in", {"name": "Desk officer A", "password": PASSWORD})

    assert answer.headers["Location"] == "/"
    assert "_auth_user_id" in with_administrator.session
    assert with_administrator.post("/sign-out").headers["Location"] == "/sign-in"
    assert "_auth_user_id" not in with_administrator.session


@pytest.mark.parametrize(
    "given", [{"name": "Desk officer A", "password": "wrong"}, {"name": "Nobody", "password": PASSWORD}]
)
def test_a_wrong_name_and_a_wrong_password_are_answered_alike(with_administrator, given):
    answer = with_administrator.post("/sign-in", given)

    assert answer.status_code == 422
    assert "This name and this password do not go together at this desk." in answer.content.decode()
    assert given["password"] not in answer.content.decode()


@pytest.mark.parametrize(
    ("wanted", "goes"), [("/c/x/", "/c/x/"), ("https://elsewhere.example/", "/"), ("//elsewhere.example", "/")]
)
def test_after_signing_in_one_stays_on_this_desk(with_administrator, wanted, goes):
    answer = with_administrator.post("/sign-in", {"name": "Desk officer A", "password": PASSWORD, "next": wanted})

    assert answer.headers["Location"] == goes


def test_signing_out_and_choosing_are_never_links(client):
    assert client.get("/sign-out").status_code == 405
    assert client.get("/choose").status_code == 405


def test_language_and_light_are_kept_for_who_chose_them(client):
    assert client.post("/choose", {"language": "ar", "next": "/about/design/"}).headers["Location"] == "/about/design/"
    client.post("/choose", {"theme": "dark"})

    page = client.get("/about/design/").content.decode()

    assert '<html lang="ar" dir="rtl">' in page
    assert 'css/dark.css" media="screen">' in page


def test_what_is_not_offered_changes_nothing(client):
    client.post("/choose", {"language": "xx", "theme": "neon", "letters": "maybe"})

    assert client.cookies == {}


def test_letter_keys_can_be_turned_off(client):
    client.post("/choose", {"letters": "off"})

    assert 'data-letters="off"' in client.get("/about/design/").content.decode()


def test_a_dial_says_how_it_is_read_before_anybody_goes(client):
    answer = client.get("/dial", {"zone": "Asia/Gaza", "as_of": "2023-11-04"}).content.decode()
    unread = client.get("/dial", {"zone": "Asia/Gaza", "known_at": "soon"}).content.decode()

    assert "read as end of 4 Nov 2023" in answer
    assert 'class="refused"' in unread
    assert client.get("/dial", {"zone": "Nowhere/At all", "as_of": "4 Nov"}).status_code == 200
