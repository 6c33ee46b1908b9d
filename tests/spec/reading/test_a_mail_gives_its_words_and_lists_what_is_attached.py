"""A mail gives the words of the message; what hangs on it is named and stays closed."""

import pytest

from homeward.files.bounds import Locked, NoText
from homeward.reading.formats import taken
from tests.core.reading.making import SAID, mail, page


def test_who_wrote_when_about_what_is_kept_in_the_words_of_the_mail():
    (paper,) = taken("a.eml", bytes(mail(subject="Ворота порта")))

    assert paper.text == SAID
    assert paper.title == "Ворота порта"
    assert paper.published == "Mon, 06 Nov 2023 09:12:00 +0200"
    assert paper.author == "Lantern Wire <desk@lantern.example>"


def test_plain_words_are_preferred_to_the_page_beside_them():
    (paper,) = taken("a.eml", bytes(mail(html=f"<p><b>{SAID}</b></p>")))

    assert paper.text == SAID


def test_a_stub_is_no_message_when_a_page_says_more():
    (paper,) = taken("a.eml", bytes(mail("Open in a browser.", html=f"<p>{SAID * 3}</p>")))

    assert paper.text == SAID * 3


def test_attachments_are_listed_and_not_opened():
    message = mail()
    message.add_attachment(page("<p>Not this."), maintype="text", subtype="html", filename="../list\u202e.html")

    (paper,) = taken("a.eml", bytes(message))

    assert paper.text == SAID
    (told,) = paper.warnings
    assert told.message == "Attached and not opened: ../list.html (text/html)."


def test_a_mail_with_attachments_alone_is_refused_with_a_way_on():
    message = mail("\n")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report.pdf")

    with pytest.raises(NoText) as refused:
        taken("a.eml", bytes(message))
    assert "attachment" in refused.value.instead


def test_an_encrypted_mail_is_refused():
    sealed = (
        b'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary="x"\n\n--x\n\nabc\n--x--\n'
    )

    with pytest.raises(Locked):
        taken("a.eml", sealed)


def test_a_code_page_in_the_mail_is_followed():
    raw = (
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset=windows-1251\n\n"
        + "Порт закрыт".encode("cp1251")
    )

    (paper,) = taken("a.eml", raw)

    assert paper.text == "Порт закрыт"


def test_notes_that_begin_like_a_mail_are_text():
    (paper,) = taken("notes.txt", b"From: the gate\nTo: the bridge\n\nOn foot.")

    assert paper.media_type == "text/plain"
