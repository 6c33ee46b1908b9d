"""What the words in a list's column of decisions mean: proposed where they are plain, else asked; a person settles it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from homeward.ledger.core.clearance import Permission
from homeward.names import key
from homeward.refusals import Refused

LEAVE = "leave"
"""The answer that rows of these words say nothing about a permission."""
NO_WORDS = ""
"""The words of a row that gives none: whoever stands on such a list does so without a word."""

_PLAIN: Mapping[Permission, str] = {
    Permission.GRANTED: """
approved;approved to exit;approved to travel;cleared;cleared to travel;granted;permitted;allowed;accepted;authorized;yes;ok
موافق;موافق عليه;تمت الموافقة;مسموح;مسموح له;مسموح لها;مقبول;مصرح;مصرح له;نعم
מאושר;מאושרת;אושר;מותר;כן
одобрено;одобрен;одобрена;разрешено;разрешён;разрешен;разрешена;согласовано;да
""",
    Permission.REFUSED: """
refused;denied;rejected;declined;not approved;not cleared;not permitted;not allowed;turned down;no
مرفوض;مرفوضة;رفض;تم الرفض;غير موافق;غير موافق عليه;غير مسموح;ممنوع;لا
סורב;סורבה;נדחה;נדחתה;לא מאושר;לא מאושרת;אסור;לא
отказано;отказ;отклонено;отклонён;отклонен;отклонена;не разрешено;не одобрено;запрещено;нет
""",
    Permission.ACKNOWLEDGED: """
pending;in process;in progress;under review;under examination;received;registered;submitted;waiting;waits;to be checked
قيد الدراسة;قيد الانتظار;قيد المراجعة;قيد المعالجة;قيد الفحص;مستلم;تحت الدراسة
בבדיקה;בטיפול;בהמתנה;ממתין;ממתינה;התקבל
на рассмотрении;рассматривается;в обработке;ожидает;ожидание;получено;принято к рассмотрению
""",
    Permission.WITHDRAWN: """
withdrawn;revoked;cancelled;canceled;annulled
ملغى;ملغاة;سحبت الموافقة;تم الالغاء
בוטל;בוטלה
отозвано;аннулировано;отменено
""",
}


def _folded(words: str) -> str:
    return key(words) or " ".join(words.casefold().split())


_MEANT = {
    _folded(words): permission
    for permission, lines in _PLAIN.items()
    for words in lines.strip().replace("\n", ";").split(";")
}


class NotAMeaning(Refused):
    """This is nothing that words of a list can mean here."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What each of the words that a list uses means, by the words folded; none where nobody has said."""

    settled: Mapping[str, Permission | None]
    before: Mapping[str, Permission | None] = field(default_factory=dict)
    """What they meant in versions of the same list that were taken before."""

    @classmethod
    def of(cls, said: Mapping[str, str]) -> Meaning:
        """The meaning that a person gives: words as they stand in the list, and a state, or `leave`."""
        found: dict[str, Permission | None] = {}
        for words, state in said.items():
            if not state:
                continue
            if state != LEAVE and state not in list(Permission):
                raise NotAMeaning(where=words[:80], instead=f"Choose {', '.join(Permission)} or {LEAVE}.")
            found[_folded(words)] = None if state == LEAVE else Permission(state)
        return cls(found)

    def reads(self, words: str) -> tuple[bool, Permission | None]:
        """Whether it is known what these words mean, and which permission they tell of, if any."""
        folded = _folded(words)
        for known in (self.settled, self.before):
            if folded in known:
                return True, known[folded]
        proposed = _MEANT.get(folded) if folded else None
        return proposed is not None, proposed


def learned(taken: Iterable[tuple[str, Permission]]) -> Mapping[str, Permission | None]:
    """What words meant wherever they were taken before, folded; those that once meant this and once that teach nothing."""
    found: dict[str, set[Permission]] = {}
    for words, state in taken:
        found.setdefault(_folded(words), set()).add(state)
    return {words: next(iter(states)) for words, states in found.items() if len(states) == 1}


def met(every: Iterable[str]) -> dict[str, tuple[str, int]]:
    """The different words of a list, folded: as they are written first, and in how many rows they stand."""
    found: dict[str, tuple[str, int]] = {}
    for words in every:
        folded = _folded(words)
        first, count = found.get(folded, (" ".join(words.split()), 0))
        found[folded] = first, count + 1
    return found
