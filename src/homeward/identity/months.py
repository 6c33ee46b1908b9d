"""Names of months by language and calendar, and words that stand beside a day; a new language is a new row here."""

from __future__ import annotations

import re

from homeward.identity.calendars import ADAR, ADAR_FIRST, ADAR_SECOND
from homeward.identity.candidates import Calendar
from homeward.identity.spelling import fold

# Twelve cells each, alternatives in a cell parted by "|", "_" for a space.
_GREGORIAN = (
    # English, French, German, Spanish, Turkish
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct "
    "november|nov december|dec",
    "janvier|janv février|févr|fev mars avril|avr mai juin juillet|juil août septembre octobre novembre décembre|déc",
    "januar|jänner februar märz|mrz april mai juni juli august september oktober|okt november dezember|dez",
    "enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic",
    "ocak|oca şubat|şub mart nisan|nis mayıs haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara",
    # Russian, Ukrainian
    "январь|января|янв февраль|февраля|фев|февр март|марта|мар апрель|апреля|апр май|мая июнь|июня|июн июль|июля|июл "
    "август|августа|авг сентябрь|сентября|сен|сент октябрь|октября|окт ноябрь|ноября|ноя|нояб декабрь|декабря|дек",
    "січень|січня лютий|лютого березень|березня квітень|квітня травень|травня червень|червня липень|липня "
    "серпень|серпня вересень|вересня жовтень|жовтня листопад|листопада грудень|грудня",
    # Arabic: Egypt and the Gulf, the Levant and Iraq, the Maghreb, Morocco; then Persian and Hebrew
    "يناير فبراير مارس أبريل|إبريل مايو يونيو|يونيه يوليو|يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "كانون_الثاني|كانون_ثاني|كانون_ثان شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول|تشرين_أول "
    "تشرين_الثاني|تشرين_ثاني|تشرين_ثان كانون_الأول|كانون_أول",
    "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
    "ינואר פברואר מרץ|מרס|מארס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
)
_HIJRI = (
    "محرم|المحرم صفر ربيع_الأول|ربيع_أول ربيع_الثاني|ربيع_الآخر|ربيع_ثاني "
    "جمادى_الأولى|جمادى_الأول|جمادى_أول جمادى_الآخرة|جمادى_الثانية|جمادى_الثاني|جمادى_ثاني رجب شعبان رمضان شوال "
    "ذو_القعدة|ذي_القعدة|ذوالقعدة|ذيقعده ذو_الحجة|ذي_الحجة|ذوالحجة|ذيحجه",
    "muharram safar rabi_al-awwal|rabi_i|rabi_1|rabi_al_awwal rabi_al-thani|rabi_ii|rabi_2|rabi_al-akhir|rabi_al_thani "
    "jumada_al-ula|jumada_i|jumada_1|jumada_al-awwal jumada_al-thani|jumada_ii|jumada_2|jumada_al-akhira rajab "
    "shaban|sha'ban ramadan|ramazan shawwal|shawal dhu_al-qadah|dhul_qadah|dhu_al-qi'dah|zulqada "
    "dhu_al-hijjah|dhul_hijjah|dhu_al-hijja|zulhijja",
)
_SOLAR = (
    "فروردین اردیبهشت خرداد تیر مرداد|امرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand",
)
_HEBREW = {
    "תשרי|tishri|tishrei": 1, "חשוון|חשון|מרחשוון|מרחשון|cheshvan|heshvan|marcheshvan": 2, "כסלו|כסליו|kislev": 3,
    "טבת|tevet": 4, "שבט|shvat|shevat": 5, "אדר|adar": ADAR,
    "אדר_א|אדר_ראשון|adar_i|adar_1|adar_aleph": ADAR_FIRST, "אדר_ב|אדר_שני|adar_ii|adar_2|adar_bet": ADAR_SECOND,
    "ניסן": 7, "אייר|iyar|iyyar": 8, "סיוון|סיון|sivan": 9, "תמוז|tammuz|tamuz": 10, "אב|מנחם_אב|av": 11, "אלול|elul": 12,
}  # fmt: skip

_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun lundi mardi "
    "mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes "
    "miércoles jueves viernes sábado domingo pazartesi salı çarşamba perşembe cuma cumartesi pazar "
    "понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер п'ятниця субота неділя "
    "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد اثنين ثلاثاء أربعاء خميس جمعة سبت أحد"
).split()
# What stands around a day and says nothing of it. "_" for a space.
_AROUND = (
    "born on of the in de du del le la né née nacido nacida dob d.o.b date_of_birth birth_date birthdate birthday date "
    "day month year geboren am doğum tarihi doğumlu tarihinde yılı "
    "родился родилась дата рождения г. г год года году рік року р. р р.н. р.н рн г.р. г.р гр рожд народився народилася "
    "дата_народження число числа месяц месяца "
    "مواليد ولد ولدت المولود المولودة ولادة الولادة ميلاد الميلاد تاريخ تاريخ_الميلاد تاريخ_الولادة في يوم شهر من "
    "سنة عام لسنة لعام بتاريخ متولد تولد متولدین سال ماه روز "
    "נולד נולדה יליד ילידת תאריך לידה תאריך_לידה בשנת שנת לחודש בחודש יום"
).split()


def _folded(cell: str) -> list[str]:
    return [fold(name.replace("_", " ")) for name in cell.split("|")]


def _table() -> dict[str, tuple[tuple[Calendar, int], ...]]:
    """Every name of a month, folded, with the months it may be."""
    made: dict[str, dict[tuple[Calendar, int], None]] = {}
    for calendar, languages in (
        (Calendar.GREGORIAN, _GREGORIAN),
        (Calendar.HIJRI, _HIJRI),
        (Calendar.SOLAR_HIJRI, _SOLAR),
    ):
        for language in languages:
            for number, cell in enumerate(language.split(" "), start=1):
                for name in _folded(cell):
                    made.setdefault(name, {})[calendar, number] = None
    for cell, number in _HEBREW.items():
        for name in _folded(cell):
            made.setdefault(name, {})[Calendar.HEBREW, number] = None
    made[fold("nisan")][Calendar.HEBREW, 7] = None
    return {name: tuple(months) for name, months in made.items()}


def _words(names: list[str]) -> str:
    return "|".join(sorted((re.escape(fold(name.replace("_", " "))) for name in names), key=len, reverse=True))


MONTHS = _table()
MONTH = re.compile(rf"(?<![^\W\d_])(?:{fold('ב')}|{fold('ل')})?(?P<month>{_words(list(MONTHS))})(?![^\W\d_])\.?")
WEEKDAY = re.compile(rf"(?<!\w)(?:{_words(_WEEKDAYS)})(?!\w)[.,]?")
AROUND = re.compile(rf"(?<![^\W\d_])(?:{_words(_AROUND)})(?!\w)[.:]?")
