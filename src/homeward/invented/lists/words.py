"""The words of offices: countries, sex, needs, places and kinship in Arabic, Russian and Hebrew."""

from __future__ import annotations

from homeward.invented.person import Kinship, Need, Person, Sex

ARABIC_COUNTRIES = {
    "RUS": "روسيا", "UKR": "أوكرانيا", "PSE": "فلسطين", "EGY": "مصر", "TUN": "تونس", "TUR": "تركيا", "ISR": "إسرائيل",
    "THA": "تايلاند", "PHL": "الفلبين",
}  # fmt: skip
RUSSIAN_COUNTRIES = {
    "RUS": "РФ", "UKR": "Украина", "PSE": "Палестина", "EGY": "Египет", "TUN": "Тунис", "TUR": "Турция", "ISR": "Израиль",
    "THA": "Таиланд", "PHL": "Филиппины",
}  # fmt: skip
HEBREW_COUNTRIES = {
    "RUS": "רוסיה", "UKR": "אוקראינה", "PSE": "פלסטין", "EGY": "מצרים", "TUN": "תוניסיה", "TUR": "טורקיה", "ISR": "ישראל",
    "THA": "תאילנד", "PHL": "פיליפינים",
}  # fmt: skip
ARABIC_SEX = {Sex.MALE: "ذكر", Sex.FEMALE: "أنثى"}
RUSSIAN_SEX = {Sex.MALE: "муж.", Sex.FEMALE: "жен."}
HEBREW_SEX = {Sex.MALE: "ז", Sex.FEMALE: "נ"}
ARABIC_NEEDS = {
    Need.CHILD_AT_RISK: "طفل معرض للخطر", Need.UNACCOMPANIED_CHILD: "طفل غير مصحوب", Need.OLDER_PERSON: "مسن",
    Need.SINGLE_PARENT: "معيل وحيد", Need.DISABILITY: "إعاقة", Need.MEDICAL_CONDITION: "حالة طبية خطيرة",
    Need.FAMILY_UNITY: "وحدة الأسرة", Need.PREGNANT: "حامل",
}  # fmt: skip
RUSSIAN_NEEDS = {
    Need.CHILD_AT_RISK: "ребёнок в опасности", Need.UNACCOMPANIED_CHILD: "без сопровождения", Need.OLDER_PERSON: "пожилой возраст",
    Need.SINGLE_PARENT: "одна с детьми", Need.DISABILITY: "инвалидность", Need.MEDICAL_CONDITION: "тяжёлое заболевание",
    Need.FAMILY_UNITY: "семья с разным гражданством", Need.PREGNANT: "беременна",
}  # fmt: skip
HEBREW_NEEDS = {Need.MEDICAL_CONDITION: "מצב רפואי", Need.CHILD_AT_RISK: "קטין", Need.OLDER_PERSON: "קשיש"}
ARABIC_PLACES = {
    "Gaza": "غزة", "Jabalia": "جباليا", "Beit Lahia": "بيت لاهيا", "Deir al-Balah": "دير البلح", "Nuseirat": "النصيرات",
    "Khan Yunis": "خان يونس", "Abasan": "عبسان", "Rafah": "رفح", "": "",
}  # fmt: skip
_ARABIC_KIN = {
    ("parent", Sex.MALE): "أب", ("parent", Sex.FEMALE): "أم", ("child", Sex.MALE): "ابن", ("child", Sex.FEMALE): "ابنة",
    ("spouse", Sex.MALE): "زوج", ("spouse", Sex.FEMALE): "زوجة", ("alone", Sex.MALE): "فرد", ("alone", Sex.FEMALE): "فرد",
}  # fmt: skip
_RUSSIAN_KIN = {
    ("parent", Sex.MALE): "отец", ("parent", Sex.FEMALE): "мать", ("child", Sex.MALE): "сын", ("child", Sex.FEMALE): "дочь",
    ("spouse", Sex.MALE): "муж", ("spouse", Sex.FEMALE): "жена", ("alone", Sex.MALE): "", ("alone", Sex.FEMALE): "",
}  # fmt: skip


def in_arabic(person: Person) -> str:
    """What a person is in the house."""
    return _ARABIC_KIN[_part(person), person.sex]


def in_russian(person: Person) -> str:
    """What a person is in the house."""
    return _RUSSIAN_KIN[_part(person), person.sex]


def _part(person: Person) -> str:
    if person.kin(Kinship.CHILD):
        return "parent"
    if person.kin(Kinship.PARENT):
        return "child"
    return "spouse" if person.kin(Kinship.SPOUSE) else "alone"
