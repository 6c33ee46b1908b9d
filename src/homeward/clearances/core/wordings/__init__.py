"""The sentences of a request for permission, written for each language by itself.

Days, numbers and what is told of a person are written as in letters about lists (matching.core.wordings).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One language. Nothing in it says whether somebody is a man or a woman; places in braces are filled with data."""

    subject: str
    opening: str
    answer: str
    we_ask: str
    family: str
    alone: str
    nationality: str
    reference: str
    closing: str


ASKING = {
    "en": Asking(
        subject="Request for permission: {purpose}",
        opening="We ask for your permission for the people named below: {purpose}.",
        answer=(
            "For each of them, please let us know whether permission is given, from which day until which day, and on what "
            "conditions. If it is not given, we would be grateful to know that as well."
        ),
        we_ask="We ask for permission for:",
        family="Family {number}",
        alone="People who travel without their family",
        nationality="nationality as it was given: {words}",
        reference="our reference: {ref}",
        closing="Please give our reference of each person with your answer. Families wish to travel together.",
    ),
    "ar": Asking(
        subject="طلب تصريح: {purpose}",
        opening="نطلب من حضرتكم التصريح للأشخاص المذكورين أدناه: {purpose}.",
        answer=(
            "نرجو إفادتنا بشأن كل شخص منهم بما إذا كان التصريح قد صدر، ومن أي يوم إلى أي يوم، وبأي شروط. "
            "وإن لم يصدر، فسنكون شاكرين لإبلاغنا بذلك أيضًا."
        ),
        we_ask="نطلب التصريح لكل من:",
        family="العائلة {number}",
        alone="أشخاص يسافرون من دون عائلاتهم",
        nationality="الجنسية كما وردت: {words}",
        reference="رقمنا المرجعي: {ref}",
        closing="نرجو ذكر رقمنا المرجعي لكل شخص في ردكم. وترغب العائلات في السفر معًا.",
    ),
    "he": Asking(
        subject="בקשה לאישור: {purpose}",
        opening="אנו מבקשים את אישורכם עבור האנשים ששמותיהם להלן: {purpose}.",
        answer=(
            "נבקש להודיע לנו לגבי כל אחד ואחת מהם אם ניתן אישור, מאיזה יום ועד איזה יום, ובאילו תנאים. "
            "אם לא ניתן אישור, נודה גם על הודעה כזאת."
        ),
        we_ask="אנו מבקשים אישור עבור:",
        family="משפחה {number}",
        alone="אנשים הנוסעים ללא משפחתם",
        nationality="אזרחות כפי שנמסרה: {words}",
        reference="מספר הסימוכין שלנו: {ref}",
        closing="נבקש לציין בתשובתכם את מספר הסימוכין שלנו לגבי כל אדם. המשפחות מבקשות לנסוע יחד.",
    ),
    "ru": Asking(
        subject="Запрос разрешения: {purpose}",
        opening="Просим вашего разрешения для названных ниже людей: {purpose}.",
        answer=(
            "Просим сообщить о каждом из них, дано ли разрешение, с какого по какой день и на каких условиях. "
            "Если разрешение не дано, будем признательны и за такой ответ."
        ),
        we_ask="Просим разрешения для следующих лиц:",
        family="Семья {number}",
        alone="Лица, которые едут без семьи",
        nationality="гражданство, как оно указано: {words}",
        reference="наш номер: {ref}",
        closing="Просим в ответе указать наш номер для каждого лица. Семьи хотят ехать вместе.",
    ),
}
