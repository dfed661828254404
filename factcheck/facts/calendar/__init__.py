"""Dates and times in text: how they are written, and which day they mean."""
