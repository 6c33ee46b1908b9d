"""Lists that are text: alphabets, quotation marks, ragged rows, odd characters, and lines out of mails."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence

from tests.corpus.in_workbooks import CLEAN
from tests.corpus.making import ACCEPT, ASK, REJECT, WARN, Expected, read, refused
from tests.corpus.people import ARABIC, HEADING, HEBREW, PEOPLE, ROWS, RUSSIAN, WESTERN, in_pieces

_Made = Iterator[tuple[Expected, bytes]]


def text(rows: Sequence[Sequence[str]], sign: str = ",", end: str = "\r\n") -> str:
    """Rows as lines."""
    return "".join(sign.join(row) + end for row in rows)


LIST = text([HEADING, *ROWS])
UTF8 = LIST.encode()


def files() -> _Made:
    yield read("clean.csv", "F00", "nothing", ACCEPT, 12), UTF8
    yield from _alphabets()
    yield from _marks()
    yield from _shapes()
    yield from _letters()
    yield from _mails()
    yield from _foreign()
    yield from _divided()


def _divided() -> _Made:
    months = (
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    )
    arabic = ["الاسم", "يوم الميلاد", "شهر الميلاد", "سنة الميلاد", "رقم الجواز"]
    for file, wrong, heading, named in (
        (
            "d30_three_headings.csv",
            "in English",
            ["Full name", "Birth day", "Birth month", "Birth year", "Passport no."],
            (),
        ),
        ("d30_three_headings_arabic.csv", "in Arabic, its months as words", arabic, months),
        ("d30_three_headings_hebrew.csv", "in Hebrew", ["שם מלא", "יום לידה", "חודש לידה", "שנת לידה", "דרכון"], ()),
        ("d30_three_headings_russian.csv", "in Russian", ["ФИО", "День рождения", "Месяц", "Год", "Паспорт"], ()),
        ("d30_one_heading.csv", "under one heading", ["Full name", "Date of birth", "", "", "Passport no."], ()),
    ):
        people = [[one.name, *in_pieces(one.born, named), one.passport] for one in PEOPLE]
        yield read(file, "D30", f"a birth over three columns {wrong}", WARN, 12), text([heading, *people]).encode()
    turned = [[one.name, *in_pieces(one.born)[::-1], one.passport] for one in PEOPLE]
    french = ["Nom complet", "Année de naissance", "Mois", "Jour", "Passeport"]
    yield (
        read("d30_year_first.csv", "D30", "a birth over three columns in French, the year first", WARN, 12),
        text([french, *turned]).encode(),
    )
    open_days = [[one.name, "7", "3", one.born[:4], one.passport] for one in PEOPLE]
    yield (
        read("d30_order_open.csv", "D30", "a birth over three columns, and nothing says which is the day", ASK, 12),
        text([["Full name", "Date of birth", "", "", "Passport no."], *open_days]).encode(),
    )
    bare = [[one.name, *in_pieces(one.born), one.passport] for one in PEOPLE]
    yield (
        read("d30_whose_day.csv", "D30", "day, month and year of something", ASK, 12),
        text([["Full name", "Day", "Month", "Year", "Passport no."], *bare]).encode(),
    )


def _alphabets() -> _Made:
    for file, rows, codec in (
        ("f21_windows_1256.csv", ARABIC, "cp1256"),
        ("f21_windows_1255.csv", HEBREW, "cp1255"),
        ("f21_windows_1251.csv", RUSSIAN, "cp1251"),
        ("f21_koi8_r.csv", RUSSIAN, "koi8-r"),
        ("f21_windows_1252.csv", WESTERN, "cp1252"),
        ("f21_iso_8859_6.csv", ARABIC, "iso8859-6"),
        ("f21_cp866.csv", RUSSIAN, "cp866"),
    ):
        yield (
            read(file, "F21", f"written in {codec}, which nothing says", ASK, len(rows) - 1, "encoding"),
            text(rows, ";").encode(codec),
        )
    yield read("f21_utf16.csv", "F21", "written in UTF-16", ACCEPT, 12), codecs.BOM_UTF16_LE + LIST.encode("utf-16-le")
    yield (
        read("f21_utf16_tabs.txt", "F21", "Unicode text as old programs save it", ACCEPT, 12),
        codecs.BOM_UTF16_LE + text([HEADING, *ROWS], "\t").encode("utf-16-le"),
    )
    yield (
        read("f21_utf16_without_mark.csv", "F21", "written in UTF-16 without its mark", WARN, 12, "no-mark"),
        LIST.encode("utf-16-be"),
    )
    lines = [line.encode() for line in text([ARABIC[0], *ARABIC[1:]]).splitlines(keepends=True)]
    for at in (3, 7):
        lines[at] = text([ARABIC[at]]).encode("cp1256")
    yield (
        read(
            "f22_mixed.csv",
            "F22",
            "two lines are in Windows-1256, the others in UTF-8",
            WARN,
            10,
            "mixed-letters",
            aside=2,
        ),
        b"".join(lines),
    )
    lines = [text([row], ";").encode("cp1251") for row in RUSSIAN]
    lines[2] = text([RUSSIAN[2]], ";").encode()
    yield (
        read(
            "f22_mixed_the_other_way.csv",
            "F22",
            "one line is in UTF-8, the others in Windows-1251",
            ASK,
            3,
            "encoding",
            "mixed-letters",
            aside=1,
        ),
        b"".join(lines),
    )
    bad = LIST.replace("Huda", "H\x00\x01uda").encode().replace(b"\x00\x01", b"\xc0\xae\xf8\x88\x80\x80\x80")
    yield read("n29_overlong.csv", "N29", "bytes that are no letter of UTF-8", WARN, 11, "mixed-letters", aside=1), bad


def _marks() -> _Made:
    yield (
        read("f23_mark_and_sep.csv", "F23", "a byte order mark and a line sep=;", ACCEPT, 12),
        codecs.BOM_UTF8 + b"sep=;\r\n" + text([HEADING, *ROWS], ";").encode(),
    )
    yield read("f23_sep.csv", "F23", "a line sep=|", ACCEPT, 12), b"sep=|\r\n" + text([HEADING, *ROWS], "|").encode()
    yield read("f23_tabs.tsv", "F23", "tabs between cells", ACCEPT, 12), text([HEADING, *ROWS], "\t", "\n").encode()
    yield (
        read("f23_old_ends.csv", "F23", "lines end as on old Macs", ACCEPT, 12),
        text([HEADING, *ROWS], ",", "\r").encode(),
    )
    opened = LIST.replace("Omar", '"Omar')
    yield (
        read("f25_quote_not_closed.csv", "F25", "a quotation mark is not closed", WARN, 11, "set-aside", aside=1),
        opened.encode(),
    )
    closed = LIST.replace("Omar", '"Omar').replace("Hassan Ali", 'Hassan" Ali')
    yield (
        read(
            "f25_quote_closed_far_away.csv",
            "F25",
            "a quotation mark is closed four people later",
            WARN,
            11,
            "set-aside",
            aside=1,
        ),
        closed.encode(),
    )
    amid = LIST.replace("Omar Khalil Haddad", '"Omar "Abu Ali" Haddad"')
    yield (
        read(
            "f25_quote_amid.csv", "F25", "quotation marks stand within quotation marks", WARN, 11, "set-aside", aside=1
        ),
        amid.encode(),
    )
    nickname = LIST.replace("Omar Khalil Haddad", 'Omar "Abu Ali" Haddad')
    yield read("f25_nickname.csv", "F25", "a name has a nickname in quotation marks", ACCEPT, 12), nickname.encode()
    lined = LIST.replace("Omar Khalil Haddad", '"Omar Khalil\r\nHaddad"')
    yield read("f25_line_in_a_cell.csv", "F25", "a cell has two lines, rightly quoted", ACCEPT, 12), lined.encode()
    quoted = text([[f'"{cell}"' for cell in row] for row in [HEADING, *ROWS]])
    yield read("f25_all_quoted.csv", "F25", "every cell is quoted", ACCEPT, 12), quoted.encode()


def _shapes() -> _Made:
    comma = LIST.replace("Omar Khalil Haddad", "Haddad, Omar Khalil")
    yield (
        read("f26_comma_in_a_name.csv", "F26", "a comma in a name is not quoted", WARN, 11, "set-aside", aside=1),
        comma.encode(),
    )
    short = [row[:4] if at in (2, 5) else row for at, row in enumerate(ROWS)]
    yield (
        read("f26_short_rows.csv", "F26", "two rows stop before their end", WARN, 10, "set-aside", aside=2),
        text([HEADING, *short]).encode(),
    )
    trailing = [[*row, ""] for row in ROWS]
    yield (
        read("f26_comma_at_the_end.csv", "F26", "rows end with a comma", ASK, 12, "narrow-heading"),
        text([HEADING, *trailing]).encode(),
    )
    yield (
        read("f27_two_headings_alike.csv", "F27", "two columns have the same heading", ASK, 12),
        text([["Name", "Name", "Sex", "Date", "Nationality", "Passport"], *ROWS]).encode(),
    )
    yield refused("f30_empty.csv", "F30", "no byte", "empty"), b""
    yield refused("f30_mark_only.csv", "F30", "only a byte order mark", "no line"), codecs.BOM_UTF8
    yield refused("f30_blank_lines.csv", "F30", "only blank lines", "empty"), b"\r\n \r\n\t\r\n"
    yield (
        Expected(file="f30_heading_only.csv", id="F30", wrong="only a heading", outcome=REJECT, stored="0", lines="1"),
        text([HEADING]).encode(),
    )
    yield (
        read("f31_reordered.csv", "F31", "the same people in another order", ACCEPT, 12),
        text([HEADING, *ROWS[::-1]]).encode(),
    )
    yield read("f13_text_named.xlsx", "F13", "text is named .xlsx", ACCEPT, 12), UTF8
    future = [["List of 3 May 2099", *[""] * 5], HEADING, *ROWS]
    yield read("f49_day_to_come.csv", "F49", "the list is of a day to come", ASK, 12, heading=2), text(future).encode()
    cut = text(ARABIC).encode()
    yield (
        read("f46_cut.csv", "F46", "the file stops within a letter", WARN, 11, "mixed-letters", aside=1),
        cut[: cut.rindex("قاسم".encode()) + 3],
    )
    names = "\n".join(one.name for one in PEOPLE)
    yield (
        read("f43_names_only.txt", "F43", "a name a line and nothing else", ASK, 12, "one-column", heading=0),
        names.encode(),
    )
    long = LIST.replace("Huda Mahmoud Qasim", "Huda " * 14_000)
    yield refused("n54_long_cell.csv", "N54", "a cell of 70,000 letters", "characters in one cell"), long.encode()


def _letters() -> _Made:
    for file, number, wrong, code, words in (
        ("n30_nul.csv", "N30", "a NUL stands in a name", "control-characters", "Hu\0da"),
        (
            "n31_controls.csv",
            "N31",
            "characters that control a machine stand in a name",
            "control-characters",
            "Hu\x07\x9bda",
        ),
        ("n15_unseen.csv", "N15", "a space without width stands in a name", "invisible", "Hu\u200bda"),
        ("n27_lost.csv", "N27", "letters of a name were lost before", "lost-letters", "Hu\ufffdda"),
        ("n13_isolates.csv", "N13", "isolates stand around a word", "turned-text", "\u2067Huda\u2069"),
    ):
        yield read(file, number, wrong, WARN, 12, code), LIST.replace("Huda", words).encode()
    for file, number, wrong, outcome, words in (
        ("n21_emoji.csv", "N21", "a family stands in a name", WARN, "Huda \U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("n22_marks.csv", "N22", "sixty marks stand on a letter", WARN, "Hu" + "\u0301" * 60 + "da"),
        ("n23_long_name.csv", "N23", "a name has 300 letters", ACCEPT, "Huda" * 75),
        ("n45_sql.csv", "N45", "a name is a command to a database", ACCEPT, "Robert'); DROP TABLE people;--"),
        ("n46_script.csv", "N46", "a name is a script", ACCEPT, "<script>alert(1)</script>"),
        ("n47_template.csv", "N47", "a name is a template", ACCEPT, "{{7*7}}{% debug %}${x}"),
        ("n51_formula.csv", "N51", "a name begins like a formula", WARN, "=1+1"),
        ("n53_entities.csv", "N53", "a name has an entity of HTML", ACCEPT, "Huda &amp; son"),
        ("n17_two_alphabets.csv", "N17", "a Latin name has Cyrillic letters", WARN, "Нudа"),
    ):
        yield read(file, number, wrong, outcome, 12), LIST.replace("Huda", words).encode()
    missing = [[word, *row[1:]] for word, row in zip(["NULL", "None", "NaN", "true", "\\N", "N/A"], ROWS, strict=False)]
    yield (
        read("n43_words_of_programs.csv", "N43", "names are NULL, None, NaN", WARN, 6),
        text([HEADING, *missing]).encode(),
    )


def _mails() -> _Made:
    numbered = "\n".join(
        f"{at}. {one.name}, born {one.born}, passport {one.passport}" for at, one in enumerate(PEOPLE, 1)
    )
    note = f"Dear colleagues,\nthis is our list for Sunday:\n\n{numbered}\n\nWith regards,\nThe liaison office\n"
    yield (
        read(
            "f43_numbered.txt", "F43", "numbered lines pasted out of a mail", ASK, 12, "pasted-list", aside=4, heading=0
        ),
        note.encode(),
    )
    arabic = "\n".join(f"{at}- {one.arabic} - {one.born} - {one.passport}" for at, one in enumerate(PEOPLE, 1))
    eastern = arabic.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    yield (
        read(
            "f43_numbered_arabic.txt",
            "F43",
            "numbered lines in Arabic with Eastern digits",
            ASK,
            12,
            "pasted-list",
            heading=0,
        ),
        eastern.encode(),
    )
    head = "From: liaison@example.org\nTo: desk@example.org\nDate: Sun, 12 May 2024 09:00:00 +0300\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\nSubject: List\n"
    plain = f'{head}Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n{note}'
    yield (
        read("f43_numbered.eml", "F43", "numbered lines in a mail", ASK, 12, "pasted-list", "sent", aside=4, heading=0),
        plain.encode(),
    )
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in [HEADING, *ROWS])
    page = f'{head}Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n<p>Our list</p><table>{rows}</table>'
    yield read("f43_table.eml", "F43", "a table in a mail", WARN, 12, "text-around", "sent"), page.encode()
    packed = codecs.encode(CLEAN, "base64").decode()
    parts = (
        f'{head}Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nSee the list.\n--b\n'
        'Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="list.bin"\n'
        f"Content-Transfer-Encoding: base64\n\n{packed}\n--b--\n"
    )
    yield (
        read("f43_attached.eml", "F43", "a workbook attached to a mail", ASK, 12, "attachment", "mail", "sent"),
        parts.encode(),
    )
    yield (
        refused("f43_no_list.eml", "F43", "a mail without a list", "no list"),
        f"{head}Content-Type: text/plain\n\nSee you on Sunday\nthen.\n".encode(),
    )


def _foreign() -> _Made:
    yield refused("f50_rich_text.csv", "F50", "RTF is named .csv", "RTF"), b"{\\rtf1 Rana Mansour\\par}"
    yield (
        refused("f50_xml.csv", "F50", "XML is named .csv", "XML"),
        b'<?xml version="1.0"?><people><p>Rana</p></people>',
    )
    yield refused("f50_program.csv", "F50", "a program is named .csv", "program"), b"MZ\x90\0" + bytes(200)
