"""Articles to passages."""
