"""The coded list of needs that a case begins with; the desk adds to it, calls them otherwise, takes some out of use.

The categories are those of UNHCR's specific needs (IOM/030-FOM/030/2009, two letters each); the words are
our own, and what begins with X is not among those categories.
"""

from __future__ import annotations

from dataclasses import dataclass
from re import compile as pattern
from types import MappingProxyType

from homeward.refusals import Findings

CODE = pattern(r"[A-Z][A-Z0-9]{1,7}(-[A-Z0-9]{1,8})?")


@dataclass(frozen=True, slots=True)
class NeedCode:
    """A line of the list: the code, what it is called by language tag, whether it may still be chosen."""

    code: str
    labels: MappingProxyType[str, str]
    in_use: bool = True

    def called(self, language: str) -> str:
        """What it is called in this language, else in English, else the code."""
        return self.labels.get(language) or self.labels.get("en") or self.code


def _line(code: str, en: str, ar: str, ru: str) -> NeedCode:
    return NeedCode(code, MappingProxyType({"en": en, "ar": ar, "ru": ru}))


STARTING_LIST = (
    _line("CR", "Child in danger", "طفل معرَّض للخطر", "Ребёнок в опасности"),
    _line("SC", "Child alone or apart from the family", "طفل وحيد أو منفصل عن أسرته", "Ребёнок один или без семьи"),
    _line("WR", "Woman or girl in danger", "امرأة أو فتاة معرَّضة للخطر", "Женщина или девочка в опасности"),
    _line("ER", "Older person in danger", "شخص مسنّ معرَّض للخطر", "Пожилой человек в опасности"),
    _line("SP", "Cares for others alone", "يعيل غيره وحده", "Один заботится о других"),
    _line("DS", "Disability", "إعاقة", "Инвалидность"),
    _line("SM", "Serious illness or injury", "مرض أو إصابة خطيرة", "Тяжёлая болезнь или травма"),
    _line("XP", "Pregnant or nursing", "حامل أو مرضع", "Беременная или кормящая"),
    _line("FU", "Family kept apart", "أسرة مشتَّتة", "Разлучённая семья"),
    _line(
        "LP",
        "Needs protection by law or guard",
        "بحاجة إلى حماية قانونية أو جسدية",
        "Нужна правовая или физическая защита",
    ),
    _line("TR", "Went through torture", "تعرَّض للتعذيب", "Пережил пытки"),
    _line("SV", "Went through sexual or family violence", "تعرَّض لعنف جنسي أو أسري", "Пережил насилие"),
)


def check_need(code: str, labels: dict[str, str], findings: Findings) -> None:
    """Gather the faults of a line for the list."""
    if not CODE.fullmatch(code):
        findings.fault("code", "code", "A code is two to eight capital letters and digits, as in SM or SM-DIAL.")
    if not any(words.strip() for words in labels.values()):
        findings.fault("empty", "labels", "Say what the need is called in at least one language.")
    for language, words in labels.items():
        if not language.isascii() or not language.replace("-", "").isalnum():
            findings.fault("language", f"labels.{language}", "A language is named by its tag, as in en or ar.")
        if len(words) > 200 or "\0" in words:
            findings.fault("too-long", f"labels.{language}", "At most 200 characters.")
