"""Which goal or condition somebody means: by their words, else a refusal that names what there is."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from homeward.ledger.queries.conditions import Stated
from homeward.refusals import Refused
from homeward.talks.core import goals as core
from homeward.talks.core.values import Value
from homeward.talks.core.wording import listed
from homeward.talks.queries.told import Target, Told
from homeward.talks.queries.views import Whom


class NoSuchGoal(Refused):
    """No such goal was named in this case by the time asked, or none that you may see."""


class SeveralGoals(NoSuchGoal):
    """These words can mean several goals."""


class NoSuchCondition(Refused):
    """No such condition is known here at the time asked, or none that you may see."""


class NoSuchParty(Refused):
    """Nobody of this name demands anything here at the time asked."""


class NotASupposition(Refused):
    """A supposition is written as CONDITION=VALUE."""


def goal_named(told: Told, words: str) -> Target:
    """The goal that these words mean; ambiguous ones are refused with the candidates, unknown ones with the goals there are."""
    meant = list(dict.fromkeys(told.target(each).id for each in core.named(words, told.spellings)))
    if len(meant) == 1:
        return told.targets[meant[0]]
    if meant:
        candidates = [told.targets[id].words for id in meant]
        raise SeveralGoals(where=words, instead=f"Say which: {listed([_quoted(each) for each in candidates[:12]])}.")
    there = core.near(words, [target.words for target in told.targets.values()])
    instead = f"There are: {listed([_quoted(each) for each in there])}." if there else "Nobody has named a goal here."
    raise NoSuchGoal(where=words, instead=instead)


def condition_named(conditions: Iterable[Stated], words: str) -> Stated:
    """The condition of this short name or id."""
    for each in conditions:
        if words.strip() in (each.statement.ref, str(each.content.condition)):
            return each
    raise NoSuchCondition(where=words, instead="homeward talks blockers tells the names of those before a goal.")


def demanding(told: Told) -> list[Whom]:
    """Everybody who says that something stands in the way of a goal, by name."""
    named = [whom for each in told.conditions for whom in each.content.demanded_by]
    named += [whom for _, gate in told.gates if gate.edge != "allegation" for whom in gate.demanded_by]
    found = {whom.source: whom for whom in told.whom(named) if whom.source is not None}
    return sorted(found.values(), key=lambda whom: whom.words)


def supposed(told: Told, said: Iterable[str]) -> dict[UUID, Value]:
    """What is supposed, each written as CONDITION=VALUE; refuses what it cannot read, and a condition supposed twice."""
    found: dict[UUID, Value] = {}
    for each in said:
        name, equals, word = each.partition("=")
        if not equals or word.strip().lower() not in [value.value for value in Value]:
            raise NotASupposition(where=each, instead="Write it as c4=met: met, unmet, unknown or contested.")
        condition = condition_named(told.conditions, name).content.condition
        if condition in found:
            raise NotASupposition(f"{name} is supposed twice.", where=each, instead="Suppose one value of it.")
        found[condition] = Value(word.strip().lower())
    return found


def party_named(told: Told, words: str) -> UUID:
    """Whoever demands something here under this name, key or id."""
    found = demanding(told)
    for whom in found:
        assert whom.source is not None, "only those who are known are told"
        if words.strip().casefold() in (whom.words.casefold(), str(whom.source), told.keys.get(whom.source, "")):
            return whom.source
    there = listed([whom.words for whom in found[:12]])
    raise NoSuchParty(where=words, instead=f"There are: {there}." if there else "")


def _quoted(words: str) -> str:
    return f'"{words}"'
