"""Write docs/spec from tests/spec: a page for each chapter, and for each folder in one; a part for each file, a sentence and
tables for each test.

`--check` writes nothing and ends with status 1 when a page is not what the tests say.
"""

from __future__ import annotations

import ast
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
TESTS = TOP / "tests" / "spec"
PAGES = TOP / "docs" / "spec"
HEAD = "<!-- Made from tests/spec by `make spec`; change the tests. -->\n"


def pages() -> dict[Path, str]:
    """Every page by its place, the list of chapters first."""
    chapters = sorted({file.parent for file in TESTS.rglob("test_*.py")})
    named = {chapter: " ".join(chapter.relative_to(TESTS).parts) for chapter in chapters}
    made = {
        PAGES / f"{re.sub('[ _]', '-', named[chapter])}.md": _chapter(chapter, named[chapter]) for chapter in chapters
    }
    lines = [f"- [{_words(named[chapter])}]({page.name})" for chapter, page in zip(chapters, made, strict=True)]
    return {PAGES / "README.md": f"{HEAD}\n# The specification\n\n" + "\n".join(lines) + "\n", **made}


def _chapter(folder: Path, name: str) -> str:
    parts = [_file(file) for file in sorted(folder.glob("test_*.py"))]
    return f"{HEAD}\n# {_words(name)}\n\n" + "\n".join(parts)


def _file(file: Path) -> str:
    tree = ast.parse(file.read_text())
    lines = [f"## {_words(file.stem.removeprefix('test_'))}", ""]
    lines += [said, ""] if (said := ast.get_docstring(tree)) else []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            lines += [f"**{_words(node.name.removeprefix('test_'))}.**", ""]
            lines += [said, ""] if (said := ast.get_docstring(node)) else []
            for table in _tables(node):
                lines += ["```", table, "```", ""]
    return "\n".join(lines)


def _tables(test: ast.FunctionDef) -> Iterator[str]:
    """The tables in the body and the marks of a test: texts of several lines with columns."""
    said = ast.get_docstring(test, clean=False)
    nodes = [node for part in (*test.decorator_list, *test.body) for node in ast.walk(part)]
    for node in sorted((node for node in nodes if isinstance(node, ast.Constant)), key=lambda node: node.lineno):
        if isinstance(node.value, str) and node.value != said and "|" in node.value and "\n" in node.value.strip():
            yield textwrap.dedent(node.value.strip("\n")).rstrip()


def _words(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def main() -> int:
    """Write the pages, or check them."""
    made = pages()
    if "--check" in sys.argv:
        stale = [page for page, text in made.items() if not page.exists() or page.read_text() != text]
        stale += [page for page in PAGES.glob("*.md") if page not in made]
        for page in stale:
            print(f"{page.relative_to(TOP)} is not what the tests say; run: make spec", file=sys.stderr)
        return 1 if stale else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for page in PAGES.glob("*.md"):
        page.unlink()
    for page, text in made.items():
        page.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
