"""Captures to articles."""
