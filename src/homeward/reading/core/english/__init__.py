"""English: what is read off the words around and inside of a statement."""

from homeward.reading.core.english.apart import apart
from homeward.reading.core.english.chain import hands
from homeward.reading.core.english.conditions import conditions
from homeward.reading.core.english.figures import figures
from homeward.reading.core.english.finding import attributions
from homeward.reading.core.english.modality import modality
from homeward.reading.core.english.quoting import as_quoted
from homeward.reading.core.english.telling import telling
from homeward.reading.core.english.together import together
from homeward.reading.core.english.when import deadline, said

__all__ = [
    "apart",
    "as_quoted",
    "attributions",
    "conditions",
    "deadline",
    "figures",
    "hands",
    "modality",
    "said",
    "telling",
    "together",
]
