"""Through whom a Russian report has a statement: the outlets and bodies between it and who is held to have said it."""

from __future__ import annotations

import re

from homeward.reading.core.found import Hand, Piece
from homeward.reading.core.russian.letters import plain
from homeward.reading.core.russian.when import LONGEST
from homeward.reading.core.tables import alternatives

_OUTLET = alternatives(
    r"""
    агентств\w*
    информагентств\w*
    газет\w*
    портал\w*
    телеканал\w*
    канал\w*
    радио\w*
    телевидени\w*
    телекомпани\w*
    издани\w*
    журнал(?:а|у|ом|е|ы)?\b
    еженедельник\w*
    сайт\w*
    """
)
_NAME = r"(?:«[^«»\n]{1,60}»|[A-ZА-ЯЁ][\w.-]*(?: [A-ZА-ЯЁ][\w.-]*){0,4}(?: «[^«»\n]{1,60}»)?)"
_BODY = (
    rf"(?:(?:[а-яё-]+ ){{0,3}}(?:{_OUTLET}) {_NAME}|(?:[а-яё-]+ ){{0,2}}(?:{_OUTLET})(?! (?:дал|сообщ"
    rf"|переда))|{_NAME})"
)
_NP = r"[^,.;:—–\"()\n]{2,90}?"
_VERBS = alternatives(
    r"""
    сообщ(?:ает|ают|ил[аои]?|али?|ила)
    переда(?:ет|ют|л[аои]?|вал[аои]?)
    пиш(?:ет|ут)
    писал[аои]?
    написал[аои]?
    узнал[аои]?
    сообщалось
    отмеча(?:ет|ют)
    уточня(?:ет|ют)
    рассказыва(?:ет|ют)
    цитиру(?:ет|ют)
    приводит
    """
)
_CITES = r"(?:со ссылкой на|ссыла(?:ясь|ется|ются) на|сославшись на|цитиру(?:ет|ют|я))"
_END = r"(?=\s+(?:в|во|со|о|об|на|по|от|передал|сообщил|заявил|что|ссыла)\w*\b|\s*[,.;:—–\"()\n]|$)"
_FORMS = (
    re.compile(rf"(?:^|[,;—–]\s|\b[Кк]ак )\s*(?:[Кк]ак )?(?:{_VERBS}) (?:(?:в|во) [а-я]+ )?(?P<who>{_BODY})"),
    re.compile(
        rf"\b(?:{_CITES}) (?P<who>{_NP})(?=\s+(?:переда|сообщ|заяви|пиш|утвержд|добав|уточн|расска|что)\w*"
        rf"|\s*[,.;:—–\"()\n]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bна (?:чь[юией]|чей|которо(?:го|е|ю|й)|которых|которую|которые)\b[^,.;:\n]{{0,50}}? ссыла(?:ет"
        rf"|ют)ся (?P<who>{_BODY})"
    ),
    re.compile(
        rf"\b(?:чь[иея]|которо(?:го|й)|которых|которую|чьи слова|слова которо\w+)\b[^,.;:\n]{{0,40}}? (?:цитиру"
        rf"|приводи|переда|процитирова)\w+ (?P<who>{_BODY})"
    ),
    re.compile(
        rf"\b(?:в (?:(?:прямом|вечернем|своем) )?эфире|в интервью|в (?:беседе|разговоре) с(?: корреспондентом"
        rf"| журналистом)?|в комментарии(?: для)?|на волнах"
        rf"|сказал[аи]?|рассказал[аи]?|заявил[аи]?|сообщил[аи]?) (?!(?:в|на|по|с|для|о"
        rf"|об) )(?P<who>(?:(?:[а-яё-]+ ){{0,2}}(?:{_OUTLET}) {_NAME}|{_NAME}(?=[,.]| в )))"
    ),
    re.compile(rf"\bпередан\w*\b[^,.;:\n]{{0,30}}? (?:через|при посредничестве) (?P<who>{_NAME})"),
    re.compile(
        rf"\b(?:процитирован\w*|приведен\w*|опубликован\w*|распространен\w*"
        rf"|обнародован\w*) (?:в )?(?P<who>{_BODY}){_END}"
    ),
)
_LEAD = re.compile(rf"^(?:(?:как|и|а|но|также|ранее|позже|в|{_VERBS})\s+)*", re.IGNORECASE)
_HANGS = re.compile(r"(?:в свою очередь|также)$|(?:(?:в|о|на|из|с|к|у|от) )?(?:\w+ )?котор", re.IGNORECASE)
_SAYS = re.compile(r"\s(?:сообщ|переда|заяви|пиш|утвержд|рассказ|написа)\w*", re.IGNORECASE)
_BLOCK = re.compile(r"[,.;:—–\"()\n]\s*")


def hands(text: str, sentence: Piece, contents: list[Piece]) -> list[Hand]:
    """The hands named in a sentence outside of what was said, from the outside in.

    All stand before the source: whoever is cited last is the source itself, and is not counted again.
    """
    if sentence[1] - sentence[0] > LONGEST:
        return []
    smooth = plain(text[sentence[0] : sentence[1]])
    found: list[Hand] = []

    def add(first: int, last: int) -> None:
        first, last = first + sentence[0], last + sentence[0]
        while last > first and text[last - 1] in " ,.;:":
            last -= 1
        if first >= last or any(first < until and begin < last for begin, until in contents):
            return
        if any(first < one.end and one.start < last for one in found):
            return
        found.append(Hand(first, last, inside=False))

    for match in re.finditer(_CITES, smooth, re.IGNORECASE):
        low = max(0, match.start() - 140)
        cuts = [low, *(block.end() for block in _BLOCK.finditer(smooth, low, match.start()))]
        ends = [*(block.start() for block in _BLOCK.finditer(smooth, low, match.start())), match.start()]
        for begins, until in zip(reversed(cuts), reversed(ends), strict=True):
            if begins >= until - 1 or _HANGS.match(smooth, begins, until):
                continue  # nothing stands between, or "которое": who cites was named before
            opened = _LEAD.match(smooth[begins:until])
            first = begins + (opened.end() if opened else 0)
            if verb := _SAYS.search(smooth, first, until):
                until = verb.start()
            if first < until - 1 and not re.match(r"(?:он|она|они|оно)\b", smooth[first:], re.IGNORECASE):
                add(first, until)
            break
    for form in _FORMS:
        for match in form.finditer(smooth):
            add(*match.span("who"))
    return sorted(found, key=lambda hand: hand.start)
