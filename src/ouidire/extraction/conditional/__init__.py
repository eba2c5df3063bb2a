"""The French press conditional, and what else a conditional can be."""

from ouidire.extraction.conditional.cascade import Scene, Verdict, read_conditionals

__all__ = ["Scene", "Verdict", "read_conditionals"]
