"""An invented case with a report in it, and people at it: one who may write, one who may read, one who may not see it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import pytest
from django.test import Client

from homeward.ledger import queries as ledger
from homeward.reading import actions, queries
from homeward.reading.queries.views import SheetOfReading
from tests.cast import Desk, case_of

CASE = case_of({"speaker": "Envoy of Southland", "text": "The bridge is open."}, slug="bridge", zone="Europe/Kyiv")
REPORT = """Переправа у Вербы: кто и что сказал

Министерство иностранных дел сообщило, что границу пересекли более 120 человек.
По словам посла Игоря Савина, остальные смогут выехать, только если стороны договорятся о новом окне.

Пресс-секретарь администрации отрицал, что список закрыт.
«Мы обещаем открыть переход до конца недели», — заявил губернатор области Павел Громов.
Агентство «Сводка» сообщает со ссылкой на министерство, что около 60 пожилых людей ждут на мосту.

Наблюдатели у моста видели сорок автобусов, рассказывал дежурный. Как рассказал на мосту врач, воду привозят утром.
"""
ARABIC = """معبر الجسر: من قال ماذا

قالت وزارة الخارجية إن أكثر من 120 شخصا عبروا الحدود يوم الأربعاء. ونفى رئيس البلدية سامر الحداد أن تكون القائمة قد أغلقت.

وتعهد محافظ المنطقة بفتح المعبر قبل نهاية الأسبوع. ودعت اللجنة الدولية إلى السماح بمرور الجرحى دون شروط.
"""


@dataclass(frozen=True)
class Room:
    """A desk with the case and its report, and short ways to look at it."""

    desk: Desk
    document: UUID

    @property
    def path(self) -> str:
        return f"/c/bridge/reading/{self.document}/"

    @property
    def sheet(self) -> SheetOfReading:
        with self.desk.acting():
            return queries.sheet(ledger.cases.case("bridge"), self.document)

    def proposal(self, words: str) -> UUID:
        (found,) = [each.id for each in self.sheet.proposals if words in each.heard.text]
        return found

    def statement(self, ref: str):
        with self.desk.acting():
            return ledger.statements.statement(self.desk.ask("bridge"), ref)


def received(desk: Desk, text: str = REPORT, *, read: bool = True, **more: str) -> UUID:
    """A report that came in and, unless it waits, was read by the desk itself."""
    given = {"name": "report.txt", "outlet": "Вестник", "published": "3 Oct 2025", **more}
    with desk.acting() as operator:
        case = ledger.cases.case("bridge")
        (paper,) = actions.receive(case=case, data=text.encode(), by=operator, at=desk.now, **given)  # type: ignore[arg-type]
        if read:
            actions.read_as_the_desk(document=paper.document, compartment=case.compartment_id, at=desk.now)
    return paper.document


@pytest.fixture
def room(desk: Desk) -> Room:
    desk.load(CASE, accept_warnings=True)
    return Room(desk, received(desk))


@pytest.fixture
def officer(room: Room) -> Client:
    return signed_in(room.desk, "Olga Officer", "write")


@pytest.fixture
def reader(room: Room) -> Client:
    return signed_in(room.desk, "Rosa Reader", "read")


@pytest.fixture
def outsider(room: Room) -> Client:
    return signed_in(room.desk, "Otto Outsider", "")


def signed_in(desk: Desk, name: str, may: str) -> Client:
    client = Client()
    client.force_login(desk.person(name, may=may))
    return client
