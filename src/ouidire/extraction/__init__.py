"""Passages to assertions."""
