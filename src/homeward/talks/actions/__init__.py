"""Every write of talks: what voices say of agreements, gates and statuses, once for each form; what the desk settles."""

from __future__ import annotations

from homeward.talks.actions.agreeing import (
    SaidPhase,
    enter_agreement,
    say_obligation,
    say_power,
    say_rule,
    say_turn,
)
from homeward.talks.actions.complaining import answer_breach, say_breach
from homeward.talks.actions.delivering import say_counting, say_delivery
from homeward.talks.actions.saying import Act, Done, Many, NoSuchThing, Voice
from homeward.talks.actions.settling import settle_goal
from homeward.talks.actions.telling import say_gate, say_nature, say_status

__all__ = [
    "Act",
    "Done",
    "Many",
    "NoSuchThing",
    "SaidPhase",
    "Voice",
    "answer_breach",
    "enter_agreement",
    "say_breach",
    "say_counting",
    "say_delivery",
    "say_gate",
    "say_nature",
    "say_obligation",
    "say_power",
    "say_rule",
    "say_status",
    "say_turn",
    "settle_goal",
]
