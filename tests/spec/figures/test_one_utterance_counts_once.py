"""Origins are counted, never outlets; and one utterance contradicts nobody, not even itself."""

from homeward.ledger.core.corroboration import in_words, origins
from tests.spec.figures.tables import figures


def test_an_utterance_carried_by_two_statements_is_the_same(compared):
    compared(
        """
        figure | origin | number
        s02#1  | o1     | > 500
        s03#1  | o1     | > 500
        """,
        """
        a     | b     | verdict | why
        s02#1 | s03#1 | same    | s02#1 and s03#1 are one utterance: 501 or more.
        """,
    )


def test_one_list_counted_by_four_outlets_is_reported_differently_and_is_no_conflict(compared):
    """None of the four counts contradicts the official who says 491, as two of them agree with it."""
    compared(
        """
        figure | kind | number
        r01#1  | list | ~ 430
        r01#2  | list | ~ 500
        r01#3  | list | ~ 545
        r01#4  | list | ~ 345
        r02#1  | list | 491
        """,
        """
        a     | b     | verdict     | step    | why
        r01#1 | r01#2 | same        | origin  | One utterance, reported as about 430 and as about 500: both allow 450 to 473.
        r01#1 | r01#3 | cannot_tell | origin  | One utterance, reported as about 430 and as about 545: a reporting error; cannot tell which was said.
        r01#1 | r01#4 | cannot_tell | origin  | One utterance, reported as about 430 and as about 345: a reporting error; cannot tell which was said.
        r01#1 | r02#1 | cannot_tell | origin  | Cannot tell: r01#1 is reported otherwise by r01#2, which overlaps r02#1.
        r01#2 | r01#3 | same        | origin  | One utterance, reported as about 500 and as about 545: both allow 490 to 550.
        r01#2 | r01#4 | cannot_tell | origin  | One utterance, reported as about 500 and as about 345: a reporting error; cannot tell which was said.
        r01#2 | r02#1 | compatible  | overlap | r01#2 and r02#1 overlap: 491. About 500 may be 491 rounded.
        r01#3 | r01#4 | cannot_tell | origin  | One utterance, reported as about 545 and as about 345: a reporting error; cannot tell which was said.
        r01#3 | r02#1 | compatible  | overlap | r01#3 and r02#1 overlap: 491.
        r01#4 | r02#1 | cannot_tell | origin  | Cannot tell: r01#4 is reported otherwise by r01#2, which overlaps r02#1.
        """,  # noqa: E501
    )


def test_a_doubtful_origin_neither_contradicts_nor_confirms(compared):
    compared(
        """
        figure | origin | number
        h01#1  | o1     | 8
        h07#1  | o1?    | 8
        h08#1  | o1?    | 3
        """,
        """
        a     | b     | verdict     | why
        h01#1 | h07#1 | compatible  | h01#1 and h07#1 agree: 8. They may be one utterance.
        h01#1 | h08#1 | cannot_tell | Cannot tell: h01#1 and h08#1 do not overlap (gap 5), but they may be one utterance.
        h07#1 | h08#1 | cannot_tell | Cannot tell: h07#1 and h08#1 do not overlap (gap 5), but they may be one utterance.
        """,
    )


def test_origins_are_counted_as_a_range_where_a_link_is_doubtful():
    table = """
        figure | origin | derived | withdrawn | number
        s01#1  | o1     |         |           | 8
        s02#1  | o1     |         |           | 8
        s03#1  | o2     |         |           | 8
        s04#1  | o1?    |         |           | 8
        s05#1  | o3?    |         |           | 8
        s06#1  | o4     | yes     |           | 8
        s07#1  | o5     |         | yes       | 8
    """
    voices = figures(table)
    assert origins(voices[:2]) == (1, 1)
    assert origins(voices[:3]) == (2, 2)
    assert origins(voices[:4]) == (2, 3)
    assert origins(voices[:5]) == (3, 4)
    assert origins(voices) == (3, 4)
    assert in_words(origins(voices)) == "3 to 4 origins"
    assert origins([]) == (0, 0)


def test_behind_repeaters_alone_there_is_one_origin_at_least():
    repeaters = figures(
        """
        figure | origin | derived | number
        s01#1  | o1     | yes     | 8
        s02#1  | o2     | yes     | 8
        """
    )
    assert origins(repeaters[:1]) == (1, 1)
    assert origins(repeaters) == (1, 2)
