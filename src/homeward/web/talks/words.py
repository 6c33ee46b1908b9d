"""The closed words of talks as they are shown: how the members of a gate stand together, what a condition is, what is odd."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from homeward.talks.queries.views import GateView
from homeward.web.words import digits, reads_english

OPS: Mapping[str, Promise] = MappingProxyType(
    {
        "all": pgettext_lazy("gate", "ALL OF"),
        "any": pgettext_lazy("gate", "ANY OF"),
        "not": pgettext_lazy("gate", "NOT"),
        "seq": pgettext_lazy("gate", "ONE AFTER THE OTHER"),
        "lockstep": pgettext_lazy("gate", "IN STEP, IN BATCHES"),
        "within": pgettext_lazy("gate", "WITHIN A TIME"),
    }
)
#: The same as one chooses it in a form, each with what it says.
CHOICES: tuple[tuple[str, Promise], ...] = (
    ("all", _("all of them must hold")),
    ("any", _("one of them is enough")),
    ("k_of_n", _("so many of them must hold")),
    ("not", _("it must not hold")),
    ("seq", _("one after the other, in this order")),
    ("lockstep", _("in step, in batches of so many")),
    ("within", _("all of them, within a time")),
)
EDGES: Mapping[str, Promise] = MappingProxyType(
    {
        "demand": pgettext_lazy("edge", "demanded"),
        "offer": pgettext_lazy("edge", "offered"),
        "allegation": pgettext_lazy("edge", "alleged, in nobody’s way"),
    }
)
NATURES: Mapping[str, Promise] = MappingProxyType(
    {
        "event": pgettext_lazy("nature", "something that happens once"),
        "state": pgettext_lazy("nature", "something that lasts"),
        "permission": pgettext_lazy("nature", "a permission"),
        "quantity": pgettext_lazy("nature", "an amount"),
        "list": pgettext_lazy("nature", "a list"),
        "unspecified": pgettext_lazy("nature", "not said: a question to the party"),
    }
)
#: What a goal's value says, as a sentence; the desk only repeats what voices said.
GOALS: Mapping[str, Promise] = MappingProxyType(
    {
        "met": _("Everything said to stand before it is said to be met."),
        "unmet": _("Something said to stand before it is said not to be met."),
        "unknown": _("Nobody has said whether everything before it is met."),
        "contested": _("Independent voices say that it is met, and that it is not."),
    }
)
FINDINGS: Mapping[str, Promise] = MappingProxyType(
    {
        "gates-itself": _("It is said to stand before itself; that is left aside."),
        "unseen-member": _(
            "Something it hangs on is not known here, or not among what you may see; it counts as unknown."
        ),
        "empty-gate": _("It has no members, so nobody can meet it."),
        "impossible-number": _("More of its members are wanted than there are, or none, so nobody can meet it."),
        "not-of-several": _("It is a NOT of several; it takes one member."),
        "no-batches": _("It is in step, and nobody has said how large the batches are."),
        "no-interval": _("It is to be met within a time, and nobody has said which."),
        "both-ways": _("It is wanted both met and unmet; no step helps both."),
        "out-of-step": _("One side of it is said to be met while another is not."),
        "out-of-order": _("What comes later in this order came first; whether it still counts is theirs to say."),
        "unclear-voice": _(
            "One voice says both of it at times that cannot be told apart; it counts for neither until it is asked."
        ),
        "stands-by-itself": _(
            "Somebody put it together with others; whoever asks for it has not, so it stands by itself too."
        ),
        "covers": _("These words name nobody, so the answer covers each goal of this action."),
    }
)
#: Findings that have a place of their own on the page.
TOLD_ELSEWHERE = ("nothing-gates", "not-complete", "cut", "no-way", "no-order")
#: How the desk names gates that it makes itself, since nobody gave them words.
OWN_GATES: Mapping[str, Promise] = MappingProxyType(
    {
        "all that the same voice demands": _("all that the same voice demands"),
        "one of the ways that one voice names": _("one of the ways that one voice names"),
    }
)
WAYS_OUT: Mapping[str, Promise] = MappingProxyType(
    {
        "All at the same moment: each side acts while it sees the other act.": _(
            "All at the same moment: each side acts while it sees the other act."
        ),
        "In batches, in lockstep: a part of the one for a part of the other.": _(
            "In batches, in lockstep: a part of the one for a part of the other."
        ),
        "A deposit with a third party, who hands over to both sides at once.": _(
            "A deposit with a third party, who hands over to both sides at once."
        ),
        "A guarantor, whom the one who goes first trusts.": _("A guarantor, whom the one who goes first trusts."),
        "One category before the others: the wounded, children, the old.": _(
            "One category before the others: the wounded, children, the old."
        ),
    }
)
#: What a what-if sheet may suppose of a condition.
SUPPOSED: tuple[str, ...] = ("met", "unmet", "unknown")


def op_words(gate: GateView) -> str:
    """How the members of a gate stand together: ALL OF, 2 OF 3."""
    if gate.op == "k_of_n":
        return pgettext("gate", "%(least)s OF %(all)s") % {
            "least": digits(gate.least or 0),
            "all": digits(len(gate.members)),
        }
    return str(OPS.get(gate.op, gate.op))


def gate_words(gate: GateView) -> str:
    """What a gate is called: by the words of who told it, or by those of the desk."""
    return str(OWN_GATES.get(gate.words, gate.words))


def finding_words(code: str, words: str) -> str:
    """What is odd: in English with the names of what it is about, else in the language of the reader."""
    return words if reads_english() else str(FINDINGS.get(code, words))


def way_out(words: str) -> str:
    """A known way out of a deadlock, in the language of the reader."""
    return str(WAYS_OUT.get(words, words))


def together_words(count: int) -> str:
    """How many conditions free a goal together."""
    if count == 1:
        return _now("This one alone:")
    if count == 2:
        return _now("These two together:")
    if count == 3:
        return _now("These three together:")
    return _now("These %(count)s together:") % {"count": digits(count)}
