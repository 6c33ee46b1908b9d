"""A sheet of text as wide as the terminal: headings, lines that wrap under themselves, labelled rows."""

from __future__ import annotations

from homeward.cli.text.letters import columns, padded, wrapped

NARROWEST, WIDEST = 40, 110
BOLD, FAINT, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


class Paper:
    """Collects lines; `styled` puts headings in bold and what is beside the point in faint letters."""

    def __init__(self, width: int = 80, *, styled: bool = False) -> None:
        self.width = min(max(width, NARROWEST), WIDEST)
        self.styled = styled
        self.lines: list[str] = []

    def heading(self, text: str) -> None:
        """A heading, set off from what stands above."""
        self.gap()
        self.line(text, style=BOLD)

    def gap(self) -> None:
        """One empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def line(self, text: str, *, indent: int = 0, under: int | None = None, style: str = "") -> None:
        """A line; what does not fit goes on below, `under` columns in."""
        hanging = indent if under is None else under
        first, *more = self._broken(text, indent, hanging)
        self._put(" " * indent, first, style)
        for rest in more:
            self._put(" " * hanging, rest, style)

    def faint(self, text: str, *, indent: int = 0) -> None:
        """A line of what is beside the point: who, when, where from."""
        self.line(text, indent=indent, style=FAINT)

    def row(self, label: str, text: str, *, indent: int = 0, at: int = 16, style: str = "") -> None:
        """A label, and beside it at a column the text; a label that is too long stands above."""
        if columns(label) + 1 > at - indent or self.width - at < NARROWEST // 2:
            self.line(label, indent=indent)
            self.line(text, indent=min(at, indent + 4), style=style)
            return
        first, *more = self._broken(text, at, at)
        self._put(f"{' ' * indent}{padded(label, at - indent)}", first, style)
        for rest in more:
            self._put(" " * at, rest, style)

    def text(self) -> str:
        """All lines, the last one ended too."""
        return "\n".join(self.lines).rstrip() + "\n"

    def _broken(self, text: str, first: int, rest: int) -> list[str]:
        start, *more = list(wrapped(text, self.width - first)) or [""]
        left = " ".join(more)
        return [start, *wrapped(left, self.width - rest)] if more and first != rest else [start, *more]

    def _put(self, before: str, text: str, style: str) -> None:
        if self.styled and style and text:
            text = f"{style}{text}{PLAIN}"
        self.lines.append((before + text).rstrip())
