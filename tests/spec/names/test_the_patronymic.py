"""Eastern Slavic lists write the father as a patronymic, often with the family name first."""


def test_a_patronymic_is_known_by_its_ending(read_as):
    read_as(
        """
        name                       | parts
        Иван Петрович Соколов      | given name: Иван; patronymic: Петрович; family name: Соколов
        Соколов Иван Петрович      | given name: Иван; patronymic: Петрович; family name: Соколов
        Sokolova Anna Petrovna     | given name: Anna; patronymic: Petrovna; family name: Sokolova
        """
    )


def test_a_patronymic_that_one_list_lacks_says_nothing_against(one_person):
    one_person(
        """
        one                    | other
        Соколов Иван Петрович  | Ivan Sokolov
        Anna Petrovna Sokolova | Анна Соколова
        """
    )


def test_another_patronymic_is_another_person(two_people):
    two_people(
        """
        one                   | other
        Соколов Иван Петрович | Ivan Borisovich Sokolov
        """
    )


def test_russian_and_ukrainian_forms_are_one_name(one_person):
    one_person(
        """
        one                      | other
        Шевченко Дмитро Іванович | Шевченко Дмитрий Иванович
        Mykola Tkachenko         | Николай Ткаченко
        """
    )
