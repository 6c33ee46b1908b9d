"""The words on a manifest and in the message that calls a family forward, in the languages in which they go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Words:
    """One language, and whether it runs from right to left. Texts with braces are filled in; nothing is put together from parts."""

    rtl: bool
    title: str
    people: str
    version: str
    published: str
    for_whom: str
    columns: Mapping[str, str]
    recipients: Mapping[str, str]
    places: Mapping[str, str]
    marks: Mapping[str, str]
    page: str
    departs: str
    call: str
    date: str
    handling: str


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "en": Words(
            rtl=False,
            title="Manifest",
            people="People in this file: {count}",
            version="Version {number}",
            published="Signed by two people of the desk; published {at}",
            for_whom="For: {recipient}",
            columns={
                "row": "No.", "names": "Name", "born": "Born", "nationalities": "Nationality", "documents": "Papers",
                "family": "Family", "initials": "Initials", "vehicle": "Vehicle", "place": "Place", "tag": "Tag",
                "pickup": "At the pick-up", "gate": "At the gate",
            },
            recipients={
                "authority": "the authority at the crossing", "receiving": "the consulate that receives them",
                "medic": "the medic", "driver": "the driver", "team": "the boarding team",
            },
            places={"seat": "seat", "wheelchair": "wheelchair", "stretcher": "lying down"},
            marks={
                "boarded": "boarded", "no_show": "not come", "refused": "not let on", "crossed": "crossed",
                "turned_back": "turned back",
            },
            page="{page} of {pages}",
            departs="{crossing}, {on}. Leaves {pickup} at {departs}.",
            call=(
                "You are on the list to travel on {on}. Be at {pickup} one hour before {departs}, local time, with "
                "your papers and this number: {tag}. Come together: {count}. Nobody will ask you for money."
            ),
            date=(
                "You are planned to travel on {on}. Be at {pickup} one hour before {departs}, local time, with your "
                "papers. Come together: {count}. A plan can change: wait for the message that you are on the list. "
                "Nobody will ask you for money."
            ),
            handling="Hand on to nobody else. Destroy when the convoy is back.",
        ),
        "ar": Words(
            rtl=True,
            title="كشف المسافرين",
            people="عدد الأشخاص في هذا الملف: {count}",
            version="النسخة {number}",
            published="موقّع من شخصين في المكتب؛ نُشر {at}",
            for_whom="إلى: {recipient}",
            columns={
                "row": "الرقم", "names": "الاسم", "born": "تاريخ الميلاد", "nationalities": "الجنسية",
                "documents": "الوثائق", "family": "العائلة", "initials": "الأحرف الأولى", "vehicle": "المركبة",
                "place": "المكان", "tag": "الرمز", "pickup": "عند نقطة التجمع", "gate": "عند المعبر",
            },
            recipients={
                "authority": "السلطة عند المعبر", "receiving": "القنصلية المستقبِلة", "medic": "المسعف",
                "driver": "السائق", "team": "فريق الصعود",
            },
            places={"seat": "مقعد", "wheelchair": "كرسي متحرك", "stretcher": "نقّالة"},
            marks={
                "boarded": "صعد", "no_show": "لم يحضر", "refused": "لم يُسمح له", "crossed": "عبر", "turned_back": "أُعيد",
            },
            page="{page} من {pages}",
            departs="{crossing}، {on}. الانطلاق من {pickup} الساعة {departs}.",
            call=(
                "أنتم على قائمة السفر يوم {on}. احضروا إلى {pickup} قبل الساعة {departs} بساعة بالتوقيت المحلي، ومعكم "
                "وثائقكم وهذا الرقم: {tag}. احضروا معًا: {count}. لن يطلب منكم أحد مالًا."
            ),
            date=(
                "من المخطط أن تسافروا يوم {on}. احضروا إلى {pickup} قبل الساعة {departs} بساعة بالتوقيت المحلي ومعكم "
                "وثائقكم. احضروا معًا: {count}. قد تتغير الخطة: انتظروا الرسالة التي تقول إنكم على القائمة. لن يطلب منكم "
                "أحد مالًا."
            ),
            handling="لا يُسلَّم إلى أحد غيره. يُتلف بعد عودة القافلة.",
        ),
    }
)  # fmt: skip
"""By the code of the language."""


def call(language: str, *, on: str, pickup: str, departs: str, tags: tuple[str, ...]) -> str:
    """The message to one family: which day, where, when, and the numbers of those who travel together; no name is in it."""
    apart = [f"\u2068{each}\u2069" for each in (on, pickup, departs, ", ".join(tags), str(len(tags)))]
    values = dict(zip(("on", "pickup", "departs", "tag", "count"), apart, strict=True))
    return WORDS[language].call.format(**values)


def date(language: str, *, on: str, pickup: str, departs: str, count: int) -> str:
    """The message that tells a family its date by a plan; no name is in it, and it says that a plan can change."""
    apart = [f"\u2068{each}\u2069" for each in (on, pickup, departs, str(count))]
    return WORDS[language].date.format(**dict(zip(("on", "pickup", "departs", "count"), apart, strict=True)))
