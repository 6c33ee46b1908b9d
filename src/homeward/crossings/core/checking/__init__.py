"""A plan held against every rule of crossing-plan/1 by somebody who shares nothing with the planner but the values.

Written from the form alone: no code of the planner is used here, so that a fault of the planner is not repeated.
"""

from homeward.crossings.core.checking.findings import Broken, Findings
from homeward.crossings.core.checking.held import check

__all__ = ["Broken", "Findings", "check"]
