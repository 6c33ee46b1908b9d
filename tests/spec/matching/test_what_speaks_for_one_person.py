"""A name and something beside it: a day of birth, a paper, a household."""


def test_name_and_day_of_birth_across_scripts_are_one_person(is_told):
    is_told(
        """
        one                                | other                         | verdict
        Layla Haddad; 1985-03-07           | ليلى حداد; 1985-03-07          | same
        Хаддад Лейла; 1985-03-07           | ليلى حداد; 1985-03-07          | same
        Layla Haddad; A4471920             | ليلى حداد; A4471920            | same
        """
    )


def test_households_that_match_one_to_one_speak_for_it(speaks):
    speaks(
        """
        one | other | field | level | says
        Omar Kandil; family: Salma Kandil, Nadir Kandil | عمر قنديل; family: سلمى قنديل, نادر قنديل | household | all | for
        """
    )


def test_a_slip_of_the_hand_still_speaks_for_it(speaks):
    speaks(
        """
        one                              | other                          | field  | level                   | says
        Layla Haddad; A4471920           | ليلى حداد; A4417920             | number | one typing error        | for
        Layla Haddad; A4471920           | ليلى حداد; A447192O             | number | one typing error        | for
        Layla Haddad; 1985-03-07         | ليلى حداد; 1985-07-03           | birth  | day and month exchanged | for
        Layla Haddad; 1985-03-07         | ليلى حداد; 1985-03-01           | birth  | one digit differs       | for
        """
    )


def test_a_name_alone_is_never_said_to_be_one_person(is_told):
    is_told(
        """
        one                         | other                        | verdict
        Zaynab Abu Ghosh            | زينب أبو غوش                  | doubtful
        Zaynab Abu Ghosh; F; PSE    | زينب أبو غوش; F; PSE          | doubtful
        """
    )
