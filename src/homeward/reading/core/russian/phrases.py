"""Who is meant: the words before and behind a verb of saying that name its subject, without times, adverbs and hearers."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from homeward.reading.core.found import Piece
from homeward.reading.core.russian import when
from homeward.reading.core.russian.clauses import Clause
from homeward.reading.core.tables import alternatives

_LEADS = frozenset(
    "и а но однако зато же впрочем также тоже притом причем поэтому потом затем далее тем временем между ранее раньше позже "
    "позднее вскоре первоначально изначально сначала сперва прежде теперь сейчас тогда уже еще снова вновь опять только лишь "
    "даже вчера сегодня наконец вместе свою очередь при этом кроме того хотя тогда как так итак вот именно напротив наоборот "
    "когда-то недавно нынче дважды "
    "официально публично неофициально прямо коротко кратко отдельно неоднократно впервые вновь особо сразу тут тотчас немедленно "
    "осторожно тихо громко сухо вслух лично устно письменно анонимно не ни ж ведь да спустя пока напоследок следом вслед "
    "что будто чтобы чтоб якобы дескать мол пришлось больше всего скорее нередко часто иногда обычно".split()
)
_PAIRS = re.compile(
    r"(?:в свою очередь|тем временем|между тем|при этом|кроме того|вместе с тем|в то же время|тем не менее"
    r"|тогда как|в то время как|(?:спустя|через) (?:\w+ )?(?:час\w*|минут\w*|день|дня|дней|недел\w+"
    r"|месяц\w*|сутки|год\w*|полчаса|некоторое время)|"
    r"в ответ|на это|на этот вопрос|на вопрос \w+|на этом фоне|по этому поводу|в частности|в итоге|в целом"
    r"|на словах|на деле|после этого|до этого|позже)(?!\w)",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"\w+(?:енно|ично|ально|тельно|емо|ески)$")
_HEARERS = re.compile(
    r"(?:ему|ей|им|нам|мне|вам|себе|журналистам|репортерам|корреспондент(?:ам|у)|депутатам|собравшимся"
    r"|родственникам|родным|семьям|прессе|всем"
    r"|судье|суду|парламенту|следователям|избирателям|толпе|народу|обществу|миру|друг другу)$"
)
_OUTLET = re.compile(
    r"(?:агентств|газет|издани|телеканал|каналу|радио|портал|журнал|телекомпани|телевидени|сайт|еженедельник)\w*$"
)
_VENUE = re.compile(
    alternatives(
        r"""
        со ссылкой на
        ссылаясь на
        сославшись на
        в (?:\w+ )?интервью(?: со? \w+)?
        в (?:прямом |вечернем )?эфире
        на (?:\w+ )?(?:брифинге|пресс-конференции|заседании|встрече|совещании|слушаниях|митинге|слушании|переговорах)
        в (?:беседе|разговоре) со? \w+(?:ами|ями|ом|ем|ой)
        в (?:беседе|разговоре|комментарии|кулуарах|обращении|выступлении|послании|письме|телеграме|телеграмме|соцсетях)
        в (?:своем |своих )?(?:телеграм|соцсет|блоге|канале|дневнике|выступлении|обращении|заявлении|письме)\w*
        в ходе
        во время
        по (?:телефону|радио|телевидению|итогам|рации|возвращении)
        перед (?:журналистами|камерой|камерами|отъездом|вылетом|депутатами)
        к (?:камере|журналистам|миру|народу|сторонам)
        после
        накануне
        от имени
        у (?:ворот|переправы|моста|тюрьмы|границы)
        """
    )
    + r"(?!\w)",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset("в во на из от при у за под над о об обо по с со к ко для без".split())
_OBLIQUE = re.compile(r"(?:ого|его|ому|ему|ой|ей|ых|их|ым|им|ыми|ими|ов|ев|ий|ии|ы|и|а|я|ю|у)$")
_PLACE_STOPS = frozenset("это эти этот эту все всё такие такую данные то они он она мы их его ее".split())
RELATIVE = re.compile(
    r"(?:(?:о|об|от|до|из|с|со|к|ко|в|во|на|по|у|за|при|для|без|через|перед|под|над|вокруг|среди|после"
    r"|между) )?(?:(?:\w+ )?котор\w+|че[йяеи]\b|чь\w+|кто\b|кого\b|кому\b|чего\b"
    r"|где\b|куда\b|откуда\b|когда\b|что\b|чем\b|каков\w*)|(?:на|в|о|об) (?:чей|чью|чье|чьих|чьи|чьем)\b"
    r"|(?:\w+ ){1,3}котор\w+",
    re.IGNORECASE,
)
PARTICIPLE = re.compile(
    r"(?!следующ|будущ|настоящ|общ|предыдущ|нынешн|бывш|старш|младш|высш|лучш|больш|самом|потом|этом"
    r"|том\b)(?:не )?\w+(?:вш(?:ий|ая|ее|ие|его|ей|им|их|ую|ими|ем|ему)(?:ся)?|[ую]щ(?:ий|ая|ее|ие|его|ей"
    r"|им|их|ую|ими)(?:ся)?|[ая]щ(?:ий|ая|ее|ие|его|ей|им|их|ую)(?:ся)?"
    r"|(?:анн|янн|енн|ом|ем|им)(?:ый|ая|ое|ые|ого|ой|ым|ых|ую|ыми)|ак?ом(?:ый|ого|ым|ая|ой))\b",
    re.IGNORECASE,
)


class Times:
    """The words for days in a text, looked up once."""

    def __init__(self, text: str) -> None:
        self._spans = [(one.start, one.end) for one in when.days(text, 0, len(text), date(2001, 7, 4))]
        self._starts = [start for start, _ in self._spans]

    def at(self, start: int, end: int) -> int:
        """Where the words for a day that begin at `start` end, or `start`."""
        number = bisect_right(self._starts, start) - 1
        if number >= 0 and self._spans[number][0] <= start < self._spans[number][1] <= end:
            return self._spans[number][1]
        return start

    def first(self, start: int, end: int) -> int | None:
        """Where the first of such words between two places begins."""
        number = bisect_right(self._starts, start - 1)
        if number < len(self._starts) and self._spans[number][0] < end:
            return self._spans[number][0]
        return None


def lead(text: str, clause: Clause, first: int, last: int, times: Times, *, hearers: bool = False) -> int:
    """The number of the first word from `first` on that is no conjunction, adverb or time, nor one who is spoken to."""
    number = first
    while number < last:
        start, _, word = clause.words[number]
        until = times.at(start, clause.end)
        if until == start and (pair := _PAIRS.match(text, start, clause.end)):
            until = pair.end()
        if until == start and hearers:
            until = _heard(text, clause, number, last)
        if until > start:
            while number < last and clause.words[number][0] < until:
                number += 1
        elif word in _LEADS or _ADVERB.match(word) or (hearers and _HEARERS.match(word)):
            number += 1
        else:
            break
    return number


def _heard(text: str, clause: Clause, number: int, last: int) -> int:
    """Where a hearer or a place of speaking ends that begins at this word, or its start."""
    start, end, word = clause.words[number]
    if (
        text[start - 1] not in '«"'
        and _OUTLET.match(word)
        and word.endswith(("у", "ю", "е", "о"))
        and not word.startswith("агентство")
    ):
        return _named(text, clause, number + 1, last) or end
    venue = _VENUE.match(text, start, clause.end)
    if not venue:
        return start
    until = venue.end()
    inside = next((n for n in range(number, last) if clause.words[n][0] >= until), last)
    while inside < last and (_OUTLET.match(clause.word(inside)) or _HEARERS.match(clause.word(inside))):
        until = clause.words[inside][1]
        inside += 1
    return _named(text, clause, inside, last) or until


def _named(text: str, clause: Clause, number: int, last: int) -> int:
    """Where a name in quotation marks or of Latin letters ends that begins with this word; 0 where none does."""
    if number >= last:
        return 0
    start, end, _ = clause.words[number]
    if text[start - 1] in '«"“':
        close = re.compile(r"[»\"”]").search(text, end, clause.end)
        return close.end() if close else 0
    return end if text[start].isascii() and text[start].isupper() else 0


def tail(text: str, clause: Clause, first: int, last: int, times: Times) -> int:
    """The number behind the last word of a phrase that begins at `first`: before a time, a place of speaking or an adverb."""
    start = clause.words[first][0] if first < last else clause.end
    until = clause.words[last - 1][1] if first < last else start
    cut = times.first(start + 1, until)
    number = last
    if cut is not None:
        number = next((n for n in range(first, last) if clause.words[n][0] >= cut), last)
    for n in range(first + 1, number):
        phrase = _VENUE.match(text, clause.words[n][0], clause.end) or _PAIRS.match(
            text, clause.words[n][0], clause.end
        )
        if phrase and text[clause.words[n][0] - 1] not in '«"':
            number = n
            break
    while number > first + 1 and (
        clause.word(number - 1) in _LEADS
        or _HEARERS.match(clause.word(number - 1))
        or _ADVERB.match(clause.word(number - 1))
    ):
        number -= 1
    return number


def piece(text: str, clause: Clause, first: int, last: int) -> Piece | None:
    """The words from `first` to before `last` as a place in the text, with the quotation marks that belong to them."""
    if first >= last:
        return None
    start, end = clause.words[first][0], clause.words[last - 1][1]
    if start > clause.start and text[start - 1] in '«„“"(':
        start -= 1
    opened = text.count("«", start, end) - text.count("»", start, end)
    if opened > 0 and text[end : end + 1] == "»":
        end += 1
    if text.count('"', start, end) % 2 and text[end : end + 1] == '"':
        end += 1
    return start, end


def place_ends(text: str, clause: Clause, first: int, last: int) -> int:
    """The number behind a place that begins with a preposition: "в правительстве Лимении | предложение"."""
    number = first + 1
    if clause.word(number) in ("его", "ее", "их", "своем", "своей", "этом", "этой", "том", "той", "самом", "самой"):
        number += 1
    while (
        number < last
        and re.search(r"(?:ом|ем|ой|ей|их|ых|нем)$", clause.word(number))
        and not text[clause.words[number][0]].isupper()
        and number + 1 < last
        and not re.search(r"(?:ове|ете|стве|ве)$", clause.word(number))
    ):
        if re.search(r"(?:ии|е|и|ах|ях|у|ю)$", clause.word(number + 1)) or number == first + 1:
            number += 1
        else:
            break
    number = min(number + 1, last)
    while number < last and clause.word(number) not in _PLACE_STOPS:
        word = clause.word(number)
        upper = text[clause.words[number][0]].isupper()
        quoted = text[clause.words[number][0] - 1] in '«"'
        if (
            quoted
            or (
                upper
                and (
                    _OBLIQUE.search(word)
                    or word.isupper()
                    or text[clause.words[number][0] : clause.words[number][1]].isupper()
                )
            )
            or (re.search(r"(?:ого|его|ой|ей|ых|их)$", clause.word(number - 1)) and number - 1 > first and not upper)
            or (
                not upper
                and re.search(r"(?:ого|его|ой|ей|ых|их|ов|ев|ии|ства|ния|ции|ам)$", word)
                and word not in ("сообщений",)
            )
        ):
            number += 1
        elif (
            word in ("по", "при", "и")
            and number + 1 < last
            and re.search(r"(?:ам|ям|е|у|ой|ии)$", clause.word(number + 1))
            and word != "и"
        ):
            number += 2
        else:
            break
    return number


def is_preposition(word: str) -> bool:
    """Whether a word stands before a noun in another case."""
    return word in _PREPOSITIONS


TITLES = frozenset(
    "глава главы главе дирек минис предс замес секре начал коман офице врач врача водит жител мать отец сын дочь брат сестр "
    "вдова жена муж адвок юрист учите журна корре депут посол посла делег член члены сотру работ рядов генер полко майор капит "
    "сержа "
    "основ редак руков предст чинов собес очеви свиде бывши бывша новый новая стары старш перво перва офици".split()
)
"""The first five letters of words for what somebody is."""
