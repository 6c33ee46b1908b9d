"""Strict reading: everything wrong in a text is told at once, each with its place."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from homeward.seals import places, strict
from homeward.seals.strict import Unreadable
from tests.core.seals.test_canonical import values


def faults(data: bytes, **how: Any) -> list[tuple[str, str]]:
    with pytest.raises(Unreadable) as refusal:
        strict.loads(data, **how)
    return [(finding.code, finding.where) for finding in refusal.value.findings]


def test_all_faults_of_a_file_come_in_one_answer() -> None:
    data = b"""{"id": "s01", "id": "s02",
 "figures": [{"lo": NaN, "hi": -Infinity}, {"lo": 1e400}],
 "text": "a\\u0000b \\ud800 \xff", "n\\ud83d": 01,
 "a b": None, "long": 1234567890123456789012345678901}
"""

    assert faults(data) == [
        ("duplicate-key", "id (line 1, column 15)"),
        ("not-a-number", "figures[0].lo (line 2, column 21)"),
        ("not-a-number", "figures[0].hi (line 2, column 32)"),
        ("number-too-long", "figures[1].lo (line 2, column 51)"),
        ("nul", "text (line 3, column 12)"),
        ("surrogate", "text (line 3, column 20)"),
        ("not-utf8", "text (line 3, column 27)"),
        ("surrogate", "line 3, column 33"),
        ("syntax", "['n\\ud83d'] (line 3, column 42)"),
        ("syntax", "['a b'] (line 4, column 9)"),
        ("number-too-long", "long (line 4, column 23)"),
    ]


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (b"", "syntax", "line 1, column 1"),
        (b"  \n ", "syntax", "line 2, column 2"),
        (b"[1,2", "syntax", "line 1, column 5"),
        (b"[1 2]", "syntax", "line 1, column 4"),
        (b"[1,]", "syntax", "[1] (line 1, column 4)"),
        (b"[", "syntax", "[0] (line 1, column 2)"),
        (b'{"a":1,}', "syntax", "line 1, column 8"),
        (b'{"a" 1}', "syntax", "a (line 1, column 6)"),
        (b'{"a":}', "syntax", "a (line 1, column 6)"),
        (b"{1:2}", "syntax", "line 1, column 2"),
        (b'{"a":1]', "syntax", "line 1, column 7"),
        (b"1 2", "syntax", "line 1, column 3"),
        (b'"abc', "syntax", "line 1, column 5"),
        (b'"a\\', "syntax", "line 1, column 3"),
        (b'"\\x41"', "syntax", "line 1, column 2"),
        (b'"\\u12"', "syntax", "line 1, column 2"),
        (b"'a'", "syntax", "line 1, column 1"),
        (b".5", "syntax", "line 1, column 1"),
        (b"+1", "syntax", "line 1, column 1"),
        (b"1.", "syntax", "line 1, column 1"),
        (b"True", "syntax", "line 1, column 1"),
        ("١".encode(), "syntax", "line 1, column 1"),
        (b'"a\tb"', "control", "line 1, column 3"),
        (b'"a\nb"', "control", "line 1, column 3"),
        (b'"\0"', "nul", "line 1, column 2"),
        (b'{"a":\0}', "nul", "a (line 1, column 6)"),
        (b'"\\uDC00\\uD800"', "surrogate", "line 1, column 2"),
        (b'"\\ud800\\u0041"', "surrogate", "line 1, column 2"),
        (b'"\xed\xa0\x80"', "not-utf8", "line 1, column 2"),
        (b"[\xff]", "not-utf8", "[0] (line 1, column 2)"),
        (b'\xff\xfe"\x00a\x00"\x00', "not-utf8", "line 1, column 1"),
        (b"1e31", "number-too-long", "line 1, column 1"),
        (b"1e-31", "number-too-long", "line 1, column 1"),
        (b"-1e999999999999999999999999", "number-too-long", "line 1, column 1"),
        (b"9" * 5000, "number-too-long", "line 1, column 1"),
        (b'{"\xc3\xa9":{"\\u00e9":NaN}}', "not-a-number", "é.é (line 1, column 16)"),
    ],
)
def test_each_fault_is_named_with_its_place(data: bytes, code: str, where: str) -> None:
    assert faults(data)[0] == (code, where)


def test_nesting_ends_at_64() -> None:
    assert strict.loads(b"[" * 64 + b"]" * 64)
    assert strict.loads(b'{"a":' * 63 + b"[]" + b"}" * 63)
    assert [code for code, _ in faults(b"[" * 65 + b"]" * 65)] == ["too-deep"]
    assert [code for code, _ in faults(b"[" * 100_000)] == ["too-deep"]


def test_a_file_over_the_limit_is_not_read() -> None:
    assert strict.loads(b"[1]", limit=3) == [1]
    assert faults(b"[1] ", limit=3) == [("too-large", "the file")]


def test_after_a_thousand_faults_the_reading_ends() -> None:
    found = faults(b"[" + b"NaN," * 5000 + b"1]")

    assert len(found) == 1001
    assert found[-1][0] == "too-many"


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b'\xef\xbb\xbf{"a":1}', {"a": 1}),
        (b"1.50", Decimal("1.50")),
        (b"1E2", Decimal("1E+2")),
        (b"-0.000000000000000000000000000001", Decimal("-1E-30")),
        (b"999999999999999999999999999999", 10**30 - 1),
        (b"-999999999999999999999999999999", 1 - 10**30),
        (b'"\\ud83d\\udd4a \\\\u0000 \\\\ud800"', "\U0001f54a \\u0000 \\ud800"),
        (b'{"a":{"a":1},"b":{"a":2}}', {"a": {"a": 1}, "b": {"a": 2}}),
        (b" [ true , false , null ]\r\n", [True, False, None]),
    ],
)
def test_what_is_right_is_read(data: bytes, value: Any) -> None:
    read = strict.loads(data)

    assert read == value
    assert type(read) is type(value)


@given(values, st.sampled_from([None, 2]), st.booleans())
def test_any_writer_of_json_is_understood(value: Any, indent: int | None, ascii_only: bool) -> None:
    assert strict.loads(json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode()) == value


SYNTAX = [b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b" ", b"\n", b'"a":', b'"b"', b"null", b"NaN"]
WORDS = [
    b"\\u0000",
    b"\\ud83d",
    b"\\udd4a",
    b"a",
    b"1",
    b"0",
    b"-",
    b".",
    b"e",
    b"1e99",
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
]
pieces = st.sampled_from(SYNTAX + WORDS)


@given(st.lists(pieces, max_size=12).map(b"".join))
@example(b'{"\\u0061":1,"a":2}')
@example(b'["\\ud83d\\udd4a"]')
def test_the_second_pass_finds_a_fault_exactly_where_the_first_one_stumbled(data: bytes) -> None:
    found = [finding.code for finding in places.find(data)]

    if found:
        assert [code for code, _ in faults(data)] == found
    else:
        strict.loads(data)
