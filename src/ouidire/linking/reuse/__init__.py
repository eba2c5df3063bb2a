"""Text reuse: which article took text from which, word for word or in translation."""

from ouidire.linking.reuse.copies import copies

__all__ = ["copies"]
