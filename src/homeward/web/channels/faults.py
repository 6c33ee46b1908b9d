"""What the desk refuses in forms of talks, in the language of the reader: in English as the desk says it, else by its code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.refusals import Finding
from homeward.web.words import reads_english

FAULTS: Mapping[str, Promise] = MappingProxyType(
    {
        "empty": _("This is needed: fill it in."),
        "nul": _("There is a character here that no text may hold (NUL)."),
        "too-long": _("This is longer than it may be."),
        "too-many": _("These are more than there may be."),
        "too-few": _("A channel runs between two parties at least; name both."),
        "quantity": _("No number can be read from this."),
        "number": _("No number can be read from this."),
        "not-above-nought": _("This must be more than nought."),
        "unknown-word": _("Choose one of these."),
        "time": _("No time can be read from this."),
        "unread-time": _("No time can be read from this."),
        "in-the-future": _("This has not happened yet."),
        "ends-before": _("It ends before it begins."),
        "ends-before-it-starts": _("It ends before it begins."),
        "before-the-visit": _("This was said before the visit began."),
        "before-the-meeting": _("This was said before the meeting began."),
        "before-the-question": _("This came before it was asked."),
        "before-the-answer": _("This was before the answer came."),
        "not-answered": _("No answer has come to this question; there is nothing to look at."),
        "no-such-answer": _("This question has no answer of this name."),
        "no-such-channel": _("There is nothing of this name, or nothing that you may see."),
        "no-such-meeting": _("There is nothing of this name, or nothing that you may see."),
        "no-such-visit": _("There is nothing of this name, or nothing that you may see."),
        "no-such-position": _("There is nothing of this name, or nothing that you may see."),
        "no-such-obligation": _("There is nothing of this name, or nothing that you may see."),
        "no-such-agreement": _("There is nothing of this name, or nothing that you may see."),
        "no-such-condition": _("There is nothing of this name, or nothing that you may see."),
        "other-agreement": _("This belongs to another agreement."),
        "elsewhere": _("This belongs to another agreement."),
        "other-channel": _("This belongs to another channel."),
        "other-party": _("This is the position of another party."),
        "other-topic": _("This is about another topic."),
        "earlier": _("What it would replace was said later than this."),
        "itself": _("Nothing is owed for itself, and nothing comes before itself."),
        "same": _("Nobody is part of themselves; leave it out."),
        "twice": _("Something is named twice here."),
        "named-already": _("There is one of this name already; add what tells them apart."),
        "wider": _("More people may see this than may see what it is about; choose a narrower compartment."),
        "rooms": _("These stand in several compartments, and no one of them may tell of the others."),
        "length": _("No length of time can be read from this."),
        "per": _("No length of time can be read from this."),
        "window": _("Give its first and its last day."),
        "extension": _("Say for how many it lasts longer, and by how much."),
        "ratio": _("No ratio above nought can be read from this."),
        "figure": _("Figures of a statement count from 1."),
    }
)


def in_words(fault: Finding) -> str:
    """What is wrong, as the reader reads it."""
    return fault.message if reads_english() else str(FAULTS.get(fault.code, fault.message))
