"""An initial fits or does not fit; it is never as good as a name."""

from homeward.names import compare


def test_an_initial_fits_the_name_that_begins_with_its_sound(one_person):
    one_person(
        """
        one        | other        | why
        L. Karimi  | لیلا کریمی   | initial fits
        Д. Коэн    | David Cohen  | initial fits
        """
    )


def test_another_initial_is_another_person(two_people):
    two_people(
        """
        one        | other       | why
        M. Cohen   | דוד כהן     | initial does not fit
        """
    )


def test_a_name_in_full_is_better_than_its_initial():
    assert compare("David Cohen", "דוד כהן").score > compare("D. Cohen", "דוד כהן").score
