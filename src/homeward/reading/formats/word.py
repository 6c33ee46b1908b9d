"""The events of a Word file's parts, turned into lines of text as they come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from homeward.files.xml import Attributes

_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFF = ("0", "false", "off", "none")
_HIDES = ("vanish", "color", "sz", "shd", "highlight")


def _local(name: str) -> str:
    """The name of a word-processing tag; other vocabularies keep theirs with a mark, so that no `t` of a drawing is text."""
    space, _, local = name.rpartition(" ")
    return local if space in _SPACES else f"~{local}"


def _value(attributes: Attributes, name: str = "val") -> str:
    return next((attributes[f"{space} {name}"] for space in _SPACES if f"{space} {name}" in attributes), "")


Face = dict[str, str]  # what a style or a run says that can hide letters


def _taken(face: Face, local: str, attributes: Attributes) -> None:
    if local == "shd":
        face[local] = _value(attributes, "fill").lower()
    else:
        face[local] = _value(attributes).lower()


def unseen(face: Face) -> bool:
    """Whether letters of this face cannot be seen on white paper."""
    if face.get("vanish", "off") not in _OFF:
        return True
    if (size := face.get("sz", "")).isdecimal() and len(size) < 6 and int(size) <= 2:  # half points
        return True
    ground = face.get("shd", "") not in ("", "auto", "ffffff") or face.get("highlight", "white") not in (
        "white",
        "none",
    )
    return bool(re.fullmatch("f[a-f0-9]f[a-f0-9]f[a-f0-9]", face.get("color", ""))) and not ground


class Styles:
    """The styles of a file, as far as they can hide letters."""

    def __init__(self) -> None:
        self._faces: dict[str, Face] = {}
        self._above: dict[str, str] = {}
        self._style = ""

    def start(self, name: str, attributes: Attributes) -> None:
        local = _local(name)
        if local == "style":
            self._style = _value(attributes, "styleId")
            self._faces[self._style] = {}
        elif local == "basedOn":
            self._above[self._style] = _value(attributes)
        elif local in _HIDES and self._style:
            _taken(self._faces[self._style], local, {**attributes, f"{_SPACES[0]} val": _value(attributes) or "on"})

    def end(self, name: str) -> None:
        if _local(name) == "style":
            self._style = ""

    def text(self, words: str) -> None:
        """Styles have no words."""

    def settled(self) -> dict[str, Face]:
        """What each style says with all that it is based on."""
        whole: dict[str, Face] = {}
        for style in self._faces:
            line, step = [style], self._above.get(style, "")
            while step in self._faces and step not in line and len(line) < 20:
                line.append(step)
                step = self._above.get(step, "")
            whole[style] = {}
            for one in reversed(line):
                whole[style] |= self._faces[one]
        return whole


@dataclass(slots=True)
class _Told:
    letters: int = 0
    first: str = ""

    def note(self, words: str) -> None:
        self.letters += len(words)
        if len(self.first) < 100:
            self.first += words[:100]

    @property
    def so_far(self) -> tuple[int, str]:
        return self.letters, self.first


@dataclass(slots=True)
class _Run:
    face: Face = field(default_factory=dict)


class Story:
    """The text of a part as it is walked."""

    def __init__(self, styles: dict[str, Face]) -> None:
        self.deleted, self.hidden, self.inserted = _Told(), _Told(), _Told()
        self.pictures = self.embedded = 0
        self._styles = styles
        self._path: list[str] = []
        self._pieces: list[str] = []
        self._paragraphs: list[Face] = []
        self._runs: list[_Run] = []
        self._gone = self._new = self._spare = 0  # depth in deletions, insertions, second versions

    def start(self, name: str, attributes: Attributes) -> None:
        local, above = _local(name), self._path[-1] if self._path else ""
        self._path.append(local)
        match local:
            case "p":
                self._pieces.append(" " if "tc" in self._path[-2:] else "\n")
                self._paragraphs.append({})
            case "tr":
                self._pieces.append("\n")
            case "r":
                self._runs.append(_Run(dict(self._paragraphs[-1]) if self._paragraphs else {}))
            case "pStyle" if self._paragraphs:
                self._paragraphs[-1] = self._styles.get(_value(attributes), {})
            case "rStyle" if self._runs and above == "rPr":
                self._runs[-1].face |= self._styles.get(_value(attributes), {})
            case "del" | "moveFrom":
                self._gone += 1
            case "ins" | "moveTo":
                self._new += 1
            case "~Fallback":
                self._spare += 1
            case "tab" | "br" | "cr" | "noBreakHyphen" if above == "r":
                self.text({"tab": "\t", "noBreakHyphen": "\u2011"}.get(local, "\n"), mark=True)
            case "~blip" | "~imagedata":
                self.pictures += self._spare == 0
            case "altChunk" | "~OLEObject":
                self.embedded += self._spare == 0
            case _ if local in _HIDES and above == "rPr" and len(self._path) > 2 and self._path[-3] == "r":
                _taken(
                    self._runs[-1].face,
                    local,
                    attributes if _value(attributes) else {f"{_SPACES[0]} val": "on", **attributes},
                )

    def end(self, name: str) -> None:
        local = self._path.pop()
        match local:
            case "p":
                self._paragraphs.pop()
                self._pieces.append(" " if "tc" in self._path[-1:] else "\n")
            case "r":
                self._runs.pop()
            case "tc":
                self._pieces.append("\t")
            case "tr":
                self._pieces.append("\n")
            case "del" | "moveFrom":
                self._gone -= 1
            case "ins" | "moveTo":
                self._new -= 1
            case "~Fallback":
                self._spare -= 1

    def text(self, words: str, *, mark: bool = False) -> None:
        tag = self._path[-1] if self._path else ""
        if self._spare or not (mark or tag in ("t", "delText")):
            return
        if self._gone or tag == "delText":
            self.deleted.note(words)
        elif self._runs and unseen(self._runs[-1].face):
            self.hidden.note(words)
        else:
            self._pieces.append(words)
            if self._new:
                self.inserted.note(words)

    def lines(self) -> Iterator[str]:
        """The lines that hold something; cells of a row stand on one, parted by tabs."""
        for line in "".join(self._pieces).split("\n"):
            if kept := "\t".join(cell.strip(" ") for cell in line.split("\t")).strip():
                yield kept
