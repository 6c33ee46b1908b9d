"""The places and pairs of actors that a version names, and which of them a word means."""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches
from uuid import UUID

from django.db import connection

from homeward.hostilities.core.frames import Frame, Level, place
from homeward.hostilities.queries.datasets import dataset_named, version_of
from homeward.hostilities.queries.views import DyadView, PlaceView
from homeward.ledger.queries.views import Asked
from homeward.refusals import Refused

LEVELS = {
    Level.COUNTRY: ("p.country", "''"),
    Level.ADM_1: ("p.adm_1", "p.country"),
    Level.ADM_2: ("p.adm_2", "p.adm_1"),
}
"""The columns of the name of a place of each level, and of what it lies in."""
_NEAR = 3


class NoSuchPlace(Refused):
    """No row of this dataset names such a place."""


class NoSuchDyad(Refused):
    """No row of this dataset names such a pair of actors."""


def places(asked: Asked, dataset: str | UUID = "", *, level: Level | None = None, version: str = "") -> list[PlaceView]:
    """The places that a dataset names, with how many rows name each and their sums, coarse days and all included."""
    of = version_of(dataset_named(asked, str(dataset)), version)
    found = []
    for one, (name, within) in LEVELS.items():
        if level not in (None, one):
            continue
        with connection.cursor() as cursor:
            cursor.execute(
                f"""
                SELECT {name}, {within}, count(*), min(v.first), max(v.last),
                       CASE WHEN count(v.low) = count(v.best) THEN sum(v.low) END, sum(v.best),
                       CASE WHEN count(v.high) = count(v.best) THEN sum(v.high) END
                FROM hostilities_place p JOIN hostilities_value v ON v.version_id = p.version_id AND v.place = p.number
                WHERE p.version_id = %s AND {name} <> '' AND v.nature IN ('event', 'flow') GROUP BY 1, 2 ORDER BY 1, 2
                """,
                [of.id],
            )
            found += [PlaceView(one.value, *row[:5], *map(_whole, row[5:])) for row in cursor.fetchall()]
    return found


def dyads(asked: Asked, dataset: str | UUID = "", *, version: str = "") -> list[DyadView]:
    """The pairs of actors that a dataset names, by name, with how many rows name each and their sums."""
    of = version_of(dataset_named(asked, str(dataset)), version)
    return _dyads(of.id)


def place_names(version: UUID) -> list[tuple[Level, str, str]]:
    """The places that a version names: level, name, and what it lies in; quick, since nothing is counted."""
    return _names(version)


def pair_names(version: UUID, *, most: int | None = None) -> list[tuple[str, str]]:
    """Key and name of pairs of actors that a version names, by name; quick, since nothing is counted."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, min(name) FROM hostilities_pair WHERE version_id = %s GROUP BY key ORDER BY 2, 1 LIMIT %s",
            [version, most],
        )
        return list(cursor.fetchall())


def dyad_named(version: UUID, words: str) -> DyadView:
    """The pair of this key or name in a version; only what is recorded of this one is added up."""
    every = pair_names(version)
    name = " ".join(words.split()).casefold()
    named = [key for key, called in every if name in (key.casefold(), called.casefold())]
    if len(named) == 1 and (found := _dyads(version, named[0])):
        return found[0]
    if len(named) > 1:
        raise NoSuchDyad(
            "Several pairs are called so.", where=words, instead=f"Give the key of one: {', '.join(named)}."
        )
    near = get_close_matches(words, [called for _, called in every], n=_NEAR, cutoff=0.4)
    raise NoSuchDyad(
        where=words, instead=f"Perhaps: {'; '.join(near)}." if near else "See: homeward hostilities dyads."
    )


def dyad_numbers(version: UUID, key: str) -> list[int]:
    """The numbers under which rows of a version name a pair; it may have several, where its sides are spelled in several ways."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM hostilities_pair WHERE version_id = %s AND key = %s", [version, key])
        return [number for (number,) in cursor.fetchall()]


def place_named(
    asked: Asked,
    words: str,
    *,
    dataset: str | UUID = "",
    level: Level | None = None,
    within: str = "",
    date_prec: int = 1,
    where_prec: int | None = None,
    version: str = "",
) -> Frame:
    """The frame of a place by its name, at the widest level that has one of this name unless a level is named."""
    of = version_of(dataset_named(asked, str(dataset)), version)
    known = [each for each in _names(of.id) if level in (None, each[0])]
    name = " ".join(words.split())
    named = [each for each in known if each[1].casefold() == name.casefold() and within in ("", each[2])]
    if not named:
        near = get_close_matches(name, list(dict.fromkeys(each[1] for each in known)), n=_NEAR, cutoff=0.5)
        raise NoSuchPlace(
            where=words, instead=f"Perhaps: {'; '.join(near)}." if near else "See: homeward hostilities places."
        )
    if len({each[0] for each in named}) > 1 or len(named) > 1:
        told = "; ".join(f"{each[0].value} {each[1]}" + (f" in {each[2]}" if each[2] else "") for each in named)
        raise NoSuchPlace(
            "Several places are called so.", where=words, instead=f"Say which, by level and what it lies in: {told}."
        )
    found = named[0]
    return place(found[0], found[1], within=found[2] if within else "", date_prec=date_prec, where_prec=where_prec)


def _names(version: UUID) -> list[tuple[Level, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT DISTINCT 'country', country, '' FROM hostilities_place WHERE version_id = %(version)s AND country <> ''
            UNION SELECT 'adm1', adm_1, country FROM hostilities_place WHERE version_id = %(version)s AND adm_1 <> ''
            UNION SELECT 'adm2', adm_2, adm_1 FROM hostilities_place WHERE version_id = %(version)s AND adm_2 <> ''
            """,
            {"version": version},
        )
        return sorted((Level(level), name, within) for level, name, within in cursor.fetchall())


def _dyads(version: UUID, key: str | None = None) -> list[DyadView]:
    """Every pair of a version, or the one of this key."""
    numbers = None if key is None else dyad_numbers(version, key)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT p.key, min(p.name), min(p.side_a), min(p.side_b), sum(d.rows), min(d.first), max(d.last),
                   CASE WHEN count(d.low) = count(d.best) THEN sum(d.low) END, sum(d.best),
                   CASE WHEN count(d.high) = count(d.best) THEN sum(d.high) END
            FROM hostilities_daily d JOIN hostilities_pair p ON p.version_id = d.version_id AND p.number = d.dyad
            WHERE d.version_id = %(version)s AND (%(numbers)s::int[] IS NULL OR d.dyad = ANY (%(numbers)s::int[]))
            GROUP BY p.key ORDER BY 2, 1
            """,
            {"version": version, "numbers": numbers},
        )
        return [
            DyadView(key, name, one, other, int(rows), first, last, _whole(low), _whole(best), _whole(high))
            for key, name, one, other, rows, first, last, low, best, high in cursor.fetchall()
        ]


def _whole(value: Decimal | int | None) -> int | None:
    return None if value is None else int(value)
