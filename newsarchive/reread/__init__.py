"""Stored pages are read again with today's reader."""
