"""Letters in Arabic. Months have both of their names, since offices east and west of Sinai use one each."""

from __future__ import annotations

from homeward.matching.core.wordings.wording import Tie, Wording
from homeward.names import Script

_MONTHS = (
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو", "تموز/يوليو", "آب/أغسطس",
    "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
)  # fmt: skip
WORDING = Wording(
    language="ar",
    direction="rtl",
    script=Script.ARABIC,
    months=_MONTHS,
    months_alone=_MONTHS,
    day="{day} {month} {year}",
    month_of_year="{month} {year} (اليوم غير معروف)",
    year="{year} (اليوم والشهر غير معروفين)",
    between="بين {first} و{last}",
    digits="٠١٢٣٤٥٦٧٨٩",
    list_of_day="كشف «{title}» بتاريخ {day} (رقم {number} مما وصلنا)",
    list_undated="كشف «{title}» (رقم {number} مما وصلنا)",
    subject="أفراد عائلات لم ترد أسماؤهم في كشف «{title}»",
    greeting="تحية طيبة وبعد،",
    opening="نكتب إليكم بشأن {list}.",
    purpose=(
        "وردت في هذا الكشف أسماء أفراد من العائلات المذكورة أدناه، ولم نجد فيه أسماء أفراد آخرين من العائلات نفسها. "
        "نرجو التكرم بالتحقق مما إذا كان ينبغي إدراج أسمائهم في الكشف، وإفادتنا بالنتيجة."
    ),
    counted="عدد الأشخاص المذكورين في هذه الرسالة: {count}.",
    family="العائلة {number}",
    on_the_list="وردت أسماؤهم في الكشف:",
    off_the_list="لم نجد أسماءهم في الكشف، ونرجو التحقق منها:",
    to_check="نرجو التأكد مما يلي:",
    born="تاريخ الميلاد: {day}",
    born_unread="تاريخ الميلاد كما كُتب: «{words}»",
    born_default="تاريخ الميلاد: {day} (كثيرًا ما يُكتب هذا التاريخ في الوثائق عندما يكون اليوم غير معروف)",
    paper="الوثيقة: {numbers}",
    also_written="كتابة أخرى للاسم: {names}",
    off_since="الاسم غير وارد في الكشف منذ رقم {number} مما وصلنا",
    tie="صلة القرابة: {tie}",
    ties={
        Tie.CHILD: "من أبناء {name} ({place})",
        Tie.PARENT: "أحد والدي {name} ({place})",
        Tie.SPOUSE: "علاقة زواج مع {name} ({place})",
        Tie.GUARDIAN: "له أو لها الوصاية على {name} ({place})",
        Tie.WARD: "تحت وصاية {name} ({place})",
        Tie.HOUSEHOLD: "من أسرة {name} ({place})",
    },
    row="السطر {row}",
    sheet_and_row="الورقة {sheet}، السطر {row}",
    no_row="قيد من دون سطر مستقل",
    may_be="{place}: قد يكون المقصود الشخص نفسه: {person}. {spelling}",
    may_name=(
        "{place}: تعذرت علينا قراءة هذا السطر كاملًا، وقد يكون المقصود فيه: {person}. نرجو إفادتنا بمن ورد اسمه فيه."
    ),
    spelling="نرجو التأكد من كتابة الاسم ومن تاريخ الميلاد.",
    closing="إذا كان الاسم واردًا في الكشف بكتابة أخرى، فيكفينا رقم السطر.",
    regards="وتفضلوا بقبول فائق الاحترام،",
    stop="؛ ",
    comma="، ",
)
