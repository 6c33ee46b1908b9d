"""Feeds, RSS and Atom: a paper for each item, with the words of the item alone.

What an item carries as a page is read as one; nothing that it points to is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from homeward.files import xml
from homeward.files.bounds import NoText, fits
from homeward.files.visible import visible
from homeward.reading.formats import html
from homeward.reading.formats.bounds import ITEMS, Spent
from homeward.reading.formats.paper import ATOM, RSS, Paper
from homeward.refusals import Finding, Grade, Refused

_ATOM, _DC = "http://www.w3.org/2005/Atom", "http://purl.org/dc/elements/1.1/"
_CONTENT, _XHTML = "http://purl.org/rss/1.0/modules/content/", "http://www.w3.org/1999/xhtml"
_LANG = "http://www.w3.org/XML/1998/namespace lang"
_KNOWN = ("", _ATOM, "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")
_ITEMS = frozenset({"item", "entry"})
_BODIES = ("encoded", "content", "description", "summary")  # the fuller first
_DAYS = ("pubDate", "published", "date", "issued", "updated")  # the first day before that of a change


@dataclass(slots=True)
class _Words:
    """What a feed or an item says, by the name of the element."""

    said: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    enclosures: int = 0

    def first(self, *names: str) -> str:
        return next((" ".join(self.said[name].split()) for name in names if self.said.get(name, "").strip()), "")


class _Feed:
    """A feed as it is walked."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.spent = Spent()
        self.about = _Words()
        self.items: list[_Words] = []
        self.kind = RSS
        self._open: _Words | None = None
        self._path: list[tuple[str, str]] = []
        self._name = ""  # of the element whose words are gathered
        self._gathered: list[str] = []
        self._inner = 0  # depth inside markup that is part of the words

    def start(self, name: str, attributes: xml.Attributes) -> None:
        space, _, local = name.rpartition(" ")
        if self._name:
            self._inner += 1
            style = f' style="{escape(attributes["style"])}"' if "style" in attributes else ""
            self._gathered.append(f"<{local}{style}>" if space == _XHTML else "\n")
            return
        self._path.append((space, local))
        if len(self._path) == 1:
            self.kind = ATOM if space == _ATOM else RSS
            self._say("language", attributes.get(_LANG, ""))
        elif local in _ITEMS and self._open is None:
            fits(len(self.items) + 1, ITEMS, "items", self.where)
            self._open = _Words()
        elif local == "link" and attributes.get("rel", "alternate") == "alternate" and attributes.get("href"):
            self._say("link", attributes["href"])
        elif local == "enclosure" and self._open is not None:
            self._open.enclosures += 1
        elif self._wanted(space, local):
            self._name, self._gathered = local, []
            (self._open or self.about).kinds.setdefault(local, attributes.get("type", ""))
            if local == "guid" and attributes.get("isPermaLink", "true") != "true":
                self._name = "identifier"

    def end(self, name: str) -> None:
        space, _, local = name.rpartition(" ")
        if self._inner:
            self._inner -= 1
            self._gathered.append(f"</{local}>" if space == _XHTML else "\n")
            return
        if self._name:
            self._say(self._name, "".join(self._gathered))
            self._name = ""
        self._path.pop()
        if local in _ITEMS and self._open is not None and not any(one in _ITEMS for _, one in self._path):
            self.items.append(self._open)
            self._open = None

    def text(self, words: str) -> None:
        if self._name:
            self._gathered.append(escape(words) if self._inner else words)

    def _wanted(self, space: str, local: str) -> bool:
        """Whether the words of an element say something of the feed or the item that stands around it, not of its picture."""
        if any(one in ("image", "textInput", "source", "cloud") for _, one in self._path[:-1]):
            return False
        if space == _CONTENT:
            return local == "encoded"
        if space == _DC:
            return local in ("creator", "date", "language", "publisher")
        plain = (*_BODIES, *_DAYS, "title", "link", "guid", "id", "author", "name", "language", "source")
        return space in _KNOWN and local in plain and (space != _ATOM or local not in ("author", "source"))

    def _say(self, name: str, words: str) -> None:
        if words.strip():
            (self._open or self.about).said.setdefault(name, words)


def papers(data: bytes, *, where: str = "") -> list[Paper]:
    """All items of a feed, in its order."""
    feed = _Feed(where)
    xml.walk(data, start=feed.start, end=feed.end, text=feed.text, where=where)
    if not feed.items:
        raise NoText("This feed has no items.", where=where, instead="Send it again when it has some.")
    return [_paper(feed, item, f"{where}, item {number}") for number, item in enumerate(feed.items, 1)]


def _paper(feed: _Feed, item: _Words, where: str) -> Paper:
    title = _line(item, "title", feed.spent)
    text, told = _body(item, where, feed.spent)
    if not text:
        text = title
        told.append(Finding(Grade.NOTE, "headline-only", where, "The item has a headline and no text of its own."))
    if item.enclosures:
        told.append(
            Finding(
                Grade.NOTE, "attachment", where, f"Files that the item points to were not fetched: {item.enclosures}."
            )
        )
    link = item.first("link", "guid", "id")
    return Paper(
        text=text,
        media_type=feed.kind,
        title=title,
        published=item.first(*_DAYS),
        outlet=item.first("source", "publisher") or _line(feed.about, "title", feed.spent),
        author=item.first("creator", "author", "name"),
        url=link if link.startswith(("http://", "https://")) else "",
        language=item.first("language") or feed.about.first("language"),
        warnings=tuple(told),
    )


def _body(item: _Words, where: str, spent: Spent) -> tuple[str, list[Finding]]:
    """The fullest words of an item that can be read; an item that cannot be read does not stop the others."""
    told: list[Finding] = []
    for name in _BODIES:
        if not item.said.get(name, "").strip():
            continue
        try:
            read = html.read(_source(item, name), where=where, whole=True, spent=spent)
        except Refused as refusal:
            told.append(Finding(Grade.DOUBT, "item-not-read", where, str(refusal)))
            continue
        if read.text:
            return read.text, [*told, *read.told]
    return "", told


def _source(item: _Words, name: str) -> str:
    """The words of a body as a page: what is declared plain, or has no tag and no entity, has nothing to be read as one."""
    words, kind = item.said[name], item.kinds.get(name, "")
    if kind in ("text", "text/plain") or not any(sign in words for sign in "<&"):
        return f"<pre>{escape(words)}</pre>"
    return words


def _line(words: _Words, name: str, spent: Spent) -> str:
    said = words.first(name)
    if "<" in said or "&" in said or words.kinds.get(name) in ("html", "xhtml"):
        said = " ".join(html.read(said, whole=True, spent=spent).text.split())
    return visible(said)[0]
