"""Arabic: who said what, and what is read off the words around and inside of a statement."""

from homeward.reading.core.arabic.chain import hands
from homeward.reading.core.arabic.conditions import conditions
from homeward.reading.core.arabic.figures import figures
from homeward.reading.core.arabic.finding import attributions
from homeward.reading.core.arabic.modality import modality
from homeward.reading.core.arabic.reporting import telling
from homeward.reading.core.arabic.when import deadline, said

__all__ = ["attributions", "conditions", "deadline", "figures", "hands", "modality", "said", "telling"]
