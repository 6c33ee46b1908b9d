import pytest

from homeward.moments import UnknownZone, zone


@pytest.mark.parametrize(
    ("words", "name", "note"),
    [
        ("Asia/Gaza", "Asia/Gaza", None),
        (" Asia/Gaza ", "Asia/Gaza", None),
        ("UTC", "UTC", None),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires", None),
        ("Asia/Gaza (UTC+2)", "Asia/Gaza", "Times are read in Asia/Gaza; left aside: '(UTC+2)'."),
        ("UTC+3, Asia/Damascus", "Asia/Damascus", "Times are read in Asia/Damascus; left aside: 'UTC+3,'."),
        ("Asia/Aden / Asia/Riyadh", "Asia/Aden", "Times are read in Asia/Aden; left aside: '/ Asia/Riyadh'."),
        ("Mars/Olympus, Asia/Gaza", "Asia/Gaza", "Times are read in Asia/Gaza; left aside: 'Mars/Olympus,'."),
        (
            "asia/gaza UTC+2",
            "Asia/Gaza",
            "Times are read in Asia/Gaza, which was written 'asia/gaza'; left aside: 'UTC+2'.",
        ),
        ("asia/gaza", "Asia/Gaza", "Times are read in Asia/Gaza, which was written 'asia/gaza'."),
    ],
)
def test_the_first_known_name_counts_and_a_note_says_what_else_stood_there(words, name, note):
    found, said = zone(words)

    assert found.key == name
    assert said == note


@pytest.mark.parametrize(
    "words", ["", "UTC+2", "GMT +3", "+02:00", "Gaza", "Mars/Olympus", "../../etc/passwd", "posix/Asia/Gaza"]
)
def test_offsets_and_unknown_names_are_refused_since_they_are_wrong_across_a_change_of_clocks(words):
    with pytest.raises(UnknownZone) as refused:
        zone(words)
    assert refused.value.instead == "Write an IANA name, for example Asia/Gaza."
