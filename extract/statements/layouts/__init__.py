"""One statement layout, one file."""
