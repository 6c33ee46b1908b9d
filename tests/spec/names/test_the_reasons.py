"""The reasons name what was counted, all of it that has words, and nothing else; letters named are letters of the names."""

import re

import pytest

from homeward.names import compare
from tests.spec.names.tables import rows

pytestmark = pytest.mark.long

PAIRS = """
one                         | other
Мохаммед Ал-Наджар          | محمد النجار
سليم بن يحيى بن صلاح بركات  | Saleem Yehya Salah Barakat
Соколова Анна Петровна      | אנה סוקולובה
لينا الشيخ                  | Lina Alsheikh
Tarek Abu Eita              | طارق أبو عيطة
Билык Владимир              | Volodymyr Bilyk
Samir Haddadin              | سمير حداد
Nadav Gabay                 | N. Gabay
Катя Орлова                 | Ekaterina Orlova
Omar Khalil Mansour         | عمر خالد منصور
"""
OTHER = {"а": "Щукь", "a": "Quxwob", "ا": "ظضثق", "א": "טצצצ"}


@pytest.mark.parametrize("row", rows(PAIRS), ids=lambda row: row["other"])
def test_each_reason_is_evidence_that_was_counted(row):
    said = compare(row["one"], row["other"])

    told = [clause.split(": ")[0] for clause in said.why.split("; ")]
    assert told == [f"{each.one} ~ {each.other}" for each in said.evidence]
    for each in said.evidence:
        for without in (row["one"].replace(each.one, _stranger(each.one)), row["one"].replace(each.one, "")):
            if without != row["one"]:
                assert compare(without, row["other"]).score != said.score, (each, without)


@pytest.mark.parametrize("row", rows(PAIRS), ids=lambda row: row["other"])
def test_letters_that_are_named_stand_in_the_two_parts(row):
    for each in compare(row["one"], row["other"]).evidence:
        both = f"{each.one} {each.other}".casefold()
        edits = re.search(r"(?:unusual only|spelling differs:) (.*)", each.words)
        for edit in edits[1].split(", ") if edits else ():
            for letters in re.split(" as ", re.sub(" (left out|put in)$", "", edit)):
                assert letters.casefold() in both or edit.endswith("on one side only"), (each, letters)


def test_signs_of_whole_syllables_are_not_called_letters():
    assert "letter" not in compare("莫格福德", "mogford").why


def _stranger(part: str) -> str:
    """Another word of the same script, that nobody is called."""
    for letter, word in OTHER.items():
        if any(_block(each) == _block(letter) for each in part):
            return word
    return "Quxwob"


def _block(letter: str) -> int:
    return ord(letter) // 0x100
