"""The planner: who crosses when and in which vehicle, provably good, whole families, urgent first, every rule kept.

Small instances are one exact model. Large ones are priced (`prices`), placed in the order of the prices (`filling`), and made
better some days at a time (`search`). The bound is proven in either case.
"""

from homeward.crossings.core.planning.making import Baseline, baseline, plan

__all__ = ["Baseline", "baseline", "plan"]
