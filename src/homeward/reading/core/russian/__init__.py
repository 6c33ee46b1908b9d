"""Russian: who said what, and what is read off the words around and inside of a statement."""

from homeward.reading.core.russian.chain import hands
from homeward.reading.core.russian.conditions import conditions
from homeward.reading.core.russian.figures import figures
from homeward.reading.core.russian.finding import attributions
from homeward.reading.core.russian.modality import modality
from homeward.reading.core.russian.telling import telling
from homeward.reading.core.russian.when import deadline, said

__all__ = ["attributions", "conditions", "deadline", "figures", "hands", "modality", "said", "telling"]
