"""HTML to text and metadata, in a process of its own."""

from ouidire.reading.html.answer import Note, Page
from ouidire.reading.html.client import read_page

__all__ = ["Note", "Page", "read_page"]
