"""By which ids and tags a phone and paper know the people of a convoy: made under a key of the compartment, kept nowhere."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Mapping
from hashlib import sha256
from uuid import UUID

from homeward.access import queries as access
from homeward.crossings.core import tags
from homeward.refusals import Refused


class KeyIsGone(Refused):
    """The key of this compartment is gone, so that no tag can be made or known."""


class Aliases:
    """The tags of one convoy."""

    def __init__(self, compartment: UUID, convoy: UUID) -> None:
        key = access.data_key(compartment=compartment)
        if key is None:
            raise KeyIsGone(where=str(convoy))
        self.key = hmac.new(key.secret, b"homeward.boarding", sha256).digest()
        self.convoy = convoy

    def tag(self, person: UUID) -> str:
        return tags.tag(self.key, self.convoy, person)

    def alias(self, person: UUID) -> UUID:
        return tags.alias(self.key, self.convoy, person)

    def people(self, everyone: Collection[UUID]) -> Mapping[UUID, UUID]:
        """Whom each alias stands for."""
        return {self.alias(person): person for person in everyone}
