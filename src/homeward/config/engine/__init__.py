"""Django's PostgreSQL engine, with three questions asked before the desk works on a database."""
