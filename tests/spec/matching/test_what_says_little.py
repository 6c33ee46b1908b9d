"""What many share says little, and what is missing says nothing."""

from homeward.matching.core.fields import FIELDS, MISSING


def test_names_that_many_bear_say_less(held):
    common, rare = held("Mohammed Ahmed; 1990", "محمد أحمد; 1990"), held("Zaynab Abu Ghosh; 1990", "زينب أبو غوش; 1990")

    assert common is not None
    assert rare is not None
    assert common.bits[0] < rare.bits[0]
    assert common.weight < rare.weight


def test_a_day_that_stands_for_an_unknown_one_says_little_more_than_the_year(held):
    day, stand_in = (held(f"Layla Haddad; 1985-{day}", f"ليلى حداد; 1985-{day}") for day in ("03-07", "01-01"))

    assert day is not None
    assert stand_in is not None
    assert stand_in.bits[FIELDS.index("birth")] < day.bits[FIELDS.index("birth")] - 3


def test_a_day_that_stands_for_an_unknown_one_is_not_enough_beside_a_name(is_told):
    is_told(
        """
        one                          | other                     | verdict
        Mohammed Ahmed; 1990-01-01   | محمد أحمد; 1990-01-01      | doubtful
        """
    )


def test_what_is_missing_says_nothing(held):
    pair = held("Layla Haddad; 1985-03-07", "ليلى حداد; 1985-03-07")

    assert pair is not None
    for level, bits in zip(pair.levels, pair.bits, strict=True):
        assert (level == MISSING) == (bits == 0)


def test_whoever_has_nothing_to_be_compared_by_is_nobody_on_the_other_list():
    from homeward.matching.core.record import Record
    from homeward.matching.engines import link

    linked = link([Record("a")], [Record("b"), Record("c", ("Layla Haddad",))])

    assert linked.nobody["a"] > 0.3
    assert all(pair.probability < 0.5 for pair in linked.pairs)
