"""The verbs of reporting in a sentence with the words that belong to them: "has since been quoted by", "would say only"."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.core.english.sentences import Sentence
from homeward.reading.core.english.verb_table import Verb, verbs

BE = frozenset("is are was were be been being am 's".split())
HAVE = frozenset("has have had having".split())
DO = frozenset("do does did".split())
MODAL = frozenset("will would can could may might must shall should".split())
HELPS = BE | HAVE | DO | MODAL
ADVERBS = frozenset(
    """not never also only always already since still then now meanwhile later earlier subsequently again just once even
    often ever soon initially previously first further long too afterwards thereafter today yesterday instead however
    nevertheless nonetheless both repeatedly likewise so far though therefore thus itself himself herself themselves
    separately together either neither nor n't reportedly""".split()
)
DETERMINERS = frozenset(
    """the a an this that these those its his her their our my your some any no every each another both either neither
    several many few most all such what whose""".split()
)
PRONOUNS = frozenset("he she it they we i you who nobody someone somebody everyone everybody".split())
PREPOSITIONS = frozenset(
    """of in on at by with from to for about into over under between without within near inside outside across through
    during against up down after before until since upon toward towards behind beyond among amid despite than per via
    around along off like as till beside besides concerning regarding""".split()
)
PAST = frozenset(
    """ate became began bought broke brought built came caught chose comes drew drove fell flew forgot fought found
    gave gets goes got grew has heard held hid hit holds kept knew knows led let lies livewent lost made makes
    met paid put ran remained remains rode rose sat saw says seems sent set shot showed shut sold spent spoke
    stayed stays stole stood swam takes thinks threw told took understood wants went woke won wore wrote""".split()
)
"""Verbs that are no verbs of reporting, in irregular forms that are nothing else."""
_BEFORE_NOUN = (DETERMINERS - {"that", "these", "those", "both", "all", "some", "few", "many"}) | PREPOSITIONS - {
    "than"
}
_NOUNS = frozenset(
    """reports claims demands offers answers requests orders accounts lists names counts estimates calls comments hopes
    fears promises plans remarks charges protests replies notices disputes notes details appeals signals hints mentions
    report claim demand offer answer request order account list name count estimate call comment hope fear promise plan
    remark charge protest reply notice dispute note detail appeal signal hint mention doubt doubts question questions
    tweet tweets joke jokes contests whispers shouts pledge pledges vow vows threat command commands press boast boasts state
    states address attest contest challenge
    challenges project projects object objects direct ban bans reads bid bids""".split()
)
"""Forms of the verbs that are nouns as well."""
_SHOWS_VERB = frozenset(
    "that to the a an its his her their it for on at only no any it him them her us whether how".split()
)
_OPENS_ING = frozenset(", as beyond by without while after before in besides — – and or ; : (".split())
_NEGATIVE = frozenset("not never n't without nor cannot neither".split())
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand some many several
    few more other""".split()
)
_WRITINGS = frozenset("wrote written letter letters statement note message cable telegram post notice".split())
MARKS_BEFORE = frozenset(", ; : — – and but".split())
_GOES_ON = frozenset(
    "went go goes gone continued continues continue came come proceeded hastened hastens seemed wished rushed rose paused".split()
)


@dataclass(frozen=True, slots=True)
class Group:
    """A verb of reporting: its words from `first` to before `until`, itself at `at`, and how it is used."""

    first: int
    at: int
    until: int
    verb: Verb
    passive: bool
    negated: bool
    use: str
    """ "finite", "ing", "to" (an infinitive that tells nothing by itself) or "reduced" ("a figure disputed by")."""
    modal: str = ""


def groups(sentence: Sentence) -> list[Group]:
    """The verbs of reporting in a sentence that stand outside of quotations, in their order."""
    known = verbs()
    found: list[Group] = []
    for at, word in enumerate(sentence.words):
        if word not in known or sentence.quoted[at] or (found and at < found[-1].until) or _name(sentence, at):
            continue
        group = next(filter(None, (_group(sentence, at, verb) for verb in known[word])), None)
        if group is not None:
            found.append(group)
    return found


def _name(sentence: Sentence, at: int) -> bool:
    """Whether a word is part of a name: "the United States"."""
    return sentence.large(at) and (at > 0 or not sentence.word(at).endswith("ing"))


def _group(sentence: Sentence, at: int, verb: Verb) -> Group | None:
    until = _tail(sentence, at, verb)
    if until is None:
        return None
    first, negated = at, False
    helps: list[str] = []
    back = at - 1
    while back >= 0 and not sentence.quoted[back]:
        word = sentence.word(back)
        if word == "may" and sentence.large(back):
            break
        if word in HELPS or (word == "to" and not helps) or word.endswith("n't") or word in ("cannot", "to"):
            helps.insert(0, word)
            negated = negated or word.endswith("n't") or word == "cannot"
            first = back
        elif word in ADVERBS or (word.endswith("ly") and len(word) > 4 and not sentence.large(back)):
            negated = negated or word in _NEGATIVE
        else:
            break
        back -= 1
    if not helps and negated and sentence.word(at - 1) in _NEGATIVE:
        first = at - 1
    if not helps and sentence.word(at - 1) == "without":
        negated = True
    return _used(sentence, verb, helps, first, at, until, negated)


def _used(
    sentence: Sentence, verb: Verb, helps: list[str], first: int, at: int, until: int, negated: bool
) -> Group | None:
    """The group as it is used, or none where the word is no verb here."""
    helping = helps[-1].removesuffix("n't") if helps else ""
    full = [each for each in helps if each != "to"]
    modal = next((each for each in helps if each in MODAL or each == "cannot"), "")
    if helps and helps[0] == "to":
        goes_on = sentence.word(first - 1) in _GOES_ON or (
            sentence.word(first - 2) in _GOES_ON and sentence.word(first - 1) == "on"
        )
        if goes_on and verb.form == "base":
            begun = first - 1 if sentence.word(first - 1) in _GOES_ON else first - 2
            return Group(begun, at, until, verb, False, negated, "finite")
        if verb.form == "base" or helping in BE | HAVE:
            return Group(first, at, until, verb, helping in BE, negated, "to")
        return None
    if helping in BE and verb.form in ("past", "participle"):
        return Group(first, at, until, verb, True, negated, "finite" if helps[0] != "being" else "reduced", modal)
    if helping in BE and verb.form == "ing":
        return Group(first, at, until, verb, False, negated, "finite", modal)
    if helping in BE or (helping in HAVE and verb.form not in ("past", "participle")):
        return None
    if helping in HAVE:
        return Group(first, at, until, verb, False, negated, "finite" if helps[0] != "having" else "ing", modal)
    if full:
        return Group(first, at, until, verb, False, negated, "finite", modal) if verb.form == "base" else None
    return _alone(sentence, verb, first, at, until, negated)


def _alone(sentence: Sentence, verb: Verb, first: int, at: int, until: int, negated: bool) -> Group | None:
    """A verb without helping verbs: nouns of the same form are none."""
    before, after = sentence.word(at - 1), sentence.word(until)
    if verb.form == "ing":
        opens = at == 0 or before in _OPENS_ING or sentence.quoted[at - 1] or _wrote(sentence, at)
        return Group(first, at, until, verb, False, negated, "ing") if opens else None
    if (before in DETERMINERS and before in _BEFORE_NOUN) or (
        before.endswith(("'s", "s'")) and sentence.word(at) in _NOUNS
    ):
        return None
    if verb.form == "participle" or (verb.form == "past" and after == "by" and before != "," and at):
        return Group(first, at, until, verb, True, negated, "reduced")
    if verb.form == "past":
        return (
            None
            if before in PREPOSITIONS or (after in HELPS - {"having", "being"} and before not in PRONOUNS)
            else Group(first, at, until, verb, False, negated, "finite")
        )
    if before in _BEFORE_NOUN:
        return None
    word = sentence.word(at)
    if word in _NOUNS and (
        before[:1].isdigit() or before in _NUMBERS or not (_shows(sentence, until) or _whole(sentence, at))
    ):
        return None
    if verb.form == "base" and not _several(sentence, at):
        return None
    return Group(first, at, until, verb, False, negated, "finite")


def _shows(sentence: Sentence, after: int) -> bool:
    """Whether what follows is the object of a verb and not the rest of a noun phrase."""
    word = sentence.word(after)
    return word in _SHOWS_VERB or word[:1].isdigit() or word in DETERMINERS or word in ("“", '"', ":", "three", "two")


def _wrote(sentence: Sentence, at: int) -> bool:
    """ "Wrote to the harbour master on 8 May asking for": a verb in "-ing" behind a writing."""
    for number in range(at - 1, max(at - 14, -1), -1):
        if sentence.word(number) in _WRITINGS:
            return True
        if sentence.word(number) in MARKS_BEFORE:
            return False
    return False


def _whole(sentence: Sentence, at: int) -> bool:
    """Whether a name or a pronoun stands before, which needs no noun: "Reuters reports"."""
    before = sentence.word(at - 1)
    return (
        before in PRONOUNS
        or before in (",", ")")
        or (sentence.large(at - 1) and not before[:1].isdigit() and sentence.word(at) not in ("states", "state"))
    )


def _several(sentence: Sentence, at: int) -> bool:
    """Whether a verb in its base form has several people for its subject: "the brigades demand"."""
    back = at - 1
    while back >= 0 and (sentence.word(back) in ADVERBS or sentence.word(back).endswith("ly")):
        back -= 1
    before = sentence.word(back)
    if before in ("they", "we", "i", "you", "who", "people", "police", "both", "many", "some", "others", "all"):
        return True
    if before in (",", "and", "but", '"', "”"):
        return before != "and" and _shows(sentence, at + 1)
    heads = [before]
    for number in range(back, max(back - 6, 0), -1):
        if sentence.word(number) in MARKS_BEFORE:
            break
        if sentence.word(number) in PREPOSITIONS:
            heads.append(sentence.word(number - 1))
    plural = any(
        head.endswith("s") and not head.endswith(("'s", "ss", "us")) and head not in ("is", "was", "has")
        for head in heads
    )
    return plural and (sentence.word(at) not in _NOUNS or _shows(sentence, at + 1))


def _tail(sentence: Sentence, at: int, verb: Verb) -> int | None:
    """Behind the last word of a verb of several words; a time or an adverb may stand in it."""
    number = at + 1
    for part in verb.tail:
        if sentence.word(number) == part:
            number += 1
        elif sentence.word(number) in ADVERBS and sentence.word(number + 1) == part:
            number += 2
        else:
            return None
    return None if verb.tail == ("it",) and sentence.word(number) in ("at", "to") else number
