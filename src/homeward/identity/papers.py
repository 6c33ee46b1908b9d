"""Kinds of papers, told from the words for them in several languages."""

from __future__ import annotations

import re
from enum import StrEnum

from homeward.identity.spelling import key


class Kind(StrEnum):
    """What a paper is."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity card"
    LAISSEZ_PASSER = "laissez-passer"
    BIRTH_CERTIFICATE = "birth certificate"
    RESIDENCE = "residence permit"
    MILITARY = "military paper"
    FACILITATION = "facilitation paper"
    REFUGEE = "refugee paper"
    DRIVING = "driving licence"


# The first kind with a word that stands in the text counts, so that "military identity card" is military.
_WORDS = {
    Kind.LAISSEZ_PASSER: "laissez passer|laisser passer|emergency travel document|emergency passport|emergency travel|etd|lp|"
    "temporary passport|one way document|جواز مرور|وثيقة مرور|تذكرة مرور|ليسيه باسيه|ליסה פסה|תעודת מעבר|תעודת מעבר לישראל|"
    "свидетельство на возвращение|свидетельство на въезд|сертификат на возвращение|посвідчення на повернення|sauf conduit|geçici pasaport|seyahat belgesi",
    Kind.FACILITATION: "facilitation|facilitation document|undefined|undefined nationality|stateless document|travel document for non nationals|"
    "وثيقة تسهيل|وثيقة تسهيل سفر|تسهيل مرور|غير محدد|غير محددة|غير معرف|לא מוגדר|תעודת מעבר ללא אזרחות|неопределенное",
    Kind.MILITARY: "military|army|soldier|military id|دفتر خدمة|دفتر عسكري|هوية عسكرية|عسكري|عسكرية|צבא|צבאי|חוגר|תעודת חוגר|"
    "военный билет|военный|військовий квиток|militaire|livret militaire|asker|askeri",
    Kind.BIRTH_CERTIFICATE: "birth certificate|certificate of birth|birth cert|شهادة ميلاد|شهادة الميلاد|شهادة ولادة|عقد ميلاد|تعودة ميلاد|"
    "תעודת לידה|свидетельство о рождении|свид о рождении|свідоцтво про народження|acte de naissance|extrait de naissance|"
    "certificat de naissance|doğum belgesi|شناسنامه|nüfus kayıt",
    Kind.REFUGEE: "refugee|unhcr|unrwa|convention travel document|asylum|بطاقة لاجئ|لاجئ|الاونروا|كرت التموين|פליט|беженец|удостоверение беженца|réfugié|mülteci",
    Kind.RESIDENCE: "residence|residency|residence permit|permanent resident|green card|iqama|اقامة|الاقامة|بطاقة اقامة|رخصة اقامة|תושב|רישיון ישיבה|"
    "вид на жительство|внж|рвп|посвідка на проживання|посвідка|titre de séjour|carte de séjour|ikamet|ikamet izni",
    Kind.DRIVING: "driving licence|driving license|driver license|drivers licence|drivers license|رخصة قيادة|رخصة سياقة|רישיון נהיגה|"
    "водительское удостоверение|водительские права|permis de conduire|ehliyet",
    Kind.PASSPORT: "passport|pass|ppt|جواز|جواز سفر|الجواز|پاسپورت|گذرنامه|דרכון|паспорт|загранпаспорт|загран паспорт|passeport|pasaport|reisepass|pasaporte",
    Kind.IDENTITY_CARD: "identity card|id card|id|identity|national id|national identity|national number|tc|هوية|الهوية|بطاقة هوية|بطاقة شخصية|"
    "البطاقة الشخصية|بطاقة وطنية|الرقم القومي|رقم قومي|الرقم الوطني|רשומת זהות|תעודת זהות|תז|ת ז|удостоверение личности|внутренний паспорт|посвідчення особи|id карта|"
    "carte d'identité|carte identité|carte nationale|cni|kimlik|kimlik kartı|nüfus cüzdanı|کارت ملی|شماره ملی|personalausweis|dni|cédula",
}
_FORMS = {
    kind: re.compile(
        rf"(?<!\w)(?:{'|'.join(sorted({re.escape(key(word)) for word in words.split('|')}, key=len, reverse=True))})(?!\w)"
    )
    for kind, words in _WORDS.items()
}
_INNER = re.compile(rf"(?<!\w){key('внутренний паспорт')}(?!\w)")


def kind_of(words: str) -> Kind | None:
    """The kind of paper that words name, in English, Arabic, Hebrew, Russian, Ukrainian, French, Turkish or Persian."""
    text = key(words[:200])
    if _INNER.search(text):
        return Kind.IDENTITY_CARD
    return next((kind for kind, form in _FORMS.items() if form.search(text)), None)
