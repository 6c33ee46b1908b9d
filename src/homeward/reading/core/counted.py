"""What a count is a count of, by the verb beside it; a word of the desk's own list, or the plain "number"."""

from __future__ import annotations

import re

NUMBER = "number"
_MEASURES: tuple[tuple[str, str], ...] = (
    ("released", r"releas|freed|set free|liberat|освобо|отпущ|أفرج|إطلاق سراح|الإفراج|أطلق"),
    ("killed", r"kill|dead\b|died|deaths|погиб|убит|قتل|قتيل|استشهد|شهيد"),
    ("wounded", r"wound|injur|ранен|جرح|إصاب|أصيب|مصاب"),
    ("missing", r"missing|unaccounted|пропавш|без вести|مفقود"),
    ("held", (r"hostage|captiv|held\b|holding|detain|abduct|kidnap|prisoner|заложник|удержив|захвач|плен"
             r"|رهائن|رهينة|محتجز|أسير|أسرى|مختطف")),
    ("crossed", r"cross(?:ed|ing|es)?\b|left\b|depart|exit|entered|пересек|покинул|выехал|выезд|عبر|غادر|معبر"),
    ("evacuated", r"evacuat|эвакуир|إجلاء|أجل[يى]"),
    ("listed", r"\blists?\b|listed|register|applied|appli|спис|зарегистр|заяв|قائمة|قوائم|سجل|مسجل"),
    ("waiting", r"wait|stranded|stuck|ожида|застря|ينتظر|عالق"),
    ("displaced", r"displac|fled\b|перемещ|بежал|نزح|نازح"),
    ("delivered", r"deliver|trucks?\b|tonnes?|aid\b|доставл|груз|شاحن|مساعدات"),
)  # fmt: skip
_READ = tuple((measure, re.compile(pattern, re.IGNORECASE)) for measure, pattern in _MEASURES)


def measure_of(words: str, start: int, end: int) -> str:
    """The measure whose word stands nearest to the figure at `words[start:end]`."""
    near = [
        (min(abs(match.start() - end), abs(start - match.end())), number, measure)
        for number, (measure, pattern) in enumerate(_READ)
        for match in pattern.finditer(words)
    ]
    return min(near)[2] if near else NUMBER
