"""Hostilities: series of events and of daily reports as their makers published them, with every gap and doubt kept."""
