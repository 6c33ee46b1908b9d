"""Another given name, another year, another paper."""


def test_another_given_name_speaks_against_whatever_else_agrees(speaks):
    speaks(
        """
        one                                    | other                                | field | level | says
        Omar Kandil; 2012-05-06; A4471922      | سالم قنديل; 2012-05-06; A4471922      | given | other | against
        """
    )


def test_another_year_of_birth_speaks_against(speaks):
    speaks(
        """
        one                      | other                 | field | level      | says
        Layla Haddad; 1985-03-07 | ليلى حداد; 1961-10-22 | birth | other year | against
        """
    )


def test_a_year_that_fits_does_not_contradict_a_day(speaks):
    speaks(
        """
        one                        | other                      | field | level         | says
        Layla Haddad; 1985         | ليلى حداد; 1985-03-07       | birth | years overlap | for
        """
    )
