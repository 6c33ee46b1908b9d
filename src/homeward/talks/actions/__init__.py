"""Every write of talks: what voices say becomes statements, once for each form; what the desk settles is its own."""

from __future__ import annotations

from homeward.talks.actions.agreeing import SaidPhase, enter_agreement, say_obligation, say_rule
from homeward.talks.actions.channels import open_channel
from homeward.talks.actions.complaining import answer_breach, say_breach
from homeward.talks.actions.delivering import say_counting, say_delivery
from homeward.talks.actions.meeting import Present, enter_meeting, say_readout
from homeward.talks.actions.positions import About, say_position
from homeward.talks.actions.proving_life import NoSuchProof, answer_proof, ask_proof, verify_proof
from homeward.talks.actions.saying import Act, Done, Many, NoSuchThing, Voice
from homeward.talks.actions.settling import settle_goal
from homeward.talks.actions.telling import say_gate, say_nature, say_status
from homeward.talks.actions.turning import say_power, say_turn
from homeward.talks.actions.visiting import Rules, say_visit
from homeward.talks.actions.voicing import Telling

__all__ = [
    "About",
    "Act",
    "Done",
    "Many",
    "NoSuchProof",
    "NoSuchThing",
    "Present",
    "Rules",
    "SaidPhase",
    "Telling",
    "Voice",
    "answer_breach",
    "answer_proof",
    "ask_proof",
    "enter_agreement",
    "enter_meeting",
    "open_channel",
    "say_breach",
    "say_counting",
    "say_delivery",
    "say_gate",
    "say_nature",
    "say_obligation",
    "say_position",
    "say_power",
    "say_readout",
    "say_rule",
    "say_status",
    "say_turn",
    "say_visit",
    "settle_goal",
    "verify_proof",
]
