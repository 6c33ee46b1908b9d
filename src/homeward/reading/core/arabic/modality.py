"""With what commitment something was said, from the words that say so.

What is promised, possible, denied, asked for or conditional is never an asserted fact. So the burden lies on the assertion: a
passage is read as asserted only where nothing speaks against it and its cue is one with which people state things. Whatever
else there is, is possible at most.
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.reading.core.arabic.letters import alike, form
from homeward.reading.core.arabic.signs import called_for, conditional, denied, possible, promised, stated
from homeward.reading.core.arabic.verbs import MAY_BE_NEGATED, named_in, verb
from homeward.reading.core.found import ASSERTED, CALLED_FOR, CONDITIONAL, DENIED, POSSIBLE, PROMISED, Commitment


def modality(
    source: str, cue: str, content: str, hangs_on: Sequence[str], around: str = "", *, counts: bool = False
) -> Commitment:
    """The modality of a content under its cue.

    `hangs_on` are the conditions found in it, in their words; `around` is the rest of its sentence, without what others said;
    `counts` says that a number was found in it. What is said in the negative ("there are no talks") is asserted as it stands,
    negation and all: denied is what somebody else holds and this voice says is not so.
    """
    cue, around, given, content = alike(cue), alike(around), content, alike(content)
    if (plain := _ITS_OBJECT.sub("", cue)) != cue:
        cue = f"{cue} {plain}"
    told = f"{cue} {content}"
    verbs = named_in(cue)
    if denied.NOT.search(cue) and (verbs & MAY_BE_NEGATED) and not _NO_DOUBT.search(cue):
        return Commitment(DENIED if verbs & denied.WITHHELD_FROM else POSSIBLE, cue)
    for kind, sign in (
        (POSSIBLE, possible.WITHHELD.search(cue)),
        (CALLED_FOR, called_for.CALLS.search(cue) or (verbs & called_for.VERBS and _ANY.search(cue))),
        (POSSIBLE, possible.REFUSED.search(around)),
        (DENIED, verbs & denied.VERBS and _ANY.search(cue)),
        (POSSIBLE, possible.WITHHELD.search(_UNCHECKED.sub(" ", around))),
        (POSSIBLE, possible.WITHHELD.search(content)),
        (DENIED, _DENIAL.search(around) if not cue or cue in around else None),
        (DENIED, denied.DENIES.search(cue) or (verbs & denied.VERBS and _ANY.search(cue))),
        (DENIED, denied.DENIES_THAT.search(told)),
        (DENIED, _OF_IT.search(around)),
        (CONDITIONAL, conditional.BARGAIN.search(content)),
        (CONDITIONAL, conditional.BID_AND_FRUIT.search(content)),
    ):
        if sign:
            return Commitment(kind, sign.group().strip())
    if hangs_on:
        return Commitment(CONDITIONAL, hangs_on[0])
    for kind, sign in (
        (CALLED_FOR, called_for.AROUND.search(around)),
        (CALLED_FOR, called_for.TO_DO.search(content)),
        (CONDITIONAL, conditional.HINGES.search(told)),
        (PROMISED, promised.PROMISES.search(cue) or (verbs & promised.VERBS and _ANY.search(cue))),
        (PROMISED, promised.AROUND.search(f"{cue} {around}")),
        (POSSIBLE, possible.MAYBE_CUE.search(cue) or (verbs & possible.VERBS and _ANY.search(cue))),
        (POSSIBLE, possible.MAYBE_AROUND.search(around)),
    ):
        if sign:
            return Commitment(kind, sign.group().strip())
    return _inside(cue, verbs, content, given, counts=counts)


_ITS_OBJECT = form(r"(?<=\w{3})(?:هما|ها|هم|ه)(?!\w)")
_DENIAL = form(r"(?<!\w)(?:في |ب|ال)*(?:تكذيب|نفي|بالرفض)(?:ا|ه|ها)?(?!\w)")
_OF_IT = form(
    r"(?<!\w)بأن(?:ه|ها|هم) \W*(?:محض|مجرد)? ?(?:افتراء|كذب|كاذبة?|كلام جرائد|إشاعات?|شائعات?|غير صحيحة?|ملفقة?|خيال|هراء)(?!\w)"
)
_UNCHECKED = form(
    r"(?:وهو ما|ولم|وهي \w+|وهو \w+) (?:لم )?(?:[يت]تسن|[يت]تعذر|تعذر)(?:ى)?(?: \S+){0,4} (?:التحقق|التثبت|التأكد)(?: \S+){0,6}"
)
"""That a report could not check a statement takes nothing from how firmly it was made."""


def _inside(cue: str, verbs: frozenset[str], content: str, given: str, *, counts: bool) -> Commitment:
    """The modality that a content has in itself, under a cue that says nothing against it."""
    if own := _of_oneself(content):
        return own
    finds = [
        (sign.start(), kind, sign.group().strip())
        for kind, sign in (
            (POSSIBLE, possible.MAYBE.search(content)),
            (PROMISED, promised.AHEAD.search(content)),
            (PROMISED, promised.I_WILL.search(given)),
            (CALLED_FOR, called_for.SHOULD.search(content)),
            (CALLED_FOR, called_for.ON_THEM.search(content)),
            (CALLED_FOR, called_for.BIDS.search(content)),
            (CALLED_FOR, called_for.BID_ANYWHERE.search(content)),
            (CALLED_FOR, called_for.BID_ONE.search(given)),
        )
        if sign
    ]
    if finds:
        return Commitment(*min(finds)[1:])
    if possible.QUESTION.search(content):
        return Commitment(POSSIBLE, "a question")
    if not cue.strip():
        return Commitment(POSSIBLE, "no word with which it is stated")
    if not (stated.STATES.search(cue) or verbs & stated.VERBS):
        return Commitment(POSSIBLE, f"{cue}: not a word with which things are stated")
    if denied.NOT.match(cue.strip()) and not _NO_DOUBT.search(cue):
        return Commitment(POSSIBLE, f"{cue}: not said")
    if stated.TO.search(content) and not counts:
        return Commitment(POSSIBLE, "nothing is said to be so")
    if stated.NOMINAL_ONLY.search(cue) and not stated.THAT.search(content) and _A_NOUN.search(content):
        return Commitment(POSSIBLE, "nothing is said to be so")
    if stated.NOMINAL_ONLY.search(cue) and not stated.THAT.search(content) and len(content.split()) <= FEWEST:
        return Commitment(POSSIBLE, "nothing is said to be so")
    return Commitment(ASSERTED, "")


def _of_oneself(content: str) -> Commitment | None:
    """What somebody says to do by saying it: "that he rejects", "we demand"."""
    match = _ONESELF.match(content)
    if match is None:
        return None
    word = match["verb"]
    found = verb(word) or (verb("ي" + word[1:]) if word[0] in "نا" else None)
    if found is None:
        return None
    name = found[0].name
    if match["not"]:
        return Commitment(POSSIBLE, match["not"] + word) if name in MAY_BE_NEGATED else None
    for kind, verbs in (
        (DENIED, denied.VERBS),
        (CALLED_FOR, called_for.VERBS),
        (PROMISED, promised.VERBS),
        (POSSIBLE, possible.VERBS),
    ):
        if name in verbs:
            return Commitment(kind, word)
    return None


_ONESELF = form(r"^\W*(?:[بل]?[أإ]ن(?:ه|ها|هم|هما|نا|ني|ي)|(?=[ناأ]))\W*(?P<not>(?:لا|لن|لم) )?(?P<verb>\w{3,})")
_ANY = form(r"\S.*\S")
FEWEST = 3
"""Words that say by themselves no more than what is announced, and not that it is."""
_NO_DOUBT = form(r"لا [يت](?:ساور|شك)")
_A_NOUN = form(
    r"^\W*(?:عن |ب)?(?:ال)?(?:ا\w{1,4}ا\w(?:ه|ها|هم)?|ت\w{2}ي\w|فتح|وقف|نقل|عوده|قبول"
    r"|رفض|بدء|هدنة|هدنه|عزم\w*|نيت\w*|موافقت\w*|استعداد\w*|تسليم|مبادلة|تبادل)(?!\w)"
)
