"""Every write about talks: what somebody says of gates, of a status, of a condition's nature; what the desk settles."""

from __future__ import annotations

from homeward.talks.actions.settling import settle_goal
from homeward.talks.actions.telling import say_gate, say_nature, say_status

__all__ = ["say_gate", "say_nature", "say_status", "settle_goal"]
