"""A signed head is checked by the public key alone, and any change to it is noticed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from homeward.seals import heads
from homeward.seals.heads import Head, NotAHead, WrongSignature

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
HEAD = Head(7, b"\x01" * 32, 3, b"\xab" * 32, datetime(2023, 11, 4, 10, 0, 0, 250, tzinfo=UTC))
TEXT = (
    '{"access_root":"' + "ab" * 32 + '","access_size":3,"ledger":"homeward/1","root":"' + "01" * 32 + '",'
    '"signed_at":"2023-11-04T10:00:00.000250Z","size":7}'
)


def test_the_signed_text_is_fixed() -> None:
    assert HEAD.text() == TEXT


def test_the_zone_of_the_signer_does_not_show() -> None:
    moved = replace(HEAD, signed_at=HEAD.signed_at.astimezone(timezone(timedelta(hours=2))))

    assert moved.text() == TEXT
    assert moved.signed_us == HEAD.signed_us == 1_699_092_000_000_250


def test_a_head_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        replace(HEAD, signed_at=datetime(2023, 11, 4))


def test_the_key_is_named_by_the_beginning_of_its_hash() -> None:
    assert heads.key_id(KEY.public_key()) == heads.sign(HEAD, KEY).key_id == "56475aa75463474c"


def test_the_signer_is_recognised() -> None:
    heads.check(heads.sign(HEAD, KEY), KEY.public_key())


@pytest.mark.parametrize(
    "change",
    [
        {"size": 8},
        {"root": b"\x02" * 32},
        {"access_size": 4},
        {"access_root": b"\xaa" * 32},
        {"signed_at": HEAD.signed_at + timedelta(microseconds=1)},
    ],
)
def test_a_changed_head_is_not_signed(change: dict[str, object]) -> None:
    signed = heads.sign(HEAD, KEY)

    with pytest.raises(WrongSignature):
        heads.check(replace(signed, head=replace(HEAD, **change)), KEY.public_key())  # type: ignore[arg-type]


def test_another_key_is_noticed() -> None:
    with pytest.raises(WrongSignature, match="names the key"):
        heads.check(heads.sign(HEAD, OTHER), KEY.public_key())
    with pytest.raises(WrongSignature, match="was not signed"):
        heads.check(replace(heads.sign(HEAD, OTHER), key_id=heads.key_id(KEY.public_key())), KEY.public_key())


def test_a_head_file_is_read_back() -> None:
    signed = heads.sign(HEAD, KEY)

    assert heads.read(signed.text()) == heads.read(signed.text() + "\n") == signed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        heads.sign(HEAD, KEY).text().replace('"size":7', '"size":"7"'),
        heads.sign(HEAD, KEY).text().replace('"size":7', '"size":7.0'),
        heads.sign(HEAD, KEY).text().replace('"size":7', '"size":true'),
        heads.sign(HEAD, KEY).text().replace('"size":7', '"size": 7'),
        heads.sign(HEAD, KEY).text().replace('"size":7', '"more":1,"size":7'),
        heads.sign(HEAD, KEY).text().replace("homeward/1", "homeward/2"),
        heads.sign(HEAD, KEY).text().replace("abab", "ABAB"),
        heads.sign(HEAD, KEY).text().replace("abab", "ab", 1),
        heads.sign(HEAD, KEY).text().replace("000250Z", "00025Z"),
        heads.sign(HEAD, KEY).text().replace("11-04", "13-04"),
    ],
)
def test_what_is_not_spelled_as_a_head_is_refused(text: str) -> None:
    with pytest.raises(NotAHead):
        heads.read(text)
