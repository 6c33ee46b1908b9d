"""What the words of a report say of a condition: met, not met, or neither, in the languages in which files bring them."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ё": "е", "’": "'"})

_MET = frozenset(
    "met cleared fulfilled done lifted satisfied complied granted completed implemented secured achieved accomplished"
    " honoured honored kept resolved settled removed waived".split()
)
_UNMET = frozenset(
    "unmet open broken violated withdrawn reopened breached unfulfilled unsatisfied refused rejected blocked failed lapsed"
    " revoked outstanding disregarded".split()
)
# Words of other languages by their stems, as they bend.
_MET_STEMS = tuple(
    "выполн исполн снят соблю удовлетвор виконан знят дотрим تحقق استوف نفذ لبي رفعت התקיי קוים קוימ מולא הוסר בוצע erfüll"
    " aufgehoben eingehalten umgesetzt rempli levé satisfait accompli respecté cumpli levantad satisfech".split()
)
_UNMET_STEMS = tuple(
    "наруш невыполн неисполн отклон отказ сорван порушен невиконан انتهك خرق رفض נדח הופר סורב verletzt gebrochen unerfüllt"
    " abgelehnt violé rompu refusé incumpli violad rechazad".split()
)
_NOT = frozenset(
    "not never no nor без не нет ни ні لم لا لن ما ليس غير לא אין טרם nicht nie kein keine ne non pas jamais nunca sin".split()
)
_ASIDE = frozenset(
    "is was has have been be now fully all also since then again still yet longer reported said it that it's the a"
    " ist sind wurde noch est été encore sont ya fue ha sido aún еще уже пока был была было были были ще вже بعد قد עוד כבר"
    " היה".split()
)
_HALF = re.compile(
    r"^(?:partly|partially|in part|half|nearly|almost|perhaps|being|to be|will be|would be|expected|promised|about to"
    r"|частично|отчасти|جزئي|חלקית|teilweise|partiellement|parcialmente|en partie)\b"
)
_NOT_ASKED = re.compile(
    r"^(?:no longer (?:asked|demanded|required|needed|insisted)"
    r"|(?:demand|request|condition) (?:was |is |has been )?(?:dropped|withdrawn|waived|given up))"
)
_CLAUSE = re.compile(r"[:;,.(]|\s[-\u2013\u2014]\s")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FIRST_WORDS = 6


def status(words: str) -> str:
    """ "met", "unmet" or "unknown", by how a report begins: "not yet met" is not met, "partly met" and "not violated" neither.

    A demand that whoever made it dropped stands in nobody's way any more: it counts as met.
    """
    plain = " ".join(_MARKS.sub("", unicodedata.normalize("NFKC", words).casefold().translate(_LETTERS)).split())
    if _NOT_ASKED.match(plain):
        return "met"
    if _HALF.match(plain):
        return "unknown"
    first = _WORD.findall(_CLAUSE.split(plain, maxsplit=1)[0])[:_FIRST_WORDS]
    negated = False
    for word in first:
        if word in _NOT:
            negated = True
        elif word not in _ASIDE:
            found = _of(word)
            if found == "met":
                return "unmet" if negated else "met"
            if found == "unmet":
                return "unknown" if negated else "unmet"
            break
    return "unmet" if first[:1] == ["not"] else "unknown"


def _of(word: str) -> str:
    if word in _UNMET or word.startswith(_UNMET_STEMS):
        return "unmet"
    # Arabic and Hebrew bend a verb by one letter before it.
    return "met" if word in _MET or word.startswith(_MET_STEMS) or word[1:].startswith(_MET_STEMS) else ""
