"""A PDF's letters as PDFium reads them, page by page: to be run apart (`homeward.files.apart`), as it is a large library in C."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from typing import Any, cast

from homeward.files.bounds import TEXT, Damaged, Locked, TooHard

LIGHT = 250  # of 255: as white as the page
_BREAKS = (10, 13)
_HYPHENS = (2, 0xFFFE)  # what the library writes for one at the end of a line
_INVISIBLE = (3, 7)  # ways of painting that paint nothing
_WORDS, _PICTURE, _FORM = 1, 3, 5
MOST_THINGS = 5_000  # of a page that are looked at one by one
_PASSWORD = 4
_FEWER = "Print the pages that matter into a new PDF, or paste their words."


def answers(data: bytes, asked: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    """What the file says about itself, then each page with its lines; `asked` bounds the `pages`."""
    pdfium, document = opened(data, asked["where"], asked["pages"])
    about = {name: _about(pdfium, document, name) for name in ("Title", "Author", "CreationDate", "ModDate")}
    yield {"about": about, "attached": max(0, pdfium.FPDFDoc_GetAttachmentCount(document))}
    letters = 0
    for number in range(pdfium.FPDF_GetPageCount(document)):
        page = _page(pdfium, document, number)
        letters += sum(len(cast(str, line["text"])) for line in cast(list[dict[str, object]], page["lines"]))
        if letters > TEXT:
            raise TooHard(where=asked["where"], instead=_FEWER)
        yield page


def opened(data: bytes, where: str, pages: int) -> tuple[Any, Any]:
    """The library and the document; locked, damaged or too long a one is refused. The bytes have to stay while it is read."""
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() == _PASSWORD:
            raise Locked(where=where, instead="Save it without a password, and send that.")
        raise Damaged(where=where, instead="Send it again, or print it into a new PDF.")
    if pdfium.FPDF_GetPageCount(document) > pages:
        raise TooHard(where=where, instead=_FEWER)
    return pdfium, document


def _about(pdfium: Any, document: Any, name: str) -> str:
    size = pdfium.FPDF_GetMetaText(document, name.encode(), None, 0)
    if not 2 < size < 20_000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, name.encode(), buffer, size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")


def _page(pdfium: Any, document: Any, number: int) -> dict[str, object]:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return {"lines": [], "pictures": 0, "broken": True}
    things = [pdfium.FPDFPage_GetObject(page, at) for at in range(min(pdfium.FPDFPage_CountObjects(page), MOST_THINGS))]
    kinds = [pdfium.FPDFPageObj_GetType(thing) for thing in things]
    words = [thing for thing, kind in zip(things, kinds, strict=True) if kind == _WORDS]
    pictures = sum(kind in (_PICTURE, _FORM) for kind in kinds)
    # Asking letter by letter is slow, so it is done only where a letter may be out of sight.
    plain = len(things) < MOST_THINGS and _FORM not in kinds and not any(_painted(pdfium, thing) for thing in words)
    text = pdfium.FPDFText_LoadPage(page)
    lines = list(_lines(pdfium, text, plain=plain)) if text else []
    if text:
        pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return {"lines": lines, "pictures": pictures, "broken": False}


def _lines(pdfium: Any, text: Any, *, plain: bool) -> Iterator[dict[str, object]]:
    """The lines of a page with their places and, where it matters, how their letters are painted."""
    faces: dict[int, str] = {}
    row: list[tuple[int, int, str]] = []
    codes = [pdfium.FPDFText_GetUnicode(text, at) for at in range(pdfium.FPDFText_CountChars(text))]
    leftward = any(_is_leftward(code) for code in codes)
    for at, code in enumerate([*codes, 10]):
        if code in _BREAKS or code in _HYPHENS:
            if row:
                yield _line(pdfium, text, row, hyphen=code in _HYPHENS, leftward=leftward)
            row = []
        elif code:
            row.append((at, code, "" if plain else _face(pdfium, text, at, faces)))


def _face(pdfium: Any, text: Any, at: int, faces: dict[int, str]) -> str:
    """How a letter is painted: nothing, or `unpainted`, or `white`; asked once for each piece of text."""
    piece = pdfium.FPDFText_GetTextObject(text, at)
    key = ctypes.cast(piece, ctypes.c_void_p).value or 0
    if not key:
        return ""
    if key not in faces:
        faces[key] = _painted(pdfium, piece)
    return faces[key]


def _painted(pdfium: Any, piece: Any) -> str:
    if pdfium.FPDFTextObj_GetTextRenderMode(piece) in _INVISIBLE:
        return "unpainted"
    red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(piece, red, green, blue, alpha):
        return ""
    if alpha.value == 0:
        return "unpainted"
    return "white" if min(red.value, green.value, blue.value) >= LIGHT else ""


def _line(
    pdfium: Any, text: Any, row: list[tuple[int, int, str]], *, hyphen: bool, leftward: bool
) -> dict[str, object]:
    boxes = [box for at, _, _ in (row[0], row[-1]) if (box := _box(pdfium, text, at))]
    runs: list[list[str]] = []
    for _, code, face in row:
        if not runs or runs[-1][0] != face:
            runs.append([face, ""])
        runs[-1][1] += chr(code)
    return {
        "text": _whole("".join(words for _, words in runs)),
        "runs": [[face, _whole(words)] for face, words in runs] if any(face for face, _ in runs) else [],
        "words": list(_words(pdfium, text, row)) if leftward else [],
        "hyphen": hyphen,
        "left": min((box[0] for box in boxes), default=0.0),
        "right": max((box[1] for box in boxes), default=0.0),
        "foot": boxes[0][2] if boxes else 0.0,
        "unknown": sum(pdfium.FPDFText_HasUnicodeMapError(text, at) == 1 for at, _, _ in row[:8]),
    }


def _is_leftward(code: int) -> bool:
    """Whether a letter is of a script that runs to the left."""
    return 0x590 <= code <= 0x8FF or 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF


def _words(pdfium: Any, text: Any, row: list[tuple[int, int, str]]) -> Iterator[tuple[str, float]]:
    """The words of a line with how far left each begins."""
    word: list[tuple[int, int, str]] = []
    for letter in [*row, (0, 32, "")]:
        if letter[1] not in (32, 160):
            word.append(letter)
        elif word:
            boxes = [_box(pdfium, text, at) or (0.0, 0.0, 0.0) for at, _, _ in word]
            letters = [(box[0], code) for box, (_, code, _) in zip(boxes, word, strict=True)]
            if not any(_is_leftward(code) for _, code in letters) and any(chr(code).isalpha() for _, code in letters):
                letters.sort(key=_standing)  # its signs were set as if it ran to the left
            yield _whole("".join(chr(code) for _, code in letters)), min(left for left, _ in letters)
            word = []


def _standing(letter: tuple[float, int]) -> float:
    return letter[0]


def _box(pdfium: Any, text: Any, at: int) -> tuple[float, float, float] | None:
    left, right, foot, head = (ctypes.c_double(0) for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(text, at, left, right, foot, head):
        return None
    return left.value, right.value, foot.value


def _whole(words: str) -> str:
    """Letters that came as two halves put together."""
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
