"""A name is written in the script of each office, alike by one office every time, and is nobody's known in public."""

from __future__ import annotations

import pytest

from homeward.invented import Person, Style, people
from homeward.invented.cyrillic import arabic, hebrew, latin, patronymic, ukrainian_latin
from homeward.invented.spellings import parts
from homeward.names import Script, compare, key
from homeward.names.letters import script_of

SCRIPTS = {
    Style.ARABIC: Script.ARABIC,
    Style.ENGLISH: Script.LATIN,
    Style.FRENCH: Script.LATIN,
    Style.RUSSIAN: Script.CYRILLIC,
    Style.RUSSIAN_PASSPORT: Script.LATIN,
    Style.UKRAINIAN_PASSPORT: Script.LATIN,
    Style.HEBREW: Script.HEBREW,
}
# A second list, made apart from that of the product.
PUBLIC = (
    "محمود عباس", "ياسر عرفات", "إسماعيل هنية", "يحيى السنوار", "خالد مشعل", "مروان البرغوثي",
    "محمد مرسي", "جمال عبد الناصر", "أنور السادات",
    "Владимир Путин", "Дмитрий Медведев", "Мария Захарова", "Сергей Лавров", "Михаил Богданов", "Борис Ельцин", "Тарас Шевченко",
    "Юлия Тимошенко", "Рамзан Кадыров", "Аслан Масхадов", "Анатолий Карпов", "Георгий Жуков", "Алексей Леонов", "Андрей Козлов",
    "משה דיין", "יצחק רבין", "שמעון פרס", "גלעד שליט", "אהוד אולמרט", "בנימין נתניהו", "יצחק הרצוג",
    "Mustafa Kemal", "Orhan Pamuk", "Murat Kurt", "Burak Yılmaz",
)  # fmt: skip


@pytest.mark.parametrize("style", Style)
def test_each_style_keeps_to_its_script(everybody: tuple[Person, ...], style: Style) -> None:
    for person in everybody:
        written = person.name.written(style)
        assert {script_of(letter) for letter in written if letter.isalpha()} == {SCRIPTS[style]}, written


def test_every_part_has_a_spelling_by_every_office() -> None:
    for kind, group in parts().items():
        for part in group:
            assert all((part.arabic, part.hebrew, part.cyrillic, part.english, part.french)), (kind, part.own)
            assert all(word.strip() == word and word for word in (*part.arabic, *part.hebrew, *part.cyrillic))


def test_an_office_writes_a_name_alike_every_time(everybody: tuple[Person, ...]) -> None:
    assert all(p.name.written(style) == p.name.written(style) for p in everybody[:200] for style in Style)


def test_a_house_shares_the_spelling_of_its_family_name(everybody: tuple[Person, ...]) -> None:
    houses: dict[tuple[str, str], set[str]] = {}
    for person in everybody:
        if person.name.family:
            written = person.name.last(Style.ENGLISH)
            houses.setdefault((person.household, person.name.family.own), set()).add(written)

    assert all(len(written) == 1 for written in houses.values())


def test_offices_do_not_all_write_alike(everybody: tuple[Person, ...]) -> None:
    ways = [{p.name.written(s) for s in (Style.ENGLISH, Style.FRENCH, Style.RUSSIAN_PASSPORT)} for p in everybody]

    assert sum(len(way) > 1 for way in ways) > len(ways) / 2


def test_most_spellings_of_one_name_are_known_to_be_one(everybody: tuple[Person, ...]) -> None:
    some = everybody[::20]
    scores = [compare(p.name.last(Style.ENGLISH), p.name.last(Style.RUSSIAN)).score for p in some]

    assert sum(score > 0.5 for score in scores) > len(scores) * 0.8


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nobody_bears_the_name_of_somebody_known_in_public(seed: int) -> None:
    known = {frozenset(key(name).split()) for name in PUBLIC}
    for person in people(seed, 3_000):
        assert person.name.given and person.name.family
        assert frozenset(f"{key(person.name.given.own)} {key(person.name.family.own)}".split()) not in known


@pytest.mark.parametrize(
    ("father", "son", "daughter"),
    [
        ("Сергей", "Сергеевич", "Сергеевна"),
        ("Юрий", "Юрьевич", "Юрьевна"),
        ("Дмитрий", "Дмитриевич", "Дмитриевна"),
        ("Илья", "Ильич", "Ильинична"),
        ("Никита", "Никитич", "Никитична"),
        ("Павел", "Павлович", "Павловна"),
        ("Игорь", "Игоревич", "Игоревна"),
        ("Ахмад", "Ахмадович", "Ахмадовна"),
        ("Али", "Алиевич", "Алиевна"),
        ("Муса", "Мусаевич", "Мусаевна"),
    ],
)
def test_a_patronymic_is_made_of_the_father_s_name(father: str, son: str, daughter: str) -> None:
    assert (patronymic(father, female=False), patronymic(father, female=True)) == (son, daughter)


@pytest.mark.parametrize(
    ("russian", "in_passport", "in_ukraine", "in_arabic", "in_hebrew"),
    [
        ("Юлия", "Iuliia", "Iulyia", "يوليا", "יוליה"),
        ("Щербаков", "Shcherbakov", "Shcherbakov", "شتشيرباكوف", "שצ'רבקוב"),
        ("Галина", "Galina", "Halyna", "غالينا", "גלינה"),
        ("Иванов", "Ivanov", "Yvanov", "إيفانوف", "איבנוב"),
    ],
)
def test_russian_letters_become_those_of_others(
    russian: str, in_passport: str, in_ukraine: str, in_arabic: str, in_hebrew: str
) -> None:
    assert (latin(russian), ukrainian_latin(russian)) == (in_passport, in_ukraine)
    assert (arabic(russian), hebrew(russian)) == (in_arabic, in_hebrew)
