"""Assertions to links: block, compare, judge, reuse (copied text, translated text), cluster."""

from ouidire.linking.clusters import cluster
from ouidire.linking.links import compared, inverse, link
from ouidire.linking.located import Located, locate
from ouidire.linking.marks import Marks, marks
from ouidire.linking.reuse import copies
from ouidire.linking.statements import relate_statements
from ouidire.linking.table import relate

__all__ = [
    "Located",
    "Marks",
    "cluster",
    "compared",
    "copies",
    "inverse",
    "link",
    "locate",
    "marks",
    "relate",
    "relate_statements",
]
