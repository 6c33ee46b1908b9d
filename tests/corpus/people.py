"""The invented people of the corpus. Their names are put together from common parts; nobody is meant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invented:
    name: str
    arabic: str
    sex: str
    born: str
    nationality: str
    passport: str

    @property
    def cells(self) -> list[str]:
        return [self.name, self.arabic, self.sex, self.born, self.nationality, self.passport]


HEADING = ["Full name", "الاسم", "Sex", "Date of birth", "Nationality", "Passport no."]
PEOPLE = [
    Invented("Rana Mansour Salem", "رنا منصور سالم", "F", "1985-03-07", "Jordan", "N1204467"),
    Invented("Omar Khalil Haddad", "عمر خليل حداد", "M", "1979-11-30", "Jordan", "N1204468"),
    Invented("Leila Nasser Aziz", "ليلى ناصر عزيز", "F", "1992-06-14", "Lebanon", "RL338120"),
    Invented("Yusuf Ibrahim Darwish", "يوسف ابراهيم درويش", "M", "2011-01-22", "Lebanon", "RL338121"),
    Invented("Maryam Said Barakat", "مريم سعيد بركات", "F", "1966-09-02", "Egypt", "A22871904"),
    Invented("Hassan Ali Farouk", "حسن علي فاروق", "M", "1958-12-19", "Egypt", "A22871905"),
    Invented("Sofia Andreevna Orlova", "صوفيا أورلوفا", "F", "1988-02-29", "Russia", "719922310"),
    Invented("Ivan Petrovich Belov", "إيفان بيلوف", "M", "1986-05-05", "Russia", "719922311"),
    Invented("Noa Levi Amit", "نوعا ليفي", "F", "1995-10-11", "Israel", "31882290"),
    Invented("Daniel Cohen Bar", "دانيال كوهين", "M", "1990-07-08", "Israel", "31882291"),
    Invented("Huda Mahmoud Qasim", "هدى محمود قاسم", "F", "2019-04-03", "Iraq", "A15570021"),
    Invented("Karim Mahmoud Qasim", "كريم محمود قاسم", "M", "2016-08-17", "Iraq", "A15570022"),
]
ROWS = [one.cells for one in PEOPLE]
FAMILIES = [
    [
        str(at // 2 + 1) if at % 2 == 0 else "",
        one.name.split()[0],
        one.name.split()[-1] if at % 2 == 0 else "",
        *one.cells[2:],
    ]
    for at, one in enumerate([PEOPLE[10], PEOPLE[11], PEOPLE[0], PEOPLE[1]])
]
"""People two by two: the number of the family and its name stand in the first row of each alone."""
OF_FAMILIES = ["Family no.", "First name", "Family name", *HEADING[2:]]


def in_pieces(born: str, months: tuple[str, ...] = ()) -> list[str]:
    """A day as people write it over three columns: day, month, year."""
    year, month, day = born.split("-")
    return [str(int(day)), months[int(month) - 1] if months else str(int(month)), year]


RUSSIAN = [
    ["Фамилия и имя", "Дата рождения", "Гражданство", "Паспорт"],
    ["Орлова София Андреевна", "1988-02-29", "Россия", "719922310"],
    ["Белов Иван Петрович", "1986-05-05", "Россия", "719922311"],
    ["Соколова Анна Сергеевна", "1971-01-13", "Россия", "719922312"],
    ["Лебедев Андрей Ильич", "2004-12-01", "Россия", "719922313"],
]
HEBREW = [
    ["שם מלא", "תאריך לידה", "אזרחות", "דרכון"],
    ["נועה לוי", "1995-10-11", "ישראל", "31882290"],
    ["דניאל כהן", "1990-07-08", "ישראל", "31882291"],
    ["מיכל אברהם", "1983-03-21", "ישראל", "31882292"],
]
WESTERN = [
    ["Name", "Geboren", "Nationalität", "Reisepass"],
    ["Jürgen Müller", "1969-05-17", "Österreich", "P4410021"],
    ["Zoë Lefèvre", "1991-08-30", "Belgique", "EK220917"],
    ["Núria Peña", "1987-12-09", "España", "XDA33127"],
]
ARABIC = [["الاسم", "تاريخ الميلاد", "رقم الجواز"], *([one.arabic, one.born, one.passport] for one in PEOPLE)]
