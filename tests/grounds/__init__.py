"""The grounds that tests stand on: databases, pages, browsers."""
