"""How the files that ship in the package were made; nothing here runs at a desk."""
