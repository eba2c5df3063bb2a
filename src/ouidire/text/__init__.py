"""Code points, offset maps, quotation marks."""
