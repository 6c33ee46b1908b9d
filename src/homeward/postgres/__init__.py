"""A private PostgreSQL for demo, development and tests; production names its own server and never comes here.

`start(folder)` gives a Server; `ensure(folder)` also makes the roles and the database; `Server.url(role, database)` is
what libpq takes. Nothing listens on the network, and nobody is let in unproven.
"""

from homeward.postgres.cluster import CouldNotStart, ensure, remove, start, stop
from homeward.postgres.places import data_folder
from homeward.postgres.server import CommandFailed, Server

__all__ = ["CommandFailed", "CouldNotStart", "Server", "data_folder", "ensure", "remove", "start", "stop"]
