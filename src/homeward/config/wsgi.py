"""The desk as a WSGI application."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application

from homeward.config.whole import whole_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")

application = whole_bodies(get_wsgi_application())

# What was loaded to start stays for good: the collector need not walk it again and again while answers are made.
gc.collect()
gc.freeze()
