"""Any bytes at all give papers or a refusal with a way on, never a traceback, and the text is fit to be kept."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from homeward.files.visible import visible
from homeward.reading.formats import Paper, taken
from homeward.refusals import Refused
from tests.core.reading.making import PICTURE, SAID, lines, mail, page, paragraph, pdf, rss, word

HTML = f"<p>{SAID}</p><p hidden>x</p><ul><li><a>a</a><li><a>b</a><li><a>c</a></ul><table><tr><td>a<td>b</table>"
WHOLE = {
    "a.txt": SAID.encode(),
    "b.txt": "Порт закрыт, и никто не знает, что будет".encode("cp1251"),
    "a.html": page(HTML, "<style>.x{display:none}</style><title>T</title>"),
    "a.eml": bytes(mail(subject="Ворота", html=HTML)),
    "a.docx": word(paragraph(SAID) + paragraph("x", "<w:vanish/>"), **{"docProps/core.xml": "<a/>"}),
    "a.rss": rss(f"<title>T</title><description>{SAID}</description>", f"<description>&lt;p&gt;{SAID}</description>"),
    "a.pdf": pdf(lines(SAID) + PICTURE),
}
HEADS = [
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html>",
    b"<!doctype html>",
    b'<?xml version="1.0"?><rss>',
    b"<feed xmlns='http://www.w3.org/2005/Atom'>",
    b"From: a@b.example\nMIME-Version: 1.0\n",
    b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
]


def holds(name: str, data: bytes, encoding: str = "") -> None:
    try:
        papers = taken(name, data, encoding=encoding)
    except Refused as refused:
        stands = bool(refused.where and refused.instead)
    else:
        stands = bool(papers) and all(map(sound, papers))
    assert stands


def sound(paper: Paper) -> bool:
    """Whether a paper can be kept: it has words, none of them unseen or half a pair, and its warnings say something."""
    about = [paper.title, paper.author, paper.outlet, paper.published, paper.url, paper.language]
    words = "\n".join([paper.text, *about])
    told = all(warning.message and warning.code for warning in paper.warnings)
    return bool(paper.text.strip() and words.encode()) and visible(words)[0] == words and told


@settings(max_examples=400)
@given(st.sampled_from(HEADS[2:] + HEADS[:1]), st.binary(max_size=300), st.text(max_size=20))
@example(b"", b"\xed\xa0\x80", "a.txt")
@example(b"<html>", b"<p>&#xD800;&#0;&#x202e;x", "a.html")
@example(b"From: a@b.example\nMIME-Version: 1.0\n", b"Content-Type: text/plain; charset=utf-7\n\n+AGE-", "a.eml")
@example(b"From: a@b.example\nMIME-Version: 1.0\n", b"Subject: =?x?b?=?=\n\nx", "a.eml")
def test_bytes_with_the_head_of_any_kind(head, rest, name):
    holds(name, head + rest)


@settings(max_examples=300)
@given(st.sampled_from([name for name in WHOLE if name != "a.pdf"]), st.randoms(use_true_random=False))
def test_a_whole_file_with_some_bytes_changed_or_missing(name, rolled):
    holds(name, spoiled(WHOLE[name], rolled))


@pytest.mark.parametrize("seed", range(25))
def test_a_pdf_with_some_bytes_changed_or_missing(seed):
    """Fewer, as each is a process of its own."""
    holds("a.pdf", spoiled(WHOLE["a.pdf"], random.Random(seed)))


def spoiled(data: bytes, rolled: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(rolled.randrange(1, 12)):
        made[rolled.randrange(len(made))] = rolled.randrange(256)
    if rolled.random() < 0.3:
        start = rolled.randrange(len(made))
        del made[start : start + rolled.randrange(1, 40)]
    return bytes(made[: rolled.randrange(1, len(made))] if rolled.random() < 0.3 else made)


@given(
    st.binary(max_size=100),
    st.sampled_from(["utf-8", "windows-1256", "utf-16", "big5", "iso2022_jp", "latin-1", "rot13", "\0"]),
)
def test_any_word_of_a_person_about_the_letters(data, encoding):
    holds("a.txt", data, encoding)


@given(st.text())
def test_what_is_visible_stays_so(words):
    once, _ = visible(words)

    assert visible(once)[0] == once
    assert "\0" not in once
