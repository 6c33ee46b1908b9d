"""A folder that is watched: complete files are read once and moved; nothing is followed, deleted or overwritten."""

from __future__ import annotations

import os
import signal
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import FrameType

from homeward.cli import moving, refusing
from homeward.cli.telling import tell, tell_amid
from homeward.cli.text.letters import plain
from homeward.refusals import Refused, Unacceptable

TAKEN, REFUSED = "taken", "refused"
UNFINISHED = (".part", ".partial", ".crdownload", ".tmp", "~")
LARGEST = 50_000_000
"""Bytes of a file that are read; the formats refuse what is larger with its size, which is told before it is read."""

Take = Callable[[str, bytes], str]
"""What takes a file in by its name and bytes, and gives the line to be told of it."""
Look = tuple[int, int, int]
"""What a file is known by between two looks: its number on the disk, size, time of the last change."""


class NotAFolder(Refused):
    """This is no folder that can be watched."""


class FileTooLarge(Refused):
    """The file holds more than the desk reads."""


@dataclass(slots=True)
class Done:
    """How many files were taken in, refused, and left where they are because the desk could not take them."""

    taken: int = 0
    refused: int = 0
    left: int = 0

    def counts(self) -> dict[str, int]:
        """For programs."""
        return {"taken": self.taken, "refused": self.refused, "left": self.left}

    def in_words(self) -> str:
        """For people."""
        return f"Taken in: {self.taken:,}. Refused: {self.refused:,}. Left in the folder: {self.left:,}."


def run(folder: str, take: Take, *, every: float, once: bool) -> Done:
    """Look again and again until told to stop, or (`once`) take what does not change between two looks, and end."""
    watched = Watched(Path(folder).resolve())
    with _told_to_stop() as stop:
        tell(f"Watching {plain(str(watched.folder))}." + ("" if once else " Ctrl-C ends it."))
        watched.look()
        while not stop.wait(every):
            try:
                for file, look in watched.complete():
                    watched.take(file, look, take)
                    if stop.is_set():
                        break
            except Exception as fault:
                if once or not refusing.no_answer(fault):
                    raise
                tell("The database does not answer; the files stay where they are until it does.")
            if once:
                break
        tell("Stopped.")
    return watched.done


@dataclass(slots=True)
class Watched:
    """The folder, and what each file in it was at the last look."""

    folder: Path
    done: Done = field(default_factory=Done)
    _seen: dict[Path, Look] = field(default_factory=dict)
    _left: dict[Path, Look] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.folder.is_dir():
            raise NotAFolder(where=plain(str(self.folder)), instead="Name a folder that is there.")

    def look(self) -> dict[Path, Look]:
        """What files there are now; links, folders, pipes and unfinished names are none."""
        self._seen = dict(sorted(_files(self.folder), key=lambda each: (each[1][2], each[0].name)))
        return self._seen

    def complete(self) -> Iterator[tuple[Path, Look]]:
        """The files that are as they were at the look before, the oldest first."""
        before = self._seen
        now = self.look()
        for file, look in now.items():
            if before.get(file) == look and self._left.get(file) != look:
                yield file, look

    def take(self, file: Path, look: Look, take: Take) -> None:
        """Take one file in and move it; one that cannot be taken for a reason that lies not in it stays where it is."""
        try:
            data = _bytes(file, look)
            if data is None:
                return
            line = take(shown(file), data)
        except Refused as refused:
            if type(refused).__name__ in NOT_ITS_FAULT:
                raise
            self.done.refused += self._moved(file, look, self.folder / REFUSED, why=_why(refused))
            tell(f"{shown(file)}: refused. {plain(str(refused))}")
        except OSError as fault:
            self._leave(file, look, f"could not be read ({fault.strerror}).")
        except Exception as fault:  # one file that breaks the desk stops no other
            if refusing.no_answer(fault):
                raise
            refusing.ended(fault, as_json=False)
            self._leave(file, look, "not taken in; it is tried again when it changes or the watch begins anew.")
        else:
            self.done.taken += self._moved(file, look, self.folder / TAKEN / f"{datetime.now().astimezone():%Y-%m-%d}")
            tell(f"{shown(file)}: {line}")

    def _moved(self, file: Path, look: Look, to: Path, *, why: str = "") -> int:
        """Move it under its name, or one with a number where that is taken; what changed meanwhile stays."""
        try:
            if _known_by(file.stat(follow_symlinks=False)) != look:
                return 0
            moving.move(file, to, note=why)
        except OSError as fault:
            self._leave(file, look, f"could not be moved ({fault.strerror}).")
        return 1

    def _leave(self, file: Path, look: Look, why: str) -> None:
        self._left[file] = look
        self.done.left += 1
        tell(f"{shown(file)}: {why}")


NOT_ITS_FAULT = frozenset({"NotLetIn", "NoSuchCase", "NobodyOfThatName", "NotPrepared"})
"""Refusals of whoever watches and not of a file, by name since what raises them is imported late."""


def shown(file: Path) -> str:
    """The name of a file as it can be printed and kept, whatever its bytes."""
    return os.fsencode(file.name).decode("utf-8", "replace")


def _files(folder: Path) -> Iterator[tuple[Path, Look]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith(UNFINISHED):
                continue
            try:
                known = entry.stat(follow_symlinks=False)
            except OSError:  # gone meanwhile
                continue
            if stat.S_ISREG(known.st_mode):
                yield Path(entry.path), _known_by(known)


def _known_by(known: os.stat_result) -> Look:
    return known.st_ino, known.st_size, known.st_mtime_ns


def _bytes(file: Path, look: Look) -> bytes | None:
    """The bytes of the very file that was looked at; none when it changed meanwhile."""
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as opened:
        known = os.fstat(opened.fileno())
        if not stat.S_ISREG(known.st_mode) or _known_by(known) != look:
            return None
        if known.st_size > LARGEST:
            raise FileTooLarge(
                where=shown(file), instead=f"At most {LARGEST // 1_000_000} MB are read; send a part of it."
            )
        data = opened.read()
        return data if _known_by(os.fstat(opened.fileno())) == look else None


def _why(refused: Refused) -> str:
    """What to do about it, for whoever finds the file there."""
    lines = [refused.message, refused.instead]
    if isinstance(refused, Unacceptable):
        lines += [str(finding) for finding in refused.findings]
    lines.append("Mend it and put it into the folder again; what lies here is not looked at.")
    return "\n".join(plain(line) for line in lines if line) + "\n"


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """Ctrl-C and SIGTERM end the watch after the file at hand; a second one ends it at once."""
    stop = threading.Event()

    def told(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()
        tell_amid("Ending after the file at hand.")

    former = {sign: signal.signal(sign, told) for sign in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for sign, handler in former.items():
            signal.signal(sign, handler)
