"""The desk in the browser: pages translate a request into one query or one action, and the answer into HTML."""
