"""Where one quotes another, the statement is the quoted one's, and who quotes is a hand through which it came."""

import pytest

from homeward.reading.core.english import as_quoted
from homeward.reading.core.proposals import Proposal, words_of


def proposal(text, source, cue, content, depth=0):
    """A proposal by its words, each of which stands once in the text."""

    def pieces(words):
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    return Proposal(
        pieces(source), pieces(cue), pieces(content), pieces(source), "asserted", None, (), (), None, 0.9, depth
    )


@pytest.mark.parametrize(
    ("text", "found", "told"),
    [
        (
            "A paper quoted the mayor as saying that the bridge was shut.",
            [("A paper", "quoted", "the mayor as saying that the bridge was shut")],
            [("the mayor", "quoted … as saying", "that the bridge was shut", ["A paper", "the mayor"])],
        ),
        (
            "The mayor was quoted by a paper as saying that the bridge was shut.",
            [("", "was quoted", "The mayor"), ("", "as saying", "that the bridge was shut")],
            [("The mayor", "was quoted … as saying", "that the bridge was shut", ["The mayor"])],
        ),
        (
            "A paper quoted a law that forbids it.",
            [("A paper", "quoted", "a law that forbids it")],
            [("A paper", "quoted", "a law that forbids it", ["A paper"])],
        ),
        (
            "The mayor described the bridge as saying nothing to anybody.",
            [("The mayor", "described", "the bridge as saying nothing to anybody")],
            [("The mayor", "described", "the bridge as saying nothing to anybody", ["The mayor"])],
        ),
    ],
)
def test_as_saying_gives_the_words_to_the_one_quoted(text, found, told):
    made = as_quoted(text, [proposal(text, *each) for each in found])

    assert [
        (
            words_of(text, one.source),
            words_of(text, one.cue),
            words_of(text, one.content),
            [text[slice(*link)] for link in one.chain],
        )
        for one in made
    ] == told


def test_what_was_also_found_within_is_told_once():
    text = "A paper quoted the mayor as saying that the bridge was shut."
    outer = proposal(text, "A paper", "quoted", "the mayor as saying that the bridge was shut")
    inner = proposal(text, "the mayor", "as saying", "that the bridge was shut", depth=1)

    assert len(as_quoted(text, [outer, inner])) == 1
