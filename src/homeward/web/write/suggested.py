"""What the fields of the sheet offer while one types: names and words that the case uses already."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.ledger.queries import conditions as condition_queries
from homeward.ledger.queries import figures, finding, sources, words
from homeward.ledger.queries.views import Asked, SourceView

MOST = 300
LANGUAGES = ("ar", "en", "he", "ru", "fr", "es", "tr", "fa", "uk")


@dataclass(frozen=True, slots=True)
class Suggested:
    """Lists for the fields; each is an offer, never a limit."""

    speakers: tuple[SourceView, ...]
    parties: tuple[SourceView, ...]
    topics: tuple[str, ...]
    populations: tuple[str, ...]
    measures: tuple[str, ...]
    units: tuple[str, ...]
    gates: tuple[str, ...]
    languages: tuple[str, ...] = LANGUAGES


def suggested(asked: Asked) -> Suggested:
    """Read the lists from the case, the first few hundred of each."""
    everyone = list(sources.sources(asked).values())
    current = figures.current(asked)
    (conditions,) = words.read(asked, condition_queries.conditions(asked))
    return Suggested(
        speakers=tuple(everyone[:MOST]),
        parties=tuple(source for source in everyone if source.kind == "party")[:MOST],
        topics=tuple(finding.topics(asked)),
        populations=tuple(population.name for population in figures.all_populations(asked)[:MOST]),
        measures=_several(figure.measure for figure in current),
        units=_several(["person", *(figure.unit for figure in current)]),
        gates=_several(condition.gates for condition in conditions),
    )


def _several(values: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))[:MOST]  # type: ignore[attr-defined]
