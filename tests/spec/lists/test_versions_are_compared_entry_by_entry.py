"""Of each entry it is told whether it stayed, moved, was corrected or changed, came or went; what is doubtful is never joined."""

from __future__ import annotations

from homeward.lists.core.diff import Difference, How, difference
from homeward.lists.core.entry import Entry
from tests.spec.lists.tables import looked


def compared(before: str, after: str) -> Difference:
    return difference(*(tuple(Entry(row.number, row.values) for row in looked(each).rows) for each in (before, after)))


def told(found: Difference) -> list[str]:
    return [
        f"{step.how}: {(step.after or step.before).values.names[0].words}"  # type: ignore[union-attr]
        + "".join(f", {field}" for field in (*step.corrected, *step.changed))
        for step in found.steps
    ]


LIST = """
    No | Name | Date of birth | Passport | Status
    1 | Layla Haddad | 1985-03-07 | A4471920 | pending
    2 | Omar Saleh | 1990-11-02 | B8810237 | pending
    3 | Rania Nasser | 1971-05-23 | C5527081 | approved
    """


def test_another_order_and_new_running_numbers_change_nobody() -> None:
    found = compared(
        LIST,
        """
        No | Name | Date of birth | Passport | Status
        1 | Rania Nasser | 1971-05-23 | C5527081 | approved
        2 | Layla Haddad | 1985-03-07 | A4471920 | pending
        3 | Omar Saleh | 1990-11-02 | B8810237 | pending
        """,
    )

    assert told(found) == ["moved: Rania Nasser", "same: Layla Haddad", "same: Omar Saleh"]


def test_a_day_that_is_written_otherwise_and_is_the_same_corrects_nothing() -> None:
    found = compared(LIST, LIST.replace("1985-03-07", "7 March 1985").replace("1990-11-02", "02.11.1990"))

    assert told(found) == ["same: Layla Haddad", "same: Omar Saleh", "same: Rania Nasser"]


def test_a_spelling_is_corrected_a_decision_changes_and_people_come_and_go() -> None:
    found = compared(
        LIST,
        """
        No | Name | Date of birth | Passport | Status
        1 | Laila Haddad | 1985-03-07 | A4471920 | pending
        2 | Omar Saleh | 1990-11-02 | B8810237 | approved
        3 | Samir Khalil | 1966-09-14 | D7193380 | approved
        """,
    )

    assert told(found) == [
        "corrected: Laila Haddad, name",
        "changed: Omar Saleh, decision",
        "in: Samir Khalil",
        "out: Rania Nasser",
    ]


def test_the_same_name_in_another_script_is_a_correction() -> None:
    found = compared(
        LIST,
        """
        Name | Date of birth | Passport | Status
        ليلى حداد | 1985-03-07 | A4471920 | pending
        Omar Saleh | 1990-11-02 | B8810237 | pending
        Rania Nasser | 1971-05-23 | C5527081 | approved
        """,
    )

    assert told(found)[0] == "corrected: ليلى حداد, name"


def test_another_name_under_the_same_document_is_not_the_same_person() -> None:
    found = compared(
        LIST,
        """
        Name | Date of birth | Passport | Status
        Yusuf Haddad | 1985-03-07 | A4471920 | pending
        Omar Saleh | 1990-11-02 | B8810237 | pending
        Rania Nasser | 1971-05-23 | C5527081 | approved
        """,
    )

    assert told(found)[0] == "in: Yusuf Haddad"
    assert told(found)[-1] == "out: Layla Haddad"
    assert [hint.why for hint in found.hints] == ["perhaps the same: the same document"]


def test_mohammad_is_not_mahmoud() -> None:
    found = compared(
        "Name | Date of birth\nMohammad Saleh | 1990-11-02",
        "Name | Date of birth\nMahmoud Saleh | 1990-11-02",
    )

    assert told(found) == ["in: Mahmoud Saleh", "out: Mohammad Saleh"]


def test_twins_stay_apart() -> None:
    twins = """
        Name | Date of birth | Passport | Status
        Layla Haddad | 1985-03-07 | A4471920 | pending
        Layla Haddad | 1985-03-07 | C5527081 | pending
        """

    found = compared(twins, twins.replace("C5527081 | pending", "C5527081 | approved"))

    assert told(found) == ["same: Layla Haddad", "changed: Layla Haddad, decision"]
    changed = found.of(How.CHANGED)[0]
    assert changed.before is not None
    assert changed.before.values.documents[0].number == "C5527081"


def test_two_who_are_not_named_are_never_paired() -> None:
    found = compared("Name | Place\nN.N. | Esk", "Name | Place\nN.N. | Toll")

    assert told(found) == ["in: N.N.", "out: N.N."]


def test_a_version_that_lost_many_is_asked_about() -> None:
    people = [
        f"Layla {family} | {1950 + at}-03-07"
        for at, family in enumerate("Haddad Saleh Nasser Khalil Rizk Farah".split())
    ]

    found = compared("Name | Date of birth\n" + "\n".join(people), "Name | Date of birth\n" + people[0])

    assert found.shrunk
    assert found.question is not None
    assert found.question.code == "shrunk"
