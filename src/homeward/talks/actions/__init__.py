"""Every write of talks: what voices say of agreements, channels, meetings and positions becomes statements, once for each form."""

from __future__ import annotations

from homeward.talks.actions.agreeing import (
    SaidPhase,
    enter_agreement,
    say_obligation,
    say_power,
    say_rule,
    say_turn,
)
from homeward.talks.actions.channels import open_channel
from homeward.talks.actions.complaining import answer_breach, say_breach
from homeward.talks.actions.delivering import say_counting, say_delivery
from homeward.talks.actions.meeting import Present, enter_meeting, say_readout
from homeward.talks.actions.positions import About, say_position
from homeward.talks.actions.saying import Act, Done, Many, NoSuchThing, Voice
from homeward.talks.actions.voicing import Telling

__all__ = [
    "About",
    "Act",
    "Done",
    "Many",
    "NoSuchThing",
    "Present",
    "SaidPhase",
    "Telling",
    "Voice",
    "answer_breach",
    "enter_agreement",
    "enter_meeting",
    "open_channel",
    "say_breach",
    "say_counting",
    "say_delivery",
    "say_obligation",
    "say_position",
    "say_power",
    "say_readout",
    "say_rule",
    "say_turn",
]
