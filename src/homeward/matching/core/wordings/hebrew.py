"""Letters in Hebrew."""

from __future__ import annotations

from homeward.matching.core.wordings.wording import Tie, Wording
from homeward.names import Script

_MONTHS = (
    "ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר",
)  # fmt: skip
WORDING = Wording(
    language="he",
    direction="rtl",
    script=Script.HEBREW,
    months=tuple(f"ב{month}" for month in _MONTHS),
    months_alone=_MONTHS,
    day="{day} {month} {year}",
    month_of_year="{month} {year} (היום אינו ידוע)",
    year="{year} (היום והחודש אינם ידועים)",
    between="בין {first} ל־{last}",
    list_of_day='הרשימה "{title}" מיום {day} (מס\' {number} מאלה שקיבלנו)',
    list_undated='הרשימה "{title}" (מס\' {number} מאלה שקיבלנו)',
    subject='בני משפחה שאינם מופיעים ברשימה "{title}"',
    greeting="שלום רב,",
    opening="אנו פונים אליכם בעניין {list}.",
    purpose=(
        "ברשימה זו מופיעים בני משפחה מן המשפחות שלהלן. בני משפחה אחרים מאותן משפחות לא מצאנו בה. "
        "נבקש לבדוק אם יש לכלול את שמותיהם ברשימה, ולהודיע לנו מה העלתה הבדיקה."
    ),
    counted="מספר האנשים הנזכרים במכתב זה: {count}.",
    family="משפחה {number}",
    on_the_list="מופיעים ברשימה:",
    off_the_list="לא נמצאו ברשימה, ונבקש לבדוק:",
    to_check="נבקש לברר:",
    born="תאריך לידה: {day}",
    born_unread='תאריך הלידה כפי שנכתב: "{words}"',
    born_default="תאריך לידה: {day} (במסמכים נרשם לעתים קרובות תאריך זה כשהיום אינו ידוע)",
    paper="מסמך: {numbers}",
    also_written="כתיב אחר: {names}",
    off_since="השם אינו מופיע ברשימה החל ממס' {number} מאלה שקיבלנו",
    tie="קרבה: {tie}",
    ties={
        Tie.CHILD: "מילדי {name} ({place})",
        Tie.PARENT: "הורה של {name} ({place})",
        Tie.SPOUSE: "בקשר נישואין עם {name} ({place})",
        Tie.GUARDIAN: "באחריות על {name} ({place})",
        Tie.WARD: "באחריות של {name} ({place})",
        Tie.HOUSEHOLD: "מאותה משפחה עם {name} ({place})",
    },
    row="שורה {row}",
    sheet_and_row="גיליון {sheet}, שורה {row}",
    no_row="רישום ללא שורה נפרדת",
    may_be="{place}: ייתכן שמדובר באותו אדם: {person}. {spelling}",
    may_name="{place}: לא הצלחנו לקרוא את השורה במלואה, וייתכן שהיא נוגעת לאדם זה: {person}. נבקש להודיע לנו מי נזכר בה.",
    spelling="נבקש לבדוק את כתיב השם ואת תאריך הלידה.",
    closing="אם השם מופיע ברשימה בכתיב אחר, די לנו במספר השורה.",
    regards="בכבוד רב,",
    stop="; ",
    comma=", ",
)
