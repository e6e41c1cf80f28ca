"""The reader: one file, its outline, its pages in small, what was found, and the pages."""
