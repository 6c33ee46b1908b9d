"""Word files: the text as it would be printed with all changes accepted, and what the file keeps out of sight.

Kept: text, lists, tables (cells parted by tabs), text boxes, footnotes at the end, tracked insertions. Left out and told:
tracked deletions, hidden runs, letters as white as the page or of a point at most. Told only: comments, pictures, macros,
text in headers and footers. The day a file was made or saved is told and is no day of publication.
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.files import xml
from homeward.files.bounds import NoText
from homeward.files.packed import Packed
from homeward.files.visible import lines_with_words, visible
from homeward.reading.formats.paper import DOCX, Paper
from homeward.reading.formats.word import Story, Styles
from homeward.refusals import Finding, Grade

MAIN = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def paper(packed: Packed) -> Paper:
    """A Word file as a paper."""
    where = packed.where
    styles = Styles()
    if sheet := packed.part("word/styles.xml"):
        xml.walk(sheet, start=styles.start, end=styles.end, text=styles.text, where=f"{where}, styles")
    story = Story(styles.settled())
    for name in (MAIN, *_NOTES):
        if part := packed.part(name):
            xml.walk(part, start=story.start, end=story.end, text=story.text, where=f"{where}, {name}")
    text, told = visible("\n".join(story.lines()), where)
    text = lines_with_words(text)
    if not text:
        raise NoText(where=where, instead="If it holds a picture of the report, its words have to be typed.")
    about = _about(packed)
    return Paper(
        text=text,
        media_type=DOCX,
        title=about.title,
        author=about.creator,
        language=about.language,
        warnings=(*_told(story, packed, about), *told),
    )


@dataclass(slots=True)
class _About:
    """What the file's own card says."""

    title: str = ""
    creator: str = ""
    language: str = ""
    created: str = ""
    modified: str = ""
    name: str = ""

    def start(self, name: str, _: xml.Attributes) -> None:
        self.name = name.rpartition(" ")[2]

    def end(self, _: str) -> None:
        self.name = ""

    def text(self, words: str) -> None:
        if self.name in ("title", "creator", "language", "created", "modified"):
            setattr(self, self.name, visible(" ".join(f"{getattr(self, self.name)}{words}".split())[:500])[0])


def _about(packed: Packed) -> _About:
    about = _About()
    if card := packed.part("docProps/core.xml"):
        xml.walk(card, start=about.start, end=about.end, text=about.text, where=f"{packed.where}, card")
    return about


def _told(story: Story, packed: Packed, about: _About) -> list[Finding]:
    where = packed.where
    told = [
        Finding(Grade.DOUBT, code, where, f"{words}, {letters:,} characters: “{first.strip()[:60]}”.")
        for code, words, (letters, first) in (
            ("deleted-text", "Text that was deleted with changes tracked was left out", story.deleted.so_far),
            ("hidden-text", "Text that the file hides from the eye was left out", story.hidden.so_far),
            ("inserted-text", "Text that was inserted with changes tracked was kept", story.inserted.so_far),
        )
        if letters
    ]
    around = [name for name in packed.names if name.startswith(("word/header", "word/footer"))]
    comments = "word/comments.xml" in packed.names
    for code, seen, words in (
        ("comments", comments, "The file has comments, which were not read."),
        ("pictures", story.pictures, f"Pictures ({story.pictures}) were not looked at; words in them are not read."),
        ("headers", around, "Headers and footers of pages were not read."),
        ("embedded", story.embedded, f"Other files inside it ({story.embedded}) were not opened."),
        (
            "macros",
            any("vbaproject" in name.lower() for name in packed.names),
            "The file has macros, which were left alone.",
        ),
        (
            "made",
            about.created or about.modified,
            f"The file says it was made {about.created} and saved {about.modified}.",
        ),
    ):
        if seen:
            told.append(Finding(Grade.NOTE, code, where, words))
    return told
