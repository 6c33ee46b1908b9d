"""A number keeps its words. Beside them stands a key in which nothing is guessed, and what a person should know of it."""

import pytest

from homeward.identity import births, documents
from homeward.identity.documents import Kind, day_within, kind_of, near, read
from tests.spec.identity.tables import rows


def test_d25_spaces_and_signs_fold_and_letters_stay_letters(reads_numbers):
    reads_numbers(
        """
        words            | key        | flags
        AB 123-458       | AB123458   |
        ab123458         | AB123458   |
        AB<U+00A0>123<U+2010>458 | AB123458 |
        O123458          | O123458    |
        0123458          | 0123458    |
        45 08 № 123459   | 4508123459 | label
        Passport No. A1934567 | A1934567 | label
        رقم الجواز: ٥٥٤١٢٣٦ | 5541236 | label
        123456780.0      | 123456780  | decimal
        """
    )


@pytest.fixture
def are_near():
    def check(table: str) -> None:
        for row in rows(table):
            one, other = read(row["one"]), read(row["other"])
            assert one.key != other.key
            assert (row["one"], row["other"], near(one, other)) == (row["one"], row["other"], row["why"])

    return check


def test_d25_likely_mistakes_are_told_in_a_sentence(are_near):
    are_near(
        """
        one       | other     | why
        AO93458   | A093458   | The same but for O for 0.
        I193458   | 1193458   | The same but for I for 1.
        A193458   | A193457   | One digit different, at place 7.
        A193458   | B193458   | One character different, at place 1.
        A193458   | A139458   | Two neighbours exchanged, at places 3 and 4.
        00193458  | 193458    | The same number with zeros before it.
        1934587   | A1934587  | One more character: A at place 1.
        193458    | PS193458  | The same number with PS before it.
        1934587   | 7854391   | The same characters in reverse order, as some programs read Eastern Arabic digits.
        A193458   | C746210   |
        on mother's | A193458 |
        """
    )


def test_d26_one_number_on_three_names_is_one_key_three_times():
    papers = [read(words) for words in ("A 1934587", "a1934587", "A-1934587")]

    assert len({paper.key for paper in papers}) == 1
    assert len({paper.words for paper in papers}) == 3


def test_d27_what_is_no_number_is_never_matched_as_one(reads_numbers):
    reads_numbers(
        """
        words               | key | flags
                            |     | missing
        EMPTY               |     | missing
        UNKNOWN             |     | missing
        -                   |     | missing
        N/A                 |     | missing
        لا يوجد             |     | missing
        нет                 |     | missing
        אין                 |     | missing
        on mother's         |     | on-another
        on mother's passport |    | on-another
        with her father     |     | on-another
        على جواز والدته     |     | on-another
        مع والدتها          |     | on-another
        вписан в паспорт матери | | on-another
        בדרכון האם          |     | on-another
        sur le passeport de la mère | | on-another
        annesinin pasaportunda | | on-another
        see remarks below   |     | no-digits
        1.23457E+11         |     | damaged
        A1934587 / B7654391 |     | several
        """
    )
    assert documents.split("A1934587 / B7654391") == ("A1934587", "B7654391")


def test_d27_numbers_made_up_to_fill_a_cell_are_kept_and_told(reads_numbers):
    reads_numbers(
        """
        words     | key       | flags
        1234567   | 1234567   | implausible
        0000000   | 0000000   | implausible
        9999999   | 9999999   | implausible
        A1234567  | A1234567  | implausible
        7654321   | 7654321   | implausible
        42        | 42        | short
        """
    )
    assert not any(read(words).tells_apart for words in ("1234567", "0000000", "42", "-", "1.2E+9"))
    assert read("A1934587").tells_apart


def test_d29_eastern_arabic_and_persian_digits_equal_western_ones(reads_numbers):
    reads_numbers(
        """
        words      | key      | flags
        ٥٥٤١٢٣٦    | 5541236  |
        ۵۵۴۱۲۳۶    | 5541236  |
        A٥٥٤١٢٣٦   | A5541236 |
        """
    )


def test_d22_and_d23_days_on_a_paper_are_held_against_each_other():
    day = births.read
    on = day("2026-11-30").candidates[0].start

    assert documents.doubts(birth=day("2001-05-02"), issued=day("1999-01-01")) == ("born-after-issue",)
    assert documents.doubts(expires=day("2026-11-29"), on=on) == ("expired",)
    assert documents.doubts(expires=day("2026-11-30"), on=on) == ()
    assert documents.doubts(issued=day("2025-01-01"), expires=day("2015-01-01")) == ("expires-before-issue",)
    assert documents.doubts(issued=day("2027-01-01"), on=on) == ("issued-in-future",)
    assert documents.doubts(birth=day("07/03/1985"), issued=day("01/05/1985")) == ()
    assert documents.doubts(birth=day("Monday"), issued=day("1999"), on=on) == ()


def test_check_digits_of_national_numbers_are_told_and_refuse_nothing(reads_numbers):
    reads_numbers(
        """
        words          | kind       | country | key            | flags
        123456782      | ID         | ISR     | 123456782      |
        923456782      | תעודת זהות | ISR     | 923456782      | check-digit
        923456782      | passport   | ISR     | 923456782      |
        923456782      |            |         | 923456782      |
        923456782      | هوية       | PSE     | 923456782      | check-digit
        10000000146    | kimlik     | TUR     | 10000000146    |
        10000000147    | kimlik     | TUR     | 10000000147    | check-digit
        0084575948     | کارت ملی   | IRN     | 0084575948     |
        0084575949     | کارت ملی   | IRN     | 0084575949     | check-digit
        28503070100015 | رقم قومي   | EGY     | 28503070100015 |
        28513070100015 | رقم قومي   | EGY     | 28513070100015 | check-digit
        """
    )
    assert str(day_within("28503070100015", "EGY")) == "1985-03-07"
    assert day_within("28503070100015", "ISR") is None


def test_kinds_of_papers_are_told_by_their_words():
    table = """
        words                       | kind
        Passport                    | passport
        جواز سفر                    | passport
        загранпаспорт               | passport
        דרכון זר                    | passport
        внутренний паспорт          | identity card
        תעודת זהות                  | identity card
        بطاقة هوية                  | identity card
        Military ID                 | military paper
        военный билет               | military paper
        laissez-passer              | laissez-passer
        emergency travel document   | laissez-passer
        свидетельство на возвращение | laissez-passer
        birth certificate           | birth certificate
        شهادة ميلاد                 | birth certificate
        свидетельство о рождении    | birth certificate
        acte de naissance           | birth certificate
        вид на жительство           | residence permit
        بطاقة إقامة                 | residence permit
        facilitation document       | facilitation paper
        وثيقة تسهيل                 | facilitation paper
        UNRWA card                  | refugee paper
    """

    for row in rows(table):
        assert (row["words"], kind_of(row["words"])) == (row["words"], Kind(row["kind"]))
    assert kind_of("paper") is None
