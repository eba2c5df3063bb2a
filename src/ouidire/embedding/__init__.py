"""Sentence vectors behind one protocol; they retrieve, they never decide."""
