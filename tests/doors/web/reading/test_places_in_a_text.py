"""Places of a text: the runs of a page cover it, an edge moves by whole words, and typed words are found where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from homeward.web.reading import places
from homeward.web.reading.marked import Marked, paragraphs

TEXT = "The ministry said, on Monday, that «forty people» had crossed. The envoy said nothing."
WRITTEN = st.text("аб c.,\n\r\t«»\u200fم", max_size=120)


@st.composite
def read(draw):
    """A text with places of proposals and sentences that were not read."""
    text = draw(WRITTEN)
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] < pair[1])
    many = st.lists(place, max_size=5) if len(text) > 1 else st.just([])
    roles = st.sampled_from(("source", "cue", "content"))
    marked = [Marked(n, draw(roles), *pair, "says") for n, pair in enumerate(draw(many), start=1)]
    return text, marked, sorted(draw(many))[:1]


@given(read())
def test_runs_cover_the_text_and_lie_where_they_say(given):
    text, marked, unread = given
    plain = text.replace("\r\n", " \n").replace("\r", "\n")

    runs = [run for paragraph in paragraphs(text, marked, unread) for run in paragraph]

    assert all(plain[run.start : run.start + len(run.text)] == run.text for run in runs)
    assert "".join("".join(run.text for run in runs).split()) == "".join(plain.split())
    for one in marked:
        shown = "".join(run.text for run in runs if str(one.number) in run.of.split())
        assert "".join(shown.split()) == "".join(plain[one.start : one.end].split())


def test_a_book_is_cut_into_runs_as_a_page_is():
    text = "Он сказал, что мост закрыт.\n\n" * 9_000
    marked = [Marked(n, "content", n * 29 + 11, n * 29 + 26, "says") for n in range(9_000)]

    cut = list(paragraphs(text, marked, []))

    assert len(cut) == 9_000
    assert [run.text for run in cut[-1]] == ["Он сказал, ", "что мост закрыт", "."]


def test_an_edge_moves_by_a_word_and_passes_no_mark_and_not_the_other_edge():
    at = TEXT.index("forty")
    pieces = ((at, at + len("forty people")),)

    def words(*steps: tuple[str, int]) -> str:
        moved = pieces
        for edge, by in steps:
            moved = places.moved(TEXT, moved, edge, by)
        return places.words(TEXT, moved)

    assert words(("start", 1)) == "people"
    assert words(("start", 1), ("start", 1)) == "people"
    assert words(("end", -1)) == "forty"
    assert words(("end", 1)) == "forty people»"
    assert words(("end", 1), ("end", 1)) == "forty people» had"
    assert words(("start", -1), ("end", 1)) == "«forty people»"


@given(
    st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.sampled_from(("start", "end")), st.sampled_from((-1, 1))
)
def test_wherever_an_edge_is_moved_the_place_stays_in_the_text(one, other, edge, by):
    start, end = sorted((one, other))
    snapped = places.snapped(TEXT, start, end)

    for first, last in places.moved(TEXT, snapped, edge, by):
        assert 0 <= first < last <= len(TEXT)


def test_a_selection_grows_to_whole_words():
    start = TEXT.index("nistry")

    assert places.words(TEXT, places.snapped(TEXT, start, start + 8)) == "ministry said"
    assert places.snapped(TEXT, TEXT.index(", on"), TEXT.index(", on") + 1) == ()


def test_typed_words_are_found_nearest_to_what_was_said():
    content = ((TEXT.index("nothing"), TEXT.index("nothing") + 7),)

    assert places.found(TEXT, "said", content)[0][0] == TEXT.rindex("said")
    assert places.found(TEXT, "The  ministry", content)[0] == (0, 12)
    assert places.found(TEXT, "the mayor", content) == ()


@given(st.text(max_size=40))
def test_whatever_a_form_brings_is_places_or_nothing(typed):
    assert all(start < end for start, end in places.read(typed))
