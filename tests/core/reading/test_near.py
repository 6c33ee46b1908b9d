"""The share that a signature tells, against the share of all runs of words; lengths from nothing to very long."""

import random
from statistics import mean

from hypothesis import given
from hypothesis import strategies as st

from homeward.reading.core.near import RUN, WINDOW, Shelf, alike, signature

WORDS = [
    f"{head}{tail}"
    for head in "ba ce di fo gu ha je ki lo mu".split()
    for tail in "ran sel tin vor wup zad lem nok".split()
]


def text(rolled: random.Random, length: int) -> str:
    return " ".join(rolled.choices(WORDS, k=length))


def all_runs(words: str) -> set[tuple[str, ...]]:
    said = words.lower().split()
    return {tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1)}


def edited(rolled: random.Random, words: str) -> str:
    """A reprint: some of the text, some words changed, and text of its own around it."""
    said = words.split()
    start = rolled.randrange(len(said) // 2)
    kept = said[start : start + rolled.randrange(60, len(said))]
    rate = rolled.choice([0, 0.01, 0.03, 0.08])
    kept = [word if rolled.random() > rate else "changed" for word in kept]
    return " ".join([text(rolled, rolled.randrange(100)), *kept, text(rolled, rolled.randrange(100))])


def test_the_share_is_an_estimate_whose_error_is_known():
    rolled = random.Random(7)
    errors = []
    for _ in range(200):
        first = text(rolled, rolled.randrange(200, 800))
        second = edited(rolled, first)
        runs, others = all_runs(first), all_runs(second)
        exact = len(runs & others) / min(len(runs), len(others))
        errors.append(alike(signature(first), signature(second)).share - exact)

    errors.sort(key=abs)
    assert abs(mean(errors)) < 0.03
    assert abs(errors[int(0.95 * len(errors))]) < 0.1


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.lists(st.sampled_from(WORDS), max_size=40), st.integers(8, 30))
def test_a_passage_of_eight_words_is_always_found(before, after, length):
    shared = [f"unheard{number}" for number in range(length)]

    likeness = alike(signature(" ".join([*before, *shared])), signature(" ".join([*shared, *after])))

    assert length < RUN + WINDOW - 1 or likeness.share > 0


@given(st.text(), st.text())
def test_any_two_texts_compare_the_same_both_ways_and_passages_lie_inside_them(one, other):
    here, there = signature(one), signature(other)

    likeness = alike(here, there)

    assert likeness.share == alike(there, here).share
    assert 0 <= likeness.share <= 1
    for passage in likeness.passages:
        assert 0 <= passage.start < passage.end <= len(one)
        assert 0 <= passage.other_start < passage.other_end <= len(other)


@given(st.text(alphabet="ab \n", max_size=200))
def test_a_text_is_wholly_like_itself(words):
    kept = signature(words)

    assert alike(kept, kept).share == (1 if kept.words else 0)


def test_a_signature_is_the_same_in_every_process():
    assert signature("one two three four five").hashes == signature("One, two: three FOUR five").hashes
    assert signature("one two three four five").hashes.tolist() == [1409890833912057708]


def test_the_copies_of_a_new_paper_are_found_among_ten_thousand():
    rolled = random.Random(11)
    papers = [text(rolled, 120) for _ in range(2_000)]
    shelf = Shelf()
    for number, paper in enumerate(papers):
        for copy in range(5):
            shelf.put(f"{number}.{copy}", signature(f"{paper} edition {copy} {text(rolled, 10)}"))

    found = [shelf.near(signature(papers[number])) for number in range(0, 2_000, 100)]

    assert all(len(near) == 5 for near in found)
