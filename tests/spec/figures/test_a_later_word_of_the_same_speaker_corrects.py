"""Both numbers stay; the later one is current from the time it was said."""


def test_361_replaces_335(compared):
    compared(
        """
        figure | kind | speaker         | said       | number
        r02#1  | flow | border official | 2023-11-01 | 335
        r03#1  | flow | border official | 2023-11-02 | 361
        """,
        """
        a     | b     | verdict   | about | why
        r02#1 | r03#1 | corrected | r02#1 | 361 replaces 335: same speaker, later.
        """,
    )


def test_a_number_that_was_replaced_conflicts_with_nobody(compared):
    compared(
        """
        figure | kind | speaker         | said       | number
        r02#1  | flow | border official | 2023-11-01 | 335
        r03#1  | flow | border official | 2023-11-02 | 361
        r05#1  | flow | embassy         | 2023-11-02 | 361
        """,
        """
        a     | b     | verdict    | about | why
        r02#1 | r03#1 | corrected  | r02#1 | 361 replaces 335: same speaker, later.
        r02#1 | r05#1 | stale      | r02#1 | r02#1 is no longer its speaker's number: it was replaced.
        r03#1 | r05#1 | compatible |       | r03#1 and r05#1 agree: 361.
        """,
    )


def test_whoever_says_so_corrects_a_statement_or_one_of_its_figures(compared):
    compared(
        """
        figure | kind | of       | corrects | number
        s01#1  | flow | people   |          | 88
        s01#2  | flow | wounded  |          | 76
        s02#1  | flow | people   | s01      | 107
        s03#1  | flow | patients | s01#2    | 46
        """,
        """
        a     | b     | verdict   | about | why
        s01#1 | s02#1 | corrected | s01#1 | 107 replaces 88: s02 says so.
        s01#2 | s03#1 | corrected | s01#2 | 46 replaces 76: s03 says so.
        """,
    )


def test_one_speaker_with_two_numbers_on_one_day_is_asked(compared):
    compared(
        """
        figure | kind | speaker  | said       | number
        s01#1  | flow | ministry | 2023-11-01 | 5
        s02#1  | flow | ministry | 2023-11-01 | 6
        """,
        """
        a     | b     | verdict     | why
        s01#1 | s02#1 | cannot_tell | Cannot tell: one speaker gives 5 and 6, and which came later is not known.
        """,
    )


def test_a_number_said_twice_is_the_same(compared):
    compared(
        """
        figure | speaker  | said       | number
        s01#1  | ministry | 2023-11-01 | 639
        s02#1  | ministry | 2023-11-03 | 639
        """,
        """
        a     | b     | verdict | why
        s01#1 | s02#1 | same    | s01#1 and s02#1 are one speaker's number, said twice: 639.
        """,
    )


def test_a_total_that_its_own_speaker_lowers_is_a_correction(compared):
    compared(
        """
        figure | kind       | speaker  | as of      | said       | number
        s01#1  | cumulative | ministry | 2023-11-01 | 2023-11-01 | 1400
        s02#1  | cumulative | ministry | 2023-11-10 | 2023-11-10 | 1200
        """,
        """
        a     | b     | verdict   | about | why
        s01#1 | s02#1 | corrected | s01#1 | 1,200 replaces 1,400: same speaker, later.
        """,
    )


def test_what_was_withdrawn_is_held_against_nobody(compared):
    compared(
        """
        figure | withdrawn | number
        s01#1  | yes       | 5
        s02#1  |           | 50
        """,
        """
        a     | b     | verdict        | about | why
        s01#1 | s02#1 | not_comparable | s01#1 | s01#1 was withdrawn: not held against others.
        """,
    )


def test_the_older_word_of_a_speaker_is_stale_where_the_times_are_blurred(compared):
    compared(
        """
        figure | speaker    | as of       | said       | number
        h03#1  | ambassador | 2023-10-~30 | 2023-10-30 | 3
        h04#1  | ambassador | 2023-11-01  | 2023-11-01 | 5 to 6
        """,
        """
        a     | b     | verdict | about | why
        h03#1 | h04#1 | stale   | h03#1 | h03#1 is the older word of the same speaker.
        """,
    )


def test_a_correction_of_a_statement_replaces_day_by_day(compared):
    compared(
        """
        figure | kind | as of      | corrects | number
        s01#1  | flow | 2023-11-01 |          | 335
        s02#1  | flow | 2023-11-01 | s01      | 361
        s02#2  | flow | 2023-11-02 | s01      | 344
        """,
        """
        a     | b     | verdict
        s01#1 | s02#1 | corrected
        s01#1 | s02#2 | not_comparable
        s02#1 | s02#2 | not_comparable
        """,
    )


def test_a_day_that_nobody_gave_does_not_keep_a_correction_away(compared):
    compared(
        """
        figure | kind | as of      | inferred | corrects | number
        s01#1  | flow | 2023-11-01 | yes      |          | 335
        s02#1  | flow | 2023-11-02 | yes      | s01      | 361
        """,
        "a | b | verdict\ns01#1 | s02#1 | corrected",
    )


def test_a_later_voice_of_the_same_party_may_replace_an_earlier_one(compared):
    compared(
        """
        figure | kind | party  | said       | number
        s01#1  | flow | agency | 2023-11-01 | 335
        s02#1  | flow | agency | 2023-11-02 | 361
        """,
        """
        a     | b     | verdict     | why
        s01#1 | s02#1 | cannot_tell | Cannot tell: s01#1 and s02#1 do not overlap (gap 26), but both speak for one party, and s02#1 may replace s01#1.
        """,  # noqa: E501
    )
