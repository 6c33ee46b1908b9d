"""Outlook: forecasts with odds, frozen when they are made and scored in the open when the truth comes."""
