"""Boarding: the manifest of a convoy on the desk's pages, and the page that a phone keeps for when there is no network."""
