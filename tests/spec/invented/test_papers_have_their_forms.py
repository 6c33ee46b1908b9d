"""Numbers have the forms of their countries, zones check, and papers are flawed as often as asked for."""

from __future__ import annotations

import re

import pytest

from homeward.invented import DAY, EVACUEES, Flaw, Person, people

FORMS = {
    "RUS": r"\d{9}", "UKR": r"[A-Z]{2}\d{6}", "PSE": r"\d{7}", "EGY": r"[A-Z]\d{8}", "TUN": r"[A-Z]\d{6}", "TUR": r"[A-Z]\d{8}",
    "ISR": r"\d{8}", "THA": r"[A-Z]{2}\d{7}", "PHL": r"[A-Z]\d{7}B",
}  # fmt: skip


def checks(text: str) -> str:
    """ICAO Doc 9303, part 3, written apart from the product: weights 7, 3, 1."""
    total = 0
    for at, sign in enumerate(text):
        value = 0 if sign == "<" else int(sign, 36)
        total += value * [7, 3, 1][at % 3]
    return str(total % 10)


def test_a_passport_number_has_the_form_of_its_country(everybody: tuple[Person, ...]) -> None:
    passports = [document for person in everybody for document in person.documents if document.kind == "passport"]

    assert {passport.country for passport in passports} == set(FORMS)
    for passport in passports:
        assert re.fullmatch(FORMS[passport.country], passport.number)


def test_every_machine_readable_zone_checks(everybody: tuple[Person, ...]) -> None:
    zones = [(p, d) for p in everybody for d in p.documents if d.zone]

    assert len(zones) > 100
    for person, document in zones:
        upper, lower = document.zone
        assert (len(upper), len(lower)) == (44, 44)
        assert re.fullmatch("[A-Z0-9<]{88}", upper + lower)
        assert lower[:9].rstrip("<") == document.number
        assert (lower[9], lower[19], lower[27]) == (checks(lower[:9]), checks(lower[13:19]), checks(lower[21:27]))
        assert lower[42] in ("<", checks(lower[28:42]))
        assert lower[43] == checks(lower[:10] + lower[13:20] + lower[21:43])
        assert lower[13:19] == person.written_birth.strftime("%y%m%d")
        assert lower[20] == person.sex
        assert upper[2:5] == lower[10:13] == document.country


def test_an_identity_number_checks(everybody: tuple[Person, ...]) -> None:
    cards = [
        document.number for person in everybody for document in person.documents if document.kind == "identity card"
    ]

    assert cards
    for number in cards:
        doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(number)]
        assert sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def test_some_papers_ran_out(everybody: tuple[Person, ...]) -> None:
    days = [d.expires for p in everybody for d in p.documents if d.expires]

    assert 0.03 < sum(day < DAY for day in days) / len(days) < 0.15


def test_no_paper_is_older_than_its_holder(everybody: tuple[Person, ...]) -> None:
    assert all(p.birth <= d.issued <= DAY for p in everybody for d in p.documents if d.issued)


@pytest.mark.parametrize(
    ("flaw", "share"),
    [
        (Flaw.NO_GIVEN_NAME, 417 / 88_977),
        (Flaw.NO_FAMILY_NAME, 242 / 88_977),
        (Flaw.FIRST_OF_JANUARY, 11_110 / 88_977),
        (Flaw.UNDEFINED_DOCUMENT, 36_400 / 88_977),
    ],
)
def test_evacuees_have_flaws_as_often_as_records_had(flaw: Flaw, share: float) -> None:
    everybody = people(11, 20_000, rates=EVACUEES)

    found = sum(flaw in person.flaws for person in everybody) / len(everybody)
    assert abs(found - share) < 0.1 * share + 0.0015


def test_a_flaw_shows_in_the_papers() -> None:
    for person in people(11, 5_000, rates=EVACUEES):
        assert (person.name.given is None) == (Flaw.NO_GIVEN_NAME in person.flaws)
        assert (person.name.family is None) == (Flaw.NO_FAMILY_NAME in person.flaws)
        if Flaw.FIRST_OF_JANUARY in person.flaws:
            assert (person.written_birth.month, person.written_birth.day) == (1, 1)
        if Flaw.NO_DOCUMENT in person.flaws:
            assert not person.documents
        if Flaw.UNDEFINED_DOCUMENT in person.flaws:
            assert person.documents[0].kind == "facilitation document"
