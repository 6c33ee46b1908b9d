"""A text is one paper of its case however often it comes; who else carries it is kept, and every file as it came."""

from __future__ import annotations

from uuid import UUID

import pytest

from homeward.ledger import queries as ledger_queries
from homeward.ledger.models import Document, Publication
from homeward.ledger.queries.views import CaseView
from homeward.reading import actions, queries
from homeward.reading.actions import Received
from tests.apps.reading.papers import REPORT, opened_case, proposed, received
from tests.cast import Desk

pytestmark = pytest.mark.django_db
PAGE = "<!doctype html><html><head><title>{title}</title></head><body><article>{text}</article></body></html>"


@pytest.fixture
def case(desk: Desk) -> CaseView:
    return opened_case(desk)


def take(desk: Desk, case: CaseView, data: bytes, name: str = "report.txt", **more: str) -> list[Received]:
    with desk.acting() as operator:
        return actions.receive(case=case, name=name, data=data, by=operator, at=desk.now, **more)  # type: ignore[arg-type]


def outlets(desk: Desk, case: CaseView, document: UUID) -> tuple[str, ...]:
    with desk.acting():
        return queries.paper(case, document).outlets


def feed(*items: tuple[str, str], title: str = "Вестник") -> bytes:
    told = "".join(
        f"<item><title>{name}</title><link>https://example.org/{name}</link><description>{text}</description></item>"
        for name, text in items
    )
    return f'<rss version="2.0"><channel><title>{title}</title>{told}</channel></rss>'.encode()


def test_another_outlet_of_the_same_text_is_a_further_publication(desk: Desk, case: CaseView) -> None:
    (first,) = take(desk, case, REPORT.encode(), outlet="Вестник", published="3 Oct 2023")

    (again,) = take(desk, case, REPORT.encode(), outlet="Заря", published="2 Oct 2023", url="https://example.org/7")

    assert (again.document, again.new, again.further) == (first.document, False, "Заря")
    assert outlets(desk, case, first.document) == ("Вестник", "Заря")
    with desk.acting():
        assert Publication.objects.get(url="https://example.org/7").case_id == case.id
        assert Document.objects.count() == 1


def test_a_statement_that_is_confirmed_is_carried_by_all_and_published_by_the_earliest(
    desk: Desk, case: CaseView
) -> None:
    document = received(desk, case)
    take(desk, case, REPORT.encode(), outlet="Заря", published="2 Oct 2023")
    proposal = proposed(desk, case, document, "границу пересекли")

    with desk.acting() as operator:
        recorded = actions.confirm(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)
        view = ledger_queries.statements.statement(desk.ask("verba"), recorded.ref)

    assert [each.outlet for each in view.documents] == ["Вестник", "Заря"]
    assert view.published
    assert view.published.words == "2 Oct 2023"


def test_the_same_press_records_nothing_more_when_another_outlet_came_meanwhile(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "границу пересекли")
    with desk.acting() as operator:
        told = {"case": case, "document": document, "proposal": proposal.id, "by": operator, "at": desk.now}
        first = actions.confirm(**told)
    take(desk, case, REPORT.encode(), outlet="Заря")

    with desk.acting():
        assert actions.confirm(**told) == first


def test_the_same_outlet_again_is_nothing_new(desk: Desk, case: CaseView) -> None:
    take(desk, case, REPORT.encode(), outlet="Вестник")

    (again,) = take(desk, case, REPORT.encode(), outlet=" вестник ")

    assert (again.new, again.further) == (False, "")


def test_an_outlet_that_is_told_later_is_kept(desk: Desk, case: CaseView) -> None:
    (first,) = take(desk, case, REPORT.encode())

    (again,) = take(desk, case, REPORT.encode(), outlet="Вестник")

    assert again.further == "Вестник"
    assert outlets(desk, case, first.document) == ("Вестник",)


def test_a_page_with_the_same_text_is_kept_as_it_came_too(desk: Desk, case: CaseView) -> None:
    one, other = (PAGE.format(title="T", text=f"<p>{REPORT.splitlines()[2]}</p>").encode(), b"")
    other = one.replace(b"<article>", b"<article >")
    (first,) = take(desk, case, one, outlet="Вестник")

    (second,) = take(desk, case, other, outlet="Заря")

    assert (second.document, second.further) == (first.document, "Заря")
    with desk.acting():
        kept = {bytes(row.bytes): row.text for row in Document.objects.all()}
        assert len(queries.papers(case)) == 1
    assert set(kept) == {one, other}
    assert kept[other] == ""


def test_a_feed_keeps_the_file_once_and_a_paper_for_each_item(desk: Desk, case: CaseView) -> None:
    data = feed(("Один", "Посол сообщил, что мост открыт."), ("Два", "Министр сообщил, что мост закрыт."))

    papers = take(desk, case, data, "feed.xml")
    again = take(desk, case, data, "feed.xml")

    assert [each.new for each in papers] == [True, True]
    assert [each.new for each in again] == [False, False]
    with desk.acting():
        parts = {row.part: (bytes(row.bytes), row.text) for row in Document.objects.all()}
        assert len(queries.papers(case)) == 2
    assert parts[0] == (data, "")
    assert all(not kept and text for kept, text in (parts[1], parts[2]))


def test_a_feed_that_brings_one_thing_more_brings_one_paper(desk: Desk, case: CaseView) -> None:
    one = ("Один", "Посол сообщил, что мост открыт.")
    (first,) = take(desk, case, feed(one), "feed.xml")

    both = take(desk, case, feed(one, ("Два", "Министр сообщил, что мост закрыт.")), "feed.xml")

    assert [(each.new, each.document == first.document) for each in both] == [(False, True), (True, False)]


def test_a_feed_that_brings_nothing_new_leaves_nothing(desk: Desk, case: CaseView) -> None:
    items = (("Один", "Посол сообщил, что мост открыт."), ("Два", "Министр сообщил, что мост закрыт."))
    take(desk, case, feed(*items), "feed.xml")

    again = take(desk, case, feed(*reversed(items)), "feed.xml")

    assert [each.new for each in again] == [False, False]
    with desk.acting():
        assert Document.objects.count() == 3


def test_the_same_text_twice_in_one_feed_is_one_paper(desk: Desk, case: CaseView) -> None:
    text = "Посол сообщил, что мост открыт."
    data = feed(("Один", text), ("Один", text))

    one, other = take(desk, case, data, "feed.xml")

    assert (one.new, other.new, one.document) == (True, False, other.document)


def test_a_file_that_was_read_with_other_letters_is_told_and_stays(desk: Desk, case: CaseView) -> None:
    data = REPORT.encode("cp1251")
    (first,) = take(desk, case, data, encoding="koi8-r")

    (again,) = take(desk, case, data, encoding="cp1251")

    assert (again.document, again.new) == (first.document, False)
    assert [each.code for each in again.findings] == ["read-otherwise"]


def test_a_mail_is_published_by_who_sent_it(desk: Desk, case: CaseView) -> None:
    mail = (
        "From: Press office <press@example.org>\nTo: desk@example.org\nMessage-ID: <1@example.org>\n"
        "Date: Tue, 03 Oct 2023 10:00:00 -0000\nSubject: On the bridge\n\nThe ministry said that the bridge was open.\n"
    )

    (paper,) = take(desk, case, mail.encode(), "mail.eml")

    assert outlets(desk, case, paper.document) == ("Press office",)
    with desk.acting():
        published = queries.paper(case, paper.document).published
    assert published and published.start
    assert published.start.isoformat() == "2023-10-03T10:00:00+00:00"


def test_where_nobody_names_an_outlet_the_host_of_the_address_stands_for_it(desk: Desk, case: CaseView) -> None:
    (paper,) = take(desk, case, REPORT.encode(), url="https://news.example.org/7")

    assert outlets(desk, case, paper.document) == ("news.example.org",)


def test_a_day_without_an_outlet_is_told_to_be_lost(desk: Desk, case: CaseView) -> None:
    (paper,) = take(desk, case, REPORT.encode(), published="3 Oct 2023")

    assert [each.code for each in paper.findings] == ["no-outlet"]


def test_an_address_that_is_none_of_a_page_is_refused(desk: Desk, case: CaseView) -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "example.org", "https://", "http://[::1"):
        with pytest.raises(actions.CannotBeReceived) as refused:
            take(desk, case, REPORT.encode(), url=url, outlet="Вестник")
        assert [each.where for each in refused.value.findings] == ["url"]
