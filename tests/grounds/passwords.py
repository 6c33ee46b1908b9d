"""Passwords in tests: the desk's own Argon2, asked once for the same answer."""

from __future__ import annotations

from functools import cache

from django.contrib.auth.hashers import Argon2PasswordHasher


class Remembered(Argon2PasswordHasher):
    """Argon2 as the desk sets it, a quarter of a second each time; here what it answered once is taken again."""

    def encode(self, password: str, salt: str) -> str:
        return _encoded(password)

    def verify(self, password: str, encoded: str) -> bool:
        return _verified(password, encoded)


@cache
def _encoded(password: str) -> str:
    argon = Argon2PasswordHasher()
    return argon.encode(password, argon.salt())


@cache
def _verified(password: str, encoded: str) -> bool:
    return Argon2PasswordHasher().verify(password, encoded)
