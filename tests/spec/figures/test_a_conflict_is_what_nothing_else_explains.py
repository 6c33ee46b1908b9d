"""The same measure, people, unit, kind and time, other speakers, and numbers that do not overlap."""


def test_six_or_five_buses_burned_is_a_conflict(compared):
    """a04: two voices on one day about the same buses."""
    compared(
        """
        figure | measure | of    | kind | unit | as of      | said       | number
        l06#1  | burned  | buses | flow | bus  | 2016-12-18 | 2016-12-18 | 6
        l07#1  | burned  | buses | flow | bus  | 2016-12-18 | 2016-12-18 | 5
        """,
        """
        a     | b     | verdict  | gap | why
        l06#1 | l07#1 | conflict | 1   | l06#1 and l07#1 do not overlap: gap 1; 1 origin against 1.
        """,
    )


def test_4000_or_2500_promised_from_one_place_is_a_conflict(compared):
    """a05: two accounts of what one deal promises; what was carried out of it is another measure and no conflict."""
    compared(
        """
        figure | measure     | kind       | as of      | modality | number
        l09#1  | to evacuate | plan       | 2016-12-17 | promised | 4000
        l10#1  | to evacuate | plan       | 2016-12-17 | promised | 2500
        l15#1  | evacuated   | cumulative | 2016-12-19 | asserted | 750
        """,
        """
        a     | b     | verdict  | gap  | why
        l09#1 | l10#1 | conflict | 1500 | l09#1 and l10#1 do not overlap: gap 1,500; 1 origin against 1.
        """,
    )


def test_a_conflict_counts_the_origins_on_both_sides(compared):
    compared(
        """
        figure | origin | number
        s01#1  | o1     | 100
        s02#1  | o2     | ~ 100
        s03#1  | o2?    | 99 to 101
        s04#1  | o3     | 130
        """,
        """
        a     | b     | verdict    | why
        s01#1 | s02#1 | compatible | s01#1 and s02#1 overlap: 100. About 100 may be 100 rounded.
        s01#1 | s03#1 | compatible | s01#1 and s03#1 overlap: 100.
        s01#1 | s04#1 | conflict   | s01#1 and s04#1 do not overlap: gap 30; 2 to 3 origins against 1.
        s02#1 | s03#1 | compatible | s02#1 and s03#1 overlap: 99 to 101. They may be one utterance.
        s02#1 | s04#1 | conflict   | s02#1 and s04#1 do not overlap: gap 20; 2 to 3 origins against 1.
        s03#1 | s04#1 | conflict   | s03#1 and s04#1 do not overlap: gap 29; 2 to 3 origins against 1.
        """,
    )


def test_none_left_and_thousands_left_are_counts_of_different_people(compared):
    """a06: the contradiction is one that a statement says; the figures alone count different people."""
    compared(
        """
        figure | measure   | of                 | as of      | number
        l03#1  | remaining | women and children | 2016-12-16 | 0
        l04#1  | remaining | people of the city | 2016-12-18 | > 2000
        """
    )


def test_if_women_and_children_were_said_to_be_part_of_them_zero_is_a_possible_part(compared):
    compared(
        """
        figure | measure   | of                 | number
        l03#1  | remaining | women and children | 0
        l04#1  | remaining | people of the city | > 2000
        """,
        "a | b | verdict\nl03#1 | l04#1 | part_of",
        part_of=[("women and children", "people of the city")],
    )


def test_about_600_and_more_than_500_are_compatible(compared):
    compared(
        """
        figure | number
        s02#2  | > 500
        s04#1  | ~ 600
        """,
        """
        a     | b     | verdict    | why
        s02#2 | s04#1 | compatible | s02#2 and s04#1 overlap: 540 to 660.
        """,
    )


def test_70_and_250_are_69_and_249_rounded(compared):
    """b05: about is not exactly."""
    compared(
        """
        figure | of        | kind | as of      | number
        f5#1   | southward | flow | 2023-04-14 | 249
        f5#2   | northward | flow | 2023-04-14 | 69
        f6#1   | northward | flow | 2023-04-14 | ~ 70
        f6#2   | southward | flow | 2023-04-14 | ~ 250
        """,
        """
        a    | b    | verdict    | why
        f5#1 | f6#2 | compatible | f5#1 and f6#2 overlap: 249. About 250 may be 249 rounded.
        f5#2 | f6#1 | compatible | f5#2 and f6#1 overlap: 69. About 70 may be 69 rounded.
        """,
    )


def test_what_is_counted_in_another_unit_or_kind_is_not_comparable(compared):
    compared(
        """
        figure | kind  | unit | number
        s01#1  | stock |      | 40
        s02#1  | stock | bus  | 2
        s03#1  | list  |      | 50
        """,
        """
        a     | b     | verdict        | step | why
        s01#1 | s02#1 | not_comparable | unit | Person and bus: not comparable.
        s01#1 | s03#1 | not_comparable | kind | A stock and a list: not comparable.
        s02#1 | s03#1 | not_comparable | unit | Bus and person: not comparable.
        """,
    )


def test_units_that_can_be_converted_are(compared):
    compared(
        """
        figure | unit | number
        s01#1  | hour | 48
        s02#1  | days | 2
        s03#1  | day  | 3
        """,
        """
        a     | b     | verdict
        s01#1 | s02#1 | compatible
        s01#1 | s03#1 | conflict
        s02#1 | s03#1 | conflict
        """,
    )


def test_people_counted_by_another_rule_are_split_differently(compared):
    compared(
        """
        figure | kind | counting                   | number
        s01#1  | flow | dual citizens as citizens  | 13
        s02#1  | flow | dual citizens as foreigners | 11
        s03#1  | flow |                            | 12
        """,
        """
        a     | b     | verdict         | why
        s01#1 | s02#1 | different_split | Counted by different rules (dual citizens as citizens; dual citizens as foreigners): the same people, split differently.
        s01#1 | s03#1 | cannot_tell     | Cannot tell: s01#1 and s03#1 do not overlap (gap 1), but s03#1 does not say by which rule it counts.
        s02#1 | s03#1 | cannot_tell     | Cannot tell: s02#1 and s03#1 do not overlap (gap 1), but s03#1 does not say by which rule it counts.
        """,  # noqa: E501
    )


def test_a_demand_a_denial_and_a_forecast_contradict_no_count(compared):
    compared(
        """
        figure | modality | number
        s01#1  | asserted | 3
        s02#1  | demanded | 8
        s03#1  | denied   | 20
        s04#1  | expected | 40
        """,
        """
        a     | b     | verdict        | why
        s01#1 | s02#1 | not_comparable | 3 asserted and 8 demanded: not comparable.
        s01#1 | s03#1 | not_comparable | 3 asserted and 20 denied: not comparable.
        s01#1 | s04#1 | cannot_tell    | Cannot tell: s01#1 and s04#1 do not overlap (gap 37), but s04#1 says only what is expected.
        s02#1 | s03#1 | not_comparable | 8 demanded and 20 denied: not comparable.
        s02#1 | s04#1 | not_comparable | 8 demanded and 40 expected: not comparable.
        s03#1 | s04#1 | not_comparable | 20 denied and 40 expected: not comparable.
        """,
    )
