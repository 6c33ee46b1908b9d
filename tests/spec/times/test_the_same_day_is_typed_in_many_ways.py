import pytest

from homeward.moments import Precision, in_words, read
from tests.spec.times.cast import GAZA


@pytest.mark.parametrize(
    "words",
    [
        "2023\u201011\u201004",  # hyphens that are not ASCII
        "2023\u201111\u201104",
        "2023\u201311\u201304",
        "2023\u221211\u221204",
        "\u200f2023-11-04\u200e",  # marks of direction
        "\u20672023-11-04\u2069",
        "\ufeff2023-11-04",
        "\u00a02023-11-04\u202f",  # spaces that do not break
        "4\u00a0Nov\u00a02023",
        "  4   Nov\n2023 ",
        "4 NOVEMBER 2023",
        "4 nov. 2023.",
        "٢٠٢٣-١١-٠٤",  # Arabic-Indic digits
        "۲۰۲۳-۱۱-۰۴",  # Eastern Arabic digits
        "٤ نوفمبر ٢٠٢٣",
        "4 تشرين الثاني 2023",
        "4 ноября 2023",
        "4 נובמבר 2023",
        "4 בנובמבר 2023",
    ],
)
def test_marks_digits_hyphens_spaces_and_letters_of_other_scripts_change_nothing(words):
    interval = read(words, GAZA)

    assert interval.precision is Precision.DAY
    assert in_words(interval, GAZA) == "4 Nov 2023"
    assert interval.words == words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("آذار 2023", "Mar 2023"),
        ("أيار 2023", "May 2023"),
        ("كانون الأول 2023", "Dec 2023"),
        ("كانون الثاني 2023", "Jan 2023"),
        ("мая 2023", "May 2023"),
        ("באוקטובר 2023", "Oct 2023"),
        ("2023-11-~٠٤", "about 4 Nov 2023"),
        ("2023-11-25T~٢١:٠٠", "about 25 Nov 2023 21:00"),
    ],
)
def test_months_are_known_by_the_names_they_have_in_the_region(words, said):
    assert in_words(read(words, GAZA), GAZA) == said
