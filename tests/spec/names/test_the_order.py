"""Some lists put the family name first, with or without a comma."""


def test_a_comma_puts_the_family_name_first(read_as):
    read_as(
        """
        name            | parts
        Karimi, Leila   | given name: Leila; family name: Karimi
        """
    )


def test_the_same_parts_in_another_order_are_one_name(one_person):
    one_person(
        """
        one                     | other
        Karimi, Leila           | لیلا کریمی
        Karimi Leila            | Leila Karimi
        Коэн Давид              | דוד כהן
        Хаддад Самир Юсеф       | Samir Youssef Haddad
        """
    )


def test_father_and_son_with_their_names_exchanged_are_two(two_people):
    two_people(
        """
        one                       | other
        Khaled Samir Youssef Omar | Samir Youssef Khaled Omar
        """
    )
