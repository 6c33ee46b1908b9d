"""A report comes in, is read, and becomes statements of the ledger when a person confirms them, each under the reader's name."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from homeward.access.actions import NotLetIn
from homeward.ledger import actions as ledger
from homeward.ledger import queries as ledger_queries
from homeward.ledger.core.heard import Heard
from homeward.ledger.queries.views import CaseView, StatementView
from homeward.reading import actions, queries
from homeward.reading.queries.views import ProposalView, SheetOfReading
from homeward.refusals import Refused
from tests.cast import Desk

REPORT = """Переправа у Вербы

Министерство иностранных дел сообщило, что границу пересекли более 120 человек.
По словам посла Игоря Савина, остальные смогут выехать, только если стороны договорятся о новом окне.
Пресс-секретарь администрации отрицал, что список закрыт.
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(desk: Desk) -> CaseView:
    with desk.acting() as operator:
        ledger.open_case(
            slug="verba",
            title="Invented case",
            zone_name="Europe/Kyiv",
            compartment=desk.compartment.id,
            by=operator,
            at=desk.now,
        )
    return ledger_queries.cases.case("verba")


def received(desk: Desk, case: CaseView, text: str = REPORT, **more: str) -> UUID:
    """The report, taken in and read by the desk itself."""
    told = {"name": "report.txt", "outlet": "Вестник", "published": "3 Oct 2023", **more}
    with desk.acting() as operator:
        (paper,) = actions.receive(case=case, data=text.encode(), by=operator, at=desk.now, **told)  # type: ignore[arg-type]
        actions.read_as_the_desk(document=paper.document, compartment=case.compartment_id, at=desk.now)
    return paper.document


def sheet(desk: Desk, case: CaseView, document: UUID) -> SheetOfReading:
    with desk.acting():
        return queries.sheet(case, document)


def proposed(desk: Desk, case: CaseView, document: UUID, words: str) -> ProposalView:
    (found,) = [each for each in sheet(desk, case, document).proposals if words in each.heard.text]
    return found


def statement(desk: Desk, ref: str) -> StatementView:
    with desk.acting():
        return ledger_queries.statements.statement(desk.ask("verba"), ref)


def test_a_paper_that_came_in_stands_in_the_inbox_with_what_was_proposed(desk: Desk, case: CaseView) -> None:
    received(desk, case)

    with desk.acting():
        (paper,) = queries.papers(case)

    assert (paper.title, paper.outlet, paper.language, paper.state) == ("Переправа у Вербы", "Вестник", "ru", "read")
    assert paper.open == paper.proposed >= 3


def test_nothing_is_recorded_by_reading(desk: Desk, case: CaseView) -> None:
    received(desk, case)

    with desk.acting():
        found = ledger_queries.statements.find(desk.ask("verba"), ledger_queries.statements.Filters(kind="said.plain"))

    assert found.count == 0


def test_a_confirmed_statement_says_who_said_it_how_sure_and_where_it_stands(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "границу пересекли")

    with desk.acting() as operator:
        recorded = actions.confirm(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)

    view = statement(desk, recorded.ref)
    assert view.speaker
    assert view.speaker.name == "Министерство иностранных дел"
    assert view.modality == "asserted"
    assert [(figure.words, figure.measure) for figure in view.figures] == [("more than 120", "crossed")]
    assert [span.intact for span in view.spans] == [True]
    assert "Министерство иностранных дел сообщило" in view.spans[0].exact
    assert [paper.outlet for paper in view.documents] == ["Вестник"]


def test_the_ledger_names_the_reader_its_model_and_who_confirmed(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "границу пересекли")
    reading = sheet(desk, case, document).readings[0]

    with desk.acting() as operator:
        recorded = actions.confirm(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)
        assert recorded.statement
        told = queries.provenance(recorded.statement)

    assert told
    assert (told.reader, told.model, told.decision.by) == (reading.reader, reading.model, "operator")
    assert len(reading.model) == 64


def test_what_was_possible_denied_or_conditional_stays_so(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)

    with desk.acting() as operator:
        refs = [
            actions.confirm(
                case=case,
                document=document,
                proposal=proposed(desk, case, document, words).id,
                by=operator,
                at=desk.now,
            ).ref
            for words in ("остальные смогут", "список закрыт")
        ]

    assert [statement(desk, ref).modality for ref in refs] == ["conditional", "denied"]


def test_confirming_twice_records_once(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "границу пересекли")

    with desk.acting() as operator:
        one = actions.confirm(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)
        again = actions.confirm(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)

    assert one.ref == again.ref


def test_what_a_person_wrote_otherwise_is_told(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "границу пересекли")
    mended = replace(proposal.heard, speaker="МИД", modality="reported")

    with desk.acting() as operator:
        recorded = actions.confirm(
            case=case, document=document, proposal=proposal.id, heard=mended, by=operator, at=desk.now
        )
        assert recorded.statement
        told = queries.provenance(recorded.statement)

    assert told
    assert told.decision.changed == ("speaker", "modality")
    view = statement(desk, recorded.ref)
    assert view.speaker
    assert view.speaker.name == "МИД"


def test_places_that_a_person_put_right_show_the_statement(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "границу пересекли")
    start, end = REPORT.index("границу"), REPORT.index(" человек")
    places = {"source": [(19, 47)], "cue": [(48, 56)], "content": [(start, end)]}
    mended = replace(proposal.heard, text=REPORT[start:end])

    with desk.acting() as operator:
        recorded = actions.confirm(
            case=case, document=document, proposal=proposal.id, heard=mended, places=places, by=operator, at=desk.now
        )
        (line,) = list(queries.lines_for_training(case))

    assert statement(desk, recorded.ref).spans[0].exact.endswith("более 120")
    assert [piece["start"] for piece in line["confirmed"]["content"]] == [start]
    assert [piece["start"] for piece in line["proposed"]["content"]] == [58]
    assert line["changed"] == ["text", "places"]
    (shown,) = [each for each in sheet(desk, case, document).proposals if each.id == proposal.id]
    assert shown.places_of_content == [(start, end)]


def test_a_refused_proposal_is_kept_and_records_nothing(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "список закрыт")

    with desk.acting() as operator:
        actions.refuse(
            case=case, document=document, proposal=proposal.id, reason="A headline.", by=operator, at=desk.now
        )
        (line,) = list(queries.lines_for_training(case))

    assert (line["verdict"], line["reason"], line["confirmed"]) == ("refused", "A headline.", None)
    assert line["proposed"]["content"]
    decision = proposed(desk, case, document, "список закрыт").decision
    assert decision
    assert decision.verdict == "refused"


def test_a_refused_proposal_is_not_confirmed_before_that_is_taken_back(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "список закрыт")

    with desk.acting() as operator:
        actions.refuse(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)
        with pytest.raises(actions.DecidedMeanwhile):
            actions.confirm(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)
        actions.take_back(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)

        assert actions.confirm(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now).ref


def test_undo_withdraws_the_statement_and_it_can_be_confirmed_anew(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "границу пересекли")

    with desk.acting() as operator:
        first = actions.confirm(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)
        actions.take_back(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)
        second = actions.confirm(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)

    assert first.ref != second.ref
    assert statement(desk, first.ref).standing == "retracted"
    assert statement(desk, second.ref).standing == "current"


def test_undo_withdraws_the_conditions_recorded_together_with_the_statement(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "остальные смогут")

    with desk.acting() as operator:
        recorded = actions.confirm(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)
        actions.take_back(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)

    assert len(recorded.conditions) == 1
    assert [statement(desk, ref).standing for ref in (recorded.ref, *recorded.conditions)] == ["retracted"] * 2


def test_what_is_marked_is_read_by_the_rules_of_its_language(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    places = {
        role: [(REPORT.index(words), REPORT.index(words) + len(words))]
        for role, words in (
            ("source", "Министерство иностранных дел"),
            ("cue", "сообщило"),
            ("content", "границу пересекли более 120 человек"),
        )
    }

    with desk.acting():
        heard = queries.read_at(case, document, places)

    assert (heard.speaker, heard.modality) == ("Министерство иностранных дел", "asserted")
    assert [(each.op, each.lo, each.measure) for each in heard.figures] == [("gt", "120", "crossed")]


def test_what_no_reader_found_is_marked_and_recorded_by_a_person(desk: Desk, case: CaseView) -> None:
    text = "Наблюдатели на мосту.\nНа мосту ждут сорок автобусов, так это видит дежурный.\n"
    document = received(desk, case, text)
    start = text.index("На мосту ждут")
    places = {"content": [(start, start + 29)], "source": [(text.index("дежурный"), text.index("дежурный") + 8)]}
    heard = Heard(text="На мосту ждут сорок автобусов", speaker="дежурный", said="3 Oct 2023", modality="reported")

    with desk.acting() as operator:
        recorded = actions.confirm_missed(
            case=case, document=document, places=places, heard=heard, by=operator, at=desk.now
        )
        assert recorded.statement
        told = queries.provenance(recorded.statement)

    assert told
    assert (told.reader, told.decision.verdict) == ("", "missed")
    assert "На мосту ждут" in statement(desk, recorded.ref).spans[0].exact


@pytest.mark.parametrize(
    "places", [{}, {"source": [(0, 4)]}, {"content": [(0, 10_000)]}, {"content": [(5, 5)]}, {"content": [(-3, 4)]}]
)
def test_what_is_no_place_in_the_text_is_refused(
    desk: Desk, case: CaseView, places: dict[str, list[tuple[int, int]]]
) -> None:
    document = received(desk, case)

    with desk.acting() as operator, pytest.raises(Refused):
        actions.confirm_missed(
            case=case, document=document, places=places, heard=Heard(text=""), by=operator, at=desk.now
        )


def test_a_near_copy_is_told_and_its_statements_share_their_origin(desk: Desk, case: CaseView) -> None:
    more = "\n".join(
        f"Строка {number} сводки: у переправы тихо, колонна стоит на прежнем месте." for number in range(9)
    )
    first = received(desk, case, REPORT + more)
    second = received(desk, case, "Другая газета\n\n" + REPORT + more + "\nКонец.", outlet="Заря")

    with desk.acting() as operator:
        refs = [
            actions.confirm(
                case=case,
                document=document,
                proposal=proposed(desk, case, document, "границу пересекли").id,
                by=operator,
                at=desk.now,
            ).ref
            for document in (first, second)
        ]

    (copy,) = sheet(desk, case, second).copies
    assert (copy.document_id, copy.earlier) == (first, True)
    one, other = (statement(desk, ref) for ref in refs)
    assert one.origin == other.origin
    assert [paper.outlet for paper in other.documents] == ["Заря"]


def test_what_was_confirmed_in_a_near_copy_is_told_beside_the_same_words(desk: Desk, case: CaseView) -> None:
    more = "\n".join(
        f"Строка {number} сводки: у переправы тихо, колонна стоит на прежнем месте." for number in range(9)
    )
    first = received(desk, case, REPORT + more)
    second = received(desk, case, "Другая газета\n\n" + REPORT + more + "\nКонец.", outlet="Заря")
    proposal = proposed(desk, case, first, "границу пересекли")

    with desk.acting() as operator:
        recorded = actions.confirm(case=case, document=first, proposal=proposal.id, by=operator, at=desk.now)

    assert proposed(desk, case, second, "границу пересекли").same_as == recorded.ref
    assert proposed(desk, case, second, "список закрыт").same_as == ""


def test_a_statement_that_stands_at_the_same_words_is_told_before_it_is_recorded_twice(
    desk: Desk, case: CaseView
) -> None:
    document = received(desk, case)
    start = REPORT.index("Министерство")
    places = {"content": [(start, REPORT.index("человек") + 7)]}
    heard = Heard(text="Границу пересекли более 120 человек", speaker="МИД", said="3 Oct 2023")

    with desk.acting() as operator:
        recorded = actions.confirm_missed(
            case=case, document=document, places=places, heard=heard, by=operator, at=desk.now
        )

    told = [each for each in sheet(desk, case, document).proposals if each.stands_as == recorded.ref]
    assert ["границу пересекли" in each.heard.text for each in told] == [True]


def test_the_same_file_again_is_told_and_not_kept_twice(desk: Desk, case: CaseView) -> None:
    first = received(desk, case)

    with desk.acting() as operator:
        (again,) = actions.receive(case=case, name="again.txt", data=REPORT.encode(), by=operator, at=desk.now)

    assert (again.document, again.new) == (first, False)


def test_the_papers_of_a_feed_name_their_outlet_once_and_no_words_come_twice(desk: Desk, case: CaseView) -> None:
    item = "<item><title>Новость</title><description>{}</description></item>"
    words = ["Министерство сообщило, что мост закрыт.", "Посол сказал, что мост открыт."]
    items = "".join(item.format(each) for each in (*words, words[0]))
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Сводка</title>{items}</channel></rss>'

    with desk.acting() as operator:
        papers = actions.receive(case=case, name="news.xml", data=feed.encode(), by=operator, at=desk.now)
        shown = queries.papers(case)

    assert [paper.new for paper in papers] == [True, True, False]
    assert papers[2].document == papers[0].document
    assert [paper.outlet for paper in shown] == ["Сводка", "Сводка"]


def test_a_language_that_nothing_reads_is_told_and_the_paper_is_kept(desk: Desk, case: CaseView) -> None:
    document = received(desk, case, "עשרות משאיות עברו במעבר, כך מסר דובר הצבא.\n" * 3)

    told = sheet(desk, case, document)

    assert (told.paper.state, told.proposals) == ("failed", ())
    assert "Hebrew" in told.paper.why
    assert told.text.startswith("עשרות")


def test_who_may_not_write_neither_receives_nor_decides(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "границу пересекли").id
    reader = desk.person("reader", may="read")

    with desk.acting(reader) as somebody:
        for act in (
            lambda: actions.receive(case=case, name="x.txt", data=b"He said so.", by=somebody, at=desk.now),
            lambda: actions.confirm(case=case, document=document, proposal=proposal, by=somebody, at=desk.now),
            lambda: actions.refuse(case=case, document=document, proposal=proposal, by=somebody, at=desk.now),
        ):
            with pytest.raises(NotLetIn):
                act()


def test_who_may_not_see_the_compartment_sees_no_paper(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    outsider = desk.person("outsider")

    with desk.acting(outsider):
        assert queries.papers(case) == []
        with pytest.raises(queries.NoSuchPaper):
            queries.sheet(case, document)
