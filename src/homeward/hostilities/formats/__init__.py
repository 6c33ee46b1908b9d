"""Files of events and of daily reports, bytes to plain values: read by the names of their columns, never by position."""
