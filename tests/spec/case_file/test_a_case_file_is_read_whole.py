"""What stands in a file stands in what was read of it, in place and in words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from homeward.ledger.core.figures import Op
from homeward.ledger.formats import case1
from homeward.ledger.formats.case1.form import Correction, Reference
from homeward.seals import strict
from tests.spec.case_file.again import settled, written_again
from tests.spec.case_file.files import WHOLE, read

SHARED = {
    "gaza_2023_11.json": (25, 8, 23, 33),
    "aleppo_2016_12.json": (13, 8, 18, 23),
    "yemen_2023_04.json": (14, 5, 11, 17),
}
"""Publications, parties, statements and figures of each shared case."""


def test_every_part_of_the_invented_case_is_kept() -> None:
    assert written_again(read()) == settled(WHOLE)


@pytest.mark.parametrize("name", SHARED)
def test_a_shared_case_is_kept_whole_without_fault_or_doubt(shared: Path, name: str) -> None:
    data = (shared / "cases" / name).read_bytes()

    case, findings = case1.parse(data)

    assert case is not None
    assert not findings.doubts
    assert written_again(case) == settled(strict.loads(data))
    figures = sum(len(row.figures) for row in case.statements)
    assert (len(case.sources), len(case.parties), len(case.statements), figures) == SHARED[name]


def test_each_part_knows_its_place() -> None:
    case = read()

    assert case.sources[0].place == "sources.wire1"
    assert case.agreements[0].obligations[1].place == "agreements[0].obligations[1]"
    assert case.conditions[0].history[0].place == "conditions[0].history[0]"
    assert case.statements[1].figures[0].place == "statements[1].figures[0]"
    assert case.statements[0].spans[0].place == "statements[0].spans[0]"


def test_one_text_stands_for_a_list_of_one() -> None:
    as_text, as_list = (read((("statements", 1, "source"), value)) for value in ("post2", ["post2"]))

    assert as_text == as_list
    assert as_text.statements[1].via == ("North Wire",)


def test_a_reference_may_name_one_figure_counted_from_one() -> None:
    assert read().statements[1].supersedes == (Reference("s01", 1),)
    assert read().statements[1].contradicts == (Reference("s01"),)


def test_a_correction_names_a_statement_or_its_own_earlier_number() -> None:
    case = read((("statements", 1, "corrects"), ["s01", {"from": 470, "to": 480}, {"statement": "s01#2", "to": 21}]))

    assert case.statements[1].corrects == (
        Correction(Reference("s01"), "s01"),
        Correction(None, {"from": 470, "to": 480}),
        Correction(Reference("s01", 2), {"statement": "s01#2", "to": 21}),
    )


def test_a_doubtful_origin_is_the_origin_with_a_mark() -> None:
    doubtful = read((("statements", 1, "origin"), "s01?")).statements[1]

    assert (doubtful.origin, doubtful.origin_doubtful) == ("s01", True)


def test_a_statement_without_origin_is_its_own() -> None:
    assert read((("statements", 1, "origin"), "")).statements[1].origin == "s02"


def test_prose_is_split_at_the_slash_and_known_parties_are_linked() -> None:
    prose = read((("conditions", 0, "demanded_of"), "HIL / the holders/MED")).conditions[0].demanded_of

    assert prose is not None
    assert (prose.words, prose.parties, prose.others) == ("HIL / the holders/MED", ("HIL", "MED"), ("the holders",))


def test_figures_carry_what_was_stated_and_what_it_allows() -> None:
    more_than = read().statements[0].figures[0].quantity
    share = read().agreements[0].obligations[1].quantity

    assert (more_than.op, more_than.stated_lo, more_than.stated_hi) == (Op.GT, 500, None)
    assert (more_than.lo, more_than.hi) == (501, None)
    assert share is not None
    assert (share.op, share.lo, share.hi) == (Op.SHARE, Decimal("0.5"), Decimal("0.5"))


def test_parts_that_are_left_out_are_empty() -> None:
    case = case1.read(b'{"schema": "case/1", "id": "a", "title": "A", "timezone": "UTC"}')

    assert (case.sources, case.statements, case.expect) == ((), (), ())


def test_a_byte_order_mark_is_let_pass() -> None:
    assert case1.read(b'\xef\xbb\xbf{"schema": "case/1", "id": "a", "title": "A", "timezone": "UTC"}').id == "a"
