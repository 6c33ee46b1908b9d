"""What one list leaves out says little; what both lists say differently says much."""


def test_a_father_that_one_list_leaves_out_says_nothing_against(one_person):
    one_person(
        """
        one                       | other
        خالد سمير يوسف حداد       | Khaled Haddad
        Khaled Samir Haddad       | خالد سمير يوسف حداد
        """
    )


def test_another_father_is_another_person(two_people):
    two_people(
        """
        one                 | other
        خالد سمير حداد      | Khaled Mahmoud Haddad
        """
    )


def test_another_grandfather_is_another_person(two_people):
    two_people(
        """
        one                  | other
        خالد سمير يوسف حداد  | Khaled Samir Mahmoud Haddad
        """
    )


def test_brothers_and_sisters_are_two(two_people):
    two_people(
        """
        one                 | other                 | why
        خالد سمير حداد      | Mahmoud Samir Haddad  | two different given names
        Anna Sokolova       | Иван Соколов          | two different given names
        """
    )


def test_a_bare_one_word_name_is_compared_with_each_part(one_person):
    one_person(
        """
        one    | other
        Haddad | حداد
        """
    )


def test_another_family_name_is_not_passed_by_as_a_father(two_people):
    two_people(
        """
        one          | other       | why
        سمير حداد    | Samir Najjar | two different family names
        """
    )
