"""What is promised, possible, denied, asked for or conditional is never proposed as an asserted fact.

The sentences stand beside this page, each with every reading that a careful person would accept.
"""

import pytest

from homeward.reading.core import russian
from homeward.reading.core.found import ASSERTED
from homeward.reading.core.russian import figures, modality
from tests.spec.reading.committing import committed, sentences

SENTENCES = sentences("russian")


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: str(sentence["text"])[:60])
def test_what_is_not_asserted_is_not_read_as_asserted(sentence):
    found = committed(russian, sentence)

    assert found.kind != ASSERTED or ASSERTED in sentence["accepted"], found


def test_most_readings_are_those_of_a_careful_person():
    right = sum(committed(russian, sentence).kind in sentence["accepted"] for sentence in SENTENCES)

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
