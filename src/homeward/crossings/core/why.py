"""Why one group does not cross, window by window, and what would change it: asked for one person, answered at once."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.crossings.core.explaining import Explainer
from homeward.crossings.core.instance import Instance
from homeward.crossings.core.known import known
from homeward.crossings.core.plan import Blocked, Code, Plan, Reason
from homeward.crossings.core.seated import standing_of
from homeward.refusals import Refused

PAPERS = frozenset({Code.CLEARANCE_MISSING, Code.CLEARANCE_REFUSED, Code.CLEARANCE_PENDING, Code.CLEARANCE_NOT_VALID})


class NoSuchGroup(Refused):
    """No group of this id is in this instance."""


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What stands between one group and each window, and the fewest things that would have to change.

    `window` is where they cross, if they do. `papers` are the answers that are wanting, over all windows; `nearest` are the
    windows in which nothing but what other families use up stands in the way.
    """

    group: str
    window: str | None
    reasons: tuple[Reason, ...]
    papers: tuple[Blocked, ...]
    nearest: tuple[tuple[str, Blocked], ...]


class Asked:
    """One instance and one plan, made ready once, so that each question is answered in milliseconds."""

    def __init__(self, instance: Instance, plan: Plan) -> None:
        self._known = known(instance)
        self._standing = standing_of(self._known, plan)
        self._explainer = Explainer(self._known, self._standing)

    def why_not(self, group: str) -> WhyNot:
        """Why this group does not cross; a group that is unknown is refused."""
        if group in self._known.broken:
            return WhyNot(group, None, tuple(self._explainer.of(group)), (), ())
        at = self._known.group_at.get(group)
        if at is None:
            raise NoSuchGroup(where=group)
        unit = self._known.unit_of[at]
        if unit in self._standing.at:
            return WhyNot(group, self._known.runs[self._standing.at[unit]].window, (), (), ())
        by_window = self._explainer.by_window(group)
        papers = tuple(dict.fromkeys(why for why in by_window.values() if why.code in PAPERS))
        used_up = PAPERS | {Code.WINDOW_CLOSED, Code.NO_CONVOY}
        nearest = tuple((window, why) for window, why in by_window.items() if why.code not in used_up)
        return WhyNot(group, None, tuple(self._explainer.of(group)), papers, nearest)

    def everybody(self) -> tuple[Reason, ...]:
        """The reasons of all who do not cross."""
        return self._explainer.reasons()


def why_not(instance: Instance, plan: Plan, group: str) -> WhyNot:
    """Why one group does not cross in this plan; who asks more than once keeps an `Asked`."""
    return Asked(instance, plan).why_not(group)
