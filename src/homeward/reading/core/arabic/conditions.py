"""Conditions in what somebody said: the words that hold it, what they ask for, and whether they say anything at all."""

from __future__ import annotations

from homeward.reading.core.arabic.letters import Folded, folded, form
from homeward.reading.core.found import FoundCondition
from homeward.reading.core.tables import alternatives

_REQUIRES = alternatives(
    r"""
    إذا(?: ما)?(?= \w)
    إن لم
    إن(?= (?:هم|هي|هو) )
    (?<=، )إن(?= (?:ل|[^\W\d]+وا )(?!\w))
    في حال(?: عدم| تم| لم)?
    في حالة(?= (?:عدم|وجود|وقوع|حدوث|حصول|فشل|رفض|عودة|ال?ا\w+ا\w))
    (?<!بلا )(?<!دون )(?<!أي )(?<!غير )(?:ب|وب)?شرط(?! \w+ (?:و|ولا) )(?: أن)?
    شريطة
    (?<=، )على أن(?= [يت])
    (?<!مبلغ )(?<!مال )(?<!أموال )(?<!فدية )(?<!دولار )(?<!المبلغ )(?<!في ال)مقابل(?! ذلك)
    (?<!في )(?<!كل )(?<!إلى )(?<!بعد )(?<!عن )لقاء(?= (?!مع\b|ات\b|ب))
    نظير
    لولا
    لو(?= (?!أن هناك))
    وإلا(?= \w)
    """
)
_ONLY_WHEN = alternatives(
    r"""
    إلا (?:إذا|بعد|حين|عندما|بشرط|في حال|متى)(?: أن)?
    ما لم
    ما إن
    (?:عندما|حينما|حالما|متى|ريثما|كلما)(?= [يتن]\w)
    حين(?= [يتن]\w)
    متى(?= \w+ (?:ال|الظروف))
    متى(?= (?:سمح|توقف|انتهى|وصل|أفرج|تحقق|توافر|أمكن|خرج|ضمن|دفع)\w* )
    (?:فور|بمجرد|حال)(?= (?!ا\w+ا ))
    بعد أن(?= [يتن]\w)
    إلى أن(?= [يتن]\w)
    إلى حين
    لحين
    ما دام(?:ت|وا)?
    طالما
    """
)
_SUBJECT_TO = alternatives(
    r"""
    ره(?:ن|نا|ين|ينة)(?= ب)
    مرهون(?:ة|ا)?(?= ب)
    مشروط(?:ة|ا)?(?= ب)
    (?:متوقف|متوقفة|يتوقف|تتوقف|يعتمد|تعتمد)(?= على)
    (?:خاضع|خاضعة|يخضع|تخضع)(?= ل)
    (?:ب|في )انتظار
    تبعا ل\w+
    """
)
_UNTIL = r"حتى(?= [يتن]\w{2,})|قبل أن(?= [يتن]\w)"
_CONNECTOR = form(
    rf"(?<!\w)[وف]?(?:(?P<only_when>{_ONLY_WHEN})|(?P<requires>{_REQUIRES})|(?P<subject_to>{_SUBJECT_TO})|(?P<until>{_UNTIL}))(?!\w)"
)
_IF = form(r"(?<=[^\W\d] )إن (?=\w)")
_SAYS = form(r"(?:قال\w*|[يتن]قول\w*|قائل\w*|قول\w*|قيل|يقال|حيث|إذ|ثم|الحق|بل|لكن|ألا|نعم|حتى) \Z")


def _mid_if(letters: Folded, start: int, end: int, found: list[FoundCondition]) -> list[FoundCondition]:
    """ "If" that is written like "that": it stands in the middle of a clause, and not behind "said"."""
    made = []
    for match in letters.matches(_IF, start, end):
        first = match.start()
        if first == letters.at(start):
            continue
        if letters.given[letters.starts[first]] != "إ" or _SAYS.search(
            letters.plain, max(0, match.start() - 14), match.start()
        ):
            continue
        stop = _STOPS.search(letters.plain, match.end() + 1, min(letters.at(end), match.end() + LONGEST))
        close = stop.start() if stop else min(letters.at(end), match.end() + LONGEST)
        close = match.end() + len(letters.plain[match.end() : close].rstrip())
        piece = letters.piece(match.start(), close)
        if close > match.end() and not any(piece[0] < one.end and one.start < piece[1] for one in found[-50:]):
            made.append(FoundCondition(*piece, "requires", bool(_OPEN.search(letters.plain[match.start() : close]))))
    return made


_WHO = form(r"(?<=أن )(?P<who>من ي\w+ [^،؛.\"\n]{2,50}? (?:لا|لن|فل|فلا|فس)\w* ?[^،؛.\"\n]{2,40})")
_STOPS = form(
    r"[،,؛;:.!?؟\"\n)\u2014\u2013]|\s-\s|(?<=\w\w )(?:حتى [ت]\w+ (?:أول|ال)|ف(?:إن|سوف|س)\w* |لكن |ولكن |وأن |وإن )"
)
_NOT_IF = form(r"(?:ما|عما|فيما|حول ما|مما|كما|حتى|إلا|سواء|كان|لو) \Z")
_NOT_YET = form(r"(?<!\w)[وف]?(?:لن|لا|لم|ليس|دون)(?!\w)")
_OPEN = form(
    r"(?<!\w)(?:(?:ال)?(?:أسباب|ظروف|أوضاع|أحوال|شروط)(?!\w)(?! [لبا]\w)|(?:في )?الوقت المناسب|"
    r"عند الإمكان|أمكن(?: ذلك)?|عند الضرورة|اقتضى الأمر|لزم الأمر)"
)
_VAGUE = form(r"(?:إن|متى|إذا) (?:أمكن|لزم الأمر|اقتضت الضرورة|سمحت? (?:ال)?(?:ظروف|أوضاع))")
LONGEST = 400


def conditions(text: str, start: int, end: int) -> list[FoundCondition]:
    """The conditions in `text[start:end]`, in their order."""
    letters = folded(text)
    plain, until = letters.plain, letters.at(end)
    found: list[FoundCondition] = []
    last = -1
    for match in letters.matches(_CONNECTOR, start, end):
        relation = match.lastgroup or "requires"
        if match.start() < last or _NOT_IF.search(plain, max(0, match.start() - 8), match.start()):
            continue
        if relation == "until":
            if not _NOT_YET.search(plain, max(letters.at(start), match.start() - 120), match.start()):
                continue
            relation = "only_when"
        most = min(until, match.end() + LONGEST)
        stop = _STOPS.search(plain, match.end() + 1, most)
        close = stop.start() if stop else most
        while close > match.end() and plain[close - 1].isspace():
            close -= 1
        if close <= match.end() + 1:
            continue
        last = close
        words = plain[match.start() : close]
        found.append(
            FoundCondition(
                *letters.piece(match.start(), close), relation, bool(_OPEN.search(words) or _VAGUE.search(words))
            )
        )
    found += _mid_if(letters, start, end, found)
    for match in letters.matches(_WHO, start, end):
        first, close = letters.piece(*match.span("who"))
        if not any(first < one.end and one.start < close for one in found[-50:]):
            found.append(FoundCondition(first, close, "requires", False))
    return sorted(found, key=lambda one: one.start)
