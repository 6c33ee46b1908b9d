"""A letter as plain text, as a page to print that needs nothing beside it, and as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from homeward.matching.core.letter import ALONE, END, Letter, Section

_LOOK = """
@page { size: A4; margin: 22mm 20mm }
body { font: 12pt/1.5 "Noto Naskh Arabic", "Noto Sans Hebrew", "Noto Sans", serif; max-inline-size: 42rem; margin-inline: auto }
h1 { font-size: 1.15em } h2 { font-size: 1em; margin-block-end: .2em }
section { break-inside: avoid } ul { margin-block: .2em .6em }
""".strip()


def as_text(letter: Letter) -> str:
    """The letter as text; names of either direction stand between marks that keep what is beside them in its place."""
    lines = [letter.to, letter.day, "", letter.subject, "", letter.greeting, ""]
    for paragraph in letter.paragraphs:
        lines += [paragraph, ""]
    for section in letter.sections:
        lines.append(section.heading)
        for heading, items in _lists(letter, section):
            lines += [heading, *(f"- {item}" for item in items)]
        lines.append("")
    return "\n".join([*lines, *letter.closing]) + "\n"


def as_page(letter: Letter) -> str:
    """The letter as one page of HTML, in its language and direction, to be printed."""
    body = [f"<p>{_marked(letter.to)}</p>", f"<p>{_marked(letter.day)}</p>", f"<h1>{_marked(letter.subject)}</h1>"]
    body += [f"<p>{_marked(words)}</p>" for words in (letter.greeting, *letter.paragraphs)]
    for section in letter.sections:
        told = "".join(
            f"<p>{_marked(heading)}</p><ul>{''.join(f'<li>{_marked(item)}</li>' for item in items)}</ul>"
            for heading, items in _lists(letter, section)
        )
        body.append(f"<section><h2>{_marked(section.heading)}</h2>{told}</section>")
    body += [f"<p>{_marked(words)}</p>" for words in letter.closing]
    title = escape(letter.subject.replace(ALONE, "").replace(END, ""))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return (
        f'<!doctype html>\n<html lang="{letter.language}" dir="{letter.direction}"><head>{head}'
        f"<style>{_LOOK}</style></head>\n<body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def as_json(letter: Letter) -> dict[str, Any]:
    """The letter as plain values; its words without marks of direction, which `direction` tells."""
    return {
        "language": letter.language,
        "direction": letter.direction,
        "to": _plain(letter.to),
        "day": letter.day,
        "subject": _plain(letter.subject),
        "greeting": letter.greeting,
        "paragraphs": [_plain(words) for words in letter.paragraphs],
        "families": [
            {
                "heading": section.heading,
                "on_the_list": [_plain(words) for words in section.listed],
                "off_the_list": [_plain(words) for words in section.sought],
                "to_check": [_plain(words) for words in section.questions],
            }
            for section in letter.sections
        ],
        "closing": list(letter.closing),
        "people": [str(person) for person in letter.people],
    }


def _lists(letter: Letter, section: Section) -> Iterable[tuple[str, Sequence[str]]]:
    every = (
        (letter.on_the_list, section.listed),
        (letter.off_the_list, section.sought),
        (letter.to_check, section.questions),
    )
    return ((heading, items) for heading, items in every if items)


def _marked(words: str) -> str:
    return escape(words).replace(ALONE, "<bdi>").replace(END, "</bdi>")


def _plain(words: str) -> str:
    return words.replace(ALONE, "").replace(END, "")
