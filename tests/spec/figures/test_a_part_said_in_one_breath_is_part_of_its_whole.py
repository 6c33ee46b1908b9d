"""A whole and its part are two numbers of one sentence, and no reporting error."""


def test_500_of_900_are_part_of_them(compared):
    """The list holds more than 900 people; more than 500 of them are citizens."""
    compared(
        """
        figure | of                     | number | part of
        s02#1  | all people on the list | > 900  |
        s02#2  | citizens on the list   | > 500  | all people on the list
        """,
        """
        a     | b     | verdict | about | why
        s02#1 | s02#2 | part_of | s02#2 | s02#2 is part of s02#1, said in one breath.
        """,
    )


def test_a_part_of_another_speaker_is_told_with_its_whole(compared):
    compared(
        """
        figure | of       | number
        s02#1  | listed   | > 900
        s04#1  | citizens | ~ 600
        """,
        """
        a     | b     | verdict | why
        s02#1 | s04#1 | part_of | s04#1 is part of s02#1: citizens among listed.
        """,
        part_of=[("citizens", "listed")],
    )


def test_a_part_greater_than_its_whole_is_an_arithmetic_fault(compared):
    compared(
        """
        figure | of       | number | part of
        s02#1  | listed   | 600    |
        s02#2  | citizens | > 700  | listed
        """,
        """
        a     | b     | verdict          | gap | why
        s02#1 | s02#2 | arithmetic_fault | 101 | s02#2 is part of s02#1, said in one breath, and yet the part gives more than 700, the whole says 600: 101 too many.
        """,  # noqa: E501
    )


def test_an_open_part_may_lie_within_a_closed_whole(compared):
    """More than 500 of exactly 900 is possible, though more than 500 has no upper end."""
    compared(
        """
        figure | of       | number | part of
        s02#1  | listed   | 900    |
        s02#2  | citizens | > 500  | listed
        """,
        """
        a     | b     | verdict
        s02#1 | s02#2 | part_of
        """,
    )


def test_the_children_of_one_day_are_no_part_of_the_people_of_another(compared):
    compared(
        """
        figure | of       | kind | as of      | number | part of
        r04#1  | children | flow | 2023-11-02 | 72     | people
        r08#1  | people   | flow | 2023-11-04 | 0      |
        """
    )


def test_a_part_carries_on_through_a_chain(compared):
    compared(
        """
        figure | of       | number
        s01#1  | everyone | 100
        s02#1  | infants  | 120
        """,
        """
        a     | b     | verdict
        s01#1 | s02#1 | arithmetic_fault
        """,
        part_of=[("infants", "children"), ("children", "everyone")],
    )


def test_two_populations_each_part_of_the_other_cannot_be_told(compared):
    compared(
        """
        figure | of    | number
        s01#1  | north | 100
        s02#1  | south | 120
        """,
        """
        a     | b     | verdict     | why
        s01#1 | s02#1 | cannot_tell | Cannot tell: north and south are each said to be part of the other.
        """,
        part_of=[("north", "south"), ("south", "north")],
    )


def test_names_that_sound_alike_are_two_populations_until_somebody_says_otherwise(compared):
    table = """
        figure | of                     | number
        s01#1  | citizens on the list   | 500
        s02#1  | citizens               | 900
    """
    compared(table)
    compared(table, "a | b | verdict\ns01#1 | s02#1 | conflict", equal=[("citizens", "citizens on the list")])
