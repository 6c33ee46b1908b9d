"""Abu and Umm with a child's name stand for a person among people who know them; the same words begin family names."""


def test_a_kunya_is_read_as_one_part(read_as):
    read_as(
        """
        name      | parts
        Abu Ahmad | kunya: Abu Ahmad
        أبو أحمد  | kunya: أبو أحمد
        Umm Salma | kunya: Umm Salma
        """
    )


def test_abu_at_the_end_begins_a_family_name(read_as):
    read_as(
        """
        name             | parts
        Yousef Abu Samra | given name: Yousef; family name: Abu Samra
        يوسف أبو سمرة    | given name: يوسف; family name: أبو سمرة
        """
    )


def test_the_same_kunya_in_two_scripts_may_be_one_person(one_person):
    one_person(
        """
        one       | other
        أبو أحمد  | Abu Ahmad
        Абу Юсуф  | أبو يوسف
        """
    )


def test_another_child_is_another_kunya(two_people):
    two_people(
        """
        one      | other
        أبو أحمد | Abu Khalil
        """
    )
