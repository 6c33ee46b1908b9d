"""The desk for programs: the same questions and acts as the pages and the command line, over HTTP and JSON."""
