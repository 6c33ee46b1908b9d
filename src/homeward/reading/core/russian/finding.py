"""Finds who said what in a Russian text: by the verbs of saying and the clauses around them, without a model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found
from homeward.reading.core.russian import cues
from homeward.reading.core.russian.clauses import Clause, clauses, sentences
from homeward.reading.core.russian.cues import ACCORDING, HEARSAY, MEDIUM, RESERVED, Verb
from homeward.reading.core.russian.letters import plain
from homeward.reading.core.russian.phrases import PARTICIPLE, RELATIVE, Times, is_preposition, lead, piece, place_ends, tail

_THAT = ("что", "будто", "чтобы", "чтоб", "якобы", "как", "дескать", "мол")
_AGAINST = ("а", "но", "однако", "тогда", "зато", "хотя", "при", "между", "и", "да", "затем", "после")
_FINITE = re.compile(r"(?:[аяиеуыо]л(?:а|о|и)?(?:сь|ся)?|[аеиуюя]т(?:ся)?|шел|шла|шли|был[аои]?|нет)$")
_NOUN = re.compile(
    r"(?:портал|канал|журнал|генерал|адмирал|вокзал|материал|сигнал|терминал|персонал|отдел|раздел|предел|зал|капрал|скал|стол|сил|школ"
    r"|числ|дел|тел|сел|недел|цел|модел|рол|бол|пул|сол|дол|вол|гибел|постел|отел|могил|правил|квартал|металл|потенциал|филиал|мемориал|посол"
    r"|стрел|тыл|жил|пчел|свекл|мил|мал)(?:а|о|у|ом|и|ы|е|ами|ах|ам)?$|начало$|совет$|ответ$|(?:коми|совет|авторите|университе|приорите|суверените)т$|(?:каби|ми|па|пла|"
    r"от|рас|под|у|за|пере|пулем|минуе|верто|само|налет|по)(?:нет|кет|чет|лет|ет)$|бюджет$|свет$|привет$|запрет$|предмет$|билет$|лет$|визит$|кредит$"
    r"|солдат$|депутат$|аппарат$|результат$|делегат$|брат$|адвокат$|магистрат$|мандат$|формат$|ребят$|институт$|маршрут$|минут$|трут$|март$|много$|около$|чистил\w+$"
)
"""Nouns that look like verbs in the past or present."""
_CITING = re.compile(
    r"(?:со ссылкой на|ссыла(?:ясь|ется|ются) на|сославш(?:ись|аяся|ийся|ееся) на|цитиру(?:ет|ют|я)|процитировав|цитирующ\w+)\s+", re.IGNORECASE
)
_AS = re.compile(r"как\s+(?:(?:ранее|также|уже|позже|впоследствии|прежде|тогда|вчера|накануне|неоднократно)\s+)?", re.IGNORECASE)
_REFUSED = re.compile(r"(?:не\s+)(?:\w+\s+)?$", re.IGNORECASE)
_NOT_YET = frozenset("исключ отриц подтвер опровер сомнев верит верят верил считает считают думает думают призна оспар отверг возраж спорит".split())
_HALF = {"c": 0.75, "n": 0.55, "i": 0.65, "o": 0.65, "g": 0.5}
_ONTO = re.compile(r"(?:(?:о|об|на|в|за|к|от|с|со) )?(?:том|то|тем|того|тому)$", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?:ть|ти|чь)(?:ся)?$")
_OF_THIS = re.compile(r"(?:об этом|о том|об этих \w+|о произошедшем|о случившемся)(?: же)?(?:$|\s)", re.IGNORECASE)
_THING = re.compile(
    r"(?:эти|эту|этот факт|это|такие|такую|данные|сведения|сообщени[ея]|информацию|факт|слова|слухи|версию|разницу|его слова|ее слова|обвинения)(?!\w)",
    re.IGNORECASE,
)
"""What is said something of, and not who says it, where it stands before the verb."""
_NEITHER = re.compile(r"подтвер\w+,? (?:и|но и|ни) ?(?:не )?опроверг\w*", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:впрочем|однако|правда|кстати|похоже|видимо|конечно|разумеется|наконец|напротив|например|по-видимому|пожалуй|в свою очередь|в частности|к слову"
    r"|между тем|тем не менее|кроме того|в том числе|как (?:водится|известно|обычно|правило|всегда|и прежде|и раньше)|судя по всему|в отличие от [^,]{3,40})$",
    re.IGNORECASE,
)
_GERUND = re.compile(r"(?:не )?\w+(?:ая|яя|уя|ив|ав|ев|ув|вшись|ившись|ясь|нув)$")


def _finite(word: str) -> bool:
    return bool(_FINITE.search(word)) and not _NOUN.match(word)


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
class Sentence:
    """One part of a sentence between semicolons, while it is read."""

    text: str
    times: Times
    parts: list[Clause]
    before: Piece | None
    cues: list[list[Cue]] = field(init=False)

    def __post_init__(self) -> None:
        self.cues = [_cues(self.text, clause) for clause in self.parts]


def attributions(text: str) -> list[Found]:
    """Who said what in a text, each by its places and with how sure the rules are of it; the outermost only."""
    smooth = plain(text)
    times = Times(smooth)
    found: list[Found] = []
    before: Piece | None = None
    for sentence, within in sentences(smooth):
        made: list[Found] = []
        parts: list[Clause] = []
        for clause in [*clauses(smooth, sentence, within), None]:
            if parts and (clause is None or ";" in clause.mark):
                made.extend(_Reader(Sentence(smooth, times, parts, before)).read(made))
                parts = []
            if clause is not None:
                parts.append(clause)
        found.extend(made)
        before = None if made else (sentence[0], _stripped(smooth, *sentence)[1])
    return found


def _stripped(text: str, start: int, end: int) -> Piece:
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
                more = re.compile(rf"\s+(?:[^\W\d_]+\s+){{0,3}}?(?:{verb.then})(?!\w)", re.IGNORECASE).match(text, end, clause.end)
                if not more:
                    continue
                last = more.end()
                until = next((n for n in range(number, len(clause.words)) if clause.words[n][0] >= last), len(clause.words))
            if word.startswith("подтвер") and (both := _NEITHER.match(text, start, clause.end)):
                last = both.end()
                until = next((n for n in range(number, len(clause.words)) if clause.words[n][0] >= last), len(clause.words))
            negated = bool(_REFUSED.search(text, max(clause.start, start - 16), start)) and clause.word(number - 1) == "не" or clause.word(number - 2) == "не"
            found.append(Cue(number, until, verb, start, last, negated))
            break
    return found


def _quoted(text: str, clause: Clause, place: int) -> bool:
    return text.count("«", clause.start, place) > text.count("»", clause.start, place) and text.find("»", place, clause.end) >= 0


class _Reader:
    """Reads one part of a sentence."""

    def __init__(self, part: Sentence) -> None:
        self.part = part
        self.text, self.parts, self.times = part.text, part.parts, part.times

    # ------------------------------------------------------------------ what stands beside
    def read(self, made: list[Found]) -> list[Found]:
        beside = self._beside()
        main = self._main_that()
        if beside:
            first, last, source, cue, kind, sure = beside
            media = bool(source) and bool(MEDIUM.match(self.text, source[0][0])) and kind == "verb"
            inside = main is not None and first > main
            if inside and (kind == "word" or media):
                return self._main([*self.parts[:first], *self.parts[last:]], made)
            rest = [*self.parts[:first], *self.parts[last:]]
            if media and (others := _Reader(Sentence(self.text, self.times, rest, self.part.before)).read(made)):
                return others
            content = self._pieces(rest, first)
            if content:
                return [Found(source, cue, content, sure)]
            return []
        return self._main(self.parts, made)

    def _pieces(self, rest: list[Clause], gap: int) -> tuple[Piece, ...]:
        """What is left around a clause that stands between, without words like "впрочем" at the ends."""
        found = []
        for first, run in ((True, [*rest[:gap]]), (gap == 0, [*rest[gap:]])):
            while run and first and (_ASIDE.match(self.text, run[0].start, run[0].end) or all(word in _AGAINST for _, _, word in run[0].words)):
                run = run[1:]
            while run and _ASIDE.fullmatch(self.text, run[-1].start, run[-1].end):
                run = run[:-1]
            if run:
                start = self._past_conjunction(run[0], run[0].start) if first else run[0].start
                found.append(self._whole(start, run[-1].end))
        return tuple(found)

    def _past_conjunction(self, clause: Clause, start: int) -> int:
        if clause.word(0) in ("но", "однако", "а", "и", "зато", "при") and len(clause.words) > 1 and clause.words[0][0] == start:
            second = 2 if clause.word(0) == "при" and clause.word(1) == "этом" and len(clause.words) > 2 else 1
            if clause.word(0) == "при" and second == 1:
                return start
            return clause.words[second][0] if self.text[clause.words[second][0] - 1] not in "«\"" else clause.words[second][0] - 1
        return start

    def _whole(self, start: int, end: int) -> Piece:
        """With the closing sign of a quotation that belongs to it."""
        if self.text[end : end + 1] in ("»", "”") and self.text.count("«", start, end) > self.text.count("»", start, end):
            end += 1
        if self.text[start] in ",;:" :
            start += 1
        return start, end

    def _beside(self) -> tuple[int, int, tuple[Piece, ...], tuple[Piece, ...], str, float] | None:
        """A clause that only says who tells the rest: from, until, source, cue, its kind, how sure."""
        for number, clause in enumerate(self.parts):
            told = self._worded(number, clause) or self._as_told(number, clause) or self._told_after(number, clause)
            if told:
                return told
        return None

    def _worded(self, number: int, clause: Clause) -> tuple[int, int, tuple[Piece, ...], tuple[Piece, ...], str, float] | None:
        """ "По словам врача", "если верить врачу", "по слухам"."""
        first = lead(self.text, clause, 0, len(clause.words), self.times)
        if first >= len(clause.words) or (first and clause.words[first][0] != clause.start and number and clause.word(0) not in ("а", "но", "и", "однако", "при", "также")):
            first = 0
        start = clause.words[first][0] if clause.words else clause.start
        alone = len(self.parts) == 1
        if hearsay := HEARSAY.match(self.text, start, clause.end):
            if hearsay.end() == clause.end and not alone:
                return number, number + 1, (), ((start, hearsay.end()),), "word", 0.7
            return None
        form = RESERVED.match(self.text, start, clause.end) or ACCORDING.match(self.text, start, clause.end)
        if not form:
            return None
        if form.re is ACCORDING and form["whose"]:
            whose = form.span("whose")
            source: tuple[Piece, ...] = ((whose[0], whose[0] + len(form["whose"].strip())),)
            if form.end() < clause.end:
                return self._run_on(number, clause, form, source)
            return number, number + 1, source, ((start, whose[0] - 1), form.span("noun")), "word", 0.8
        begin = next((n for n in range(len(clause.words)) if clause.words[n][0] >= form.end()), len(clause.words))
        last = tail(self.text, clause, begin, len(clause.words), self.times) if begin < len(clause.words) else begin
        named = piece(self.text, clause, begin, last)
        if named is None and form.re is ACCORDING and form["how"] and form.end() == clause.end and not alone:
            return number, number + 1, (), ((start, form.end()),), "word", 0.6
        if named is None:
            return None
        if alone:
            return self._run_on(number, clause, form, (named,))
        until, end = self._attached(number + 1)
        if end and until < len(self.parts) and not _CITING.search(self.text, named[1], end):
            named = (named[0], end)
        elif end and until >= len(self.parts):
            until = number + 1
        if until >= len(self.parts) and number == 0:
            return None
        return number, until, (named,), ((start, form.end()),), "word", 0.85

    def _run_on(self, number: int, clause: Clause, form: re.Match[str], source: tuple[Piece, ...]) -> None:
        return None

    def _attached(self, number: int) -> tuple[int, int]:
        """Behind which clause the relative clauses and participles that hang on a name end, and the place there; 0 without any."""
        end = 0
        while number < len(self.parts):
            clause = self.parts[number]
            if RELATIVE.match(self.text, clause.start, clause.end) and clause.word(0) not in ("что", "когда", "где", "чем") and ":" not in clause.mark:
                end = clause.end
                number += 1
                if len(clause.words) <= 2 and number + 1 < len(self.parts):
                    number += 1  # "которое, в свою очередь, ..."
                    end = self.parts[number].end
                    number += 1
            elif PARTICIPLE.match(self.text, clause.start, clause.end) and "," in clause.mark and not self.part.cues[number]:
                end = clause.end
                number += 1
            else:
                break
        return number, end

    def _as_told(self, number: int, clause: Clause) -> tuple[int, int, tuple[Piece, ...], tuple[Piece, ...], str, float] | None:
        """ "Как сообщил врач", with the hands behind it."""
        opened = _AS.match(self.text, clause.start, clause.end)
        skip = 0
        if not opened and clause.word(0) in ("а", "но", "и") and clause.word(1) == "как":
            opened = _AS.match(self.text, clause.words[1][0], clause.end)
            skip = 1
        if not opened:
            return None
        start = clause.words[skip][0]
        known = re.compile(r"как\s+(?:стало известно|следует из|явствует из|видно из)\s+", re.IGNORECASE).match(self.text, start, clause.end)
        if known:
            begin = next((n for n in range(len(clause.words)) if clause.words[n][0] >= known.end()), len(clause.words))
            named = piece(self.text, clause, begin, tail(self.text, clause, begin, len(clause.words), self.times))
            until, _ = self._attached(number + 1)
            return (number, until, (named,), ((start, known.end() - 1),), "word", 0.75) if named and len(self.parts) > until - number else None
        here = [cue for cue in self.part.cues[number] if cue.start == opened.end() or cue.at <= skip + 3]
        if not here or here[0].verb.kind not in ("finite", "bare"):
            return None
        cue = here[0]
        if cue.negated or (cue.verb.kind == "bare" and cue.until >= len(clause.words)):
            return None
        until, end = self._attached(number + 1)
        if until - number >= len(self.parts):
            return None
        if cue.at > skip + 1 and lead(self.text, clause, skip + 1, cue.at, self.times) < cue.at:
            named = self._named_before(clause, skip + 1, cue)
        else:
            named = self._named_behind(clause, cue)
        if named is None:
            return None
        kind = "word"
        if MEDIUM.match(self.text, named[0]):
            kind = "verb"
        where: tuple[Piece, ...] = ((start, cue.end),)
        cited = [found for found in _CITING.finditer(self.text, clause.start, end or clause.end)]
        if cited:
            first = cited[-1].end()
            last = re.compile(r"[,;:]|$").search(self.text, first, end or clause.end)
            named = _stripped(self.text, first, last.start() if last else clause.end)
            where = (*where, (cited[-1].start(), cited[-1].end() - 1))
            kind = "word"
        return number, until, (named,), where, kind, 0.85

    def _told_after(self, number: int, clause: Clause) -> tuple[int, int, tuple[Piece, ...], tuple[Piece, ...], str, float] | None:
        """ "..., сообщил врач", "«...», — сказал врач"."""
        if not number or RELATIVE.match(self.text, clause.start, clause.end):
            return None
        here = [cue for cue in self.part.cues[number] if cue.verb.kind in ("finite", "bare") and ("c" in cue.verb.follows)]
        spoken = self._after_quote(number)
        cue: Cue | None = here[0] if here else None
        dash = "—" in clause.mark or "–" in clause.mark
        if cue is None and spoken and dash and clause.words and _finite(clause.word(0)) and "q" not in self._follows(number):
            cue = Cue(0, 1, Verb("finite", "many" if clause.word(0).endswith(("ли", "лись")) else "one", "c", ""), *clause.words[0][:2], False)
        if cue is None or cue.negated:
            return None
        if ":" in clause.mark or "?" in clause.mark:
            return None
        begins = lead(self.text, clause, 0, cue.at, self.times, hearers=True) if cue.at else 0
        if clause.word(0) in ("и", "а", "но", "да", "однако", "что", "чтобы"):
            return None
        follows = self.parts[number + 1] if number + 1 < len(self.parts) else None
        dashed = "—" in clause.mark or "–" in clause.mark
        if begins < cue.at:
            if not (spoken and dashed) or cue.verb.kind == "bare":
                return None
            named = self._named_before(clause, 0, cue)
        else:
            named = self._named_behind(clause, cue)
            if named is None and spoken and dashed and cue.until >= len(clause.words):
                return number, number + 1, (), ((cue.start, cue.end),), "verb", 0.5
        if named is None:
            return None
        if follows is not None and (":" in follows.mark or (follows.word(0) in ("что", "чтобы", "будто") and not spoken and not self._opens_with_guess(number))):
            return None
        until, end = self._attached(number + 1)
        if end and until > number + 1 and not _CITING.search(self.text, named[1], end) and cue.verb.kind != "bare":
            named = (named[0], end)
        elif not end:
            until, named = self._titled(number, named)
        cue_pieces: tuple[Piece, ...] = ((cue.start, cue.end),)
        if cited := _CITING.search(self.text, clause.start, clause.end):
            named = _stripped(self.text, cited.end(), clause.end)
            cue_pieces = (*cue_pieces, (cited.start(), cited.end() - 1)) if cited.start() > cue.start else cue_pieces
        return number, until, (named,), cue_pieces, "verb", 0.85 if here else 0.6

    def _follows(self, number: int) -> str:
        return "".join(cue.verb.follows for cue in self.part.cues[number])

    def _opens_with_guess(self, number: int) -> bool:
        """Whether what stands before asks for "что": "велика вероятность, полагает он, что ..."."""
        return bool(re.search(r"(?:вероятность|возможность|надежда|шанс|опасность|уверенность|факт|похоже|ясно|возможно)$", self.text[self.parts[number - 1].start : self.parts[number - 1].end], re.IGNORECASE))

    def _titled(self, number: int, named: Piece) -> tuple[int, Piece]:
        """A name goes on with what somebody is: "Иван Петров, глава управы"."""
        until = number + 1
        if until < len(self.parts):
            clause = self.parts[until]
            title = clause.mark == "," and clause.words and len(clause.words) <= 6 and clause.word(0)[:5] in _TITLES and not self.part.cues[until]
            if title and not any(_finite(word) for _, _, word in clause.words):
                return until + 1, (named[0], clause.end)
        return until, named

    def _after_quote(self, number: int) -> bool:
        before = self.parts[number - 1]
        return self.text[before.end - 1] in "»”\"" or self.text[before.start] in "«“\"" or "—" in self.parts[number].mark and number == 1 and self.parts[0].mark in ("—", "–")

    # ------------------------------------------------------------------ who
    def _named_behind(self, clause: Clause, cue: Cue) -> Piece | None:
        size = len(clause.words)
        first = lead(self.text, clause, cue.until, size, self.times, hearers=cue.verb.kind != "bare")
        if first < size and cue.verb.number == "one" and cue.verb.kind == "finite" and clause.word(first) in ("в", "во", "на", "из", "под") and first + 2 < size and self._upper(clause, first + 1):
            behind = place_ends(self.text, clause, first, size)
            if behind < size:
                first = lead(self.text, clause, behind, size, self.times, hearers=True)
        if first >= size and clause.word(cue.until).startswith("радио"):
            first = lead(self.text, clause, cue.until, size, self.times)
        if first >= size:
            return None
        if self.text[clause.words[first][0] - 1] in "«\"":
            close = re.compile(r"[»\"]").search(self.text, clause.words[first][1], clause.end)
            behind = next((n for n in range(first, size) if close and clause.words[n][0] >= close.end()), size)
            if behind < size and not is_preposition(clause.word(behind)) and self.times.at(clause.words[behind][0], clause.end) == clause.words[behind][0]:
                first = behind  # it was told to them
        last = tail(self.text, clause, first, size, self.times) if cue.verb.kind != "bare" else size
        word = clause.word(first)
        if is_preposition(word):
            there = place_ends(self.text, clause, first, size) >= last or cue.verb.kind == "bare"
            if (cue.verb.number == "many" or cue.verb.kind == "bare") and there and word in ("в", "во", "на", "из", "у"):
                return piece(self.text, clause, first, last)
            return None
        if cue.verb.kind == "bare" or word in ("что", "как", "чтобы", "об", "о"):
            return None
        return piece(self.text, clause, first, last)

    def _upper(self, clause: Clause, number: int) -> bool:
        return self.text[clause.words[number][0]].isupper()

    def _named_before(self, clause: Clause, first: int, cue: Cue) -> Piece | None:
        source, _ = self._subject(clause, first, cue)
        return source

    def _subject(self, clause: Clause, first: int, cue: Cue) -> tuple[Piece | None, Piece | None]:
        """Who stands before a verb, and what else stands there that the verb may have as its object."""
        last = cue.at
        if last > first and clause.word(last - 1) == "не":
            last -= 1
        begin = lead(self.text, clause, first, last, self.times, hearers=cue.verb.kind != "bare")
        if begin >= last:
            return None, None
        opened = next((n for n in range(begin + 1, last) if self.text[clause.words[n][0] - 1] == "("), None)
        if opened is not None and self.text.find(")", clause.words[opened][0], cue.start) > 0:
            last = opened
        word = clause.word(begin)
        if "n" in cue.verb.follows and _THING.match(self.text, clause.words[begin][0], cue.start) and clause.word(last - 1) not in ("там", "здесь", "тут"):
            ends = begin + (2 if word.startswith(("эт", "так", "его", "ее")) and word != "это" and begin + 1 < last else 1)
            if ends < last and clause.word(ends) in ("о", "об", "обо"):
                ends = place_ends(self.text, clause, ends, last)
            if ends >= last:
                return None, piece(self.text, clause, begin, last)
            if lead(self.text, clause, ends, last, self.times, hearers=True) < last:
                other = lead(self.text, clause, ends, last, self.times, hearers=True)
                return piece(self.text, clause, other, last), piece(self.text, clause, begin, ends)
        finite = next((n for n in range(begin + 1, last) if _finite(clause.word(n))), None)
        if finite is not None and "и" in (clause.word(last - 1), clause.word(last - 2)):
            last = finite
        if word in ("в", "во", "на", "из", "у", "со", "с") and (word in ("в", "во", "на", "у", "из")):
            ends = place_ends(self.text, clause, begin, last)
            there = piece(self.text, clause, begin, ends)
            rest = lead(self.text, clause, ends, last, self.times, hearers=True)
            if cue.verb.kind == "bare":
                return piece(self.text, clause, begin, last), None
            if cue.verb.number == "one" and cue.verb.kind == "finite":
                if rest >= last:
                    return None, None
                return piece(self.text, clause, rest, tail(self.text, clause, rest, last, self.times)), None
            if rest < last:
                other = piece(self.text, clause, rest, tail(self.text, clause, rest, last, self.times))
                if "n" in cue.verb.follows and not self._clause_follows(clause, cue):
                    return there, other
                if clause.word(rest) not in ("что", "это") and not is_preposition(clause.word(rest)) and re.search(r"(?:ы|и|ие|ые|а|я)$", clause.word(rest)):
                    return other, None
            return there, None
        if is_preposition(word):
            if word in ("о", "об", "обо"):
                return None, piece(self.text, clause, begin, last)
            rest = lead(self.text, clause, place_ends(self.text, clause, begin, last), last, self.times)
            if rest >= last:
                return None, None
            begin = rest
        if clause.word(last - 1) in ("там", "здесь", "тут") and cue.verb.number == "many":
            there = piece(self.text, clause, last - 1, last)
            return there, piece(self.text, clause, begin, last - 1)
        if clause.word(begin) in ("там", "здесь", "тут") and cue.verb.number == "many":
            return piece(self.text, clause, begin, begin + 1), piece(self.text, clause, begin + 1, last)
        return piece(self.text, clause, begin, tail(self.text, clause, begin, last, self.times)), None

    def _clause_follows(self, clause: Clause, cue: Cue) -> bool:
        number = self.parts.index(clause)
        follows = self.parts[number + 1] if number + 1 < len(self.parts) else None
        return follows is not None and (follows.word(0) in _THAT or ":" in follows.mark)

    # ------------------------------------------------------------------ the verb with its subject
    def _main_that(self) -> int | None:
        """The first clause whose verb has a clause with "что" behind it."""
        for number in range(len(self.parts) - 1):
            after = self.parts[number + 1]
            opens = after.word(0) in _THAT[:4] or ":" in after.mark
            if opens and any("c" in cue.verb.follows for cue in self.part.cues[number]):
                return number
        return None

    def _main(self, parts: list[Clause], made: list[Found]) -> list[Found]:
        if parts is self.parts:
            return self._verbs(made)
        return _Reader(Sentence(self.text, self.times, parts, self.part.before))._verbs(made)

    def _verbs(self, made: list[Found]) -> list[Found]:
        found: list[Found] = []
        number, after = 0, 0
        subject: tuple[Piece, ...] = made[-1].source if made else ()
        while number < len(self.parts):
            clause = self.parts[number]
            cue = next((each for each in self.part.cues[number] if each.start >= after), None)
            relative = RELATIVE.match(self.text, clause.start, clause.end)
            if cue is None or (relative and relative.end() <= cue.start and clause.word(0) not in ("что", "когда") and cue.verb.kind != "bare"):
                number += 1
                continue
            one = self._one(number, cue, subject, found)
            if one is None:
                after = cue.end
                if not any(each.start >= after for each in self.part.cues[number]):
                    number += 1
                continue
            told, stop = one
            found.append(told)
            subject = told.source or subject
            after = stop
            found.extend(self._and_so(told, stop))
            after = max(after, found[-1].content[-1][1])
            while number < len(self.parts) and self.parts[number].end <= after:
                number += 1
        return found

    def _and_so(self, told: Found, stop: int) -> list[Found]:
        """ "... заявлял о 97 пленных, в начале февраля — о 88": the verb stands only once."""
        number = next((n for n, clause in enumerate(self.parts) if clause.start >= stop), len(self.parts))
        if number + 1 >= len(self.parts) or self.part.cues[number] or not self.text[told.content[0][0] :].lower().startswith(("о ", "об ")):
            return []
        when, what = self.parts[number], self.parts[number + 1]
        first = lead(self.text, when, 0, len(when.words), self.times)
        if first < len(when.words) or what.word(0) not in ("о", "об", "уже") or "—" not in what.mark and "–" not in what.mark:
            return []
        return [Found(told.source, told.cue, ((what.start, what.end),), 0.6)]

    def _one(self, number: int, cue: Cue, subject: tuple[Piece, ...], found: list[Found]) -> tuple[Found, int] | None:
        clause = self.parts[number]
        follows = self.parts[number + 1] if number + 1 < len(self.parts) else None
        verb = cue.verb
        that = follows is not None and follows.word(0) in _THAT and ":" not in follows.mark and "c" in verb.follows
        if that and follows is not None and follows.word(0) == "как" and follows.word(1) in ("сообщил", "правило", "водится", "только", "и"):
            that = False
        colon = follows is not None and ":" in follows.mark
        if cue.negated and not self._lets_stand(clause, cue, that):
            return None
        source, thing = self._source_of(number, cue, subject, found)
        if verb.kind != "bidden" and not source and verb.kind != "bare" and not self._hides(clause, cue, that or colon):
            return None
        cues_: tuple[Piece, ...] = ((self._cue_start(clause, cue), cue.end),)
        if source:
            source, cues_ = self._cited(number, cue, source, cues_)
        if that and follows is not None and len(clause.words) - cue.until <= 14:
            until = self._clause_ends(number + 1, cue)
            start = follows.start
            if follows.word(0) == "как" and len(follows.words) == 1:
                return None
            return Found(source, self._with_onto(clause, cue, cues_), self._told(start, number + 1, until), 0.9), self.parts[until - 1].end
        if colon and thing and verb.follows == "cn" and re.match(r"опров|отриц|отверг|оспор", clause.word(cue.at)):
            return Found(source, cues_, (thing,), 0.6), clause.end
        if colon and follows is not None and ("c" in verb.follows or "n" in verb.follows):
            return Found(source, cues_, (self._whole(follows.start, self.parts[-1].end),), 0.85), self.parts[-1].end
        if verb.kind == "bare" and "o" not in verb.follows:
            return None
        return self._object(number, cue, source, cues_, thing)

    def _cited(
        self, number: int, cue: Cue, source: tuple[Piece, ...], where: tuple[Piece, ...]
    ) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Whom the source itself has it from: "агентство со ссылкой на врача", "глава, ссылаясь на разведку"."""
        clause = self.parts[number]
        if cited := _CITING.search(self.text, clause.start, cue.start):
            return (_stripped(self.text, cited.end(), cue.start),), ((cited.start(), cited.end() - 1), *where)
        back = number - 1
        while back > 0 and source[0][0] < self.parts[back].start:
            other = self.parts[back]
            if cited := _CITING.search(self.text, other.start, other.end):
                return (_stripped(self.text, cited.end(), other.end),), ((cited.start(), cited.end() - 1), *where)
            back -= 1
        follows = self.parts[number + 1] if number + 1 < len(self.parts) else None
        told = follows is not None and (follows.word(0) in _THAT or ":" in follows.mark)
        if told and (cited := _CITING.search(self.text, cue.end, clause.end)):
            return (_stripped(self.text, cited.end(), clause.end),), (*where, (cited.start(), cited.end() - 1))
        return source, where

    def _cue_start(self, clause: Clause, cue: Cue) -> int:
        return clause.words[cue.at - 1][0] if cue.negated and clause.word(cue.at - 1) == "не" else cue.start

    def _with_onto(self, clause: Clause, cue: Cue, where: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """ "настаивает на том, чтобы": the words before the comma belong to the verb."""
        between = self.text[cue.end : clause.end].strip()
        if between and _ONTO.fullmatch(between):
            return (*where[:-1], (where[-1][0], clause.end))
        return where

    def _lets_stand(self, clause: Clause, cue: Cue, that: bool) -> bool:
        """A verb that is negated says something only where it is one of denying or confirming with a clause behind it."""
        word = clause.word(cue.at)
        if not word.startswith(tuple(_NOT_YET)):
            return False
        return that or bool(re.search(r"не подтвер\w+ и не опроверг", self.text[clause.start : clause.end])) or (word.startswith("исключ") and cue.until < len(clause.words))

    def _hides(self, clause: Clause, cue: Cue, told: bool) -> bool:
        """Whether a verb may stand without anybody: "говорят, что" or "заявляя:" do, "сообщил" does not."""
        return False

    def _source_of(self, number: int, cue: Cue, subject: tuple[Piece, ...], found: list[Found]) -> tuple[tuple[Piece, ...], Piece | None]:
        clause = self.parts[number]
        if cue.verb.kind == "bidden":
            return (), None
        if cue.verb.kind == "gerund":
            if found or subject and number and self._same(number):
                return subject, None
            return self._whose(number), None
        earlier = [each for each in self.part.cues[number] if each.at < cue.at]
        first = 0
        if earlier and any(one.cue[-1][0] == each.start or one.cue[-1][1] == each.end for one in found for each in earlier):
            if self._coordinated(clause, cue):
                return subject, None
            first = earlier[-1].until
        named, thing = self._subject(clause, first, cue)
        if named is None:
            behind = self._named_behind_object(number, cue)
            if behind is not None:
                return (behind,), thing
            if cue.verb.kind == "bare":
                return (), None
            named = self._from_before(number, clause, first, cue)
            if named is None and (found or subject) and (self._coordinated(clause, cue) or lead(self.text, clause, first, cue.at, self.times) >= cue.at):
                return subject, thing
        return ((named,) if named else ()), thing

    def _same(self, number: int) -> bool:
        return number > 0

    def _coordinated(self, clause: Clause, cue: Cue) -> bool:
        at = cue.at - 1
        while at >= 0 and (clause.word(at) in ("не", "также", "тоже", "затем", "потом", "тут", "же", "даже", "при", "этом")):
            at -= 1
        return at < 0 or clause.word(at) in ("и", "а", "но", "или", "однако", "да")

    def _named_behind_object(self, number: int, cue: Cue) -> Piece | None:
        """Who stands behind the verb: "об этом сообщил врач"."""
        clause = self.parts[number]
        follows = self._clause_follows(clause, cue)
        first = lead(self.text, clause, 0, cue.at, self.times)
        opens = first < cue.at and (clause.word(first) in ("о", "об", "обо") or _THING.match(self.text, clause.words[first][0], cue.start))
        if not follows and not opens:
            return None
        return self._named_behind(clause, cue)

    def _from_before(self, number: int, clause: Clause, first: int, cue: Cue) -> Piece | None:
        """The subject in a clause before, where something stands between: "врач, который приехал, сказал"."""
        if first or lead(self.text, clause, 0, cue.at, self.times) < cue.at:
            return None
        back = number - 1
        between = False
        while back >= 0:
            other = self.parts[back]
            hangs = RELATIVE.match(self.text, other.start, other.end) or PARTICIPLE.match(self.text, other.start, other.end)
            aside = bool(_ASIDE.match(self.text, other.start, other.end))
            hangs = hangs or _CITING.match(self.text, other.start, other.end)
            title = other.mark == "," and len(other.words) <= 7 and other.word(0)[:5] in _TITLES and not self.part.cues[back]
            if back and (hangs or aside or title):
                between = between or not aside
                back -= 1
                continue
            break
        if back < 0 or back == number - 1 and self.part.cues[back]:
            return None
        other = self.parts[back]
        size = len(other.words)
        finite = next((n for n in range(size) if _finite(other.word(n)) and n), size)
        if self.part.cues[back] or finite == 0:
            return None
        ghost = Cue(finite, finite, cue.verb, other.end, other.end, False)
        named, _ = self._subject(other, 0, ghost)
        if named is None:
            return None
        whole = (named[0], self.parts[number - 1].end)
        if finite == size and between and not _CITING.search(self.text, *whole) and not re.search(r"ссыла", self.text[whole[0] : whole[1]]):
            return whole
        return named

    def _whose(self, number: int) -> tuple[Piece, ...]:
        """The subject of the clause on which a gerund hangs."""
        for back in [*range(number - 1, -1, -1), *range(number + 1, len(self.parts))]:
            clause = self.parts[back]
            if RELATIVE.match(self.text, clause.start, clause.end):
                continue
            at = next((n for n in range(len(clause.words)) if _finite(clause.word(n)) and clause.word(n) != "нет"), None)
            if at is None:
                continue
            word = clause.word(at)
            many = word.endswith(("ли", "лись", "ют", "ут", "ат", "ят", "ются", "утся", "атся", "ятся"))
            verb = Verb("finite", "many" if many else "one", "c", "")
            cue = Cue(at, at + 1, verb, *clause.words[at][:2], False)
            named, _ = self._subject(clause, 0, cue)
            head = clause.word(lead(self.text, clause, 0, at, self.times))
            if named and (not many or re.search(r"(?:ы|и|а|я|е|о)$", head) and not re.search(r"(?:ость|ение|ание|ство)$", head)):
                return (named,)
            first = lead(self.text, clause, at + 1, len(clause.words), self.times)
            while first < len(clause.words) and is_preposition(clause.word(first)):
                first = min(place_ends(self.text, clause, first, first + 2), len(clause.words))
            behind = piece(self.text, clause, first, len(clause.words))
            if behind:
                return (behind,)
        return ()

    # ------------------------------------------------------------------ what
    def _clause_ends(self, first: int, cue: Cue) -> int:
        """The number behind the last clause of what was said, from the clause with "что" on."""
        number = first + 1
        while number < len(self.parts):
            clause = self.parts[number]
            here = self.part.cues[number]
            if here and self._turns(number, clause, here[0]):
                break
            if clause.word(0) == "и" and _finite(clause.word(1)) and clause.mark == ",":
                break  # a comma before "и" and a verb: back to who speaks
            if _GERUND.match(self.text[clause.start : clause.words[min(1, len(clause.words) - 1)][1]] if clause.words else "") and clause.word(0) == "не":
                break
            number += 1
        return number

    def _turns(self, number: int, clause: Clause, cue: Cue) -> bool:
        """Whether with this clause somebody else speaks, or the same one anew."""
        if cue.verb.kind == "gerund" and lead(self.text, clause, 0, cue.at, self.times) >= cue.at:
            return True
        if RELATIVE.match(self.text, clause.start, clause.end) or cue.verb.kind not in ("finite",):
            return False
        if clause.word(0) not in _AGAINST:
            return False
        if not self._has_object(number, clause, cue):
            return False
        if clause.word(0) == "и":
            return lead(self.text, clause, 0, cue.at, self.times) >= cue.at
        return True

    def _has_object(self, number: int, clause: Clause, cue: Cue) -> bool:
        if self._clause_follows(clause, cue):
            return True
        return cue.until < len(clause.words) and any(letter in cue.verb.follows for letter in "nioc")

    def _told(self, start: int, first: int, until: int) -> tuple[Piece, ...]:
        return (self._whole(start, self.parts[until - 1].end),)

    def _object(self, number: int, cue: Cue, source: tuple[Piece, ...], where: tuple[Piece, ...], thing: Piece | None) -> tuple[Found, int] | None:
        clause, verb = self.parts[number], cue.verb
        if thing and source and source[0][0] >= cue.end:
            return self._preposed(number, cue, source, where, thing)
        nexts = [each for each in self.part.cues[number] if each.at >= cue.until and self._coordinated(clause, each) and each.at > 0 and each.verb.kind == "finite"]
        limit = nexts[0].at if nexts else len(clause.words)
        while nexts and limit > cue.until and clause.word(limit - 1) in ("и", "а", "но", "также", "или", "затем"):
            limit -= 1
        first = cue.until
        hearing = lead(self.text, clause, first, limit, self.times, hearers=True)
        start = hearing if hearing < limit else first
        if "i" in verb.follows and any(_INFINITIVE.search(clause.word(n)) for n in range(first, limit)):
            start = first
        if verb.kind == "bare" and clause.word(start) not in ("о", "об"):
            return None
        if start >= limit and not (thing and "n" in verb.follows):
            return self._preposed(number, cue, source, where, thing)
        word = clause.word(start)
        rest = piece(self.text, clause, start, limit)
        kind = self._kind(clause, start, limit, verb, word, thing)
        if kind is None:
            return self._preposed(number, cue, source, where, thing)
        if start == first or kind in "iog":
            pass
        until = number + 1
        if not nexts and rest is not None:
            until = self._object_ends(number, kind)
        end = self.parts[until - 1].end if until > number + 1 else (rest[1] if rest else cue.end)
        contents: tuple[Piece, ...] = ((rest[0], end),) if rest else ()
        if kind == "n" and thing and thing[1] <= cue.start:
            contents = (thing, *contents)
        follows = self.parts[number + 1] if number + 1 < len(self.parts) else None
        if rest and follows is not None and until > number + 1 and follows.word(0) == "что" and kind == "n" and re.search(r"\bо том$", self.text[rest[0] : clause.end]):
            contents = ((follows.start, end),)
        if not contents:
            return None
        pieces = tuple(self._whole(*each) for each in contents)
        return Found(source, where, pieces, _HALF[kind] if source else 0.5), max(end, cue.end)

    def _kind(self, clause: Clause, start: int, limit: int, verb: Verb, word: str, thing: Piece | None) -> str | None:
        quoted = start < limit and self.text[clause.words[start][0] - 1] in "«“\""
        if "i" in verb.follows and any(_INFINITIVE.search(clause.word(n)) for n in range(start, limit)):
            return "i"
        if "o" in verb.follows and word in ("о", "об", "обо"):
            return "o"
        if "g" in verb.follows and word in ("на", "к"):
            return "g"
        if "c" in verb.follows and quoted and not thing and self._long_quote(clause, start):
            return "c"
        if "n" in verb.follows and start < limit and word not in ("о", "об", "обо", "чтобы") and (
            "k" in verb.follows or not is_preposition(word) or place_ends(self.text, clause, start, limit) < limit
        ):
            return "n"
        if "n" in verb.follows and start >= limit:
            return "n"
        return None

    def _long_quote(self, clause: Clause, start: int) -> bool:
        close = self.text.find("»", clause.words[start][0], clause.end)
        return close > 0 and self.text.count(" ", clause.words[start][0], close) >= 1

    def _object_ends(self, number: int, kind: str) -> int:
        """Behind which clause what was said with a noun or an infinitive ends."""
        until = number + 1
        while until < len(self.parts):
            clause = self.parts[until]
            here = self.part.cues[until]
            if ":" in clause.mark or not clause.words:
                break
            if here and (self._turns(until, clause, here[0]) or self._speaks(until, clause, here[0])):
                break
            head = self.text[clause.start : clause.words[min(1, len(clause.words) - 1)][1]]
            gerund = _GERUND.match(head) or _GERUND.search(clause.word(len(clause.words) - 1)) and not any(_finite(w) for _, _, w in clause.words)
            if gerund or clause.word(0) == "как" and clause.word(1) in ("водится", "обычно", "правило", "известно", "всегда"):
                break
            if clause.word(0) in ("тогда", "однако", "зато", "хотя", "а") and kind != "i" and any(_finite(w) for _, _, w in clause.words):
                break
            only_time = lead(self.text, clause, 0, len(clause.words), self.times) >= len(clause.words)
            if only_time and until + 1 < len(self.parts) and self.parts[until + 1].mark in ("—", "–"):
                break
            until += 1
        return until

    def _speaks(self, number: int, clause: Clause, cue: Cue) -> bool:
        return cue.verb.kind == "finite" and clause.word(0) not in _THAT and not RELATIVE.match(self.text, clause.start, clause.end) and self._has_object(number, clause, cue)

    def _preposed(self, number: int, cue: Cue, source: tuple[Piece, ...], where: tuple[Piece, ...], thing: Piece | None) -> tuple[Found, int] | None:
        """What was said stands before the verb: "об обмене сообщил врач", "это отрицают"."""
        clause = self.parts[number]
        if thing is None or thing[0] >= cue.start:
            return None
        words = self.text[thing[0] : thing[1]].lower()
        if re.match(r"(?:о|об|обо)\s", words):
            if "o" not in cue.verb.follows and "c" not in cue.verb.follows:
                return None
            if _OF_THIS.match(words):
                if self.part.before is None or number or not source:
                    return None
                return Found(source, where, (self.part.before,), 0.7), clause.end
            return Found(source, where, (thing,), 0.6), clause.end
        if "n" in cue.verb.follows and source:
            return Found(source, where, (thing,), 0.55), clause.end
        return None


_TITLES = frozenset(
    "глава главы главе дирек минис предс предс замес секре началь коман офице врач врача водит житель житег мать отец сын дочь брат сестр "
    "вдова жена муж адвок юрист учите журна корре депут посол послан делег член члены сотру работ рядов генер полко майор капит сержа "
    "основ редак руков предст чинов собес очеви свиде бывши бывша новый новая стары старш перво перва офици".split()
)
