"""What levels say, in bits, for many pairs at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from homeward.matching.core.fields import FIELDS, LEVELS, OTHER, PART_LEVELS, SAME_DAYS, SAY_NOTHING
from homeward.matching.core.frequencies import Frequencies
from homeward.matching.core.ragged import Flags, Ints
from homeward.matching.core.weights import (
    ACROSS,
    AGREE,
    ALIKE_BY_CHANCE,
    ANY_DAY,
    ANY_NUMBER,
    ANY_UNKNOWN_DAY,
    AS_MANY,
    LEAST,
    NAME_FIELDS,
    SEX_OF_A_NAME,
    TWINS_OF_ONE_NAME,
    WIDELY_MET,
    Weights,
)
from homeward.matching.engines.columns.names import Laid
from homeward.matching.engines.seen import Floats

_OTHER = PART_LEVELS.index(OTHER)


@dataclass(slots=True, eq=False)
class Counted:
    """The values whose frequency counts: how often those of each pair are met on the right."""

    days: Ints
    numbers: Ints


def sums(
    levels: Ints, names: Laid, across: Flags, counted: Counted, often: Frequencies, weights: Weights
) -> tuple[Floats, Floats, npt.NDArray[np.float32]]:
    """Bits of all fields together, for the same person and for two of one family, each against strangers; and of each field."""
    same, kin = np.zeros(len(levels)), np.zeros(len(levels))
    fields = np.zeros(levels.shape, np.float32)
    for at, field in enumerate(FIELDS):
        more = bits(field, levels[:, at], names, across, counted, often, weights)
        same, kin = same + more[0], kin + more[1]
        fields[:, at] = more[0]
    return same, kin, fields


def bits(
    field: str, level: Ints, names: Laid, across: Flags, counted: Counted, often: Frequencies, weights: Weights
) -> tuple[Floats, Floats]:
    """Bits of one field, for the same person and for two of one family."""
    chance = _chance(field, level, names, counted, often, weights)
    silent = np.isin(level, [at for at, name in enumerate(LEVELS[field]) if name in SAY_NOTHING])
    found = []
    for kind in (weights.same, weights.kin):
        share = _table(kind, field)[level]
        if field in NAME_FIELDS:
            share = np.where(across, _table(kind, field + ACROSS)[level], share)
        found.append(np.where(silent, 0.0, np.log2(share / chance)))
    if field == "birth":
        twins = (level == 0) & (names.given < len(AGREE))
        found[1] = np.where(twins, np.log2(TWINS_OF_ONE_NAME / chance), found[1])
    return found[0], found[1]


def _table(kind: object, field: str) -> Floats:
    assert isinstance(kind, dict)
    return np.array([kind[field].get(level, 1.0) for level in LEVELS[field.removesuffix(ACROSS)]])


def _chance(field: str, level: Ints, names: Laid, counted: Counted, often: Frequencies, weights: Weights) -> Floats:
    if field == "given":
        return _part(often.given, often.given_of, names.given_part, names.given, weights.met["given"], often.widely)
    if field == "family":
        return _part(
            often.family, often.family_of, names.family_part, names.family, weights.met["family"], often.widely
        )
    if field == "fathers":
        met = weights.met["fathers"]
        first = _part(often.father, often.father_of, names.first_part, names.first, met, often.widely)
        return first * _part(often.father, often.father_of, names.second_part, names.second, met, often.widely)
    chance = _table(weights.strangers, field)[level]
    given, family = names.given < len(AGREE), names.family < len(AGREE)
    if field == "sex":
        of_name = np.array([SEX_OF_A_NAME.get(each, 1.0) for each in LEVELS[field]])[level]
        return np.where(given, of_name, chance)
    if field == "nationality":
        return np.where(given | family, _table(weights.kin, field)[level], chance)
    if field == "birth":
        any_day = np.where(level == 0, ANY_DAY, ANY_UNKNOWN_DAY)
        of_day = (np.maximum(0, counted.days - 1) + AS_MANY * any_day) / (often.people - 1 + AS_MANY)
        return np.where((level < len(SAME_DAYS)) & (counted.days >= 0), of_day, chance)
    if field == "number":
        of_number = np.maximum(0, counted.numbers - 1) / max(2, often.people) + ANY_NUMBER
        return np.where((level == LEVELS[field].index("same")) & (counted.numbers >= 0), of_number, chance)
    return chance


def _part(counts: Floats, of: float, part: Ints, level: Ints, met: Mapping[str, float], widely: Flags) -> Floats:
    if not len(counts):
        return np.ones(len(part))
    row = counts[np.maximum(part, 0)]
    total = max(0.0, of - 1) + AS_MANY
    base = np.array([met[each] for each in PART_LEVELS[:-1]])
    alike = row[:, 0]
    for column in range(1, row.shape[1]):
        alike = alike + row[:, column]
    other = np.maximum(0.05, 1 - (alike + AS_MANY * sum(met[each] for each in PART_LEVELS[:-1])) / total)
    at = np.minimum(level, _OTHER - 1)
    least = np.where(widely[np.maximum(part, 0)] & (at < len(AGREE)), WIDELY_MET, 0.0)
    own = np.take_along_axis(row, at[:, None], 1)[:, 0]
    share = np.maximum(
        LEAST, ALIKE_BY_CHANCE * (np.maximum(0.0, own - 1) + AS_MANY * np.maximum(base[at], least)) / total
    )
    return np.where((part < 0) | (level > _OTHER), 1.0, np.where(level == _OTHER, other, share))
