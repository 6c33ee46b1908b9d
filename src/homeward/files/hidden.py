"""What a page's own style hides from the eye: shown by simple rules, for text that a reader of the page would not see.

Read are the attribute `hidden`, the attribute `style`, colours given by old attributes, and rules inside the page for a tag,
a class or an id. Style sheets outside the file are not fetched; what only they hide stays in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?")
_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+")
_GONE = {"display": ("none",), "visibility": ("hidden", "collapse"), "opacity": ("0", "0.0", "0%", ".0")}
_WHITE, _CLEAR = (255, 255, 255), (-1, -1, -1)
_NAMED = {
    "white": _WHITE,
    "black": (0, 0, 0),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "transparent": _CLEAR,
}
CLOSE = 24  # of 255: colours that differ less in every part cannot be told apart
RULES = 5_000
SHEET = 2_000_000  # characters of a style sheet that are looked at

Style = dict[str, str]
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks at a place of a page."""

    gone: bool = False
    tiny: bool = False
    ink: Colour | None = (0, 0, 0)
    ground: Colour | None = _WHITE

    @property
    def unseen(self) -> bool:
        if self.gone or self.tiny or self.ink == _CLEAR:
            return True
        if self.ink is None or self.ground is None:
            return False
        return all(abs(one - other) <= CLOSE for one, other in zip(self.ink, self.ground, strict=True))


class Rules:
    """The simple rules of a page's own style sheets: for a tag, a class or an id, or a tag with one of them."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str, str], Style] = {}

    def read(self, sheet: str) -> None:
        """Take up the rules of one style sheet; those for print, or for other widths, do not count."""
        depth, start, selector = 0, 0, ""
        sheet = _COMMENT.sub(" ", sheet[:SHEET])
        for match in re.finditer("[{}]", sheet):
            if match[0] == "{":
                if depth == 0:
                    selector, start = sheet[start : match.start()].strip(), match.end()
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0:
                    self._take(selector, sheet[start : match.start()])
                    start = match.end()

    def _take(self, selectors: str, body: str) -> None:
        if selectors.startswith("@") or "{" in body:
            return
        style = declarations(body)
        for selector in selectors.lower().split(",") if style else ():
            simple = _SIMPLE.fullmatch(selector.strip())
            if simple and simple[0] and len(self._styles) < RULES:
                key = (simple[1] or "", simple[2] or "", simple[3] or "")
                self._styles[key] = self._styles.get(key, {}) | style

    def style(self, tag: str, attributes: Mapping[str, str]) -> Style:
        """All that is said about an element, the nearer word last."""
        said: Style = dict(self._styles.get((tag, "", ""), {}))
        classes = attributes.get("class", "").lower().split()[:20]
        for sign, names in ((".", classes), ("#", [attributes.get("id", "").lower()])):
            for name in names:
                said |= self._styles.get(("", sign, name), {}) | self._styles.get((tag, sign, name), {})
        if "color" in attributes and tag == "font":
            said["color"] = attributes["color"].lower()
        if "bgcolor" in attributes:
            said["background-color"] = attributes["bgcolor"].lower()
        return said | declarations(attributes.get("style", ""))


def declarations(body: str) -> Style:
    """The declarations that can hide something, in lower case; not to be changed, as short ones are kept."""
    return _kept(body) if len(body) < 500 else _declarations(body[:20_000])


def _declarations(body: str) -> Style:
    found: Style = {}
    for part in body.lower().split(";"):
        name, _, value = part.partition(":")
        name, value = name.strip(), value.replace("!important", "").strip()
        if name and value and (name in _GONE or name in _LOOKED_AT):
            found["background-color" if name == "background" else name] = value
    return found


_kept = lru_cache(2_000)(_declarations)
_LOOKED_AT = frozenset(
    "color background background-color font-size font position left top text-indent clip height max-height overflow".split()
)


def looked(above: Look, tag: str, attributes: Mapping[str, str], rules: Rules) -> Look:
    """How text looks inside an element."""
    style = rules.style(tag, attributes)
    if not style and "hidden" not in attributes:
        return above
    look = above
    if _gone(style) or ("hidden" in attributes and style.get("display", "none") == "none"):
        look = replace(look, gone=True)
    if size := style.get("font-size"):
        number = _NUMBER.match(size)
        look = replace(look, tiny=number is not None and float(number[0]) <= (1 if size.endswith(("px", "pt")) else 0))
    if ink := style.get("color"):
        look = replace(look, ink=colour(ink))
    if ground := style.get("background-color"):
        read = colour(ground)
        look = look if read == _CLEAR else replace(look, ground=read)
    return look


def _gone(style: Style) -> bool:
    if any(style.get(name) in values for name, values in _GONE.items()):
        return True
    if _pixels(style.get("text-indent", "")) <= -900 or style.get("clip", "").startswith("rect(0"):
        return True
    if (
        style.get("position") in ("absolute", "fixed")
        and min(_pixels(style.get(s, "")) for s in ("left", "top")) <= -900
    ):
        return True
    return style.get("overflow") == "hidden" and any(style.get(s) in ("0", "0px") for s in ("height", "max-height"))


def _pixels(size: str) -> float:
    number = _NUMBER.match(size)
    return float(number[0]) if number and not size.endswith(("%", "em")) else 0.0


def colour(words: str) -> Colour | None:
    """Red, green and blue of a colour, or nothing when the words name none that is known."""
    return _read(words[:60])


@lru_cache(2_000)
def _read(words: str) -> Colour | None:
    words = words.strip().lower()
    if words in _NAMED:
        return _NAMED[words]
    if re.fullmatch("#?[0-9a-f]{6}", words):
        digits = words[-6:]
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if re.fullmatch("#[0-9a-f]{3}", words):
        return int(words[1] * 2, 16), int(words[2] * 2, 16), int(words[3] * 2, 16)
    if words.startswith("rgb") and len(parts := _NUMBER.findall(words)) >= 3:
        if len(parts) > 3 and float(parts[3]) == 0:
            return _CLEAR
        red, green, blue = (min(255, max(0, int(float(part)))) for part in parts[:3])
        return red, green, blue
    return None
