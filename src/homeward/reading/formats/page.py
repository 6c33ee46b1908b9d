"""The events of a web page, turned into lines of text as they come."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from homeward.files.bounds import DEPTH, TooDeep
from homeward.files.hidden import Look, Rules, looked
from homeward.files.letters import shown_piece
from homeward.reading.formats.bounds import Spent
from homeward.reading.formats.imprint import Imprint
from homeward.refusals import Finding, Grade

_SILENT = frozenset(
    "script style template noscript svg iframe frame object embed applet canvas audio video select datalist button textarea".split()
)
_NAVIGATION = frozenset({"nav", "menu"})
_ROLES = frozenset({"navigation", "search", "menu", "menubar", "contentinfo"})
_LISTS = frozenset({"ul", "ol", "dl"})
_GATHERED = frozenset({"style", "title", "script", "h1"})
_BLOCKS = frozenset(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol option p pre section summary table tbody tfoot thead title tr ul
    """.split()
)
_SPACES = re.compile("[ \t\n\r\f]+")
_LEAST_ARTICLE = 200  # characters; a shorter one is a teaser
_LEAST_LINKS, _SHARE_OF_LINKS = 3, 0.9  # of a list that is navigation


@dataclass(slots=True)
class _Frame:
    tag: str
    why: str  # why its text is left out, or nothing
    look: Look
    mark: int  # pieces of text before it
    said: int  # letters before it
    linked: int  # letters of links before it
    links: int


@dataclass(slots=True)
class _LeftOut:
    times: Counter[str] = field(default_factory=Counter)
    letters: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)

    def note(self, why: str, words: str) -> None:
        if said := len(words.strip()):
            self.times[why] += 1
            self.letters[why] += said
            if len(self.first.get(why, "")) < 200:
                self.first[why] = f"{self.first.get(why, '')} {words.strip()[:200]}"


class Page:
    """A page as it is walked: takes the parser's events, gives lines of text."""

    def __init__(self, where: str, *, whole: bool, spent: Spent) -> None:
        self._spent = spent
        self.where = where
        self.whole = whole
        self.broken = False
        self.imprint = Imprint()
        self._pieces: list[str] = []
        self._stack: list[_Frame] = []
        self._rules = Rules()
        self._left_out = _LeftOut()
        self._said = self._linked = self._links = self._pictures = self._frames = 0
        self._inside = 0  # articles that are open
        self._articles: dict[str, list[tuple[int, int]]] = {"article": [], "main": []}
        self._gathered: list[str] = []  # of a style, a title or a script with facts

    # The parser calls these four.
    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self._stack) >= DEPTH:
            raise TooDeep(where=self.where, instead="Copy its words from the screen and paste them.")
        self._spent.another(self.where)
        above = self._stack[-1] if self._stack else None
        look = looked(above.look if above else Look(), tag, attributes, self._rules)
        why = (above.why if above else "") or self._why(tag, attributes, look)
        self._links += tag == "a"
        self._pictures += tag in ("img", "picture", "image")
        self._frames += tag in ("iframe", "frame", "object", "embed")
        self._break(tag, why)
        self._stack.append(_Frame(tag, why, look, len(self._pieces), self._said, self._linked, self._links))
        self._inside += tag in self._articles
        if tag in _GATHERED:
            self._gathered = []
        self.imprint.met(tag, attributes)

    def end(self, tag: str) -> None:
        if not self._stack:
            return
        frame = self._stack.pop()
        if frame.tag in _GATHERED:
            words, self._gathered = "".join(self._gathered), []
            if frame.tag == "style":
                self._rules.read(words)
            self.imprint.left(frame.tag, words)
        self._break(frame.tag, frame.why)
        if frame.tag in _LISTS and not self.whole and self._is_navigation(frame):
            self._cut(frame.mark, "navigation")
        self._inside -= frame.tag in self._articles
        if frame.tag in self._articles and not any(above.tag == frame.tag for above in self._stack):
            self._articles[frame.tag].append((frame.mark, len(self._pieces)))

    def data(self, words: str) -> None:
        self._spent.another(self.where)
        frame = self._stack[-1] if self._stack else None
        if any(above.tag in _GATHERED for above in self._stack[-4:]):
            self._gathered.append(words)
        if frame and frame.why:
            self._left_out.note(frame.why, words)
        elif frame and frame.look.unseen:
            self._left_out.note("hidden", words)
        else:
            self._say(words, frame)

    def close(self) -> None:
        return None

    def _say(self, words: str, frame: _Frame | None) -> None:
        kept = any(above.tag == "pre" for above in self._stack[-6:])
        words = words if kept else _SPACES.sub(" ", words)
        said = len(words.strip())
        self._said += said
        if any(above.tag == "a" for above in self._stack[-5:]):
            self._linked += said
        self._pieces.append(words)

    def _why(self, tag: str, attributes: Mapping[str, str], look: Look) -> str:
        if tag in _SILENT or tag in ("title", "head", "meta"):
            return "silent"
        if look.gone:
            return "hidden"
        calls_itself = (
            tag in _NAVIGATION or (tag == "footer" and not self._inside) or attributes.get("role", "").lower() in _ROLES
        )
        return "navigation" if calls_itself and not self.whole else ""

    def _break(self, tag: str, why: str) -> None:
        if not why and tag in _BLOCKS:
            self._pieces.append("\n")
        elif not why and tag == "br":
            self._pieces.append("\n" if not self._stack or self._stack[-1].tag != "br" else "")
        elif not why and tag in ("td", "th"):
            self._pieces.append("\t")

    def _is_navigation(self, frame: _Frame) -> bool:
        said, linked, links = self._said - frame.said, self._linked - frame.linked, self._links - frame.links
        return not frame.why and links >= _LEAST_LINKS and linked >= _SHARE_OF_LINKS * said and said < 120 * links

    def _cut(self, mark: int, why: str) -> None:
        self._left_out.note(why, "".join(self._pieces[mark:]))
        del self._pieces[mark:]

    def text(self) -> str:
        """The lines of the page."""
        pieces = self._pieces
        for tag in () if self.whole else ("article", "main"):
            found = [(start, end) for start, end in self._articles[tag] if start < end]
            if len(found) == 1:
                start, end = found[0]
                inside = "".join(pieces[start:end])
                if len(inside.strip()) >= _LEAST_ARTICLE:
                    for outside in (pieces[:start], pieces[end:]):
                        self._left_out.note("outside the article", "".join(outside))
                    pieces = pieces[start:end]
                    break
        lines = (re.sub(" *\t[ \t]*", "\t", re.sub("  +", " ", line)).strip() for line in "".join(pieces).split("\n"))
        return "\n".join(line for line in lines if line)

    def told(self) -> list[Finding]:
        """What was left out; to be asked after `text`."""
        out = self._left_out
        told = [
            Finding(
                Grade.DOUBT if why == "hidden" else Grade.NOTE,
                {"hidden": "hidden-text", "navigation": "navigation"}.get(why, "outside-article"),
                self.where,
                f"{_WORDS[why]} was left out, {out.letters[why]:,} characters: “{shown_piece(out.first[why])}”.",
            )
            for why in _WORDS
            if out.letters[why]
        ]
        if self._pictures or self._frames:
            seen = (
                f"Pictures ({self._pictures}) and frames ({self._frames}) were not fetched; words in them are not read."
            )
            told.append(Finding(Grade.NOTE, "pictures", self.where, seen))
        if self.broken:
            told.append(
                Finding(Grade.DOUBT, "broken-page", self.where, "The page is broken; compare the text with it.")
            )
        return told


_WORDS = {
    "hidden": "Text that the page hides from the eye",
    "navigation": "Navigation",
    "outside the article": "What stands outside the article",
}
