"""English verbs of reporting, and what may follow each of them.

A line has verbs of one kind, and before the colon what they may be followed by:
c a clause, with or without "that"; t a clause with "that"; a nothing, where they stand beside what was said ("..., he said");
h somebody who hears it, before the clause; i "to do"; b somebody and "to do"; n what was said as a noun; g "doing";
p a preposition, which stands behind a slash; o somebody or something and then the preposition; f a figure;
q a preposition before a noun, where "to" is one and no verb follows; u something else, in the passive only.
A verb with irregular forms has them behind it, with dashes: the past, the participle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_TABLE = """
ca: say-said add answer argue assert comment conclude contend explain-explained insist remark reply respond retort quip joke
ca: observe object muse lament grumble murmur mutter whisper shout exclaim opine recount relate tweet write-wrote-written
ca: intimate elaborate muse testify reflect
can: announce claim concede declare disclose emphasise emphasize maintain mention note predict proclaim recall-recalled
can: recount reiterate
can: repeat report reveal-revealed signal-signalled-signalled stress affirm clarify specify confirm acknowledge underline underscore
can: state imply foresee-foresaw-foreseen forecast-forecast advertise reaffirm verify certify stipulate
o/at: put-put estimate set-set place
o/as: give-gave-given describe condemn denounce dismiss reject brand portray characterise characterize
o/of: accuse
o/for: blame thank criticise criticize condemn praise
o/with: charge threaten
o/against: warn
b: want
f: want
f: make-made give-gave-given say-said claim report announce name
n: recognise recognize order
u: quote cite
u: understand-understood know-knew-known rumour
c: indicate suggest allege estimate hypothesise hypothesize reckon speculate
ca: indicate allege estimate reckon suggest
can: admit-admitted allege deny
cap/to: admit-admitted confess
g: admit-admitted deny recall-recalled suggest propose regret-regretted
cn: dispute doubt question contest
n: reject refute rebut-rebutted dismiss denounce condemn contradict disown disavow repudiate retract
n: withdraw-withdrew-withdrawn revise correct annul-annulled
n: welcome criticise criticize praise deplore endorse contest challenge list name count publish withhold-withheld
n: decry lambast blast slam-slammed rebuke oppose uphold-upheld
cah: tell-told inform assure remind notify warn caution advise promise
b: tell-told advise warn caution urge order ask instruct beg-begged implore command invite request exhort entreat enjoin
b: bid-bade-bidden forbid-forbade-forbidden
h: ask
np/for: demand request
n: demand propose request offer promise pledge
ti: demand pledge promise vow swear-swore-sworn undertake-undertook-undertaken agree threaten propose
a: pledge promise vow swear-swore-sworn threaten undertake-undertook-undertaken complain caution warn propose predict protest
a: hint boast urge believe think-thought hope fear suspect
i: offer refuse hope expect-expected volunteer decline
c: complain caution warn protest hint boast believe think-thought hope fear suspect expect-expected assume
t: hold-held allow propose suggest recommend urge ask insist agree accept request guarantee
n: accept approve recommend guarantee
p/of: complain speak-spoke-spoken warn boast talk
p/about: complain talk speak-spoke-spoken warn
p/against: warn caution protest speak-spoke-spoken
p/for: call ask appeal plead press pray hope apologise apologize
p/at: hint
p/on: insist agree
p/to: object consent allude attest
q/to: agree
p/by: stand-stood
p/over: protest
"""
_PHRASES = """
can: point-pointed out
c: make-made it known
c: make-made it clear
c: make-made clear
c: make-made plain
c: make-made it plain
c: let-let it be known
c: let-let it be understood
c: let-let be known
ca: let-let slip
a: have-had it
ca: have-had it that
c: want it known
c: want it understood
n: rule out
n: take-took-taken back
n: brush aside
n: brush off
n: wave aside
n: wave away
n: laugh off
n: shrug-shrugged off
n: play down
n: turn down
n: strike-struck out
n: call off
n: insist upon
n: speak-spoke-spoken out against
bt: call on
bt: call upon
bt: appeal to
bt: plead with
c: issue a statement saying
c: put-put out a statement saying
c: release a statement saying
a: put-put it
c: put-put out a clarification
c: put-put out a statement
c: issue a statement
c: issue a clarification
c: issue a denial
ti: give-gave-given an undertaking
ti: give-gave-given an assurance
ti: give-gave-given assurances
ti: give-gave-given a guarantee
ti: give-gave-given a pledge
ti: give-gave-given a promise
ti: give-gave-given its word
ti: give-gave-given his word
ti: give-gave-given her word
ti: give-gave-given their word
t: give-gave-given notice
t: give-gave-given warning
t: give-gave-given word
t: pass on word
t: send-sent word
t: bring-brought word
t: take-took-taken the view
t: take-took-taken the position
t: be of the view
t: express the hope
t: express confidence
t: express fears
t: express fear
t: express doubt
t: express concern
t: voice the hope
t: voice concern
t: voice fears
t: lay-laid down
t: leave-left no doubt
ti: serve notice
ti: express a readiness
ti: express readiness
ti: signal-signalled readiness
ti: signal-signalled a readiness
ti: signal-signalled willingness
"""
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of reporting in one of its forms: base, s, past, participle or ing; the words behind it that belong to it."""

    name: str
    form: str
    follows: frozenset[str]
    onto: frozenset[str]
    joined: frozenset[str]
    tail: tuple[str, ...] = ()


def _regular(base: str) -> tuple[str, str, str]:
    """The forms with -s, -ed and -ing."""
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
    third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"
    if base.endswith("ee"):
        return third, f"{base}d", f"{base}ing"
    if base.endswith("e"):
        return third, f"{base}d", f"{base[:-1]}ing"
    return third, f"{base}ed", f"{base}ing"


def _forms(written: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb, each with its name; "signal-signalled" doubles its last letter in the -ing form as well."""
    base, *irregular = written.split("-")
    third, past, ing = _regular(base)
    if base == "be":
        return
    if base == "have":
        third = "has"
    if irregular:
        past = irregular[0]
    if past == f"{base}{base[-1]}ed" or base in ("let", "put", "forbid", "bid"):
        ing = f"{base}{base[-1]}ing"
    yield base, "base"
    yield third, "s"
    yield past, "past"
    yield irregular[1] if len(irregular) > 1 else past, "participle"
    yield ing, "ing"


@lru_cache(maxsize=1)
def verbs() -> dict[str, tuple[Verb, ...]]:
    """The verbs by their forms; those of several words first."""
    found: dict[str, list[Verb]] = {}
    for (word, tail, name, form), (follows, onto, joined) in _read().items():
        one = Verb(name, form, frozenset(follows), frozenset(onto), frozenset(joined), tail)
        found.setdefault(word, []).append(one)
    order = {"past": 0, "s": 0, "base": 1, "ing": 1, "participle": 2}
    return {
        word: tuple(sorted(each, key=lambda verb: (-len(verb.tail), order[verb.form]))) for word, each in found.items()
    }


_Key = tuple[str, tuple[str, ...], str, str]


def _read() -> dict[_Key, tuple[set[str], set[str], set[str]]]:
    """The tables, by the form of a verb, the words behind it, its name and the name of the form."""
    made: dict[_Key, tuple[set[str], set[str], set[str]]] = {}
    phrases = _PHRASES.strip().splitlines()
    for line in (*phrases, *_TABLE.strip().splitlines()):
        follows, words = line.split(": ")
        kinds, _, onto = follows.partition("/")
        each_verb = [words.split()] if line in phrases else [[word] for word in words.split()]
        for first, *tail in each_verb:
            for word, form in _forms(first):
                sets = made.setdefault((word, tuple(tail), first.split("-")[0], form), (set(), set(), set()))
                sets[0].update(kinds)
                sets[2 if "o" in kinds else 1].update([onto] if onto else [])
    return made
