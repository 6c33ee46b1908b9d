"""What is promised, possible, denied, asked for or conditional is never proposed as an asserted fact.

The sentences stand beside this page, each with every reading that a careful person would accept.
"""

import json
from pathlib import Path

import pytest

from homeward.reading.core.found import ASSERTED, Commitment
from homeward.reading.core.russian import conditions, figures, modality

SENTENCES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "commitments" / "russian.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def committed(sentence: dict[str, object]) -> Commitment:
    """How a sentence is read, when it is known who says what in it by which words."""
    text, content = str(sentence["text"]), sentence["content"]
    pieces = content if isinstance(content, list) else [content]
    places = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    around = text
    for piece in pieces:
        around = around.replace(piece, " … ")
    return modality(
        str(sentence["source"] or ""),
        str(sentence["cue"] or ""),
        " … ".join(pieces),
        [text[found.start : found.end] for place in places for found in conditions(text, *place)],
        around,
        counts=any(figures(text, *place) for place in places),
    )


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: str(sentence["text"])[:60])
def test_what_is_not_asserted_is_not_read_as_asserted(sentence):
    found = committed(sentence)

    assert found.kind != ASSERTED or ASSERTED in sentence["accepted"], found


def test_most_readings_are_those_of_a_careful_person():
    right = sum(committed(sentence).kind in sentence["accepted"] for sentence in SENTENCES)

    assert len(SENTENCES) >= 60
    assert right / len(SENTENCES) >= 0.85, f"{right} of {len(SENTENCES)}"


@pytest.mark.parametrize(
    ("cue", "content", "kind"),
    [
        ("сообщил", "что сорок человек перешли мост", "asserted"),
        ("сообщил", "о побеге трёх заключённых", "asserted"),
        ("сообщил", "что сорок человек перейдут мост", "promised"),
        ("сказал", "Мы их не бросим", "promised"),
        ("сказал", "пленных обменяют на зерно", "promised"),
        ("сказал", "раненых, вероятно, увезли", "possible"),
        ("уверен", "что сын жив", "possible"),
        ("не подтвердил", "что колонна ушла", "possible"),
        ("опроверг", "что колонна ушла", "denied"),
        ("заявил", "что мост должен быть открыт", "called_for"),
        ("потребовал", "освобождения всех", "called_for"),
        ("заявил", "что дорогу откроют после дождя", "promised"),
        ("пробормотал", "что мост цел", "possible"),
    ],
)
def test_the_burden_lies_on_the_assertion(cue, content, kind):
    assert modality("врач", cue, content, [], counts=bool(figures(content, 0, len(content)))).kind == kind
