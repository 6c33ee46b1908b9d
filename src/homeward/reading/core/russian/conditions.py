"""Conditions in what somebody said: the words that hold it, what they ask for, and whether they say anything at all."""

from __future__ import annotations

import re

from homeward.reading.core.found import FoundCondition
from homeward.reading.core.russian.letters import plain
from homeward.reading.core.russian.signs.promised import COMES, WILL
from homeward.reading.core.tables import alternatives

_REQUIRES = alternatives(
    r"""
    (?:в (?:том )?случае,? )?если(?! (?:верить|послушать|судить|угодно|не ошиба\w+|честно|коротко)\b)(?! (?:бы|только) не\b)
    (?:только )?при (?:том |одном |этом )?(?:непременном |обязательном )?условии,? что
    при (?:обоюдном |взаимном |письменном )?(?:условии|согласии|наличии)
    (?:лишь |только )?при (?:одном|единственном) условии:
    с (?:тем )?условием,? (?:что|чтобы)
    с условием
    в (?:том )?случае,? (?:если|когда)
    в случае(?= \w)
    коль скоро
    коли
    ежели
    в обмен на
    взамен(?: на)?
    в ответ на
    разве что
    кроме как если
    будь
    не будь
    случись
    без (?=[^,.;:]{3,40} (?:не|никто|ничего|никаких) )
    """
)
_ONLY_WHEN = alternatives(
    r"""
    (?:но )?не (?:прежде|раньше|ранее),? чем
    до тех пор,? пока не
    пока не
    пока (?=[^,.;:]{3,60} не \w+)
    до тех пор,? пока
    (?:лишь|только|исключительно) (?:тогда, )?(?:после(?: того,? как)?|когда|если|в обмен на|при условии)
    как только
    едва(?= [^,.;:]{3,50}(?:ет|ут|ит|ят|ют|ат)(?:ся)?\b)
    после того,? как
    тогда,? когда
    когда(?! угодно)
    по мере того,? как
    по мере(?= возможности)
    при первой(?= возможности)
    """
)
_SUBJECT_TO = alternatives(
    r"""
    в зависимости от
    (?:будет |будут )?завис(?:ит|ят|ел\w*|еть) от
    с (?:учетом|согласия|разрешения|одобрения)
    подлеж(?:ит|ат)
    при посредничестве
    """
)
_CONNECTOR = re.compile(
    rf"(?<![\w-])(?:(?P<only_when>{_ONLY_WHEN})|(?P<requires>{_REQUIRES})|(?P<subject_to>{_SUBJECT_TO}))(?![\w-])",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[,;:.!?»”\")\u2014\u2013]|\s-\s|$")
_OPEN = re.compile(
    r"\b(?:(?:услови|обстоятельств|обстановк|ситуаци|погод|возможност|времен)\w* (?:позвол\w+|созре\w+"
    r"|будут|появ\w+|представ\w+)"
    r"|позвол\w+ (?:услови|обстоятельств|обстановк|ситуаци|погод|врем)\w*|(?:созре|сложат|появ|представ"
    r"|будут)\w* (?:\w+ )?(?:услови|возможност)\w*"
    r"|при первой возможности|по мере возможности|при благоприятн\w+|это возможно|будет возможн\w+"
    r"|потребуется|понадобится|(?:прид[её]т|наступит) (?:время|срок|час)"
    r"|(?:врем|час|срок)\w* (?:прид[её]т|наступит|настанет))\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?!(?:лет|свет|привет|ответ|совет|запрет|бюджет|пакет|билет|кабинет|комитет|лимит|кредит|визит"
    r"|аппарат|солдат|депутат|результат"
    r"|брат|говорит|нет|этих|путь)\b)\w{2,}(?:ет|ут|ют|ит|ат|ят|ем|им|ешь|ишь)(?:ся)?\b",
    re.IGNORECASE,
)
"""A verb that is not in the past."""
_NAMED = re.compile(r"\b(?:бы|будет|будут|можно|нужно|надо)\b", re.IGNORECASE)


def conditions(text: str, start: int, end: int) -> list[FoundCondition]:
    """The conditions in `text[start:end]`, in their order."""
    return [
        FoundCondition(one.start + start, one.end + start, one.relation, one.open)
        for one in _conditions(plain(text[start:end]), 0, end - start)
    ]


def _conditions(smooth: str, start: int, end: int) -> list[FoundCondition]:
    found: list[FoundCondition] = []
    for match in _CONNECTOR.finditer(smooth, start, end):
        if found and match.start() < found[-1].end:
            continue
        relation = match.lastgroup or "requires"
        stop = _STOPS.search(smooth, match.end() + 1, end) if match.end() < end else None
        until = len(smooth[: stop.start() if stop else end].rstrip())
        inside = smooth[match.end() : until].strip(' “‘"«,')
        words = match.group().lower()
        if not inside or (words == "без" and "услови" in inside):
            continue
        if _is_no_condition(words, relation, smooth, match, inside, start, end):
            continue
        found.append(FoundCondition(match.start(), until, relation, bool(_OPEN.search(smooth, match.start(), until))))
    return found


_AFTER = ("когда", "после того как", "после того, как", "едва", "тогда, когда", "по мере того как", "по мере того, как")
_LED = re.compile(r"\b(?:только|лишь|тогда|будет|будут)\b|\w{3,}(?:ет|ут|ют|ит|ат|ят)(?:ся)?\b", re.IGNORECASE)


def _is_no_condition(
    words: str, relation: str, text: str, match: re.Match[str], inside: str, start: int, end: int
) -> bool:
    """Whether a word that can open a condition tells how it went, or what goes on at the same time."""
    if words in ("будь", "не будь", "случись"):
        return bool(re.match(r"(?:то|он|она)\b", inside)) or text[match.start()].islower()
    if words in _AFTER and not (AHEAD.search(inside) or _NAMED.search(inside)):
        return True
    if words in ("когда", "тогда, когда"):
        comes = COMES.search(inside) or WILL.search(inside) or _LED.search(text, start, match.start())
        return not comes
    if words in ("до тех пор, пока", "до тех пор пока"):
        return not AHEAD.search(inside)
    if words == "в ответ на":
        return not AHEAD.search(text, start, match.start())
    return relation == "subject_to" and words.startswith(("с ", "при ")) and not AHEAD.search(text, start, end)
