"""Assertions to links."""
