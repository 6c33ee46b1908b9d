"""A text as words in windows, the best way through scores, and the runs that parts make."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.reading.core.linking import Attribution, linked
from homeward.reading.core.parts import PARTS, pieces, within_paragraphs
from homeward.reading.core.way import best_way, how_sure
from homeward.reading.core.words import windows, words
from homeward.reading.engines.tagger import NoModel, Tagger

FOLLOWS = np.array([[-1e4 if b.startswith("I-") and a[2:] != b[2:] else 0.0 for b in PARTS] for a in PARTS])
FIRST = np.array([-1e4 if part.startswith("I-") else 0.0 for part in PARTS])


@given(st.text("ab .\n“", max_size=200), st.integers(1, 12))
def test_windows_hold_every_word_once_and_no_more_than_fits(text, most):
    split = words(text)
    found = windows(split, [1] * len(split), most)

    assert [number for first, until in found for number in range(first, until)] == list(range(len(split)))
    assert all(until - first <= most for first, until in found)


def test_a_window_ends_where_a_paragraph_does_else_where_a_sentence_does():
    split = words("a b. c d\ne f g. h i j k")

    assert windows(split, [1] * len(split), 7) == [(0, 5), (5, 9), (9, 13)]


@given(st.lists(st.lists(st.floats(-5, 5), min_size=7, max_size=7), max_size=12))
def test_what_cannot_follow_never_does(rows):
    way = best_way(np.array(rows).reshape(-1, 7), FIRST, FOLLOWS)

    assert len(way) == len(rows)
    for before, part in zip([0, *way], way, strict=False):
        assert not PARTS[part].startswith("I-") or PARTS[before][2:] == PARTS[part][2:]


def test_parts_make_runs_and_a_beginning_begins_another():
    told = [PARTS.index(part) for part in ("B-source", "I-source", "O", "B-cue", "B-content", "I-content", "B-content")]

    assert pieces(told) == [("source", 0, 2), ("cue", 3, 4), ("content", 4, 6), ("content", 6, 7)]


def test_a_content_without_a_cue_makes_no_attribution_and_weights_decide_between_cues():
    split = words("The mayor said that it was shut")
    runs = [("source", 0, 2), ("cue", 2, 3), ("content", 3, 7)]

    assert linked(split, runs, {"no cue": 1.0}) == []
    assert linked(split, runs, {"cc before cue said": 1.0, "sc before cue said": 1.0}) == [
        Attribution(((0, 2),), ((2, 3),), ((3, 7),))
    ]


def test_without_its_model_the_tagger_says_so(tmp_path):
    with pytest.raises(NoModel):
        Tagger(tmp_path)


@given(st.lists(st.lists(st.floats(-6, 6), min_size=7, max_size=7), min_size=1, max_size=4))
def test_how_sure_a_way_is_is_its_share_of_all_ways(rows: list[list[float]]) -> None:
    scores = np.array(rows)
    way = best_way(scores, FIRST, FOLLOWS)

    sure = how_sure(scores, FIRST, FOLLOWS, way)

    def weight(each: tuple[int, ...]) -> float:
        told = sum(scores[at, part] for at, part in enumerate(each))
        return float(np.exp(FIRST[each[0]] + told + sum(FOLLOWS[step] for step in pairwise(each))))

    ways = {each: weight(each) for each in product(range(7), repeat=len(rows))}
    for at, part in enumerate(way):
        share = sum(ways[each] for each in ways if each[at] == part) / sum(ways.values())
        assert sure[at] == pytest.approx(share, abs=1e-6)


def test_nothing_is_sure_of_nothing() -> None:
    assert how_sure(np.empty((0, 7)), FIRST, FOLLOWS, []) == []


def test_a_source_does_not_go_on_over_the_end_of_a_paragraph():
    split = words("Talks in Amman\nThe ministry said that it was so\nand more")
    runs = [("source", 0, 5), ("cue", 5, 6), ("content", 6, 12)]

    assert within_paragraphs(runs, split.paragraphs) == [
        ("source", 0, 3),
        ("source", 3, 5),
        ("cue", 5, 6),
        ("content", 6, 12),
    ]
