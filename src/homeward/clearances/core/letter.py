"""The letter by which an authority is asked about people: each with what it needs to know them, families together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.clearances.core.wordings import ASKING
from homeward.matching.core.letter import Letter, NoSuchLanguage, Section, Sought, alone, described
from homeward.matching.core.wordings import WORDINGS


@dataclass(frozen=True, slots=True)
class AskedFor:
    """Somebody who is asked for: what is told of them, their nationalities as written, and the desk's reference."""

    told: Sought
    nationalities: tuple[str, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class Request:
    """Whom the letter goes to, for what, and on which day it is written."""

    authority: str
    purpose: str
    written_on: date


def letter(request: Request, families: Sequence[Sequence[AskedFor]], language: str) -> Letter:
    """The letter that asks for these families, those who stand alone last; whoever has no name that opens is not in it."""
    if language not in ASKING:
        raise NoSuchLanguage(where=language[:40], instead=f"There are: {', '.join(ASKING)}.")
    say, words = WORDINGS[language], ASKING[language]
    named = [[each for each in family if each.told.names] for family in families]
    together = [family for family in named if len(family) > 1]
    single = [each for family in named if len(family) == 1 for each in family]
    sections = [(words.family.format(number=say.count(number)), family) for number, family in enumerate(together, 1)]
    if single:
        sections.append((words.alone, single))
    everyone: list[UUID] = [each.told.person for _, family in sections for each in family]
    purpose = alone(request.purpose)
    return Letter(
        language=say.language,
        direction=say.direction,
        to=alone(request.authority),
        day=say.written_day(request.written_on),
        subject=words.subject.format(purpose=purpose),
        greeting=say.greeting,
        paragraphs=(
            words.opening.format(purpose=purpose),
            words.answer,
            say.counted.format(count=say.count(len(everyone))),
        ),
        on_the_list=words.we_ask,
        off_the_list="",
        to_check="",
        sections=tuple(
            Section(heading, tuple(line(each, language) for each in family), (), ()) for heading, family in sections
        ),
        closing=(words.closing, say.regards),
        people=tuple(everyone),
    )


def line(each: AskedFor, language: str) -> str:
    """One person in one line."""
    say, words = WORDINGS[language], ASKING[language]
    parts = [described(say, each.told)]
    if each.nationalities:
        parts.append(words.nationality.format(words=say.comma.join(map(alone, each.nationalities))))
    parts.append(words.reference.format(ref=alone(each.reference)))
    return say.stop.join(parts)
