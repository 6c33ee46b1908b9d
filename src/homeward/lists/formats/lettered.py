"""Lines of a text list in letters: by what the bytes prove, by what a person said, else by the likeliest alphabet, which is asked.

A line whose bytes are of another alphabet than the others keeps its bytes in sight (\\xe3) and is set aside.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from homeward.files import alphabets
from homeward.files.bounds import Damaged
from homeward.files.letters import MARKS, NotItsLetters, UndecidedLetters, codec, known_codec, shown_piece
from homeward.lists.formats.making import Making

_ENDS = re.compile(rb"\r\n|\n|\r")
_TEXT_ENDS = re.compile("\r\n|\n|\r")
_LEAST_ZEROS = 0.2  # of all bytes, in one of two places: letters of two bytes each
_SAMPLE = 60_000
_SHOWN = 4


@dataclass(slots=True)
class Lettered:
    """The lines of a text, those that could not be read whole with the reason, and the alphabet."""

    encoding: str
    lines: list[str]
    faults: dict[int, str] = field(default_factory=dict)


def lettered(data: bytes, book: Making, *, encoding: str = "", declared: str = "") -> Lettered:
    """Decode a list; `encoding` is a person's word, `declared` the file's own. What is only likely is asked."""
    if encoding:
        return _as_told(data, codec(encoding, book.where), encoding, book)
    for mark, name in MARKS:
        if data.startswith(mark):
            return _whole(data[len(mark) :], name, book) if name != "utf-8" else _utf8(data[len(mark) :], book)
    if unmarked := _two_bytes(data):
        book.note("no-mark", "", f"The file is {unmarked} without the mark that should say so.")
        return _whole(data, unmarked, book)
    try:
        return Lettered("utf-8", _TEXT_ENDS.split(data.decode()))
    except UnicodeDecodeError:
        pass
    valid, others = _told_apart(data)
    if valid > others:
        return _utf8(data, book)
    if (named := known_codec(declared)) and not named.startswith("utf"):
        return _by_line(data, named, named, book)
    return _likeliest(data, book)


def _whole(data: bytes, name: str, book: Making) -> Lettered:
    try:
        return Lettered(name, _TEXT_ENDS.split(data.decode(name)))
    except UnicodeDecodeError as fault:
        raise Damaged(where=book.where, instead="Its end is missing: send the whole file.") from fault


def _two_bytes(data: bytes) -> str:
    """The alphabet of two bytes a letter in which this is written without a mark, or nothing."""
    head = data[:_SAMPLE]
    if len(head) < 8:
        return ""
    even, odd = head[::2].count(0) / len(head), head[1::2].count(0) / len(head)
    if odd > _LEAST_ZEROS and even < odd / 10:
        return "utf-16-le"
    return "utf-16-be" if even > _LEAST_ZEROS and odd < even / 10 else ""


def _told_apart(data: bytes) -> tuple[int, int]:
    """How many lines with letters beyond ASCII are UTF-8, and how many are not."""
    counts = [0, 0]
    for line in _ENDS.split(data):
        if not line.isascii():
            counts[not _is_utf8(line)] += 1
    return counts[0], counts[1]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _utf8(data: bytes, book: Making) -> Lettered:
    return _by_line(data, "utf-8", "utf-8", book)


def _as_told(data: bytes, name: str, said: str, book: Making) -> Lettered:
    for mark, marked in MARKS:
        if data.startswith(mark) and name.replace("_", "-") in marked:
            data = data[len(mark) :]
            break
    if name.startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
        return _whole(data, name, book)
    read = _by_line(data, name, said, book)
    strange = sum(not line.isascii() for line in read.lines)
    if read.faults and len(read.faults) * 2 > strange:
        first = min(read.faults)
        raise NotItsLetters(
            f"This is not {said}: {read.faults[first]}",
            where=f"{book.where}, row {first + 1:,}",
            instead="Name another code page, or save the file as UTF-8.",
        )
    return read


def _by_line(data: bytes, name: str, said: str, book: Making) -> Lettered:
    """Each line by itself, so that one of another alphabet spoils no other."""
    read = Lettered(said, [])
    mixed = name != "utf-8" and not name.startswith(("gb", "big5", "euc", "shift", "cp93", "cp94", "cp95", "iso2022"))
    for at, line in enumerate(_ENDS.split(data)):
        try:
            read.lines.append(line.decode(name))
        except UnicodeDecodeError as fault:
            read.lines.append(line.decode(name, "backslashreplace"))
            wrong = line[fault.start : fault.start + 4].hex(" ")
            read.faults[at] = f"Bytes of this line ({wrong}) are no letters of {said}."
        else:
            if mixed and not line.isascii() and _is_utf8(line) and _long(line):
                read.lines[-1] = line.decode()
                read.faults[at] = f"This line is written in UTF-8, and the others in {said}."
    if read.faults:
        rows = ", ".join(f"{at + 1:,}" for at in sorted(read.faults)[:5])
        more = f", and {len(read.faults) - 5:,} more" if len(read.faults) > 5 else ""
        book.note(
            "mixed-letters", "", f"Rows are written in another alphabet than the others, and set aside: {rows}{more}."
        )
    return read


def _long(line: bytes) -> bool:
    """Whether bytes that happen to be UTF-8 are so many that it is no chance."""
    return sum(byte > 0x7F for byte in line) >= 4


def _likeliest(data: bytes, book: Making) -> Lettered:
    strange = b"\n".join(line for line in _ENDS.split(data) if not line.isascii() and not _is_utf8(line))
    found = _ranked(strange[: 2 * _SAMPLE])
    if not found:
        raise UndecidedLetters([], where=book.where)
    best = found[0].encoding
    choices = tuple((one.encoding, shown_piece(one.sample, 120)) for one in found[:_SHOWN])
    words = f"The file does not say in which alphabet it is written; the likeliest is {best}: “{choices[0][1]}”."
    book.ask("encoding", "", words, choices)
    return _by_line(data, codec(best), best, book)


def _ranked(strange: bytes) -> list[alphabets.Reading]:
    """Ways to read, the likeliest first; where no one alphabet gives all lines, each line has a vote."""
    if found := [one for one in alphabets.readings(strange, words=_WORDS) if not _pointed(one.sample)]:
        return found
    lines = strange.split(b"\n")
    votes: dict[str, list[alphabets.Reading]] = {}
    for line in lines[:400]:
        for place, one in enumerate(alphabets.readings(line, words=_WORDS)[:3]):
            votes.setdefault(one.encoding, []).extend([one] * (3 - place))
    return [readings[0] for _, readings in sorted(votes.items(), key=lambda vote: -len(vote[1]))]


def _pointed(text: str) -> bool:
    """Whether marks are so many among the letters that they are letters of another alphabet."""
    marks = sum(unicodedata.combining(letter) > 0 for letter in text)
    return marks > 0.2 * sum(map(str.isalpha, text))


_WORDS = frozenset(
    """الاسم اسم الكامل الأول الأب الأم الجد العائلة رقم الجواز جواز السفر الهوية تاريخ الميلاد مكان الجنسية الجنس ذكر أنثى
    ملاحظات محمد أحمد احمد علي حسن حسين محمود عبد الله عبدالله فاطمة مريم خالد يوسف ابراهيم إبراهيم عمر سعيد نام تولد شماره
    שם פרטי משפחה מלא תאריך לידה דרכון מספר תעודת זהות אזרחות מין זכר נקבה הערות בן בת כהן לוי משה דוד יוסף אברהם יעקב שרה
    имя фамилия отчество дата рождения паспорт номер гражданство пол муж жен примечание фио мужской женский россия александр
    иван сергей наталья ольга елена андрей дмитрий анна мария прізвище народження громадянство стать
    nom prénom naissance passeport nationalité sexe name vorname geburtsdatum né née nombre apellido nacimiento
    adı soyadı doğum tarihi pasaport uyruğu cinsiyet""".split()
)  # of headings, and of names that stand in many lists
