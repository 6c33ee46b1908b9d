"""Why a condition stands where it stands, in one sentence of the reader: who asks, what is said of it, what hangs on it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.talks.core.values import Value
from homeward.talks.queries.views import BlockersView, LeafView
from homeward.web.words import digits, listed


def why(leaf: LeafView, view: BlockersView) -> str:
    """One sentence for one condition of a goal."""
    parts = {"asks": _asks(leaf), "said": _said(leaf, view), "hangs": _hangs(leaf, view)}
    return _("%(asks)s; %(said)s; %(hangs)s.") % parts


def _asks(leaf: LeafView) -> str:
    names = [whom.words for whom in leaf.demanded_by]
    if not names:
        return _("who asks for it is not named")
    return ngettext("%(who)s asks for it", "%(who)s ask for it", len(names)) % {"who": listed(names)}


def _said(leaf: LeafView, view: BlockersView) -> str:
    if leaf.id in dict(view.supposed):
        return _("what is supposed of it here stands in nobody’s record")
    met, unmet = _voices(leaf, Value.MET), _voices(leaf, Value.UNMET)
    if leaf.value is Value.CONTESTED:
        return _("that it is met: %(met)s; that it is not: %(unmet)s") % {"met": listed(met), "unmet": listed(unmet)}
    if leaf.value is Value.MET and met:
        return _("that it is met is said by %(who)s") % {"who": listed(met)}
    if leaf.value is Value.UNMET and unmet:
        return _("that it is not met is said by %(who)s") % {"who": listed(unmet)}
    if leaf.vague:
        return _("its words name nothing that could be seen to be met")
    return _("nobody has said whether it is met")


def _voices(leaf: LeafView, value: Value) -> list[str]:
    found: dict[str, None] = {}
    for report in leaf.reports:
        if report.value is value and report.counts:
            speaker = report.statement.speaker
            named = speaker.name if speaker is not None else _("a report that names nobody")
            found[f"{named} ({report.statement.ref})"] = None
    return list(found)


def _hangs(leaf: LeafView, view: BlockersView) -> str:
    mine = sum(leaf.id in each for each in view.sets)
    if mine and any(each == (leaf.id,) for each in view.sets):
        return _("it alone would be enough")
    if mine and mine == len(view.sets):
        return _("no way leads round it")
    if mine:
        return ngettext(
            "it is part of %(mine)s of %(all)s way", "it is part of %(mine)s of %(all)s ways", len(view.sets)
        ) % {"mine": digits(mine), "all": digits(len(view.sets))}
    return _("it is in nobody’s way now") if leaf.value is leaf.wanted else _("no shortest way needs it")
