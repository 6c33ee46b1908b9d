"""Every write about talks, named by what the desk does."""

from __future__ import annotations

from homeward.talks.actions.channels import open_channel
from homeward.talks.actions.meeting import Present, enter_meeting, say_readout
from homeward.talks.actions.positions import About, say_position
from homeward.talks.actions.settling import settle_goal
from homeward.talks.actions.telling import say_gate, say_nature, say_status
from homeward.talks.actions.voicing import Done, Voice

__all__ = [
    "About",
    "Done",
    "Present",
    "Voice",
    "enter_meeting",
    "open_channel",
    "say_gate",
    "say_nature",
    "say_position",
    "say_readout",
    "say_status",
    "settle_goal",
]
