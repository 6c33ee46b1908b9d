"""What came in, how far it is, and how a report is taken in."""

from __future__ import annotations

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.reading import queries
from tests.doors.web.reading.conftest import ARABIC, REPORT, received
from tests.doors.web.seeing.looking import for_programs
from tests.doors.web.writing.sheets import shown

INBOX, TAKE_IN = "/c/bridge/inbox/", "/c/bridge/inbox/take-in/"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Сводка</title>{items}</channel></rss>"""
ITEM = """<item><title>Новость {n}</title><link>https://example.org/{n}</link>
<pubDate>Fri, 03 Oct 2025 10:00:00 +0300</pubDate>
<description>Министерство сообщило, что мост закрыт на {n} дней.</description></item>"""


def test_each_paper_tells_how_far_it_is(officer, room):
    received(room.desk, ARABIC, outlet="وكالة الجسر")
    received(room.desk, "Министерство сообщило, что мост закрыт.", read=False, outlet="")
    received(room.desk, "עשרות משאיות עברו במעבר, כך מסר דובר הצבא.\n" * 3)
    received(room.desk, f"Другая газета\n\n{REPORT}\nКонец.", outlet="Заря")
    officer.post(f"{room.path}{room.proposal('границу пересекли')}/accept")
    officer.post(f"{room.path}{room.proposal('список закрыт')}/refuse")

    words = shown(officer.get(INBOX))

    for told in (
        "5 papers · the latest first",
        "waits to be read",
        "outlet not named",
        "could not be read",
        "Hebrew",
        "4 wait 1 recorded 1 refused",
        "1 near-copy",
        "Arabic",
        "3 Oct 2025",
    ):
        assert told in words, told


def test_programs_are_answered_what_the_pages_show(officer, room):
    inbox = for_programs(officer, officer.get(INBOX))
    paper = for_programs(officer, officer.get(room.path))

    assert [each["title"] for each in inbox["papers"]] == ["Переправа у Вербы: кто и что сказал"]
    assert len(paper["proposals"]) == len(room.sheet.proposals)
    assert "homeward reading papers --case bridge" in shown(officer.get(INBOX))


def test_an_outlet_that_carries_the_same_text_is_named_too(officer, room):
    officer.post(TAKE_IN, {"text": REPORT, "outlet": "Заря", "published": "4 Oct 2025"})

    assert "Вестник, Заря" in shown(officer.get(INBOX))
    assert "Вестник, Заря · published" in shown(officer.get(room.path))


def test_an_empty_inbox_says_what_to_do(officer, room):
    words = shown(officer.get(f"{INBOX}?known_at=2024-01-01"))

    assert "At this moment no paper of this case had come in." in words


def test_a_pasted_report_leads_to_its_reading(officer, room):
    answer = officer.post(
        TAKE_IN, {"text": ARABIC.replace("\n", "\r\n"), "outlet": "وكالة الجسر", "published": "4 Oct 2025"}
    )

    assert answer.status_code == 302
    assert re.fullmatch(r"/c/bridge/reading/[\w-]+/", answer.headers["Location"])
    page = shown(officer.get(answer.headers["Location"]))
    assert "وكالة الجسر · published 4 Oct 2025" in page
    assert "It waits to be read." in page


def test_what_came_before_is_told_and_shown(officer, room):
    answer = officer.post(TAKE_IN, {"text": REPORT})

    assert answer.headers["Location"] == room.path
    assert "This paper came in before; here it is." in shown(officer.get(room.path))


def test_faults_stand_beside_their_fields_and_what_was_typed_stays(officer, room):
    answer = officer.post(TAKE_IN, {"text": "", "outlet": "Вестник", "published": "soonish"})

    assert answer.status_code == 422
    assert "Paste the text of the report, or choose a file." in shown(answer)
    assert 'value="Вестник"' in answer.content.decode()

    answer = officer.post(TAKE_IN, {"text": "Министерство сообщило, что мост закрыт.", "published": "soonish"})
    assert answer.status_code == 422
    assert "could not be read" in shown(answer)
    assert "что мост закрыт" in answer.content.decode()


def test_a_file_that_holds_no_report_is_refused_beside_its_field(officer, room):
    answer = officer.post(TAKE_IN, {"file": SimpleUploadedFile("photo.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 40)})

    assert answer.status_code == 422
    assert "This is a picture (JPEG). Its words have to be typed." in shown(answer)


def test_letters_that_nobody_can_tell_become_a_question_that_brings_the_file_back(officer, room):
    data = "Порт закрыт".encode("koi8-r")
    asked = officer.post(TAKE_IN, {"file": SimpleUploadedFile("old.txt", data), "outlet": "Вестник"})

    assert asked.status_code == 422
    source = asked.content.decode()
    assert "Which of these is right?" in source
    assert 'type="radio" name="encoding" value="koi8-r"' in source
    carried = re.search(r'name="carried" value="([^"]+)"', source)[1]
    name = re.search(r'name="carried_name" value="([^"]+)"', source)[1]

    answer = officer.post(
        TAKE_IN, {"carried": carried, "carried_name": name, "encoding": "koi8-r", "outlet": "Вестник"}
    )

    assert answer.status_code == 302, shown(answer)
    assert "Порт закрыт" in shown(officer.get(answer.headers["Location"]))


def test_a_feed_says_how_many_were_new_and_how_many_came_before(officer, room):
    def feed(numbers: range) -> SimpleUploadedFile:
        items = "".join(ITEM.format(n=number) for number in numbers)
        return SimpleUploadedFile("news.xml", FEED.format(items=items).encode())

    first = officer.post(TAKE_IN, {"file": feed(range(2, 5))}, follow=True)
    again = officer.post(TAKE_IN, {"file": feed(range(2, 8))}, follow=True)

    assert "3 papers in it: 3 new, 0 came in before." in shown(first)
    assert "6 papers in it: 3 new, 3 came in before." in shown(again)


def test_a_long_inbox_comes_in_pages_and_asks_a_bounded_number_of_questions(officer, room):
    items = "".join(ITEM.format(n=number) for number in range(2, 62))
    officer.post(TAKE_IN, {"file": SimpleUploadedFile("news.xml", FEED.format(items=items).encode())})

    with CaptureQueriesContext(connection) as asked:
        page = officer.get(INBOX)
    assert len(asked) <= 30, len(asked)
    assert page.content.decode().count("data-item") == queries.PAGE
    assert "1 to 50 of 61" in shown(page)
    assert "51 to 61 of 61" in shown(officer.get(f"{INBOX}?page=2"))


def test_who_may_only_read_takes_nothing_in(reader, outsider, room):
    assert "Take in a report" not in shown(reader.get(INBOX))
    assert reader.post(TAKE_IN, {"text": ARABIC}).status_code == 403
    for address in (INBOX, TAKE_IN):
        assert outsider.get(address).status_code == 404
