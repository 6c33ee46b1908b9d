"""Relatives share nearly everything, and are two people."""


def test_brothers_and_sisters_are_two_people(is_told):
    is_told(
        """
        one | other | verdict
        Omar Khaled Kandil; 2012-05-06; family: Salem Kandil | سالم خالد قنديل; 2014-08-19; family: عمر قنديل | different
        Khaled Samir Kandil; 1980-02-11 | عمر خالد سمير قنديل; 2005-06-30 | different
        """
    )


def test_twins_are_not_said_to_be_one_person(held):
    pair = held("Omar Khaled Kandil; 2012-05-06", "سالم خالد قنديل; 2012-05-06")

    assert pair is None or pair.probability < 0.5


def test_children_with_passports_in_a_row_are_not_said_to_be_one_person(held):
    pair = held("Omar Khaled Kandil; 2012-05-06; A4471922", "سالم خالد قنديل; 2015-09-14; A4471923")

    assert pair is None or pair.probability < 0.5


def test_one_number_for_a_whole_list_makes_nobody_the_same():
    from homeward.matching.core.record import Number, Record
    from homeward.matching.engines import link

    names = "Omar Salem Layla Huda Rami Nadir Salma Faten Basel Hiba".split()
    given_here = "عمر سالم ليلى هدى رامي نادر سلمى فاتن باسل هبة".split()
    left = [Record(f"l{at}", (f"{name} Kandil",), numbers=(Number("A4471922"),)) for at, name in enumerate(names)]
    right = [Record(f"r{at}", (f"{name} قنديل",), numbers=(Number("A4471922"),)) for at, name in enumerate(given_here)]

    linked = link(left, right)

    best = {pair.left: pair.right for pair in reversed(linked.pairs) if pair.probability > 0.5}
    assert all(one[1:] == other[1:] for one, other in best.items())
    assert len(set(best.values())) == len(best)
