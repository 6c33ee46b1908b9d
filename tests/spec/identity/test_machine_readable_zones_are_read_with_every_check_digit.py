"""Zones of passports, cards and visas after ICAO 9303: all fields, each check digit, and whatever was changed is told.

The specimens are those that ICAO prints, of the state of Utopia, which does not exist."""

from datetime import date

import pytest

from homeward.identity import mrz
from homeward.identity.mrz import UnreadableZone

NAMES = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
NUMBERS = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
PASSPORT = f"{NAMES}\n{NUMBERS}"
CARD = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
SMALL_BOOK = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
VISA = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<"
SMALL_VISA = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"
TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "form"),
    [(PASSPORT, "TD3"), (CARD, "TD1"), (SMALL_BOOK, "TD2"), (VISA, "MRV-A"), (SMALL_VISA, "MRV-B")],
)
def test_d34_the_specimens_of_icao_are_valid(text, form):
    zone = mrz.read(text, on=TODAY)

    assert zone.valid
    assert (zone.form, zone.surname, zone.given_names, zone.issuer, zone.sex) == (
        form,
        "ERIKSSON",
        "ANNA MARIA",
        "UTO",
        "F",
    )
    assert (zone.repairs, zone.suggestions) == ((), ())


def test_d34_every_field_of_the_specimen_is_read():
    zone = mrz.read(PASSPORT, on=TODAY)

    assert (zone.code, zone.number, zone.nationality, zone.optional) == ("P", "L898902C3", "UTO", "ZE184226B")
    assert (zone.birth.words, zone.expires.words) == ("740812", "120415")
    assert zone.birth.only is not None and zone.birth.only.start == date(1974, 8, 12)
    assert zone.expires.only is not None and zone.expires.only.start == date(2012, 4, 15)
    assert [check.name for check in zone.checks] == ["number", "birth", "expires", "optional", "composite"]


def test_a_number_longer_than_its_field_goes_on_in_the_next():
    zone = mrz.read(
        "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<", on=TODAY
    )

    assert zone.valid
    assert zone.number == "D23145890734"


@pytest.mark.parametrize(
    ("right", "wrong", "suggested"),
    [
        ("740812", "74O812", "Line 2, place 16: with 0 in place of O all check digits hold."),
        ("L898902C3", "L8989O2C3", "Line 2, place 6: with 0 in place of O all check digits hold."),
        ("ZE184226B", "ZEI84226B", "Line 2, place 31: with 1 in place of I all check digits hold."),
    ],
)
def test_d30_a_letter_for_a_digit_fails_and_is_suggested_and_nothing_is_changed(right, wrong, suggested):
    zone = mrz.read(PASSPORT.replace(right, wrong), on=TODAY)

    assert not zone.valid
    assert "check-digit" in zone.flags
    assert wrong in zone.lines[1]
    assert suggested in zone.suggestions
    assert zone.repairs == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PASSPORT.lower(), "Small letters were made large."),
        (f"{NUMBERS}\n{NAMES}", "The lines stood in another order."),
        ("\n".join(reversed(CARD.split("\n"))), "The lines stood in another order."),
        (PASSPORT.replace("<", " <"), "Spaces inside of the lines were left out."),
        (PASSPORT.replace("\n", ""), "The zone stood on one line and was cut into 2 lines of 44."),
        (f"{NAMES[:-1]}\n{NUMBERS}", "Line 1: 43 characters, and one < was added."),
        (f"{NAMES}<\n{NUMBERS}", "Line 1: 45 characters, and one < was left out."),
        (PASSPORT.replace("B<<<<<1", "B<<<<1"), "Line 2: 43 characters, and one < was added."),
        (PASSPORT.replace("B<<<<<1", "B<<<<<<1"), "Line 2: 45 characters, and one < was left out."),
        (f"{NAMES[:-4]}KK<K\n{NUMBERS}", "Line 1: K was read as < at places 41, 42, 44."),
        (PASSPORT.replace("B<<<<<1", "B<<K<K1"), "Line 2: K was read as < at places 40, 42."),
        (PASSPORT.replace("<<", "«"), "Signs and digits of another kind were written as those of a zone."),
    ],
)
def test_d31_what_can_be_put_right_in_one_way_is_and_is_told(text, told):
    zone = mrz.read(text, on=TODAY)

    assert zone.lines == mrz.read(CARD if zone.form == "TD1" else PASSPORT, on=TODAY).lines
    assert zone.repairs == (told,)
    assert zone.valid


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", "no characters"),
        ("hello", "one line of 5 characters"),
        (NAMES, "one line of 44 characters"),
        (f"{NAMES}\n{NUMBERS[:-3]}", "lines of 44 and 41 characters"),
        (f"{NAMES}\n{NUMBERS[:-1]}", "line 2: This line has 43 characters and should have 44"),
        (f"{NAMES}\n{NUMBERS[1:]}", "line 2: This line has 43 characters and should have 44"),
        (PASSPORT.replace("F120", "!120"), "line 2: A zone holds letters A to Z, digits and <, and no '!'"),
        (PASSPORT.replace("ANNA", "AННА"), "line 1: A zone holds letters A to Z"),
        (f"{NAMES.replace('<', 'K')}\n{NUMBERS}", "line 1: The fillers < of this line were written as K"),
        ("<" * 500, "longer than a machine-readable zone"),
    ],
)
def test_d31_what_cannot_is_refused_with_a_sentence(text, refused):
    with pytest.raises(UnreadableZone) as caught:
        mrz.read(text, on=TODAY)

    assert refused in str(caught.value)
    assert caught.value.instead


def test_d33_names_that_fill_their_field_may_be_cut():
    zone = mrz.read(f"P<UTO{'NEUNUNDNEUNZIG<<MARIAANNA<'.ljust(39, 'X')}\n{NUMBERS}", on=TODAY)

    assert "names-truncated" in zone.flags


def test_d33_somebody_may_have_no_given_name():
    zone = mrz.read(f"P<UTO{'ARKFREITH'.ljust(39, '<')}\n{NUMBERS}", on=TODAY)

    assert (zone.surname, zone.given_names) == ("ARKFREITH", "")
    assert "no-given-name" in zone.flags
    assert zone.valid


@pytest.mark.parametrize("code", ["XXA", "XXB", "XXC", "XXX"])
def test_d33_people_without_a_nationality_are_told(code):
    zone = mrz.read(PASSPORT.replace("36UTO", f"36{code}"), on=TODAY)

    assert zone.nationality == code
    assert "stateless" in zone.flags
    assert zone.valid


def test_d33_germany_is_written_with_one_letter():
    zone = mrz.read(PASSPORT.replace("P<UTO", "P<D<<").replace("36UTO", "36D<<"), on=TODAY)

    assert (zone.issuer, zone.nationality) == ("DEU", "DEU")
    assert "unknown-country" not in zone.flags


def test_a_day_of_birth_of_which_a_part_is_not_known_is_what_is_known():
    zone = mrz.read(PASSPORT.replace("7408122", "74<<<<5"), on=TODAY)

    assert zone.birth.only is not None and zone.birth.only.precision == "year"
    assert "no-birth" in zone.flags


def test_a_country_that_is_not_known_is_told():
    assert "unknown-country" in mrz.read(PASSPORT.replace("36UTO", "36QQQ"), on=TODAY).flags
