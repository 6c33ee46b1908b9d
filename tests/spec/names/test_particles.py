"""Titles are set aside; articles, bin, Abd and compounds belong to the part that they stand before."""

from homeward.names import Index, read


def test_titles_are_set_aside():
    found = read("Dr. Khaled Haddad")

    assert [part.text for part in found.titles] == ["Dr."]
    assert [part.text for part in found.parts] == ["Khaled", "Haddad"]


def test_a_title_alone_is_not_complete():
    assert not read("Dr.").complete


def test_bin_names_the_father(read_as):
    read_as(
        """
        name                   | parts
        Khaled bin Samir Haddad | given name: Khaled; father's name: Samir; family name: Haddad
        خالد بن سمير حداد      | given name: خالد; father's name: سمير; family name: حداد
        """
    )


def test_the_article_may_be_there_or_not(one_person):
    one_person(
        """
        one                 | other             | why
        Мохаммед Ал-Наджар  | محمد النجار       | usual spelling
        Samir Najjar        | سمير النجار       | article
        סמיר אל-נג'אר       | Samir al-Najjar   |
        """
    )


def test_abd_is_one_part_with_what_it_serves(one_person):
    one_person(
        """
        one                      | other
        Abd al-Rahman Khalil     | عبدالرحمن خليل
        Abdelrahman Khalil       | عبد الرحمن خليل
        Абдуррахман Халиль       | عبد الرحمن خليل
        """
    )


def test_short_forms_are_the_name(one_person):
    one_person(
        """
        one           | other               | why
        Катя Соколова | Ekaterina Sokolova  | short form
        """
    )


def test_a_beginning_like_that_of_alexander_is_no_article(one_person):
    one_person(
        """
        one             | other
        אלכסנדר לוי     | Alexander Levi
        אליעזר כהן      | Eliezer Cohen
        ألكسندر حداد    | Alexander Haddad
        בריאן ג'יי לוי  | Brian J. Levi
        """
    )


def test_one_part_that_is_the_same_word_is_surely_found():
    ((hit,),) = Index(["Omar Darvish"]).search(["Omar"], 1)

    assert hit.score > 0.9
