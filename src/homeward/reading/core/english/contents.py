"""What is said: what follows an English verb of reporting, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.core.english.groups import DETERMINERS, HELPS, PAST, PREPOSITIONS, PRONOUNS, Group
from homeward.reading.core.english.nouns import NOUNS
from homeward.reading.core.english.objects import counted, figure, with_preposition
from homeward.reading.core.english.phrases import JOINS, MARKS, opens_phrase, past_aside, past_preposition
from homeward.reading.core.english.sentences import Sentence

FARTHEST = 24
"""Words behind a verb within which the clause begins that it tells."""
_STOPS = frozenset(". … ? !".split())
_OWN = frozenset("its his her their my our".split())
_ASKS = frozenset("whether if how why what when where who which".split())
_PREDICTS = frozenset(
    "told tells tell telling inform informed informs informing assure assured assures remind reminded".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """Where what was said begins, what it is, and behind which word the verb ends with its preposition."""

    start: int
    kind: str
    """ "that", "bare", "quote", "colon", "to", "noun", "onto" (a preposition), "ing" or "ask"."""
    until: int
    hearer: int = -1


def told(sentence: Sentence, group: Group) -> Told | None:
    """What follows a verb of reporting in the active voice, if anything does."""
    follows, until = group.verb.follows, group.until
    at = past_aside(sentence, until)
    at = _past_however(sentence, at)
    word = sentence.word(at)
    if at >= len(sentence) or word in _STOPS or word in (";", ")", "—", "–"):
        return None
    if follows & set("cath") and word == ":":
        return Told(at + 1, "colon", until) if at + 1 < len(sentence) else None
    if word == "that" and follows & set("cth") and _clause_follows(sentence, at, group):
        return Told(at, "that", until)
    if "q" in follows and word == "to" and opens_phrase(sentence, at + 1):
        return Told(at + 1, "onto", at + 1 if at == until else until)
    if "i" in follows and word == "to":
        return Told(at, "to", until)
    if word in group.verb.onto and at + 1 < len(sentence) and sentence.word(at + 1) not in MARKS - {"“", '"'}:
        return Told(at + 1, "onto", at + 1 if at == until else until)
    if "g" in follows and word.endswith("ing") and len(word) > 4 and word not in PREPOSITIONS:
        return Told(at, "ing", until)
    if "o" in follows and with_preposition(sentence, group, at):
        return Told(at, "noun", until)
    if "f" in follows and counted(sentence, group, at):
        return Told(at, "noun", until)
    if follows & set("hb") and (heard := _behind_hearer(sentence, group, at)):
        return heard
    if _opens_quote(sentence, at) and follows & set("can"):
        return Told(at, "quote", until)
    if word == "," and _opens_quote(sentence, at + 1) and follows & set("ca"):
        return Told(at + 1, "quote", until)
    if follows & set("ct") and (far := _that_ahead(sentence, at, group)):
        return far
    return _plain(sentence, group, at)


def _behind_as(sentence: Sentence, at: int) -> int:
    """ "Brushed aside, as “a fairy tale”, the notion that": the object behind what it is held to be; 0 where none stands."""
    first = at + 1 if sentence.word(at) == "," else at
    if sentence.word(first) != "as":
        return 0
    most = min(first + 12, len(sentence))
    comma = next((n for n in range(first + 1, most) if sentence.word(n) == "," and not sentence.quoted[n]), 0)
    return comma + 1 if comma and sentence.word(comma + 1) in DETERMINERS else 0


def _past_however(sentence: Sentence, at: int) -> int:
    """Behind a word between commas before "that": "acknowledges, however, that"."""
    for number in range(at + 2, at + 6):
        if sentence.word(at) == "," and sentence.word(number) == "," and sentence.word(number + 1) in ("that", "to"):
            return number + 1
    return at


def _plain(sentence: Sentence, group: Group, at: int) -> Told | None:
    """A clause without "that", a question, or a noun."""
    follows, word = group.verb.follows, sentence.word(at)
    if word in (",", "as") and "n" in follows and (noun := _behind_as(sentence, at)):
        return Told(noun, "noun", group.until)
    if word in MARKS or word in PREPOSITIONS or word in ("to", "and", "but", "or", "so", "as", "than", "because"):
        if word in ("over", "up", "about") and sentence.word(at + 1)[:1].isdigit():
            return Told(at, "noun", group.until) if "n" in follows else None
        opens = word in ("in", "at", "under") and "a" in follows and "n" not in follows
        return Told(at, "bare", group.until) if opens and _bare(sentence, at, group) else None
    if word in _ASKS and word not in ("who", "which") and "c" in follows:
        return Told(at, "ask", group.until)
    if "c" in follows and _bare(sentence, at, group):
        return Told(at, "bare", group.until)
    if "n" in follows and word in _OWN and (that := _own_report(sentence, at)):
        return Told(that, "that", that)
    if "n" in follows and word not in JOINS:
        return Told(group.until if sentence.word(group.until) in ("only", "just", "both") else at, "noun", group.until)
    return None


def _own_report(sentence: Sentence, at: int) -> int:
    """ "Retracted its report that": what was said is the clause, and the noun belongs to the verb; 0 where none follows."""
    for number in range(at + 2, at + 4):
        if sentence.word(number) == "that" and sentence.word(number - 1) in NOUNS:
            return number
    return 0


def _bare(sentence: Sentence, at: int, group: Group) -> bool:
    """Whether a clause with a verb of its own stands here: "said the drug could be landed"."""
    for number in range(at, min(at + 22, len(sentence))):
        word = sentence.word(number)
        if (number > at and word in MARKS - {",", "“", "”", '"'}) or word in _STOPS:
            return False
        if (number > at and word in HELPS and word != "been") or word in PAST or word.endswith("n't"):
            return number > at
        if number > at + 1 and word.endswith("ed") and sentence.word(number - 1) not in DETERMINERS | PREPOSITIONS:
            return "n" not in group.verb.follows
        if number > at and word == "that":
            return False
    return False


def _clause_follows(sentence: Sentence, at: int, group: Group) -> bool:
    """Whether "that" opens a clause; behind "accepted" it may point: "accepted that offer"."""
    after = sentence.word(at + 1)
    if after in _STOPS or after in MARKS - {"“", '"', ","}:
        return False
    if (
        "n" not in group.verb.follows
        or after in DETERMINERS | PRONOUNS
        or after.endswith("s")
        or figure(sentence, at + 1)
    ):
        return True
    return _bare(sentence, at + 1, group) or any(
        sentence.word(n) in HELPS or sentence.word(n).endswith("ed") for n in range(at + 2, min(at + 16, len(sentence)))
    )


def _opens_quote(sentence: Sentence, at: int) -> bool:
    return 0 <= at < len(sentence) and sentence.quoted[at] and sentence.word(at) in ("“", '"', "«", "‘", "'")


def _behind_hearer(sentence: Sentence, group: Group, at: int) -> Told | None:
    """ "Told parliament two hours later that", "urged the commission to open", "assured her the road was free"."""
    bids = "b" in group.verb.follows
    if sentence.word(at) in MARKS or sentence.word(at) in PREPOSITIONS - {"on"}:
        return None
    hears = group.verb.name in ("tell", "inform", "assure", "remind", "notify")
    for number in range(at, min(at + FARTHEST, len(sentence))):
        word = sentence.word(number)
        if word in _STOPS or word in (";", "—", "–") or (word == "," and not _bracket(sentence, number)):
            break
        if (
            word == "that"
            and "c" in group.verb.follows | ({"c"} if "t" in group.verb.follows else set())
            and number > at
        ):
            return Told(number, "that", group.until, at)
        follows = sentence.word(number + 1)
        if word == "to" and bids and number > at and follows not in DETERMINERS and follows[:1].isalpha():
            return Told(at if group.verb.name != "tell" else number, "to", group.until, at)
        if _opens_quote(sentence, number) and number > at and hears:
            return Told(number, "quote", group.until, at)
        if word == ":" and number > at:
            return Told(number + 1, "colon", group.until, at)
        if number > at and word in ("whether", "how", "why", "what", "where") and hears and group.verb.name != "ask":
            return Told(number, "ask", group.until, at)
        if (
            (
                number > at
                and hears
                and word in PRONOUNS | DETERMINERS - {"that", "whose", "what"}
                and _bare(sentence, number, group)
            )
            and sentence.word(number - 1) not in PREPOSITIONS | DETERMINERS
            and not sentence.word(number - 1).endswith("'s")
        ):
            return Told(number, "bare", group.until, at)
        if number > at and word in HELPS:
            break
    return None


def _bracket(sentence: Sentence, comma: int) -> bool:
    """Whether a comma opens a phrase between verb and clause: "replied on Tuesday, through its office in Sund, that"."""
    after = sentence.word(comma + 1)
    return (
        after in PREPOSITIONS | {"as", "that", "who", "whose"}
        or sentence.word(comma - 1) in MARKS
        or sentence.large(comma + 1)
    )


def _that_ahead(sentence: Sentence, at: int, group: Group) -> Told | None:
    """ "Wrote in a letter dated 20 June that": phrases with prepositions and times stand between."""
    word = sentence.word(at)
    if (
        word not in PREPOSITIONS
        and not (word == "," and sentence.word(at + 1) in PREPOSITIONS | {"as"})
        and word != "as"
    ):
        return _noun_that(sentence, at, group)
    for number in range(at, min(at + FARTHEST, len(sentence))):
        word = sentence.word(number)
        if (
            word in _STOPS
            or word in (";", ":", "—", "–", "(")
            or word in HELPS
            or word in ("and", "but", "who", "which")
        ):
            return None
        if word == "," and sentence.word(number + 1) not in PREPOSITIONS | {"that", "as"}:
            return None
        if word == "that" and not sentence.quoted[number]:
            return Told(number, "that", group.until)
    return None


def _noun_that(sentence: Sentence, at: int, group: Group) -> Told | None:
    """ "Denied reports that", "brushed aside the notion that": the clause that the noun holds, with the noun."""
    return None


def noun_phrase_ends(sentence: Sentence, start: int, most: int) -> int:
    """Behind the noun phrase that begins here: before the next mark, conjunction or helping verb."""
    number = start
    while number < most:
        word = sentence.word(number)
        if word in MARKS or word in _STOPS or word in HELPS or (word in JOINS and word != "and" and number > start):
            break
        number += 1
    return number


__all__ = ["FARTHEST", "Told", "noun_phrase_ends", "past_preposition", "told"]
