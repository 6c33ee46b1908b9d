"""Names as they really come: the text is kept as given, the key folds what means nothing, a person is warned of the rest."""

import pytest

from homeward.names import Index, cautions, compare, key, read


def test_n01_to_n15_marks_seats_and_signs_fold_in_the_key(same_key):
    same_key(
        """
        one                | other
        محـمـد             | محمد
        مُحَمَّد           | محمد
        أحمد               | احمد
        آدم                | ادم
        ٱحمد               | احمد
        فاطمة              | فاطمه
        José               | José
        <U+200F>محمد<U+200E> | محمد
        Sa<U+200B>mir      | Samir
        Sa<U+00AD>mir      | Samir
        ﻣﺤﻤﺪ               | محمد
        """
    )


def test_n05_and_n06_endings_and_seats_of_hamza_are_one_name(one_person):
    one_person(
        """
        one           | other
        فؤاد حداد     | فواد حداد
        فاطمة خليل    | فاطمه خليل
        """
    )


def test_n07_abd_allah_in_one_word_or_two_is_one_name(one_person):
    one_person(
        """
        one             | other
        عبد الله حداد   | عبدالله حداد
        Abd Allah Haddad | Abdallah Haddad
        """
    )


def test_n10_one_letter_can_make_another_name(two_people):
    assert key("Mohammad") != key("Mahmoud")
    two_people(
        """
        one             | other
        Mohammad Khalil | محمود خليل
        """
    )


def test_n11_to_n31_what_is_hidden_or_broken_is_told(warns):
    warns(
        """
        name                       | caution
        Samir<U+202E>daddaH        | direction
        <U+2067>سمير<U+2069> Haddad | isolate
        Sa<U+200B>mir              | invisible
        Sаmir                      | mixed
        Самир                      |
        ΑΝΝΑ                       | look-alike
        Samir <U+1F600>            | symbol
        Sam<U+FFFD>r               | damaged
        Sam<U+0007>r               | control
        Sam<U+0000>ir              | control
        Samir / Khaled             | several
        =Samir                     | formula
        <U+FF1D>Samir              | formula
        <U+200E>@Samir             | formula
        <U+200B><U+200E>           | empty invisible
        N.N.                       | unnamed
        Samir Haddad               |
        """
    )


def test_n18_a_whole_name_in_another_script_is_no_look_alike(one_person):
    one_person(
        """
        one          | other
        Anna Romanova | Анна Романова
        """
    )


def test_n22_many_marks_on_a_letter_are_told():
    name = "Sa" + "\u0301" * 60 + "mir"

    assert [caution.code for caution in cautions(name)] == ["marks"]
    assert read(name).text == name


def test_n23_a_long_name_is_not_cut_and_a_very_long_one_is_asked_about():
    assert read("a" * 300).text == "a" * 300
    assert [caution.code for caution in cautions("Sami " * 300)] == ["long"]


def test_n25_ligatures_and_numerals_fold_in_the_key_only(same_key):
    same_key(
        """
        one      | other
        Steﬀen   | Steffen
        Karl Ⅻ   | Karl XII
        Åke      | Åke
        """
    )
    assert read("Steﬀen").text == "Steﬀen"


def test_n26_dotted_and_dotless_i_stay_two_letters():
    assert key("Işık") != key("Işik")
    assert key("İnci") == key("inci")


def test_n33_spaces_of_all_kinds_fold(same_key):
    same_key(
        """
        one                       | other
        Samir<U+00A0><U+2003>Haddad | Samir Haddad
        Samir<U+0009>Haddad       | Samir Haddad
        """
    )


def test_n34_an_alias_is_kept_as_an_alias():
    assert read("Samir Haddad\naka Abu Khalil").aliases == ("Abu Khalil",)
    assert [part.text for part in read("Samir Haddad aka Sam").parts] == ["Samir", "Haddad"]


def test_n38_people_without_a_name_are_never_one_person():
    assert compare("N.N.", "N.N.").score == 0
    assert "names nobody" in compare("unknown male 30", "unknown male 30").why
    assert not read("unknown male 30").complete


@pytest.mark.parametrize(
    "name",
    ["NULL", "None", "NaN", "true", "\\N", "' OR 1=1 --", "<script>x</script>", "{{7*7}}", "../../x", "&lt;b&gt;"],
)
def test_n43_to_n53_what_means_something_to_a_machine_is_only_text(name):
    assert read(name).text == name
    assert compare(name, name).score > 0.5


@pytest.mark.parametrize("name", ["", " ", "\u200b", "\ud800", "\x00", "'", "-", "(", "/", "٣", "7"])
def test_n55_nothing_that_can_be_typed_breaks_a_search_or_a_comparison(name):
    assert 0 <= compare(name, "Samir Haddad").score <= 1
    assert len(Index(["Samir Haddad", name]).search([name, "Samir"], 2)) == 2


def test_n55_a_name_of_invisible_signs_is_empty():
    assert compare("\u200b\u200e", "\u200b\u200e").score == 0
