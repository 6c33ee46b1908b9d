"""A number in Arabic, in words or in either kind of digits, is read with how it was put and what it counts."""

import pytest

from homeward.reading.core.arabic import figures


@pytest.mark.parametrize(
    ("words", "text", "op", "lo", "hi", "unit"),
    [
        ("خرج 611 شخصا", "611 شخصا", "eq", 611, 611, "person"),
        ("خرج ٦١١ شخصا", "٦١١ شخصا", "eq", 611, 611, "person"),
        ("غادر أكثر من ستمئة مدني", "أكثر من ستمئة مدني", "gt", 600, None, "person"),
        ("عبر ما لا يقل عن ألف وأربعمئة لاجئ", "ما لا يقل عن ألف وأربعمئة لاجئ", "ge", 1400, None, "person"),
        ("في القبو أحد عشر أسيرا على الأقل", "أحد عشر أسيرا على الأقل", "ge", 11, None, "person"),
        ("العدد لا يتجاوز تسعا وسبعين رهينة", "لا يتجاوز تسعا وسبعين رهينة", "le", None, 79, "person"),
        ("مرت أقل من عشرين شاحنة", "أقل من عشرين شاحنة", "lt", None, 20, "truck"),
        ("نحو ثلاثمئة وخمسين عائلة", "نحو ثلاثمئة وخمسين عائلة", "about", 350, 350, "family"),
        ("ألف مسلح تقريبا", "ألف مسلح تقريبا", "about", 1000, 1000, "person"),
        ("ما بين خمسين وستين ألف لاجئ", "ما بين خمسين وستين ألف لاجئ", "range", 50000, 60000, "person"),
        ("بين خمسة وعشرين وثلاثين طنا", "بين خمسة وعشرين وثلاثين طنا", "range", 25, 30, "tonne"),
        ("30-40 طنا", "30-40 طنا", "range", 30, 40, "tonne"),
        ("ثلاث مئة واثنان وعشرون جريحا", "ثلاث مئة واثنان وعشرون جريحا", "eq", 322, 322, "person"),
        ("مليونان ونصف المليون دولار", "مليونان ونصف المليون دولار", "eq", 2500000, 2500000, "dollar"),
        ("٢٫٥ مليون لتر", "٢٫٥ مليون لتر", "eq", 2500000, 2500000, "litre"),
        ("على مرحلتين", "مرحلتين", "eq", 2, 2, "stage"),
        ("أفرج عن أسيرين", "أسيرين", "eq", 2, 2, "person"),
        ("الأسرى الثلاثة", "الأسرى الثلاثة", "eq", 3, 3, "person"),
        ("عشرات الحافلات", "عشرات الحافلات", "vague", None, None, "bus"),
        ("بعض العائلات", "بعض العائلات", "vague", None, None, "family"),
        ("خمسة من أسراها", "خمسة من أسراها", "eq", 5, 5, "person"),
        ("شاحنة واحدة", "شاحنة واحدة", "eq", 1, 1, "truck"),
        ("نصف مليون دولار", "نصف مليون دولار", "eq", 500000, 500000, "dollar"),
        ("أربعون في المئة", "أربعون في المئة", "eq", 40, 40, "percent"),
    ],
)
def test_the_words_around_a_number_say_how_it_is_meant(words, text, op, lo, hi, unit):
    found = figures(words, 0, len(words))[0]

    assert (words[found.start : found.end], found.op, found.lo, found.hi, found.unit) == (text, op, lo, hi, unit)


@pytest.mark.parametrize(
    "words",
    [
        "في 4 تشرين الثاني 2023",
        "قبل الخامس عشر من آذار",
        "منذ عام 2019",
        "عند الساعة 18:00",
        "القرار 2712",
        "أحد الناجين",
        "يوم الثلاثاء ثم الأربعاء",
        "الطرفان التقيا",
        "مهندسين من البلدة",
        "الفوج الثالث",
    ],
)
def test_dates_hours_ranks_and_plurals_count_nobody(words):
    assert figures(words, 0, len(words)) == []


def test_a_bare_number_counts_what_the_one_before_it_counted():
    words = "ثمانية أسرى، ثلاثة أولا ثم خمسة"

    assert [(found.lo, found.unit) for found in figures(words, 0, len(words))] == [
        (8, "person"),
        (3, "person"),
        (5, "person"),
    ]


def test_a_rate_keeps_what_it_is_for():
    words = "ستون شاحنة يوميا"

    (found,) = figures(words, 0, len(words))
    assert (found.lo, found.unit, found.per) == (60, "truck", "day")
