"""Whatever two names are: a score from 0 to 1, the same either way round, and no evidence that was not counted."""

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.names import Index, compare, key, read

NAMES = st.text(alphabet=st.sampled_from("abdhmrsyABD אבדכלמרש ابدحلمرس абвгдлмр-'.,"), max_size=30)


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES)
def test_a_comparison_is_bounded_and_turns_round(one, other):
    forth, back = compare(one, other), compare(other, one)

    assert 0 <= forth.score <= 1
    assert abs(forth.score - back.score) < 0.02


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES)
def test_what_is_told_was_counted(one, other):
    said = compare(one, other)

    told = [part for part in said.why.split("; ") if " ~ " in part]
    assert len(told) <= len(said.evidence) or not said.evidence
    for evidence in said.evidence:
        assert evidence.one in one or key(evidence.one) in key(one)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_reading_never_changes_a_name_and_a_key_stays_a_key(name):
    assert read(name).text == name
    assert key(key(name)) == key(name)


@settings(max_examples=50, deadline=None)
@given(st.lists(NAMES, max_size=8), st.lists(NAMES, max_size=4))
def test_a_search_answers_each_query_with_names_of_the_list(names, queries):
    for row in Index(names).search(queries, 3):
        assert all(names[hit.index] == hit.name for hit in row)
