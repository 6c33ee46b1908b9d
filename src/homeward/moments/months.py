"""Names of months and days of the week by language; a new language is a new row here."""

from __future__ import annotations

import re

# Twelve cells each, alternatives in a cell parted by "|"; lower case, Arabic alef without hamza (see `spelling.fold`).
MONTH_NAMES: dict[str, tuple[str, ...]] = {
    "en": tuple(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
        "september|sept|sep october|oct november|nov december|dec".split()
    ),
    "ru": tuple(
        "январь|января|янв февраль|февраля|фев март|марта|мар апрель|апреля|апр май|мая июнь|июня июль|июля "
        "август|августа|авг "
        "сентябрь|сентября|сен|сент октябрь|октября|окт ноябрь|ноября|ноя|нояб декабрь|декабря|дек".split()
    ),
    "ar": tuple(
        "يناير|كانون_الثاني فبراير|شباط مارس|اذار ابريل|نيسان مايو|ايار يونيو|يونيه|حزيران يوليو|يوليه|تموز "
        "اغسطس|اب سبتمبر|ايلول اكتوبر|تشرين_الاول نوفمبر|تشرين_الثاني ديسمبر|كانون_الاول".split()
    ),
    "he": tuple(
        "ינואר|בינואר פברואר|בפברואר מרץ|במרץ אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט "
        "ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר".split()
    ),
}

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_MONTHS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())

MONTHS: dict[str, int] = {
    name.replace("_", " "): number
    for language in MONTH_NAMES.values()
    for number, cell in enumerate(language, start=1)
    for name in cell.split("|")
}

# For building expressions: any month, under the group name "month".
MONTH_FORM = "(?P<month>" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + ")"
