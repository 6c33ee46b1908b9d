"""Web pages: the words that a person would read, in their order, and what the page says about itself.

The page is walked once, as events, and never becomes a tree: memory grows with the text alone. Nothing is fetched, nothing
is run. Left out, and told: scripts and styles (untold), text that the page's style hides, navigation that calls itself so or
is a list of links, and what stands outside the one article of a page that has one.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from homeward.files.bounds import TEXT, NoText, fits
from homeward.files.letters import declared_letters
from homeward.files.letters import letters as decoded
from homeward.files.visible import lines_with_words, visible
from homeward.reading.formats.bounds import Spent
from homeward.reading.formats.imprint import Imprint
from homeward.reading.formats.page import Page
from homeward.reading.formats.paper import HTML, Paper
from homeward.refusals import Finding

_CHUNK = 16_384  # characters fed at once, so that a refusal stops the work early


@dataclass(frozen=True, slots=True)
class Read:
    """The text of a page and what the page says about itself."""

    text: str
    imprint: Imprint
    told: tuple[Finding, ...]


def paper(data: bytes, *, encoding: str = "", where: str = "") -> Paper:
    """A saved web page as a paper."""
    letters = decoded(data, encoding=encoding, declared=declared_letters(data), where=where)
    page = read(letters.text, where=where)
    if not page.text:
        raise NoText(where=where, instead="Its words may come by a script: copy them from the screen and paste them.")
    imprint = page.imprint
    return Paper(
        text=page.text,
        media_type=HTML,
        title=imprint.title,
        published=imprint.published,
        outlet=imprint.outlet,
        author=imprint.author,
        url=imprint.url,
        language=imprint.language,
        warnings=(*letters.told, *page.told),
    )


def read(source: str, *, where: str = "", whole: bool = False, spent: Spent | None = None) -> Read:
    """The text of a page or of a piece of one; `whole` keeps lists of links and what stands beside an article.

    `spent` is shared by the pages of one file, so that many cost no more than one may.
    """
    fits(len(source), TEXT, "characters", where)
    page = Page(where, whole=whole, spent=spent or Spent())
    parser = etree.HTMLParser(target=page)
    source = source.replace("\0", "\ufffd")
    try:
        for start in range(0, len(source), _CHUNK):
            parser.feed(source[start : start + _CHUNK])
        parser.close()
    except (etree.ParserError, etree.XMLSyntaxError):
        page.broken = True
    text, told = visible(page.text(), where)
    return Read(lines_with_words(text), page.imprint, (*page.told(), *told))
