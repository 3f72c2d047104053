"""One file for each drawing format: `render` turns the pages of a chart into the bytes of a file."""
