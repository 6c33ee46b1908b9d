"""Why somebody does not cross, worked out from the plan as it stands and never from how it was found.

For each window to which a convoy goes from where a group waits, the first that is true of: papers, a closed window, no convoy,
window, desks, quota used up, companions, places, medic, escort, seating. Nothing in a reason tells of anybody else.
"""

from __future__ import annotations

from collections import defaultdict

from homeward.crossings.core.chances import missing
from homeward.crossings.core.instance import Group, Instance, Window
from homeward.crossings.core.known import Known, Unit, arrival, known, shut, unit_of_groups
from homeward.crossings.core.plan import EVERY, Blocked, Code, Plan, Reason
from homeward.crossings.core.seated import standing_of
from homeward.crossings.core.seating import seat
from homeward.crossings.core.standing import Standing

CLOSED = Blocked(Code.WINDOW_CLOSED)
NO_CONVOY = Blocked(Code.NO_CONVOY)
DESKS_FULL = Blocked(Code.DESKS_FULL)
FITS = Blocked(Code.FITS)


def reasons(instance: Instance, plan: Plan) -> tuple[Reason, ...]:
    """Why each group that does not cross does not, for all its windows, in the order of the instance."""
    sound = known(instance)
    return Explainer(sound, standing_of(sound, plan)).reasons()


class Explainer:
    """Reasons over one plan; made once, asked often."""

    def __init__(self, sound: Known, standing: Standing) -> None:
        self.known, self.standing = sound, standing
        self.windows_of: dict[str, list[str]] = defaultdict(list)
        for window, pickup in sound.convoys:
            if window in sound.windows:
                self.windows_of[pickup].append(window)

    def reasons(self) -> tuple[Reason, ...]:
        found: list[Reason] = []
        told: set[str] = set()
        for group in self.known.instance.groups:
            if group.id not in told:
                told.add(group.id)
                found += self.of(group.id)
        return tuple(found)

    def crosses(self, group: str) -> bool:
        at = self.known.group_at.get(group)
        return at is not None and self.known.unit_of[at] in self.standing.at

    def of(self, id: str) -> list[Reason]:
        """Why this group does not cross, each cause with the windows it closes; nothing when it crosses."""
        if self.crosses(id):
            return []
        if id in self.known.broken:
            return [Reason(id, Blocked(Code.DATA_DEFECT, detail=self.known.broken[id]), EVERY)]
        by_cause: dict[Blocked, list[str]] = {}
        for window, why in self.by_window(id).items():
            by_cause.setdefault(why, []).append(window)
        if not by_cause:
            return [Reason(id, NO_CONVOY, EVERY)]
        return [Reason(id, why, tuple(windows)) for why, windows in by_cause.items()]

    def by_window(self, id: str) -> dict[str, Blocked]:
        """For each window to which a convoy goes from where this group waits, why it does not cross there."""
        at = self.known.group_at[id]
        group = self.known.groups[at]
        alone = unit_of_groups(self.known, -1, (at,))
        papers: dict[tuple[str, object], Blocked | None] = {}
        found = {}
        for window_id in self.windows_of[group.pickup]:
            window = self.known.windows[window_id]
            key = (window.crossing, window.date)
            if key not in papers:
                papers[key] = self._papers(group, window)
            found[window_id] = papers[key] or self._used_up(alone, group, window)
        return found

    def _papers(self, group: Group, window: Window) -> Blocked | None:
        required = self.known.required.get(window.crossing)
        if required is None or window.date < self.known.instance.plan_date:
            return None
        people = self.known.group_people(group)
        return missing(people, required, window.date, self.known.day(window), self.known.instance.rules)

    def _used_up(self, alone: Unit, group: Group, window: Window) -> Blocked:
        if shut(window, self.known.instance.plan_date):
            return CLOSED
        convoy = self.known.convoys[window.id, group.pickup]
        at = self.known.run_at.get(convoy.id)
        if at is None:
            pickup = self.known.pickups.get(group.pickup)
            arrives = arrival(convoy, pickup, window) if pickup else None
            late = arrives is None or arrives > window.closes
            none = late or convoy.max_vehicles <= 0 or window.escort_slots <= 0
            return NO_CONVOY if none or window.crossing not in self.known.required else DESKS_FULL
        run = self.known.runs[at]
        blocked = self.standing.refusal(alone, run)
        if blocked:
            return blocked
        seats = seat(self.standing, alone, run)
        return seats if isinstance(seats, Blocked) else FITS
