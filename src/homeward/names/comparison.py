"""Two names compared part by part: who is given, whose child, of which family; told in words, letter by letter.

Parts are held against parts of the same role. What is lacking on one side says little; one clearly different given name
among equal families says much: brothers, fathers and sons share all the rest.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from homeward.names import edits, likeness
from homeward.names.known import known
from homeward.names.letters import Script, script
from homeward.names.parts import Name, Part, Role, read

LOWEST, HIGHEST = -7.0, 4.0
"""Bounds of what one pair of parts can say, in logarithms of odds."""
WEIGHTS = {
    Role.GIVEN: 0.56,
    Role.FAMILY: 0.56,
    Role.FATHER: 0.5,
    Role.PATRONYMIC: 0.45,
    Role.KUNYA: 0.4,
    Role.ONLY: 0.6,
}
ABSENT = {
    Role.GIVEN: -3.0,
    Role.FAMILY: -1.2,
    Role.FATHER: -0.12,
    Role.PATRONYMIC: -0.1,
    Role.KUNYA: -0.05,
    Role.ONLY: -2.0,
}
OTHER = -4.5
"""What two spellings say at most that are known to be of different names."""
WORST = 0.75
"""How much more the worst pair counts when it speaks against."""
TURNED = -0.15
"""For a reading in another order than the likeliest."""
BIAS = -0.4
UNSURE = -1.5
"""What a pair of parts says below this is told as a difference, above it as doubt."""
UNUSUAL = 0.12
"""An edit met less often than this among renderings of its letters is told as unusual."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one pair of parts says: for (above 0) or against (below 0), and the words for it."""

    role: Role
    one: str
    other: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two names are one person's, from 0 to 1, and why; only evidence that was counted is told."""

    score: float
    why: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class _Roles:
    """A reading by roles; the middle holds father, grandfather and further ones in order."""

    given: Part | None
    middle: tuple[Part, ...]
    patronymic: Part | None
    family: Part | None
    kunya: Part | None
    only: Part | None

    @classmethod
    def of(cls, parts: Sequence[Part]) -> _Roles:
        by_role = {part.role: part for part in parts}
        middle = tuple(part for part in parts if part.role in (Role.FATHER, Role.GRANDFATHER))
        family = by_role.get(Role.FAMILY) or by_role.get(Role.NISBA)
        return cls(
            by_role.get(Role.GIVEN),
            middle,
            by_role.get(Role.PATRONYMIC),
            family,
            by_role.get(Role.KUNYA),
            by_role.get(Role.ONLY),
        )


_Odds = dict[tuple[str, str], float]


def compare(a: str, b: str) -> Comparison:
    """Say how likely two names, in any scripts and orders, are one person's name, and why."""
    return compare_all([(a, b)])[0]


def compare_all(pairs: Sequence[tuple[str, str]]) -> list[Comparison]:
    """As `compare`, for many pairs at once."""
    names = [(read(a), read(b)) for a, b in pairs]
    asked = sorted({pair for one, other in names for pair in _pairs(one, other)})
    odds = dict(zip(asked, likeness.odds(asked).tolist(), strict=True)) if asked else {}
    return [_compared(one, other, odds) for one, other in names]


def _pairs(one: Name, other: Name) -> Iterator[tuple[str, str]]:
    """All keys of parts that may have to be held against each other."""
    for p in _distinct(one):
        for q in _distinct(other):
            for x in p.keys:
                for y in q.keys:
                    yield x, y
    if _is_whole(one, other):
        yield from ((x, y) for x in _wholes(one) for y in _wholes(other))


def _distinct(name: Name) -> list[Part]:
    return list({part.keys: part for reading in name.readings for part in reading}.values())


def _is_whole(one: Name, other: Name) -> bool:
    """Whether parts cannot be told apart on one side, so that the names are held together as wholes."""
    east = {Script.HAN, Script.KANA, Script.HANGUL}
    return bool({one.script, other.script} & east) and len(one.parts) != len(other.parts)


def _wholes(name: Name) -> set[str]:
    return {"".join(part.core for part in reading) for reading in name.readings}


def _compared(one: Name, other: Name, odds: _Odds) -> Comparison:
    for name in (one, other):
        if not name.readings:
            return Comparison(0.0, "No letter can be seen in one of the names.")
        if name.unnamed:
            return Comparison(0.0, f"{name.text} names nobody.")
    held = _Held(odds)
    ways = [
        (held.total(left, right) + TURNED * ((n > 0) + (m > 0)), -n - m, left, right)
        for n, left in enumerate(map(_Roles.of, one.readings))
        for m, right in enumerate(map(_Roles.of, other.readings))
        if not (n + m and (_passes_by(left, right) or _passes_by(right, left)))
    ]
    best = max(ways, key=lambda found: found[:2])
    total, evidence = best[0], held.evidence(best[2], best[3])
    if _is_whole(one, other):
        value = max(odds[x, y] for x in _wholes(one) for y in _wholes(other))
        if WEIGHTS[Role.ONLY] * value * 1.5 > total:
            total = WEIGHTS[Role.ONLY] * value * 1.5
            told = "written as one word; alike by sound" if value > 0 else "written as one word; not alike by sound"
            evidence = [Evidence(Role.ONLY, one.text, other.text, value, told)]
    if any(part.romanised for part in (*one.parts, *other.parts)):
        total = min(total, 2.0) - 0.5
        return Comparison(
            _share(total), _why(evidence, "letters read by sound only, so with lower confidence"), tuple(evidence)
        )
    return Comparison(_share(total), _why(evidence), tuple(evidence))


def _passes_by(one: _Roles, other: _Roles) -> bool:
    """Whether a part read as the father's would only escape the family name that it should be held against."""
    fathers_alone = bool(one.middle and not one.family)
    return fathers_alone and (not other.middle if other.family else bool(other.middle))


def _share(total: float) -> float:
    return round(1 / (1 + math.exp(-(total + BIAS))), 4)


def _why(evidence: Iterable[Evidence], more: str = "") -> str:
    said = [f"{each.one} ~ {each.other}: {each.words}" if each.one and each.other else each.words for each in evidence]
    return "; ".join([*said, *([more] if more else [])])


class _Held:
    """The parts of two names held against each other; each pair is looked at once."""

    def __init__(self, odds: _Odds) -> None:
        self.odds = odds
        self.values: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}

    def value(self, p: Part, q: Part) -> float:
        place = p.keys, q.keys
        if place not in self.values:
            self.values[place] = min(HIGHEST, max(LOWEST, _value(p, q, self.odds)))
        return self.values[place]

    def total(self, left: _Roles, right: _Roles) -> float:
        pairs, absent = self._aligned(left, right)
        values = [self.value(p, q) for _, p, q in pairs]
        whole = sum(WEIGHTS[role] * value for (role, _, _), value in zip(pairs, values, strict=True))
        return whole + sum(ABSENT[role] for role in absent) + WORST * min([0.0, *values])

    def evidence(self, left: _Roles, right: _Roles) -> list[Evidence]:
        pairs, _ = self._aligned(left, right)
        return [
            Evidence(role, p.text, q.text, self.value(p, q), _words(p, q, self.value(p, q), role))
            for role, p, q in pairs
        ]

    def _aligned(self, left: _Roles, right: _Roles) -> tuple[list[tuple[Role, Part, Part]], list[Role]]:
        """The pairs to count, and the roles that one side lacks."""
        if left.only or right.only:
            return self._alone(left, right)
        pairs: list[tuple[Role, Part, Part]] = []
        absent: list[Role] = []
        for role, p, q in (
            (Role.GIVEN, left.given, right.given),
            (Role.KUNYA, left.kunya, right.kunya),
            (Role.PATRONYMIC, left.patronymic, right.patronymic),
        ):
            if p and q:
                pairs.append((role, p, q))
            elif p or q:
                absent.append(role)
        if Role.GIVEN in absent and (left.kunya or right.kunya):
            absent.remove(Role.GIVEN)
            absent.append(Role.FAMILY)
        middle, lacking = self._middle(left.middle, right.middle)
        pairs += [(Role.FATHER, p, q) for p, q in middle]
        absent += [Role.FATHER] * lacking
        if left.family and right.family:
            pairs.append((Role.FAMILY, left.family, right.family))
        elif left.family or right.family:
            absent.append(Role.FAMILY)
        return pairs, absent

    def _alone(self, left: _Roles, right: _Roles) -> tuple[list[tuple[Role, Part, Part]], list[Role]]:
        sides = [[part for part in (r.only, r.given, r.family, r.kunya) if part] for r in (left, right)]
        p, q = max(((p, q) for p in sides[0] for q in sides[1]), key=lambda pair: self.value(*pair))
        lacking = [] if left.only and right.only else [Role.FAMILY]
        return [(Role.ONLY, p, q)], lacking

    def _middle(self, left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[list[tuple[Part, Part]], int]:
        """Fathers in order; one may be left out on one side, but two different ones are not passed by as both left out."""

        @cache
        def best(i: int, j: int, left_out: int) -> tuple[float, tuple[tuple[int, int], ...], int]:
            if i == len(left) or j == len(right):
                rest = len(left) - i + len(right) - j
                if (i < len(left) and left_out == 2) or (j < len(right) and left_out == 1):
                    return -100.0, (), rest
                return ABSENT[Role.FATHER] * rest, (), rest
            value = self.value(left[i], right[j])
            ahead = best(i + 1, j + 1, 0)
            ways = [(ahead[0] + WEIGHTS[Role.FATHER] * value, ((i, j), *ahead[1]), ahead[2])]
            if left_out != 2:
                skip = best(i + 1, j, 1)
                ways.append((skip[0] + ABSENT[Role.FATHER], skip[1], skip[2] + 1))
            if left_out != 1:
                skip = best(i, j + 1, 2)
                ways.append((skip[0] + ABSENT[Role.FATHER], skip[1], skip[2] + 1))
            return max(ways)

        _, chosen, lacking = best(0, 0, 0)
        return [(left[i], right[j]) for i, j in chosen], lacking


def _value(p: Part, q: Part, odds: _Odds) -> float:
    """What two parts say, before bounds."""
    if p.initial or q.initial:
        return _initials(p, q)
    if set(p.keys) & set(q.keys):
        return HIGHEST
    value = max(odds[x, y] for x in p.keys for y in q.keys)
    ids = [known().of(part.keys) for part in (p, q)]
    short = [known().short_of(part.keys) for part in (p, q)]
    if ids[0] & ids[1]:
        value = max(value, 3.0)
    elif short[0] & (ids[1] | short[1]) or short[1] & ids[0]:
        value = max(value, 2.0)
    elif _are_other_names(p, q):
        value = min(value, OTHER)
    return value - (2.0 if p.before != q.before and value > -2 else 0)


_CLASSES: dict[str, set[int]] = {}
for _n, _group in enumerate(
    "aeiouyاعאעهаэеиоуяюєіїי|bpبבפпб|tdتطدثذضתטדтд|gjkqcجغقكגקכгкждdج|hkxcحهخхהחгקכ|sczثصسשסצشجсшчцצزזз|zdjذظزזזзض|fvwpوفвфפובуuo|lلלл|mمמм|nنנн|rرרр|yijeيיйияюеє|gjجغجגгж".split(
        "|"
    )
):
    for _letter in _group:
        _CLASSES.setdefault(_letter, set()).add(_n)


def _are_other_names(p: Part, q: Part) -> bool:
    """Whether both are known, and as different names."""
    ids = [known().of(part.keys) or known().short_of(part.keys) for part in (p, q)]
    return bool(ids[0] and ids[1]) and known().are_apart(ids[0], ids[1])


def _initials(p: Part, q: Part) -> float:
    """An initial fits, or does not fit, the beginning of the other part."""
    first, second = p.core[:1], q.core[:1]
    if first == second or _CLASSES.get(first, set()) & _CLASSES.get(second, set()):
        return 0.8
    return -3.5


def _words(p: Part, q: Part, value: float, role: Role) -> str:
    """Why a pair of parts speaks for or against, naming only what was looked at."""
    if p.initial or q.initial:
        return "initial fits" if value > 0 else "initial does not fit"
    notes = []
    if p.article != q.article and value > 0:
        notes.append("article")
    if p.before and p.before == q.before:
        notes.append(f"{p.before} on both sides")
    elif p.before != q.before:
        notes.append(f"{p.before or q.before} on one side only")
    ids = [known().of(part.keys) for part in (p, q)]
    short = [known().short_of(part.keys) for part in (p, q)]
    if set(p.keys) & set(q.keys):
        said = "same letters"
    elif ids[0] & ids[1]:
        said = "usual spelling"
    elif short[0] & (ids[1] | short[1]) or short[1] & ids[0]:
        said = "short form of the name"
    elif _are_other_names(p, q):
        said = f"two different {'names' if role is Role.ONLY else role.value + 's'}"
    else:
        said = _letters(p, q, value)
    return ", ".join([said, *notes])


def _letters(p: Part, q: Part, value: float) -> str:
    """The letters that do not answer each other in the usual way, or that all do."""
    x, y = p.core, q.core
    name, turned = likeness.between(likeness.language(x), likeness.language(y))
    model = edits.between(*name.split("-")) if name else None
    if model is None:
        return "alike by sound" if value > 0 else "not alike by sound"
    left, right = (y, x) if turned else (x, y)
    odd = [step for step in model.best(left, right) if step.share < UNUSUAL and step.taken != step.given]
    told = [_edit(step) for step in odd[:4]]
    if value > 0:
        return "spelling agrees, unusual only " + ", ".join(told) if told else f"usual {_unit(left)}"
    if told:
        return "spelling differs: " + ", ".join(told)
    return f"usual {_unit(left)}, yet too little to tell" if value > UNSURE else "not alike by sound"


def _unit(word: str) -> str:
    """By what a word's spelling is followed: letters, or the signs of whole syllables and words."""
    return "sign by sign" if script(word) in (Script.HAN, Script.KANA, Script.HANGUL) else "letter by letter"


def _edit(step: edits.Step) -> str:
    if not step.given:
        return f"{step.taken} left out"
    return f"{step.taken} as {step.given}" if step.taken else f"{step.given} put in"
