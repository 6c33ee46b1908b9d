"""What something depends on is kept in its words; when they name nothing that can be checked, that is said."""

import pytest

from homeward.reading.core.russian import conditions


@pytest.mark.parametrize(
    ("words", "text", "relation", "open_"),
    [
        ("дорогу откроют, если стихнет обстрел", "если стихнет обстрел", "requires", False),
        (
            "пришлют мост при условии, что обе стороны попросят",
            "при условии, что обе стороны попросят",
            "requires",
            False,
        ),
        ("мост появится, коль скоро не будет военных", "коль скоро не будет военных", "requires", False),
        ("девять выйдут в обмен на казначея", "в обмен на казначея", "requires", False),
        ("в случае нарушения автобусы повернут", "в случае нарушения автобусы повернут", "requires", False),
        ("поиски начнутся, как только заработает паром", "как только заработает паром", "only_when", False),
        ("никто не пройдёт, пока не вернут тело", "пока не вернут тело", "only_when", False),
        ("когда смолкнут миномёты — ещё тридцать", "когда смолкнут миномёты", "only_when", False),
        ("отдадут лишь после отвода войск", "лишь после отвода войск", "only_when", False),
        ("вывезут, как только позволят условия", "как только позволят условия", "only_when", True),
        ("всё будет зависеть от погоды", "будет зависеть от погоды", "subject_to", False),
    ],
)
def test_a_condition_is_found_with_its_words(words, text, relation, open_):
    (found,) = conditions(words, 0, len(words))

    assert (words[found.start : found.end], found.relation, found.open) == (text, relation, open_)


@pytest.mark.parametrize(
    "words",
    [
        "если верить штабу, сняли трос",
        "когда мост взорвали, все спали",
        "после того как ушёл паром, стало тихо",
        "он ушёл до среды",
        "пока всё спокойно",
    ],
)
def test_a_reserve_and_a_time_are_no_condition(words):
    assert conditions(words, 0, len(words)) == []
