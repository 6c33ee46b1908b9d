"""One person's name in many scripts: read into parts, compared with reasons, found among many. Usable alone; numpy only."""

from homeward.names.cautions import Caution, cautions
from homeward.names.comparison import Comparison, Evidence, compare, compare_all
from homeward.names.index import Depth, Hit, Index
from homeward.names.lately import let_go
from homeward.names.letters import Script, key, script
from homeward.names.parts import Name, Part, Role, read

__all__ = [
    "Caution",
    "Comparison",
    "Depth",
    "Evidence",
    "Hit",
    "Index",
    "Name",
    "Part",
    "Role",
    "Script",
    "cautions",
    "compare",
    "compare_all",
    "key",
    "let_go",
    "read",
    "script",
]
