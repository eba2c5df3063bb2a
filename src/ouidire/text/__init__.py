"""Code points: characters that need care, a fold that keeps offsets, quotation marks."""

from ouidire.text.characters import fold, replace_surrogates, untoward
from ouidire.text.quotes import quoted

__all__ = ["fold", "quoted", "replace_surrogates", "untoward"]
