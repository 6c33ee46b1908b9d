"""How much of a file is read, and the refusals that every kind of file shares.

These are the bounds of whatever comes in. What one use of files may hold beyond them, that use says for itself.
"""

from __future__ import annotations

from homeward.refusals import Refused

FILE = 50_000_000  # bytes of the file as it came
UNPACKED = 300_000_000  # bytes of all parts of a packed file together
PARTS = 2_000  # parts of a packed file or a mail
TEXT = 20_000_000  # characters of text
DEPTH = 512  # nesting; browsers stop at the same depth
TAGS = 1_000_000  # of a part that is XML


class TooLarge(Refused):
    """The file holds more than the desk reads."""


class TooHard(TooLarge):
    """Reading this file takes more time or memory than the desk gives to one."""


class TooDeep(Refused):
    """The file is nested more deeply than anything that people write."""


class Damaged(Refused):
    """The file is damaged or was cut short."""


class NoText(Refused):
    """There is no text in this file."""


class Locked(Refused):
    """The file is locked with a password or a key."""


class Foreign(Refused):
    """The desk does not read files of this kind."""


def fits(size: int, most: int, what: str, where: str) -> None:
    """Refuse more than `most` of something."""
    if size > most:
        raise TooLarge(
            f"The file holds more than {most:,} {what}.",
            where=where,
            instead="Put the part that the desk needs into a file of its own, or paste it.",
        )
