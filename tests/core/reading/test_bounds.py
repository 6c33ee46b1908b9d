"""Files made to swell, to nest or to take for ever are stopped in bounded time and memory, and say what to do."""

import io
import resource
import subprocess
import sys
import textwrap
import time
import zipfile

import pytest

from homeward.files import confined
from homeward.files.bounds import FILE, Damaged, TooDeep, TooHard, TooLarge
from homeward.files.packed import TwoParts
from homeward.reading.formats import taken
from homeward.refusals import Refused
from tests.core.reading.making import SAID, lines, packed, page, pdf, rss, word

MILLION = 1_000_000
SECONDS = 60  # of a processor, on a slow and busy machine; the longest takes a tenth of it
MAIL = b"From: a@b.example\nMIME-Version: 1.0\n"

STOPPED = {
    "a file over the bound": (lambda: b"x" * (FILE + 1), TooLarge),
    "a page nested a million deep": (lambda: page("<div>" * MILLION), TooDeep),
    "a page of angle brackets": (lambda: page("<" * 5 * MILLION), TooLarge),
    "marks that every paragraph takes up again": (
        lambda: page("".join(f"<b id={n}>" for n in range(400)) + "<p>x" * MILLION),
        TooLarge,
    ),
    "a feed nested a million deep": (lambda: b"<rss>" + b"<a>" * MILLION, TooDeep),
    "a feed of too many items": (lambda: rss("<title>x</title>", "</item><item>" * 6_000), TooLarge),
    "a Word file that unpacks to 150 megabytes": (lambda: word("<w:t>" + " " * 150 * MILLION), TooLarge),
    "a Word file of a million paragraphs": (lambda: word("<w:p/>" * 2 * MILLION), TooLarge),
    "a Word file nested too deeply": (lambda: word("<w:p><w:r>" * 10_000), TooDeep),
    "a packed file of three thousand parts": (
        lambda: packed(**{f"{n}": "" for n in range(3_000)}),
        TooLarge,
    ),
    "a mail of too many parts": (
        lambda: MAIL + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * MILLION,
        TooLarge,
    ),
    "a mail nested too deeply": (
        lambda: (
            MAIL + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2_000))
        ),
        TooDeep,
    ),
    "a mail with a header that is a book": (
        lambda: MAIL + b"Content-Type: text/plain; " + b"a=b; " * MILLION + b"\n\nx",
        TooLarge,
    ),
    "a mail of headers": (lambda: MAIL + b"X-A: b\n" * MILLION + b"\nx", TooLarge),
    "a PDF that unpacks to a hundred megabytes": (
        lambda: pdf(lines("a" * 60) + b"q " * 60 * MILLION, deflated=True),
        TooHard,
    ),
}


@pytest.mark.parametrize("what", STOPPED)
def test_stopped(what):
    make, refusal = STOPPED[what]
    data = make()
    start, most = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(refusal) as refused:
        taken("report", data)

    assert refused.value.instead
    assert time.process_time() - start < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most < 300 * 1024  # KiB


@pytest.mark.parametrize(
    "line", [b"x said that " * (10 * MILLION // 12), b"x" * 10 * MILLION, "قال ".encode() * (10 * MILLION // 7)]
)
def test_a_line_of_ten_million_letters_is_kept_with_what_stands_around_it_and_told(line):
    start = time.process_time()

    (paper,) = taken("a.txt", SAID.encode() + b"\n" + line + b"\n" + SAID.encode())

    assert time.process_time() - start < SECONDS
    assert paper.text.startswith(SAID)
    assert paper.text.endswith(SAID)
    assert [warning.where for warning in paper.warnings if warning.code == "long-line"] == ["a.txt, line 2"]


@pytest.mark.parametrize(
    "data",
    [
        b"<!---->" * 500 + b"x",
        b"A: x\r\n" + b" x\r\n" * 700 + b"x",
        word("<w:p><w:r><w:t>x" + " " * 20 * MILLION + "y</w:t></w:r></w:p>"),
        page("<pre>x" + " " * 5 * MILLION + "y\t" * MILLION),
    ],
    ids=["comments", "a folded head", "spaces of a Word file", "spaces of a page"],
)
def test_what_is_only_long_is_read_in_time(data):
    start = time.process_time()

    (paper,) = taken("report", data)

    assert paper.text.startswith(("x", "A", "<"))
    assert time.process_time() - start < SECONDS


def test_two_parts_of_one_name_are_refused():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = _twice()
    with pytest.raises(TwoParts):
        taken("a.docx", data)


def _twice() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("word/document.xml", "<a/>")
        file.writestr("word/document.xml", "<b/>")
    return made.getvalue()


def test_a_part_that_names_an_entity_is_refused():
    with pytest.raises(Refused, match="document type"):
        taken("a.docx", packed(**{"word/document.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}))


def test_a_part_whose_bytes_were_changed_is_refused():
    whole = bytearray(word(f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>"))
    at = whole.index(b"word/document.xml") + 40
    whole[at] ^= 0xFF

    with pytest.raises(Damaged):
        taken("a.docx", bytes(whole))


def test_the_reader_of_pdfs_has_neither_network_nor_files_to_write(tmp_path):
    script = f"""
        import runpy, socket
        apart = runpy.run_path({confined.__file__!r}, run_name="apart")
        apart["confine"](2**30, 30)
        file = {str(tmp_path / "x")!r}
        for attempt in (lambda: socket.create_connection(("127.0.0.1", 9)), lambda: open(file, "w").write("x" * 99999)):
            try:
                attempt()
            except (PermissionError, OSError) as refused:
                print(type(refused).__name__)
    """

    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False)

    assert done.stdout.split() == ["PermissionError", "OSError"]
