"""PDF: the letters that stand in the file, line by line, put together to paragraphs by where the lines lie.

A process apart reads it within 768 MB and 30 seconds. Letters that are not painted are left out and told; but when a page is
a picture, they are what a machine read from it, and are kept as a doubt. White letters are kept as a doubt: what they stand on
is not known. A hyphen at the end of a line goes when a small letter follows, and that is told. Where a script runs to the left,
words and numbers come in the right order, but signs beside them may not: that page has to be compared, and the paper says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from homeward.files import apart
from homeward.files.apart import Allowance
from homeward.files.bounds import Damaged, NoText
from homeward.files.visible import visible
from homeward.reading.formats.bounds import PAGES
from homeward.reading.formats.paper import PDF, Paper
from homeward.refusals import Finding, Grade

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_END = "\u05d0"  # stands behind the last word
_ALLOWANCE = Allowance(memory=768 * 1024 * 1024, seconds=30, clock=60)
_GAP = 1.35  # times the usual distance of lines: a paragraph ends
_SHORT = 0.8  # of the width of the page's lines: the last line of a paragraph, or a heading
_ENDS = (".", "!", "?", ":", "…", "”", "»", '"', "؟", "۔")


class NoLetters(NoText):
    """This PDF is a picture of a text: it has no letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a page: its text without what is not painted, and where it lies, in points."""

    text: str
    left: float = 0.0
    right: float = 0.0
    foot: float = 0.0
    hyphen: bool = False


@dataclass(slots=True)
class _Met:
    """What was met on the pages."""

    unpainted: list[str] = field(default_factory=list)
    white: list[str] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    hyphens: int = 0
    leftward: int = 0
    unknown: int = 0


def paper(data: bytes, *, where: str = "") -> Paper:
    """A PDF as a paper."""
    found, read = _apart(data, where)
    met = _Met()
    pages = [_lines(page, number, met) for number, page in enumerate(read, 1)]
    text, unseen = visible("\n".join(line for page in pages for line in paragraphs(page)), where)
    if not text.strip():
        if met.pictures:
            raise NoLetters(
                where=where, instead="Have a program read the picture, look at what it reads, and send that."
            )
        if met.broken:
            raise Damaged(where=where, instead="Send it again.")
        raise NoText(
            where=where, instead="If a screen shows words, they are drawn: print it as a picture and have that read."
        )
    met.hyphens = sum(line.hyphen for page in pages for line in page)
    about = {name: visible(" ".join(words.split()))[0] for name, words in found["about"].items()}
    told = [*_told(met, data, found["attached"], about, where), *unseen]
    return Paper(text=text, media_type=PDF, title=about["Title"], author=about["Author"], warnings=tuple(told))


def _apart(data: bytes, where: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the file says about itself, and its pages."""
    asked = {"where": where, "pages": PAGES}
    instead = "Print the pages that matter into a new PDF, or paste their words."
    about, *pages = apart.answers("homeward.files.pdf", data, asked, where=where, allowance=_ALLOWANCE, instead=instead)
    return about, pages


def _lines(page: dict[str, Any], number: int, met: _Met) -> list[Line]:
    """The lines of a page as far as they count, and what was met on it."""
    lines, pictures = page["lines"], page["pictures"]
    if page["broken"]:
        met.broken.append(number)
    if pictures and not lines:
        met.pictures.append(number)
    runs = [run for line in lines for run in line["runs"]]
    painted = sum(len(line["text"]) for line in lines) > sum(len(words) for face, words in runs if face == "unpainted")
    scan = bool(pictures and lines and not painted)
    if scan:
        met.scans.append(number)
    kept = []
    for line in lines:
        text = in_order(line["words"]) if line["words"] else line["text"]
        met.leftward += bool(line["words"])
        if line["runs"] and not scan:
            text = "".join(words for face, words in line["runs"] if face != "unpainted")
        for face, words in line["runs"]:
            if face == "unpainted" and not scan:
                met.unpainted.append(f"page {number}: {words.strip()}")
            elif face == "white":
                met.white.append(f"page {number}: {words.strip()}")
        met.unknown += line["unknown"]
        if text.strip():
            place = {name: line[name] for name in ("left", "right", "foot", "hyphen")}
            kept.append(Line(text=text.strip(), **place))
    return kept


def in_order(words: list[tuple[str, float]]) -> str:
    """The words of a line of a page on which some script runs to the left, each with how far left it begins.

    The library takes the whole page to run to the left. So words of a script that runs to the right, and what stands between
    two of them, are put back in order by where they stand.
    """
    ordered: list[str] = []
    run: list[tuple[str, float]] = []
    for word in [*words, (_END, 0.0)]:
        if not _LEFTWARD.search(word[0]):
            run.append(word)
            continue
        letters = [at for at, (one, _) in enumerate(run) if any(map(str.isalpha, one))]
        first, last = (letters[0], letters[-1] + 1) if letters else (0, 0)
        if len(run) == len(words):
            first, last = 0, len(run)
        ordered += [one for one, _ in (*run[:first], *sorted(run[first:last], key=_standing), *run[last:])]
        ordered.append(word[0])
        run = []
    return " ".join(ordered[:-1])


def _standing(word: tuple[str, float]) -> float:
    return word[1]


def paragraphs(lines: list[Line]) -> Iterator[str]:
    """Lines joined to paragraphs: one ends at a wider gap, a jump to another column, or a short line that closes a sentence."""
    if not lines:
        return
    steps = [above.foot - below.foot for above, below in pairwise(lines) if above.foot > below.foot]
    usual = median(steps) if steps else 0.0
    width = max(line.right for line in lines) - min(line.left for line in lines)
    joined = lines[0].text
    for above, below in pairwise(lines):
        if _ends(above, below, usual, width):
            yield joined + ("-" if above.hyphen else "")
            joined = below.text
        elif above.hyphen:
            joined += below.text if below.text[:1].islower() else f"-{below.text}"
        else:
            joined += f" {below.text}"
    yield joined + ("-" if lines[-1].hyphen else "")


def _ends(above: Line, below: Line, usual: float, width: float) -> bool:
    if above.hyphen:
        return False
    step = above.foot - below.foot
    if step <= 0 or step > _GAP * usual:
        return True
    if below.text[:1] in "•▪–—●◦*" or (above.text[:1] in "•▪●◦" and below.left <= above.left):
        return True
    length = above.right - above.left
    return length < _SHORT * width and (above.text.endswith(_ENDS) or length < 0.5 * width)


def _told(met: _Met, data: bytes, attached: int, about: dict[str, str], where: str) -> Iterator[Finding]:
    for code, grade, seen, words in (
        ("hidden-text", Grade.DOUBT, met.unpainted, "Letters that are not painted were left out: {}."),
        (
            "white-text",
            Grade.DOUBT,
            met.white,
            "White letters were kept; whether they can be seen, the page shows: {}.",
        ),
        (
            "machine-read",
            Grade.DOUBT,
            met.scans,
            "These pages are pictures, and their words are what a machine read: {}.",
        ),
        ("pictures", Grade.DOUBT, met.pictures, "These pages have no letters and were not read: {}."),
        ("broken-page", Grade.DOUBT, met.broken, "These pages are broken and were not read: {}."),
    ):
        if seen:
            first = ", ".join(f"“{one[:80]}”" if isinstance(one, str) else str(one) for one in seen[:5])
            yield Finding(grade, code, where, words.format(f"{first}{', and more' if len(seen) > 5 else ''}"))
    if met.leftward:
        words = "Words were put in order where scripts run to the left; signs beside them may stand on the wrong side."
        yield Finding(Grade.DOUBT, "right-to-left", where, words)
    if b"%%EOF" not in data[-2048:]:
        yield Finding(Grade.DOUBT, "cut-short", where, "The end of the file is missing; what is left was read.")
    if met.unknown:
        yield Finding(
            Grade.DOUBT,
            "unknown-letters",
            where,
            "The file does not say which letters some of its signs are; compare the text with it.",
        )
    if met.hyphens:
        yield Finding(
            Grade.NOTE, "hyphens", where, f"Words parted at the end of a line were put together: {met.hyphens}."
        )
    if attached:
        yield Finding(Grade.NOTE, "attachment", where, f"Attached and not opened: {attached}.")
    if made := about["CreationDate"] or about["ModDate"]:
        yield Finding(Grade.NOTE, "made", where, f"The file says that it was made {made[:40]}.")
