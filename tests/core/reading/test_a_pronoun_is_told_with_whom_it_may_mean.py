"""A pronoun or a role as a source is told with the earlier voice it may mean; the source itself stays what the text has."""

from __future__ import annotations

import re

import pytest

from homeward.reading.core.found import Piece
from homeward.reading.core.proposals import Proposal
from homeward.reading.core.standing_for import with_those_meant


def meant(marked: str) -> list[str]:
    """Whom each source in brackets stands for, in words; nothing where it stands for itself."""
    pieces: list[Piece] = []
    for match in re.finditer(r"\[([^]]*)\]", marked):
        start = match.start() - 2 * len(pieces)
        pieces.append((start, start + len(match[1])))
    text = re.sub(r"[\[\]]", "", marked)
    said = [Proposal((place,), (), (place,), (place,), "asserted", None, (), (), None, 0.9) for place in pieces]
    return [text[slice(*one.stands_for)] if one.stands_for else "" for one in with_those_meant(text, said)]


@pytest.mark.parametrize(
    ("marked", "whom"),
    [
        ("[Ambassador Ola Berg] spoke. Later [he] added more.", "Ambassador Ola Berg"),
        ("[The Foreign Ministry] spoke. [Ola Berg] agreed. [The ministry] added.", "The Foreign Ministry"),
        ("[Ambassador Ola Berg] spoke. [Berg] added.", "Ambassador Ola Berg"),
        ("[Ola Berg] spoke. [Ambassador Ivo Lind] agreed. [The ambassador] added.", "Ambassador Ivo Lind"),
        ("[Officials at the crossing] spoke. [Ola Berg] agreed. [They] added.", "Officials at the crossing"),
        ("[Посол Игорь Савин] сообщил. Позже [он] добавил.", "Посол Игорь Савин"),
        ("[Министерство обороны] сообщило. [В министерстве] добавили.", "Министерство обороны"),
        ("قال [السفير سامر حداد] كذا. وقال [السفير] أيضا.", "السفير سامر حداد"),
    ],
)
def test_the_last_voice_that_fits_is_meant(marked: str, whom: str) -> None:
    assert meant(marked)[-1] == whom


@pytest.mark.parametrize(
    "marked",
    [
        "[The ministry] spoke. [He] added.",  # a ministry is no he
        "[Ola Berg] spoke. [They] added.",
        "[The Foreign Ministry] spoke. [A ministry] added.",  # brought in for the first time
        "[Ola Berg] spoke. [Ivo Lind] added.",
        "[He] spoke.",
        "[Ola Berg] spoke." + " Nothing else was heard." * 200 + " [He] added.",  # too far
    ],
)
def test_whom_nobody_before_fits_stands_for_itself(marked: str) -> None:
    assert meant(marked)[-1] == ""


def test_the_reason_says_who_is_taken_for_whom() -> None:
    text = "Ola Berg spoke. He added."
    told = [
        Proposal((place,), (), (place,), (place,), "asserted", None, (), (), None, 0.9) for place in ((0, 8), (16, 18))
    ]

    found = with_those_meant(text, told)[-1]

    assert found.reasons["source"] == "“He” is taken for “Ola Berg”, named before it"
    assert found.source == ((16, 18),)
