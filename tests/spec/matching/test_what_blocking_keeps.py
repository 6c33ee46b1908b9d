"""Not every pair is weighed, and hardly one that is one person's is left out."""

from homeward.invented import Style, people
from homeward.matching.core.blocking import candidates
from homeward.matching.core.record import Record
from homeward.matching.core.sides import sides

SIZE = 600


def test_nearly_all_pairs_across_scripts_are_kept_by_names_alone():
    everybody = people(31, SIZE)
    left = [Record(each.id, (each.name.written(Style.ARABIC),)) for each in everybody]
    right = [Record(each.id, (each.name.written(Style.RUSSIAN),)) for each in everybody]

    i, j = candidates(sides(left, right))

    assert int((i == j).sum()) >= 0.98 * SIZE
    assert len(i) < SIZE * SIZE / 4


def test_a_number_but_for_one_slip_is_kept_where_names_are_not_alike():
    from homeward.matching.core.record import Number

    everybody = people(32, SIZE)
    left = [Record(each.id, (each.name.written(Style.ENGLISH),)) for each in everybody]
    right = [Record(each.id, (each.name.written(Style.ENGLISH),)) for each in everybody]
    left[0] = Record("l", ("Qwertz Uiop",), numbers=(Number("A4471920"),))
    right[SIZE - 1] = Record("r", ("Zzyzx Road",), numbers=(Number("A4417920"),))

    i, j = candidates(sides(left, right))

    assert ((i == 0) & (j == SIZE - 1)).any()
