"""Words from data never steer the terminal, and those of another direction leave the rest of the line as it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from homeward.cli.text.letters import END, ISOLATE, apart, columns, plain, wrapped
from tests.cast import Desk, case_of
from tests.doors.cli.conftest import Command

LETTERS = st.text(
    st.sampled_from("ab \u0645\u0631\u0627\u05e9\u4e2d\u0301\u202e\u2067\u2069\x1b\n\x00\u00e9"), max_size=60
)


def test_an_arabic_name_stands_between_isolates() -> None:
    assert apart("سمير 12") == f"{ISOLATE}سمير 12{END}"
    assert apart("Samir") == "Samir"


def test_what_steers_a_terminal_is_taken_out() -> None:
    assert plain("red \x1b[31m alert\x07\u202e txt\n next") == "red [31m alert txt next"


@given(LETTERS)
def test_nothing_that_turns_is_left_open(text: str) -> None:
    shown = apart(text)

    assert shown.count(ISOLATE) == shown.count(END)
    assert not set(shown) & set("\x1b\x00\n\u202e\u2067")


@given(st.lists(LETTERS, max_size=4), st.integers(10, 60))
def test_each_line_closes_what_it_opens_and_loses_no_word(texts: list[str], width: int) -> None:
    text = " ".join(apart(one) for one in texts)

    lines = list(wrapped(text, width))

    assert all(line.count(ISOLATE) == line.count(END) for line in lines)
    assert all(columns(line) <= width or len(line.split()) == 1 for line in lines)
    bare = "".join(lines).replace(ISOLATE, "").replace(END, "").split()
    assert "".join(bare) == "".join(text.replace(ISOLATE, "").replace(END, "").split())


def test_a_case_in_two_directions_is_told(desk: Desk, homeward: Command) -> None:
    desk.load(case_of({"speaker": "وزارة الخارجية", "text": "عدد المنتظرين ٥٠٠", "said_on": "2026-01-01"}))

    done = homeward("brief", "--case", "crossing-test")

    assert f"{ISOLATE}وزارة الخارجية{END}" in done.out
    assert all(line.count(ISOLATE) == line.count(END) for line in done.out.splitlines())
