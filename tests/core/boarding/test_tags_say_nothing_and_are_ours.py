from __future__ import annotations

import re
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from homeward.crossings.core import tags

KEY, CONVOY, PERSON = b"k" * 32, uuid4(), uuid4()


def test_a_tag_fits_into_a_small_code_and_holds_nothing_of_the_person() -> None:
    tag = tags.tag(KEY, CONVOY, PERSON)

    assert len(tag) == tags.LENGTH <= 38
    assert re.fullmatch(r"HW1\.[A-Z2-7]{16}\.[A-Z2-7]{13}", tag)
    assert PERSON.hex[:8].upper() not in tag


@given(person=st.uuids(), other=st.uuids())
def test_a_tag_is_known_again_on_its_convoy_alone(person: UUID, other: UUID) -> None:
    tag = tags.tag(KEY, CONVOY, person)

    assert tag == tags.tag(KEY, CONVOY, person)
    assert tags.made_here(KEY, CONVOY, tag.lower())
    assert not tags.made_here(KEY, other, tag)
    assert not tags.made_here(b"another key", CONVOY, tag)


@given(st.text(max_size=80))
def test_what_is_no_tag_was_not_made_here(text: str) -> None:
    assert not tags.made_here(KEY, CONVOY, text)


@given(st.integers(4, tags.LENGTH - 1), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_a_changed_letter_is_seen(place: int, letter: str) -> None:
    tag = tags.tag(KEY, CONVOY, PERSON)
    changed = tag[:place] + letter + tag[place + 1 :]

    # The last letter of the mark holds bits that are not used; all others must be as they were made.
    assert tags.made_here(KEY, CONVOY, changed) == (changed == tag)
