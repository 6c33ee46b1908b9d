"""Reading a file as the doors do: bytes in, readings out; English only where its model is there."""

from datetime import date

import pytest

from homeward.reading.core.proposals import words_of
from homeward.reading.engines.readers import reader_for
from homeward.reading.engines.tagger import FILES, WEIGHTS
from homeward.reading.formats import taken

PUBLISHED = date(2023, 11, 8)
HAS_MODEL = all((WEIGHTS / file).exists() for file in FILES)
needs_the_model = pytest.mark.skipif(not HAS_MODEL, reason="the model that reads English is not here")
LANGUAGES = [pytest.param("en", marks=needs_the_model), "ru", "ar"]


def read(data, name="report.txt"):
    """The one paper of a file and what its reader makes of it."""
    (paper,) = taken(name, data if isinstance(data, bytes) else data.encode())
    return paper, reader_for(paper.text).reading(paper.text, PUBLISHED)


def told(reading):
    """Who says what in which modality."""
    return [
        (words_of(reading.text, one.source), words_of(reading.text, one.content), one.modality)
        for one in reading.proposals
    ]
