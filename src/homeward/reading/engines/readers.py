"""The one door to the readers: a text comes in, the reader of its language comes out, or a refusal that says what it is."""

from __future__ import annotations

from importlib import import_module

from homeward.reading.core.found import Language
from homeward.reading.core.languages import NAMES, SAMPLE, language_of
from homeward.reading.engines.reader import Reader
from homeward.refusals import Refused

_ENGINES = {code: f"homeward.reading.engines.{name.lower()}" for code, name in NAMES.items()}
_READ = "English, Russian and Arabic are"


class NotALanguageRead(Refused):
    """This language is not read."""


def reader_for(text: str, language: str = "") -> Reader:
    """The reader of the language that was named, else of the one in which the text is written.

    Refuses a language that nothing reads. Only the reader that is asked for is loaded.
    """
    return _reader(language or _code(text))


def rules_for(text: str) -> tuple[str, Language]:
    """The language of a text and the rules of what is read off its words, without a finder of who said what."""
    code = _code(text)
    rules: Language = import_module(f"homeward.reading.core.{NAMES[code].lower()}")
    return code, rules


def _code(text: str) -> str:
    written = language_of(text)
    if written.code:
        return written.code
    if not any(letter.isalpha() for letter in text[:SAMPLE]):
        raise NotALanguageRead("There are no letters here.", instead="Send the file that has the text.")
    raise NotALanguageRead(
        f"This looks like {written.name}, which is not read; {_READ}.",
        instead="Read a translation and say whose it is, or write its statements down by hand. "
        "Where this is wrong, name the language.",
    )


def _reader(code: str) -> Reader:
    engine = _ENGINES.get(code)
    if engine is None:
        raise NotALanguageRead(f"{code[:20]!r} is no language that is read.", instead=f"{_READ}: {', '.join(NAMES)}.")
    reader: Reader = import_module(engine).reader()
    return reader
