#!/usr/bin/env python
"""Django's own commands; `migrate` and whatever else changes tables wants `--database owner`."""

from __future__ import annotations

import os
import sys

from homeward.refusals import Refused


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except Refused as refused:
        sys.exit(str(refused))


if __name__ == "__main__":
    main()
