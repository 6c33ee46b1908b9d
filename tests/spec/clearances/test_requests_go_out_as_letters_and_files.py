"""An authority is asked in bulk by a letter in its language and a file; who has not agreed is named in neither."""

from __future__ import annotations

import csv
import io
import json
import re
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest

from homeward.clearances import actions, queries
from homeward.clearances.actions import ExportedRequest
from homeward.clearances.queries import RequestLetter
from homeward.matching.core.letter import NoSuchLanguage
from homeward.matching.formats.letters import as_text
from homeward.people import actions as people
from homeward.people.queries import NoSuchPerson
from homeward.refusals import Refused
from tests.apps.people.clearing import Clearing
from tests.apps.people.registers import born, citizen, named, paper
from tests.grounds.databases import Database


class Asking:
    """A mother and a child who agreed, somebody alone who agreed, and somebody who did not."""

    def __init__(self, clearing: Clearing) -> None:
        self.clearing, register = clearing, clearing.register
        enter = register.enter
        self.salma = enter(
            named(
                "Salma Darvish", "سلمى درويش", birth=born("4 May 1988", "1988-05-04", "1988-05-05"),
                documents=(paper("N1730264"),), nationalities=citizen("RUS"),
            )
        )  # fmt: skip
        self.lina = enter(named("Lina Darvish", birth=born("about 2018")))
        self.omar = enter(named('=HYPERLINK("x")', "+Omar Haddad"))
        self.nour = enter(named("Nour Silent"))
        register.does(people.relate, person=self.salma, relation="parent_of", other=self.lina)
        for person in (self.salma, self.lina, self.omar):
            register.does(people.consent, person=person, state="given", given_by="person", scope=("authorities",))
        self.asked = clearing.ask(self.salma, self.lina, self.omar, self.nour, via=("The liaison office",))

    def letter(self, language: str = "en", named: tuple[UUID, ...] = ()) -> RequestLetter:
        with self.clearing.register.desk.acting():
            return queries.request_letter(self.clearing.register.asked(), self.asked.batch, language, people=named)

    def file(self, form: str, **more: object) -> ExportedRequest:
        desk = self.clearing.register.desk
        with desk.acting() as actor:
            return actions.export_request(
                asked=self.clearing.register.asked(), batch=self.asked.batch, form=form, by=actor, at=desk.now,
                **{"purpose": "for the authority", **more},  # type: ignore[arg-type]
            )  # fmt: skip


@pytest.fixture
def asking(clearing: Clearing) -> Asking:
    return Asking(clearing)


def test_the_letter_names_who_agreed_with_what_the_authority_needs(asking: Asking) -> None:
    view = asking.letter()
    text = as_text(view.letter).replace("\u2068", "").replace("\u2069", "")

    assert set(view.named) == {asking.salma, asking.lina, asking.omar}
    assert [each.names for each in view.without_consent] == [("Nour Silent",)]
    assert "Nour" not in text
    assert "Number of people named in this letter: 3." in text
    assert "Family 1" in text
    assert f"our reference: {asking.asked.refs[asking.salma]}" in text
    assert "date of birth: 4 May 1988; document: N1730264; nationality as it was given: RUS" in text
    assert "exit through the southern crossing" in text


def test_who_asks_may_name_somebody_all_the_same(asking: Asking) -> None:
    view = asking.letter(named=(asking.nour,))

    assert view.named_without == (asking.nour,)
    assert view.without_consent == ()
    with pytest.raises(NoSuchPerson):
        asking.letter(named=(uuid4(),))


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", "نطلب من حضرتكم"), ("he", "אנו מבקשים"), ("ru", "Просим вашего разрешения"), ("en", "We ask for")],
)
def test_it_is_written_in_four_languages(asking: Asking, language: str, words: str) -> None:
    letter = asking.letter(language).letter

    assert words in letter.paragraphs[0]
    assert letter.direction == ("rtl" if language in ("ar", "he") else "ltr")
    if language == "ar":
        assert any("سلمى درويش" in line for line in letter.sections[0].listed)


def test_another_language_is_refused(asking: Asking) -> None:
    with pytest.raises(NoSuchLanguage):
        asking.letter("xx")


def test_the_spreadsheet_holds_one_sheet_of_texts_and_nothing_else(asking: Asking) -> None:
    file = asking.file("xlsx")
    with ZipFile(io.BytesIO(file.data)) as parts:
        names = parts.namelist()
        sheet, book, about = (
            parts.read(f"{name}.xml").decode() for name in ("xl/worksheets/sheet1", "xl/workbook", "docProps/core")
        )
        words = parts.read("xl/sharedStrings.xml").decode()

    assert [name for name in names if "worksheets/" in name] == ["xl/worksheets/sheet1.xml"]
    assert not [name for name in names if any(word in name for word in ("external", "vba", "comment", "drawing"))]
    assert "<f>" not in sheet
    assert "hidden" not in sheet + book
    assert set(re.findall(r'<c [^>]*?t="(\w+)"', sheet)) == {"s"}
    assert re.findall(r"<dc:creator>(.*?)</dc:creator>|<dc:creator/>", about) == [""]
    assert "People: 3" in words
    assert sheet.count("<row ") == 2 + 3


def test_the_text_table_opens_no_formula(asking: Asking) -> None:
    file = asking.file("csv")
    rows = list(csv.reader(io.StringIO(file.data.decode("utf-8-sig"))))

    assert rows[0][1] == "People: 3"
    assert [name for row in rows[2:] for name in row if name.startswith(("=", "+", "-", "@"))] == []
    assert any("HYPERLINK" in row[2] for row in rows[2:])
    assert "Nour" not in file.data.decode()


def test_a_file_that_leaves_is_told_to_the_log_with_its_digest_and_count(
    lasting_clearing: Clearing, fresh_database: Database
) -> None:
    Asking(lasting_clearing).file("csv")

    told = fresh_database.superuser("SELECT entry FROM access_event WHERE kind = 'clearances.request_exported'")
    event = json.loads(told)["what"]
    assert (event["people"], event["form"], event["purpose"]) == ("3", "csv", "for the authority")
    assert len(event["digest"]) == 64
    assert "Salma" not in told


@pytest.mark.parametrize("wrong", [{"purpose": " "}, {"form": "docx"}, {"batch": uuid4()}])
def test_without_purpose_form_or_batch_nothing_leaves(asking: Asking, wrong: dict[str, object]) -> None:
    desk = asking.clearing.register.desk
    given = {"batch": asking.asked.batch, "form": "csv", "purpose": "for the authority", **wrong}

    with desk.acting() as actor, pytest.raises(Refused):
        actions.export_request(asked=asking.clearing.register.asked(), by=actor, at=desk.now, **given)  # type: ignore[arg-type]


def test_what_was_asked_at_once_stays_together(asking: Asking) -> None:
    with asking.clearing.register.desk.acting():
        (batch,) = queries.batches(asking.clearing.register.asked())

    assert batch.batch == asking.asked.batch
    assert (batch.authority.name, batch.via) == ("The border authority", ("The liaison office",))
    assert set(batch.people) == {asking.salma, asking.lina, asking.omar, asking.nour}
