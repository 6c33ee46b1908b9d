"""One part of a Russian sentence, between semicolons: its clauses and the verbs of saying in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from homeward.reading.core.found import Piece
from homeward.reading.core.russian import cues
from homeward.reading.core.russian.clauses import Clause
from homeward.reading.core.russian.cues import Verb
from homeward.reading.core.russian.phrases import Times

THAT = ("что", "будто", "чтобы", "чтоб", "якобы", "как", "дескать", "мол")
AGAINST = ("а", "но", "однако", "тогда", "зато", "хотя", "при", "между", "и", "да", "затем", "после")
CITING = re.compile(
    r"(?:со ссылкой на|ссыла(?:ясь|ется|ются) на|сославш(?:ись|аяся|ийся|ееся) на|цитиру(?:ет|ют|я)"
    r"|процитировав|цитирующ\w+)\s+",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"(?:впрочем|однако|правда|кстати|похоже|видимо|конечно|разумеется|наконец|напротив|например"
    r"|по-видимому|пожалуй|в свою очередь|в частности|к слову"
    r"|между тем|тем не менее|кроме того|в том числе|как (?:водится|известно|обычно|правило|всегда"
    r"|и прежде|и раньше)|судя по всему|он[аи]? же [^,]{3,40}|в отличие от [^,]{3,40})$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"(?:[аяиеуыо]л(?:а|о|и)?(?:сь|ся)?|(?:[жшчщ]а|[еиуюя])т(?:ся)?|шел|шла|шли|был[аои]?|нет|[ая]но|ено|[ыя]то)$"
)
_NOUN = re.compile(
    r"(?!\w*(?:хот|лет|верт|блест|свист)ели$)\w+тели$|рано$|"
    r"(?:портал|канал|журнал|генерал|адмирал|вокзал|материал|сигнал|терминал|персонал|отдел|раздел|предел"
    r"|зал|капрал|скал|стол|сил|школ"
    r"|числ|дел|тел|сел|недел|цел|модел|рол|бол|пул|сол|дол|вол|гибел|постел|отел|могил|правил|квартал"
    r"|металл|потенциал|филиал|мемориал|посол"
    r"|стрел|тыл|жил|пчел|свекл|мил|мал)(?:а|о|у|ом|и|ы|е|ами|ах|ам)?$|начало$|совет$|ответ$|(?:коми|совет"
    r"|авторите|университе|приорите|суверените)т$|(?:каби|ми|па|пла|"
    r"от|рас|под|у|за|пере|пулем|минуе|верто|само|налет|по)(?:нет|кет|чет|лет|ет)$|бюджет$|свет$|привет$"
    r"|запрет$|предмет$|билет$|лет$|визит$|кредит$"
    r"|солдат$|депутат$|аппарат$|результат$|делегат$|брат$|адвокат$|магистрат$|мандат$|формат$|ребят$"
    r"|институт$|маршрут$|минут$|трут$|март$|много$|около$|чистил\w+$"
)
"""Nouns that look like verbs in the past or present."""
_REFUSED = re.compile(r"(?:не\s+)(?:\w+\s+)?$", re.IGNORECASE)
_NEITHER = re.compile(r"подтвер\w+,? (?:и|но и|ни) ?(?:не )?опроверг\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in a clause: which word it is, how many words it has, and what may follow."""

    at: int
    until: int
    verb: Verb
    start: int
    end: int
    negated: bool


@dataclass(slots=True)
class Part:
    """A part of a sentence while it is read; `before` is the sentence before, where nobody is held to have said it."""

    text: str
    times: Times
    clauses: list[Clause]
    before: Piece | None
    cues: list[list[Cue]] = field(init=False)
    numbers: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.cues = [_cues(self.text, clause) for clause in self.clauses]
        self.numbers = {clause.start: number for number, clause in enumerate(self.clauses)}


def finite(word: str) -> bool:
    """Whether a word looks like a verb in the past or present."""
    return bool(_FINITE.search(word)) and not _NOUN.match(word)


def stripped(text: str, start: int, end: int) -> Piece:
    """A place without the marks at its end."""
    while end > start and text[end - 1] in " .…,;:—–":
        end -= 1
    return start, end


def _cues(text: str, clause: Clause) -> list[Cue]:
    """The verbs of saying in a clause, outside of quotations."""
    known = cues.verbs()
    found: list[Cue] = []
    for number, (start, end, word) in enumerate(clause.words):
        verbs = known.get(word)
        if not verbs or (found and number < found[-1].until) or _quoted(text, clause, start):
            continue
        for verb in verbs:
            until, last = number + 1, end
            if verb.then:
                more = re.compile(rf"\s+(?:[^\W\d_]+\s+){{0,3}}?(?:{verb.then})(?!\w)", re.IGNORECASE).match(
                    text, end, clause.end
                )
                if not more:
                    continue
                last = more.end()
                until = next(
                    (n for n in range(number, len(clause.words)) if clause.words[n][0] >= last), len(clause.words)
                )
            if word.startswith("подтвер") and (both := _NEITHER.match(text, start, clause.end)):
                last = both.end()
                until = next(
                    (n for n in range(number, len(clause.words)) if clause.words[n][0] >= last), len(clause.words)
                )
            negated = (
                bool(_REFUSED.search(text, max(clause.start, start - 16), start)) and clause.word(number - 1) == "не"
            ) or clause.word(number - 2) == "не"
            found.append(Cue(number, until, verb, start, last, negated))
            break
    return found


def _quoted(text: str, clause: Clause, place: int) -> bool:
    return (
        text.count("«", clause.start, place) > text.count("»", clause.start, place)
        and text.find("»", place, clause.end) >= 0
    )
