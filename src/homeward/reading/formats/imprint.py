"""What a web page says about itself: title, outlet, author, day, address, language; its own words, in order of trust."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_META = {
    "og:title": ("title", 1),
    "twitter:title": ("title", 4),
    "dc.title": ("title", 5),
    "og:site_name": ("outlet", 1),
    "application-name": ("outlet", 4),
    "dc.publisher": ("outlet", 3),
    "author": ("author", 1),
    "article:author": ("author", 3),
    "dc.creator": ("author", 4),
    "og:url": ("url", 2),
    "article:published_time": ("published", 1),
    "datepublished": ("published", 3),
    "date": ("published", 4),
    "pubdate": ("published", 4),
    "dc.date": ("published", 5),
    "dc.date.issued": ("published", 5),
    "og:locale": ("language", 3),
    "content-language": ("language", 2),
}
_LINKED = {
    "headline": ("title", 2),
    "datePublished": ("published", 2),
    "inLanguage": ("language", 4),
}
MOST = 500  # characters of a word about the page


@dataclass(slots=True)
class Imprint:
    """The page's own words about itself; of several for one thing the most trusted is kept."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    _rank: dict[str, int] = field(default_factory=dict)
    _facts: bool = False  # the open script holds facts

    def met(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag begins."""
        if tag == "html":
            self._say("language", 1, attributes.get("lang") or attributes.get("xml:lang") or "")
        elif tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            name = name or attributes.get("http-equiv", "")
            if known := _META.get(name.strip().lower()):
                self._say(*known, attributes.get("content", ""))
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._say("url", 1, attributes.get("href", ""))
        elif tag == "script":
            self._facts = attributes.get("type", "").strip().lower() == "application/ld+json"
        elif tag == "time" and (attributes.get("itemprop") == "datePublished" or "pubdate" in attributes):
            self._say("published", 3, attributes.get("datetime", ""))

    def left(self, tag: str, words: str) -> None:
        """A tag ends; `words` are those of a title, a heading or a script."""
        if tag == "title":
            self._say("title", 6, words)
        elif tag == "h1":
            self._say("title", 3, words)
        elif tag == "script" and self._facts:
            self._linked_facts(words)

    def _say(self, what: str, rank: int, words: str) -> None:
        words = " ".join(words[: 4 * MOST].split())[:MOST]
        if words and rank < self._rank.get(what, 99):
            self._rank[what] = rank
            setattr(self, what, words)

    def _linked_facts(self, words: str) -> None:
        try:
            facts = json.loads(words[:1_000_000])
        except (ValueError, RecursionError):
            return
        for name, value in _walk(facts):
            if name in _LINKED and isinstance(value, str):
                self._say(*_LINKED[name], value)
            elif name in ("author", "publisher"):
                first = value[0] if isinstance(value, list) and value else value
                said = first.get("name") if isinstance(first, dict) else first
                self._say("author" if name == "author" else "outlet", 2, said if isinstance(said, str) else "")


def _walk(facts: object) -> Iterator[tuple[str, object]]:
    """Names and values of an article's facts, from the outside in; not of what it only mentions."""
    waiting = [facts]
    for _ in range(200):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one[:50]
        elif isinstance(one, dict):
            yield from ((str(name), value) for name, value in one.items() if name in (*_LINKED, "author", "publisher"))
            waiting += [value for name, value in one.items() if name in ("@graph", "mainEntity")]
