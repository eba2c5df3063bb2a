"""Mentions to groundings."""
