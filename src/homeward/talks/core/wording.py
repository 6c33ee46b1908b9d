"""The sentences of the answers: why a condition stands where it stands, what to ask, how a circle reads, what was found."""

from __future__ import annotations

from collections.abc import Sequence

from homeward.talks.core.values import Value

QUESTION = "What would show that this is met: which event, by when, and who says so?"
FOUND = {
    "gates-itself": "{0} is said to stand before itself; that is left aside, a person should look at it.",
    "unseen-member": "{0} names a member that is not known here, or not among what you may see; it counts as unknown.",
    "empty-gate": "{0} has no members, so nobody can meet it.",
    "impossible-number": "{0} wants more of its members than there are, or none, so nobody can meet it.",
    "not-of-several": "{0} is a NOT of several; it takes one member.",
    "no-batches": "{0} is a lockstep without batches: nobody said how much moves at a time.",
    "no-interval": "{0} is to be met within a time, and nobody said which.",
    "both-ways": "{0} is wanted both met and unmet; no step helps both.",
    "out-of-step": "{0} is a lockstep, and one side of it is said to be met while another is not: {1}.",
    "out-of-order": "{0} is an order, and {1} came before what it was to follow; whether it still counts is theirs to say.",
    "unclear-voice": "One voice says both of {0} at times that cannot be told apart; it counts for neither until it is asked.",
    "unread-status": '"{1}" ({0}) does not say whether it is met; it counts for neither until somebody says which.',
    "each-first": "{0} and {1}: each side asks the other to go first. Where both hold to it neither can. Known ways out: {2}",
    "waits-perhaps": 'The words of {0} name the goal "{1}": perhaps it waits for that. Say so, if it does, as a gate.',
    "circle-perhaps": "{0} names what {1} stands before, and {1} what {0} does: perhaps each waits for the other. "
    "Known ways out: {2}",
    "names-its-own": "{0} is worded as the goal that it is said to stand before; a person should look at it.",
    "stands-by-itself": "{0} puts {1} together with others; whoever asks for {1} has not said so, and it stands by itself too.",
    "covers": "These words name nobody, so the answer covers each goal of this action: {0}. How these stand to it nobody has said.",
    "nothing-gates": "Nobody has said that anything stands in the way.",
    "not-complete": "There are too many sets to tell them all: these are conditions one at a time and in pairs.",
    "cut": "There are more pairs than are told.",
    "no-way": "No step that is named here would make it met.",
    "no-order": "There is no order in which all of these could be met one after the other.",
}


def found(code: str, *names: str) -> str:
    """What was found, in a sentence."""
    return FOUND[code].format(*names)


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "A", "A and B", "A, B and C"."""
    *most, last = names or [""]
    return f"{', '.join(most)} and {last}" if most else last


def circle(names: Sequence[str]) -> str:
    """How a circle reads: each waits for the next."""
    if len(names) == 1:
        return f"{names[0]} waits for itself."
    steps = [f"{one} waits for {other}" for one, other in zip(names, [*names[1:], names[0]], strict=True)]
    return f"{listed(steps)}."


def why(
    *,
    value: Value,
    by: Sequence[str],
    met: Sequence[str],
    unmet: Sequence[str],
    unclear: bool,
    vague: bool,
    alone: Sequence[str],
    in_sets: tuple[int, int],
    supposed: bool,
    wanted: Value,
) -> str:
    """One sentence for a condition: who asks, what is said of it, and what hangs on it."""
    asks = (
        f"{listed(by)} {'ask' if len(by) > 1 else 'asks'} for it" if by else "It is asked for, nobody is named who asks"
    )
    if supposed:
        said = f"it is supposed {value.value} here, which is in nobody's record"
    elif value is Value.MET:
        said = f"{listed(met)} {_say(met)} that it is met"
    elif value is Value.UNMET:
        said = f"{listed(unmet)} {_say(unmet)} that it is not met"
    elif value is Value.CONTESTED:
        said = f"{listed(met)} {_say(met)} that it is met, {listed(unmet)} {_say(unmet)} that it is not"
    elif unclear:
        said = "the last word on it cannot be told from another of the same voice"
    elif vague:
        said = "its words name nothing that could be seen to be met"
    else:
        said = "nobody has said whether it is met"
    return f"{asks}; {said}; {_hangs(value, alone, in_sets, wanted)}."


def _say(names: Sequence[str]) -> str:
    return "say" if len(names) > 1 else "says"


def _hangs(value: Value, alone: Sequence[str], in_sets: tuple[int, int], wanted: Value) -> str:
    turned = "met" if wanted is Value.MET else "not met"
    if alone:
        return f"{turned}, it alone would open {listed(alone)}"
    mine, every = in_sets
    if every and mine == every:
        return "no way leads round it" if every > 1 else f"it must be {turned}, with others"
    if mine:
        return f"it is part of {mine} of {every} ways"
    return "it is in nobody's way now" if value is wanted else "no shortest way needs it"
