"""What a check digit can find and what it cannot."""

from hypothesis import given
from hypothesis import strategies as st

from homeward.identity import mrz
from homeward.identity.zones import check_digit, value

PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
characters = st.text(LETTERS, min_size=1, max_size=40)


def test_the_example_of_icao():
    assert check_digit("520727") == 3
    assert check_digit("AB2134<<<") == 5


@given(characters, st.data())
def test_every_change_of_one_character_is_found_unless_the_values_differ_by_tens(written, data):
    at = data.draw(st.integers(0, len(written) - 1))
    other = data.draw(st.sampled_from(LETTERS))
    changed = written[:at] + other + written[at + 1 :]

    found = check_digit(changed) != check_digit(written)

    assert found is ((value(other) - value(written[at])) % 10 != 0)


@given(st.text("0123456789", min_size=1, max_size=40), st.data())
def test_every_change_of_a_digit_into_another_is_found(written, data):
    at = data.draw(st.integers(0, len(written) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != written[at]]))

    assert check_digit(written[:at] + other + written[at + 1 :]) != check_digit(written)


@given(st.integers(0, 43), st.sampled_from("0123456789"))
def test_every_digit_changed_in_the_line_of_the_specimen_fails_and_nothing_is_repaired(at, digit):
    first, second = PASSPORT.split("\n")
    if not second[at].isdecimal() or second[at] == digit:
        return
    zone = mrz.read(f"{first}\n{second[:at]}{digit}{second[at + 1 :]}")

    assert not zone.valid
    assert zone.repairs == ()
    assert zone.lines[1][at] == digit
