"""Browsers keep their connections open between two pages; however many do, the next who asks is answered."""

from __future__ import annotations

import http.client
from contextlib import ExitStack, closing
from urllib.parse import urlsplit

KEPT = 40
"""More than a desk's browsers keep: six each."""

AT_ONCE = 10.0
"""Seconds until it counts as waiting: long for a page, short beside the thirty after which idle connections are closed."""


def test_the_next_who_asks_is_answered_while_forty_connections_are_kept(served):
    place = urlsplit(served.address).netloc
    with ExitStack() as kept:
        for _ in range(KEPT):
            _asked(kept.enter_context(closing(http.client.HTTPConnection(place, timeout=AT_ONCE))))

        assert _asked(kept.enter_context(closing(http.client.HTTPConnection(place, timeout=AT_ONCE)))) < 400


def _asked(connection: http.client.HTTPConnection) -> int:
    connection.request("GET", "/sign-in", headers={"Connection": "keep-alive"})
    answer = connection.getresponse()
    answer.read()
    return answer.status
