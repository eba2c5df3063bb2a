"""What people read: the dossier in a terminal, as HTML, and as Markdown."""
