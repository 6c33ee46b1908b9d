"""Words for a nationality in many languages become ISO codes of three letters; what is not known gets none."""

import pytest

from homeward.identity import countries, sexes


def test_d35_adjectives_names_and_codes_of_a_country_are_one_code(reads_nationalities):
    reads_nationalities(
        """
        words              | codes | flags
        Egyptian           | EGY   |
        Egypt              | EGY   |
        EG                 | EGY   |
        egy                | EGY   |
        مصري               | EGY   |
        المصرية            | EGY   |
        جمهورية مصر العربية | EGY  |
        מצרית              | EGY   |
        מצרים              | EGY   |
        египтянка          | EGY   |
        египетское         | EGY   |
        Египет             | EGY   |
        égyptienne         | EGY   |
        Mısırlı            | EGY   |
        гражданин РФ       | RUS   |
        Россия             | RUS   |
        Palestinian        | PSE   |
        فلسطينية           | PSE   |
        Kosovo             | XKX   |
        Taiwan             | TWN   |
        Hong Kong          | HKG   |
        U.S.A.             | USA   |
        Côte d’Ivoire      | CIV   |
        Bosnia and Herzegovina | BIH |
        Guinea-Bissau      | GNB   |
        ไทย                | THA   |
        """
    )


def test_d35_two_nationalities_are_two_codes(reads_nationalities):
    reads_nationalities(
        """
        words               | codes   | flags
        Russian/Palestinian | RUS PSE | several
        مصري - روسي         | EGY RUS | several
        مصري وروسي          | EGY RUS | several
        украинец и израильтянин | UKR ISR | several
        Egyptian, Klingon   | EGY     | unknown
        """
    )


def test_d35_countries_that_are_no_more_give_those_that_came_after(reads_nationalities):
    reads_nationalities(
        """
        words      | codes | flags
        USSR       |       | former-country
        СССР       |       | former-country
        SUN        |       | former-country
        Yugoslavia |       | former-country
        ברית המועצות |     | former-country
        """
    )
    assert {"RUS", "UKR", "GEO", "UZB"} <= {*countries.read("USSR").candidates}


def test_d35_words_not_known_or_of_two_meanings_get_no_code(reads_nationalities):
    reads_nationalities(
        """
        words   | codes | flags
        Klingon |       | unknown
        Congo   |       | several-meanings
        PA      |       | several-meanings
                |       | missing
        -       |       | missing
        לא ידוע |       | missing
        """
    )
    assert countries.read("PA").candidates == ("PAN", "PSE")


def test_d33_and_d35_people_without_a_nationality_have_codes_of_icao(reads_nationalities):
    reads_nationalities(
        """
        words           | codes | flags
        stateless       | XXA   | stateless
        XXA             | XXA   | stateless
        без гражданства | XXA   | stateless
        عديم الجنسية    | XXA   | stateless
        חסר אזרחות      | XXA   | stateless
        refugee         | XXB   | stateless
        """
    )


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("F", "F f Female أنثى נ נקבה ж жен. Женский жіноча kadın K femme"),
        ("M", "M m male ذكر ז זכר м муж. Мужской чоловіча erkek E homme"),
        ("X", "X other"),
        ("", "U unknown ? - неизвестно 3"),
    ],
)
def test_sexes_are_one_letter_or_none(code, words):
    assert {sexes.read(word) for word in words.split()} == {code}
