"""A trained way to find attributions, compared with the grammar (ADR 0004). Nothing of it ships."""
