"""A report on its screen: what was found in it, what becomes of it by a press, and what is told."""

from __future__ import annotations

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from homeward.web.reading.filled import typed_from
from tests.doors.web.reading.conftest import REPORT, Room, received
from tests.doors.web.writing.sheets import shown

FRAGMENT = {"HX-Request": "true"}
MOST_QUERIES = 45


def press(client: Client, room: Room, words: str, act: str, **typed: str):
    return client.post(f"{room.path}{room.proposal(words)}/{act}", typed, headers=FRAGMENT)


def edited(room: Room, words: str, **changes: str) -> dict[str, str]:
    """The sheet of a proposal as the page sends it back, with some fields changed."""
    view = next(each for each in room.sheet.proposals if words in each.heard.text)
    places = {
        f"place.{role}": ",".join(f"{place.start}-{place.end}" for place in pieces)
        for role, pieces in (("source", view.source), ("cue", view.cue), ("content", view.content))
    }
    return {**typed_from(view.heard), **places, "do": "record", **{n.replace("__", "."): v for n, v in changes.items()}}


def test_the_text_stands_beside_what_was_found_in_it(officer, room):
    page = officer.get(room.path)
    words = shown(page)

    assert "Вестник · published 3 Oct 2025 · Russian" in words
    assert "0 of 6 decided" in words
    assert "1[" not in words  # brackets and numbers are drawn, so that a selection holds the words alone
    source = page.content.decode()
    assert re.search(r'class="run source says"[^>]*>Министерство иностранных дел<', source)
    assert re.search(r'class="run cue says"[^>]*>сообщило<', source)
    assert re.search(r'class="run content says"[^>]*data-opens="1"[^>]*>что границу пересекли', source)
    assert "more than 120 (121 or more) crossed" in words
    assert "stands in the way of остальные смогут выехать" in words
    assert "read from: “только если" in words or "read from: только если" in words


def test_the_sheet_of_keys_has_those_of_reading_here_and_nowhere_else(officer, room):
    row = "<div><span>Refuse</span><kbd>x</kbd></div>"

    assert row in officer.get(room.path).content.decode()
    assert row not in officer.get(room.path.partition("reading/")[0] + "inbox/").content.decode()


def test_each_place_in_the_text_is_where_it_says(officer, room):
    source = officer.get(room.path).content.decode()
    runs = re.findall(r'data-s="(\d+)"[^>]*>([^<]*)<', source)

    text = room.sheet.text
    assert runs
    for start, words in runs:
        plain = words.replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&")
        assert text[int(start) : int(start) + len(plain)] == plain


def test_an_accepted_proposal_is_recorded_and_only_its_card_is_sent(officer, room):
    answer = press(officer, room, "границу пересекли", "accept")

    assert answer.status_code == 200
    words = shown(answer)
    ref = re.search(r"Recorded as (w\w+)\.", words)[1]
    assert "5 left" in words
    assert "1 of 6 decided" in words
    assert "<html" not in answer.content.decode()
    assert room.statement(ref).speaker.name == "Министерство иностранных дел"


def test_without_script_the_next_undecided_card_comes(officer, room):
    first, second = room.sheet.proposals[:2]

    answer = officer.post(f"{room.path}{first.id}/accept")

    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"?done={first.id}#p-{second.id}")
    page = shown(officer.get(answer.headers["Location"].partition("#")[0]))
    assert "5 left" in page
    assert "Undo" in page


def test_pressed_twice_it_is_recorded_once(officer, room):
    one, again = (
        press(officer, room, "границу пересекли", "accept"),
        press(officer, room, "границу пересекли", "accept"),
    )

    assert [re.findall(r"Recorded as (w\w+)\.", shown(each))[0] for each in (one, again)] == [
        room.sheet.proposals[0].decision.ref
    ] * 2


def test_a_refused_proposal_is_kept_with_its_reason_and_may_be_taken_back(officer, room):
    refused = shown(press(officer, room, "список закрыт", "refuse", reason="A headline."))
    assert "Refused. Nothing goes on the record. 5 left" in refused
    assert "A headline." in refused

    assert "Taken back." in shown(press(officer, room, "список закрыт", "take-back"))
    assert room.sheet.proposals[2].decision is None


def test_what_somebody_decided_meanwhile_is_told_and_shown(officer, room):
    press(officer, room, "список закрыт", "refuse")

    answer = press(officer, room, "список закрыт", "accept")

    assert answer.status_code == 409
    assert "Somebody decided about this meanwhile." in shown(answer)
    assert 'data-verdict="refused"' in answer.content.decode()


def test_the_sheet_opens_in_the_place_of_its_card_filled_with_what_was_proposed(officer, room):
    address = f"{room.path}{room.proposal('границу пересекли')}/edit/"

    part, whole = officer.get(address, headers=FRAGMENT), officer.get(address)

    for answer in (part, whole):
        source = answer.content.decode()
        assert 'value="Министерство иностранных дел"' in source
        assert 'value="more than 120"' in source
        assert 'name="place.content" value="' in source
    assert "<html" not in part.content.decode()
    assert "2" in re.findall(r'data-n="(\d+)"', whole.content.decode())


def test_what_was_written_otherwise_is_recorded_and_told(officer, room):
    address = f"{room.path}{room.proposal('границу пересекли')}/edit/"

    answer = officer.post(
        address, edited(room, "границу пересекли", speaker="МИД", modality="reported"), headers=FRAGMENT
    )

    assert answer.status_code == 200, shown(answer)
    assert "written otherwise: Who said it, How it was put" in shown(answer)
    assert room.statement(room.sheet.proposals[0].decision.ref).speaker.name == "МИД"


def test_sent_back_as_it_came_nothing_is_written_otherwise(officer, room):
    for view in room.sheet.proposals:
        words = view.heard.text
        answer = officer.post(f"{room.path}{view.id}/edit/", edited(room, words), headers=FRAGMENT)
        assert answer.status_code == 200, shown(answer)

    assert [each.decision.changed for each in room.sheet.proposals] == [()] * 6


def test_an_edge_is_moved_by_a_word_and_takes_the_words_with_it(officer, room):
    address = f"{room.path}{room.proposal('границу пересекли')}/edit/"
    sent = edited(room, "границу пересекли", do="edge content start 1")

    answer = officer.post(address, sent, headers=FRAGMENT).content.decode()

    start = REPORT.index("границу пересекли")
    assert f'name="place.content" value="{start}-' in answer
    assert 'name="words.content" value="границу пересекли более 120 человек"' in answer
    assert re.search(r'<textarea name="text"[^>]*>\s*границу пересекли более 120 человек</textarea>', answer)


def test_a_selection_is_taken_in_whole_words_and_shows_the_statement(officer, room):
    address = f"{room.path}{room.proposal('границу пересекли')}/edit/"
    start = REPORT.index("границу")
    taken = edited(room, "границу пересекли", do="take content", selection=f"{start + 2}-{start + 12}")
    answer = officer.post(address, taken, headers=FRAGMENT).content.decode()
    assert 'name="words.content" value="границу пересекли"' in answer

    moved = edited(room, "границу пересекли", place__content=f"{start}-{start + 17}", text="границу пересекли")
    assert officer.post(address, moved, headers=FRAGMENT).status_code == 200

    decision = room.sheet.proposals[0].decision
    assert decision.changed == ("text", "places")
    assert room.statement(decision.ref).spans[0].exact.endswith("границу пересекли")


def test_faults_stand_beside_their_fields_and_what_was_typed_stays(officer, room):
    address = f"{room.path}{room.proposal('границу пересекли')}/edit/"

    answer = officer.post(
        address,
        edited(room, "границу пересекли", speaker="", said="soonish", words__source="никто такой"),
        headers=FRAGMENT,
    )

    assert answer.status_code == 422
    words = shown(answer)
    assert "Name who said it" in words
    assert "could not be read" in words
    assert "These words do not stand there in the text." in words
    assert 'value="soonish"' in answer.content.decode()
    assert room.sheet.proposals[0].decision is None


def test_a_proposal_that_lacks_something_opens_its_sheet_when_it_is_accepted(officer, room):
    document = received(room.desk, "Сообщалось, что мост закрыт и что колонна стоит.", published="")
    other = Room(room.desk, document)
    (proposal,) = other.sheet.proposals

    answer = officer.post(f"{other.path}{proposal.id}/accept", headers=FRAGMENT)

    assert answer.status_code == 422
    assert "Name who said it" in shown(answer)


def test_a_sentence_that_was_not_read_is_shown_and_written_down(officer, room):
    page = officer.get(room.path).content.decode()
    (unread, *_) = [each for each in room.sheet.unread if "Как рассказал" in each.text]
    assert f"missed/?content={unread.start}-{unread.end}" in page
    assert re.search(r'class="run unread"[^>]*>Как рассказал', page)

    sheet = officer.get(f"{room.path}missed/?content={unread.start}-{unread.end}", headers=FRAGMENT).content.decode()
    assert "Как рассказал на мосту врач, воду привозят утром" in sheet

    content = REPORT.index("воду привозят утром")
    typed = {
        "place.content": f"{content}-{content + 19}",
        "words.source": "врач",
        "words.cue": "рассказал",
        "text": "воду привозят утром",
        "said": "3 Oct 2025",
        "modality": "reported",
        "do": "record",
    }
    answer = officer.post(f"{room.path}missed/", typed)

    assert answer.status_code == 302, shown(answer)
    (found,) = [each for each in room.sheet.proposals if not each.readers]
    assert found.decision.verdict == "missed"
    assert room.statement(found.decision.ref).speaker.name == "врач"
    assert "found by hand" in shown(officer.get(room.path))


def test_what_is_read_off_marked_words_fills_the_sheet(officer, room):
    places = {
        role: f"{REPORT.index(words)}-{REPORT.index(words) + len(words)}"
        for role, words in (("source", "министерство"), ("cue", "сообщает"), ("content", "около 60 пожилых людей ждут"))
    }

    source = officer.get(f"{room.path}missed/", places, headers=FRAGMENT).content.decode()

    assert 'value="about 60"' in source
    assert 'value="министерство"' in source


def test_a_paper_that_waits_says_so_and_asks_again_by_itself(officer, room):
    other = Room(room.desk, received(room.desk, "Министерство сообщило, что мост закрыт.", read=False))

    page = officer.get(other.path).content.decode()
    assert 'hx-trigger="every 2s"' in page
    part = officer.get(f"{other.path}state", headers=FRAGMENT)
    assert "waits to be read" in shown(part)
    assert officer.post(f"{other.path}read").status_code == 302

    done = officer.get(f"{other.path}state", headers=FRAGMENT)
    assert "It was read: 1 proposal." in shown(done)
    assert "every 2s" not in done.content.decode()
    assert "every 2s" not in officer.get(other.path).content.decode()


def test_what_cannot_be_read_says_why_and_may_be_read_in_a_named_language(officer, room):
    other = Room(room.desk, received(room.desk, "עשרות משאיות עברו במעבר, כך מסר דובר הצבא.\n" * 3))

    page = shown(officer.get(other.path))
    assert "It could not be read." in page
    assert "Hebrew" in page
    assert officer.post(f"{other.path}read", {"language": "ar"}).status_code == 302
    assert other.sheet.paper.state == "read"


def test_a_near_copy_is_named_with_its_share(officer, room):
    received(room.desk, f"Другая газета\n\n{REPORT}\nКонец.", outlet="Заря")

    assert "Also in Заря (100 % of it): same origin." in shown(officer.get(room.path))


def test_who_may_only_read_sees_no_buttons_and_decides_nothing(reader, room):
    page = reader.get(room.path).content.decode()
    assert "data-act" not in page
    assert "Something was missed" not in page

    for act in ("accept", "refuse", "take-back", "edit/"):
        answer = reader.post(f"{room.path}{room.sheet.proposals[0].id}/{act}")
        assert answer.status_code == 403, act
    assert room.sheet.proposals[0].decision is None


def test_in_the_past_the_forms_are_closed(officer, room):
    page = officer.get(f"{room.path}?known_at=2025-11-01")
    assert "data-act" not in page.content.decode()
    assert "Forms are closed in the past." in shown(page)

    answer = officer.post(f"{room.path}{room.sheet.proposals[0].id}/accept?known_at=2025-11-01")
    assert answer.status_code == 409
    assert room.sheet.proposals[0].decision is None


def test_what_is_hidden_is_told_in_the_words_of_what_is_not_there(outsider, officer, room):
    proposal = room.sheet.proposals[0].id
    for path in ("", "state", "missed/", f"{proposal}/edit/"):
        assert outsider.get(f"{room.path}{path}").status_code == 404
    other = room.path.replace(str(room.document), str(proposal))
    assert officer.get(other).status_code == 404
    assert officer.post(f"{room.path}{room.document}/accept").status_code == 404


def test_a_sheet_that_arrives_signed_out_is_not_lost(officer, room):
    address = f"{room.path}{room.proposal('границу пересекли')}/edit/"
    sent = edited(room, "границу пересекли", speaker="МИД")
    officer.logout()

    kept = officer.post(address, sent)

    assert kept.status_code == 403
    assert "МИД" in kept.content.decode()
    assert f'action="{address}again"' in kept.content.decode()


def test_a_statement_leads_back_to_where_it_was_read(officer, room):
    press(officer, room, "границу пересекли", "accept")
    proposal = room.sheet.proposals[0]

    page = officer.get(f"/c/bridge/statements/{proposal.decision.ref}/")

    words = shown(page)
    assert f"Read by {proposal.readers[0]}" in words
    assert "confirmed by Olga Officer" in words
    assert f"{room.path}#p-{proposal.id}" in page.content.decode()


def test_a_long_report_is_shown_with_a_bounded_number_of_questions(officer, room):
    long = "\n\n".join(REPORT.replace("120", str(120 + number)) for number in range(12))
    other = Room(room.desk, received(room.desk, long))
    assert len(other.sheet.proposals) >= 60

    with CaptureQueriesContext(connection) as asked:
        officer.get(other.path)
    assert len(asked) <= MOST_QUERIES, len(asked)
    few = len(asked)
    with CaptureQueriesContext(connection) as asked:
        officer.get(room.path)
    assert len(asked) >= few - 2
