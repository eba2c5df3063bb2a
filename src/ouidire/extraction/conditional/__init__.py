"""The French press conditional, and what else a conditional can be."""

from ouidire.extraction.conditional.cascade import Verdict, read_conditionals
from ouidire.extraction.conditional.scene import Scene

__all__ = ["Scene", "Verdict", "read_conditionals"]
