"""The words are always kept. A day that may be meant stands beside them, in the common calendar; what is doubtful is flagged.

Read as on 30 November 2026; the last day of a stretch is not included."""

from datetime import date

from homeward.identity import births
from tests.spec.identity.tables import said


def test_d01_a_day_and_a_month_that_may_be_exchanged_give_both_days(reads_days):
    reads_days(
        """
        words      | means                    | flags
        07/03/1985 | 1985-03-07 or 1985-07-03 | day-order
        07-03-1985 | 1985-03-07 or 1985-07-03 | day-order
        07.03.1985 | 1985-03-07               |
        05/05/1985 | 1985-05-05               |
        1985-03-07 | 1985-03-07               |
        1985/03/07 | 1985-03-07               |
        """
    )


def test_d01_whoever_knows_the_order_of_a_list_settles_it(reads_days):
    reads_days(
        """
        words      | means      | flags
        07/03/1985 | 1985-03-07 |
        12/25/1985 | 1985-12-25 | day-order
        """,
        day_first=True,
    )
    reads_days(
        """
        words      | means      | flags
        07/03/1985 | 1985-07-03 |
        07.03.1985 | 1985-07-03 |
        25/12/1985 | 1985-12-25 | day-order
        """,
        day_first=False,
    )


def test_d02_both_orders_in_one_column_are_read_and_can_be_told_apart(reads_days):
    reads_days(
        """
        words      | means      | flags
        25/12/1985 | 1985-12-25 |
        12/25/1985 | 1985-12-25 |
        """
    )
    assert births.order_of("25/12/1985") is True
    assert births.order_of("12/25/1985") is False
    assert births.order_of("07/03/1985") is None
    assert births.order_of("Monday") is None


def test_d03_two_digits_of_a_year_are_flagged_and_never_in_the_future(reads_days):
    reads_days(
        """
        words    | means                    | flags
        3.7.85   | 1985-07-03               | two-digit-year
        3/7/85   | 1985-07-03 or 1985-03-07 | two-digit-year, day-order
        85-07-03 | 1985-07-03               | two-digit-year
        3.7.15   | 2015-07-03               | two-digit-year
        3.7.24   | 2024-07-03 or 1924-07-03 | two-digit-year
        07 Mar 85 | 1985-03-07              | two-digit-year
        """
    )
    without_a_day_of_reading = births.read("3.7.85")
    assert said(without_a_day_of_reading) == "1985-07-03"


def test_d05_a_year_alone_is_a_year(reads_days):
    reads_days(
        """
        words      | means                       | flags
        00/00/1985 | 1985-01-01..1986-01-01 year |
        1985-00-00 | 1985-01-01..1986-01-01 year |
        xx/xx/1985 | 1985-01-01..1986-01-01 year |
        1985       | 1985-01-01..1986-01-01 year |
        1985 г.р.  | 1985-01-01..1986-01-01 year |
        مواليد 1985 | 1985-01-01..1986-01-01 year |
        about 1985 | 1985-01-01..1986-01-01 year | about
        حوالي 1985 | 1985-01-01..1986-01-01 year | about
        около 1985 | 1985-01-01..1986-01-01 year | about
        1985?      | 1985-01-01..1986-01-01 year | about
        03/1985    | 1985-03-01..1985-04-01 month |
        00/03/1985 | 1985-03-01..1985-04-01 month |
        March 1985 | 1985-03-01..1985-04-01 month |
        """
    )


def test_d06_years_and_ages_are_ranges(reads_days):
    reads_days(
        """
        words            | means                         | flags
        1985 or 1986     | 1985-01-01..1987-01-01 range  |
        1985/86          | 1985-01-01..1987-01-01 range  |
        between 1985 and 1987 | 1985-01-01..1988-01-01 range |
        1985 or 1990     | 1985-01-01..1986-01-01 year or 1990-01-01..1991-01-01 year | either
        1980s            | 1980-01-01..1990-01-01 range  |
        age 45           | 1980-12-01..1981-12-01 range  | age
        45 y             | 1980-12-01..1981-12-01 range  | age
        45 years old     | 1980-12-01..1981-12-01 range  | age
        عمره ٤٥          | 1980-12-01..1981-12-01 range  | age
        45 سنة           | 1980-12-01..1981-12-01 range  | age
        45 лет           | 1980-12-01..1981-12-01 range  | age
        בן 45            | 1980-12-01..1981-12-01 range  | age
        45 ans           | 1980-12-01..1981-12-01 range  | age
        45 yaşında       | 1980-12-01..1981-12-01 range  | age
        40-45 years      | 1980-12-01..1986-12-01 range  | age
        6 months         | 2026-05-01..2026-05-31 range  | age
        6 أشهر           | 2026-05-01..2026-05-31 range  | age
        полгода          | 2026-05-01..2026-05-31 range  | age
        6 חודשים         | 2026-05-01..2026-05-31 range  | age
        45               | nothing                       | unread, bare-number
        """
    )


def test_d06_an_age_means_nothing_without_the_day_on_which_it_was_said(reads_days):
    reads_days(
        """
        words  | means   | flags
        age 45 | nothing | unread, age, no-reference
        """,
        on=None,
    )


def test_d06_under_the_heading_of_age_a_number_alone_is_an_age():
    age = births.read_age("45", on=date(2026, 11, 30))

    assert said(age) == "1980-12-01..1981-12-01 range"
    assert age.flags == ("age",)


def test_d07_a_count_of_days_from_a_spreadsheet_is_a_candidate(reads_days):
    reads_days(
        """
        words   | means      | flags
        31113   | 1985-03-07 | serial
        31113.0 | 1985-03-07 | serial
        ٣١١١٣   | 1985-03-07 | serial
        """
    )


def test_d09_a_marked_hijri_day_is_counted_and_its_calendar_kept(reads_days):
    reads_days(
        """
        words                | means            | flags
        15/06/1405 هـ        | 1985-03-06 hijri | hijri
        15/6/1405 AH         | 1985-03-06 hijri | hijri
        هـ 1405/06/15        | 1985-03-06 hijri | hijri
        15 جمادى الآخرة 1405 | 1985-03-06 hijri | hijri
        22 Ramadan 1405      | 1985-06-10 hijri | hijri
        30/02/1405 هـ        | 1984-11-23 hijri | hijri
        1405 هـ              | 1984-09-26..1985-09-15 year hijri | hijri
        """
    )


def test_d10_an_old_year_without_a_mark_is_asked_about_and_never_believed(reads_days):
    reads_days(
        """
        words      | means                                             | flags
        1405-06-15 | 1985-03-06 hijri or 2026-09-06 solar hijri        | calendar, hijri, solar-hijri
        1390-06-15 | 1970-08-18 hijri or 2011-09-06 solar hijri        | calendar, hijri, solar-hijri
        1435-06-15 | 2014-04-15 hijri                                  | calendar, hijri, solar-hijri
        2528-03-07 | 1985-03-07 buddhist                               | calendar, buddhist
        """
    )


def test_d11_a_solar_hijri_day_is_a_candidate(reads_days):
    reads_days(
        """
        words          | means                                      | flags
        1363/12/16     | 1944-12-01 hijri or 1985-03-07 solar hijri | calendar, hijri, solar-hijri
        ۱۳۶۳/۱۲/۱۶     | 1944-12-01 hijri or 1985-03-07 solar hijri | calendar, hijri, solar-hijri
        1363/12/16 ه.ش | 1985-03-07 solar hijri                     | solar-hijri
        ۱۶ اسفند ۱۳۶۳  | 1985-03-07 solar hijri                     | solar-hijri
        """
    )


def test_d13_names_of_months_are_read_in_many_languages(reads_days):
    reads_days(
        """
        words                | means      | flags
        7 March 1985         | 1985-03-07 |
        7th of March, 1985   | 1985-03-07 |
        March 7th, 1985      | 1985-03-07 |
        07MAR1985            | 1985-03-07 |
        Thursday, 7 March 1985 | 1985-03-07 |
        7 آذار 1985          | 1985-03-07 |
        ٧ آذار ١٩٨٥          | 1985-03-07 |
        7 مارس 1985 م        | 1985-03-07 |
        15 كانون الثاني 1985 | 1985-01-15 |
        15 تشرين الأول 1985  | 1985-10-15 |
        7 جويلية 1985        | 1985-07-07 |
        7 غشت 1985           | 1985-08-07 |
        7 марта 1985 г.      | 1985-03-07 |
        7-го марта 1985 года | 1985-03-07 |
        7 березня 1985 р.    | 1985-03-07 |
        7 mars 1985          | 1985-03-07 |
        1er juillet 1985     | 1985-07-01 |
        7 Mart 1985          | 1985-03-07 |
        7 Ağustos 1985       | 1985-08-07 |
        7 Nisan 1985         | 1985-04-07 |
        7 במרץ 1985          | 1985-03-07 |
        7 มีนาคม 2528        | 1985-03-07 buddhist | buddhist
        """
    )


def test_d13_hebrew_days_are_read_in_letters_and_digits(reads_days):
    reads_days(
        """
        words               | means             | flags
        ג׳ בניסן תשמ״ה      | 1985-03-25 hebrew | hebrew
        ג' ניסן ה'תשמ"ה     | 1985-03-25 hebrew | hebrew
        15 Nisan 5745       | 1985-04-06 hebrew | hebrew
        כ״ט באדר א׳ תשמ״ו   | 1986-03-10 hebrew | hebrew
        ה׳ באדר תשמ״ו       | 1986-02-14 hebrew or 1986-03-16 hebrew | adar, hebrew
        5745                | 1984-09-27..1985-09-16 year hebrew | calendar, hebrew
        """
    )


def test_d14_a_time_with_a_zone_moves_no_day(reads_days):
    reads_days(
        """
        words                     | means      | flags
        1985-03-07T23:30:00+02:00 | 1985-03-07 | time
        1985-03-07T22:00:00Z      | 1985-03-07 | time
        1985-03-07 00:00:00       | 1985-03-07 |
        07.03.1985 0:00           | 1985-03-07 |
        Thu Mar 07 1985 00:00:00 GMT+0200 (Israel Standard Time) | 1985-03-07 |
        """
    )


def test_d15_what_can_hardly_be_is_kept_and_flagged(reads_days):
    reads_days(
        """
        words      | means                        | flags
        2031-01-01 | 2031-01-01                   | future
        1893-01-01 | 1893-01-01                   | over-120
        age 133    | 1892-12-01..1893-12-01 range | age, over-120
        age -3     | nothing                      | unread, implausible-age
        age 240    | nothing                      | unread, implausible-age
        31/02/1985 | nothing                      | unread, no-such-day
        1985-02-29 | nothing                      | unread, no-such-day
        """
    )


def test_d17_nothing_given_is_missing_and_no_error(reads_days):
    reads_days(
        """
        words        | means   | flags
                     | nothing | missing
        N/A          | nothing | missing
        -            | nothing | missing
        —            | nothing | missing
        0000-00-00   | nothing | missing
        00/00/0000   | nothing | missing
        not known    | nothing | missing
        غير معروف    | nothing | missing
        لا يوجد      | nothing | missing
        не известно  | nothing | missing
        нет данных   | nothing | missing
        לא ידוע      | nothing | missing
        inconnu      | nothing | missing
        bilinmiyor   | nothing | missing
        نامعلوم      | nothing | missing
        dd/mm/yyyy   | nothing | missing
        """
    )


def test_d18_hidden_signs_and_other_hyphens_do_no_harm(reads_days):
    reads_days(
        """
        words                            | means      | flags
        <U+200F>07.03.1985<U+200E>       | 1985-03-07 |
        1985<U+2010>03<U+2010>07         | 1985-03-07 |
        1985<U+2212>03<U+2013>07         | 1985-03-07 |
        7<U+00A0>March<U+00A0>1985       | 1985-03-07 |
        7<U+202F>марта<U+2009>1985       | 1985-03-07 |
        <U+2067>7 آذار 1985<U+2069>      | 1985-03-07 |
        1985/<U+200F>03/<U+200F>07       | 1985-03-07 |
        """
    )


def test_d19_what_is_no_day_stays_text(reads_days):
    reads_days(
        """
        words                | means   | flags
        12345678901234567890 | nothing | unread, bare-number
        Monday               | nothing | unread
        الاثنين              | nothing | unread
        понедельник          | nothing | unread
        see passport         | nothing | unread
        """
    )


def test_d21_the_day_that_never_was_in_1900_is_flagged(reads_days):
    reads_days(
        """
        words      | means   | flags
        60         | nothing | unread, bare-number, serial, no-such-day
        1900-02-29 | nothing | unread, no-such-day
        """
    )


def test_days_that_offices_write_when_nobody_knows_are_told():
    defaults = ["1985-01-01", "1 July 1985", "31.12.1985", "1/1/1364 ه.ش", "1 رجب 1405"]
    others = ["1985-03-07", "1985", "January 1985", "age 45", "Monday"]

    assert all(births.is_default(births.read(words)) for words in defaults)
    assert not any(births.is_default(births.read(words)) for words in others)
