"""What something depends on is kept in its words; when they name nothing that can be checked, that is said."""

import pytest

from homeward.reading.core.english import conditions


@pytest.mark.parametrize(
    ("words", "text", "relation", "open_"),
    [
        ("the gate will open if the shelling stops", "if the shelling stops", "requires", False),
        ("unless two men are freed, the buses stop", "unless two men are freed", "requires", False),
        ("nothing would fly until both sides had agreed", "until both sides had agreed", "only_when", False),
        ("passage for 60 trucks as soon as conditions allow", "as soon as conditions allow", "only_when", True),
        ("they may go, provided that there is a fence", "provided that there is a fence", "requires", False),
        (
            "in exchange for the release of ten prisoners",
            "in exchange for the release of ten prisoners",
            "requires",
            False,
        ),
        ("the plan is subject to approval by the council", "subject to approval by the council", "subject_to", False),
        ("should the United Nations ask, it would follow", "should the United Nations ask", "requires", False),
        ("to free them within 48 hours of the first flour arriving", "the first flour arriving", "requires", False),
        ("before it has seen proof of life, nothing is paid", "before it has seen proof of life", "only_when", False),
    ],
)
def test_a_condition_is_found_with_its_words(words, text, relation, open_):
    (found,) = conditions(words, 0, len(words))

    assert (words[found.start : found.end], found.relation, found.open) == (text, relation, open_)


@pytest.mark.parametrize(
    "words",
    [
        "the road stays closed until Friday",
        "until at least the end of the month",
        "they once met here",
        "it looked as if nobody had been there",
        "he raised the number only after two capitals had put in a word",
        "most if not all were there",
    ],
)
def test_a_time_is_no_condition(words):
    assert conditions(words, 0, len(words)) == []
