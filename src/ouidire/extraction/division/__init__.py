"""The division of an article into claims."""

from ouidire.extraction.division.cut import divide
from ouidire.extraction.division.scene import EVENTS, Division, Listed, Piece
from ouidire.extraction.division.words import is_announced

__all__ = ["EVENTS", "Division", "Listed", "Piece", "divide", "is_announced"]
