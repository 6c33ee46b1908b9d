"""Words beside a day that say something of it: by which calendar, about, or; and words for nothing given."""

from __future__ import annotations

import re

from homeward.identity.candidates import Calendar
from homeward.identity.spelling import fold

_MARKS = {
    Calendar.SOLAR_HIJRI: (
        "هـ ش|هـ.ش|هش|ه‍.ش.|ش|شمسی|خورشیدی|هجری شمسی|هجري شمسي|هجری خورشیدی|solar hijri|shamsi|jalali|persian|a.h.s|ahs|"
        "sh|солнечной хиджры"
    ),
    Calendar.HIJRI: (
        "هـ ق|هـ.ق|هق|ق|قمری|هجری قمری|هجري قمري|هجرية|هجري|الهجري|للهجرة|هـ|hijri|hijriyya|hijriya|lunar hijri|a.h|ah|h|hicri|"
        "хиджры|היג'רי"
    ),
    Calendar.GREGORIAN: "م|ميلادي|ميلادية|میلادی|للميلاد|a.d|ad|ce|c.e|gregorian|miladi|н.э|לספירה|למניינם|ap. j.-c",
    Calendar.HEBREW: "hebrew|עברי|jewish|a.m",
    Calendar.BUDDHIST: "b.e|be|พ.ศ|buddhist",
}
_ABOUT = (
    "about|around|circa|ca.|ca|c.|c|approx.|approx|approximately|approximate|estimated|est.|est|probably|some time in|~|"
    "حوالي|حوالى|نحو|تقريبا|تقريبًا|قرابة|حدود|около|примерно|приблизительно|ок.|приблизно|близько|"
    "בערך|סביב|לערך|vers|environ|env.|yaklaşık|tahminen|civarı|تقریبا|حدودا|etwa|ungefähr|alrededor de|aproximadamente"
)
_MISSING = (
    "-|--|---|.|..|...|?|??|???|/|//|*|x|xx|xxx|n/a|n.a.|n.a|na|nil|none|null|nan|\\n|#n/a|tbd|tbc|unknown|not known|unk|"
    "not available|not given|not provided|not stated|not applicable|no data|missing|blank|empty|not recorded|illegible|"
    "dd/mm/yyyy|mm/dd/yyyy|yyyy-mm-dd|"
    "غير معروف|غير معروفة|غير معلوم|غير متوفر|غير متوفرة|غير مذكور|غير متاح|غير محدد|مجهول|لا يوجد|لايوجد|لا يعرف|بدون|"
    "не известно|неизвестно|неизвестна|неизвестен|не указано|не указана|не указан|нет|нет данных|н/д|н.д.|б/д|отсутствует|"
    "невідомо|немає|немає даних|не вказано|"
    "לא ידוע|לא ידועה|לא נמסר|לא צוין|אין|חסר|לא רלוונטי|ללא|"
    "inconnu|inconnue|non connu|non connue|non communiqué|néant|sans objet|non renseigné|bilinmiyor|belirsiz|yok|"
    "نامعلوم|نامشخص|ندارد|unbekannt|desconocido|desconocida"
)
_OR = ("or|oder|ou|veya|ya da|o|או|أو|یا|или|або|и́ли",)


def _words(names: str) -> str:
    return "|".join(sorted({re.escape(fold(name)) for name in names.split("|")} - {""}, key=len, reverse=True))


MISSING = frozenset(fold(name) for name in _MISSING.split("|"))
_ZEROS = re.compile(r"0+([-/. ]0+){0,2}([t ][0:.]+z?)?|[-/. _?*x]+")
_MARK_FORMS = {
    calendar: (
        re.compile(rf"(?P<rest>.*\d.*?)(?:(?<=\d)| )\(?(?:{_words(names)})\.?\)?"),
        re.compile(rf"\(?(?:{_words(names)})\.?\)?[ :]+(?P<rest>.*\d.*)"),
    )
    for calendar, names in _MARKS.items()
}
_ABOUT_FORM = re.compile(
    rf"(?:{_words(_ABOUT)})(?: |(?<=[~.])|(?=\d))+(?P<rest>.+)|(?P<before>.+?) ?(?:\?|{_words(_ABOUT)})"
)
OR = re.compile(rf" (?:{_words(_OR[0])}) ")


def missing(text: str) -> bool:
    """Whether folded words say that nothing is given."""
    return not text or text in MISSING or text.strip("()[]. ") in MISSING or _ZEROS.fullmatch(text) is not None


def unmarked(text: str) -> tuple[str, Calendar | None]:
    """Folded words without the mark of a calendar, and that calendar."""
    for calendar, forms in _MARK_FORMS.items():
        for form in forms:
            if found := form.fullmatch(text):
                return found["rest"].strip(" ,("), calendar
    return text, None


def without_about(text: str) -> tuple[str, bool]:
    """Folded words without "about" and its like, and whether it stood there."""
    found = _ABOUT_FORM.fullmatch(text)
    if found is None:
        return text, False
    return (found["rest"] or found["before"]).strip(), True
