"""Text reuse: which article took text from which, word for word or in translation; two laid side by side."""

from ouidire.linking.reuse.alignment import Likeness, Pair, align
from ouidire.linking.reuse.copies import copies
from ouidire.linking.reuse.sentences import sentences

__all__ = ["Likeness", "Pair", "align", "copies", "sentences"]
